import { leastPrice } from "../terms/draft-of.ts";
import { bidCommitment, priceHash, technicalHash, type BidScope } from "../sealed/envelopes.ts";
import type { LiveBid } from "../read/read-tender.ts";
import type { TenderTerms } from "../terms/types.ts";
import { check, remark, type Check, type Remark } from "./verification.ts";

/** What checks and remarks a step of the verification gives. */
export interface Outcome {
  readonly checks: readonly Check[];
  readonly remarks: readonly Remark[];
}

/** The book keeps the first 208 bits of a commitment. */
const KEPT = 2 + 52;

/**
 * Hashes what was opened again and holds it against what was sealed: contents, times, eligibility, and whether the price is admissible.
 *
 * @param scope what the envelopes of the bid are bound to
 * @example checkOpenings(bid, scope, terms).checks.every(({ isEqual }) => isEqual);
 */
export function checkOpenings(bid: LiveBid, scope: BidScope, { call, timetable, schedule }: TenderTerms): Outcome {
  const { bidder, technical, price, filing, standing } = bid;
  if (!technical) return { checks: [], remarks: [] };
  const checks: Check[] = [];
  const remarks: Remark[] = [];
  const within = (time: bigint, from: bigint, by: bigint): boolean => time >= from && time <= by;
  const technicalCommitment = technicalHash(scope, technical);
  checks.push(check(bidder, "check-eligible", {}, standing?.eligible ?? false, true));
  const inTime = within(technical.time, timetable.technicalFrom, timetable.technicalBy);
  checks.push(check(bidder, "check-technical-time", {}, inTime, true));
  const priceCommitment =
    price?.salt == null ? technical.priceCommitment : priceHash(scope, { price: price.price, salt: price.salt });
  if (priceCommitment === null) {
    remarks.push(remark(bidder, "remark-unhashed", {}));
  } else {
    const derived = bidCommitment(technicalCommitment, priceCommitment);
    checks.push(check(bidder, "check-commitment", {}, derived.slice(0, KEPT), filing.commitment.slice(0, KEPT)));
  }
  if (!price) return { checks, remarks };
  checks.push(
    check(bidder, "check-price-time", {}, within(price.time, timetable.pricesFrom, timetable.pricesBy), true),
  );
  const isAdmissible = price.price <= call.budget && price.price >= leastPrice(schedule);
  checks.push(check(bidder, "check-admissible", {}, isAdmissible, price.admissible));
  return { checks, remarks };
}
