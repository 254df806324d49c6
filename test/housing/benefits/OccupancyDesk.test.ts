import { expect } from "chai";
import { ZeroHash } from "ethers";
import fc from "fast-check";
import { network } from "hardhat";

import { dutyUntil, occupancyTerm } from "../../../scripts/lib/housing/occupancy.ts";
import { PROCESS_STAGE } from "../../../scripts/lib/procurement/due-process.ts";
import { HousingErrors__factory, OccupancyDesk__factory } from "../../../typechain-types/index.js";
import { COURSE_STAGE } from "../../helpers/court.ts";
import type { Connection } from "../../helpers/suite.ts";
import { ANA, BEA, paidSubsidy, STATE } from "./seats.ts";
import { DEED, keyFor, now, OCCUPANCY, REASON, seatOf, signClaim, SUBSIDY, travel, type Housing } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const errors = { interface: HousingErrors__factory.createInterface() };
const { nullifier } = ANA;

const paidFixture = () => paidSubsidy(connection);
const paid = () => networkHelpers.loadFixture(paidFixture);

async function noticed() {
  const { suite, call } = await paid();
  await suite.occupancy.notice(nullifier, REASON);
  return { suite, call, noticedAt: await now(suite) };
}

/** Upheld at once in the window of the decision, without a defence. */
async function decided(upheld = true) {
  const { suite, call, noticedAt } = await noticed();
  await travel(suite, noticedAt + OCCUPANCY.defence + 1n);
  await suite.occupancy.decide(nullifier, upheld, REASON);
  return { suite, call, decidedAt: await now(suite) };
}

const writ = async (suite: Housing, name: "Defence" | "Appeal", changes: object = {}) => {
  const { callId } = await seatOf(suite, nullifier);
  const message = { callId, nullifier, number: 1n, document: DEED, ...changes };
  return signClaim(suite, keyFor(1), `OccupancyDesk.${name}`, message);
};

async function appealed() {
  const state = await decided();
  await state.suite.occupancy.appeal(nullifier, DEED, keyFor(1), await writ(state.suite, "Appeal"));
  return { ...state, appealedAt: await now(state.suite) };
}

const wrongStage = (stage: keyof typeof COURSE_STAGE) => [nullifier, COURSE_STAGE[stage]] as const;

describe("OccupancyDesk.constructor", () => {
  it("refuses a window shorter than five working days can be, or longer than a year", async () => {
    const { suite } = await paid();
    const factory = new OccupancyDesk__factory(suite.admin);
    const day = 86_400n;
    for (const [window, name] of (["defence", "decision", "appeal", "review"] as const).entries()) {
      for (const given of [7n * day - 1n, 365n * day + 1n]) {
        await expect(factory.deploy(suite.manager, suite.book, { ...OCCUPANCY, [name]: given }))
          .to.be.revertedWithCustomError(errors, "Occupancy_Window")
          .withArgs(window, given, 7n * day, 365n * day);
      }
    }
    expect(await suite.occupancy.getWindows()).to.deep.equal(Object.values(OCCUPANCY));
  });
});

describe("OccupancyDesk.visit", () => {
  it("reverts for a stranger, for a benefit that was not given, and without a report", async () => {
    const { suite } = await paid();
    await expect(suite.occupancy.connect(suite.stranger).visit(nullifier, REASON)).to.be.revertedWithCustomError(
      suite.occupancy,
      "AccessManagedUnauthorized",
    );
    await expect(suite.occupancy.visit(BEA.nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Seat_State")
      .withArgs(BEA.nullifier, STATE.accepted);
    expect(await suite.occupancy.dutyUntil(BEA.nullifier)).to.equal(0n);
    await expect(suite.occupancy.visit(nullifier, ZeroHash))
      .to.be.revertedWithCustomError(errors, "Occupancy_NoDocument")
      .withArgs(nullifier);
  });

  it("counts visits to the last second of the five years, and none after it", async () => {
    const { suite, call } = await paid();
    await expect(suite.occupancy.visit(nullifier, REASON))
      .to.emit(suite.occupancy, "Visited")
      .withArgs(call.id, nullifier, suite.admin, 1n, REASON);
    const until = dutyUntil(await suite.benefits.usedAt(nullifier));
    expect(await suite.occupancy.dutyUntil(nullifier)).to.equal(until);
    await travel(suite, until);
    await suite.occupancy.visit(nullifier, DEED);
    const { visits, visitedAt } = await suite.occupancy.getDuty(nullifier);
    expect([visits, visitedAt]).to.deep.equal([2n, until]);
    for (const act of ["visit", "notice"] as const) {
      await expect(suite.occupancy[act](nullifier, DEED))
        .to.be.revertedWithCustomError(errors, "Occupancy_Ended")
        .withArgs(nullifier, until);
    }
  });
});

describe("OccupancyDesk.notice", () => {
  it("reverts for a stranger, without a charge, and while a procedure runs", async () => {
    const { suite, call } = await paid();
    await expect(suite.occupancy.connect(suite.stranger).notice(nullifier, REASON)).to.be.revertedWithCustomError(
      suite.occupancy,
      "AccessManagedUnauthorized",
    );
    await expect(suite.occupancy.notice(nullifier, ZeroHash)).to.be.revertedWithCustomError(
      errors,
      "Occupancy_NoDocument",
    );
    await expect(suite.occupancy.notice(nullifier, REASON))
      .to.emit(suite.occupancy, "OccupancyNoticed")
      .withArgs(call.id, nullifier, suite.admin, 1n, REASON);
    await expect(suite.occupancy.notice(nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Occupancy_Stage")
      .withArgs(...wrongStage("defence"));
  });

  it("may come again after the office's silence extinguished a procedure; nothing of that one serves in it", async () => {
    const { suite, noticedAt } = await noticed();
    const old = await writ(suite, "Defence");
    await travel(suite, noticedAt + OCCUPANCY.defence + OCCUPANCY.decision + 1n);
    await suite.occupancy.notice(nullifier, REASON);
    await expect(suite.occupancy.defend(nullifier, DEED, keyFor(1), old)).to.be.revertedWithCustomError(
      errors,
      "Claim_FalseSignature",
    );
    await suite.occupancy.defend(nullifier, DEED, keyFor(1), await writ(suite, "Defence", { number: 2n }));
    expect((await suite.occupancy.getDuty(nullifier)).number).to.equal(2n);
  });
});

describe("OccupancyDesk.defend", () => {
  it("reverts without a document, for another's key, and for a signature of another writ", async () => {
    const { suite, call } = await noticed();
    const signature = await writ(suite, "Defence");
    await expect(suite.occupancy.defend(nullifier, ZeroHash, keyFor(1), signature)).to.be.revertedWithCustomError(
      errors,
      "Occupancy_NoDocument",
    );
    await expect(suite.occupancy.defend(nullifier, DEED, keyFor(2), signature))
      .to.be.revertedWithCustomError(errors, "Claim_NotTheKey")
      .withArgs(nullifier, keyFor(2).address);
    for (const false_ of [
      await writ(suite, "Appeal"),
      await writ(suite, "Defence", { number: 2n }),
      await writ(suite, "Defence", { callId: REASON }),
      await writ(suite, "Defence", { document: REASON }),
    ]) {
      await expect(suite.occupancy.defend(nullifier, DEED, keyFor(1), false_)).to.be.revertedWithCustomError(
        errors,
        "Claim_FalseSignature",
      );
    }
    await expect(suite.occupancy.connect(suite.stranger).defend(nullifier, DEED, keyFor(1), signature))
      .to.emit(suite.occupancy, "OccupancyDefended")
      .withArgs(call.id, nullifier, DEED);
    await expect(suite.occupancy.defend(nullifier, DEED, keyFor(1), signature))
      .to.be.revertedWithCustomError(errors, "Occupancy_Stage")
      .withArgs(...wrongStage("decision"));
  });

  it("is forgone by silence: the last second defends, the next one decides", async () => {
    const { suite, noticedAt } = await noticed();
    const snapshot = await networkHelpers.takeSnapshot();
    await travel(suite, noticedAt + OCCUPANCY.defence);
    await suite.occupancy.defend(nullifier, DEED, keyFor(1), await writ(suite, "Defence"));
    await snapshot.restore();
    await travel(suite, noticedAt + OCCUPANCY.defence);
    await expect(suite.occupancy.decide(nullifier, true, REASON))
      .to.be.revertedWithCustomError(errors, "Occupancy_Stage")
      .withArgs(...wrongStage("defence"));
    await travel(suite, noticedAt + OCCUPANCY.defence + 1n);
    await suite.occupancy.decide(nullifier, true, REASON);
  });
});

describe("OccupancyDesk.decide", () => {
  it("reverts for a stranger and without a reason; a dismissal ends the procedure", async () => {
    const { suite, noticedAt } = await noticed();
    await expect(suite.occupancy.connect(suite.stranger).decide(nullifier, true, REASON)).to.be.revertedWithCustomError(
      suite.occupancy,
      "AccessManagedUnauthorized",
    );
    await travel(suite, noticedAt + OCCUPANCY.defence + 1n);
    await expect(suite.occupancy.decide(nullifier, true, ZeroHash)).to.be.revertedWithCustomError(
      errors,
      "Occupancy_NoDocument",
    );
    await expect(suite.occupancy.decide(nullifier, false, REASON))
      .to.emit(suite.occupancy, "OccupancyDecided")
      .withArgs((await seatOf(suite, nullifier)).callId, nullifier, suite.admin, false, REASON);
    expect(await suite.occupancy.stageOf(nullifier)).to.equal(COURSE_STAGE.extinguished);
  });

  it("is extinguished by silence after the last second", async () => {
    const { suite, noticedAt } = await noticed();
    const last = noticedAt + OCCUPANCY.defence + OCCUPANCY.decision;
    await travel(suite, last + 1n);
    await expect(suite.occupancy.decide(nullifier, true, REASON))
      .to.be.revertedWithCustomError(errors, "Occupancy_Stage")
      .withArgs(...wrongStage("extinguished"));
  });
});

describe("OccupancyDesk.review", () => {
  it("reverts for a stranger and for whoever decided, and quashes a decision", async () => {
    const { suite, call } = await appealed();
    const { occupancy, reviewer } = suite;
    await expect(occupancy.connect(suite.stranger).review(nullifier, true, REASON)).to.be.revertedWithCustomError(
      occupancy,
      "AccessManagedUnauthorized",
    );
    await expect(occupancy.review(nullifier, true, REASON))
      .to.be.revertedWithCustomError(errors, "Occupancy_SameOffice")
      .withArgs(nullifier, suite.admin);
    await expect(occupancy.connect(reviewer).review(nullifier, false, REASON))
      .to.emit(occupancy, "OccupancyReviewed")
      .withArgs(call.id, nullifier, reviewer, false, REASON);
    expect(await occupancy.stageOf(nullifier)).to.equal(COURSE_STAGE.extinguished);
  });

  it("extinguishes by its silence, after the last second", async () => {
    const { suite, appealedAt } = await appealed();
    const last = appealedAt + OCCUPANCY.review;
    await travel(suite, last + 1n);
    await expect(suite.occupancy.connect(suite.reviewer).review(nullifier, true, REASON))
      .to.be.revertedWithCustomError(errors, "Occupancy_Stage")
      .withArgs(...wrongStage("extinguished"));
    await expect(suite.occupancy.revoke(nullifier)).to.be.revertedWithCustomError(errors, "Occupancy_Stage");
  });
});

describe("OccupancyDesk.revoke", () => {
  it("reverts while the household may appeal, and takes the benefit back in the second after", async () => {
    const { suite, call, decidedAt } = await decided();
    await travel(suite, decidedAt + OCCUPANCY.appeal);
    await expect(suite.occupancy.revoke(nullifier))
      .to.be.revertedWithCustomError(errors, "Occupancy_Stage")
      .withArgs(...wrongStage("appealable"));
    await travel(suite, decidedAt + OCCUPANCY.appeal + 1n);
    const balances = () => Promise.all([suite.treasury, suite.seller].map((who) => suite.token.balanceOf(who)));
    const before = await balances();
    const tx = suite.occupancy.connect(suite.stranger).revoke(nullifier);
    await expect(tx).to.emit(suite.occupancy, "BenefitRevoked").withArgs(call.id, nullifier, suite.stranger, SUBSIDY);
    await expect(tx).to.emit(suite.book, "Revoked").withArgs(call.id, nullifier);
    expect(await balances()).to.deep.equal(before);
    expect((await suite.book.awardOf(nullifier)).state).to.equal(STATE.revoked);
    await expect(suite.occupancy.revoke(nullifier))
      .to.be.revertedWithCustomError(errors, "Seat_State")
      .withArgs(nullifier, STATE.revoked);
  });

  it("follows an upheld review, also after the five years", async () => {
    const { suite, appealedAt } = await appealed();
    await travel(suite, appealedAt + OCCUPANCY.review);
    await suite.occupancy.connect(suite.reviewer).review(nullifier, true, REASON);
    await travel(suite, (await suite.occupancy.dutyUntil(nullifier)) + 1n);
    await suite.occupancy.connect(suite.stranger).revoke(nullifier);
    expect((await suite.book.awardOf(nullifier)).state).to.equal(STATE.revoked);
  });

  it("asks no appeal of whoever has none left: the last second of the window appeals", async () => {
    const { suite, call, decidedAt } = await decided();
    const signature = await writ(suite, "Appeal");
    await travel(suite, decidedAt + OCCUPANCY.appeal);
    await expect(suite.occupancy.connect(suite.stranger).appeal(nullifier, DEED, keyFor(1), signature))
      .to.emit(suite.occupancy, "OccupancyAppealed")
      .withArgs(call.id, nullifier, DEED);
  });
});

describe("occupancyTerm", () => {
  it("gives the stage that the contract gives along a procedure, at the edges of its windows", async () => {
    const { suite, noticedAt } = await noticed();
    const course = { noticedAt, defendedAt: 0n, decidedAt: 0n, appealedAt: 0n, reviewedAt: 0n, upheld: false };
    const edges = [OCCUPANCY.defence, OCCUPANCY.defence + OCCUPANCY.decision].flatMap((at) => [at, at + 1n]);
    for (const edge of edges) {
      await networkHelpers.time.increaseTo(noticedAt + edge);
      const stage = PROCESS_STAGE[Number(await suite.occupancy.stageOf(nullifier))];
      expect(occupancyTerm(course, OCCUPANCY, noticedAt + edge).stage).to.equal(stage);
    }
  });

  it("never runs back as time passes", () => {
    const step = fc.bigInt({ min: 0n, max: 50n * 86_400n });
    fc.assert(
      fc.property(step, step, (first, second) => {
        const course = { noticedAt: 1n, defendedAt: 0n, decidedAt: 0n, appealedAt: 0n, reviewedAt: 0n, upheld: true };
        const [before, after] = [first, first + second].map((time) =>
          PROCESS_STAGE.indexOf(occupancyTerm(course, OCCUPANCY, 1n + time).stage),
        );
        expect(before).to.be.at.most(after!);
      }),
    );
  });
});
