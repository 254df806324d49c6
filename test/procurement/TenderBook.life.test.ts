import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import type { Connection } from "../helpers/suite.ts";
import {
  addBidder,
  fileBid,
  openPrice,
  openTechnical,
  publishTender,
  scanOf,
  scoreAll,
  tenderStage,
} from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

/** Four bids, two of one group; a decoy under the abnormally-low threshold. */
async function sealedTender() {
  const stage = await tenderStage(connection);
  const { id, terms } = await publishTender(stage);
  const anne = await addBidder(stage, 1);
  const bert = await addBidder(stage, 2);
  const twin = await addBidder(stage, 3, { group: 77_000_002n });
  const decoy = await addBidder(stage, 4);
  const bids = [
    { bidder: anne, scores: [0n, 8_000n, 9_000n], bid: await fileBid(stage, id, anne, { price: 500_000_000n }) },
    { bidder: bert, scores: [0n, 7_000n, 7_000n], bid: await fileBid(stage, id, bert, { price: 520_000_000n }) },
    { bidder: twin, scores: [0n, 9_000n, 9_000n], bid: await fileBid(stage, id, twin, { price: 560_000_000n }) },
    { bidder: decoy, scores: [0n, 10_000n, 10_000n], bid: await fileBid(stage, id, decoy, { price: 200_000_000n }) },
  ];
  return { stage, id, terms, bids, anne, bert, twin, decoy };
}

async function openedTender() {
  const tender = await sealedTender();
  const { stage, id, terms, bids } = tender;
  await time.increaseTo(terms.timetable.technicalFrom);
  for (const { bidder, bid } of bids) await openTechnical(stage, id, bidder, bid);
  await time.increaseTo((terms.timetable.technicalBy as bigint) + 1n);
  await scoreAll(stage, id, terms, bids);
  await time.increaseTo((terms.timetable.scoresBy as bigint) + 1n);
  const bidders = bids.map(({ bidder }) => bidder.id);
  await stage.panel.connect(stage.stranger).tally(id, terms.panel, terms.rules, bidders);
  await time.increaseTo(terms.timetable.pricesFrom);
  for (const { bidder, bid } of bids) await openPrice(stage, id, bidder, bid);
  await time.increaseTo((terms.timetable.pricesBy as bigint) + 1n);
  return tender;
}

async function awardedTender() {
  const tender = await openedTender();
  const { stage, id, terms, bids } = tender;
  const { basis, bidders } = await scanOf(stage, id, terms, bids);
  await stage.awards.connect(stage.stranger).award(id, terms.rules, basis, bidders, true, true);
  return tender;
}

describe("A tender", () => {
  describe("given sealed bids", () => {
    it("commits the budget, holds every bond and tells no price", async () => {
      const { stage, id, bids } = await networkHelpers.loadFixture(sealedTender);
      const { balance } = await stage.treasury.getLine(stage.lineId);
      expect(balance.committed).to.equal(600_000_000n);
      for (const { bidder, bid } of bids) {
        expect(await stage.book.bondOf(id, bidder.id)).to.equal(12_000_000n);
        expect((await stage.book.getSealed(id, bidder.id)).commitment).to.equal(bid.commitment.slice(0, 54));
      }
      expect((await stage.book.getDesk(id)).bids).to.equal(4n);
    });
  });

  describe("given all envelopes are open", () => {
    it("awards the decoy first, which lies under the threshold and sets no reference", async () => {
      const { stage, id, decoy } = await networkHelpers.loadFixture(awardedTender);
      const award = await stage.awards.getAward(id);
      expect(award.winner).to.equal(decoy.id);
      expect(award.abnormallyLow).to.equal(true);
    });
  });

  describe("given the decoy does not sign", () => {
    it("loses its bond, and the award is what it would have been without it", async () => {
      const { stage, id, terms, bids, anne, decoy } = await networkHelpers.loadFixture(awardedTender);
      const { until } = await stage.awards.signatureWindowOf(id);
      await time.increaseTo(until + 1n);
      const { balance: before } = await stage.treasury.getLine(stage.lineId);
      await stage.awards.connect(stage.stranger).lapseSignature(id);
      const { balance: after } = await stage.treasury.getLine(stage.lineId);
      expect(after.available - before.available).to.equal(12_000_000n);
      expect(await stage.book.bondOf(id, decoy.id)).to.equal(0n);
      const { basis, bidders } = await scanOf(stage, id, terms, bids);
      await stage.awards.connect(stage.stranger).award(id, terms.rules, basis, bidders, true, true);
      expect((await stage.awards.getAward(id)).winner).to.equal(anne.id);
    });

    it("lets the next winner sign alone, opens its contract and releases the rest of the budget", async () => {
      const { stage, id, terms, bids, anne } = await networkHelpers.loadFixture(awardedTender);
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).until + 1n);
      await stage.awards.lapseSignature(id);
      const { basis, bidders } = await scanOf(stage, id, terms, bids);
      await stage.awards.award(id, terms.rules, basis, bidders, true, true);
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
      await stage.awards.connect(anne.account).sign(id, terms.call, terms.contractTerms, terms.schedule);
      expect((await stage.book.getDesk(id)).outcome).to.equal(1n);
      const { balance } = await stage.treasury.getLine(stage.lineId);
      expect(balance.committed).to.equal(500_000_000n);
      for (const { bidder } of bids) {
        if ((await stage.book.bondOf(id, bidder.id)) === 0n) continue;
        await stage.book.connect(stage.stranger).returnBond(id, bidder.id);
        expect(await stage.book.bondOf(id, bidder.id)).to.equal(0n);
      }
    });
  });

  describe("given nobody signs until the bids are no longer valid", () => {
    it("lapses, and budget and bonds return", async () => {
      const { stage, id, terms, bids } = await networkHelpers.loadFixture(awardedTender);
      await time.increaseTo((terms.timetable.validUntil as bigint) + 1n);
      await expect(stage.book.connect(stage.stranger).lapse(id))
        .to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow")
        .withArgs(id, (terms.timetable.validUntil as bigint) + 1n, 2n ** 256n - 1n);
      await stage.awards.connect(stage.stranger).lapseSignature(id);
      await time.increaseTo(await stage.awards.validUntilOf(id));
      await stage.book.connect(stage.stranger).lapse(id);
      const { balance } = await stage.treasury.getLine(stage.lineId);
      expect(balance.committed).to.equal(0n);
      for (const { bidder } of bids.slice(0, 3)) await stage.book.returnBond(id, bidder.id);
      expect(await stage.token.balanceOf(stage.treasury)).to.equal(balance.available);
    });
  });

  describe("given an enquiry stays unanswered", () => {
    it("closes later by the published term, once, and a bid in the extension counts", async () => {
      const stage = await networkHelpers.loadFixture(freshStage);
      const { id, terms } = await publishTender(stage);
      const anne = await addBidder(stage, 1);
      const question = { digest: `0x${"11".repeat(32)}`, pointer: "" };
      await stage.publication.connect(anne.account).ask(id, question);
      const closes = terms.timetable.closesAt as bigint;
      await time.increaseTo((terms.timetable.answersUntil as bigint) + 1n);
      expect(await stage.book.closesAt(id)).to.equal(closes + DAY);
      await expect(stage.publication.connect(stage.stranger).recordSilence(id))
        .to.emit(stage.publication, "AnswersMissed")
        .withArgs(id, stage.stranger.address, 1n, closes + DAY);
      await time.increaseTo(closes + DAY - 1n);
      await fileBid(stage, id, anne, { price: 500_000_000n });
      expect((await stage.book.getDesk(id)).bids).to.equal(1n);
    });
  });
});

async function freshStage() {
  return tenderStage(connection);
}
