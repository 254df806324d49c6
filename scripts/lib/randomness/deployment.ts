import type { BeaconInfo } from "./beacon.ts";
import { evmnetKey } from "./evmnet.ts";
import { networkOf } from "./network-of.ts";
import { quicknetKey } from "./quicknet-points.ts";

/** The parameters of Ignition's module Randomness; as JSON holds them, so that they can stand in a network's file too. */
export type RandomnessParameters = Record<string, string[] | Record<string, string | number>>;

const plain = (info: BeaconInfo): Record<string, string | number> => {
  const { genesis, period, ...rest } = networkOf(info);
  return { ...rest, genesis: Number(genesis), period: Number(period) };
};

/**
 * How the module Randomness is told of two beacons.
 *
 * @example await ignition.deploy(Suite, { parameters: { Randomness: randomnessParameters(beacon.info, EVMNET) } });
 */
export function randomnessParameters(quicknet: BeaconInfo, evmnet: BeaconInfo): RandomnessParameters {
  return {
    quicknet: plain(quicknet),
    quicknetKey: quicknetKey(quicknet.publicKey),
    evmnet: plain(evmnet),
    evmnetKey: evmnetKey(evmnet.publicKey),
  };
}
