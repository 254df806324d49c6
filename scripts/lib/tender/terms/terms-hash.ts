import { AbiCoder, keccak256 } from "ethers";

import { structWords } from "../../procurement/struct-words.ts";
import type { Call, ContractTerms, Panel, Rules, Share, TenderTerms } from "./types.ts";

const words = (types: readonly string[], values: readonly unknown[]): string =>
  AbiCoder.defaultAbiCoder().encode(types, values);

/**
 * Hash of the rules of the award, as the book keeps it.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example rulesHash(terms.rules) === (await book.getDigests(id)).rules;
 */
export function rulesHash({ minTechnicalBps, abnormallyLow, region, tieBreak, criteria }: Rules): string {
  const rated = criteria.map(({ kind, weight, field, zeroAt, fullAt }) => [kind, weight, field, zeroAt, fullAt]);
  return keccak256(
    words(
      ["uint16", "uint128", "uint16", "uint8[4]", "tuple(uint8,uint16,uint8,uint32,uint32)[8]"],
      [minTechnicalBps, abnormallyLow, region, tieBreak, rated],
    ),
  );
}

/**
 * Hash of the panel, as the book keeps it.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example panelHash(terms.panel) === (await book.getDigests(id)).panel;
 */
export const panelHash = ({ quorum, evaluators, substitutes }: Panel): string =>
  keccak256(words(["uint8", "address[7]", "address[7]"], [quorum, evaluators, substitutes]));

const CALL: Readonly<Record<keyof Call, string>> = {
  ocid: "bytes32",
  document: "bytes32",
  lineId: "uint256",
  token: "address",
  buyer: "uint64",
  category: "uint8",
  budget: "uint128",
  bidBond: "uint128",
  maxEnquiries: "uint8",
  answerExtension: "uint32",
  timeLocked: "bool",
  technicalRound: "uint64",
  priceRound: "uint64",
};

const CONTRACT: Readonly<Record<keyof ContractTerms, string>> = {
  document: "bytes32",
  taxBps: "uint16",
  advanceBps: "uint16",
  advanceBonded: "bool",
  retentionBps: "uint16",
  retentionCapBps: "uint16",
  inspector: "address",
  substitute: "address",
  bondExemption: "uint8",
  performanceBps: "uint16",
  raisedBps: "uint16",
  duration: "uint32",
  bondTail: "uint32",
  warranty: "uint32",
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

const SHARE: Readonly<Record<keyof Share, string>> = {
  bps: "uint16",
  notBefore: "uint32",
  dueAfter: "uint32",
  certificates: "uint8",
};

/**
 * Hash of everything that the contract to come depends on, as the book keeps it.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example contractHash(terms) === (await book.getDigests(id)).contractTerms;
 */
export function contractHash({ call, contractTerms, schedule }: TenderTerms): string {
  const parts = [structWords(call, CALL), structWords(contractTerms, CONTRACT)];
  const shares = schedule.map((share) => structWords(share, SHARE));
  return keccak256(`0x${[...parts, ...shares].map((bytes) => bytes.slice(2)).join("")}`);
}

/**
 * Id of a tender: hash of chain, book, buyer and process.
 *
 * @param book address of the TenderBook
 * @example tenderId(31_337n, book, terms.call);
 */
export const tenderId = (chainId: bigint, book: string, { buyer, ocid }: Pick<Call, "buyer" | "ocid">): string =>
  keccak256(words(["uint256", "address", "uint64", "bytes32"], [chainId, book, buyer, ocid]));
