import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { disputeTerm, DISPUTE_STAGE } from "../../scripts/lib/procurement/dispute-clock.ts";
import { finalAt, lengthenedByPause, processTerm, PROCESS_STAGE } from "../../scripts/lib/procurement/due-process.ts";
import {
  isDeemedAccepted,
  milestoneStatus,
  MILESTONE_STATUS,
  payableAmount,
  type MilestoneRecord,
} from "../../scripts/lib/procurement/review.ts";
import { ProcurementMathHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "./support/agree.ts";
import { amount, daySpan, instant, maybe, NOW, windowDays } from "./support/cases.ts";
import { annexWith } from "./support/deeds.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new ProcurementMathHarness__factory(deployer!).deploy();
}

const courses = fc.record({
  course: fc.record({
    noticedAt: fc.oneof({ weight: 9, arbitrary: instant(4) }, { weight: 1, arbitrary: fc.constant(0n) }),
    defendedAt: maybe(10),
    decidedAt: maybe(20),
    appealedAt: maybe(30),
    reviewedAt: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: instant(40) }),
    upheld: fc.boolean(),
  }),
  annex: fc
    .record({
      defenceWindow: windowDays(5),
      decisionWindow: windowDays(8),
      appealWindow: windowDays(5),
      reviewWindow: windowDays(8),
    })
    .map(annexWith),
  pausedAt: fc.oneof(
    fc.constant(0n),
    instant(40),
    daySpan(8).map((span) => NOW - span),
  ),
  time: instant(50),
});

const disputes = fc.record({
  openedAt: maybe(3),
  resolved: fc.boolean(),
  annex: fc.record({ settlementWindow: windowDays(5), rulingWindow: windowDays(10) }).map(annexWith),
  time: instant(40).map((time) => time + 3n * 86_400n),
});

/** Records as deliveries, objections, refusals and resolutions leave them: parts never exceed the amount. */
const records = fc
  .record({
    amount: fc.oneof({ weight: 9, arbitrary: amount() }, { weight: 1, arbitrary: fc.constant(0n) }),
    shares: fc.tuple(...[0, 1, 2].map(() => fc.bigInt({ min: 0n, max: 33n }))),
    reviewed: fc.boolean(),
    settled: fc.nat(5).map((value) => value === 0),
    deliveredAt: maybe(3),
    objectedAt: maybe(6),
    disputed: fc.boolean(),
    hasObjection: fc.boolean(),
    time: instant(14).map((time) => time + 3n * 86_400n),
  })
  .map(({ shares, hasObjection, time, ...facts }) => {
    const [settledPart, withheld, part] = shares.map((share) => (facts.amount * share) / 100n) as [
      bigint,
      bigint,
      bigint,
    ];
    const isObjected = facts.reviewed && hasObjection && part !== 0n;
    const record: MilestoneRecord = {
      ...facts,
      reviewed: facts.reviewed && facts.deliveredAt !== 0n,
      settledPart,
      withheld,
      objected: isObjected ? part : 0n,
      objectedAt: isObjected ? facts.objectedAt : 0n,
      disputed: isObjected && facts.objectedAt !== 0n && facts.disputed,
    };
    return { record, time };
  });

/** `MilestoneFlags`. */
const FLAG = { reviewed: 1n, settled: 8n } as const;

/** A record as the escrow stores it. */
const stored = ({ record, time }: { record: MilestoneRecord; time: bigint }) => ({
  milestone: {
    amount: record.amount,
    notBefore: 0n,
    dueAt: 0n,
    certificates: 0n,
    flags: (record.reviewed ? FLAG.reviewed : 0n) | (record.settled ? FLAG.settled : 0n),
  },
  delivery: { evidence: `0x${"00".repeat(27)}`, time: record.deliveredAt },
  exception: {
    settled: record.settledPart,
    withheld: record.withheld,
    objected: record.objected,
    objectedAt: record.objectedAt,
    firstDeliveredAt: 0n,
    objections: 0n,
    disputed: record.disputed,
  },
  time,
});

describe("processTerm", () => {
  it("agrees with the contract over random courses, pauses and instants", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      courses,
      async (batch) => (await contract.procedures(batch)).map((stage) => PROCESS_STAGE[Number(stage)]),
      ({ course, annex, pausedAt, time }) => processTerm(course, annex, pausedAt, time).stage,
    );
    expect(new Set(answers)).to.deep.equal(new Set(PROCESS_STAGE));
  });

  it("names the last second of a stage, and the first of the next follows it", () => {
    fc.assert(
      fc.property(courses, ({ course, annex, pausedAt, time }) => {
        const { stage, until } = processTerm(course, annex, pausedAt, time);
        fc.pre(until !== 0n);
        expect(processTerm(course, annex, pausedAt, until).stage).to.equal(stage);
        expect(processTerm(course, annex, pausedAt, until + 1n).stage).to.not.equal(stage);
      }),
    );
  });
});

describe("finalAt", () => {
  it("agrees with the contract over random courses and pauses before, in and after the appeal", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const kinds = new Set<string>();
    await agree(
      courses,
      async (batch) => [...(await contract.finals(batch))],
      ({ course, annex, pausedAt }) => {
        const end = course.decidedAt + annex.appealWindow;
        const answer = finalAt(course, annex, pausedAt);
        if (course.reviewedAt !== 0n) kinds.add("reviewed");
        else if (answer === end) kinds.add("plain");
        else kinds.add(pausedAt > end ? "paused after" : "paused in");
        return answer;
      },
    );
    expect(kinds).to.deep.equal(new Set(["reviewed", "plain", "paused after", "paused in"]));
  });

  it("is the last second of the appeal, after which the stage is final", () => {
    fc.assert(
      fc.property(courses, ({ course, annex, pausedAt }) => {
        fc.pre(course.noticedAt !== 0n && course.decidedAt !== 0n && course.upheld);
        const unappealed = { ...course, appealedAt: 0n, reviewedAt: 0n };
        fc.pre(pausedAt <= course.decidedAt + annex.appealWindow);
        const last = finalAt(unappealed, annex, pausedAt);
        expect(processTerm(unappealed, annex, pausedAt, last).stage).to.equal("appealable");
        expect(processTerm(unappealed, annex, pausedAt, last + 1n).stage).to.equal("final");
      }),
    );
  });
});

describe("lengthenedByPause", () => {
  const windows = fc
    .record({ start: instant(10), length: windowDays(30), pausedAt: fc.oneof(fc.constant(0n), instant(60)) })
    .map(({ start, length, pausedAt }) => ({ start, end: start + length, pausedAt }));

  it("agrees with the contract over random windows", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    await agree(
      windows,
      async (batch) => [...(await contract.windows(batch))],
      ({ start, end, pausedAt }) => lengthenedByPause(start, end, pausedAt),
    );
  });
});

describe("disputeTerm", () => {
  it("agrees with the contract over random disputes and instants", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      disputes,
      async (batch) => (await contract.disputes(batch)).map((stage) => DISPUTE_STAGE[Number(stage)]),
      ({ annex, time, ...facts }) => disputeTerm(facts, annex, time).stage,
    );
    expect(new Set(answers)).to.deep.equal(new Set(DISPUTE_STAGE));
  });

  it("names the last second of a stage, and the first of the next follows it", () => {
    fc.assert(
      fc.property(disputes, ({ annex, time, ...facts }) => {
        const { stage, until } = disputeTerm(facts, annex, time);
        fc.pre(until !== 0n);
        expect(disputeTerm(facts, annex, until).stage).to.equal(stage);
        expect(disputeTerm(facts, annex, until + 1n).stage).to.not.equal(stage);
      }),
    );
  });
});

describe("milestoneStatus and payableAmount", () => {
  it("agree with the contract over random records and instants", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      records,
      async (batch) =>
        (await contract.reviews(batch.map(stored))).map(({ status, payableAmount: payable, deemed }) => ({
          status: MILESTONE_STATUS[Number(status)],
          payable,
          deemed,
        })),
      ({ record, time }) => ({
        status: milestoneStatus(record, time),
        payable: payableAmount(record, time),
        deemed: isDeemedAccepted(record.deliveredAt, time),
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set(MILESTONE_STATUS));
    expect(answers.filter(({ payable }) => payable !== 0n).length).to.be.above(50);
  });
});
