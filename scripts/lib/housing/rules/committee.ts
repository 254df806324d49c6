import { WHOLE, type Committee } from "./types.ts";

/** What can be wrong with a group application, in the order of `HousingRules.CommitteeFault`. */
export const COMMITTEE_FAULT = { none: 0n, size: 1n, aboveHigh: 2n, fewLow: 3n, manyHigh: 4n } as const;

/** How the members of a group are spread over the brackets. */
export interface CommitteeTally {
  readonly size: bigint;
  readonly low: bigint;
  readonly middle: bigint;
  readonly high: bigint;
}

/**
 * Counts the members of a group by bracket (tramo): up to the low one, between, above the high one.
 *
 * @param brackets of the members' households, ten-thousandths
 * @example tallyCommittee(rule, [400_000n, 900_000n]).middle; // 1n
 */
export function tallyCommittee({ low, high }: Committee, brackets: readonly bigint[]): CommitteeTally {
  const count = (isIn: (bracket: bigint) => boolean): bigint => BigInt(brackets.filter(isIn).length);
  return {
    size: BigInt(brackets.length),
    low: count((bracket) => bracket <= low),
    middle: count((bracket) => bracket > low && bracket <= high),
    high: count((bracket) => bracket > high),
  };
}

/**
 * The first thing wrong with a group application (comité): of DS 49, at least 70 % of the members in the 40 % bracket and at most 30 %
 * between 40 and 90 %.
 *
 * @param brackets of the members' households, ten-thousandths
 * @returns a value of `COMMITTEE_FAULT`
 * @example committeeFault(rule, brackets) === COMMITTEE_FAULT.none;
 */
export function committeeFault(rule: Committee, brackets: readonly bigint[]): bigint {
  const { size, low, middle, high } = tallyCommittee(rule, brackets);
  if (size === 0n || size < rule.fewest || size > rule.most) return COMMITTEE_FAULT.size;
  if (high > 0n) return COMMITTEE_FAULT.aboveHigh;
  const partOf = (part: bigint, bps: bigint): bigint => part * WHOLE - size * bps;
  if (partOf(low, rule.lowBps) < 0n) return COMMITTEE_FAULT.fewLow;
  return partOf(middle, rule.highBps) > 0n ? COMMITTEE_FAULT.manyHigh : COMMITTEE_FAULT.none;
}
