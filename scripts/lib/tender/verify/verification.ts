import type { Text } from "../../lang.ts";
import type { MessageCode, MessageParams } from "../../messages/catalogue.ts";
import { sentenceInBoth } from "../../messages/render-message.ts";
import type { Absence } from "../award/types.ts";
import type { CriterionResult } from "../evaluation/evaluate-bid.ts";

/** A figure that was worked out again, beside what the chain says. */
export interface Check {
  /** Registry entity of the bid that it concerns; null where it concerns the tender. */
  readonly bidder: bigint | null;
  readonly what: Text;
  readonly derived: string;
  readonly onChain: string;
  readonly isEqual: boolean;
}

/** Something that a reader should know and that is no difference. */
export interface Remark {
  readonly bidder: bigint | null;
  readonly what: Text;
}

/** How a bid came to its points, all from what the chain says. */
export interface BidAccount {
  readonly bidder: bigint;
  readonly isOpened: boolean;
  readonly criteria: readonly CriterionResult[];
  readonly technical: bigint;
  readonly attributes: bigint;
  readonly isQualified: boolean;
  /** Smallest units; null while sealed. */
  readonly price: bigint | null;
  /** Basis points, in the last ranking; null where the bid is not ranked. */
  readonly pricePoints: bigint | null;
  readonly total: bigint | null;
  /** From 1, in the last ranking. */
  readonly rank: number | null;
  /** Why it is not ranked. */
  readonly absence: Absence | null;
}

/** What a tender's events give when every rule is applied again. */
export interface Verification {
  readonly id: string;
  readonly checks: readonly Check[];
  readonly remarks: readonly Remark[];
  readonly bids: readonly BidAccount[];
  /** Bids of the version that holds, and how many of them are admissible. */
  readonly filed: number;
  readonly admissible: number;
  /** The winner of the last award that stands; null where there is none. */
  readonly winner: bigint | null;
  /** Whether every check is equal. */
  readonly isVerified: boolean;
}

/** Values that a check compares. */
export type Checked = bigint | boolean | string;

/**
 * A check, put into words.
 *
 * @example check(7n, "check-technical", {}, derived.technical, entered.technical).isEqual;
 */
export function check<C extends MessageCode>(
  bidder: bigint | null,
  code: C,
  params: MessageParams<C>,
  derived: Checked,
  onChain: Checked,
): Check {
  const isEqual = derived === onChain;
  return { bidder, what: sentenceInBoth(code, params), derived: String(derived), onChain: String(onChain), isEqual };
}

/**
 * A remark, put into words.
 *
 * @example remark(7n, "remark-unreadable", { reason });
 */
export function remark<C extends MessageCode>(bidder: bigint | null, code: C, params: MessageParams<C>): Remark {
  return { bidder, what: sentenceInBoth(code, params) };
}
