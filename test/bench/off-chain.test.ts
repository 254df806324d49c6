import { expect } from "chai";

import { LARGEST_CALL, measureOffChain } from "../../scripts/bench/housing/off-chain.ts";
import { firstRound } from "../../scripts/lib/housing/rounds.ts";
import { applicationTable } from "../../scripts/lib/housing/application-table.ts";
import { isWellFormed } from "../../scripts/lib/housing/application.ts";
import { drawKeys } from "../../scripts/lib/housing/keys.ts";
import { syntheticCall } from "../../scripts/lib/housing/synthetic-call.ts";
import { SEED } from "../housing/support.ts";

const SMALL = { ...LARGEST_CALL, seed: "small", applicants: 1_500, projects: 5, seats: [48, 4, 8] };

describe("syntheticCall", () => {
  const { slots, applications, households } = syntheticCall(SMALL);
  const shareOf = (test: (index: number) => boolean) => applications.filter((_, index) => test(index)).length / 1_500;

  it("draws the same call for the same seed, another for another", () => {
    expect(syntheticCall(SMALL).applications).to.deep.equal(applications);
    expect(syntheticCall({ ...SMALL, seed: "other" }).applications).to.not.deep.equal(applications);
  });

  it("draws what it describes", () => {
    expect(applications.every((one) => isWellFormed(one.slots, slots.length))).to.equal(true);
    expect(new Set(households.flatMap(({ persons }) => persons)).size).to.be.within(3_800, 4_500);
    expect(shareOf((index) => applications[index]!.keepsWaiting)).to.be.within(0.25, 0.35);
    expect(shareOf((index) => applications[index]!.slots.some((slot) => slots[slot]!.reserve === 1))).to.be.within(
      0.05,
      0.11,
    );
    expect(shareOf((index) => applications[index]!.slots.some((slot) => slots[slot]!.reserve === 2))).to.be.within(
      0.12,
      0.18,
    );
    const wanting = (project: number) =>
      shareOf((index) => applications[index]!.slots.some((slot) => slots[slot]!.project === project));
    expect(wanting(0)).to.be.above(wanting(4));
    expect(applications.every(({ score }) => score <= 900n && score % 5n === 0n)).to.equal(true);
    expect(new Set(applications.map(({ score }) => score)).size).to.be.below(181);
  });
});

describe("measureOffChain", () => {
  it("measures a whole call: every seat that is wanted is given, and every household has its proof", () => {
    const figures = measureOffChain(SMALL);
    const { slots, applications } = syntheticCall(SMALL);
    const table = applicationTable(applications);
    const round = firstRound({ applications: table, slots, keys: drawKeys(table, SEED) });
    const given = round.entries.reduce((sum, entries) => sum + entries.length, 0);
    expect(figures.assigned).to.equal(given);
    expect(given).to.be.within(250, 300);
    expect(figures.proofWords).to.be.above(1_500 * 11);
    expect(figures.seconds).to.be.above(0);
    expect(figures.memberSeconds).to.be.above(0);
    expect(figures.megabytes).to.be.above(10);
    expect(figures.root).to.not.equal(figures.membersRoot);
  });
});
