import { getBytes } from "ethers";

import { DIGEST_WORDS, keccakWords } from "../trees/keccak.ts";
import type { ApplicationTable } from "./application-table.ts";

/** Words of 32 bits of a key: two of the score, four of the lot. */
const WORDS = 6;

/** The keys of all rows of a table. */
export interface Keys {
  /** Six words a row, the most significant first. */
  readonly words: Uint32Array;
  /** Rows from the highest key to the lowest; of equal keys, the lower row first. */
  readonly order: Uint32Array;
}

const swapped = (word: number): number =>
  ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;

/**
 * The keys of all rows: score, then lot.
 *
 * @param seed drawn for the call, 0x hex
 * @example drawKeys(table, seed).order[0]; // the row that chooses first
 */
export function drawKeys(table: ApplicationTable, seed: string): Keys {
  const words = new Uint32Array(table.count * WORDS);
  const scores = new Uint32Array(table.scores.buffer, table.scores.byteOffset, 2 * table.count);
  const bytes = new Uint8Array(2 * DIGEST_WORDS * 4);
  const input = new Uint32Array(bytes.buffer);
  const digest = new Uint32Array(DIGEST_WORDS);
  bytes.set(getBytes(seed));
  for (let row = 0; row < table.count; row += 1) {
    bytes.set(table.nullifiers.subarray(row * 32, row * 32 + 32), 32);
    keccakWords(input, 0, input.length, digest, 0);
    const at = row * WORDS;
    words[at] = scores[2 * row + 1] ?? 0;
    words[at + 1] = scores[2 * row] ?? 0;
    for (let word = 0; word < 4; word += 1) words[at + 2 + word] = swapped(digest[4 + word] ?? 0);
  }
  return { words, order: orderOf(words) };
}

/** @param words six a row; rows with equal words keep their order */
export function orderOf(words: Uint32Array): Uint32Array {
  const higherFirst = (left: number, right: number): number => {
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (words[right * WORDS + word] ?? 0) - (words[left * WORDS + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return left - right;
  };
  return Uint32Array.from({ length: words.length / WORDS }, (_, row) => row).sort(higherFirst);
}

/**
 * The key of a row, as the chain holds it: 192 bits.
 *
 * @example keyAt(keys, row) >= cutoff;
 */
export function keyAt({ words }: Keys, row: number): bigint {
  let key = 0n;
  for (const word of words.subarray(row * WORDS, (row + 1) * WORDS)) key = (key << 32n) | BigInt(word);
  return key;
}
