import { expect } from "chai";
import { dataLength, solidityPackedKeccak256 } from "ethers";
import { network } from "hardhat";

import { firstRoundFrom, QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import { sealEnvelopes } from "../../scripts/lib/tender/sealed/seal-envelopes.ts";
import { hashBid, prepareBid } from "../../scripts/lib/tender/sealed/sealed-bid.ts";
import { technicalHash } from "../../scripts/lib/tender/sealed/envelopes.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { at, latest, REASON } from "../helpers/court.ts";
import { naiveBids, naiveTender, salt } from "../helpers/naive-tender.ts";
import type { Connection } from "../helpers/suite.ts";
import {
  award,
  BID_BOND,
  BUDGET,
  changedTerms,
  evaluate,
  goTo,
  lockedCall,
  moneyOf,
  openPrices,
  openTechnicals,
  sealedTender,
  STATUS,
} from "../helpers/tender-life.ts";
import type { Life } from "../helpers/tender-life.ts";
import { tenderTerms, timetableOf } from "../helpers/tender-terms.ts";
import {
  addBidder,
  fileBid,
  openPrice,
  openTechnical,
  publishTender,
  scanOf,
  scopeOf,
  sealBid,
  tenderStage,
} from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

const naive = () => naiveTender(connection);
const two = () => sealedTender(connection, [{ price: 500_000_000n }, { price: 520_000_000n }]);

async function twoEvaluated() {
  const life = await two();
  await openTechnicals(life);
  await evaluate(life);
  return life;
}

/** Two bids with a time lock and no bond; the second's price ciphertext is junk that opens to nothing. */
async function junkPrice() {
  const stage = await tenderStage(connection);
  const plain = tenderTerms(stage, await latest(connection));
  const { id, terms } = await publishTender(stage, {
    call: { ...lockedCall(plain), bidBond: 0n },
    timetable: plain.timetable,
  });
  const bids = [];
  for (const position of [1, 2, 3]) {
    const bidder = await addBidder(stage, position, position === 3 ? { group: 77_000_002n } : {});
    const price = 500_000_000n + BigInt(position) * 10_000_000n;
    const bid = sealBid(await scopeOf(stage, id, bidder.id), { price });
    await stage.book
      .connect(bidder.account)
      .bid(id, bidder.id, bid.commitment, "0x01", position === 2 ? "0xdead" : "0x02");
    bids.push({ bidder, bid, scores: [0n, 8_000n, 8_000n] });
  }
  const life: Life = { stage, id, terms, bids };
  await openTechnicals(life);
  await evaluate(life);
  return life;
}

describe("The attacks on sealed bids that were seen working", () => {
  describe("1. a copied commitment", () => {
    it("wins a naive tender: the copier filed first and opens with the victim's secret", async () => {
      const state = await networkHelpers.loadFixture(naive);
      const { tender, bidders, closesAt } = state;
      const hash = await tender.hashOf(500n, salt("victim"));
      await tender.connect(bidders[1]).bid(hash);
      await tender.connect(bidders[0]).bid(hash);
      await time.increaseTo(closesAt + 1n);
      await tender.connect(bidders[0]).open(1, 500n, salt("victim"));
      await tender.connect(bidders[1]).open(0, 500n, salt("victim"));
      await tender.award();
      expect(await tender.winner()).to.equal(bidders[1]!.address);
    });

    it("opens for nobody but its maker here", async () => {
      const life = await networkHelpers.loadFixture(two);
      const { stage, id, bids } = life;
      const [victim, copier] = bids as [Life["bids"][0], Life["bids"][0]];
      await stage.book.connect(copier.bidder.account).bid(id, copier.bidder.id, victim.bid.commitment, "0x", "0x");
      await openTechnicals(life, [victim]);
      await expect(openTechnical(stage, id, copier.bidder, victim.bid))
        .to.be.revertedWithCustomError(stage.book, "Bid_EnvelopeMismatch")
        .withArgs(id, copier.bidder.id);
    });
  });

  describe("1. a stale, cross-tender or cross-version opening", () => {
    it("is accepted by nothing that binds tender and version", async () => {
      const life = await networkHelpers.loadFixture(two);
      const { stage, id, bids, terms } = life;
      const [{ bidder, bid }] = bids as [Life["bids"][0]];
      const ocid = documentOf("another process").digest;
      const other = await publishTender(stage, { call: { ocid } });
      const asBidder = stage.book.connect(bidder.account);
      await asBidder.bid(other.id, bidder.id, bid.commitment, "0x", "0x");
      const later = changedTerms(terms, { timetable: timetableOf((await latest(connection)) + DAY) });
      await stage.publication.connect(stage.buyer).amend(id, later);
      await asBidder.bid(id, bidder.id, bid.commitment, "0x", "0x");
      await goTo({ ...life, terms: later }, "technicalFrom");
      for (const tender of [id, other.id]) {
        await expect(openTechnical(stage, tender, bidder, bid))
          .to.be.revertedWithCustomError(stage.book, "Bid_EnvelopeMismatch")
          .withArgs(tender, bidder.id);
      }
    });
  });

  describe("1. a salt that can be guessed", () => {
    it("is worth nothing without its 256 bits: trying every price finds no bid that the tools sealed", async () => {
      const { stage, id, bids } = await networkHelpers.loadFixture(two);
      const scope = await scopeOf(stage, id, bids[0]!.bidder.id);
      const offer = { ...scope, document: REASON.digest, pointer: "", declared: [0n, 0n, 0n, 0n] as const, price: 7n };
      const [first, second] = [prepareBid(offer), prepareBid(offer)];
      expect(new Set([first.technicalSalt, first.priceSalt, second.technicalSalt, second.priceSalt]).size).to.equal(4);
      const salts = [first, second].flatMap(({ technicalSalt, priceSalt }) => [technicalSalt, priceSalt]);
      expect(salts.map(dataLength)).to.deep.equal([32, 32, 32, 32]);
      const { commitment } = hashBid(first);
      const guesses = Array.from({ length: 500 }, (_, price) =>
        hashBid({ ...first, price: BigInt(price), priceSalt: solidityPackedKeccak256(["uint256"], [price]) }),
      );
      expect(guesses.map((guess) => guess.commitment)).not.to.include(commitment);
    });
  });

  describe("1. two texts that hash alike", () => {
    it("are one bid to a naive tender and two bids here", async () => {
      const { tender } = await networkHelpers.loadFixture(naive);
      expect(await tender.hashOfTexts("bid-1", "00")).to.equal(await tender.hashOfTexts("bid-10", "0"));
      const { stage, id, bids } = await networkHelpers.loadFixture(two);
      const scope = await scopeOf(stage, id, bids[0]!.bidder.id);
      const content = { document: REASON.digest, salt: REASON.digest };
      const hashes = [
        technicalHash(scope, { ...content, declared: [1n, 0n, 0n, 0n] }),
        technicalHash(scope, { ...content, declared: [0n, 1n, 0n, 0n] }),
        technicalHash({ ...scope, version: 2n }, { ...content, declared: [1n, 0n, 0n, 0n] }),
      ];
      expect(new Set(hashes).size).to.equal(3);
    });
  });

  describe("2. the authority censors openings and then takes the bonds", () => {
    it("works in a naive tender: paused through the opening, every bond is seized", async () => {
      const state = await networkHelpers.loadFixture(naive);
      const { tender, buyer, opensUntil } = state;
      await naiveBids(connection, state, [{ price: 1_000n, opens: false }]);
      await tender.connect(buyer).setPaused(true);
      await expect(tender.connect(state.bidders[0]).open(0, 1_000n, salt("0")))
        .to.be.revertedWithCustomError(tender, "NaiveTender_Refused")
        .withArgs("not now");
      await time.increaseTo(opensUntil + 1n);
      await expect(tender.connect(buyer).seize()).to.changeEtherBalance(ethers, buyer, 1_000_030n);
    });

    it("fails here: no pause stops a bid, an opening, a score, an award or a bond", async () => {
      const life = await networkHelpers.loadFixture(two);
      const { stage, id, bids } = life;
      for (const paused of [stage.publication, stage.opening, stage.treasury]) {
        await paused.connect(stage.guardian).pause(REASON.digest);
      }
      await fileBid(stage, id, bids[0]!.bidder, { price: 500_000_000n });
      for (const step of [openTechnicals, evaluate]) await step(life);
      await goTo(life, "pricesFrom", -100n);
      for (const paused of [stage.publication, stage.opening, stage.treasury]) {
        await time.increase(1);
        await paused
          .connect(stage.guardian)
          .pause(REASON.digest)
          .catch(() => undefined);
      }
      await openPrices(life);
      await award(life);
      expect(await stage.book.statusOf(id)).to.equal(STATUS.award);
    });

    it("fails here: after closing nobody cancels, and before it a cancellation returns every bond", async () => {
      const life = await networkHelpers.loadFixture(two);
      const { stage, id, bids, terms } = life;
      const snapshot = await networkHelpers.takeSnapshot();
      await goTo(life, "closesAt", 1n);
      await expect(stage.publication.connect(stage.buyer).cancel(id, REASON.digest))
        .to.be.revertedWithCustomError(stage.publication, "Tender_OutsideWindow")
        .withArgs(id, 0n, terms.timetable.closesAt);
      await snapshot.restore();
      await stage.publication.connect(stage.buyer).cancel(id, REASON.digest);
      for (const { bidder } of bids) await stage.book.connect(stage.stranger).returnBond(id, bidder.id);
      const { committed, bonds } = await moneyOf(life);
      expect({ committed, bonds }).to.deep.equal({ committed: 0n, bonds: 0n });
      await goTo(life, "technicalFrom");
      await expect(openTechnical(stage, id, bids[0]!.bidder, bids[0]!.bid))
        .to.be.revertedWithCustomError(stage.book, "Tender_Ended")
        .withArgs(id, 3n);
    });
  });

  describe("6. bonds that pay for somebody else", () => {
    it("pay nobody but their line, and only the one bond", async () => {
      const life = await networkHelpers.loadFixture(twoEvaluated);
      const { stage, id, bids } = life;
      await openPrices(life, bids.slice(0, 1));
      const before = await moneyOf(life);
      await stage.book.connect(stage.stranger).forfeitBond(id, bids[1]!.bidder.id);
      const after = await moneyOf(life);
      expect(after.available - before.available).to.equal(BID_BOND);
      expect(after.bonds).to.equal(BID_BOND);
      expect(after.committed).to.equal(BUDGET);
    });
  });

  describe("52. a bidder that opens only if it pays", () => {
    it("spoils the other bids of its group", async () => {
      const life = await networkHelpers.loadFixture(junkPrice);
      await openPrices(life, [life.bids[0]!, life.bids[2]!]);
      await award(life);
      expect((await life.stage.awards.getAward(life.id)).winner).to.equal(life.bids[0]!.bidder.id);
      expect((await life.stage.awards.getAward(life.id)).second).to.equal(0n);
    });

    it("gains no option by a junk ciphertext: without a bond too, an unopened price excludes its group", async () => {
      const life = await networkHelpers.loadFixture(junkPrice);
      const { stage, id, bids, terms } = life;
      await goTo(life, "pricesFrom", -1n);
      await expect(
        openPrice(stage, id, bids[1]!.bidder, { ...bids[1]!.bid, price: { price: 0xdeadn, salt: salt("x") } }),
      )
        .to.be.revertedWithCustomError(stage.book, "Bid_EnvelopeMismatch")
        .withArgs(id, bids[1]!.bidder.id);
      await openPrices(life, [bids[2]!]);
      const { bidders } = await scanOf(stage, id, terms, bids);
      await stage.awards.award(id, terms.rules, terms.rules.abnormallyLow, bidders, true, true);
      expect(await stage.book.statusOf(id)).to.equal(STATUS.unsuccessful);
    });
  });

  describe("59. metadata that tells the price", () => {
    it("is the bond of a naive tender: three parts in a hundred of the price", async () => {
      const state = await networkHelpers.loadFixture(naive);
      await naiveBids(connection, state, [{ price: 123_400n, opens: false }]);
      const { bond, price } = await state.tender.bids(0);
      expect(price).to.equal(0n);
      expect((bond * 100n) / 3n).to.equal(123_400n);
    });

    it("is nothing here: one bond, one commitment, ciphertexts of one length whatever the price", async () => {
      const { stage, id, bids } = await networkHelpers.loadFixture(two);
      const sizes = [];
      for (const [position, { bidder }] of bids.entries()) {
        expect(await stage.book.bondOf(id, bidder.id)).to.equal(BID_BOND);
        const scope = await scopeOf(stage, id, bidder.id);
        const price = position === 0 ? 1n : (1n << 112n) - 1n;
        const offer = { ...scope, document: REASON.digest, pointer: "", declared: [0n, 0n, 0n, 0n] as const, price };
        const technicalRound = firstRoundFrom(QUICKNET, 2_000_000_000n);
        const lock = { info: QUICKNET, technicalRound, priceRound: technicalRound + 1n };
        const { technical, price: priceText } = await sealEnvelopes(prepareBid(offer), lock);
        sizes.push([dataLength(technical), dataLength(priceText)]);
      }
      expect(sizes[0]).to.deep.equal(sizes[1]);
      const filings = await stage.book.queryFilter(stage.book.filters.BidFiled(id), 0);
      expect(
        new Set(await Promise.all(filings.map(async (log) => dataLength((await log.getTransaction()).data)))).size,
      ).to.equal(1);
    });
  });

  describe("53. the last block of an opening", () => {
    it("decides nothing: a day at least for each, and the terms cannot make it shorter", async () => {
      const stage = await networkHelpers.loadFixture(fresh);
      const now = (await latest(connection)) + 50n;
      const { timetable } = tenderTerms(stage, now);
      const pricesBy = (timetable.pricesFrom as bigint) + DAY - 1n;
      await at(connection, now);
      await expect(
        stage.publication
          .connect(stage.buyer)
          .publish(tenderTerms(stage, now, { timetable: { ...timetable, pricesBy } })),
      )
        .to.be.revertedWithCustomError(stage.publication, "Terms_Stage")
        .withArgs(8n, pricesBy, pricesBy + 1n);
    });
  });
});

const fresh = () => tenderStage(connection);
