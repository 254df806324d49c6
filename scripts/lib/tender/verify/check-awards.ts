import {
  awardTimes,
  lastAward,
  spentBy,
  suspendedBy,
  type AwardFacts,
  type AwardWindows,
} from "../award/award-clock.ts";
import { rankBids } from "../award/rank-bids.ts";
import type { Ranking } from "../award/types.ts";
import type { LiveBid } from "../read/read-tender.ts";
import type { AwardEvent, Ruling, TenderRecord } from "../read/tender-record.ts";
import type { TenderTerms } from "../terms/types.ts";
import { awardRules, qualifiedBids, type Points } from "./ranking-of.ts";
import { check, type Check } from "./verification.ts";

/** What a ranking is worked out with; replaced where a test seeds a fault. */
export type RankingTwin = typeof rankBids;

/** `Award.Ruling`; a lapse is told by an event of its own. */
const [LAPSE, CONFIRM, EXCLUDE] = [0n, 1n, 2n];

/** An award with the clock that it ran on. */
export interface TimedAward {
  readonly award: AwardEvent;
  readonly facts: AwardFacts;
}

/** The rankings, made again, and the windows they ran on. */
export interface AwardsResult {
  /** On the bids that remain now. */
  readonly ranking: Ranking;
  readonly awards: readonly TimedAward[];
  /** Last second of the validity of the bids, with what awards that came to nothing added, unix seconds. */
  readonly validUntil: bigint;
  readonly checks: readonly Check[];
}

/** What complaints, standstill and signature of a tender run on. */
export const awardWindows = ({ procedure, timetable }: TenderTerms): AwardWindows => ({
  ...procedure,
  validUntil: timetable.validUntil,
});

/**
 * Makes every award of a tender again on the bids that remained at the time, and checks that each removal was a ruling of the reviewer in
 * its window, or a signature window that passed.
 *
 * @param pointsOf the panel's result of a bid
 * @param lot lot of the tender
 * @example checkAwards(record, terms, live, pointsOf, lot).ranking.ranked[0]?.bidder;
 */
export function checkAwards(
  record: TenderRecord,
  terms: TenderTerms,
  live: readonly LiveBid[],
  pointsOf: (bid: LiveBid) => Points | undefined,
  lot: bigint,
  rank: RankingTwin = rankBids,
): AwardsResult {
  const rules = awardRules(terms.rules);
  const { pricesBy } = terms.timetable;
  const windows = awardWindows(terms);
  const checks: Check[] = [];
  const awards: TimedAward[] = [];
  let [suspended, spent] = [0n, 0n];
  record.awards.forEach((award, index) => {
    const { basis, ranked } = rank(rules, qualifiedBids(live, pointsOf, award.order), lot);
    const [first, second, third] = ranked;
    const params = { round: award.round };
    const removed = live.filter(({ removal }) => removal !== null && removal.order < award.order).length;
    checks.push(
      check(null, "check-award-round", params, BigInt(removed), award.round),
      check(null, "check-award-time", params, award.time > pricesBy && award.time <= lastAward(windows, spent), true),
      check(null, "check-award-basis", params, basis, award.basis),
      check(null, "check-award-winner", params, first?.bidder ?? 0n, award.winner),
      check(null, "check-award-second", params, second?.bidder ?? 0n, award.second),
      check(null, "check-award-third", params, third?.bidder ?? 0n, award.third),
      check(null, "check-award-total", params, first?.total ?? 0n, award.total),
      check(null, "check-award-low", params, first?.isAbnormallyLow ?? false, award.isAbnormallyLow),
    );
    const removal = record.rulings.find(
      ({ ruling, round }) => round === award.round && (ruling === LAPSE || ruling === EXCLUDE),
    );
    const facts = factsOf(record, award, suspended, removal?.time ?? record.ending?.time);
    awards.push({ award, facts });
    if (!removal) return;
    checks.push(removalCheck(removal, terms, award, facts, index));
    suspended += suspendedBy(windows, facts, removal.time);
    spent += spentBy(windows, facts, removal.time);
  });
  checks.push(...removalsNamed(record, live));
  const ranking = rank(rules, qualifiedBids(live, pointsOf), lot);
  return { ranking, awards, validUntil: lastAward(windows, spent), checks };
}

/** What had happened to an award until it fell or was signed; the clock looks at the last pause before that. */
function factsOf(
  { complaints, rulings, pauses }: TenderRecord,
  award: AwardEvent,
  suspended: bigint,
  fell: bigint | undefined,
): AwardFacts {
  const confirmed = rulings.find(({ round, ruling }) => round === award.round && ruling === CONFIRM);
  return {
    awardedAt: award.time,
    complaints: BigInt(complaints.filter(({ round }) => round === award.round).length),
    ruledAt: confirmed?.time ?? 0n,
    suspended,
    pausedAt: pauses.findLast((time) => fell === undefined || time <= fell) ?? 0n,
  };
}

/** A lapse after the whole signature window; an exclusion in the review, or of a winner that is no longer a supplier. */
function removalCheck(removal: Ruling, terms: TenderTerms, award: AwardEvent, facts: AwardFacts, index: number): Check {
  const windows = awardWindows(terms);
  const params = { round: BigInt(index) };
  const { complaintsUntil, reviewUntil, signUntil } = awardTimes(windows, facts);
  if (removal.ruling === LAPSE) {
    const isLapse = removal.time > signUntil && removal.bidder === award.winner;
    return check(removal.bidder, "check-lapse", params, isLapse, true);
  }
  const { procedure } = terms;
  const isReview = facts.complaints > 0n && removal.time > complaintsUntil && removal.time <= reviewUntil;
  const isUnfit = removal.bidder === award.winner && removal.time <= signUntil;
  const isGround = removal.ground > 0n && removal.ground <= procedure.grounds;
  const isLawful = removal.by === procedure.reviewer && isGround && (isReview || isUnfit);
  return check(removal.bidder, "check-exclusion", params, isLawful, true);
}

/** Nobody leaves the ranking but by a ruling or a lapse that names it. */
function removalsNamed({ rulings }: TenderRecord, live: readonly LiveBid[]): Check[] {
  return live.flatMap(({ bidder, removal }) => {
    if (!removal) return [];
    const cause = rulings.find(
      (each) => each.bidder === bidder && each.ruling === (removal.declined ? LAPSE : EXCLUDE),
    );
    return [check(bidder, "check-removal", {}, cause !== undefined, true)];
  });
}
