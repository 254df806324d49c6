import { AbiCoder, hexlify, type BytesLike } from "ethers";

import { CodedError } from "../../messages/coded-error.ts";
import type { Declared, PriceContent, TechnicalContent } from "./envelopes.ts";

/** What the technical ciphertext holds: all that its opening on the chain needs. */
export interface TechnicalPlaintext extends TechnicalContent {
  /** Where the technical offer can be fetched: text of the bidder, to be escaped when shown. */
  readonly pointer: string;
  /** Hash of the price envelope. */
  readonly priceCommitment: string;
}

const TECHNICAL_TYPES = ["bytes32", "string", "uint32[4]", "bytes32", "bytes32"];
const PRICE_TYPES = ["uint128", "bytes32"];

const coder = AbiCoder.defaultAbiCoder();

/**
 * The plaintext of the technical envelope.
 *
 * @returns 0x hex
 * @throws TypeError of ethers, when a value does not fit its type
 * @example encodeTechnical({ document, pointer, declared, salt, priceCommitment });
 */
export function encodeTechnical(plaintext: TechnicalPlaintext): string {
  const { document, pointer, declared, salt, priceCommitment } = plaintext;
  return coder.encode(TECHNICAL_TYPES, [document, pointer, declared, salt, priceCommitment]);
}

/**
 * Reads the plaintext of a technical envelope; only the one encoding that `encodeTechnical` gives is accepted.
 *
 * @throws CodedError `envelope-malformed`
 * @example decodeTechnical(await openEnvelope(envelope, QUICKNET)).document;
 */
export function decodeTechnical(bytes: BytesLike): TechnicalPlaintext {
  const [document, pointer, declared, salt, priceCommitment] = decode(TECHNICAL_TYPES, bytes) as [
    document: string,
    pointer: string,
    declared: Declared,
    salt: string,
    priceCommitment: string,
  ];
  return { document, pointer, declared, salt, priceCommitment };
}

/**
 * The plaintext of the price envelope: 64 bytes whatever the price, so that its length tells nothing.
 *
 * @returns 0x hex
 * @throws TypeError of ethers, when a value does not fit its type
 * @example encodePrice({ price: 84_500_000n, salt });
 */
export function encodePrice({ price, salt }: PriceContent): string {
  return coder.encode(PRICE_TYPES, [price, salt]);
}

/**
 * Reads the plaintext of a price envelope; only the one encoding that `encodePrice` gives is accepted.
 *
 * @throws CodedError `envelope-malformed`
 * @example decodePrice(await openEnvelope(envelope, QUICKNET)).price;
 */
export function decodePrice(bytes: BytesLike): PriceContent {
  const [price, salt] = decode(PRICE_TYPES, bytes) as [price: bigint, salt: string];
  return { price, salt };
}

/** Decodes and encodes again, because ethers passes over trailing bytes, odd offsets and numbers that are too large. */
function decode(types: readonly string[], bytes: BytesLike): unknown[] {
  try {
    const values = coder.decode(types, bytes).toArray(true);
    if (coder.encode(types, values) === hexlify(bytes)) return values;
  } catch (cause) {
    throw new CodedError("envelope-malformed", {}, { cause });
  }
  throw new CodedError("envelope-malformed", {});
}
