import { expect } from "chai";
import { solidityPackedSha256 } from "ethers";

import { localBeacon } from "../../scripts/lib/randomness/local-beacon.ts";
import { localEvmnet } from "../../scripts/lib/randomness/evmnet.ts";
import type { Network } from "../../scripts/lib/randomness/network-of.ts";
import type { DrandEvmnet, DrandQuicknet } from "../../typechain-types/index.js";

const GENESIS = 1_767_225_600n;

/** Beacons whose keys are the same in every run. */
export const quicknetLike = localBeacon({ secret: new Uint8Array(32).fill(7), genesis: GENESIS, period: 3n });
export const evmnetLike = localEvmnet({ secret: new Uint8Array(32).fill(8), genesis: GENESIS, period: 30n });

/** A network of this key under the chain hash that belongs to it. */
export function networkWith(publicKey: string, changes: Partial<Network> = {}): Network {
  const named = { genesis: GENESIS, period: 3n, groupHash: `0x${"ab".repeat(32)}`, beaconId: "local", ...changes };
  const { genesis, period, groupHash, beaconId } = named;
  const chainHash = solidityPackedSha256(
    ["uint32", "uint64", "bytes", "bytes32", "string"],
    [period, genesis, publicKey, groupHash, beaconId],
  );
  return { ...named, chainHash: changes.chainHash ?? chainHash };
}

/** Asserts that nobody can prove these bytes to be the round's signature, and that nothing is kept. */
export async function expectRefused(
  beacon: DrandQuicknet | DrandEvmnet,
  round: bigint,
  signature: string,
  error: "Beacon_NotAPoint" | "Beacon_FalseSignature",
): Promise<void> {
  await expect(beacon.verify(round, signature)).to.be.revertedWithCustomError(beacon, error).withArgs(round);
  await expect(beacon.prove(round, signature)).to.be.revertedWithCustomError(beacon, error).withArgs(round);
  await expect(beacon.randomnessOf(round)).to.be.revertedWithCustomError(beacon, "Beacon_NotProven").withArgs(round);
}
