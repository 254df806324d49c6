import { drawnLot, pricePoints } from "./price-points.ts";
import type { Absence, AwardRules, QualifiedBid, RankedBid, Ranking, TieBreak } from "./types.ts";

type Order = (a: RankedBid, b: RankedBid) => bigint;

/** What ranks first, by rule of the tie-break: a negative value puts `a` first. */
const ORDERS: Readonly<Record<Exclude<TieBreak, "none">, Order>> = {
  price: (a, b) => a.price - b.price,
  technical: (a, b) => b.technical - a.technical,
  attributes: (a, b) => b.attributes - a.attributes,
  filing: (a, b) => a.filedAt - b.filedAt,
};

/** Why a bid does not stand for itself, whatever its group's others do. */
function absenceOf(bid: QualifiedBid): Absence | undefined {
  if (bid.isRemoved) return "removed";
  if (!bid.isOpened) return "unopened";
  return bid.price === 0n ? "inadmissible" : undefined;
}

/** The bids of each business group. */
function groupsOf(bids: readonly QualifiedBid[]): QualifiedBid[][] {
  const groups = new Map<bigint, QualifiedBid[]>();
  for (const bid of bids) groups.set(bid.group, [...(groups.get(bid.group) ?? []), bid]);
  return [...groups.values()];
}

const least = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b));

/** A bid with its points. */
function scored(rules: AwardRules, basis: bigint, bid: QualifiedBid): RankedBid {
  const points = pricePoints(basis, bid.price);
  const total = rules.priceWeight * points + bid.technical + bid.attributes;
  return { ...bid, pricePoints: points, total, isAbnormallyLow: bid.price < rules.abnormallyLow };
}

/** Best first: higher total, the published tie-break, the lot. */
function ranking(rules: AwardRules, lot: bigint): (a: RankedBid, b: RankedBid) => number {
  const published = rules.tieBreak.flatMap((rule) => (rule === "none" ? [] : [ORDERS[rule]]));
  const orders: Order[] = [
    (a, b) => b.total - a.total,
    ...published,
    (a, b) => drawnLot(lot, b.bidder) - drawnLot(lot, a.bidder),
  ];
  return (a, b) => {
    const decisive = orders.map((order) => order(a, b)).find((difference) => difference !== 0n) ?? 0n;
    return decisive < 0n ? -1 : Number(decisive > 0n);
  };
}

/**
 * The award of a tender from its opened bids: groups collapse to their lowest admissible price, the reference price is the lowest of those that
 * is not abnormally low, totals are added up and ranked. Removed bids take no part. Source: Ley 19.886 art. 9 and 10.
 *
 * @param bids every bid that reached the minimum technical score
 * @param lot lot of the tender, drawn once from all opened prices
 * @example rankBids(rules, bids, lot).ranked[0]?.bidder; // the winner
 */
export function rankBids(rules: AwardRules, bids: readonly QualifiedBid[], lot: bigint): Ranking {
  const absent = new Map<bigint, Absence>();
  const standing: QualifiedBid[][] = [];
  for (const group of groupsOf(bids)) {
    const isSpoiled = group.some((bid) => absenceOf(bid) === "unopened");
    for (const bid of group) {
      const why = absenceOf(bid) ?? (isSpoiled ? "group-unopened" : undefined);
      if (why) absent.set(bid.bidder, why);
    }
    const admissible = group.filter(({ bidder }) => !absent.has(bidder));
    if (admissible.length !== 0) standing.push(admissible);
  }
  const lowest = standing.map((group) => least(group.map(({ price }) => price)));
  const references = lowest.filter((price) => price >= rules.abnormallyLow);
  const basis = references.length === 0 ? rules.abnormallyLow : least(references);
  const byRank = ranking(rules, lot);
  const representatives = standing.flatMap((group, index) => {
    const cheapest = group.filter(({ price }) => price === lowest[index]);
    const best = cheapest
      .map((bid) => scored(rules, basis, bid))
      .sort(byRank)
      .slice(0, 1);
    const passedOver = group.filter(({ bidder }) => bidder !== best[0]?.bidder);
    for (const { bidder } of passedOver) absent.set(bidder, "group-lower");
    return best;
  });
  return { basis, ranked: representatives.sort(byRank), absent: [...absent].map(([bidder, why]) => ({ bidder, why })) };
}
