import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  at,
  latest,
  BOND,
  bondedContract,
  COURSE_STAGE,
  EVIDENCE,
  NO_DOCUMENT,
  REASON,
  ZERO_HASH,
} from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** Milestone 0 paid, milestone 1 delivered and waiting, milestone 2 not delivered. */
async function started() {
  const state = await bondedContract(connection);
  const { escrow, supplier, inspector, deed, id } = state;
  for (const index of [0, 1]) await escrow.connect(supplier).deliver(id, index, EVIDENCE);
  await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
  return state;
}
async function noticed() {
  const state = await started();
  await state.court.connect(state.buyer).noticeTermination(state.deed, 2, REASON);
  return state;
}
async function defended() {
  const state = await noticed();
  await state.court.connect(state.supplier).defendTermination(state.deed, REASON);
  return state;
}
async function decided() {
  const state = await defended();
  await state.court.connect(state.buyer).decideTermination(state.deed, true, 2_000_000n, REASON.digest);
  return state;
}
async function appealed() {
  const state = await decided();
  await state.court.connect(state.supplier).appealTermination(state.deed, REASON);
  return state;
}

describe("ContractCourt.noticeTermination", () => {
  it("reverts while a procedure runs", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(noticed);
    await expect(court.connect(buyer).noticeTermination(deed, 2, REASON))
      .to.be.revertedWithCustomError(court, "Termination_WrongStage")
      .withArgs(id, COURSE_STAGE.defence);
  });

  it("reverts for everyone but the buyer", async () => {
    const { court, inspector, deed, id } = await networkHelpers.loadFixture(started);
    await expect(court.connect(inspector).noticeTermination(deed, 2, REASON))
      .to.be.revertedWithCustomError(court, "Termination_NotTheBuyer")
      .withArgs(id, inspector);
  });

  it("reverts once the contract has ended", async () => {
    const { court, escrow, buyer, stranger, deed, id } = await networkHelpers.loadFixture(started);
    await at(connection, BigInt(deed.annex.endsAt) + 1n);
    await escrow.connect(stranger).expire(deed.terms);
    await expect(court.connect(buyer).noticeTermination(deed, 2, REASON))
      .to.be.revertedWithCustomError(court, "Escrow_Ended")
      .withArgs(id);
  });

  for (const cause of [0, 8]) {
    it(`reverts for cause ${cause}, which the article does not have`, async () => {
      const { court, buyer, deed, id } = await networkHelpers.loadFixture(started);
      await expect(court.connect(buyer).noticeTermination(deed, cause, REASON))
        .to.be.revertedWithCustomError(court, "Termination_UnknownCause")
        .withArgs(id, cause);
    });
  }

  it("reverts without a reason", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(started);
    await expect(court.connect(buyer).noticeTermination(deed, 7, NO_DOCUMENT))
      .to.be.revertedWithCustomError(court, "Escrow_InvalidDocument")
      .withArgs(id);
  });

  it("opens the procedure and keeps the bond", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(started);
    await expect(court.connect(buyer).noticeTermination(deed, 7, REASON))
      .to.emit(court, "TerminationNoticed")
      .withArgs(id, buyer, 7, Object.values(REASON));
    expect(await court.holdsBond(id)).to.equal(true);
    expect((await court.getTermination(id)).cause).to.equal(7n);
  });
});

describe("ContractCourt, the steps of a termination", () => {
  it("reverts for everyone but whose step it is", async () => {
    const first = await networkHelpers.loadFixture(noticed);
    await expect(first.court.connect(first.buyer).defendTermination(first.deed, REASON))
      .to.be.revertedWithCustomError(first.court, "Escrow_NotTheSupplier")
      .withArgs(first.id, first.buyer);
    const second = await networkHelpers.loadFixture(defended);
    await expect(second.court.connect(second.reviewer).decideTermination(second.deed, true, 0n, REASON.digest))
      .to.be.revertedWithCustomError(second.court, "Termination_NotTheBuyer")
      .withArgs(second.id, second.reviewer);
    const third = await networkHelpers.loadFixture(decided);
    await expect(third.court.connect(third.stranger).appealTermination(third.deed, REASON))
      .to.be.revertedWithCustomError(third.court, "Escrow_NotTheSupplier")
      .withArgs(third.id, third.stranger);
    const fourth = await networkHelpers.loadFixture(appealed);
    await expect(fourth.court.connect(fourth.buyer).reviewTermination(fourth.deed, true, 0n, REASON.digest))
      .to.be.revertedWithCustomError(fourth.court, "Termination_NotTheReviewer")
      .withArgs(fourth.id, fourth.buyer);
  });

  it("reverts where a step names no document", async () => {
    const first = await networkHelpers.loadFixture(noticed);
    await expect(first.court.connect(first.supplier).defendTermination(first.deed, NO_DOCUMENT))
      .to.be.revertedWithCustomError(first.court, "Escrow_InvalidDocument")
      .withArgs(first.id);
    const second = await networkHelpers.loadFixture(defended);
    await expect(second.court.connect(second.buyer).decideTermination(second.deed, true, 0n, ZERO_HASH))
      .to.be.revertedWithCustomError(second.court, "Escrow_InvalidDocument")
      .withArgs(second.id);
    const third = await networkHelpers.loadFixture(decided);
    await expect(third.court.connect(third.supplier).appealTermination(third.deed, NO_DOCUMENT))
      .to.be.revertedWithCustomError(third.court, "Escrow_InvalidDocument")
      .withArgs(third.id);
  });

  it("reverts where the forfeit exceeds the bond, or a review raises it", async () => {
    const second = await networkHelpers.loadFixture(defended);
    await expect(second.court.connect(second.buyer).decideTermination(second.deed, true, BOND + 1n, REASON.digest))
      .to.be.revertedWithCustomError(second.court, "Dispute_AmountAbove")
      .withArgs(second.id, BOND + 1n, BOND);
    const fourth = await networkHelpers.loadFixture(appealed);
    const { court, reviewer, deed, id } = fourth;
    await expect(court.connect(reviewer).reviewTermination(deed, true, 2_000_001n, REASON.digest))
      .to.be.revertedWithCustomError(court, "Dispute_AmountAbove")
      .withArgs(id, 2_000_001n, 2_000_000n);
  });

  it("records each step", async () => {
    const { court, buyer, supplier, reviewer, deed, id } = await networkHelpers.loadFixture(noticed);
    await expect(court.connect(supplier).defendTermination(deed, REASON))
      .to.emit(court, "TerminationDefended")
      .withArgs(id, supplier, Object.values(REASON));
    await expect(court.connect(buyer).decideTermination(deed, true, BOND, REASON.digest))
      .to.emit(court, "TerminationDecided")
      .withArgs(id, buyer, true, BOND, REASON.digest);
    await expect(court.connect(supplier).appealTermination(deed, REASON))
      .to.emit(court, "TerminationAppealed")
      .withArgs(id, supplier, Object.values(REASON));
    await expect(court.connect(reviewer).reviewTermination(deed, true, 1n, REASON.digest))
      .to.emit(court, "TerminationReviewed")
      .withArgs(id, reviewer, true, 1n, REASON.digest);
    expect((await court.getTermination(id)).forfeit).to.equal(1n);
  });
});

describe("DueProcess of a termination, at the exact seconds", () => {
  const { defence, decision, appealable, review, final, extinguished } = COURSE_STAGE;
  const rows = [
    ["the defence window", noticed, 10n * DAY, defence, decision],
    ["a decision after silence", noticed, 30n * DAY, decision, extinguished],
    ["a decision after the defence", defended, 20n * DAY, decision, extinguished],
    ["the appeal window", decided, 5n * DAY, appealable, final],
    ["the review window", appealed, 20n * DAY, review, extinguished],
  ] as const;
  for (const [what, fixture, window, before, after] of rows) {
    for (const [offset, stage] of [
      [-1n, before],
      [0n, before],
      [1n, after],
    ] as const) {
      it(`${what}: ${offset === 1n ? "over" : "open"} ${offset} seconds from its end`, async () => {
        const { court, stranger, buyer, deed, id } = await networkHelpers.loadFixture(fixture);
        const start = BigInt(await networkHelpers.time.latest());
        await at(connection, start + window + offset);
        const refused = court.connect(buyer).noticeTermination(deed, 1, REASON);
        await expect(refused).to.be.revertedWithCustomError(court, "Termination_WrongStage").withArgs(id, stage);
        if (stage !== final && stage !== extinguished) return;
        await expect(court.connect(stranger).closeTermination(deed))
          .to.emit(court, "TerminationClosed")
          .withArgs(id, stranger, stage === final);
      });
    }
  }
});

describe("ContractCourt.closeTermination", () => {
  it("reverts before the last stage", async () => {
    for (const [fixture, stage] of [
      [started, COURSE_STAGE.none],
      [noticed, COURSE_STAGE.defence],
      [defended, COURSE_STAGE.decision],
      [decided, COURSE_STAGE.appealable],
      [appealed, COURSE_STAGE.review],
    ] as const) {
      const { court, stranger, deed, id } = await networkHelpers.loadFixture(fixture);
      await expect(court.connect(stranger).closeTermination(deed))
        .to.be.revertedWithCustomError(court, "Termination_WrongStage")
        .withArgs(id, stage);
    }
  });

  it("releases what was never delivered, forfeits the bond as decided, and accepted work is still paid", async () => {
    const state = await networkHelpers.loadFixture(decided);
    const { court, escrow, treasury, supplier, inspector, stranger, token, deed, id } = state;
    await networkHelpers.time.increase(5n * DAY + 1n);
    const [, before] = await treasury.getLine(1n);
    const closing = court.connect(stranger).closeTermination(deed);
    await expect(closing).to.emit(escrow, "ContractEnded").withArgs(id, court, 20_000_000n);
    await expect(closing).to.emit(escrow, "BondForfeited").withArgs(id, court, 2_000_000n);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(22_000_000n);
    expect(await escrow.performanceBondOf(id)).to.equal(1_000_000n);
    await expect(escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      19_000_000n,
    );
    await expect(escrow.connect(supplier).deliver(id, 2, EVIDENCE))
      .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
      .withArgs(id);
  });

  for (const [what, upheld, reviewed] of [
    ["the buyer drops it", false, undefined],
    ["the reviewer does not uphold it", true, false],
  ] as const) {
    it(`leaves the contract running where ${what}, and a new notice may follow 30 days later`, async () => {
      const { court, escrow, buyer, supplier, reviewer, stranger, deed, id } =
        await networkHelpers.loadFixture(defended);
      await court.connect(buyer).decideTermination(deed, upheld, 0n, REASON.digest);
      if (reviewed !== undefined) {
        await court.connect(supplier).appealTermination(deed, REASON);
        await court.connect(reviewer).reviewTermination(deed, reviewed, 0n, REASON.digest);
      }
      await expect(court.connect(stranger).closeTermination(deed))
        .to.emit(court, "TerminationClosed")
        .withArgs(id, stranger, false);
      expect((await escrow.getFacts(id)).endedAt).to.equal(0n);
      expect(await court.holdsBond(id)).to.equal(false);
      const notBefore = (await latest(connection)) + 30n * DAY;
      expect(await court.nextNoticeOf(id)).to.equal(notBefore);
      await at(connection, notBefore - 1n);
      await expect(court.connect(buyer).noticeTermination(deed, 1, REASON))
        .to.be.revertedWithCustomError(court, "Termination_TooSoon")
        .withArgs(id, notBefore);
      await at(connection, notBefore);
      await expect(court.connect(buyer).noticeTermination(deed, 1, REASON)).to.emit(court, "TerminationNoticed");
    });
  }

  it("leaves room for the advance after a notice that nobody followed up", async () => {
    const state = await bondedContract(connection, {
      terms: { advance: 6_000_000n },
      annex: { advanceBond: 6_000_000n },
    });
    const { court, escrow, buyer, supplier, stranger, deed, id } = state;
    await court.connect(buyer).noticeTermination(deed, 1, REASON);
    await networkHelpers.time.increase(30n * DAY + 1n);
    await expect(escrow.connect(supplier).drawAdvance(deed))
      .to.be.revertedWithCustomError(escrow, "Escrow_NoAdvance")
      .withArgs(id);
    await court.connect(stranger).closeTermination(deed);
    await expect(court.connect(buyer).noticeTermination(deed, 1, REASON)).to.be.revertedWithCustomError(
      court,
      "Termination_TooSoon",
    );
    await expect(escrow.connect(supplier).drawAdvance(deed)).to.emit(escrow, "AdvancePaid");
  });

  it("changes nothing where the contract was completed meanwhile, not even the bond", async () => {
    const state = await networkHelpers.loadFixture(decided);
    const { court, escrow, inspector, supplier, stranger, deed, id } = state;
    await escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest);
    await escrow.connect(supplier).deliver(id, 2, EVIDENCE);
    await escrow.connect(inspector).accept(deed.terms, 2, EVIDENCE.digest);
    await networkHelpers.time.increase(5n * DAY + 1n);
    const closing = court.connect(stranger).closeTermination(deed);
    await expect(closing).to.emit(court, "TerminationClosed").withArgs(id, stranger, false);
    await expect(closing).not.to.emit(escrow, "BondForfeited");
    expect(await escrow.performanceBondOf(id)).to.equal(BOND);
    expect(await court.holdsBond(id)).to.equal(false);
  });
});
