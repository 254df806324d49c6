import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import {
  AWARD_STATUS,
  awardStatus,
  awardTimes,
  lastAward,
  spentBy,
  suspendedBy,
} from "../../scripts/lib/tender/award/award-clock.ts";
import { DAY } from "../../scripts/lib/procurement/law.ts";
import { AwardMathHarness__factory } from "../../typechain-types/index.js";
import { ZeroAddress } from "ethers";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "./support/agree.ts";
import { daySpan, instant, NOW, windowDays } from "./support/cases.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new AwardMathHarness__factory(deployer!).deploy();
}

const cases = fc
  .record({
    windows: fc.record({
      complaintWindow: windowDays(10),
      reviewWindow: windowDays(10),
      suspensionCap: windowDays(20),
      standstill: fc.oneof(fc.constant(0n), windowDays(30)),
      signatureWindow: windowDays(10),
      validUntil: instant(50),
    }),
    complaints: fc.bigInt({ min: 0n, max: 2n }),
    suspended: daySpan(20),
    spent: fc.oneof(fc.constant(0n), daySpan(500)),
    pausedAt: fc.oneof(
      fc.constant(0n),
      instant(40),
      daySpan(8).map((span) => NOW - span),
    ),
    ruledAfter: fc.oneof(fc.constant(undefined), daySpan(9)),
    time: instant(50),
  })
  .map(({ windows, ruledAfter, time, ...facts }) => {
    const unruled = { ...facts, awardedAt: NOW, ruledAt: 0n };
    const { complaintsUntil, reviewUntil } = awardTimes(windows, unruled);
    const ruling = complaintsUntil + 1n + (ruledAfter ?? 0n);
    const isRuled = ruledAfter !== undefined && facts.complaints !== 0n && ruling <= reviewUntil;
    return { windows, facts: { ...unruled, ruledAt: isRuled ? ruling : 0n }, time };
  });

const NO_STAGES = { budget: 0n, scoresBy: 0n, substitutesBy: 0n, smallestShareBps: 0n, grounds: 0n };

describe("awardTimes and awardStatus", () => {
  it("agree with the contract over random awards, pauses and instants", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      cases,
      async (batch) => {
        const clocks = await contract.clocks(
          batch.map(({ windows, facts: { awardedAt, pausedAt, ...review }, time }) => ({
            stages: { ...NO_STAGES, ...windows, reviewer: ZeroAddress },
            awardedAt,
            review: { round: 0n, ...review },
            pausedAt,
            time,
          })),
        );
        return clocks.map(
          ({ times: [complaintsUntil, reviewUntil, signFrom, signUntil], status, suspended, spent, validUntil }) => ({
            times: { complaintsUntil, reviewUntil, signFrom, signUntil },
            status: AWARD_STATUS[Number(status)],
            suspended,
            spent,
            validUntil,
          }),
        );
      },
      ({ windows, facts, time }) => ({
        times: awardTimes(windows, facts),
        status: awardStatus(windows, facts, time),
        suspended: suspendedBy(windows, facts, time),
        spent: spentBy(windows, facts, time),
        validUntil: lastAward(windows, facts.spent),
      }),
    );
    expect(new Set(answers.map(({ status }) => status)).size).to.equal(AWARD_STATUS.length - 2);
  });

  it("open the signature a second after the latest of the windows", () => {
    const windows = {
      complaintWindow: 5n * DAY,
      reviewWindow: 6n * DAY,
      suspensionCap: 4n * DAY,
      standstill: 10n * DAY,
      signatureWindow: 2n * DAY,
      validUntil: 100n * DAY,
    };
    const facts = { awardedAt: 0n, complaints: 0n, ruledAt: 0n, suspended: 0n, pausedAt: 0n };
    expect(awardTimes(windows, facts).signFrom).to.equal(10n * DAY + 1n);
    expect(awardTimes(windows, { ...facts, complaints: 1n }).reviewUntil).to.equal(9n * DAY);
    expect(awardTimes({ ...windows, suspensionCap: 9n * DAY }, { ...facts, complaints: 1n })).to.include({
      signFrom: 11n * DAY + 1n,
      signUntil: 13n * DAY,
    });
  });
});
