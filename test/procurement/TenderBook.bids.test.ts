import { expect } from "chai";
import { network } from "hardhat";

import { documentOf } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import { BID_BOND, changedTerms, goTo, lockedCall, sealedTender } from "../helpers/tender-life.ts";
import { tenderTerms, timetableOf } from "../helpers/tender-terms.ts";
import { addBidder, fileBid, openTechnical, publishTender, sealBid, scopeOf, tenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const COMMITMENT = documentOf("commitment").digest;
const UNKNOWN = documentOf("no such tender").digest;

async function filed() {
  const life = await sealedTender(connection, [{ price: 500_000_000n }]);
  const [{ bidder, bid }] = life.bids as [(typeof life.bids)[0]];
  return { ...life, bidder, bid, asBidder: life.stage.book.connect(bidder.account) };
}

async function amended() {
  const state = await filed();
  const { stage, id } = state;
  const terms = changedTerms(state.terms, { timetable: timetableOf((await latest(connection)) + 86_400n) });
  await stage.publication.connect(stage.buyer).amend(id, terms);
  return { ...state, terms };
}

/** A tender with a time lock and no bond. */
async function locked() {
  const stage = await tenderStage(connection);
  const plain = tenderTerms(stage, await latest(connection));
  const { id, terms } = await publishTender(stage, {
    call: { ...lockedCall(plain), bidBond: 0n },
    timetable: plain.timetable,
  });
  const bidder = await addBidder(stage, 1);
  return { stage, id, terms, bidder, asBidder: stage.book.connect(bidder.account) };
}

const bytes = (count: number): string => `0x${"ab".repeat(count)}`;

describe("TenderBook.bid", () => {
  describe("given bids are taken", () => {
    it("takes the flat bond and stores nothing but the commitment, its time and its version", async () => {
      const { stage, id } = await networkHelpers.loadFixture(filed);
      const second = await addBidder(stage, 2);
      const bid = sealBid(await scopeOf(stage, id, second.id), { price: 1n });
      const filing = stage.book.connect(second.account).bid(id, second.id, bid.commitment, "0x", "0x");
      await expect(filing)
        .to.emit(stage.book, "BidFiled")
        .withArgs(id, second.account.address, second.id, 1n, bid.commitment, "0x", "0x");
      await expect(filing).to.changeTokenBalance(ethers, stage.token, stage.treasury, BID_BOND);
      const { commitment, filedAt, version } = await stage.book.getSealed(id, second.id);
      expect({ commitment, filedAt, version }).to.deep.equal({
        commitment: bid.commitment.slice(0, 54),
        filedAt: await latest(connection),
        version: 1n,
      });
      expect((await stage.book.getDesk(id)).bids).to.equal(2n);
    });

    it("replaces the bidder's own: the last counts, one bond is held", async () => {
      const { stage, id, bidder, asBidder } = await networkHelpers.loadFixture(filed);
      await expect(asBidder.bid(id, bidder.id, COMMITMENT, "0x", "0x")).to.changeTokenBalance(
        ethers,
        stage.token,
        stage.treasury,
        0n,
      );
      expect((await stage.book.getSealed(id, bidder.id)).commitment).to.equal(COMMITMENT.slice(0, 54));
      expect((await stage.book.getDesk(id)).bids).to.equal(1n);
    });

    it("reverts for another's account, for inactive suppliers and for public bodies", async () => {
      const { stage, id, bidder, asBidder, terms } = await networkHelpers.loadFixture(filed);
      await expect(stage.book.connect(stage.stranger).bid(id, bidder.id, COMMITMENT, "0x", "0x"))
        .to.be.revertedWithCustomError(stage.book, "Tender_NotTheBidder")
        .withArgs(id, stage.stranger.address, bidder.id);
      await expect(stage.book.connect(stage.buyer).bid(id, stage.buyerId, COMMITMENT, "0x", "0x"))
        .to.be.revertedWithCustomError(stage.book, "Tender_NotActive")
        .withArgs(id, stage.buyerId);
      await stage.registry.connect(stage.sanctions).suspend(bidder.id, terms.timetable.closesAt, REASON.digest);
      await expect(asBidder.bid(id, bidder.id, COMMITMENT, "0x", "0x"))
        .to.be.revertedWithCustomError(stage.book, "Tender_NotActive")
        .withArgs(id, bidder.id);
    });

    it("reverts without a commitment, with a ciphertext that nothing locks, and in an unknown tender", async () => {
      const { stage, id, bidder, asBidder } = await networkHelpers.loadFixture(filed);
      await expect(asBidder.bid(id, bidder.id, ZERO_HASH, "0x", "0x"))
        .to.be.revertedWithCustomError(stage.book, "Bid_NoCommitment")
        .withArgs(id);
      for (const [technical, price] of [
        ["0x01", "0x"],
        ["0x", "0x01"],
      ] as const) {
        await expect(asBidder.bid(id, bidder.id, COMMITMENT, technical, price))
          .to.be.revertedWithCustomError(stage.book, "Bid_Ciphertext")
          .withArgs(id, 1n, 0n);
      }
      await expect(asBidder.bid(UNKNOWN, bidder.id, COMMITMENT, "0x", "0x"))
        .to.be.revertedWithCustomError(stage.book, "Tender_Unknown")
        .withArgs(UNKNOWN);
    });

    it("reverts when the bond cannot be taken", async () => {
      const { stage, id } = await networkHelpers.loadFixture(filed);
      const poor = await addBidder(stage, 2);
      await stage.token.connect(poor.account).approve(stage.treasury, BID_BOND - 1n);
      await expect(fileBid(stage, id, poor, { price: 1n })).to.be.revertedWithCustomError(
        stage.token,
        "ERC20InsufficientAllowance",
      );
    });

    it("counts in the last second of closing and not in the next", async () => {
      const { stage, id, bidder, asBidder, terms } = await networkHelpers.loadFixture(filed);
      const closesAt = terms.timetable.closesAt as bigint;
      await at(connection, closesAt);
      await asBidder.bid(id, bidder.id, COMMITMENT, "0x", "0x");
      await expect(asBidder.bid(id, bidder.id, COMMITMENT, "0x", "0x"))
        .to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow")
        .withArgs(id, 0n, closesAt);
    });
  });

  describe("given the terms have a time lock and no bond", () => {
    it("publishes both ciphertexts and holds nothing", async () => {
      const { stage, id, bidder, asBidder } = await networkHelpers.loadFixture(locked);
      await expect(asBidder.bid(id, bidder.id, COMMITMENT, bytes(2_048), bytes(1)))
        .to.emit(stage.book, "BidFiled")
        .withArgs(id, bidder.account.address, bidder.id, 1n, COMMITMENT, bytes(2_048), bytes(1));
      expect(await stage.book.bondOf(id, bidder.id)).to.equal(0n);
      await asBidder.withdraw(id, bidder.id);
      expect(await stage.book.hasBid(id, bidder.id)).to.equal(false);
    });

    it("reverts without either ciphertext, and above its longest", async () => {
      const { stage, id, bidder, asBidder } = await networkHelpers.loadFixture(locked);
      for (const [technical, price, size] of [
        ["0x", "0x01", 0n],
        ["0x01", "0x", 0n],
        [bytes(2_049), "0x01", 2_049n],
        ["0x01", bytes(2_049), 2_049n],
      ] as const) {
        await expect(asBidder.bid(id, bidder.id, COMMITMENT, technical, price))
          .to.be.revertedWithCustomError(stage.book, "Bid_Ciphertext")
          .withArgs(id, size, 2_048n);
      }
    });
  });
});

describe("TenderBook.withdraw", () => {
  it("returns the bond, to a suspended bidder too, and a later bid posts it again", async () => {
    const { stage, id, bidder, asBidder, terms } = await networkHelpers.loadFixture(filed);
    await stage.registry.connect(stage.sanctions).suspend(bidder.id, terms.timetable.validUntil, REASON.digest);
    const withdrawal = asBidder.withdraw(id, bidder.id);
    await expect(withdrawal).to.emit(stage.book, "BidWithdrawn").withArgs(id, bidder.account.address, bidder.id);
    await expect(withdrawal).to.changeTokenBalance(ethers, stage.token, bidder.account, BID_BOND);
    expect((await stage.book.getDesk(id)).bids).to.equal(0n);
    await stage.registry.connect(stage.sanctions).liftSuspension(bidder.id, REASON.digest);
    await fileBid(stage, id, bidder, { price: 2n });
    expect(await stage.book.bondOf(id, bidder.id)).to.equal(BID_BOND);
    expect((await stage.book.getDesk(id)).bids).to.equal(1n);
  });

  it("reverts for another's account, without a bid, and after closing", async () => {
    const { stage, id, bidder, asBidder, terms } = await networkHelpers.loadFixture(filed);
    const second = await addBidder(stage, 2);
    await expect(stage.book.connect(second.account).withdraw(id, bidder.id))
      .to.be.revertedWithCustomError(stage.book, "Tender_NotTheBidder")
      .withArgs(id, second.account.address, bidder.id);
    await expect(stage.book.connect(second.account).withdraw(id, second.id))
      .to.be.revertedWithCustomError(stage.book, "Bid_None")
      .withArgs(id, second.id);
    const closesAt = terms.timetable.closesAt as bigint;
    await at(connection, closesAt + 1n);
    await expect(asBidder.withdraw(id, bidder.id))
      .to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow")
      .withArgs(id, 0n, closesAt);
  });
});

describe("A bid of terms that were amended since", () => {
  it("counts again once it is filed again, with the bond that is still held", async () => {
    const { stage, id, bidder } = await networkHelpers.loadFixture(amended);
    expect((await stage.book.getDesk(id)).bids).to.equal(0n);
    const before = await stage.token.balanceOf(bidder.account);
    await fileBid(stage, id, bidder, { price: 500_000_000n }, 2n);
    expect(await stage.token.balanceOf(bidder.account)).to.equal(before);
    expect(await stage.book.hasBid(id, bidder.id)).to.equal(true);
    expect((await stage.book.getDesk(id)).bids).to.equal(1n);
  });

  it("frees its bond at once, and a bid of the new terms posts one again", async () => {
    const { stage, id, bidder } = await networkHelpers.loadFixture(amended);
    await expect(stage.book.connect(stage.stranger).returnBond(id, bidder.id))
      .to.emit(stage.book, "BidBondReturned")
      .withArgs(id, stage.stranger.address, bidder.id, BID_BOND);
    await fileBid(stage, id, bidder, { price: 500_000_000n }, 2n);
    expect(await stage.book.bondOf(id, bidder.id)).to.equal(BID_BOND);
  });

  it("is withdrawn without lowering the count, with its bond or after it went back", async () => {
    const { stage, id, bidder, asBidder } = await networkHelpers.loadFixture(amended);
    await stage.book.returnBond(id, bidder.id);
    await expect(asBidder.withdraw(id, bidder.id)).to.changeTokenBalance(ethers, stage.token, stage.treasury, 0n);
    expect((await stage.book.getDesk(id)).bids).to.equal(0n);
    expect((await stage.book.getSealed(id, bidder.id)).version).to.equal(0n);
  });

  it("is neither copied nor opened", async () => {
    const { stage, id, bidder, bid, terms } = await networkHelpers.loadFixture(amended);
    await goTo({ stage, id, terms, bids: [] }, "technicalFrom");
    await stage.book.copyStanding(id, [bidder.id]);
    expect((await stage.book.getBids(id, [bidder.id]))[0]!.bid.flags).to.equal(0n);
    await expect(openTechnical(stage, id, bidder, bid))
      .to.be.revertedWithCustomError(stage.book, "Bid_Stale")
      .withArgs(id, bidder.id, 1n);
  });
});
