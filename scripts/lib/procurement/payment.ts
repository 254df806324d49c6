import { lesser, shareDown } from "./law.ts";

/** What a payment is computed from; smallest units and basis points. */
export interface PaymentInput {
  /** Accepted amount. */
  readonly gross: bigint;
  /** What the contract still has to pay after it. */
  readonly unpaidAfter: bigint;
  readonly price: bigint;
  /** Advance (anticipo) of the terms. */
  readonly advance: bigint;
  /** Part of it that no payment has made good yet. */
  readonly advanceLeft: bigint;
  readonly retained: bigint;
  /** Final fines to take from payments. */
  readonly finesLeft: bigint;
  readonly retentionBps: bigint;
  readonly retentionCapBps: bigint;
}

/** Where an accepted amount goes; the four parts sum to it. */
export interface PaymentSplit {
  readonly net: bigint;
  readonly amortised: bigint;
  readonly retained: bigint;
  readonly fined: bigint;
}

/**
 * Splits an accepted amount (estado de pago). The advance is made good in proportion to what is paid of the price: after the payment no
 * more of it may be left than the same part of the advance as is unpaid of the price. Then the retention (retención) is kept, as far as its
 * cap allows, then final fines (multas) are taken, and the rest is paid. Source: Ley 19.886 art. 11 and 13 ter; the retention is a term of
 * the contract.
 *
 * @throws RangeError when the price is zero
 * @example splitPayment({ gross: 20n, unpaidAfter: 80n, price: 100n, advance: 20n, advanceLeft: 20n, ...rest }).amortised; // 4n
 */
export function splitPayment(input: PaymentInput): PaymentSplit {
  const { gross, retained, finesLeft } = input;
  const amortised = lesser(gross, excessAdvance(input));
  const afterAdvance = gross - amortised;
  const kept = lesser(afterAdvance, lesser(shareDown(gross, input.retentionBps), retentionRoom(input, retained)));
  const fined = lesser(afterAdvance - kept, finesLeft);
  return { net: afterAdvance - kept - fined, amortised, retained: kept, fined };
}

/** How much more of the advance is left than the unpaid part of the price can carry. */
function excessAdvance({ advance, advanceLeft, unpaidAfter, price }: PaymentInput): bigint {
  const carried = (advance * unpaidAfter) / price;
  return advanceLeft > carried ? advanceLeft - carried : 0n;
}

function retentionRoom({ price, retentionCapBps }: PaymentInput, retained: bigint): bigint {
  const cap = shareDown(price, retentionCapBps);
  return retained < cap ? cap - retained : 0n;
}

/** What becomes of a part that will not be paid, smallest units. */
export interface ReleasedPart {
  /** Returns to the budget line. */
  readonly released: bigint;
  /** Was advanced already and can no longer be made good by a payment: the advance bond answers for it. */
  readonly unearned: bigint;
}

/**
 * Releases a part that will not be paid: what was advanced beyond what is still to be paid is not in the line any more, so the bond of the
 * advance returns it. Source: Ley 19.886 art. 11.
 *
 * @param amount the part
 * @param unpaidAfter what the contract still has to pay without it
 * @param advanceLeft part of the advance that no payment has made good
 * @example releasePart(35n, 0n, 8n); // { released: 27n, unearned: 8n }
 */
export function releasePart(amount: bigint, unpaidAfter: bigint, advanceLeft: bigint): ReleasedPart {
  const coverable = lesser(advanceLeft, unpaidAfter);
  const unearned = advanceLeft - coverable;
  return { released: amount - unearned, unearned };
}
