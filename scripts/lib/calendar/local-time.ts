import { InputError } from "../input/input-error.ts";
import { addDays, parseLocalDate, type LocalDate } from "./local-date.ts";

/** Legal time of continental Chile, in which every deadline of the tools is read and shown. */
export const TIME_ZONE = "America/Santiago";

const FORM = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
const DAY_SECONDS = 86_400;

const zone = new Intl.DateTimeFormat("en-US", {
  timeZone: TIME_ZONE,
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The clock reading of Santiago at an instant: day, `HH:MM:SS`, and what is to be added to UTC, in seconds. */
export interface LocalReading {
  readonly date: LocalDate;
  readonly time: string;
  readonly offset: number;
}

/**
 * What clock and calendar show in Santiago at an instant.
 *
 * @param instant Unix seconds
 * @example readLocal(1_789_754_400n); // { date: "2026-09-18", time: "15:00:00", offset: -10800 }
 */
export function readLocal(instant: bigint): LocalReading {
  const part = Object.fromEntries(zone.formatToParts(Number(instant) * 1000).map(({ type, value }) => [type, value]));
  const date = `${part.year}-${part.month}-${part.day}` as LocalDate;
  const time = `${part.hour}:${part.minute}:${part.second}`;
  return { date, time, offset: asUtc(date, time) - Number(instant) };
}

const asUtc = (date: LocalDate, time: string): number => Date.parse(`${date}T${time}Z`) / 1000;

/** The instants, none, one or two, at which Santiago's clock shows the given reading, earliest first. */
function instantsOf(date: LocalDate, time: string): bigint[] {
  const reading = asUtc(date, time);
  const offsets = [reading - DAY_SECONDS, reading + DAY_SECONDS].map((near) => readLocal(BigInt(near)).offset);
  const eastFirst = [...new Set(offsets)].sort((a, b) => b - a);
  return eastFirst
    .filter((offset) => readLocal(BigInt(reading - offset)).offset === offset)
    .map((offset) => BigInt(reading - offset));
}

/**
 * Reads a date and time: `2026-09-18T15:00` or `2026-09-18 15:00:30` in Santiago, or with `Z` or an offset
 * (`-03:00`) in that zone. A local time that the change of clocks skips or repeats is refused, never guessed.
 *
 * @returns Unix seconds
 * @throws InputError `time-malformed`, `date-unreal`, `time-skipped`, `time-repeated`
 * @example parseDateTime("2026-09-18T15:00"); // 1789754400n
 */
export function parseDateTime(text: string): bigint {
  const [, day, hour, minute, second = "00", offset] = FORM.exec(text) ?? [];
  if (day === undefined) throw new InputError("time-malformed", { found: text });
  const date = parseLocalDate(day);
  const time = `${hour}:${minute}:${second}`;
  if (offset !== undefined) return BigInt(Date.parse(`${date}T${time}${offset}`) / 1000);
  const [first, repeated] = instantsOf(date, time);
  if (first === undefined) throw new InputError("time-skipped", { found: text });
  if (repeated !== undefined) {
    const [summer, winter] = [first, repeated].map(
      (instant) => `${date}T${time}${offsetText(readLocal(instant).offset)}`,
    );
    throw new InputError("time-repeated", { found: text, first: summer ?? "", second: winter ?? "" });
  }
  return first;
}

/**
 * An offset from UTC as ISO 8601 writes it.
 *
 * @param seconds to add to UTC
 * @example offsetText(-10_800); // "-03:00"
 */
export function offsetText(seconds: number): string {
  const minutes = Math.abs(seconds) / 60;
  const pad = (part: number): string => String(Math.floor(part)).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

/**
 * The instant at which a day ends in Santiago: the first second of the next day. A term runs until the midnight of
 * its last day (Código Civil art. 48), so a deadline at this instant is exclusive. Where the clocks skip that
 * midnight, the day ends when they jump.
 *
 * @returns Unix seconds
 * @example endOfDay("2026-09-18"); // 1789786800n, 00:00 of the 19th
 */
export function endOfDay(date: LocalDate): bigint {
  const next = addDays(date, 1);
  const [midnight] = instantsOf(next, "00:00:00");
  if (midnight !== undefined) return midnight;
  const dayBefore = BigInt(asUtc(next, "00:00:00") - DAY_SECONDS);
  return BigInt(asUtc(next, "00:00:00") - readLocal(dayBefore).offset);
}
