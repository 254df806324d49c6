import { concat, keccak256, toBeHex } from "ethers";

import { structWords } from "./struct-words.ts";

/** The terms that every payment reads (`Agreement.Terms`); amounts in smallest units of the token. */
export interface Terms {
  readonly annex: string;
  readonly lineId: bigint;
  readonly token: string;
  readonly buyer: bigint;
  readonly supplier: bigint;
  readonly price: bigint;
  readonly advance: bigint;
  readonly retentionBps: bigint;
  readonly retentionCapBps: bigint;
  readonly inspector: string;
  readonly substitute: string;
}

/** The terms of opening and due process (`Agreement.Annex`); times in unix seconds, windows in seconds. */
export interface Annex {
  readonly ocid: string;
  readonly document: string;
  readonly category: bigint;
  readonly bondExemption: bigint;
  readonly netPrice: bigint;
  readonly advanceBond: bigint;
  readonly performanceBond: bigint;
  readonly bondUntil: bigint;
  readonly warranty: bigint;
  readonly signBy: bigint;
  readonly endsAt: bigint;
  readonly fineBpsPerDay: bigint;
  readonly fineCapBps: bigint;
  readonly defaultBps: bigint;
  readonly defenceWindow: bigint;
  readonly decisionWindow: bigint;
  readonly appealWindow: bigint;
  readonly reviewWindow: bigint;
  readonly settlementWindow: bigint;
  readonly rulingWindow: bigint;
  readonly certificateWindow: bigint;
  readonly arbiter: string;
  readonly fallbackArbiter: string;
  readonly reviewer: string;
  readonly certifiers: [string, string, string];
}

/** Terms and annex together. */
export interface Deed {
  readonly terms: Terms;
  readonly annex: Annex;
}

/** One entry of the schedule that both sides sign; `certificates` has bit k set where the certificate of kind k is required. */
export interface MilestoneTerms {
  readonly amount: bigint;
  readonly notBefore: bigint;
  readonly dueAt: bigint;
  readonly certificates: bigint;
}

const ANNEX_WORDS: Readonly<Record<keyof Annex, string>> = {
  ocid: "bytes32",
  document: "bytes32",
  category: "uint8",
  bondExemption: "uint8",
  netPrice: "uint128",
  advanceBond: "uint128",
  performanceBond: "uint128",
  bondUntil: "uint40",
  warranty: "uint32",
  signBy: "uint40",
  endsAt: "uint40",
  fineBpsPerDay: "uint16",
  fineCapBps: "uint16",
  defaultBps: "uint16",
  defenceWindow: "uint32",
  decisionWindow: "uint32",
  appealWindow: "uint32",
  reviewWindow: "uint32",
  settlementWindow: "uint32",
  rulingWindow: "uint32",
  certificateWindow: "uint32",
  arbiter: "address",
  fallbackArbiter: "address",
  reviewer: "address",
  certifiers: "address[3]",
};

const TERMS_WORDS: Readonly<Record<keyof Terms, string>> = {
  annex: "bytes32",
  lineId: "uint256",
  token: "address",
  buyer: "uint64",
  supplier: "uint64",
  price: "uint128",
  advance: "uint128",
  retentionBps: "uint16",
  retentionCapBps: "uint16",
  inspector: "address",
  substitute: "address",
};

/**
 * Hash of an annex, the `annex` of the terms that it belongs to.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example annexHash(annex) === deed.terms.annex;
 */
export const annexHash = (annex: Annex): string => keccak256(structWords(annex, ANNEX_WORDS));

/**
 * Id of a contract: the hash of its terms.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example await reader.statusOf(contractId(deed.terms));
 */
export const contractId = (terms: Terms): string => keccak256(structWords(terms, TERMS_WORDS));

/**
 * Hash of a schedule, four words a milestone; what the supplier signs beside the id.
 *
 * @example scheduleHash([{ amount: 1n, notBefore: 0n, dueAt: 1n, certificates: 0n }]);
 */
export function scheduleHash(schedule: readonly MilestoneTerms[]): string {
  const words = schedule.flatMap(({ amount, notBefore, dueAt, certificates }) => [
    amount,
    notBefore,
    dueAt,
    certificates,
  ]);
  return keccak256(concat(words.map((word) => toBeHex(word, 32))));
}

/**
 * Terms and annex bound together: the terms' `annex` is set to the annex's hash.
 *
 * @throws TypeError of ethers, when a value of the annex does not fit its type
 * @example const deed = deedOf({ lineId: 1n, token, buyer: 1n, supplier: 2n, ...rest }, annex);
 */
export const deedOf = (terms: Omit<Terms, "annex">, annex: Annex): Deed => ({
  terms: { ...terms, annex: annexHash(annex) },
  annex,
});
