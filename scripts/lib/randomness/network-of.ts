import type { BeaconInfo } from "./beacon.ts";

/** What the constructor of a beacon contract takes beside the key: the struct `Network`. */
export interface Network {
  readonly chainHash: string;
  readonly genesis: bigint;
  readonly period: bigint;
  readonly groupHash: string;
  readonly beaconId: string;
}

/**
 * A drand network as a beacon contract is told of it.
 *
 * @example await new DrandQuicknet__factory(deployer).deploy(networkOf(QUICKNET), quicknetKey(QUICKNET.publicKey));
 */
export function networkOf({ chainHash, genesis, period, groupHash, beaconId }: BeaconInfo): Network {
  return { chainHash, genesis, period, groupHash, beaconId: beaconId === "default" ? "" : beaconId };
}
