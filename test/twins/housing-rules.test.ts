import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { assess, mayUseReserve } from "../../scripts/lib/housing/rules/assess.ts";
import { committeeFault } from "../../scripts/lib/housing/rules/committee.ts";
import { rulesHash } from "../../scripts/lib/housing/rules/rules-hash.ts";
import { sealAttributes } from "../../scripts/lib/housing/rules/seal.ts";
import { HousingRulesHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "./support/agree.ts";
import { groups, households } from "./support/housing-rules.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** Households of one call: the simulated chain copies what a call remembers at every step, which grows with the square of it. */
const FEW = 5;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new HousingRulesHarness__factory(deployer!).deploy();
}

describe("the rules of a housing call", () => {
  it("mean the same on chain and in the tools: requirements, points, reserves and score", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      households,
      async (batch) => {
        const answers = [];
        for (let from = 0; from < batch.length; from += FEW) {
          answers.push(...(await contract.assessments(batch.slice(from, from + FEW))));
        }
        return answers.map(({ assessment, points, reserves }) => ({
          eligible: assessment.eligible,
          failed: assessment.failed,
          score: assessment.score,
          points: [...points],
          reserves: [...reserves],
        }));
      },
      ({ rules, values }) => {
        const { eligible, failed, score, points } = assess(rules, values);
        const reserves = [0, ...rules.reserves.map((_, index) => index + 1)];
        return {
          ...{ eligible, failed, score, points },
          reserves: reserves.map((reserve) => mayUseReserve(rules, reserve, values)),
        };
      },
    );
    expect(new Set(answers.map(({ failed, eligible }) => `${eligible} ${failed}`)).size).to.be.above(5);
    expect(new Set(answers.map(({ score }) => score)).size).to.be.above(answers.length / 10);
    expect(answers.some(({ score }) => score > 2n ** 61n)).to.equal(true);
    expect(new Set(answers.flatMap(({ reserves }) => reserves)).size).to.equal(2);
  });

  it("have one hash, which a call freezes", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const hashes = await agree(
      households,
      async (batch) => await Promise.all(batch.map(({ rules }) => contract.hashOf(rules))),
      ({ rules }) => rulesHash(rules),
      0.1,
    );
    expect(new Set(hashes).size).to.equal(hashes.length);
  });

  it("refuse and admit the same groups", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const faults = await agree(
      groups,
      async (batch) => [...(await contract.groups(batch))],
      ({ rule, brackets }) => committeeFault(rule, brackets),
    );
    expect([...new Set(faults)].sort()).to.deep.equal([0n, 1n, 2n, 3n, 4n]);
  });

  it("seal a household's values alike", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const salt = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => ethers.hexlify(bytes.fill(1, 0, 1)));
    const values = fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { maxLength: 9 });
    await agree(
      fc.record({ salt, values }),
      async (batch) => [...(await contract.seals(batch))],
      (opening) => sealAttributes(opening.salt, opening.values),
      0.2,
    );
  });
});
