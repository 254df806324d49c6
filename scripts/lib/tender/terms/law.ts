import { DAY } from "../../procurement/law.ts";

/** Numbers of tenders that a statute fixes; times in seconds. Thresholds move with the UTM: 1,000 UTM is an argument. */
export const TENDER_LAW = {
  /** Bid bonds only above 5,000 UTM, in thresholds of 1,000 UTM: Ley 19.886 art. 11. */
  bidBondThresholds: 5n,
  /** Bid bond (garantía de seriedad), of the amount of the tender: Ley 19.886 art. 11. */
  mostBidBondBps: 300n,
  /** A local supplier may be preferred below 500 UTM, a half of 1,000 UTM: Ley 19.886 art. 61. */
  localFraction: 2n,
  /** Shortest publication: Mercado Público, tenders of less than 100 UTM (L1). */
  publication: 5n * DAY,
  /** Five business days for complaints are never fewer than five days: Ley 19.886 art. 30 bis. */
  complaintWindow: 5n * DAY,
  /** Above 5,000 UTM, ten business days between award and signature, never fewer than ten days: Ley 19.886 art. 10. */
  standstill: 10n * DAY,
  /** Two business days to accept, never fewer than two days: Mercado Público, purchase orders. */
  signatureWindow: 2n * DAY,
} as const;

/** The suite's own bounds for every tender, seconds. */
export const TENDER_RULES = {
  shortestStage: DAY,
  longestSuspension: 90n * DAY,
  longestExtension: 30n * DAY,
  /** Longest window that a pause may lengthen. */
  longestPausableWindow: 30n * DAY,
  /** Awards that may come to nothing without shortening the time of the next one. */
  reawards: 10n,
  /** How long a budget may stay reserved. */
  longestReservation: 730n * DAY,
  /** Largest budget that fits a slot. */
  mostBudget: (1n << 112n) - 1n,
} as const;
