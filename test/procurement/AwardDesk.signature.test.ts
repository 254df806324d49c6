import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  AWARD,
  awardedDesk,
  bidOf,
  CALL,
  CONTRACT,
  FOUR_BIDS,
  openedDesk,
  OUTCOME,
  podiumOf,
  reviewedDesk,
  SHARES,
  TENDER,
  WINDOWS,
  type OpenedDesk,
} from "../helpers/award-desk.ts";
import { at, latest } from "../helpers/court.ts";
import type { Connection, Signer } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const awarded = () => awardedDesk(connection);
const reviewed = () => reviewedDesk(connection);

const sign = ({ desk }: OpenedDesk, signer: Signer) => desk.connect(signer).sign(TENDER, CALL, CONTRACT, SHARES);

/** First and last second of the signature without complaints or pauses. */
const windowAfter = (awardedAt: bigint) => {
  const from = awardedAt + WINDOWS.standstill + 1n;
  return { from, until: from + WINDOWS.signatureWindow - 1n };
};

describe("AwardDesk.sign", () => {
  it("reverts for another call, contract or schedule than the published ones", async () => {
    const { desk, accounts } = await networkHelpers.loadFixture(awarded);
    const winner = desk.connect(accounts[1]);
    for (const [call, terms, shares] of [
      [{ ...CALL, token: CONTRACT.inspector }, CONTRACT, SHARES],
      [CALL, { ...CONTRACT, raisedBps: 500n }, SHARES],
      [CALL, CONTRACT, SHARES.slice(1)],
    ] as const) {
      await expect(winner.sign(TENDER, call, terms, [...shares])).to.be.revertedWithCustomError(
        desk,
        "Tender_TermsMismatch",
      );
    }
  });

  it("reverts without an award and once the tender has ended", async () => {
    const opened = await openedDesk(connection);
    await expect(sign(opened, opened.stranger)).to.be.revertedWithCustomError(opened.desk, "Award_None");
    const state = await networkHelpers.loadFixture(awarded);
    await state.book.end(TENDER, OUTCOME.unsuccessful, CALL.document);
    await expect(sign(state, state.accounts[1]!))
      .to.be.revertedWithCustomError(state.desk, "Tender_Ended")
      .withArgs(TENDER, OUTCOME.unsuccessful);
  });

  it("reverts in the last second of the standstill and after the last of the window", async () => {
    const state = await networkHelpers.loadFixture(awarded);
    const { from, until } = windowAfter(state.awardedAt);
    expect(await state.desk.signatureWindowOf(TENDER)).to.deep.equal([from, until]);
    for (const time of [from - 1n, until + 1n]) {
      await at(connection, time);
      await expect(sign(state, state.accounts[1]!))
        .to.be.revertedWithCustomError(state.desk, "Tender_OutsideWindow")
        .withArgs(TENDER, from, until);
    }
  });

  it("reverts for anyone but the winner", async () => {
    const state = await networkHelpers.loadFixture(awarded);
    await networkHelpers.time.increaseTo(windowAfter(state.awardedAt).from);
    await expect(sign(state, state.accounts[0]!))
      .to.be.revertedWithCustomError(state.desk, "Tender_NotTheBidder")
      .withArgs(TENDER, state.accounts[0], 2n);
  });

  for (const edge of ["from", "until"] as const) {
    it(`opens the contract of the winner's price in the ${edge === "from" ? "first" : "last"} second`, async () => {
      const state = await networkHelpers.loadFixture(awarded);
      const time = windowAfter(state.awardedAt)[edge];
      await at(connection, time);
      const [deed, schedule] = await state.desk.draftOf(CALL, CONTRACT, SHARES, 2n, 90n, false, time);
      await expect(sign(state, state.accounts[1]!)).to.emit(state.book, "Concluded").withArgs(TENDER, deed, schedule);
      const { supplier, buyer, price, advance } = deed.terms;
      expect([supplier, buyer, price, advance]).to.deep.equal([2n, 50n, 90n, 9n]);
      const { netPrice, performanceBond, signBy } = deed.annex;
      expect([netPrice, performanceBond, signBy]).to.deep.equal([76n, 4n, time]);
      expect(schedule.map(({ amount }) => amount)).to.deep.equal([29n, 61n]);
      expect(await state.desk.statusOf(TENDER)).to.equal(AWARD.ended);
      await expect(sign(state, state.accounts[1]!)).to.be.revertedWithCustomError(state.desk, "Tender_Ended");
    });
  }

  it("raises the performance bond of an abnormally low price", async () => {
    const state = await awardedDesk(connection, { bids: [...FOUR_BIDS, bidOf(5n, 50n)] });
    const time = windowAfter(state.awardedAt).from;
    await at(connection, time);
    const [deed, schedule] = await state.desk.draftOf(CALL, CONTRACT, SHARES, 5n, 50n, true, time);
    await expect(sign(state, state.accounts[4]!)).to.emit(state.book, "Concluded").withArgs(TENDER, deed, schedule);
    expect(deed.annex.performanceBond).to.equal(9n);
  });

  it("is lengthened by a pause that falls into its window", async () => {
    const state = await networkHelpers.loadFixture(awarded);
    const { from, until } = windowAfter(state.awardedAt);
    await state.book.setPausedAt(until);
    expect(await state.desk.signatureWindowOf(TENDER)).to.deep.equal([from, until + 7n * DAY]);
    await at(connection, until + 7n * DAY);
    await expect(sign(state, state.accounts[1]!)).to.emit(state.book, "Concluded");
  });
});

describe("AwardDesk.lapseSignature", () => {
  it("reverts in the last second of the window", async () => {
    const { desk, awardedAt } = await networkHelpers.loadFixture(awarded);
    const { until } = windowAfter(awardedAt);
    await at(connection, until);
    await expect(desk.lapseSignature(TENDER))
      .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
      .withArgs(TENDER, until + 1n, 2n ** 256n - 1n);
  });

  it("removes the winner as declined, whoever calls, and the award is pending again", async () => {
    const { desk, book, stranger, awardedAt } = await networkHelpers.loadFixture(awarded);
    await at(connection, windowAfter(awardedAt).until + 1n);
    const tx = desk.connect(stranger).lapseSignature(TENDER);
    await expect(tx).to.emit(desk, "SignatureLapsed").withArgs(TENDER, stranger, 2n, 0n);
    await expect(tx).to.emit(book, "BidRemoved").withArgs(TENDER, 2n, true);
    expect(await desk.statusOf(TENDER)).to.equal(AWARD.none);
    expect(await desk.getReview(TENDER)).to.deep.equal([1n, 0n, 0n, 0n, windowAfter(awardedAt).until - awardedAt]);
    expect(await desk.signatureWindowOf(TENDER)).to.deep.equal([0n, 0n]);
  });

  it("counts the whole review that the reviewer let pass toward the suspension cap", async () => {
    const { desk } = await networkHelpers.loadFixture(reviewed);
    await at(connection, (await desk.signatureWindowOf(TENDER)).until + 1n);
    await desk.lapseSignature(TENDER);
    expect((await desk.getReview(TENDER)).suspended).to.equal(WINDOWS.reviewWindow);
  });

  it("leaves an award of the last valid second its whole windows, whatever pauses follow them", async () => {
    const state = await openedDesk(connection);
    const { desk, book, stages } = state;
    await at(connection, stages.validUntil);
    await state.award();
    const { from, until } = windowAfter(stages.validUntil);
    expect(await desk.signatureWindowOf(TENDER)).to.deep.equal([from, until]);
    expect(await desk.isExpired(TENDER)).to.equal(false);
    await book.setPausedAt(until - DAY);
    await networkHelpers.time.increaseTo(until + 1n);
    expect(await desk.statusOf(TENDER)).to.equal(AWARD.signature);
    await book.setPausedAt(until + 60n * DAY);
    await networkHelpers.time.increaseTo(until + 61n * DAY);
    expect(await desk.statusOf(TENDER)).to.equal(AWARD.lapsed);
    await expect(desk.lapseSignature(TENDER)).to.emit(book, "BidRemoved").withArgs(TENDER, 2n, true);
  });

  it("passes through every status", async () => {
    const { desk, awardedAt } = await networkHelpers.loadFixture(reviewed);
    const { from, until } = await desk.signatureWindowOf(TENDER);
    const reviewUntil = awardedAt + WINDOWS.complaintWindow + WINDOWS.reviewWindow;
    expect(from).to.equal(reviewUntil + 1n);
    for (const [time, status] of [
      [awardedAt + WINDOWS.complaintWindow + 1n, AWARD.review],
      [reviewUntil, AWARD.review],
      [from, AWARD.signature],
      [until, AWARD.signature],
      [until + 1n, AWARD.lapsed],
    ] as const) {
      await networkHelpers.time.increaseTo(time);
      expect(await desk.statusOf(TENDER)).to.equal(status);
    }
    expect(await latest(connection)).to.equal(until + 1n);
  });
});

describe("a decoy bid (P4)", () => {
  it("made to lose its bond leaves the award that there would have been without it", async () => {
    const without = await openedDesk(connection);
    await without.award();
    const decoy = bidOf(5n, 61n, { technical: 60_000_000n });
    const state = await awardedDesk(connection, { bids: [...FOUR_BIDS, decoy] });
    expect((await state.desk.getAward(TENDER)).winner).to.equal(5n);
    await at(connection, (await state.desk.signatureWindowOf(TENDER)).until + 1n);
    await state.desk.lapseSignature(TENDER);
    await expect(state.award(61n))
      .to.be.revertedWithCustomError(state.desk, "Award_Reference")
      .withArgs(TENDER, 61n, 90n);
    await state.award(90n);
    expect(await podiumOf(state)).to.deep.equal(await podiumOf(without));
  });

  it("of the winner's own group stands for nobody once it is gone", async () => {
    const decoy = bidOf(5n, 61n, { group: 2n });
    const state = await awardedDesk(connection, { bids: [...FOUR_BIDS, decoy] });
    expect((await state.desk.getAward(TENDER)).winner).to.equal(5n);
    await at(connection, (await state.desk.signatureWindowOf(TENDER)).until + 1n);
    await state.desk.lapseSignature(TENDER);
    await state.award(90n);
    expect(await podiumOf(state)).to.deep.equal([2n, 1n, 4n]);
  });

  it("and any number of them, one after another, take none of the time of the bid behind them", async () => {
    const decoys = [5n, 6n, 7n, 8n].map((bidder) => bidOf(bidder, 60n + bidder, { technical: 60_000_000n }));
    const state = await openedDesk(connection, { bids: [...FOUR_BIDS, ...decoys] });
    const { desk, stages } = state;
    await at(connection, stages.validUntil - DAY);
    await state.award();
    for (const [index, basis] of [66n, 67n, 68n, 90n].entries()) {
      expect((await desk.getAward(TENDER)).winner).to.equal(BigInt(index) + 5n);
      await at(connection, (await desk.signatureWindowOf(TENDER)).until + 1n);
      await desk.lapseSignature(TENDER);
      const left = (await desk.validUntilOf(TENDER)) - (await latest(connection));
      expect(left).to.be.above(DAY - 30n);
      await state.award(basis);
    }
    const { from } = await desk.signatureWindowOf(TENDER);
    expect((await desk.getAward(TENDER)).winner).to.equal(2n);
    await at(connection, from);
    await sign(state, state.accounts[1]!);
  });
});
