import { sha256, solidityPacked } from "ethers";

import { CodedError } from "../messages/coded-error.ts";

/** The one scheme of drand that is used: signatures on G1, hashed to the curve as RFC 9380 says, rounds unchained. */
export const BEACON_SCHEME = "bls-unchained-g1-rfc9380";

/** What a drand network publishes of itself; every value of bytes as 0x hex. */
export interface BeaconInfo {
  /** The hash by which the network is known, which all the rest must give. */
  readonly chainHash: string;
  /** Compressed point of G2. */
  readonly publicKey: string;
  /** Unix seconds of round 1. */
  readonly genesis: bigint;
  /** Seconds between rounds. */
  readonly period: bigint;
  readonly groupHash: string;
  readonly beaconId: string;
  readonly scheme: string;
}

/** The League of Entropy's quicknet, the beacon of real networks. */
export const QUICKNET: BeaconInfo = {
  chainHash: "0x52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  publicKey:
    "0x83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  genesis: 1_692_803_367n,
  period: 3n,
  groupHash: "0xf477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e",
  beaconId: "quicknet",
  scheme: BEACON_SCHEME,
};

/**
 * The chain hash of a drand network, worked out from what it publishes as drand does it: SHA-256 of period, genesis,
 * public key, group hash and, unless it is the default one, the beacon's name.
 *
 * @returns 0x and 64 hex digits
 * @example chainHashOf(QUICKNET) === QUICKNET.chainHash; // true
 */
export function chainHashOf(info: Omit<BeaconInfo, "chainHash" | "scheme">): string {
  const name = info.beaconId === "default" ? "" : info.beaconId;
  return sha256(
    solidityPacked(
      ["uint32", "uint64", "bytes", "bytes", "string"],
      [info.period, info.genesis, info.publicKey, info.groupHash, name],
    ),
  );
}

/**
 * Refuses a beacon whose key, clock or name are not those of the network that it claims to be.
 *
 * @throws CodedError `beacon-scheme`, `beacon-chain-mismatch`
 * @example assertBeacon({ ...QUICKNET, publicKey: another }); // throws
 */
export function assertBeacon(info: BeaconInfo): void {
  if (info.scheme !== BEACON_SCHEME) throw new CodedError("beacon-scheme", { scheme: info.scheme });
  const computed = chainHashOf(info);
  if (computed !== info.chainHash) {
    throw new CodedError("beacon-chain-mismatch", { published: info.chainHash, computed });
  }
}

/**
 * The latest round that the beacon has signed at a time.
 *
 * @param time unix seconds
 * @returns 0 before the first round
 * @example roundAt(QUICKNET, 1_692_803_370n); // 2n
 */
export function roundAt({ genesis, period }: BeaconInfo, time: bigint): bigint {
  return time < genesis ? 0n : (time - genesis) / period + 1n;
}

/**
 * When a round is signed.
 *
 * @returns unix seconds
 * @example timeOf(QUICKNET, 1n); // 1_692_803_367n
 */
export function timeOf({ genesis, period }: BeaconInfo, round: bigint): bigint {
  return genesis + (round - 1n) * period;
}

/**
 * The first round that is signed at a time or after it: the one to seal to when nothing may open before that time.
 *
 * @param time unix seconds
 * @example firstRoundFrom(QUICKNET, priceOpensAt);
 */
export function firstRoundFrom(info: BeaconInfo, time: bigint): bigint {
  const round = roundAt(info, time);
  return round > 0n && timeOf(info, round) === time ? round : round + 1n;
}
