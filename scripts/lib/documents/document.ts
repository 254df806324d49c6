import { sha256, toUtf8Bytes } from "ethers";

import { canonicalJson } from "./canonical-json.ts";

/** An off-chain document as the contracts refer to it. */
export interface Document {
  /** SHA-256 of its bytes, 0x hex. */
  readonly digest: string;
  /** Where it can be fetched: `https://` or `ipfs://`. */
  readonly pointer: string;
}

/**
 * The SHA-256 digest of a document's bytes, as `sha256sum` computes it.
 *
 * @returns 0x and 64 hex digits
 * @example documentDigest(await readFile("bases.pdf"));
 */
export function documentDigest(bytes: Uint8Array): string {
  return sha256(bytes);
}

/**
 * The SHA-256 digest of JSON data in canonical form: independent of the order of keys and of spaces.
 *
 * @returns 0x and 64 hex digits
 * @throws Error as `canonicalJson`
 * @example jsonDigest({ plazo: 90, precio: 1_250_000n });
 */
export function jsonDigest(value: unknown): string {
  return sha256(toUtf8Bytes(canonicalJson(value)));
}
