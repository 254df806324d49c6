/** Gas of a transaction at most (EIP-7825), and the part of it that a page is planned to take. */
const CAP = 16_777_216n;
const PLANNED = (CAP * 3n) / 4n;

/** What a page costs: measured, and raised by a part for a book that writes more than the one of the measurement. */
const SCORE = { base: 130_000n, perBid: 46_000n } as const;
const TALLY = { base: 160_000n, perBid: 60_000n, perSheet: 2_500n, perScore: 1_000n } as const;

function pagesOf(bidders: readonly bigint[], size: bigint): bigint[][] {
  const pages: bigint[][] = [];
  for (let start = 0; start < bidders.length; start += Number(size)) {
    pages.push(bidders.slice(start, start + Number(size)));
  }
  return pages;
}

/**
 * Cuts the bids that an evaluator scores into pages that fit into a transaction.
 *
 * @example scorePages([11n, 12n, 13n]); // [[11n, 12n, 13n]]
 */
export const scorePages = (bidders: readonly bigint[]): bigint[][] =>
  pagesOf(bidders, (PLANNED - SCORE.base) / SCORE.perBid);

/**
 * Cuts the bids of a tally into pages that fit into a transaction.
 *
 * @param evaluators how many officials count
 * @param technicalCriteria criteria that take a median
 * @example tallyPages(opened, 3, 2).length; // 1 for 150 bids
 */
export function tallyPages(bidders: readonly bigint[], evaluators: number, technicalCriteria: number): bigint[][] {
  const sheets = BigInt(evaluators);
  const perBid = TALLY.perBid + sheets * (TALLY.perSheet + BigInt(technicalCriteria) * TALLY.perScore);
  return pagesOf(bidders, (PLANNED - TALLY.base) / perBid);
}
