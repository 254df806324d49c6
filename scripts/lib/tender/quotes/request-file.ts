import type * as z from "zod";

import { ocidKey } from "../../documents/ocid.ts";
import { dateTimeField } from "../../input/date-fields.ts";
import { documentField, ocidField } from "../../input/document-fields.ts";
import { integerField, positiveAmountField, record, textField, type Field } from "../../input/fields.ts";
import type { Door } from "../../input/load-input.ts";
import { partyField } from "../../procurement/contract-file.ts";
import { DAY } from "../../procurement/law.ts";
import { firstRoundFrom, type BeaconInfo } from "../../randomness/beacon.ts";
import type { PublishedContract, Purchase } from "../terms/draft-of.ts";
import { checkCertificates } from "../terms/tender-file-checks.ts";
import { categoryField, purchaseContractFields } from "../terms/tender-file.ts";
import { CATEGORIES, contractOf, scheduleOf } from "../terms/terms-of-file.ts";

/** Longest window of a choice or an acceptance, days. */
export const MOST_DAYS = 30;
const UINT32 = 4_294_967_295;

/** The windows of a contest of sealed quotes (`Quotes.Timetable`); unix seconds and seconds. */
export interface ContestTimetable {
  readonly closesAt: bigint;
  readonly opensBy: bigint;
  readonly validUntil: bigint;
  readonly choiceWindow: bigint;
  readonly acceptanceWindow: bigint;
  readonly round: bigint;
}

/** A request for quotes (`Quotes.Request`). */
export interface QuoteRequest extends Purchase {
  readonly document: string;
  readonly item: bigint;
  readonly budget: bigint;
  readonly timetable: ContestTimetable;
}

/** What a request publishes. */
export interface PublishedRequest extends PublishedContract {
  readonly call: QuoteRequest;
}

/** The days of a contest as files write them, unix seconds. */
export type ContestDays = Readonly<Record<"cierre" | "aperturaHasta" | "vigenciaHasta", bigint>>;

/**
 * The days of a contest.
 *
 * @example calendarField(door) // { "cierre": "2027-03-05T18:00", "aperturaHasta": ..., "vigenciaHasta": ... }
 */
export const calendarField = (door: Door): Field<ContestDays> =>
  record({ cierre: dateTimeField(door), aperturaHasta: dateTimeField(door), vigenciaHasta: dateTimeField(door) });

/** A UNSPSC code. */
export const codeField = (): Field<number> => integerField(1, UINT32);

const fieldsOf = (door: Door, decimals: number) => ({
  objeto: textField(200),
  ocid: ocidField(),
  requerimiento: documentField(door),
  categoria: categoryField(),
  producto: codeField(),
  organismo: partyField(),
  linea: integerField(1, Number.MAX_SAFE_INTEGER),
  presupuesto: positiveAmountField(decimals),
  calendario: calendarField(door),
  diasDeEleccion: integerField(1, MOST_DAYS),
  diasDeAceptacion: integerField(2, MOST_DAYS),
  ...purchaseContractFields(door),
});

/** The checked fields of a request's file: amounts in smallest units, dates in unix seconds. */
export type RequestFile = z.output<z.ZodObject<ReturnType<typeof fieldsOf>>>;

/**
 * The schema of a request for quotes (compra ágil).
 *
 * @returns a schema for `loadInput`
 * @example await loadInput("solicitud.json", (door) => requestFileField(door, 0), context);
 */
export const requestFileField = (door: Door, decimals: number): Field<RequestFile> =>
  record(fieldsOf(door, decimals)).superRefine(checkCertificates);

/**
 * The windows of a contest, sealed to the first round that the beacon signs after closing.
 *
 * @param choiceDays 0 where the cheapest is always chosen
 * @example contestTimetable(file.calendario, 2, 3, QUICKNET).round;
 */
export function contestTimetable(
  { cierre, aperturaHasta, vigenciaHasta }: ContestDays,
  choiceDays: number,
  acceptanceDays: number,
  beacon: BeaconInfo,
): ContestTimetable {
  return {
    closesAt: cierre,
    opensBy: aperturaHasta,
    validUntil: vigenciaHasta,
    choiceWindow: BigInt(choiceDays) * DAY,
    acceptanceWindow: BigInt(acceptanceDays) * DAY,
    round: firstRoundFrom(beacon, cierre + 1n),
  };
}

/**
 * The request that a file describes, as the contract takes it.
 *
 * @throws InputError `ocid-malformed`
 * @example requestOfFile(file, { token, buyer: 1n, beacon: QUICKNET }).call.timetable.round;
 */
export function requestOfFile(
  file: RequestFile,
  { token, buyer, beacon }: { readonly token: string; readonly buyer: bigint; readonly beacon: BeaconInfo },
): PublishedRequest {
  return {
    call: {
      ocid: ocidKey(file.ocid),
      document: file.requerimiento.digest,
      lineId: BigInt(file.linea),
      ...{ token, buyer },
      category: CATEGORIES[file.categoria],
      item: BigInt(file.producto),
      budget: file.presupuesto,
      timetable: contestTimetable(file.calendario, file.diasDeEleccion, file.diasDeAceptacion, beacon),
    },
    contractTerms: contractOf(file.contrato),
    schedule: scheduleOf(file),
  };
}
