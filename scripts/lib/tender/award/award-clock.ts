import { lengthenedByPause } from "../../procurement/due-process.ts";
import { TENDER_RULES } from "../terms/law.ts";

/** Where an award stands, in the order of `Award.Status`. */
export const AWARD_STATUS = ["none", "complaints", "review", "standstill", "signature", "lapsed", "ended"] as const;
export type AwardStatus = (typeof AWARD_STATUS)[number];

/** What the terms say about complaints and signature, seconds; `validUntil`, the published validity of the bids, in unix seconds. */
export interface AwardWindows {
  readonly complaintWindow: bigint;
  readonly reviewWindow: bigint;
  readonly suspensionCap: bigint;
  readonly standstill: bigint;
  readonly signatureWindow: bigint;
  readonly validUntil: bigint;
}

/** What has happened since an award, unix seconds. */
export interface AwardFacts {
  readonly awardedAt: bigint;
  readonly complaints: bigint;
  /** When the reviewer confirmed it, 0 before. */
  readonly ruledAt: bigint;
  /** Seconds that complaints against earlier awards suspended the tender. */
  readonly suspended: bigint;
  /** When the last pause began, 0 if there was none. */
  readonly pausedAt: bigint;
}

/** The last seconds of the windows of an award, unix seconds; `signFrom` is the first one of its window. */
export interface AwardTimes {
  readonly complaintsUntil: bigint;
  readonly reviewUntil: bigint;
  readonly signFrom: bigint;
  readonly signUntil: bigint;
}

const latest = (...times: bigint[]): bigint => times.reduce((a, b) => (a > b ? a : b));
const earliest = (...times: bigint[]): bigint => times.reduce((a, b) => (a < b ? a : b));

/**
 * The windows of an award: complaints, then a review where there are any, ended early by a confirmation and never longer than what is left of the
 * suspension cap; the standstill from the award on; the signature after the latest of these. A pause lengthens complaints and signature. A window
 * includes its last second. Source: Ley 19.886 art. 10 and 30 bis.
 *
 * @example awardTimes(windows, facts).signFrom; // first second at which the winner may sign
 */
export function awardTimes(windows: AwardWindows, facts: AwardFacts): AwardTimes {
  const { awardedAt, pausedAt } = facts;
  const complaintsUntil = lengthenedByPause(awardedAt, awardedAt + windows.complaintWindow, pausedAt);
  const left = latest(0n, windows.suspensionCap - facts.suspended);
  const silentUntil = complaintsUntil + (facts.complaints === 0n ? 0n : earliest(left, windows.reviewWindow));
  const reviewUntil = facts.ruledAt === 0n ? silentUntil : facts.ruledAt;
  const signFrom = latest(reviewUntil, awardedAt + windows.standstill) + 1n;
  const signUntil = lengthenedByPause(signFrom, signFrom + windows.signatureWindow - 1n, pausedAt);
  return { complaintsUntil, reviewUntil, signFrom, signUntil };
}

/**
 * Where an award of a running tender stands.
 *
 * @param time now, unix seconds
 * @example awardStatus(windows, facts, now); // "complaints"
 */
export function awardStatus(windows: AwardWindows, facts: AwardFacts, time: bigint): AwardStatus {
  const { complaintsUntil, reviewUntil, signFrom, signUntil } = awardTimes(windows, facts);
  if (time <= complaintsUntil) return "complaints";
  if (facts.complaints !== 0n && facts.ruledAt === 0n && time <= reviewUntil) return "review";
  if (time < signFrom) return "standstill";
  return time <= signUntil ? "signature" : "lapsed";
}

/**
 * Most by which awards that come to nothing lengthen the validity of the bids, seconds: ten times the longer of complaints and standstill, and the
 * signature.
 *
 * @example longestExtension({ complaintWindow: 5n, standstill: 10n, signatureWindow: 2n }); // 120n
 */
export const longestExtension = ({
  complaintWindow,
  standstill,
  signatureWindow,
}: Pick<AwardWindows, "complaintWindow" | "standstill" | "signatureWindow">): bigint =>
  TENDER_RULES.reawards * (latest(complaintWindow, standstill) + signatureWindow);

/**
 * Last second in which a tender may be awarded, unix seconds: the published validity, and as much longer as awards that came to nothing took.
 *
 * @param spent seconds that those awards took, each as {@link spentBy} says
 * @example lastAward(windows, 0n) === windows.validUntil;
 */
export const lastAward = (windows: AwardWindows, spent: bigint): bigint =>
  windows.validUntil + earliest(spent, longestExtension(windows));

/**
 * Seconds that an award which came to nothing took, until its last window at most.
 *
 * @param time when it fell, unix seconds
 * @example spentBy(windows, facts, now); // lengthens the validity of the other bids
 */
export const spentBy = (windows: AwardWindows, facts: AwardFacts, time: bigint): bigint =>
  earliest(time, awardTimes(windows, facts).signUntil) - facts.awardedAt;

/**
 * Seconds for which complaints against this award have suspended the tender so far.
 *
 * @param time now, unix seconds
 * @example suspendedBy(windows, facts, now); // counts toward the cap once the award falls
 */
export function suspendedBy(windows: AwardWindows, facts: AwardFacts, time: bigint): bigint {
  const { complaintsUntil, reviewUntil } = awardTimes(windows, facts);
  return latest(0n, earliest(time, reviewUntil) - complaintsUntil);
}
