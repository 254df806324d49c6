import { LAW, DAY, shareDown, WHOLE } from "./law.ts";

/** A payment that came late, or has not come; smallest units and unix seconds. */
export interface LatePayment {
  readonly amount: bigint;
  /** When the term of payment began: the receipt of the invoice, here the delivery. */
  readonly receivedAt: bigint;
  /** When it was paid, or now. */
  readonly paidAt: bigint;
  /** Current interest (interés corriente) for operations over 90 days between 200 and 5,000 UF, as published, basis points a year. */
  readonly annualBps: bigint;
  /** Days of that year: 360 for operations of credit of money. */
  readonly daysOfYear?: bigint;
}

/** What the buyer owes for being late, smallest units. */
export interface LateCharges {
  /** Days in arrears (mora), the first and a day that has begun included. */
  readonly days: bigint;
  readonly interest: bigint;
  /** 1 % of what is owed, once. */
  readonly recoveryFee: bigint;
}

/**
 * Interest and recovery fee of a late payment. The term is 30 calendar days; interest runs from the next day on, day by day, on the amount
 * alone. Both are rounded down. The rate changes every month, so it is an argument. Source: Ley 19.983 art. 2 bis, 2 ter and 2 quater.
 *
 * @example lateCharges({ amount: 10_000_000n, receivedAt: 0n, paidAt: 60n * 86_400n, annualBps: 1_200n }).interest; // 100000n
 */
export function lateCharges({ amount, receivedAt, paidAt, annualBps, daysOfYear = 360n }: LatePayment): LateCharges {
  const elapsed = paidAt - receivedAt;
  if (elapsed <= LAW.paymentTerm) return { days: 0n, interest: 0n, recoveryFee: 0n };
  const days = (elapsed - LAW.paymentTerm + DAY - 1n) / DAY;
  const interest = (amount * annualBps * days) / (WHOLE * daysOfYear);
  return { days, interest, recoveryFee: shareDown(amount, LAW.recoveryFeeBps) };
}
