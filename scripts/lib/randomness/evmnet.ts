import { createHash, randomBytes } from "node:crypto";

import { expand_message_xmd } from "@noble/curves/abstract/hash-to-curve.js";
import { bn254 } from "@noble/curves/bn254.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { concat, dataSlice, getBytes, hexlify, keccak256, sha256, toBeHex, toBigInt, toUtf8Bytes } from "ethers";

import { chainHashOf, roundAt, timeOf, type BeaconInfo } from "./beacon.ts";
import type { LocalBeacon, LocalBeaconOptions } from "./local-beacon.ts";

/** The scheme of drand on BN254: signatures on G1, hashed by Keccak-256 and the map of Shallue and van de Woestijne. */
export const EVMNET_SCHEME = "bls-bn254-unchained-on-g1";

/** The League of Entropy's evmnet, the second beacon of real networks. */
export const EVMNET: BeaconInfo = {
  chainHash: "0x04f1e9062b8a81f848fded9c12306733282b2727ecced50032187751166ec8c3",
  publicKey:
    "0x07e1d1d335df83fa98462005690372c643340060d205306a9aa8106b6bd0b3820557ec32c2ad488e4d4f6008f89a346f18492092ccc0d594610de2732c8b808f0095685ae3a85ba243747b1b2f426049010f6b73a0cf1d389351d5aaaa1047f6297d3a4f9749b33eb2d904c9d9ebf17224150ddd7abd7567a9bec6c74480ee0b",
  genesis: 1_727_521_075n,
  period: 3n,
  groupHash: "0xcd7ad2f0e0cce5d8c288f2dd016ffe7bc8dc88dbb229b3da2b6ad736490dfed6",
  beaconId: "evmnet",
  scheme: EVMNET_SCHEME,
};

type Point = InstanceType<typeof bn254.G1.Point>;

const DST = toUtf8Bytes("BLS_SIG_BN254G1_XMD:KECCAK-256_SVDW_RO_NUL_");
const ROUND_BYTES = 8;
const WORD_BYTES = 32;
/** Bytes of a uniform number that is reduced to a field element. */
const ELEMENT_BYTES = 48;

const { Fp, Fr } = bn254.fields;
const Z = 1n;
const curve = (x: bigint): bigint => Fp.add(Fp.mul(Fp.sqr(x), x), 3n);
const isSquare = (value: bigint): boolean => Fp.pow(value, (Fp.ORDER - 1n) / 2n) !== Fp.ORDER - 1n;
const withParity = (root: bigint, like: bigint): bigint => (((root ^ like) & 1n) === 0n ? root : Fp.neg(root));
const C2 = Fp.div(Fp.neg(Z), 2n);
const C3 = withParity(Fp.sqrt(Fp.mul(Fp.neg(curve(Z)), 3n)), 0n);
const C4 = Fp.div(Fp.mul(-4n, curve(Z)), 3n);

/**
 * A field element as a point of the curve: RFC 9380 section 6.6.1, with Z = 1.
 *
 * @example mapToCurve(5n).assertValidity();
 */
export function mapToCurve(u: bigint): Point {
  const square = Fp.mul(Fp.sqr(u), curve(Z));
  const [less, more] = [Fp.sub(1n, square), Fp.add(1n, square)];
  const product = Fp.mul(less, more);
  const inverse = product === 0n ? 0n : Fp.inv(product);
  const step = Fp.mul(Fp.mul(Fp.mul(u, less), inverse), C3);
  const third = Fp.add(Z, Fp.mul(C4, Fp.sqr(Fp.mul(Fp.sqr(more), inverse))));
  const x = [Fp.sub(C2, step), Fp.add(C2, step)].find((candidate) => isSquare(curve(candidate))) ?? third;
  return bn254.G1.Point.fromAffine({ x, y: withParity(Fp.sqrt(curve(x)), u) });
}

/**
 * What evmnet signs for a round, Keccak-256 of its number as eight bytes, as a point of G1.
 *
 * @example evmnetRoundPoint(7n).multiply(secretKey);
 */
export function evmnetRoundPoint(round: bigint): Point {
  const message = getBytes(keccak256(toBeHex(round, ROUND_BYTES)));
  const uniform = hexlify(expand_message_xmd(message, DST, 2 * ELEMENT_BYTES, keccak_256));
  const element = (from: number): bigint => Fp.create(toBigInt(dataSlice(uniform, from, from + ELEMENT_BYTES)));
  return mapToCurve(element(0)).add(mapToCurve(element(ELEMENT_BYTES)));
}

/**
 * The key of a network in the form of evmnet, as the constructor of `DrandEvmnet` takes it.
 *
 * @param publicKey 128 bytes: x.c1, x.c0, y.c1, y.c0
 * @returns the four words
 * @example evmnetKey(EVMNET.publicKey).length; // 4
 */
export function evmnetKey(publicKey: string): string[] {
  return [0, 1, 2, 3].map((index) => dataSlice(publicKey, index * WORD_BYTES, (index + 1) * WORD_BYTES));
}

/**
 * Whether a signature is the beacon's own for a round; bytes that are no point of the group are not.
 *
 * @param signature 64 bytes, x and y of a point of G1
 * @example isEvmnetSignature(EVMNET, 1n, signature);
 */
export function isEvmnetSignature({ publicKey }: BeaconInfo, round: bigint, signature: string): boolean {
  try {
    const [xIm, xRe, yIm, yRe] = evmnetKey(publicKey).map(toBigInt) as [bigint, bigint, bigint, bigint];
    const key = bn254.G2.Point.fromAffine({ x: { c0: xRe, c1: xIm }, y: { c0: yRe, c1: yIm } });
    const signed = bn254.G1.Point.fromAffine({
      x: toBigInt(dataSlice(signature, 0, WORD_BYTES)),
      y: toBigInt(dataSlice(signature, WORD_BYTES)),
    });
    signed.assertValidity();
    const { Fp12 } = bn254.fields;
    return Fp12.eql(bn254.pairing(signed, bn254.G2.Point.BASE), bn254.pairing(evmnetRoundPoint(round), key));
  } catch {
    return false;
  }
}

/**
 * Makes a beacon in the form of drand's evmnet, with a key of its own.
 *
 * @example const beacon = localEvmnet({ genesis: now, period: 3n }); beacon.sign(1n).length; // 130
 */
export function localEvmnet({ secret = randomBytes(ELEMENT_BYTES), genesis, period }: LocalBeaconOptions): LocalBeacon {
  const key = Fr.create(toBigInt(hexlify(createHash("sha512").update(secret).digest())));
  const { x, y } = bn254.G2.Point.BASE.multiply(key).toAffine();
  const publicKey = concat([x.c1, x.c0, y.c1, y.c0].map((part) => toBeHex(part, WORD_BYTES)));
  const published = { publicKey, genesis, period, groupHash: sha256(publicKey), beaconId: "local" };
  const info: BeaconInfo = { ...published, scheme: EVMNET_SCHEME, chainHash: chainHashOf(published) };
  return {
    info,
    sign: (round) => {
      const signed = evmnetRoundPoint(round).multiply(key).toAffine();
      return concat([toBeHex(signed.x, WORD_BYTES), toBeHex(signed.y, WORD_BYTES)]);
    },
    roundAt: (time) => roundAt(info, time),
    timeOf: (round) => timeOf(info, round),
  };
}
