import { addBusinessDays, type BusinessCalendar } from "./business-calendar.ts";
import { addDays, type LocalDate } from "./local-date.ts";
import { endOfDay } from "./local-time.ts";

/** A term (plazo) in calendar days (días corridos) or business days (días hábiles). */
export interface Term {
  readonly days: number;
  readonly kind: "calendar" | "business";
}

/** Terms that a statute fixes. */
export const STATUTORY_TERMS = {
  /** Silence accepts an invoice, and here a delivery: Ley 19.983 art. 3. */
  acceptance: { days: 8, kind: "calendar" },
  /** The State pays: Ley 19.983 art. 2 quater. */
  payment: { days: 30, kind: "calendar" },
  /** A direct award is published before it is signed: Ley 19.886 art. 8 bis. */
  directAwardNotice: { days: 5, kind: "business" },
  /** The performance bond outlives the end of the contract: Ley 19.886 art. 11. */
  performanceBond: { days: 60, kind: "business" },
} as const satisfies Record<string, Term>;

/**
 * The last day of a term that starts running the day after `from`. Calendar days are not moved when the last one is
 * a holiday.
 *
 * @throws InputError `date-outside-calendar` for business days outside the calendar's years
 * @example termEnd("2026-09-10", STATUTORY_TERMS.acceptance, chileanCalendar()); // "2026-09-18"
 */
export function termEnd(from: LocalDate, term: Term, calendar: BusinessCalendar): LocalDate {
  return term.kind === "business" ? addBusinessDays(from, term.days, calendar) : addDays(from, term.days);
}

/**
 * The instant at which a term is over: the midnight that ends its last day in Santiago.
 *
 * @returns Unix seconds, exclusive
 * @throws InputError as `termEnd`
 * @example termDeadline("2026-09-10", STATUTORY_TERMS.acceptance, chileanCalendar()); // 1789786800n
 */
export function termDeadline(from: LocalDate, term: Term, calendar: BusinessCalendar): bigint {
  return endOfDay(termEnd(from, term, calendar));
}
