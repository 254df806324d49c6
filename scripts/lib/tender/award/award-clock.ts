import { lengthenedByPause } from "../../procurement/due-process.ts";

/** Where an award stands, in the order of `Award.Status`. */
export const AWARD_STATUS = ["none", "complaints", "review", "standstill", "signature", "lapsed", "ended"] as const;
export type AwardStatus = (typeof AWARD_STATUS)[number];

/** What the terms say about complaints and signature, seconds; `validUntil` in unix seconds. */
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
  return time <= earliest(signUntil, windows.validUntil) ? "signature" : "lapsed";
}

/**
 * Whether the winner let its whole signature window pass and may be removed; a window that the validity of the bids cut short is not whole.
 *
 * @param time now, unix seconds
 * @example isForgone(windows, facts, now); // anyone may call lapseSignature
 */
export function isForgone(windows: AwardWindows, facts: AwardFacts, time: bigint): boolean {
  const { signUntil } = awardTimes(windows, facts);
  return signUntil <= windows.validUntil && signUntil < time;
}

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
