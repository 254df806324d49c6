import Holidays from "date-holidays";

import { InputError } from "../input/input-error.ts";
import { addDays, weekday, type LocalDate } from "./local-date.ts";

/** The years whose public holidays the calendar knows; the laws in force that fix them are older than the first. */
export const FIRST_YEAR = 2022;
export const LAST_YEAR = 2099;

/** Says which days count as business days (días hábiles). */
export type BusinessCalendar = (date: LocalDate) => boolean;

const chile = new Holidays("CL");
const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** National public holidays (feriados) of a year, regional ones and the banks' own excluded. */
function holidaysOf(year: number): ReadonlySet<string> {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new InputError("date-outside-calendar", { year, first: FIRST_YEAR, last: LAST_YEAR });
  }
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = chile.getHolidays(year).filter(({ type }) => type === "public");
  const dates = new Set(days.map(({ date }) => date.slice(0, 10)));
  holidaysByYear.set(year, dates);
  return dates;
}

/**
 * The calendar of administrative terms: Saturdays, Sundays and public holidays do not count (Ley 19.880 art. 25).
 *
 * @param declared holidays that a law declared after this calendar was made
 * @returns a calendar that throws InputError `date-outside-calendar` outside the years it knows
 * @example chileanCalendar()("2026-09-18"); // false
 */
export function chileanCalendar(declared: readonly LocalDate[] = []): BusinessCalendar {
  const extra = new Set<string>(declared);
  return (date) => {
    const holiday = holidaysOf(Number(date.slice(0, 4))).has(date) || extra.has(date);
    const day = weekday(date);
    return !holiday && day !== 0 && day !== 6;
  };
}

/**
 * The last day of a term of business days, counted from the day after `date` (Ley 19.880 art. 25).
 *
 * @param days business days, at least one
 * @throws RangeError for a count below one; InputError `date-outside-calendar`
 * @example addBusinessDays("2026-09-17", 1, chileanCalendar()); // "2026-09-21"
 */
export function addBusinessDays(date: LocalDate, days: number, isBusinessDay: BusinessCalendar): LocalDate {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`not a count of business days: ${days}`);
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/**
 * How many business days lie after `after`, up to and including `until`; none when `until` is not later.
 *
 * @throws InputError `date-outside-calendar`
 * @example countBusinessDays("2026-09-17", "2026-09-21", chileanCalendar()); // 1
 */
export function countBusinessDays(after: LocalDate, until: LocalDate, isBusinessDay: BusinessCalendar): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isBusinessDay(day)) count += 1;
  return count;
}
