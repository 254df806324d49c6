import { expect } from "chai";
import { network } from "hardhat";

import { RULING } from "../helpers/award-desk.ts";
import { at, REASON } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import {
  award,
  BID_BOND,
  evaluate,
  FLAG,
  goTo,
  moneyOf,
  openPrices,
  openTechnicals,
  sealedTender,
  STATUS,
} from "../helpers/tender-life.ts";
import type { BidPlan, Life } from "../helpers/tender-life.ts";
import { openPrice } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** Four bids alone that rank in this order, one that misses the minimum, one never opened. */
const PLANS: readonly BidPlan[] = [
  { price: 500_000_000n },
  { price: 510_000_000n },
  { price: 520_000_000n },
  { price: 530_000_000n },
  { price: 400_000_000n, scores: [0n, 0n, 0n] },
  { price: 400_000_000n },
];

const sealed = () => sealedTender(connection, PLANS);
const opened = (life: Life) => life.bids.slice(0, 5);

async function technical() {
  const life = await sealed();
  await openTechnicals(life, opened(life));
  return life;
}

async function evaluated() {
  const life = await technical();
  await evaluate(life, opened(life));
  return life;
}

async function pricesOf(count: number) {
  const life = await evaluated();
  await openPrices(life, life.bids.slice(0, count));
  return life;
}

const priced = () => pricesOf(4);

async function awarded() {
  const life = await priced();
  await award(life, opened(life));
  return life;
}

/** The fourth bidder keeps its price to itself. */
async function unopened() {
  const life = await pricesOf(3);
  await award(life, opened(life));
  return life;
}

/** Expects of each bid's bond, in order, that it is held ("h"), free ("f") or forfeited ("x"). */
async function expectBonds({ stage, id, bids }: Life, states: string): Promise<void> {
  const found = await Promise.all(
    bids.map(async ({ bidder }) => {
      const isFree = await stage.book.returnBond.staticCall(id, bidder.id).then(
        () => true,
        () => false,
      );
      const isLost = await stage.book.forfeitBond.staticCall(id, bidder.id).then(
        () => true,
        () => false,
      );
      return isFree ? "f" : isLost ? "x" : "h";
    }),
  );
  expect(found.join("")).to.equal(states);
}

const sign = (life: Life) => {
  const { call, contractTerms, schedule } = life.terms;
  return life.stage.awards.connect(life.bids[0]!.bidder.account).sign(life.id, call, contractTerms, schedule);
};

describe("A bid bond", () => {
  it("is held of every bid until the technical opening is over", async () => {
    const life = await networkHelpers.loadFixture(technical);
    await goTo(life, "technicalBy");
    await expectBonds(life, "hhhhhh");
    await goTo(life, "technicalBy", 1n);
    await expectBonds(life, "hhhhhf");
  });

  it("is free of a bid that misses the minimum once its points are in", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    await expectBonds(life, "hhhhff");
  });

  it("is free of all that nobody tallied when prices are due", async () => {
    const life = await networkHelpers.loadFixture(technical);
    await goTo(life, "pricesFrom", -1n);
    await expectBonds(life, "hhhhhf");
    await goTo(life, "pricesFrom");
    await expectBonds(life, "ffffff");
  });

  it("is held until the award and of the best three after it", async () => {
    const life = await networkHelpers.loadFixture(priced);
    await expectBonds(life, "hhhhff");
    await award(life, opened(life));
    await expectBonds(life, "hhhfff");
  });

  it("is free of an excluded bid at once, and of the next three held again", async () => {
    const life = await networkHelpers.loadFixture(awarded);
    const { stage, id, bids } = life;
    await stage.awards.connect(bids[1]!.bidder.account).complain(id, bids[1]!.bidder.id, REASON);
    await goTo(life, "pricesBy", 8n * 86_400n + 100n);
    await stage.awards.connect(stage.reviewer).rule(id, RULING.exclude, bids[0]!.bidder.id, 1n, REASON.digest);
    await expectBonds(life, "fhhhff");
    await award(life, opened(life));
    await expectBonds(life, "fhhhff");
  });

  it("is forfeited of a qualified bid whose price stays sealed, from the second after the opening on", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    const { stage, id, bids } = life;
    await goTo(life, "pricesFrom");
    for (const { bidder, bid } of bids.slice(0, 3)) await openPrice(stage, id, bidder, bid);
    await goTo(life, "pricesBy");
    await expectBonds(life, "hhhhff");
    await goTo(life, "pricesBy", 1n);
    await expectBonds(life, "hhhxff");
    const before = await moneyOf(life);
    await expect(stage.book.connect(stage.stranger).forfeitBond(id, bids[3]!.bidder.id))
      .to.emit(stage.book, "BidBondForfeited")
      .withArgs(id, stage.stranger.address, bids[3]!.bidder.id, BID_BOND);
    expect((await moneyOf(life)).available - before.available).to.equal(BID_BOND);
  });

  it("stays forfeited when the tender is signed, and is free when it is annulled", async () => {
    const life = await networkHelpers.loadFixture(unopened);
    const { stage, id, bids } = life;
    await expectBonds(life, "hhhxff");
    const snapshot = await networkHelpers.takeSnapshot();
    await stage.awards.connect(bids[1]!.bidder.account).complain(id, bids[1]!.bidder.id, REASON);
    await goTo(life, "pricesBy", 8n * 86_400n + 100n);
    await stage.awards.connect(stage.reviewer).rule(id, RULING.annul, 0n, 0n, REASON.digest);
    await expectBonds(life, "ffffff");
    await snapshot.restore();
    await networkHelpers.time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
    await sign(life);
    await expectBonds(life, "fffxff");
  });

  it("is forfeited of a winner that let its whole window pass, and free of the others once their validity is over", async () => {
    const life = await networkHelpers.loadFixture(awarded);
    const { stage, id, bids } = life;
    await goTo(life, "validUntil", 1n);
    await expectBonds(life, "hhhfff");
    const before = await moneyOf(life);
    await stage.awards.connect(stage.stranger).lapseSignature(id);
    expect((await moneyOf(life)).available - before.available).to.equal(BID_BOND);
    expect(await stage.book.bondOf(id, bids[0]!.bidder.id)).to.equal(0n);
    const [entry] = await stage.book.getBids(id, [bids[0]!.bidder.id]);
    expect(Number(entry!.offer.flags) & FLAG.declined).to.equal(FLAG.declined);
    await networkHelpers.time.increaseTo(await stage.awards.validUntilOf(id));
    for (const { bidder } of bids.slice(1)) await stage.book.returnBond(id, bidder.id);
    expect((await moneyOf(life)).bonds).to.equal(0n);
  });

  it("goes back once, to the bidder or to its credit", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    const { stage, id, bids } = life;
    const { account, id: bidder } = bids[4]!.bidder;
    await expect(stage.book.connect(stage.stranger).returnBond(id, bidder)).to.changeTokenBalance(
      ethers,
      stage.token,
      account,
      BID_BOND,
    );
    for (const [order, error] of [
      [() => stage.book.returnBond(id, bidder), "Bid_NoBond"],
      [() => stage.book.returnBond(id, bids[0]!.bidder.id), "Bid_BondHeld"],
      [() => stage.book.forfeitBond(id, bids[0]!.bidder.id), "Bid_BondHeld"],
    ] as const) {
      await expect(order()).to.be.revertedWithCustomError(stage.book, error);
    }
    const rotating = bids[5]!.bidder;
    const fresh = await stage.person("fresh");
    await stage.registry.connect(rotating.account).proposeRotation(rotating.id, fresh.address);
    await stage.book.returnBond(id, rotating.id);
    expect(await stage.treasury.creditOf(rotating.id, stage.token)).to.equal(BID_BOND);
  });

  it("is not forfeited twice", async () => {
    const { stage, id, bids } = await networkHelpers.loadFixture(unopened);
    const { id: bidder } = bids[3]!.bidder;
    await stage.book.forfeitBond(id, bidder);
    await expect(stage.book.forfeitBond(id, bidder))
      .to.be.revertedWithCustomError(stage.book, "Bid_NoBond")
      .withArgs(id, bidder);
  });
});

describe("TenderBook.lapse", () => {
  for (const [what, fixture, stage, after] of [
    ["nothing was opened", sealed, "technicalBy", 1n],
    ["nothing qualified", technical, "pricesFrom", 0n],
    ["the bids expired", priced, "validUntil", 1n],
  ] as const) {
    it(`ends a tender when ${what}, not a second before, and frees budget and bonds`, async () => {
      const life = await networkHelpers.loadFixture(fixture);
      const { book } = life.stage;
      await at(connection, (life.terms.timetable[stage] as bigint) + after - 1n);
      await expect(book.lapse(life.id)).to.be.revertedWithCustomError(book, "Tender_OutsideWindow");
      await goTo(life, stage, after);
      await expect(book.connect(life.stage.stranger).lapse(life.id)).to.emit(book, "TenderEnded");
      expect(await book.statusOf(life.id)).to.equal(STATUS.unsuccessful);
      await expectBonds(life, "ffffff");
      expect((await moneyOf(life)).committed).to.equal(0n);
      await expect(book.lapse(life.id)).to.be.revertedWithCustomError(book, "Tender_Ended").withArgs(life.id, 2n);
    });
  }

  it("releases nothing twice where the reservation itself has lapsed", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id } = life;
    const { until } = await stage.opening.getReservation(stage.book, id);
    await networkHelpers.time.increaseTo(until + 1n);
    await stage.opening.lapseReservation(stage.book, id);
    expect((await moneyOf(life)).committed).to.equal(0n);
    await stage.book.lapse(id);
    expect((await moneyOf(life)).committed).to.equal(0n);
  });

  it("waits for an award under way, and for the validity that it lengthened when it came to nothing", async () => {
    const life = await networkHelpers.loadFixture(lateAward);
    const { stage, id, bids } = life;
    await expect(stage.book.lapse(id)).to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow");
    await networkHelpers.time.increaseTo((await stage.awards.signatureWindowOf(id)).until + 1n);
    await expect(stage.book.lapse(id)).to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow");
    await stage.awards.lapseSignature(id);
    expect(await stage.book.bondOf(id, bids[0]!.bidder.id)).to.equal(0n);
    await expect(stage.book.lapse(id)).to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow");
    await networkHelpers.time.increaseTo(await stage.awards.validUntilOf(id));
    await stage.book.lapse(id);
    expect((await moneyOf(life)).committed).to.equal(0n);
  });
});

/** Awarded two days before the bids expire, and these days are over. */
async function lateAward() {
  const life = await sealedTender(connection, [{ price: 500_000_000n }]);
  await openTechnicals(life);
  await evaluate(life);
  await openPrices(life);
  await goTo(life, "validUntil", -2n * 86_400n);
  await award(life);
  await goTo(life, "validUntil", 1n);
  return life;
}
