import * as z from "zod";

import { parseLocalDate, type LocalDate } from "../calendar/local-date.ts";
import { parseDateTime } from "../calendar/local-time.ts";
import { checkHorizon } from "../calendar/horizon.ts";
import type { Term } from "../calendar/terms.ts";
import type { Door } from "./load-input.ts";
import { integerField, parsedField, record, type Field } from "./fields.ts";

/**
 * A calendar day.
 *
 * @example dateField() // "2026-09-18"
 */
export const dateField = (): Field<LocalDate> => parsedField(parseLocalDate);

/**
 * A date and time after the chain's clock and within the horizon: local, or with `Z` or an offset; any, where the door lets dates pass.
 *
 * @returns Unix seconds
 * @example dateTimeField(door) // "2026-09-18T15:00" is 1789754400n
 */
export const dateTimeField = (door: Door): Field<bigint> =>
  parsedField((text) => {
    const instant = parseDateTime(text);
    return door.pastDates === true ? instant : checkHorizon(instant, door.now, door.horizonYears);
  });

const TERM_KINDS = { corridos: "calendar", habiles: "business" } as const satisfies Record<string, Term["kind"]>;

/**
 * A term in days, calendar (`corridos`) or business (`habiles`).
 *
 * @example termField(365) // { "dias": 8, "tipo": "corridos" } is { days: 8, kind: "calendar" }
 */
export const termField = (maxDays: number): Field<Term> =>
  record({ dias: integerField(1, maxDays), tipo: z.enum(["corridos", "habiles"]) }).transform(
    ({ dias, tipo }): Term => ({ days: dias, kind: TERM_KINDS[tipo] }),
  );
