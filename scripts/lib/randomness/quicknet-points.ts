import { bls12_381 } from "@noble/curves/bls12-381.js";
import { concat, getBytes, hexlify, toBeHex } from "ethers";

const COORDINATE_BYTES = 48;
const PADDED_BYTES = 64;
const WORD_BYTES = 32;

/**
 * A signature of quicknet as `DrandQuicknet.prove` takes it: drand publishes x alone, the contract also wants y.
 *
 * @param signature 48 bytes, a compressed point of G1
 * @returns 96 bytes: x and y
 * @throws Error when the bytes are no point of the curve
 * @example await beacon.prove(1000n, uncompressSignature(await fetchRound(url, 1000n, request)));
 */
export function uncompressSignature(signature: string): string {
  const { x, y } = bls12_381.G1.Point.fromBytes(getBytes(signature)).toAffine();
  return concat([toBeHex(x, COORDINATE_BYTES), toBeHex(y, COORDINATE_BYTES)]);
}

/**
 * The key of a network in the form of quicknet, as the constructor of `DrandQuicknet` takes it.
 *
 * @param publicKey 96 bytes, a compressed point of G2
 * @returns eight words: x.c0, x.c1, y.c0, y.c1 in 64 bytes each
 * @throws Error when the bytes are no point of the curve
 * @example quicknetKey(QUICKNET.publicKey).length; // 8
 */
export function quicknetKey(publicKey: string): string[] {
  const { x, y } = bls12_381.G2.Point.fromBytes(getBytes(publicKey)).toAffine();
  const bytes = getBytes(concat([x.c0, x.c1, y.c0, y.c1].map((part) => toBeHex(part, PADDED_BYTES))));
  return Array.from({ length: bytes.length / WORD_BYTES }, (_, index) =>
    hexlify(bytes.subarray(index * WORD_BYTES, (index + 1) * WORD_BYTES)),
  );
}
