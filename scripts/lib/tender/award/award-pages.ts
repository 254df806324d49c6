import type { QualifiedBid } from "./types.ts";

/** Bids of one page that stay well under the 16,777,216 gas of a transaction. */
export const BIDS_A_PAGE = 500;

/** A page of an award: the bidders and which end of the scan it is. */
export interface AwardPage {
  readonly bidders: readonly bigint[];
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * The pages of an award: all qualified bids, removed ones too, ascending by business group and then by bidder. Without bids one empty page, which
 * ends the tender as unsuccessful.
 *
 * @param size bids of a page, at least 1
 * @throws {RangeError} if the size is not a positive integer
 * @example awardPages(bids).forEach(({ bidders, first, last }) => desk.award(id, rules, basis, bidders, first, last));
 */
export function awardPages(bids: readonly Pick<QualifiedBid, "bidder" | "group">[], size = BIDS_A_PAGE): AwardPage[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`A page holds at least one bid, not ${size}.`);
  const bidders = [...bids]
    .sort((a, b) => Number(a.group > b.group) - Number(a.group < b.group) || (a.bidder < b.bidder ? -1 : 1))
    .map(({ bidder }) => bidder);
  const count = Math.max(1, Math.ceil(bidders.length / size));
  return Array.from({ length: count }, (_, index) => ({
    bidders: bidders.slice(index * size, (index + 1) * size),
    first: index === 0,
    last: index === count - 1,
  }));
}
