import { id } from "ethers";

import type { SigningPlace, TypedData } from "../../procurement/typed-data.ts";
import { bytesOf, hashWords, wordOf } from "../../trees/hash-words.ts";
import { SortedTree } from "../../trees/sorted-tree.ts";
import type { Application } from "../application.ts";

/** What a household asks for: its application without what the offices find about it. */
export type Declaration = Omit<Application, "score" | "eligible">;

/** What the intake office gives for an application (comprobante), as `Intake.Receipt`. */
export interface Receipt {
  readonly callId: string;
  readonly nullifier: string;
  /** {@link declaredDigest} of the application. */
  readonly declared: string;
  /** What it scores by what it declared. */
  readonly score: bigint;
  /** Unix seconds. */
  readonly issuedAt: bigint;
}

const DECLARED = id(
  "Declared(bytes32 nullifier,uint16[] slots,uint16 size,bool keepsWaiting,bytes32 attributes,bytes32 members,bytes32 claim)",
);
const RECEIPT = id("Receipt(bytes32 callId,bytes32 nullifier,bytes32 declared,uint64 score,uint40 issuedAt)");

/**
 * Digest of what a household declares, as `Receipts.declaredOf`. 0x hex.
 *
 * @example declaredDigest(application) === receipt.declared;
 */
export const declaredDigest = (declaration: Declaration): string =>
  hashWords([
    DECLARED,
    declaration.nullifier,
    hashWords(declaration.slots.map(wordOf)),
    wordOf(declaration.size),
    wordOf(declaration.keepsWaiting),
    declaration.attributes,
    declaration.members,
    declaration.claim,
  ]);

/** Digest of a receipt, the content of its leaf, as `Receipts.digestOf`. 0x hex. @example receiptDigest(receipt); */
export const receiptDigest = ({ callId, nullifier, declared, score, issuedAt }: Receipt): string =>
  hashWords([RECEIPT, callId, nullifier, declared, wordOf(score), wordOf(issuedAt)]);

/**
 * What the intake office signs for a household.
 *
 * @param place chain and IntakeDesk
 * @example const { domain, types, message } = receiptData(place, receipt);
 * await office.signTypedData(domain, types, message);
 */
export const receiptData = ({ chainId, contract }: SigningPlace, receipt: Receipt): TypedData => ({
  domain: { name: "Erario IntakeDesk", version: "1", chainId, verifyingContract: contract },
  types: {
    Receipt: [
      { name: "callId", type: "bytes32" },
      { name: "nullifier", type: "bytes32" },
      { name: "declared", type: "bytes32" },
      { name: "score", type: "uint64" },
      { name: "issuedAt", type: "uint40" },
    ],
  },
  message: { ...receipt },
});

/**
 * The receipt of each household that counts: its last one, of two of the same second the later in the list.
 *
 * @example receiptTree([...lastReceipts(issued).values()]);
 */
export function lastReceipts(receipts: readonly Receipt[]): Map<string, Receipt> {
  const last = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const before = last.get(receipt.nullifier);
    if (before === undefined || receipt.issuedAt >= before.issuedAt) last.set(receipt.nullifier, receipt);
  }
  return last;
}

/**
 * What the office must lodge before it anchors its root: the last receipts of households that have an earlier one on the chain, which would
 * count otherwise.
 *
 * @param lodged unix seconds of the receipts on the chain, by nullifier
 * @example for (const receipt of receiptsToLodge(lodged, issued)) await lodge(receipt);
 */
export const receiptsToLodge = (lodged: ReadonlyMap<string, bigint>, receipts: readonly Receipt[]): Receipt[] =>
  [...lastReceipts(receipts).values()].filter(({ nullifier, issuedAt }) => {
    const at = lodged.get(nullifier);
    return at !== undefined && at < issuedAt;
  });

/**
 * The tree of the receipts, whose root the office anchors at the close: one a household.
 *
 * @throws CodedError `tree-key-repeated` for a household with two
 * @example receiptTree(receipts).root;
 */
export const receiptTree = (receipts: readonly Receipt[]): SortedTree =>
  SortedTree.of({
    keys: bytesOf(receipts.map(({ nullifier }) => nullifier)),
    contents: bytesOf(receipts.map(receiptDigest)),
  });
