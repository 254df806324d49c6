import { expect } from "chai";
import fc from "fast-check";

import { mostProofWords, settleBatches, type SettleCosts } from "../../scripts/lib/housing/settle-batches.ts";
import { treeOf } from "../trees/support.ts";

const COSTS: SettleCosts = { base: 120_000, household: 30_000, slot: 2_500, word: 700 };
const PLANNED = (16_777_216 * 3) / 4;

const gasOf = (lists: readonly number[], leaves: number, { base, household, slot, word }: SettleCosts): number =>
  base +
  lists.length * household +
  lists.reduce((sum, length) => sum + length, 0) * slot +
  mostProofWords(lists.length, leaves) * word;

describe("settleBatches", () => {
  it("settles every household once, in order, in batches that fit and could take no household more", () => {
    const calls = fc.record({
      lists: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 900 }),
      leaves: fc.integer({ min: 900, max: 262_144 }),
    });
    fc.assert(
      fc.property(calls, ({ lists, leaves }) => {
        const batches = settleBatches(lists, leaves, COSTS);
        let next = 0;
        for (const { from, to } of batches) {
          if (from !== next || to <= from) return false;
          if (gasOf(lists.slice(from, to), leaves, COSTS) > PLANNED) return false;
          if (to < lists.length && gasOf(lists.slice(from, to + 1), leaves, COSTS) <= PLANNED) return false;
          next = to;
        }
        return next === lists.length;
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("says how many households with ten slots each fit where the largest call has 200,000 leaves", () => {
    const [first] = settleBatches(
      Array.from({ length: 1_000 }, () => 10),
      200_000,
      COSTS,
    );
    expect(first).to.deep.equal({ from: 0, to: 198 });
  });

  it("refuses a household that fits no transaction", () => {
    expect(() => settleBatches([1, 10], 8, { ...COSTS, slot: 2_000_000 })).to.throw("A household that lists 10 slots");
  });
});

describe("mostProofWords", () => {
  it("is never passed by a proof, and nearly reached where the leaves stand apart", () => {
    expect([mostProofWords(100, 200_000), mostProofWords(1, 1), mostProofWords(1, 200_000)]).to.deep.equal([
      1_199, 0, 18,
    ]);
    const shapes = fc.integer({ min: 1, max: 60 }).chain((leaves) =>
      fc.record({
        leaves: fc.constant(leaves),
        indexes: fc.subarray(
          Array.from({ length: leaves }, (_, index) => index),
          { minLength: 1 },
        ),
      }),
    );
    fc.assert(
      fc.property(shapes, ({ leaves, indexes }) => {
        return treeOf(leaves).multiproof(indexes).length <= mostProofWords(indexes.length, leaves);
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(treeOf(64).multiproof([0, 16, 32, 48])).to.have.length(mostProofWords(4, 64) - 3);
  });
});
