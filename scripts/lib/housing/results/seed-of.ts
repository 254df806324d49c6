import { AbiCoder, id, keccak256 } from "ethers";

const SEED = id("Seed(uint256 chainId,address results,bytes32 callId,bytes32 root,bytes32 randomness)");

/** What a seed is drawn for. */
export interface SeedParts {
  readonly chainId: bigint;
  /** Address of the ResultBook. */
  readonly results: string;
  readonly callId: string;
  /** Root of the applications. */
  readonly root: string;
  /** The beacon's, of the round that counts. */
  readonly randomness: string;
}

/**
 * The seed of a call, as `ResultRules.seedOf`.
 *
 * @example drawKeys(table, seedOf({ chainId, results, callId, root, randomness }));
 */
export const seedOf = ({ chainId, results, callId, root, randomness }: SeedParts): string =>
  keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["bytes32", "uint256", "address", "bytes32", "bytes32", "bytes32"],
      [SEED, chainId, results, callId, root, randomness],
    ),
  );
