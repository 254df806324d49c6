import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { scaleScore } from "../../scripts/lib/tender/evaluation/attribute-score.ts";
import { evaluateBid } from "../../scripts/lib/tender/evaluation/evaluate-bid.ts";
import { median } from "../../scripts/lib/tender/evaluation/median.ts";
import { CRITERION } from "../../scripts/lib/tender/evaluation/rules.ts";
import { seatsOf } from "../../scripts/lib/tender/evaluation/seats.ts";
import { EvaluationHarness__factory } from "../../typechain-types/index.js";
import { places, rated, RULES, sheet } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "./support/agree.ts";
import { bps } from "./support/cases.ts";
import { account } from "./support/deeds.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new EvaluationHarness__factory(deployer!).deploy();
}

const MOST = 2n ** 32n - 1n;
const figure = fc.oneof(fc.bigInt({ min: 0n, max: 12n }), fc.bigInt({ min: 0n, max: MOST }), fc.constant(MOST));
const scale = fc.record({ figure, zeroAt: figure, fullAt: figure }).filter(({ zeroAt, fullAt }) => zeroAt !== fullAt);
const eight = <T>(one: fc.Arbitrary<T>) => fc.tuple(one, one, one, one, one, one, one, one);

/** Eight criteria whose weights are 10,000 together, each of any kind. */
const criteria = eight(
  fc.tuple(fc.bigInt({ min: 0n, max: 6n }), fc.nat({ max: 99 }), fc.bigInt({ min: 0n, max: 3n }), scale),
).map((drawn) => {
  const total = drawn.reduce((sum, [, part]) => sum + part, 0) + 1;
  const rows = drawn.map(([kind, part, field, ends]) =>
    rated(kind, BigInt(Math.floor((part * 10_000) / total)), field, ends.zeroAt, ends.fullAt),
  );
  const left = 10_000n - rows.reduce((sum, { weight }) => sum + weight, 0n);
  return rows.map((row, index) => (index === 0 ? { ...row, weight: row.weight + left } : row));
});

const evaluations = fc.record({
  rules: fc.record({ minTechnicalBps: bps, region: fc.bigInt({ min: 1n, max: 3n }), criteria }),
  sheets: fc.array(eight(bps), { maxLength: 9 }),
  declared: fc.tuple(figure, figure, figure, figure),
  size: fc.bigInt({ min: 0n, max: 5n }),
  region: fc.bigInt({ min: 0n, max: 3n }),
});

const OFFICIALS = Array.from({ length: 14 }, (_, index) => account(index + 1));
const seatings = fc
  .record({
    evaluators: fc.nat({ max: 7 }),
    substitutes: fc.nat({ max: 7 }),
    order: fc.shuffledSubarray(OFFICIALS, { maxLength: 6 }),
  })
  .map(({ evaluators, substitutes, order }) => {
    const named = [...OFFICIALS.slice(0, evaluators), ...OFFICIALS.slice(7, 7 + substitutes)];
    return {
      panel: {
        quorum: 1n,
        evaluators: places(OFFICIALS.slice(0, evaluators)),
        substitutes: places(OFFICIALS.slice(7, 7 + substitutes)),
      },
      conflicted: order.filter((one) => named.includes(one)),
    };
  });

describe("median", () => {
  it("agrees with the contract over random panels", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      fc.array(bps, { maxLength: 14 }),
      (batch) => contract.medians(batch),
      (scores) => median(scores),
    );
    expect(new Set(answers).size).to.be.above(50);
  });
});

describe("scaleScore", () => {
  it("agrees with the contract over random scales", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      scale,
      (batch) => contract.scales(batch),
      (item) => scaleScore(item.figure, item.zeroAt, item.fullAt),
    );
    expect(answers.filter((score) => score > 0n && score < 10_000n).length).to.be.above(50);
  });
});

describe("evaluateBid", () => {
  it("agrees with the contract over random rules, sheets and bids", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      evaluations,
      async (batch) => {
        const cases = batch.map(({ rules, sheets, declared: [a, b, c, d], size, region }) => ({
          rules: { ...RULES, ...rules },
          sheets,
          declared: a | (b << 32n) | (c << 64n) | (d << 96n),
          size,
          region,
        }));
        const asked = await contract.evaluations(cases);
        return asked.map(({ technical, attributes, qualified }) => ({ technical, attributes, qualified }));
      },
      ({ rules, sheets, ...bid }) => {
        const { technical, attributes, qualified } = evaluateBid(rules, sheets, bid);
        return { technical, attributes, qualified };
      },
    );
    for (const wanted of [true, false]) {
      expect(answers.filter(({ qualified }) => qualified === wanted).length).to.be.above(50);
    }
    expect(answers.filter(({ attributes }) => attributes !== 0n).length).to.be.above(50);
  });

  /** Worked by hand: medians 6,500 (of 8,000 and 5,001) and 4,000 under weights of 30 % and 15 %, minimum 60 % of 45 %. */
  it("works out the example of the terms", () => {
    const bid = { declared: [10n, 45n, 50n, 0n], size: 2n, region: 9n };
    const result = evaluateBid(RULES, [sheet(8_000n, 4_000n), sheet(5_001n, 4_000n)], bid);
    expect(result.technical).to.equal(19_500_000n + 6_000_000n);
    expect(result.attributes).to.equal(3_750_000n + 1_500_000n + 4_000_000n + 3_000_000n);
    expect(result.qualified).to.equal(false);
    expect(result.criteria.map(({ index, score }) => [index, score])).to.deep.equal([
      [1, 6_500n],
      [2, 4_000n],
      [3, 7_500n],
      [4, 5_000n],
      [5, 10_000n],
      [6, 10_000n],
    ]);
    expect(result.criteria[0]?.given).to.deep.equal([8_000n, 5_001n]);
    expect(evaluateBid(RULES, [sheet(8_000n, 2_000n)], bid).qualified).to.equal(true);
  });

  it("lets figures that were not declared earn as zero does", () => {
    const rules = { ...RULES, criteria: [rated(CRITERION.declared, 10_000n, 3n, 10n, 0n)] };
    expect(evaluateBid(rules, [], { declared: [], size: 4n, region: 1n }).attributes).to.equal(100_000_000n);
  });
});

describe("seatsOf", () => {
  it("agrees with the contract over random panels and conflicts", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      seatings,
      async (batch) => {
        const cases = batch.map(({ panel, conflicted }) => ({
          panel: { ...panel, evaluators: seven(panel.evaluators), substitutes: seven(panel.substitutes) },
          conflicted,
        }));
        const asked = await contract.seatings(cases);
        return asked.map(({ seated, remaining, successors }) => ({
          seated: [...seated],
          remaining: [...remaining],
          successors: [...successors],
        }));
      },
      ({ panel, conflicted }) => {
        const after = conflicted.map((_account, index) => seatsOf(panel, conflicted.slice(0, index + 1)).seated);
        const before = conflicted.map((_account, index) => seatsOf(panel, conflicted.slice(0, index)).seated);
        const successors = after.map((seated, index) => seated.find((one) => !before[index]!.includes(one)));
        return { ...seatsOf(panel, conflicted), successors: successors.map((one) => one ?? ethers.ZeroAddress) };
      },
    );
    expect(answers.filter(({ seated }) => seated.some((one) => OFFICIALS.indexOf(one) >= 7)).length).to.be.above(50);
    expect(answers.filter(({ remaining }) => remaining.length > 0).length).to.be.above(50);
  });
});

const seven = (accounts: string[]) => accounts as [string, string, string, string, string, string, string];
