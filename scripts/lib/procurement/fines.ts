import { DAY, lesser, shareDown, WHOLE } from "./law.ts";

/** What a fine is computed from; smallest units and basis points. */
export interface FineInput {
  /** Amount of the milestone that is late. */
  readonly amount: bigint;
  readonly bpsPerDay: bigint;
  readonly lateDays: bigint;
  readonly price: bigint;
  /** Bound of all fines of the contract, of the price; at most 3,000. */
  readonly capBps: bigint;
  /** Fines of the contract that stand or are pending. */
  readonly imposed: bigint;
}

/**
 * Whole days late; a day that has begun does not count.
 *
 * @param dueAt last second in time, unix seconds
 * @param deliveredAt when it was delivered, or now, unix seconds
 * @example daysLate(0n, 2n * 86_400n - 1n); // 1n
 */
export const daysLate = (dueAt: bigint, deliveredAt: bigint): bigint =>
  deliveredAt <= dueAt ? 0n : (deliveredAt - dueAt) / DAY;

/**
 * The fine (multa) of a late milestone: so much a day of its amount, never more than what the bound of all fines leaves. Rounded down, in
 * the supplier's favour. Source: Ley 19.886 art. 13 ter.
 *
 * @returns smallest units
 * @example fineFor({ amount: 1_000n, bpsPerDay: 100n, lateDays: 3n, price: 5_000n, capBps: 3_000n, imposed: 0n }); // 30n
 */
export function fineFor({ amount, bpsPerDay, lateDays, price, capBps, imposed }: FineInput): bigint {
  const bound = shareDown(price, capBps);
  const left = bound > imposed ? bound - imposed : 0n;
  return lesser(left, (amount * bpsPerDay * lateDays) / WHOLE);
}
