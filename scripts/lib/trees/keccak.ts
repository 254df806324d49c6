import { CONSTANTS_AT, keccakCode, STATE_BYTES } from "./keccak-code.ts";

/** Words of 32 bits of a digest. */
export const DIGEST_WORDS = 8;

const RATE_WORDS = 34;

/** The constants of iota: bit 2^j - 1 of round t is what the shift register of FIPS 202 (section 3.2.5) gives at step j + 7t. */
function roundConstants(): bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0n; j < 7n; j += 1n) {
      if ((register & 1) === 1) constant |= 1n << ((1n << j) - 1n);
      register = (register << 1) ^ (register >> 7 === 0 ? 0 : 0x171);
    }
    return constant;
  });
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly permute: () => void;
}

/** The part of WebAssembly that is used; the compiler's libraries for Node.js do not declare it. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const { memory, permute } = new WebAssembly.Instance(new WebAssembly.Module(keccakCode())).exports as Exports;
new BigUint64Array(memory.buffer, CONSTANTS_AT).set(roundConstants());
const state = new Uint32Array(memory.buffer, 0, STATE_BYTES / 4);

/**
 * Keccak-256 of whole words, several times as fast as the libraries' on the many short inputs of a tree. Words are those of the machine that
 * Node.js runs on, little-endian: a `Uint32Array` over the bytes.
 *
 * @param input where to read
 * @param from first word
 * @param length words
 * @param output where to write the digest
 * @param to its first word
 * @example keccakWords(level, 16 * i, 16, above, 8 * i);
 */
export function keccakWords(input: Uint32Array, from: number, length: number, output: Uint32Array, to: number): void {
  state.fill(0);
  let [at, left] = [from, length];
  for (; left >= RATE_WORDS; left -= RATE_WORDS, at += RATE_WORDS) {
    absorb(input, at, RATE_WORDS);
    permute();
  }
  absorb(input, at, left);
  state[left] = (state[left] ?? 0) ^ 0x01;
  state[RATE_WORDS - 1] = (state[RATE_WORDS - 1] ?? 0) ^ 0x8000_0000;
  permute();
  for (let word = 0; word < DIGEST_WORDS; word += 1) output[to + word] = state[word] ?? 0;
}

function absorb(input: Uint32Array, from: number, length: number): void {
  for (let word = 0; word < length; word += 1) state[word] = (state[word] ?? 0) ^ (input[from + word] ?? 0);
}
