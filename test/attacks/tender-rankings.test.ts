import { expect } from "chai";
import { AbiCoder, keccak256 } from "ethers";
import hre, { network } from "hardhat";

import { AWARD, RULING } from "../helpers/award-desk.ts";
import { DAY } from "../helpers/agreement.ts";
import { at, REASON } from "../helpers/court.ts";
import { naiveBids, naiveTender } from "../helpers/naive-tender.ts";
import type { Connection } from "../helpers/suite.ts";
import {
  award,
  evaluate,
  FOUR_PLANS,
  goTo,
  openPrices,
  openTechnicals,
  playToAward,
  sealedTender,
  STATUS,
  UNSCORED,
} from "../helpers/tender-life.ts";
import type { Life } from "../helpers/tender-life.ts";
import { addBidder, fileBid, scanOf, scoreAll } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const naive = () => naiveTender(connection);
const sealed = () => sealedTender(connection, FOUR_PLANS);
const opened = async () => {
  const life = await sealed();
  await openTechnicals(life);
  return life;
};
const evaluated = async () => {
  const life = await opened();
  await evaluate(life);
  return life;
};
const awarded = async () => playToAward(await sealed());

/** A plain offer against a good one, and a decoy of the good one's friend just above the threshold of abnormally low prices. */
async function decoyed() {
  return playToAward(
    await sealedTender(connection, [
      { price: 400_000_000n, scores: [0n, 6_000n, 6_000n] },
      { price: 520_000_000n, scores: [0n, 10_000n, 10_000n] },
      { price: 300_000_000n, scores: [0n, 10_000n, 10_000n] },
    ]),
  );
}

/** The same without the decoy. */
async function undecoyed() {
  return playToAward(
    await sealedTender(connection, [
      { price: 400_000_000n, scores: [0n, 6_000n, 6_000n] },
      { price: 520_000_000n, scores: [0n, 10_000n, 10_000n] },
    ]),
  );
}

/** Three bids alike that no published rule orders. */
async function tied() {
  const alike = { price: 500_000_000n };
  return playToAward(await sealedTender(connection, [alike, alike, alike], { rules: { tieBreak: [0n, 0n, 0n, 0n] } }));
}

const signAs = ({ stage, id, terms, bids }: Life, position: number) =>
  stage.awards.connect(bids[position]!.bidder.account).sign(id, terms.call, terms.contractTerms, terms.schedule);
const winnerOf = async ({ stage, id }: Life) => (await stage.awards.getAward(id)).winner;

describe("The attacks on the ranking that were seen working", () => {
  describe("9. an unbounded loop over the bidders", () => {
    const MOST_GAS = 1_000_000n;
    const allowed = hre.globalOptions.coverage ? 2n * MOST_GAS : MOST_GAS; // instrumented code costs more

    it("blocks a naive award: a hundred and fifty bids need more gas than the block of this test has", async () => {
      const state = await networkHelpers.loadFixture(naive);
      for (let bid = 0; bid < 150; ++bid) await state.tender.connect(state.bidders[bid % 8]).bid(REASON.digest);
      expect(await state.tender.award.estimateGas()).to.be.greaterThan(MOST_GAS);
    });

    it("costs pages here, each within the same gas, however many bids were filed", async () => {
      const life = await networkHelpers.loadFixture(spammed);
      const { stage, id, terms, bids } = life;
      const { basis, bidders } = await scanOf(stage, id, terms, bids);
      const asStranger = stage.awards.connect(stage.stranger);
      for (let from = 0; from < bidders.length; from += 30) {
        const page = bidders.slice(from, from + 30);
        const tx = await asStranger.award(id, terms.rules, basis, page, from === 0, from + 30 >= bidders.length);
        expect((await tx.wait())!.gasUsed).to.be.lessThan(allowed);
      }
      expect(await winnerOf(life)).to.equal(bids[0]!.bidder.id);
    });
  });

  describe("10. complaints that are repeated to delay", () => {
    it("suspend a tender no longer than the published cap, over all its awards", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id, bids } = life;
      const loser = bids[3]!.bidder;
      let suspended = 0n;
      for (const winner of [bids[0]!, bids[1]!]) {
        await stage.awards.connect(loser.account).complain(id, loser.id, REASON);
        await expect(stage.awards.connect(loser.account).complain(id, loser.id, REASON))
          .to.be.revertedWithCustomError(stage.awards, "Award_AlreadyComplained")
          .withArgs(id, loser.id);
        const { awardedAt } = await stage.awards.getAward(id);
        await at(connection, awardedAt + 14n * DAY - 10n);
        await stage.awards.connect(stage.reviewer).rule(id, RULING.exclude, winner.bidder.id, 1n, REASON.digest);
        suspended += 7n * DAY - 10n;
        expect((await stage.awards.getReview(id)).suspended).to.equal(suspended);
        await award(life);
      }
      await stage.awards.connect(loser.account).complain(id, loser.id, REASON);
      const { awardedAt } = await stage.awards.getAward(id);
      await at(connection, awardedAt + 7n * DAY + (14n * DAY - suspended) + 1n);
      await expect(stage.awards.connect(stage.reviewer).rule(id, RULING.confirm, 0n, 0n, REASON.digest))
        .to.be.revertedWithCustomError(stage.awards, "Tender_OutsideWindow")
        .withArgs(id, awardedAt + 7n * DAY + 1n, awardedAt + 7n * DAY + (14n * DAY - suspended));
    });
  });

  describe("a decoy bid", () => {
    it("turns a naive award: its reference and the stored runner-up outlive its refusal", async () => {
      const honest = await networkHelpers.loadFixture(naive);
      const bids = [
        { price: 100n, quality: 2_000n },
        { price: 120n, quality: 2_800n },
      ];
      await naiveBids(connection, honest, bids);
      await honest.tender.award();
      expect(await honest.tender.winner()).to.equal(honest.bidders[0]!.address);
      const decoyed = await networkHelpers.loadFixture(naive);
      await naiveBids(connection, decoyed, [...bids, { price: 20n, quality: 4_000n }]);
      await decoyed.tender.award();
      await decoyed.tender.connect(decoyed.bidders[2]).decline();
      expect(await decoyed.tender.winner()).to.equal(decoyed.bidders[1]!.address);
    });

    it("changes nothing here, though it was not abnormally low: it loses its bond and leaves no trace", async () => {
      const clean = await networkHelpers.loadFixture(undecoyed);
      const expected = await winnerOf(clean);
      expect(expected).to.equal(clean.bids[0]!.bidder.id);
      const life = await networkHelpers.loadFixture(decoyed);
      const { stage, id, bids } = life;
      expect(await winnerOf(life)).to.equal(bids[2]!.bidder.id);
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).until + 1n);
      await stage.awards.connect(stage.stranger).lapseSignature(id);
      expect(await stage.book.bondOf(id, bids[2]!.bidder.id)).to.equal(0n);
      await award(life);
      expect(await winnerOf(life)).to.equal(bids[0]!.bidder.id);
    });
  });

  describe("55. a tie that somebody can arrange", () => {
    it("is won in a naive tender by whoever comes first", async () => {
      const state = await networkHelpers.loadFixture(naive);
      await naiveBids(connection, state, [{ price: 100n }, { price: 100n }]);
      await state.tender.award();
      expect(await state.tender.winner()).to.equal(state.bidders[0]!.address);
    });

    it("is decided here by the lot of all sealed salts where no published rule decides", async () => {
      const life = await networkHelpers.loadFixture(tied);
      const { stage, id, bids } = life;
      const { lot } = await stage.book.getPrices(id);
      const draws = bids.map(({ bidder }) => ({
        bidder: bidder.id,
        draw: BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint64"], [lot, bidder.id]))),
      }));
      draws.sort((a, b) => (a.draw > b.draw ? -1 : 1));
      const { winner, second, third } = await stage.awards.getAward(id);
      expect([winner, second, third]).to.deep.equal(draws.map(({ bidder }) => bidder));
    });
  });

  describe("a group with several bids that opens one", () => {
    it("is out as a whole, and the reference is as if it had not bid", async () => {
      const life = await networkHelpers.loadFixture(evaluated);
      const { stage, id, bids } = life;
      await openPrices(life, [bids[0]!, bids[1]!, bids[3]!]);
      await award(life);
      const { winner, second, third } = await stage.awards.getAward(id);
      expect([winner, second, third]).to.deep.equal([bids[0]!.bidder.id, bids[3]!.bidder.id, 0n]);
      await stage.book.forfeitBond(id, bids[2]!.bidder.id);
    });
  });

  describe("a panel that scores after the prices are known", () => {
    it("picks the winner of a naive tender", async () => {
      const state = await networkHelpers.loadFixture(naive);
      await naiveBids(connection, state, [{ price: 100n }, { price: 110n }]);
      await state.tender.score(1, 4_000n);
      await state.tender.award();
      expect(await state.tender.winner()).to.equal(state.bidders[1]!.address);
    });

    it("is too late here, and nothing moves the end of scoring past the price opening", async () => {
      const life = await networkHelpers.loadFixture(opened);
      const { stage, id, terms, bids } = life;
      await goTo(life, "scoresBy", 1n);
      await expect(scoreAll(stage, id, terms, bids)).to.be.revertedWithCustomError(stage.panel, "Tender_OutsideWindow");
      await stage.publication.connect(stage.guardian).pause(REASON.digest);
      await goTo(life, "pricesFrom");
      for (const official of [...stage.evaluators, ...stage.evaluationSubstitutes]) {
        expect(await stage.panel.mayScore(id, terms.panel, official.address)).to.equal(false);
      }
    });
  });

  describe("9. boundary instants", () => {
    it("of the stages are disjoint and cover the tender: each second belongs to one", async () => {
      const life = await networkHelpers.loadFixture(sealed);
      const found = [];
      for (const [second, after] of [
        ["closesAt", 0n],
        ["closesAt", 1n],
        ["technicalFrom", -1n],
        ["technicalFrom", 0n],
        ["technicalBy", 0n],
        ["technicalBy", 1n],
        ["pricesFrom", -1n],
        ["pricesFrom", 0n],
        ["pricesBy", 0n],
        ["pricesBy", 1n],
      ] as const) {
        await goTo(life, second, after);
        found.push(await life.stage.book.statusOf(life.id));
      }
      const { bidding, closed, technicalOpening, evaluation, priceOpening, award: last } = STATUS;
      expect(found).to.deep.equal([
        bidding,
        closed,
        closed,
        technicalOpening,
        technicalOpening,
        evaluation,
        evaluation,
        priceOpening,
        priceOpening,
        last,
      ]);
    });

    it("of the award: signed in the first and the last second of the window and in no other", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id } = life;
      const { from, until } = await stage.awards.signatureWindowOf(id);
      for (const [second, signs] of [
        [from - 1n, false],
        [from, true],
        [until, true],
        [until + 1n, false],
      ] as const) {
        const snapshot = await networkHelpers.takeSnapshot();
        await at(connection, second);
        const signing = signAs(life, 0);
        if (signs) await signing;
        else
          await expect(signing)
            .to.be.revertedWithCustomError(stage.awards, "Tender_OutsideWindow")
            .withArgs(id, from, until);
        await snapshot.restore();
      }
      expect(await stage.awards.statusOf(id)).to.equal(AWARD.complaints);
    });
  });
});

/** Sixty bids of one panel-less tender, the first the cheapest. */
async function spammed() {
  const life = await sealedTender(connection, [{ price: 300_000_001n }], UNSCORED);
  const bids = [...life.bids];
  for (let position = 2; position <= 60; ++position) {
    const bidder = await addBidder(life.stage, position);
    const bid = await fileBid(life.stage, life.id, bidder, { price: 500_000_000n + BigInt(position) });
    bids.push({ bidder, bid, scores: [] });
  }
  const all: Life = { ...life, bids };
  await openTechnicals(all);
  await evaluate(all);
  await openPrices(all);
  return all;
}
