import { DIGEST_WORDS, keccakWords } from "./keccak.ts";

/**
 * Keccak-256 of 32-byte words one after another, as Solidity's `abi.encode` of static fields or `abi.encodePacked` of a list.
 *
 * @param words 0x hex of 32 bytes each
 * @returns 0x hex
 * @example hashWords([type, nullifier, wordOf(7)]);
 */
export function hashWords(words: readonly string[]): string {
  const input = new Uint32Array(words.length * DIGEST_WORDS);
  Buffer.from(input.buffer).write(words.map((word) => word.slice(2)).join(""), "hex");
  const digest = new Uint32Array(DIGEST_WORDS);
  keccakWords(input, 0, input.length, digest, 0);
  return `0x${Buffer.from(digest.buffer).toString("hex")}`;
}

/** A whole number or a yes as a word, 0x hex. @example wordOf(true); */
export const wordOf = (value: bigint | number | boolean): string => `0x${BigInt(value).toString(16).padStart(64, "0")}`;

/** Words in one array of bytes, 32 each. @example SortedTree.of({ keys: bytesOf(nullifiers), contents }); */
export function bytesOf(words: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 32);
  Buffer.from(bytes.buffer).write(words.map((word) => word.slice(2)).join(""), "hex");
  return bytes;
}
