import { expect } from "chai";
import { network } from "hardhat";

import { documentOf } from "../helpers/agreement.ts";
import { at, REASON } from "../helpers/court.ts";
import { accredit, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { evaluate, FLAG, FOUR_PLANS, goTo, openTechnicals, sealedTender } from "../helpers/tender-life.ts";
import type { Life } from "../helpers/tender-life.ts";
import { addBidder, openPrice, openTechnical, sealBid, scopeOf } from "../helpers/tenders.ts";
import type { BidContent, TestBid } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const sealed = () => sealedTender(connection, FOUR_PLANS);

/** Technical envelopes open, scores in; the fourth bid missed the minimum. */
async function evaluated() {
  const life = await sealedTender(connection, [...FOUR_PLANS.slice(0, 3), { price: 1n, scores: [0n, 4_999n, 5_000n] }]);
  await openTechnicals(life);
  await evaluate(life);
  return life;
}

const seconds = ({ terms }: Life, stage: keyof Life["terms"]["timetable"]) => terms.timetable[stage] as bigint;
const entryOf = async ({ stage, id }: Life, bidder: bigint) => (await stage.book.getBids(id, [bidder]))[0]!;
const flagsOf = async (life: Life, bidder: bigint) => {
  const { bid, offer } = await entryOf(life, bidder);
  return Number(bid.flags | offer.flags);
};

/** A bid sealed for another place, with the content of the first bid. */
async function elsewhere(life: Life, change: Partial<Awaited<ReturnType<typeof scopeOf>>>): Promise<TestBid> {
  const { bidder, bid } = life.bids[0]!;
  const scope = { ...(await scopeOf(life.stage, life.id, bidder.id)), ...change };
  const content: BidContent = { price: bid.price.price, technicalSalt: bid.technical.salt, priceSalt: bid.price.salt };
  return sealBid(scope, content);
}

/** Same bidder and content, sealed for another chain, book, tender or version. */
const OTHER_PLACES = [
  ["chain", { chainId: 1n }],
  ["book", { book: "0x00000000000000000000000000000000000000bb" }],
  ["tender", { tender: documentOf("another tender").digest }],
  ["version", { version: 2n }],
  ["bidder", { bidder: 99n }],
] as [string, Parameters<typeof elsewhere>[1]][];

describe("TenderBook.copyStanding", () => {
  it("is early in the last second of closing and possible from the next to the end of the technical opening", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id, bids } = life;
    const [closesAt, technicalBy] = [seconds(life, "closesAt"), seconds(life, "technicalBy")];
    const ids = bids.map(({ bidder }) => bidder.id);
    await at(connection, closesAt);
    await expect(stage.book.copyStanding(id, ids))
      .to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow")
      .withArgs(id, closesAt + 1n, technicalBy);
    await at(connection, closesAt + 1n);
    await expect(stage.book.connect(stage.stranger).copyStanding(id, ids.slice(0, 1)))
      .to.emit(stage.book, "StandingCopied")
      .withArgs(id, stage.stranger.address, ids[0], true, 77_000_001n, 2n, 13n);
    await at(connection, technicalBy);
    await expect(stage.book.copyStanding(id, [...ids, 999n, ids[1]!])).to.emit(stage.book, "StandingCopied");
    expect(await stage.book.queryFilter(stage.book.filters.StandingCopied(id), 0)).to.have.length(4);
    await expect(stage.book.copyStanding(id, ids)).to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow");
  });

  it("fixes group, size, region and standing: what the registry says later changes nothing", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id, bids } = life;
    const { bidder, bid } = bids[0]!;
    await goTo(life, "closesAt", 1n);
    await stage.book.copyStanding(id, [bidder.id]);
    await accredit(stage.registry, stage.accreditor, bidder.account, {
      kind: KIND.supplier,
      number: 77_000_001n,
      size: 4n,
      region: 5n,
      group: 77_000_004n,
    });
    await stage.registry.connect(stage.sanctions).suspend(bidder.id, seconds(life, "validUntil"), REASON.digest);
    await stage.book.copyStanding(id, [bidder.id]);
    await goTo(life, "technicalFrom");
    await openTechnical(stage, id, bidder, bid);
    const entry = await entryOf(life, bidder.id);
    expect([entry.bid.group, entry.bid.size, entry.bid.region]).to.deep.equal([77_000_001n, 2n, 13n]);
    expect(Number(entry.bid.flags)).to.equal(FLAG.copied | FLAG.eligible | FLAG.technical);
  });

  it("reverts once the tender has ended, and of one that nobody published", async () => {
    const { stage, id } = await networkHelpers.loadFixture(sealed);
    await stage.publication.connect(stage.buyer).cancel(id, REASON.digest);
    await expect(stage.book.copyStanding(id, []))
      .to.be.revertedWithCustomError(stage.book, "Tender_Ended")
      .withArgs(id, 3n);
    await expect(stage.book.copyStanding(REASON.digest, []))
      .to.be.revertedWithCustomError(stage.book, "Tender_Unknown")
      .withArgs(REASON.digest);
  });
});

describe("TenderBook.openTechnical", () => {
  it("opens from the first to the last second, for anyone, and publishes the envelope", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id, bids } = life;
    const [from, by] = [seconds(life, "technicalFrom"), seconds(life, "technicalBy")];
    const [first, second, third] = bids as [Life["bids"][0], Life["bids"][0], Life["bids"][0]];
    const outside = (bid: Life["bids"][0]) =>
      expect(openTechnical(stage, id, bid.bidder, bid.bid))
        .to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow")
        .withArgs(id, from, by);
    await at(connection, from - 1n);
    await outside(first);
    await at(connection, from);
    await expect(openTechnical(stage, id, first.bidder, first.bid))
      .to.emit(stage.book, "TechnicalOpened")
      .withArgs(
        id,
        stage.stranger.address,
        first.bidder.id,
        [first.bid.technical.document, [0n, 0n, 0n, 0n], first.bid.technical.salt],
        "",
      );
    await at(connection, by);
    await openTechnical(stage, id, second.bidder, second.bid);
    await outside(third);
    expect((await stage.book.getOpenings(id)).opened).to.equal(2n);
  });

  it("packs the declared figures in the order of the terms", async () => {
    const declared = [1n, 2n, 3n, 4_294_967_295n] as const;
    const life = await networkHelpers.loadFixture(declaring);
    await openTechnicals(life);
    const { bid } = await entryOf(life, life.bids[0]!.bidder.id);
    expect(bid.declared).to.equal(declared.reduce((sum, figure, k) => sum + (figure << (32n * BigInt(k))), 0n));
  });

  it("reverts a second time", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { bidder, bid } = life.bids[0]!;
    await openTechnicals(life, life.bids.slice(0, 1));
    await expect(openTechnical(life.stage, life.id, bidder, bid))
      .to.be.revertedWithCustomError(life.stage.book, "Bid_State")
      .withArgs(life.id, bidder.id, FLAG.copied | FLAG.eligible | FLAG.technical);
  });

  it("reverts with another salt, figure, document or price commitment", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { bidder, bid } = life.bids[0]!;
    await goTo(life, "technicalFrom");
    for (const changed of [
      { ...bid, technical: { ...bid.technical, salt: REASON.digest } },
      { ...bid, technical: { ...bid.technical, document: REASON.digest } },
      { ...bid, technical: { ...bid.technical, declared: [1n, 0n, 0n, 0n] as const } },
      { ...bid, hashes: { ...bid.hashes, price: REASON.digest } },
    ]) {
      await expect(openTechnical(life.stage, life.id, bidder, changed))
        .to.be.revertedWithCustomError(life.stage.book, "Bid_EnvelopeMismatch")
        .withArgs(life.id, bidder.id);
    }
  });

  for (const [what, change] of OTHER_PLACES) {
    it(`reverts what was sealed for another ${what}`, async () => {
      const life = await networkHelpers.loadFixture(sealed);
      const { bidder } = life.bids[1]!;
      const copied = await elsewhere(life, change);
      await life.stage.book.connect(bidder.account).bid(life.id, bidder.id, copied.commitment, "0x", "0x");
      await goTo(life, "technicalFrom");
      await expect(openTechnical(life.stage, life.id, bidder, copied))
        .to.be.revertedWithCustomError(life.stage.book, "Bid_EnvelopeMismatch")
        .withArgs(life.id, bidder.id);
    });
  }

  it("reverts without a bid, with a pointer that is too long, and once the tender has ended", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id } = life;
    const { bidder, bid } = life.bids[0]!;
    const nobody = await addBidder(stage, 9);
    const envelope = { ...bid.technical, declared: [0n, 0n, 0n, 0n] as [bigint, bigint, bigint, bigint] };
    await goTo(life, "technicalFrom");
    await expect(openTechnical(stage, id, nobody, bid))
      .to.be.revertedWithCustomError(stage.book, "Bid_Stale")
      .withArgs(id, nobody.id, 0n);
    const pointer = "p".repeat(257);
    await expect(stage.book.openTechnical(id, bidder.id, envelope, bid.hashes.price, pointer))
      .to.be.revertedWithCustomError(stage.book, "Tender_InvalidDocument")
      .withArgs(id);
    await goTo(life, "technicalBy", 1n);
    await stage.book.lapse(id);
    await expect(openTechnical(stage, id, bidder, bid))
      .to.be.revertedWithCustomError(stage.book, "Tender_Ended")
      .withArgs(id, 2n);
  });

  it("records a bidder that was not active at closing and opens nothing of it", async () => {
    const life = await networkHelpers.loadFixture(sealed);
    const { stage, id } = life;
    const { bidder, bid } = life.bids[0]!;
    await stage.registry.connect(stage.sanctions).suspend(bidder.id, seconds(life, "validUntil"), REASON.digest);
    await goTo(life, "technicalFrom");
    const opening = openTechnical(stage, id, bidder, bid);
    await expect(opening).to.emit(stage.book, "StandingCopied");
    await expect(opening).not.to.emit(stage.book, "TechnicalOpened");
    await openTechnical(stage, id, bidder, bid);
    expect(await flagsOf(life, bidder.id)).to.equal(FLAG.copied);
    expect((await stage.book.getOpenings(id)).opened).to.equal(0n);
  });
});

describe("TenderBook.openPrice", () => {
  it("opens from the first to the last second, for anyone, and adds the salt to the lot", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    const { stage, id, bids } = life;
    const [from, by] = [seconds(life, "pricesFrom"), seconds(life, "pricesBy")];
    const [first, second, third] = bids as [Life["bids"][0], Life["bids"][0], Life["bids"][0]];
    const outside = (bid: Life["bids"][0]) =>
      expect(openPrice(stage, id, bid.bidder, bid.bid))
        .to.be.revertedWithCustomError(stage.book, "Tender_OutsideWindow")
        .withArgs(id, from, by);
    await at(connection, from - 1n);
    await outside(first);
    await at(connection, from);
    await expect(openPrice(stage, id, first.bidder, first.bid))
      .to.emit(stage.book, "PriceOpened")
      .withArgs(id, stage.stranger.address, first.bidder.id, 500_000_000n, true);
    await at(connection, by);
    await openPrice(stage, id, second.bidder, second.bid);
    await outside(third);
    const lot = BigInt.asUintN(128, BigInt(first.bid.price.salt) + BigInt(second.bid.price.salt));
    expect((await stage.book.getPrices(id)).lot).to.equal(lot);
    expect((await entryOf(life, first.bidder.id)).offer.price).to.equal(500_000_000n);
  });

  it("reverts a second time, and of a bid that missed the minimum: its price stays sealed", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    const { stage, id, bids } = life;
    const [first, , , failed] = bids as [Life["bids"][0], Life["bids"][0], Life["bids"][0], Life["bids"][0]];
    await goTo(life, "pricesFrom");
    await openPrice(stage, id, first.bidder, first.bid);
    await expect(openPrice(stage, id, first.bidder, first.bid))
      .to.be.revertedWithCustomError(stage.book, "Bid_State")
      .withArgs(id, first.bidder.id, FLAG.tallied | FLAG.qualified | FLAG.price);
    await expect(openPrice(stage, id, failed.bidder, failed.bid))
      .to.be.revertedWithCustomError(stage.book, "Bid_State")
      .withArgs(id, failed.bidder.id, FLAG.tallied);
  });

  it("reverts with another price, salt or technical commitment", async () => {
    const life = await networkHelpers.loadFixture(evaluated);
    const { bidder, bid } = life.bids[0]!;
    await goTo(life, "pricesFrom");
    for (const changed of [
      { ...bid, price: { ...bid.price, price: 499_999_999n } },
      { ...bid, price: { ...bid.price, salt: REASON.digest } },
      { ...bid, hashes: { ...bid.hashes, technical: REASON.digest } },
      life.bids[1]!.bid,
    ]) {
      await expect(openPrice(life.stage, life.id, bidder, changed))
        .to.be.revertedWithCustomError(life.stage.book, "Bid_EnvelopeMismatch")
        .withArgs(life.id, bidder.id);
    }
  });

  for (const [what, price, admissible] of [
    ["zero", 0n, false],
    ["a unit less than every milestone needs", 3n, false],
    ["the least that every milestone needs", 4n, true],
    ["the budget", 600_000_000n, true],
    ["a unit above the budget", 600_000_001n, false],
    ["what the slot of a price cannot hold", 1n << 112n, false],
    ["the largest number of an envelope", (1n << 128n) - 1n, false],
  ] as [string, bigint, boolean][]) {
    it(`records a price of ${what} as ${admissible ? "admissible" : "inadmissible"} and stops nothing`, async () => {
      const life = await oneBid(price);
      const { bidder, bid } = life.bids[0]!;
      await expect(openPrice(life.stage, life.id, bidder, bid))
        .to.emit(life.stage.book, "PriceOpened")
        .withArgs(life.id, life.stage.stranger.address, bidder.id, price, admissible);
      const { offer } = await entryOf(life, bidder.id);
      expect({ price: offer.price, flags: Number(offer.flags) }).to.deep.equal({
        price: admissible ? price : 0n,
        flags: FLAG.tallied | FLAG.qualified | FLAG.price,
      });
    });
  }
});

async function declaring() {
  return sealedTender(connection, [{ price: 500_000_000n, declared: [1n, 2n, 3n, 4_294_967_295n] }]);
}

/** One bid of this price when prices are opened. */
async function oneBid(price: bigint): Promise<Life> {
  const life = await sealedTender(connection, [{ price }]);
  await openTechnicals(life);
  await evaluate(life);
  await goTo(life, "pricesFrom");
  return life;
}
