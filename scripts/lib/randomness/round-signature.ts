import { bls12_381 } from "@noble/curves/bls12-381.js";
import { getBytes, sha256, toBeHex } from "ethers";

import { CodedError } from "../messages/coded-error.ts";
import { assertBeacon, type BeaconInfo } from "./beacon.ts";

const DST = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const ROUND_BYTES = 8;

/**
 * What the beacon signs for a round: SHA-256 of its number as eight bytes.
 *
 * @example roundMessage(1000n).length; // 32
 */
export function roundMessage(round: bigint): Uint8Array {
  return getBytes(sha256(toBeHex(round, ROUND_BYTES)));
}

/**
 * A round's message as a point of G1.
 *
 * @example bls12_381.shortSignatures.sign(roundPoint(7n), secretKey);
 */
export function roundPoint(round: bigint): ReturnType<typeof bls12_381.shortSignatures.hash> {
  return bls12_381.shortSignatures.hash(roundMessage(round), DST);
}

/**
 * Whether a signature is the beacon's own for a round; bytes that are no point of the group are not.
 *
 * @param signature 48 bytes, a compressed point of G1
 * @example isRoundSignature(QUICKNET, 1000n, signature);
 */
export function isRoundSignature({ publicKey }: BeaconInfo, round: bigint, signature: string): boolean {
  try {
    return bls12_381.shortSignatures.verify(getBytes(signature), roundPoint(round), getBytes(publicKey));
  } catch {
    return false;
  }
}

/**
 * Refuses a signature that the published beacon did not give for that round.
 *
 * @throws CodedError `beacon-scheme`, `beacon-chain-mismatch`, `beacon-signature-false`
 * @example assertRoundSignature(QUICKNET, 1000n, signature);
 */
export function assertRoundSignature(info: BeaconInfo, round: bigint, signature: string): void {
  assertBeacon(info);
  if (!isRoundSignature(info, round, signature)) throw new CodedError("beacon-signature-false", { round });
}
