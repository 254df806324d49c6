import { longestExtension } from "../award/award-clock.ts";
import { InputError } from "../../input/input-error.ts";
import { SUITE_RULES } from "../../procurement/law.ts";
import { TENDER_LAW, TENDER_RULES } from "./law.ts";
import type { TenderPlace } from "./terms-faults.ts";
import type { TenderTerms, Timetable } from "./types.ts";

/** The stages in the order of the timetable and of the catalogue's names. */
const STAGES = [
  "enquiriesUntil",
  "answersUntil",
  "closesAt",
  "technicalFrom",
  "technicalBy",
  "scoresBy",
  "substitutesBy",
  "pricesFrom",
  "pricesBy",
  "validUntil",
] as const satisfies readonly (keyof Timetable)[];

/**
 * What is wrong with the dates of a tender: each stage after the one before, none shorter than a day, publication and validity long enough,
 * and the rounds of the time lock readable in their own stages only.
 *
 * @param until last second until which the budget may stay reserved
 * @example stageFaults(terms, place, until).map(({ place }) => place.field); // ["timetable.closesAt"]
 */
export function stageFaults(
  { call, timetable: t, procedure }: TenderTerms,
  { beacon, time }: TenderPlace,
  until: bigint,
): InputError[] {
  const { shortestStage } = TENDER_RULES;
  const latest = t.closesAt + call.answerExtension;
  const spare = shortestStage + SUITE_RULES.pauseTerm; // one pause must not push the signature past the validity
  const { complaintWindow, suspensionCap, standstill, signatureWindow } = procedure;
  const waits = complaintWindow + suspensionCap + standstill + signatureWindow + spare;
  const published = time + TENDER_LAW.publication;
  const answered = t.answersUntil + 1n;
  const earliest: Readonly<Record<keyof Timetable, bigint>> = {
    enquiriesUntil: time + 1n,
    answersUntil: t.enquiriesUntil + 1n,
    closesAt: answered > published ? answered : published,
    technicalFrom: latest + 1n,
    technicalBy: t.technicalFrom + shortestStage,
    scoresBy: t.technicalBy + shortestStage,
    substitutesBy: t.scoresBy + shortestStage,
    pricesFrom: t.substitutesBy + shortestStage,
    pricesBy: t.pricesFrom + shortestStage,
    validUntil: t.pricesBy + waits,
  };
  const faults: InputError[] = STAGES.flatMap((name, index): InputError[] => {
    const [given, notBefore] = [t[name], earliest[name]];
    if (given >= notBefore) return [];
    return [new InputError("Terms_Stage", { stage: BigInt(index), given, notBefore }, { field: `timetable.${name}` })];
  });
  const most = until - waits - longestExtension(procedure); // the last award that the validity admits is signed while the budget is reserved
  if (t.validUntil > most) {
    const params = { given: t.validUntil, most };
    faults.push(new InputError("Terms_Validity", params, { field: "timetable.validUntil" }));
  }
  const readableAt = (round: bigint): bigint => (round === 0n ? 0n : beacon.genesis + (round - 1n) * beacon.period);
  const rounds = [
    ["technicalFrom", readableAt(call.technicalRound), latest, t.technicalFrom],
    ["pricesFrom", readableAt(call.priceRound), t.substitutesBy, t.pricesFrom],
  ] as const;
  for (const [name, opensAt, over, by] of rounds) {
    const isGood = call.timeLocked ? opensAt > over && opensAt <= by : opensAt === 0n;
    if (isGood) continue;
    faults.push(new InputError("Terms_Round", { opensAt, over, by }, { field: `timetable.${name}` }));
  }
  return faults;
}
