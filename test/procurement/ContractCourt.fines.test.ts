import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { applyChange, orderOf } from "../helpers/changes.ts";
import { at, bondedContract, COURSE_STAGE, EVIDENCE, NO_DOCUMENT, REASON, ZERO_HASH } from "../helpers/court.ts";
import { AMOUNT, lateMilestone, noticedFine, redeliveredMilestone } from "../helpers/fines.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const late = () => lateMilestone(connection);
const redelivered = () => redeliveredMilestone(connection);
const noticed = () => noticedFine(connection);
async function defended() {
  const state = await noticed();
  await state.court.connect(state.supplier).defendFine(state.deed, 0, REASON);
  return state;
}
async function decided() {
  const state = await defended();
  await state.court.connect(state.buyer).decideFine(state.deed, 0, AMOUNT, REASON.digest);
  return state;
}
async function appealed() {
  const state = await decided();
  await state.court.connect(state.supplier).appealFine(state.deed, 0, REASON);
  return state;
}

describe("ContractCourt.noticeFine", () => {
  it("reverts for everyone but the inspector and the substitute", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(late);
    await expect(court.connect(buyer).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Escrow_NotTheInspector")
      .withArgs(id, buyer);
  });

  it("reverts a second time for the same milestone", async () => {
    const { court, substitute, deed, id } = await networkHelpers.loadFixture(noticed);
    await expect(court.connect(substitute).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_AlreadyNoticed")
      .withArgs(id, 0);
  });

  it("reverts without a reason", async () => {
    const { court, inspector, deed, id } = await networkHelpers.loadFixture(late);
    await expect(court.connect(inspector).noticeFine(deed, 0, NO_DOCUMENT))
      .to.be.revertedWithCustomError(court, "Escrow_InvalidDocument")
      .withArgs(id);
  });

  it("reverts for a milestone that does not exist", async () => {
    const { court, inspector, deed, id } = await networkHelpers.loadFixture(late);
    await expect(court.connect(inspector).noticeFine(deed, 3, REASON))
      .to.be.revertedWithCustomError(court, "Escrow_UnknownMilestone")
      .withArgs(id, 3);
  });

  it("reverts for a milestone that was delivered in time", async () => {
    const { court, escrow, inspector, supplier, deed, id } = await networkHelpers.loadFixture(late);
    await escrow.connect(supplier).deliver(id, 2, EVIDENCE);
    await networkHelpers.time.increase(100n * DAY);
    await expect(court.connect(inspector).noticeFine(deed, 2, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 2);
  });

  it("reverts for one in time of which a part came again late, also once it is settled", async () => {
    const { court, reader, inspector, deed, id } = await networkHelpers.loadFixture(redelivered);
    expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 0);
  });

  it("counts a day only when it is whole", async () => {
    const { court, inspector, schedule, deed, id } = await networkHelpers.loadFixture(late);
    const dueAt = BigInt(schedule[1]!.dueAt);
    await at(connection, dueAt + DAY - 1n);
    await expect(court.connect(inspector).noticeFine(deed, 1, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 1);
    await at(connection, dueAt + DAY);
    await expect(court.connect(inspector).noticeFine(deed, 1, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 1, 1n, 200_000n, 200_000n, Object.values(REASON));
  });

  it("computes 1 % of the milestone for each of 5 days and sets retention aside", async () => {
    const { court, escrow, substitute, deed, id } = await networkHelpers.loadFixture(late);
    const notice = court.connect(substitute).noticeFine(deed, 0, REASON);
    await expect(notice)
      .to.emit(court, "FineNoticed")
      .withArgs(id, substitute, 0, 5n, AMOUNT, AMOUNT, Object.values(REASON));
    await expect(notice).to.emit(escrow, "SetAside").withArgs(id, court, AMOUNT);
    const [ledger, dues] = await escrow.getBalances(id);
    expect([ledger.retained, dues.setAside]).to.deep.equal([1_000_000n, AMOUNT]);
    expect(await court.finesImposedOf(id)).to.equal(AMOUNT);
    expect((await court.getFine(id, 0)).holdsBond).to.equal(true);
  });

  it("counts delay up to the end of a contract that ended before delivery", async () => {
    const { court, escrow, inspector, stranger, schedule, deed, id } = await networkHelpers.loadFixture(late);
    const endsAt = BigInt(deed.annex.endsAt);
    await at(connection, endsAt + 1n);
    await escrow.connect(stranger).expire(deed.terms);
    await networkHelpers.time.increase(50n * DAY);
    const days = (endsAt + 1n - BigInt(schedule[2]!.dueAt)) / DAY;
    await expect(court.connect(inspector).noticeFine(deed, 2, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 2, days, 18_000_000n, 2_000_000n, Object.values(REASON));
  });
});

describe("ContractCourt.noticeFine, a milestone that stays late", () => {
  /** Two days and half a day late, noticed and decided at `amount`; then closed on the 20th day and delivered on the 25th. */
  async function finedTwice(amount: bigint) {
    const state = await bondedContract(connection);
    const { court, escrow, buyer, inspector, supplier, stranger, schedule, deed, id } = state;
    const due = BigInt(schedule[0]!.dueAt);
    await at(connection, due + 2n * DAY + DAY / 2n);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    await court.connect(supplier).defendFine(deed, 0, REASON);
    await court.connect(buyer).decideFine(deed, 0, amount, REASON.digest);
    await at(connection, due + 20n * DAY);
    await court.connect(stranger).closeFine(deed, 0);
    await at(connection, due + 25n * DAY);
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    return { ...state, due };
  }

  for (const [what, first] of [
    ["collected", 400_000n],
    ["reduced", 1n],
    ["dismissed", 0n],
  ] as const) {
    it(`counts only the days after those of a fine that was ${what}`, async () => {
      const { court, inspector, deed, id, due } = await finedTwice(first);
      const notice = court.connect(inspector).noticeFine(deed, 0, REASON);
      // 23 further days at 1 % of 20 million
      await expect(notice)
        .to.emit(court, "FineNoticed")
        .withArgs(id, inspector, 0, 23n, 4_600_000n, 0n, Object.values(REASON));
      const { closed, countedUntil, course } = await court.getFine(id, 0);
      expect(countedUntil).to.equal(due + 25n * DAY);
      expect([closed, course.upheld, course.defendedAt, course.decidedAt]).to.deep.equal([false, false, 0n, 0n]);
      expect(await court.finesImposedOf(id)).to.equal(4_600_000n + first);
    });
  }

  it("is heard and decided as the first was, and leaves no day for a third", async () => {
    const { court, buyer, inspector, supplier, stranger, deed, id } = await finedTwice(400_000n);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.be.revertedWithCustomError(court, "Fine_WrongStage")
      .withArgs(id, 0, COURSE_STAGE.defence);
    await court.connect(supplier).defendFine(deed, 0, REASON);
    await court.connect(buyer).decideFine(deed, 0, 4_600_000n, REASON.digest);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.emit(court, "FineClosed")
      .withArgs(id, stranger, 0, 4_600_000n);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 0);
  });

  it("needs another whole day", async () => {
    const state = await bondedContract(connection);
    const { court, inspector, stranger, schedule, deed, id } = state;
    const due = BigInt(schedule[0]!.dueAt);
    await at(connection, due + DAY);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    const snapshot = await networkHelpers.takeSnapshot();
    await at(connection, due + 32n * DAY);
    await court.connect(stranger).closeFine(deed, 0);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 0, 31n, 6_200_000n, 0n, Object.values(REASON));
    await snapshot.restore();
    const order = await orderOf(connection, state, [[0n, { ...schedule[0]!, dueAt: due + 40n * DAY }]]);
    await applyChange(state, order);
    await at(connection, due + 41n * DAY - 2n);
    await court.connect(stranger).closeFine(deed, 0);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 0);
  });
});

describe("ContractCourt, the steps of a fine", () => {
  it("reverts before a notice", async () => {
    const { court, supplier, deed, id } = await networkHelpers.loadFixture(late);
    await expect(court.connect(supplier).defendFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_WrongStage")
      .withArgs(id, 0, COURSE_STAGE.none);
  });

  it("reverts for everyone but whose step it is", async () => {
    const atDefence = await networkHelpers.loadFixture(noticed);
    await expect(atDefence.court.connect(atDefence.buyer).defendFine(atDefence.deed, 0, REASON))
      .to.be.revertedWithCustomError(atDefence.court, "Escrow_NotTheSupplier")
      .withArgs(atDefence.id, atDefence.buyer);
    const atDecision = await networkHelpers.loadFixture(defended);
    await expect(atDecision.court.connect(atDecision.reviewer).decideFine(atDecision.deed, 0, 0n, REASON.digest))
      .to.be.revertedWithCustomError(atDecision.court, "Fine_NotTheBuyer")
      .withArgs(atDecision.id, atDecision.reviewer);
    const atAppeal = await networkHelpers.loadFixture(decided);
    await expect(atAppeal.court.connect(atAppeal.buyer).appealFine(atAppeal.deed, 0, REASON))
      .to.be.revertedWithCustomError(atAppeal.court, "Escrow_NotTheSupplier")
      .withArgs(atAppeal.id, atAppeal.buyer);
    const atReview = await networkHelpers.loadFixture(appealed);
    await expect(atReview.court.connect(atReview.buyer).reviewFine(atReview.deed, 0, 0n, REASON.digest))
      .to.be.revertedWithCustomError(atReview.court, "Fine_NotTheReviewer")
      .withArgs(atReview.id, atReview.buyer);
  });

  it("reverts where a step names no document", async () => {
    const atDefence = await networkHelpers.loadFixture(noticed);
    await expect(atDefence.court.connect(atDefence.supplier).defendFine(atDefence.deed, 0, NO_DOCUMENT))
      .to.be.revertedWithCustomError(atDefence.court, "Escrow_InvalidDocument")
      .withArgs(atDefence.id);
    const atDecision = await networkHelpers.loadFixture(defended);
    await expect(atDecision.court.connect(atDecision.buyer).decideFine(atDecision.deed, 0, 1n, ZERO_HASH))
      .to.be.revertedWithCustomError(atDecision.court, "Escrow_InvalidDocument")
      .withArgs(atDecision.id);
    const atAppeal = await networkHelpers.loadFixture(decided);
    await expect(atAppeal.court.connect(atAppeal.supplier).appealFine(atAppeal.deed, 0, NO_DOCUMENT))
      .to.be.revertedWithCustomError(atAppeal.court, "Escrow_InvalidDocument")
      .withArgs(atAppeal.id);
  });

  it("reverts where a decision or a review raises the fine", async () => {
    const atDecision = await networkHelpers.loadFixture(defended);
    await expect(atDecision.court.connect(atDecision.buyer).decideFine(atDecision.deed, 0, AMOUNT + 1n, REASON.digest))
      .to.be.revertedWithCustomError(atDecision.court, "Fine_AmountAbove")
      .withArgs(atDecision.id, AMOUNT + 1n, AMOUNT);
    const atReview = await networkHelpers.loadFixture(appealed);
    const { court, reviewer, deed, id } = atReview;
    await expect(court.connect(reviewer).reviewFine(deed, 0, AMOUNT + 1n, REASON.digest))
      .to.be.revertedWithCustomError(court, "Fine_AmountAbove")
      .withArgs(id, AMOUNT + 1n, AMOUNT);
  });

  it("records notice, defence, decision, appeal and review", async () => {
    const { court, buyer, supplier, reviewer, deed, id } = await networkHelpers.loadFixture(noticed);
    await expect(court.connect(supplier).defendFine(deed, 0, REASON))
      .to.emit(court, "FineDefended")
      .withArgs(id, supplier, 0, Object.values(REASON));
    await expect(court.connect(buyer).decideFine(deed, 0, 900_000n, REASON.digest))
      .to.emit(court, "FineDecided")
      .withArgs(id, buyer, 0, 900_000n, REASON.digest);
    expect(await court.finesImposedOf(id)).to.equal(900_000n);
    await expect(court.connect(supplier).appealFine(deed, 0, REASON))
      .to.emit(court, "FineAppealed")
      .withArgs(id, supplier, 0, Object.values(REASON));
    await expect(court.connect(reviewer).reviewFine(deed, 0, 400_000n, REASON.digest))
      .to.emit(court, "FineReviewed")
      .withArgs(id, reviewer, 0, 400_000n, REASON.digest);
    expect(await court.finesImposedOf(id)).to.equal(400_000n);
    expect((await court.getFine(id, 0)).amount).to.equal(400_000n);
  });
});

describe("DueProcess of a fine, at the exact seconds", () => {
  const { defence, decision, appealable, review, final, extinguished } = COURSE_STAGE;
  const rows = [
    ["the defence window of 10 days", noticed, 10n * DAY, defence, decision],
    ["a decision after silence, 20 days", noticed, 30n * DAY, decision, extinguished],
    ["a decision after the defence, 20 days", defended, 20n * DAY, decision, extinguished],
    ["the appeal window of 5 days", decided, 5n * DAY, appealable, final],
    ["the review window of 20 days", appealed, 20n * DAY, review, extinguished],
  ] as const;
  for (const [what, fixture, window, before, after] of rows) {
    for (const [offset, stage] of [
      [-1n, before],
      [0n, before],
      [1n, after],
    ] as const) {
      it(`${what}: ${offset === 1n ? "over" : "open"} ${offset} seconds from its end`, async () => {
        const { court, stranger, supplier, reviewer, deed, id } = await networkHelpers.loadFixture(fixture);
        const start = BigInt(await networkHelpers.time.latest());
        await at(connection, start + window + offset);
        // A step of another stage names the stage in its refusal; the last two stages refuse every step.
        const refused =
          stage === review
            ? court.connect(supplier).appealFine(deed, 0, REASON)
            : court.connect(reviewer).reviewFine(deed, 0, 0n, REASON.digest);
        await expect(refused).to.be.revertedWithCustomError(court, "Fine_WrongStage").withArgs(id, 0, stage);
        if (stage !== final && stage !== extinguished) return;
        await expect(court.connect(stranger).closeFine(deed, 0))
          .to.emit(court, "FineClosed")
          .withArgs(id, stranger, 0, stage === final ? AMOUNT : 0n);
      });
    }
  }

  it("cannot be closed at any stage before the last", async () => {
    for (const [fixture, stage] of [
      [noticed, defence],
      [defended, decision],
      [decided, appealable],
      [appealed, review],
    ] as const) {
      const { court, stranger, deed, id } = await networkHelpers.loadFixture(fixture);
      await expect(court.connect(stranger).closeFine(deed, 0))
        .to.be.revertedWithCustomError(court, "Fine_WrongStage")
        .withArgs(id, 0, stage);
    }
  });

  it("gives the supplier the length of a pause on top", async () => {
    const { court, opening, guardian, supplier, deed, id } = await networkHelpers.loadFixture(noticed);
    const start = BigInt(await networkHelpers.time.latest());
    await at(connection, start + 10n * DAY);
    await opening.connect(guardian).pause(REASON.digest);
    await at(connection, start + 17n * DAY);
    await expect(court.connect(supplier).defendFine(deed, 0, REASON)).to.emit(court, "FineDefended");
    expect((await court.getFine(id, 0)).course.defendedAt).to.equal(start + 17n * DAY);
  });
});
