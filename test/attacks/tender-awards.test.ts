import { expect } from "chai";
import { network } from "hardhat";

import { NaiveTender__factory } from "../../typechain-types/index.js";
import { DAY } from "../helpers/agreement.ts";
import { REASON } from "../helpers/court.ts";
import { naiveBids, naiveTender } from "../helpers/naive-tender.ts";
import type { Connection } from "../helpers/suite.ts";
import {
  award,
  BUDGET,
  evaluate,
  FOUR_PLANS,
  goTo,
  moneyOf,
  openTechnicals,
  playToAward,
  sealedTender,
  STATUS,
} from "../helpers/tender-life.ts";
import type { Life } from "../helpers/tender-life.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
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

const signAs = ({ stage, id, terms, bids }: Life, position: number) =>
  stage.awards.connect(bids[position]!.bidder.account).sign(id, terms.call, terms.contractTerms, terms.schedule);
const winnerOf = async ({ stage, id }: Life) => (await stage.awards.getAward(id)).winner;

/** A stranger ends the tender after all its windows and claims every bond: nothing is left, nobody lost one. */
async function expectFreed(life: Life, outcome: bigint): Promise<void> {
  const { stage, id, bids } = life;
  await goTo(life, "validUntil", 1n);
  await stage.book.connect(stage.stranger).lapse(id);
  for (const { bidder } of bids) {
    if ((await stage.book.bondOf(id, bidder.id)) !== 0n)
      await stage.book.connect(stage.stranger).returnBond(id, bidder.id);
  }
  const { committed, bonds } = await moneyOf(life);
  expect({ committed, bonds, status: await stage.book.statusOf(id) }).to.deep.equal({
    committed: 0n,
    bonds: 0n,
    status: outcome,
  });
}

describe("The attacks on openings and awards that were seen working", () => {
  describe("3. the buyer re-routes after the award", () => {
    it("works in a naive tender: the budget goes to whom the buyer names", async () => {
      const state = await networkHelpers.loadFixture(naive);
      await naiveBids(connection, state, [{ price: 1_000n }]);
      await state.tender.award();
      const friend = state.bidders[5]!;
      await expect(state.tender.pay(friend, 1_000_000n)).to.changeEtherBalance(ethers, friend, 1_000_000n);
    });

    it("fails here: no call of the buyer moves the award or its money, and the winner signs alone", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id, terms } = life;
      const { available } = await moneyOf(life);
      const as = { publication: stage.publication.connect(stage.buyer), book: stage.book.connect(stage.buyer) };
      for (const order of [
        () => as.publication.cancel(id, REASON.digest),
        () => as.publication.amend(id, terms),
        () => as.publication.publish(terms),
        () => as.book.end(id, 3n, REASON.digest),
        () => as.book.remove(id, 1n, true),
        () => stage.opening.connect(stage.buyer).unreserve(BUDGET, id),
        () => stage.awards.connect(stage.buyer).sign(id, terms.call, terms.contractTerms, terms.schedule),
      ]) {
        expect(
          await order().then(
            () => "done",
            () => "refused",
          ),
        ).to.equal("refused");
      }
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
      await signAs(life, 0);
      expect(await moneyOf(life)).to.include({ committed: 500_000_000n, available: available + 100_000_000n });
    });

    it("fails here: a buyer's account that moves onto an office does not keep the winner from signing", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id } = life;
      await stage.registry.connect(stage.buyer).proposeRotation(stage.buyerId, stage.arbiter.address);
      await time.increase(7n * DAY + 1n);
      await stage.registry.connect(stage.arbiter).acceptRotation(stage.buyerId);
      expect(await stage.registry.accountOf(stage.buyerId)).to.equal(stage.arbiter.address);
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
      await signAs(life, 0);
      expect(await stage.book.statusOf(id)).to.equal(STATUS.signed);
    });

    it("fails here: a threshold that rises or falls after publication does not keep the winner from signing", async () => {
      for (const threshold of [1n, 10n ** 12n]) {
        const life = await networkHelpers.loadFixture(awarded);
        const { stage, id } = life;
        await stage.opening.connect(stage.thresholds).setThreshold(stage.token, threshold);
        await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
        await signAs(life, 0);
        expect(await stage.book.statusOf(id)).to.equal(STATUS.signed);
      }
    });

    it("fails here: a closed line and a paused treasury do not keep the winner from signing", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id } = life;
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).from - 10n);
      await stage.treasury.connect(stage.budgetOffice).closeLine(stage.lineId);
      await stage.treasury.connect(stage.guardian).pause(REASON.digest);
      await stage.opening.connect(stage.guardian).pause(REASON.digest);
      await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
      await signAs(life, 0);
      expect(await stage.book.statusOf(id)).to.equal(STATUS.signed);
    });
  });

  describe("4. silence and lost keys", () => {
    it("hold a naive tender for ever: without its buyer nobody is paid or refunded", async () => {
      const state = await networkHelpers.loadFixture(naive);
      await naiveBids(connection, state, [{ price: 1_000n }, { price: 2_000n }]);
      await time.increase(1_000n * DAY);
      await expect(state.tender.connect(state.bidders[0]).award())
        .to.be.revertedWithCustomError(state.tender, "NaiveTender_Refused")
        .withArgs("not the buyer");
      expect(await ethers.provider.getBalance(state.tender)).to.equal(1_000_090n);
    });

    for (const [who, fixture] of [
      ["nobody opens anything", sealed],
      ["the evaluators are absent", opened],
      ["nobody opens a price", evaluated],
    ] as const) {
      it(`frees budget and bonds here when ${who}`, async () => {
        const life = await networkHelpers.loadFixture(fixture);
        if (fixture !== evaluated) return expectFreed(life, STATUS.unsuccessful);
        await goTo(life, "pricesBy", 1n);
        await award(life);
        expect(await life.stage.book.statusOf(life.id)).to.equal(STATUS.unsuccessful);
        for (const { bidder } of life.bids) await life.stage.book.forfeitBond(life.id, bidder.id);
        const { committed, bonds } = await moneyOf(life);
        expect({ committed, bonds }).to.deep.equal({ committed: 0n, bonds: 0n });
      });
    }

    it("name the silent evaluators here, and cost no bidder its bond", async () => {
      const life = await networkHelpers.loadFixture(opened);
      const { stage, id, terms, bids } = life;
      await goTo(life, "substitutesBy", 1n);
      const silent = [...stage.evaluators, ...stage.evaluationSubstitutes].map(({ address }) => address);
      await expect(stage.panel.connect(stage.stranger).fail(id, terms.panel))
        .to.emit(stage.panel, "PanelFailed")
        .withArgs(id, stage.stranger.address, silent);
      for (const { bidder } of bids) await stage.book.returnBond(id, bidder.id);
      expect(await moneyOf(life)).to.include({ committed: 0n, bonds: 0n });
    });

    it("of buyer and reviewer change nothing here: their silence confirms and the winner signs alone", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id, bids } = life;
      const loser = bids[3]!.bidder;
      await stage.awards.connect(loser.account).complain(id, loser.id, REASON);
      const { from } = await stage.awards.signatureWindowOf(id);
      await time.increaseTo(from);
      await signAs(life, 0);
      expect(await stage.book.statusOf(id)).to.equal(STATUS.signed);
    });

    it("of winner after winner pass the award on until the bids expire, and everything is free", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id, bids } = life;
      for (const expected of [0, 1, 2, 3]) {
        expect(await winnerOf(life)).to.equal(bids[expected]!.bidder.id);
        await time.increaseTo((await stage.awards.signatureWindowOf(id)).until + 1n);
        await stage.awards.connect(stage.stranger).lapseSignature(id);
        await award(life);
      }
      expect(await stage.book.statusOf(id)).to.equal(STATUS.unsuccessful);
      expect(await moneyOf(life)).to.include({ committed: 0n, bonds: 0n });
    });
  });

  describe("5. a bidder that cannot be paid", () => {
    it("blocks a naive award, which pushes every loser's bond", async () => {
      const { tender, buyer, bidders, closesAt } = await networkHelpers.loadFixture(naive);
      const wall = await (await new NaiveTender__factory(buyer).deploy(0n, 0n)).getAddress();
      await networkHelpers.impersonateAccount(wall);
      await networkHelpers.setBalance(wall, 10n ** 18n);
      await tender.connect(await ethers.getSigner(wall)).bid(REASON.digest, { value: 27n });
      await tender.connect(bidders[0]).bid(await tender.hashOf(1n, REASON.digest));
      await time.increaseTo(closesAt + 1n);
      await tender.connect(bidders[0]).open(1, 1n, REASON.digest);
      await expect(tender.award()).to.be.revertedWithCustomError(tender, "NaiveTender_Refused").withArgs("refused");
    });

    it("waits for its credit here and blocks nobody", async () => {
      const life = await networkHelpers.loadFixture(awarded);
      const { stage, id, bids } = life;
      const loser = bids[2]!.bidder;
      const fresh = await stage.person("fresh");
      await stage.registry.connect(loser.account).proposeRotation(loser.id, fresh.address);
      await stage.book.returnBond(id, loser.id);
      expect(await stage.treasury.creditOf(loser.id, stage.token)).to.equal(12_000_000n);
    });
  });
});
