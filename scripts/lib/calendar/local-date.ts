import { InputError } from "../input/input-error.ts";

/** A calendar day, `YYYY-MM-DD`, with no time of day and no time zone. */
export type LocalDate = `${number}-${number}-${number}`;

const MS_PER_DAY = 86_400_000;

const midnightUtc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

const fromMidnightUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/**
 * Reads a calendar day written `YYYY-MM-DD`. The Chilean order (`18-09-2026`) is refused, not guessed.
 *
 * @returns the same day, checked to exist
 * @throws InputError `date-malformed` for another form, `date-unreal` for a day that no calendar has
 * @example parseLocalDate("2028-02-29"); // "2028-02-29"
 */
export function parseLocalDate(text: string): LocalDate {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) throw new InputError("date-malformed", { found: text });
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || fromMidnightUtc(ms) !== text) throw new InputError("date-unreal", { found: text });
  return fromMidnightUtc(ms);
}

/**
 * The day that is `days` calendar days (días corridos) later, or earlier when negative.
 *
 * @param days whole days
 * @example addDays("2026-12-30", 3); // "2027-01-02"
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromMidnightUtc(midnightUtc(date) + days * MS_PER_DAY);
}

/**
 * The day of the week, 0 = Sunday to 6 = Saturday.
 *
 * @example weekday("2026-09-18"); // 5, Friday
 */
export function weekday(date: LocalDate): number {
  return new Date(midnightUtc(date)).getUTCDay();
}
