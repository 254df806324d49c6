import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { CALL_LIMITS, callCost, earlyMoment, isWindow } from "../../scripts/lib/housing/call/call-faults.ts";
import { CALL_STATUS, callStatus } from "../../scripts/lib/housing/call/call-status.ts";
import type { CallTimetable } from "../../scripts/lib/housing/call/types.ts";
import { CallHarness__factory } from "../../typechain-types/index.js";
import { documentOf } from "../helpers/agreement.ts";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "../twins/support/agree.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const DAY = 86_400n;
const NOW = 1_800_000_000n;
const errors = CallHarness__factory.createInterface();

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new CallHarness__factory(deployer!).deploy();
}

type Moments = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, ...bigint[]];

/** Moments of a call with the given seconds between one and the next, from now on. */
function momentsAfter(gaps: readonly bigint[]) {
  const at: bigint[] = [];
  for (const gap of gaps) at.push((at.at(-1) ?? NOW) + gap);
  const [opensAt, closesAt, receiptsBy, rootBy, challengeBy, answerBy, correctBy, recheckBy] = at as Moments;
  const [roundAt, fallbackFrom, fallbackAt] = at.slice(8) as [bigint, bigint, bigint];
  const timetable = {
    ...{ opensAt, closesAt, receiptsBy, rootBy, challengeBy, answerBy, correctBy, recheckBy, fallbackFrom },
  } satisfies CallTimetable;
  return { timetable, roundAt, fallbackAt };
}

const DAYS = Array.from({ length: 11 }, () => DAY);
const OUTCOMES = ["none", "closed", "cancelled", "lapsed"] as const;

const moment = fc
  .record({
    gaps: fc.array(fc.bigInt({ min: DAY, max: 3n * DAY }), { minLength: 11, maxLength: 11 }),
    known: fc.integer({ min: 0, max: 20 }).map((draw) => draw > 0),
    outcome: fc.constantFrom("none", "none", "none", "none", "none", ...OUTCOMES),
    anchored: fc.integer({ min: 0, max: 5 }).map((draw) => draw > 0),
    attested: fc.integer({ min: 0, max: 5 }).map((draw) => draw > 0),
    drawn: fc.integer({ min: 0, max: 8 }).map((draw) => draw === 0),
    place: fc.integer({ min: 0, max: 9 }),
    off: fc.constantFrom(-1n, 0n, 1n),
  })
  .map(({ gaps, place, off, ...facts }) => {
    const { timetable, fallbackAt } = momentsAfter(gaps);
    const seedBy = fallbackAt + 30n * DAY;
    const time = ([...Object.values(timetable), seedBy][place] ?? 0n) + off;
    return { ...facts, timetable, seedBy, time };
  });

type TypeFrom<T> = T extends fc.Arbitrary<infer V> ? V : never;
type Moment = TypeFrom<typeof moment>;

const deskOf = ({ known, outcome, anchored, attested, drawn, seedBy }: Moment) => ({
  ...{ office: known ? 7n : 0n, seedBy, outcome: BigInt(OUTCOMES.indexOf(outcome)) },
  ...{ anchored, attested, drawn },
});

describe("callStatus", () => {
  it("agrees with the contract at the edges of random timetables, each status among them", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const asStruct = (item: Moment) => ({ desk: deskOf(item), timetable: item.timetable, time: item.time });
    const answers = await agree(
      moment,
      async (batch) => (await contract.statuses(batch.map(asStruct))).map((status) => CALL_STATUS[Number(status)]!),
      (item) => callStatus(item.known ? item : undefined, item.timetable, item.time),
    );
    expect(new Set(answers)).to.deep.equal(new Set(CALL_STATUS));
  });

  it("lets the office cancel to the last second in which an input changes only, when nobody can know the round", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const { timetable } = momentsAfter(DAYS);
    const ask = (change: object, time: bigint) => {
      const desk = {
        office: 7n,
        seedBy: 0n,
        outcome: 0n,
        anchored: true,
        attested: true,
        drawn: false,
      };
      return contract.isCancellable({ desk: { ...desk, ...change }, timetable, time });
    };
    expect(await ask({}, timetable.recheckBy)).to.equal(true);
    expect(await ask({}, timetable.recheckBy + 1n)).to.equal(false);
    expect(await ask({ office: 0n }, NOW)).to.equal(false);
    expect(await ask({ outcome: 2n }, NOW)).to.equal(false);
  });
});

describe("callCost", () => {
  const slot = fc.record({
    ...{ project: fc.constant(1n), reserve: fc.constant(0n), committees: fc.boolean() },
    seats: fc.oneof({ weight: 30, arbitrary: fc.bigInt({ min: 1n, max: 2n ** 24n - 1n }) }, fc.constant(0n)),
    benefit: fc.bigInt({ min: 0n, max: 3n }),
  });
  const amount = fc.oneof(
    { weight: 30, arbitrary: fc.bigInt({ min: 1n, max: 40_000_000n }) },
    fc.constantFrom(0n, 2n ** 128n - 1n),
  );
  const lists = fc.record({
    slots: fc.array(slot, { maxLength: 6 }),
    benefits: fc.oneof({ weight: 20, arbitrary: fc.array(amount, { maxLength: 6 }) }, fc.constant(Array(33).fill(5n))),
    appealSeats: fc.bigInt({ min: 0n, max: 50n }),
    appealSlot: fc.bigInt({ min: 0n, max: 3n }),
  });

  it("agrees with the contract on random lists, each refusal among them", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      lists as fc.Arbitrary<TypeFrom<typeof lists> & { benefits: bigint[] }>,
      async (batch) =>
        (await contract.costs(batch)).map(({ value, refusal }) =>
          refusal === "0x" ? { cost: value } : { fault: errors.parseError(refusal)!.name },
        ),
      ({ slots, benefits, appealSeats, appealSlot }) => callCost(slots, benefits, appealSeats, appealSlot),
    );
    const kinds = new Set(answers.map((answer) => ("fault" in answer ? answer.fault : "lawful")));
    const all = ["Call_AppealSlot", "Call_Benefits", "Call_Cost", "Call_Slot", "Call_Slots", "lawful"];
    expect([...kinds].sort()).to.deep.equal(all);
  });

  it("admits 512 slots and no more", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const one = { project: 1n, reserve: 2n, seats: 3n, benefit: 0n, committees: false };
    const list = (count: number) => ({
      slots: Array<typeof one>(count).fill(one),
      benefits: [7n],
      appealSeats: 1n,
      appealSlot: 0n,
    });
    expect(await contract.cost(list(CALL_LIMITS.slots))).to.equal(512n * 21n + 7n);
    await expect(contract.cost(list(513)))
      .to.be.revertedWithCustomError(contract, "Call_Slots")
      .withArgs(513, 512);
    expect(callCost(list(513).slots, [7n], 1n, 0n)).to.deep.equal({ fault: "Call_Slots" });
  });
});

describe("The moments of a call", () => {
  it("H5: agree with the contract, a second early and on time, each of the eleven among them", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const gap = fc.oneof(
      { weight: 15, arbitrary: fc.bigInt({ min: DAY, max: 90n * DAY }) },
      { weight: 4, arbitrary: fc.constant(DAY) },
      fc.constantFrom(DAY - 1n, 0n, 400n * DAY),
    );
    const times = fc
      .tuple(fc.constantFrom(0n, 1n, DAY), fc.array(gap, { minLength: 10, maxLength: 10 }))
      .map(([first, rest]) => ({ ...momentsAfter([first, ...rest]), time: NOW }));
    const nameOf = (refusal: string) => {
      if (refusal === "0x") return null;
      const { name, args } = errors.parseError(refusal)!;
      return name === "Call_TooLong" ? "long" : Number(args[0]);
    };
    const answers = await agree(
      times,
      async (batch) => (await contract.times(batch)).map(nameOf),
      ({ timetable, roundAt, fallbackAt, time }) => earlyMoment(timetable, roundAt, fallbackAt, time),
    );
    expect(new Set(answers)).to.deep.equal(new Set([null, "long", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  });
});

describe("The terms of a call", () => {
  const { timetable } = momentsAfter(DAYS);
  const beacon = (digit: string): string => `0x${digit.repeat(40)}`;
  const lawful = {
    ...{ lineId: 1n, token: beacon("1"), office: 7n, rules: documentOf("rules").digest, document: documentOf("call") },
    ...{
      snapshotAt: timetable.rootBy,
      ufValue: 39_500n,
      ufAt: NOW,
      appealSeats: 3n,
      appealSlot: 0n,
      resultBond: 1n,
      timetable,
    },
    draw: { beacon: beacon("2"), round: 5n, fallbackBeacon: beacon("3"), fallbackRound: 6n },
    windows: {
      ...{ results: DAY, acceptance: DAY, appeals: 7n * DAY, rulings: DAY, certification: DAY, validity: DAY },
      ...{ silenceAccepts: false, rounds: 20n },
    },
  };
  type Terms = typeof lawful;
  const withWindow = (change: Partial<Terms["windows"]>): Partial<Terms> => ({
    windows: { ...lawful.windows, ...change },
  });

  const refused: readonly (readonly [string, Partial<Terms>, string, readonly unknown[]])[] = [
    ["without rules", { rules: `0x${"00".repeat(32)}` }, "Call_NoRules", []],
    [
      "without its resolution",
      { document: { ...lawful.document, digest: `0x${"00".repeat(32)}` } },
      "Call_NoRules",
      [],
    ],
    ["with one beacon twice", { draw: { ...lawful.draw, fallbackBeacon: beacon("2") } }, "Call_SameBeacon", []],
    ["without a value of the UF", { ufValue: 0n }, "Call_Uf", [0n, NOW]],
    ["with the UF of no day", { ufAt: 0n }, "Call_Uf", [39_500n, 0n]],
    ["with the UF of tomorrow", { ufAt: NOW + 1n }, "Call_Uf", [39_500n, NOW + 1n]],
    [
      "with a registry of after the roll",
      { snapshotAt: timetable.rootBy + 1n },
      "Call_Snapshot",
      [timetable.rootBy + 1n],
    ],
    ["without a bond of results", { resultBond: 0n }, "Call_NoBond", []],
    ["without rounds", withWindow({ rounds: 0n }), "Call_Rounds", [0n, 20n]],
    ["with 21 rounds", withWindow({ rounds: 21n }), "Call_Rounds", [21n, 20n]],
  ];

  it("are admitted at every limit", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    await contract.requireTerms(lawful, NOW);
  });

  for (const [what, change, error, args] of refused) {
    it(`are refused ${what}`, async () => {
      const contract = await networkHelpers.loadFixture(harness);
      await expect(contract.requireTerms({ ...lawful, ...change }, NOW))
        .to.be.revertedWithCustomError(contract, error)
        .withArgs(...args);
    });
  }

  it("have windows of a day to three years, and a week to appeal", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const names = ["results", "acceptance", "appeals", "rulings", "certification", "validity"] as const;
    for (const [window, name] of names.entries()) {
      const least = window === 2 ? 7n * DAY : DAY;
      for (const seconds of [least - 1n, least, CALL_LIMITS.longestWindow, CALL_LIMITS.longestWindow + 1n]) {
        const asked = contract.requireTerms({ ...lawful, ...withWindow({ [name]: seconds }) }, NOW);
        if (isWindow(window, seconds)) await asked;
        else
          await expect(asked)
            .to.be.revertedWithCustomError(contract, "Call_Window")
            .withArgs(window, seconds, least, CALL_LIMITS.longestWindow);
      }
    }
  });
});
