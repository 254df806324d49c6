import { AbiCoder, keccak256 } from "ethers";

import type { SigningPlace, TypedData } from "../procurement/typed-data.ts";

/** A report as a member of a board signs it (`IAttestation`). */
export interface AttestedReport {
  /** Number of the board in its program. */
  readonly board: bigint;
  /** Digest of the report, 0x hex. */
  readonly report: string;
  readonly epoch: bigint;
  /** Digest of the board's composition, 0x hex: {@link boardConfiguration}. */
  readonly configuration: string;
}

/** A member's signature of a report, as `Endorsement`. */
export interface Endorsement {
  readonly signer: string;
  readonly signature: string;
}

/**
 * The digest of a board's composition.
 *
 * @param members ascending, as `configureBoard` takes them
 * @example boardConfiguration(1n, 1n, 2n, members);
 */
export function boardConfiguration(
  board: bigint,
  epoch: bigint,
  threshold: bigint,
  members: readonly string[],
): string {
  const types = ["uint256", "uint64", "uint256", "address[]"];
  return keccak256(AbiCoder.defaultAbiCoder().encode(types, [board, epoch, threshold, members]));
}

/**
 * What a member of a board signs.
 *
 * @param name of the program's EIP-712 domain, for example "Erario Housing"
 * @param place chain and program
 * @example await office.signTypedData(...Object.values(attestationData("Erario Housing", place, report)));
 */
export const attestationData = (
  name: string,
  { chainId, contract }: SigningPlace,
  report: AttestedReport,
): TypedData => ({
  domain: { name, version: "1", chainId, verifyingContract: contract },
  types: {
    Attestation: [
      { name: "board", type: "uint256" },
      { name: "report", type: "bytes32" },
      { name: "epoch", type: "uint64" },
      { name: "configuration", type: "bytes32" },
    ],
  },
  message: { ...report },
});

/**
 * Accounts in the order that boards and their signatures have: ascending by number.
 *
 * @example endorsements.sort((left, right) => byAccount(left.signer, right.signer));
 */
export const byAccount = (left: string, right: string): number => {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a < b ? -1 : Number(a > b);
};
