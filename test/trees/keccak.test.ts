import { expect } from "chai";
import { hexlify, keccak256 } from "ethers";

import { keccakWords } from "../../scripts/lib/trees/keccak.ts";
import { rowsByKey } from "../../scripts/lib/trees/rows-by-key.ts";

const drawn = (words: number, seed: number): Uint32Array =>
  Uint32Array.from(
    { length: words },
    (_, index) => Math.imul(index + 1, 0x9e37_79b1) ^ Math.imul(seed + 1, 0x85eb_ca6b),
  );

describe("keccakWords", () => {
  it("gives the library's Keccak-256 for every length of up to four blocks", () => {
    for (let length = 0; length <= 4 * 34; length += 1) {
      const input = drawn(length, length);
      const digest = new Uint32Array(8);
      keccakWords(input, 0, length, digest, 0);
      expect(hexlify(new Uint8Array(digest.buffer)), `${length}`).to.equal(keccak256(new Uint8Array(input.buffer)));
    }
  });

  it("reads and writes where it is told to, and nothing else", () => {
    const input = drawn(40, 3);
    const output = new Uint32Array(24).fill(7);
    keccakWords(input, 5, 16, output, 8);
    const digest = hexlify(new Uint8Array(output.buffer, 32, 32));
    expect(digest).to.equal(keccak256(new Uint8Array(input.buffer, 20, 64)));
    expect([...output.subarray(0, 8), ...output.subarray(16)]).to.deep.equal(new Array(16).fill(7));
  });
});

describe("rowsByKey", () => {
  it("sorts by the whole key, and equal ones by row", () => {
    const keys = new Uint8Array(5 * 32);
    keys.set([9], 0);
    keys.set([1], 32 + 31);
    keys.set([1], 2 * 32 + 5);
    keys.set([1], 3 * 32 + 31);
    expect([...rowsByKey(keys)]).to.deep.equal([4, 1, 3, 2, 0]);
  });
});
