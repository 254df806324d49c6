import { expect } from "chai";
import { network } from "hardhat";

import { AWARD, awardedDesk, OUTCOME, podiumOf, reviewedDesk, RULING, TENDER, WINDOWS } from "../helpers/award-desk.ts";
import { DAY } from "../helpers/agreement.ts";
import { at, latest, LONG_POINTER, NO_DOCUMENT, REASON, ZERO_HASH } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const awarded = () => awardedDesk(connection);
const reviewed = () => reviewedDesk(connection);

describe("AwardDesk.complain", () => {
  it("reverts without an award", async () => {
    const { desk, reviewer, accounts } = await networkHelpers.loadFixture(reviewed);
    await desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 1n, REASON.digest);
    await expect(desk.connect(accounts[0]).complain(TENDER, 1n, REASON))
      .to.be.revertedWithCustomError(desk, "Award_None")
      .withArgs(TENDER);
  });

  it("reverts once the tender has ended", async () => {
    const { desk, book, accounts } = await networkHelpers.loadFixture(awarded);
    await book.end(TENDER, OUTCOME.annulled, REASON.digest);
    await expect(desk.connect(accounts[0]).complain(TENDER, 1n, REASON))
      .to.be.revertedWithCustomError(desk, "Tender_Ended")
      .withArgs(TENDER, OUTCOME.annulled);
  });

  it("counts in the last second of its window and not in the next", async () => {
    const { desk, accounts, awardedAt } = await networkHelpers.loadFixture(awarded);
    const until = awardedAt + WINDOWS.complaintWindow;
    await at(connection, until);
    await expect(desk.connect(accounts[0]).complain(TENDER, 1n, REASON))
      .to.emit(desk, "ComplaintFiled")
      .withArgs(TENDER, accounts[0], 1n, 0n, [REASON.digest, REASON.pointer]);
    await expect(desk.connect(accounts[2]).complain(TENDER, 3n, REASON))
      .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
      .withArgs(TENDER, awardedAt, until);
    expect((await desk.getReview(TENDER)).complaints).to.equal(1n);
  });

  it("is lengthened by a pause that falls into its window", async () => {
    const { desk, book, accounts, awardedAt } = await networkHelpers.loadFixture(awarded);
    await book.setPausedAt(awardedAt + DAY);
    await at(connection, awardedAt + WINDOWS.complaintWindow + 7n * DAY);
    await desk.connect(accounts[0]).complain(TENDER, 1n, REASON);
    expect(await desk.statusOf(TENDER)).to.equal(AWARD.complaints);
  });

  it("reverts for any account but the bidder's", async () => {
    const { desk, stranger } = await networkHelpers.loadFixture(awarded);
    await expect(desk.connect(stranger).complain(TENDER, 1n, REASON))
      .to.be.revertedWithCustomError(desk, "Tender_NotTheBidder")
      .withArgs(TENDER, stranger, 1n);
  });

  it("reverts for an entity without a bid", async () => {
    const { desk, book, stranger } = await networkHelpers.loadFixture(awarded);
    await book.setAccount(30n, stranger);
    await expect(desk.connect(stranger).complain(TENDER, 30n, REASON))
      .to.be.revertedWithCustomError(desk, "Bid_None")
      .withArgs(TENDER, 30n);
  });

  it("reverts for the winner, who could outlast its own award", async () => {
    const { desk, accounts } = await networkHelpers.loadFixture(awarded);
    await expect(desk.connect(accounts[1]).complain(TENDER, 2n, REASON))
      .to.be.revertedWithCustomError(desk, "Award_Bid")
      .withArgs(TENDER, 2n);
  });

  it("reverts for a second complaint against the same award, not against the next one", async () => {
    const { desk, accounts, reviewer, award, rules, order } = await networkHelpers.loadFixture(reviewed);
    await desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 1n, REASON.digest);
    await desk.award(TENDER, rules, 100n, order, true, true);
    const third = accounts[3]!;
    await desk.connect(third).complain(TENDER, 4n, REASON);
    await expect(desk.connect(third).complain(TENDER, 4n, REASON))
      .to.be.revertedWithCustomError(desk, "Award_AlreadyComplained")
      .withArgs(TENDER, 4n);
    await expect(award()).to.be.revertedWithCustomError(desk, "Award_Exists");
  });

  for (const [what, document] of [
    ["names no file", NO_DOCUMENT],
    ["has too long a pointer", LONG_POINTER],
  ] as const) {
    it(`reverts where the reason ${what}`, async () => {
      const { desk, accounts } = await networkHelpers.loadFixture(awarded);
      await expect(desk.connect(accounts[0]).complain(TENDER, 1n, document))
        .to.be.revertedWithCustomError(desk, "Tender_InvalidDocument")
        .withArgs(TENDER);
    });
  }
});

describe("AwardDesk.rule", () => {
  describe("given a complaint", () => {
    it("reverts for anyone but the reviewer", async () => {
      const { desk, stranger } = await networkHelpers.loadFixture(reviewed);
      await expect(desk.connect(stranger).rule(TENDER, RULING.confirm, 0n, 0n, REASON.digest))
        .to.be.revertedWithCustomError(desk, "Award_NotTheReviewerOf")
        .withArgs(TENDER, stranger);
    });

    it("reverts in the last second for complaints and after the last second of the review", async () => {
      const { desk, accounts, reviewer, awardedAt } = await networkHelpers.loadFixture(awarded);
      await desk.connect(accounts[0]).complain(TENDER, 1n, REASON);
      const complaintsUntil = awardedAt + WINDOWS.complaintWindow;
      const reviewUntil = complaintsUntil + WINDOWS.reviewWindow;
      for (const time of [complaintsUntil, reviewUntil + 1n]) {
        await at(connection, time);
        await expect(desk.connect(reviewer).rule(TENDER, RULING.confirm, 0n, 0n, REASON.digest))
          .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
          .withArgs(TENDER, complaintsUntil + 1n, reviewUntil);
      }
    });

    it("confirms in the last second of the review, and only once", async () => {
      const { desk, reviewer, complaintsUntil } = await networkHelpers.loadFixture(reviewed);
      expect(await desk.statusOf(TENDER)).to.equal(AWARD.complaints);
      const reviewUntil = complaintsUntil + WINDOWS.reviewWindow;
      await at(connection, reviewUntil);
      await expect(desk.connect(reviewer).rule(TENDER, RULING.confirm, 0n, 0n, REASON.digest))
        .to.emit(desk, "ComplaintRuled")
        .withArgs(TENDER, reviewer, 0n, 0n, RULING.confirm, 0n, REASON.digest);
      expect((await desk.getReview(TENDER)).ruledAt).to.equal(reviewUntil);
      await expect(desk.connect(reviewer).rule(TENDER, RULING.annul, 0n, 0n, REASON.digest))
        .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
        .withArgs(TENDER, complaintsUntil + 1n, reviewUntil);
    });

    it("lets a confirmation end the suspension early", async () => {
      const { desk, reviewer, awardedAt, complaintsUntil } = await networkHelpers.loadFixture(reviewed);
      const silent = await desk.signatureWindowOf(TENDER);
      expect(silent.from).to.equal(complaintsUntil + WINDOWS.reviewWindow + 1n);
      await desk.connect(reviewer).rule(TENDER, RULING.confirm, 0n, 0n, REASON.digest);
      expect(await desk.statusOf(TENDER)).to.equal(AWARD.standstill);
      const from = awardedAt + WINDOWS.standstill + 1n;
      expect(await desk.signatureWindowOf(TENDER)).to.deep.equal([from, from + WINDOWS.signatureWindow - 1n]);
    });

    it("excludes a bid on a ground of the terms; the award is pending again on the others", async () => {
      const { desk, book, reviewer, complaintsUntil, rules, order } = await networkHelpers.loadFixture(reviewed);
      await at(connection, complaintsUntil + DAY);
      const tx = desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 3n, REASON.digest);
      await expect(tx)
        .to.emit(desk, "ComplaintRuled")
        .withArgs(TENDER, reviewer, 2n, 0n, RULING.exclude, 3n, REASON.digest);
      await expect(tx).to.emit(book, "BidRemoved").withArgs(TENDER, 2n, false);
      expect(await desk.getReview(TENDER)).to.deep.equal([1n, 0n, 0n, DAY, WINDOWS.complaintWindow + DAY]);
      expect(await desk.statusOf(TENDER)).to.equal(AWARD.none);
      expect(await desk.holdsBond(TENDER, 3n)).to.equal(true);
      await desk.award(TENDER, rules, 100n, order, true, true);
      expect(await podiumOf({ desk })).to.deep.equal([1n, 4n, 0n]);
    });

    it("annuls the tender", async () => {
      const { desk, book, reviewer } = await networkHelpers.loadFixture(reviewed);
      await expect(desk.connect(reviewer).rule(TENDER, RULING.annul, 0n, 0n, REASON.digest))
        .to.emit(book, "TenderEnded")
        .withArgs(TENDER, OUTCOME.annulled, REASON.digest);
      expect(await desk.statusOf(TENDER)).to.equal(AWARD.ended);
    });

    it("reverts for no ruling, a wrong ground, a bid outside the ranking and no reason", async () => {
      const { desk, reviewer } = await networkHelpers.loadFixture(reviewed);
      const reviewing = desk.connect(reviewer);
      const cases = [
        [RULING.none, 0n, 0n, REASON.digest, "Award_NoRuling", [TENDER]],
        [RULING.exclude, 2n, 0n, REASON.digest, "Award_Ground", [TENDER, 0n, 3n]],
        [RULING.exclude, 2n, 4n, REASON.digest, "Award_Ground", [TENDER, 4n, 3n]],
        [RULING.annul, 0n, 1n, REASON.digest, "Award_Ground", [TENDER, 1n, 3n]],
        [RULING.exclude, 9n, 1n, REASON.digest, "Award_Bid", [TENDER, 9n]],
        [RULING.confirm, 2n, 0n, REASON.digest, "Award_Bid", [TENDER, 2n]],
        [RULING.confirm, 0n, 0n, ZERO_HASH, "Tender_InvalidDocument", [TENDER]],
      ] as const;
      for (const [ruling, bidder, ground, reason, error, args] of cases) {
        await expect(reviewing.rule(TENDER, ruling, bidder, ground, reason))
          .to.be.revertedWithCustomError(desk, error)
          .withArgs(...args);
      }
    });

    it("never suspends the tender for longer than its cap in all", async () => {
      const { desk, accounts, reviewer, complaintsUntil, rules, order } = await networkHelpers.loadFixture(reviewed);
      await at(connection, complaintsUntil + WINDOWS.reviewWindow);
      await desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 1n, REASON.digest);
      await desk.award(TENDER, rules, 100n, order, true, true);
      await desk.connect(accounts[3]).complain(TENDER, 4n, REASON);
      const { awardedAt } = await desk.getAward(TENDER);
      const left = WINDOWS.suspensionCap - WINDOWS.reviewWindow;
      const reviewUntil = awardedAt + WINDOWS.complaintWindow + left;
      await at(connection, reviewUntil + 1n);
      await expect(desk.connect(reviewer).rule(TENDER, RULING.annul, 0n, 0n, REASON.digest))
        .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
        .withArgs(TENDER, awardedAt + WINDOWS.complaintWindow + 1n, reviewUntil);
    });
  });

  describe("given no complaint", () => {
    it("reverts, whatever the ruling, while the winner is active", async () => {
      const { desk, reviewer } = await networkHelpers.loadFixture(awarded);
      for (const [ruling, bidder, ground] of [
        [RULING.confirm, 0n, 0n],
        [RULING.exclude, 2n, 1n],
        [RULING.annul, 0n, 0n],
      ] as const) {
        await expect(desk.connect(reviewer).rule(TENDER, ruling, bidder, ground, REASON.digest))
          .to.be.revertedWithCustomError(desk, "Award_NoComplaint")
          .withArgs(TENDER);
      }
    });

    it("excludes a winner that is no longer active, and nobody else", async () => {
      const { desk, book, reviewer, awardedAt } = await networkHelpers.loadFixture(awarded);
      await book.setInactive(2n, true);
      for (const [ruling, bidder, ground] of [
        [RULING.exclude, 1n, 1n],
        [RULING.annul, 0n, 0n],
      ] as const) {
        await expect(
          desk.connect(reviewer).rule(TENDER, ruling, bidder, ground, REASON.digest),
        ).to.be.revertedWithCustomError(desk, "Award_NoComplaint");
      }
      await expect(desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 1n, REASON.digest))
        .to.emit(book, "BidRemoved")
        .withArgs(TENDER, 2n, false);
      expect(await desk.getReview(TENDER)).to.deep.equal([1n, 0n, 0n, 0n, (await latest(connection)) - awardedAt]);
    });

    it("excludes a joint bid of which a member is no longer active", async () => {
      const { desk, book, reviewer } = await networkHelpers.loadFixture(awarded);
      await book.setMembers(TENDER, 2n, [20n, 21n]);
      const exclude = () => desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 1n, REASON.digest);
      await expect(exclude()).to.be.revertedWithCustomError(desk, "Award_NoComplaint");
      await book.setInactive(21n, true);
      await expect(exclude()).to.emit(book, "BidRemoved");
    });

    it("saves no winner's bond that let its signature window pass", async () => {
      const { desk, book, reviewer, awardedAt } = await networkHelpers.loadFixture(awarded);
      await book.setInactive(2n, true);
      const { until } = await desk.signatureWindowOf(TENDER);
      await at(connection, until + 1n);
      await expect(desk.connect(reviewer).rule(TENDER, RULING.exclude, 2n, 1n, REASON.digest))
        .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
        .withArgs(TENDER, awardedAt, until);
    });
  });
});
