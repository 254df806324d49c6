import { awardTimes } from "../award/award-clock.ts";
import { contractId } from "../../procurement/deed.ts";
import type { LiveBid } from "../read/read-tender.ts";
import type { TenderRecord } from "../read/tender-record.ts";
import { draftOf } from "../terms/draft-of.ts";
import type { TenderTerms } from "../terms/types.ts";
import { awardWindows, type AwardsResult } from "./check-awards.ts";
import type { PanelResult } from "./check-panel.ts";
import { check, type Check } from "./verification.ts";

/** `Tender.Outcome`. */
const OUTCOME = { signed: 1n, unsuccessful: 2n, cancelled: 3n, annulled: 4n } as const;
const ANNUL = 3n;

/**
 * Checks that a tender ended by its rules: signed by the winner in its window, to the very contract that the terms lead to; unsuccessful for
 * one of the reasons that there are; cancelled before closing; annulled by a ruling.
 *
 * @example checkEnding(record, terms, live, panel, awards).every(({ isEqual }) => isEqual);
 */
export function checkEnding(
  record: TenderRecord,
  terms: TenderTerms,
  live: readonly LiveBid[],
  panel: PanelResult,
  awards: AwardsResult,
): Check[] {
  const { ending } = record;
  if (!ending) return [];
  const is = (isSo: boolean): Check[] => [check(null, "check-ending", {}, isSo, true)];
  switch (ending.outcome) {
    case OUTCOME.signed:
      return signedChecks(record, terms, live, awards);
    case OUTCOME.unsuccessful:
      return is(isUnsuccessful(record, terms, live, panel, awards));
    case OUTCOME.cancelled:
      return is(ending.time <= terms.timetable.closesAt + terms.call.answerExtension && BigInt(ending.reason) !== 0n);
    default:
      return is(record.rulings.some(({ ruling }) => ruling === ANNUL));
  }
}

function signedChecks(
  { ending }: TenderRecord,
  terms: TenderTerms,
  live: readonly LiveBid[],
  { awards }: AwardsResult,
): Check[] {
  const last = awards.at(-1);
  if (!last || !ending) return [check(null, "check-ending", {}, false, true)];
  const { signFrom, signUntil } = awardTimes(awardWindows(terms), last.facts);
  const inTime = ending.time >= signFrom && ending.time <= signUntil;
  const { deed } = draftOf(terms, {
    supplier: last.award.winner,
    price: live.find(({ bidder }) => bidder === last.award.winner)?.price?.price ?? 0n,
    isAbnormallyLow: last.award.isAbnormallyLow,
    signedAt: ending.time,
  });
  return [
    check(last.award.winner, "check-signature-time", {}, inTime, true),
    check(last.award.winner, "check-contract", {}, contractId(deed.terms), ending.contractId),
  ];
}

/** No bid opened, none qualified, none admissible, the panel failed, or the bids are no longer valid. */
function isUnsuccessful(
  { ending }: TenderRecord,
  { timetable }: TenderTerms,
  live: readonly LiveBid[],
  { counting }: PanelResult,
  { ranking, validUntil }: AwardsResult,
): boolean {
  const time = ending?.time ?? 0n;
  const opened = live.filter(({ technical }) => technical !== null);
  const isQualified = live.some(({ evaluation }) => evaluation?.qualified === true);
  if (time > validUntil) return true;
  if (opened.length === 0) return time > timetable.technicalBy;
  if (!counting.quorumReached && time > timetable.substitutesBy) return true;
  if (!isQualified) return time >= timetable.pricesFrom;
  return time > timetable.pricesBy && ranking.ranked.length === 0;
}
