import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { annexHash, contractId, scheduleHash } from "../../scripts/lib/procurement/agreement.ts";
import { independenceFaults } from "../../scripts/lib/procurement/independence.ts";
import { termsFaults } from "../../scripts/lib/procurement/terms-check.ts";
import type { InputError } from "../../scripts/lib/input/input-error.ts";
import { describeError } from "../../scripts/lib/messages/describe-error.ts";
import { ProcurementMathHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { agree, textOf } from "./support/agree.ts";
import { account, annexWith, openings, termsWith, type Opening } from "./support/deeds.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new ProcurementMathHarness__factory(deployer!).deploy();
}

/** A refusal as text: the error's name and arguments, or that there is none. */
const LAWFUL = "lawful";
const faultText = ({ code, params }: InputError): string =>
  textOf([code, ...Object.values(params).map((value: unknown) => BigInt(String(value)))]);

const hashesOf = ({ deed, schedule }: Opening) => [
  contractId(deed.terms),
  annexHash(deed.annex),
  scheduleHash(schedule),
];

/** The twin agrees with a refusal that is one of the faults it found; the chain stops at the first. */
function matching(faults: readonly InputError[], refusal: string): string {
  const texts = faults.map(faultText);
  return texts.includes(refusal) ? refusal : (texts[0] ?? LAWFUL);
}

describe("termsFaults", () => {
  it("agrees with the contract on hashes, on what may open and on why not, over random terms", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const decode = (data: string): string => {
      if (data === "0x") return LAWFUL;
      const parsed = contract.interface.parseError(data);
      return textOf([parsed?.name, ...(parsed?.args.toArray() ?? []).map((value: unknown) => BigInt(String(value)))]);
    };
    const asked = new Map<Opening, string>();
    const answers = await agree(
      openings,
      async (batch) => {
        const { refusals, ids } = await contract.openings(batch);
        batch.forEach((opening, index) => {
          asked.set(opening, decode(refusals[index]!));
          expect(hashesOf(opening), textOf(opening)).to.deep.equal([...ids[index]!]);
        });
        return refusals.map(decode);
      },
      (opening) => matching(termsFaults(opening.deed, opening.schedule, opening), asked.get(opening)!),
    );
    const kinds = new Set(answers.map((answer) => /\w+/.exec(answer)?.[0]));
    expect([...kinds].sort()).to.deep.equal([
      "Terms_Advance",
      "Terms_AdvanceBond",
      "Terms_BasisPoints",
      "Terms_BondExemption",
      "Terms_Certifier",
      "Terms_Dates",
      "Terms_Milestone",
      "Terms_MilestoneCount",
      "Terms_NetPrice",
      "Terms_NoDocument",
      "Terms_PerformanceBond",
      "Terms_SameParty",
      "Terms_SumMismatch",
      "Terms_TooLate",
      "Terms_Window",
      LAWFUL,
    ]);
  });

  it("names the field and says the limit in words", () => {
    const opening = fc.sample(openings, 1)[0]!;
    const annex = annexWith({ ...opening.deed.annex, defenceWindow: 3_600n });
    const faults = termsFaults({ ...opening.deed, annex }, opening.schedule, opening);
    const fault = faults.find(({ place }) => place.field === "annex.defenceWindow");
    expect(describeError(fault, [], "es").sentence).to.equal(
      "campo annex.defenceWindow: Un plazo de los términos es de 1 hora; se admite de 1 día a 30 días.",
    );
  });
});

describe("independenceFaults", () => {
  const accounts = fc.integer({ min: 0, max: 40 }).map(account);
  const parties = fc
    .record({
      buyer: accounts,
      supplier: accounts,
      inspector: accounts,
      substitute: accounts,
      arbiter: accounts,
      fallbackArbiter: accounts,
      reviewer: accounts,
      certifiers: fc.tuple(accounts, accounts, accounts),
    })
    .map(({ buyer, supplier, inspector, substitute, ...offices }) => ({
      deed: {
        terms: termsWith({ inspector, substitute }),
        annex: annexWith(offices),
      },
      buyer,
      supplier,
    }));

  it("agrees with the contract on who may judge whom, over random accounts", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      parties,
      async (batch) => (await contract.independence(batch)).map((refusal) => refusal === "0x"),
      ({ deed, ...both }) => independenceFaults(deed, both).length === 0,
    );
    expect(answers.filter(Boolean).length).to.be.within(100, answers.length - 100);
  });
});
