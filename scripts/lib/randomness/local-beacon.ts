import { createHash, randomBytes } from "node:crypto";

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { hexlify, sha256 } from "ethers";

import { BEACON_SCHEME, chainHashOf, roundAt, timeOf, type BeaconInfo } from "./beacon.ts";
import { roundPoint } from "./round-signature.ts";

/** A beacon that signs rounds with a key of its own, for tests and for the demo: whoever holds the key opens anything. */
export interface LocalBeacon {
  readonly info: BeaconInfo;
  /** The signature of a round, 0x hex of 48 bytes. */
  sign(round: bigint): string;
  /** As `roundAt`. */
  roundAt(time: bigint): bigint;
  /** As `timeOf`. */
  timeOf(round: bigint): bigint;
}

/** What makes a local beacon. */
export interface LocalBeaconOptions {
  /** Entropy of the key, so that a test can repeat it; drawn when absent. */
  readonly secret?: Uint8Array;
  /** Unix seconds of round 1. */
  readonly genesis: bigint;
  /** Seconds between rounds. */
  readonly period: bigint;
}

const SEED_BYTES = 48;

/**
 * Makes a beacon in the form of drand's quicknet.
 *
 * @example const beacon = localBeacon({ genesis: now, period: 3n }); beacon.sign(beacon.roundAt(now + 60n));
 */
export function localBeacon({ secret = randomBytes(SEED_BYTES), genesis, period }: LocalBeaconOptions): LocalBeacon {
  const seed = createHash("sha512").update(secret).digest().subarray(0, SEED_BYTES);
  const keys = bls12_381.shortSignatures.keygen(seed);
  const publicKey = hexlify(keys.publicKey.toBytes());
  const published = { publicKey, genesis, period, groupHash: sha256(publicKey), beaconId: "local" };
  const info: BeaconInfo = { ...published, scheme: BEACON_SCHEME, chainHash: chainHashOf(published) };
  return {
    info,
    sign: (round) => hexlify(bls12_381.shortSignatures.sign(roundPoint(round), keys.secretKey).toBytes()),
    roundAt: (time) => roundAt(info, time),
    timeOf: (round) => timeOf(info, round),
  };
}
