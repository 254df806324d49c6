import { expect } from "chai";
import { id } from "ethers";
import { network } from "hardhat";

import { isInputError } from "../../../scripts/lib/input/input-error.ts";
import { assess, mayUseReserve } from "../../../scripts/lib/housing/rules/assess.ts";
import { factorPoints } from "../../../scripts/lib/housing/rules/factor-points.ts";
import { ruleFaults } from "../../../scripts/lib/housing/rules/rule-faults.ts";
import { newSalt, sealAttributes } from "../../../scripts/lib/housing/rules/seal.ts";
import { NO_COMMITTEE } from "../../../scripts/lib/housing/rules/types.ts";
import { HousingRulesHarness__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";
import { factors, FLAT, REFUSED, RULES, times } from "./support.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new HousingRulesHarness__factory(deployer!).deploy();
}

describe("RulesCheck.requireValid", () => {
  it("takes rules with and without groups", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    for (const rules of [RULES, { ...RULES, committee: NO_COMMITTEE, reserves: [] }]) {
      expect(ruleFaults(rules)).to.deep.equal([]);
      await contract.check(rules);
    }
  });

  it("refuses what nobody could be judged by, and so do the tools", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    for (const [name, rules, code, ...args] of REFUSED) {
      const [fault] = ruleFaults(rules);
      expect(fault?.code, name).to.equal(code);
      expect(
        Object.values(fault?.params ?? {}).map((value) => BigInt(value as string)),
        name,
      ).to.deep.equal(args);
      await expect(contract.check(rules), name)
        .to.be.revertedWithCustomError(contract, code)
        .withArgs(...args);
    }
  });

  it("refuses more attributes than a vector has", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const attributes = times(65, RULES.attributes[0]!).map((attribute, index) => ({
      ...attribute,
      name: id(`${index}`),
    }));
    const rules = { ...RULES, attributes };
    expect(ruleFaults(rules).map(({ code }) => code)).to.include("Rules_Count");
    await expect(contract.check(rules)).to.be.revertedWithCustomError(contract, "Rules_Count").withArgs(0, 65, 1, 64);
  });
});

const codeOf = (act: () => unknown): readonly [string, Readonly<Record<string, unknown>>] => {
  try {
    act();
  } catch (error) {
    if (isInputError(error)) return [error.code, error.params];
    throw error;
  }
  throw new Error("not refused");
};

describe("ScoreRules.assess", () => {
  it("refuses values that are not one per attribute", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    for (const values of [[0n, 0n], times(4, 0n)]) {
      const given = values.length;
      expect(codeOf(() => assess(RULES, values))).to.deep.equal(["Household_Count", { given, expected: 3 }]);
      await expect(contract.assess(RULES, values))
        .to.be.revertedWithCustomError(contract, "Household_Count")
        .withArgs(given, 3);
    }
  });

  it("refuses values outside their domain, and parts of what is counted in whole numbers", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const cases = [
      [1_000_001n, 0n, 0n],
      [0n, 1n, 0n],
      [0n, 0n, -6n],
    ];
    for (const [index, values] of cases.entries()) {
      const params = { attribute: BigInt(index) };
      expect(codeOf(() => assess(RULES, values))).to.deep.equal(["Household_Value", params]);
      await expect(contract.assess(RULES, values))
        .to.be.revertedWithCustomError(contract, "Household_Value")
        .withArgs(index);
    }
  });

  it("refuses to score into the bits of the draw, even by rules that no call may publish", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const rules = factors(...times(2, { ...FLAT, cap: 2n ** 64n - 1n }));
    await expect(contract.assess(rules, [0n, 0n, 0n]))
      .to.be.revertedWithCustomError(contract, "SafeCastOverflowedUintDowncast")
      .withArgs(64, 2n ** 65n - 2n);
  });

  it("knows no other kind of factor", () => {
    expect(() => factorPoints({ ...FLAT, kind: 3n }, [0n])).to.throw(RangeError, "3");
  });
});

describe("EligibilityRules.admits", () => {
  it("knows the published reserves, and the one that is open to all", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    expect([0, 1].map((reserve) => mayUseReserve(RULES, reserve, [0n, 0n, 0n]))).to.deep.equal([true, false]);
    const refusal = ["Household_NoReserve", { reserve: 2, reserves: 1 }];
    expect(codeOf(() => mayUseReserve(RULES, 2, [0n, 0n, 0n]))).to.deep.equal(refusal);
    await expect(contract.admits(RULES, 2, [0n, 0n, 0n]))
      .to.be.revertedWithCustomError(contract, "Household_NoReserve")
      .withArgs(2, 1);
  });
});

describe("AttributeSeal.requireOpens", () => {
  const values = [400_000n, 10_000n, 5n];
  const salt = id("salt");

  it("scores again what a leaf sealed", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const { eligible, score } = await contract.rescore(RULES, sealAttributes(salt, values), salt, values);
    const expected = assess(RULES, values);
    expect({ eligible, score }).to.deep.equal({ eligible: true, score: expected.score });
  });

  it("refuses other values or another salt", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const seal = sealAttributes(salt, values);
    const others = [
      { salt, values: [400_000n, 0n, 5n] },
      { salt: id("other"), values },
    ];
    for (const other of others) {
      await expect(contract.rescore(RULES, seal, other.salt, other.values))
        .to.be.revertedWithCustomError(contract, "Household_Opening")
        .withArgs(sealAttributes(other.salt, other.values), seal);
    }
  });

  it("makes salts of 32 random bytes and takes no others", () => {
    expect(newSalt((size) => new Uint8Array(size).fill(7))).to.equal(`0x${"07".repeat(32)}`);
    expect(() => newSalt((size) => new Uint8Array(size))).to.throw(RangeError, "32 random bytes");
    expect(() => sealAttributes("0x07", values)).to.throw(RangeError, "32 random bytes");
  });
});
