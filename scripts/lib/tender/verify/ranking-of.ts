import { TIE_BREAK, type AwardRules, type QualifiedBid } from "../award/types.ts";
import { CRITERION, type RatedCriterion } from "../evaluation/rules.ts";
import type { LiveBid } from "../read/read-tender.ts";
import type { Rules } from "../terms/types.ts";

/**
 * What the award reads of a tender's rules.
 *
 * @example rankBids(awardRules(terms.rules), bids, lot);
 */
export function awardRules({ criteria, abnormallyLow, tieBreak }: Rules): AwardRules {
  const priceWeight = criteria.find(({ kind }: RatedCriterion) => kind === CRITERION.price)?.weight ?? 0n;
  return { priceWeight, abnormallyLow, tieBreak: tieBreak.map((rule) => TIE_BREAK[Number(rule)] ?? "none") };
}

/** What a ranking takes of the panel's work. */
export interface Points {
  readonly technical: bigint;
  readonly attributes: bigint;
  readonly qualified: boolean;
}

/**
 * The bids that an award reads: those that reached the minimum.
 *
 * @param pointsOf the panel's result of a bid; undefined where there is none
 * @param before position of the award among the events: removals after it do not count yet
 * @example qualifiedBids(live, (bid) => bid.evaluation ?? undefined);
 */
export function qualifiedBids(
  live: readonly LiveBid[],
  pointsOf: (bid: LiveBid) => Points | undefined,
  before = Number.POSITIVE_INFINITY,
): QualifiedBid[] {
  return live.flatMap((bid) => {
    const points = pointsOf(bid);
    if (points?.qualified !== true) return [];
    const { bidder, price, removal, standing, filing } = bid;
    return [
      {
        ...{ bidder, group: standing?.group ?? 0n, filedAt: filing.time, isOpened: price !== null },
        isRemoved: removal !== null && removal.order < before,
        price: price?.admissible === true ? price.price : 0n,
        ...{ technical: points.technical, attributes: points.attributes },
      },
    ];
  });
}

const LOT_BITS = 128n;

/**
 * The lot of a tender: the sum of the salts of all opened prices, in 128 bits.
 *
 * @returns null where a price was opened through another contract, so that its salt is not in the call
 * @example lotOf(live) ?? (await book.getPrices(id)).lot;
 */
export function lotOf(live: readonly LiveBid[]): bigint | null {
  let sum = 0n;
  for (const { price } of live) {
    if (price === null) continue;
    if (price.salt === null) return null;
    sum += BigInt(price.salt);
  }
  return BigInt.asUintN(Number(LOT_BITS), sum);
}
