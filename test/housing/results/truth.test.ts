import assert from "node:assert/strict";

import { expect } from "chai";
import fc from "fast-check";

import { falsehoodOf } from "../../../scripts/lib/housing/results/falsehood-of.ts";
import { isFalse } from "../../../scripts/lib/housing/results/is-false.ts";
import { isPlausible } from "../../../scripts/lib/housing/results/is-plausible.ts";
import { packed, unpacked } from "../../../scripts/lib/housing/results/packed.ts";
import type { RoundFacts, RoundResult } from "../../../scripts/lib/housing/results/types.ts";
import { textOf } from "../../twins/support/agree.ts";
import { CALL } from "../support.ts";
import { distorted, distortion, standingOf, stories } from "./support.ts";

const IS_DEEP = process.env.ERARIO_DEEP === "1";
const RUNS = { numRuns: IS_DEEP ? 20_000 : 400, ...(IS_DEEP ? {} : { seed: 1962 }) };

const isTaken = (result: RoundResult, facts: RoundFacts): boolean =>
  facts.slots.every((_, slot) => isPlausible(result, facts, slot)) &&
  [...result.lists.flat(), ...result.misfits].every(
    (index) => index === undefined || index < facts.count || facts.takesPart(index),
  );

describe("falsehoodOf", () => {
  it("finds nothing in the result of a round, and something in every other that the chain takes", () => {
    const seen = new Map<string, number>();
    const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(
        stories({ applications: 14, slots: 6 }),
        fc.array(distortion, { minLength: 4, maxLength: 4 }),
        (story, bends) => {
          const standing = standingOf(story, CALL);
          standing.rounds.forEach(({ facts, truth }, at) => {
            assert.ok(isTaken(truth, facts), "the chain takes the true result");
            assert.equal(falsehoodOf(truth, facts), undefined);
            for (const bend of bends) {
              const result = distorted(standing, at, bend);
              const claim = falsehoodOf(result, facts);
              if (claim !== undefined) assert.ok(isFalse(result, facts, claim));
              const isTrue = textOf(result) === textOf(truth);
              if (isTrue || !isTaken(result, facts)) {
                count(isTrue ? "true" : "refused");
                continue;
              }
              assert.ok(claim, `${bend.how} is not seen`);
              count(claim.kind);
            }
          });
        },
      ),
      RUNS,
    );
    for (const kind of ["entry", "order", "absence", "cutoff", "homes", "misfit", "unnamed", "refused", "true"]) {
      expect(seen.get(kind) ?? 0, kind).to.be.above(4);
    }
  });

  it("sees what a packed list holds", () => {
    expect(packed([1, 258, 0xffffff])).to.equal("0x000001000102ffffff");
    expect(unpacked("0x000001000102ffffff")).to.deep.equal([1, 258, 0xffffff]);
    expect(() => packed([2 ** 24])).to.throw(RangeError);
  });
});
