import { chileanCalendar, type BusinessCalendar } from "../../calendar/business-calendar.ts";
import type { LocalDate } from "../../calendar/local-date.ts";
import { readLocal } from "../../calendar/local-time.ts";
import { termDeadline, type Term } from "../../calendar/terms.ts";
import { dateField, dateTimeField, termField } from "../../input/date-fields.ts";
import { record, type Field } from "../../input/fields.ts";
import type { Door } from "../../input/load-input.ts";
import type { Timetable } from "./types.ts";

const LONGEST_TERM_DAYS = 365;

/** The file's name of each stage. */
export const STAGE_FIELDS = {
  enquiriesUntil: "consultasHasta",
  answersUntil: "respuestasHasta",
  closesAt: "cierre",
  technicalFrom: "aperturaTecnicaDesde",
  technicalBy: "aperturaTecnicaHasta",
  scoresBy: "evaluacionHasta",
  substitutesBy: "suplentesHasta",
  pricesFrom: "aperturaPreciosDesde",
  pricesBy: "aperturaPreciosHasta",
  validUntil: "vigenciaHasta",
} as const satisfies Record<keyof Timetable, string>;

/** The file's name of the term that leads to each stage. */
export const TERM_FIELDS = {
  enquiriesUntil: "consultas",
  answersUntil: "respuestas",
  closesAt: "cierre",
  technicalFrom: "esperaAperturaTecnica",
  technicalBy: "aperturaTecnica",
  scoresBy: "evaluacion",
  substitutesBy: "suplentes",
  pricesFrom: "esperaAperturaPrecios",
  pricesBy: "aperturaPrecios",
  validUntil: "vigencia",
} as const satisfies Record<keyof Timetable, string>;

/** A timetable's dates as the door checked them, unix seconds. */
export type TimetableDates = Readonly<Record<(typeof STAGE_FIELDS)[keyof Timetable], bigint>>;

/** A timetable's terms as the door checked them, and the day from which the first one counts. */
export interface TimetableTerms extends Readonly<Record<(typeof TERM_FIELDS)[keyof Timetable], Term>> {
  readonly publicacion: LocalDate;
}

/**
 * A timetable of explicit dates.
 *
 * @example stagesField(door) // { "consultasHasta": "2027-03-05T18:00", ... }
 */
export const stagesField = (door: Door): Field<TimetableDates> =>
  record({
    consultasHasta: dateTimeField(door),
    respuestasHasta: dateTimeField(door),
    cierre: dateTimeField(door),
    aperturaTecnicaDesde: dateTimeField(door),
    aperturaTecnicaHasta: dateTimeField(door),
    evaluacionHasta: dateTimeField(door),
    suplentesHasta: dateTimeField(door),
    aperturaPreciosDesde: dateTimeField(door),
    aperturaPreciosHasta: dateTimeField(door),
    vigenciaHasta: dateTimeField(door),
  });

/**
 * A timetable of terms, each counted from the end of the stage before; the day of publication is fixed, so that the same file always gives
 * the same dates.
 *
 * @example termsField() // { "publicacion": "2027-03-01", "consultas": { "dias": 5, "tipo": "habiles" }, ... }
 */
export const termsField = (): Field<TimetableTerms> =>
  record({
    publicacion: dateField(),
    consultas: termField(LONGEST_TERM_DAYS),
    respuestas: termField(LONGEST_TERM_DAYS),
    cierre: termField(LONGEST_TERM_DAYS),
    esperaAperturaTecnica: termField(LONGEST_TERM_DAYS),
    aperturaTecnica: termField(LONGEST_TERM_DAYS),
    evaluacion: termField(LONGEST_TERM_DAYS),
    suplentes: termField(LONGEST_TERM_DAYS),
    esperaAperturaPrecios: termField(LONGEST_TERM_DAYS),
    aperturaPrecios: termField(LONGEST_TERM_DAYS),
    vigencia: termField(LONGEST_TERM_DAYS),
  });

const dayOf = (instant: bigint): LocalDate => readLocal(instant).date;

/**
 * Works out the seconds of a timetable from terms in days: a stage ends with the last second of its last day, and an opening begins with the
 * first second after the wait before it. Every term counts from the day after the one in which the stage before ends or an opening begins
 * (Ley 19.880 art. 25); the wait for the technical opening, from the latest closing, the extension included.
 *
 * @param extension seconds by which closing moves where an enquiry stays unanswered
 * @throws InputError `date-outside-calendar` for business days outside the calendar's years
 * @example timetableOf(terms, 86_400n).closesAt;
 */
export function timetableOf(
  terms: TimetableTerms,
  extension: bigint,
  calendar: BusinessCalendar = chileanCalendar(),
): Timetable {
  const over = (from: LocalDate, term: Term): bigint => termDeadline(from, term, calendar);
  const last = (from: bigint, term: Term): bigint => over(dayOf(from), term) - 1n;
  const enquiriesUntil = over(terms.publicacion, terms.consultas) - 1n;
  const answersUntil = last(enquiriesUntil, terms.respuestas);
  const closesAt = last(answersUntil, terms.cierre);
  const technicalFrom = over(dayOf(closesAt + extension), terms.esperaAperturaTecnica);
  const technicalBy = last(technicalFrom, terms.aperturaTecnica);
  const scoresBy = last(technicalBy, terms.evaluacion);
  const substitutesBy = last(scoresBy, terms.suplentes);
  const pricesFrom = over(dayOf(substitutesBy), terms.esperaAperturaPrecios);
  const pricesBy = last(pricesFrom, terms.aperturaPrecios);
  const validUntil = last(pricesBy, terms.vigencia);
  return {
    ...{ enquiriesUntil, answersUntil, closesAt, technicalFrom, technicalBy },
    ...{ scoresBy, substitutesBy, pricesFrom, pricesBy, validUntil },
  };
}
