/** Seconds of a calendar day (día corrido). */
export const DAY = 86_400n;

/** Basis points of the whole. */
export const WHOLE = 10_000n;

/** Numbers that a statute fixes; thresholds in UTM and UF move with time and are arguments elsewhere. Times in seconds. */
export const LAW = {
  /** Silence accepts a delivery after 8 calendar days: Ley 19.983 art. 3 and 4. */
  acceptanceWindow: 8n * DAY,
  /** The State pays within 30 calendar days: Ley 19.983 art. 2 quater. */
  paymentTerm: 30n * DAY,
  /** All fines together, of the price: Ley 19.886 art. 13 ter. */
  mostFineBps: 3_000n,
  /** All changes together, of the original price: Ley 19.886 art. 13. */
  mostChangeBps: 3_000n,
  /** Performance guarantee (garantía de fiel y oportuno cumplimiento), of the net price: Ley 19.886 art. 11. */
  performanceBondBps: 500n,
  /** Cases in which that guarantee may be left out, never for works: Ley 19.886 art. 11. */
  bondExemptions: 3n,
  /** Services: the guarantee outlives the contract by 60 business days, never fewer than 60 days: Ley 19.886 art. 11. */
  servicesBondTail: 60n * DAY,
  /** Fixed fee for the recovery of a late payment (comisión), of what is owed: Ley 19.983 art. 2 ter. */
  recoveryFeeBps: 100n,
} as const;

/** Numbers of the suite's own rules, the same for every contract; in seconds where they are times. */
export const SUITE_RULES = {
  /** How long an objection may be answered. */
  objectionWindow: 30n * DAY,
  /** How long a pause lasts. */
  pauseTerm: 7n * DAY,
  /** No window of the terms is shorter. */
  shortestWindow: DAY,
  /** Longest window of a party: it may be lengthened by a pause. */
  longestPartyWindow: 30n * DAY,
  /** Longest window of an authority or an arbiter. */
  longestOfficeWindow: 180n * DAY,
  /** Longest contract, from now to its end. */
  longestTerm: 20n * 365n * DAY,
  /** Longest warranty, and the longest that a guarantee outlives its contract. */
  longestTail: 10n * 365n * DAY,
  mostMilestones: 64,
  /** Least part of a disputed amount that the supplier receives when nobody rules. */
  leastDefaultBps: 5_000n,
} as const;

/**
 * A share of an amount, rounded down.
 *
 * @param amount smallest units
 * @param bps basis points
 * @example shareDown(999n, 500n); // 49n
 */
export const shareDown = (amount: bigint, bps: bigint): bigint => (amount * bps) / WHOLE;

/**
 * A share of an amount, rounded up: what must be reached at least.
 *
 * @param amount smallest units
 * @param bps basis points
 * @example shareUp(999n, 500n); // 50n
 */
export function shareUp(amount: bigint, bps: bigint): bigint {
  const exact = amount * bps;
  return exact / WHOLE + (exact % WHOLE === 0n ? 0n : 1n);
}

/**
 * The lesser of two amounts.
 *
 * @example lesser(3n, 2n); // 2n
 */
export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
