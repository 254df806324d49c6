import { expect } from "chai";
import { network } from "hardhat";

import { PublicationDesk__factory } from "../../typechain-types/index.js";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import { BID_BOND, BUDGET, changedTerms, FOUR_PLANS, moneyOf, sealedTender, STATUS } from "../helpers/tender-life.ts";
import type { Life } from "../helpers/tender-life.ts";
import { tenderTerms, timetableOf } from "../helpers/tender-terms.ts";
import type { TenderTerms, TermsChange } from "../helpers/tender-terms.ts";
import { fileBid, tenderId, tenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

const PAUSE = 7n * DAY;
const UNKNOWN = documentOf("no such tender").digest;

const fresh = () => tenderStage(connection);
const sealed = () => sealedTender(connection, FOUR_PLANS.slice(0, 2));

/** Terms whose stages all begin later by some days, so that closing moves. */
async function laterTerms({ terms }: Life, days: bigint, change: TermsChange = {}): Promise<TenderTerms> {
  const timetable = timetableOf((await latest(connection)) + days * DAY);
  return changedTerms(changedTerms(terms, { timetable }), change);
}

async function amended() {
  const life = await sealed();
  const terms = await laterTerms(life, 1n);
  await life.stage.publication.connect(life.stage.buyer).amend(life.id, terms);
  return { ...life, terms };
}

describe("PublicationDesk", () => {
  it("refuses a beacon without a first round or a period", async () => {
    const stage = await networkHelpers.loadFixture(fresh);
    const factory = new PublicationDesk__factory(stage.deployer);
    const { manager, registry, book, awards, opening } = stage;
    for (const [genesis, period] of [
      [0n, 3n],
      [1n, 0n],
    ] as const) {
      await expect(factory.deploy(manager, registry, book, awards, opening, { chainHash: UNKNOWN, genesis, period }))
        .to.be.revertedWithCustomError(stage.publication, "Terms_Beacon")
        .withArgs(genesis, period);
    }
  });
});

describe("PublicationDesk.publish", () => {
  it("commits the budget, stores what later calls read and publishes the terms", async () => {
    const stage = await networkHelpers.loadFixture(fresh);
    const now = (await latest(connection)) + 10n;
    const terms = tenderTerms(stage, now);
    const id = await tenderId(stage, terms);
    await at(connection, now);
    await expect(stage.publication.connect(stage.buyer).publish(terms)).to.emit(stage.publication, "TenderPublished");
    expect((await stage.treasury.getLine(stage.lineId)).balance.committed).to.equal(BUDGET);
    const { until, account } = await stage.opening.getReservation(stage.book, id);
    expect({ until, account }).to.deep.equal({ until: now + 730n * DAY, account: stage.buyer.address });
    const desk = await stage.book.getDesk(id);
    expect([desk.version, desk.closesAt, desk.answersUntil]).to.deep.equal([
      1n,
      terms.timetable.closesAt,
      terms.timetable.answersUntil,
    ]);
    const { lot, budget, smallestShareBps } = await stage.book.getPrices(id);
    expect({ lot, budget, smallestShareBps }).to.deep.equal({
      lot: 0n,
      budget: BUDGET,
      smallestShareBps: 3_000n,
    });
    const money = await stage.book.getMoney(id);
    expect([money.bidBond, money.lineId, money.buyer, money.maxEnquiries]).to.deep.equal([
      BID_BOND,
      stage.lineId,
      stage.buyerId,
      2n,
    ]);
    const { reviewer, grounds, scoresBy } = await stage.book.getStages(id);
    expect([reviewer, grounds, scoresBy]).to.deep.equal([stage.reviewer.address, 5n, terms.timetable.scoresBy]);
    expect(await stage.book.statusOf(id)).to.equal(STATUS.bidding);
    expect(await stage.book.statusOf(UNKNOWN)).to.equal(STATUS.unknown);
  });

  it("reverts for whoever does not hold the buyers' role", async () => {
    const stage = await networkHelpers.loadFixture(fresh);
    const terms = tenderTerms(stage, await latest(connection));
    await expect(stage.publication.connect(stage.stranger).publish(terms))
      .to.be.revertedWithCustomError(stage.publication, "AccessManagedUnauthorized")
      .withArgs(stage.stranger.address);
  });

  it("reverts for the buyer of another entity", async () => {
    const stage = await networkHelpers.loadFixture(fresh);
    const terms = tenderTerms(stage, await latest(connection), { call: { buyer: stage.factorId } });
    await expect(stage.publication.connect(stage.buyer).publish(terms))
      .to.be.revertedWithCustomError(stage.publication, "Tender_NotTheBuyer")
      .withArgs(await tenderId(stage, terms), stage.buyer.address, stage.factor.address);
  });

  it("reverts when the buyer has a tender of this process", async () => {
    const { stage, id, terms } = await networkHelpers.loadFixture(sealed);
    await expect(stage.publication.connect(stage.buyer).publish(terms))
      .to.be.revertedWithCustomError(stage.publication, "Tender_AlreadyPublished")
      .withArgs(id);
  });

  it("reverts when the line has not the budget", async () => {
    const stage = await networkHelpers.loadFixture(fresh);
    const terms = tenderTerms(stage, await latest(connection), { call: { budget: 10_000_000_001n } });
    await expect(stage.publication.connect(stage.buyer).publish(terms))
      .to.be.revertedWithCustomError(stage.treasury, "Treasury_NotAvailable")
      .withArgs(stage.lineId, 10_000_000_001n, 10_000_000_000n);
  });

  it("reverts while the desk is paused, and no longer", async () => {
    const stage = await networkHelpers.loadFixture(fresh);
    await stage.publication.connect(stage.guardian).pause(REASON.digest);
    const until = (await latest(connection)) + PAUSE;
    expect(await stage.book.pausedAt()).to.equal(until - PAUSE);
    const terms = tenderTerms(stage, until);
    await at(connection, until - 1n);
    await expect(stage.publication.connect(stage.buyer).publish(terms))
      .to.be.revertedWithCustomError(stage.publication, "Pause_On")
      .withArgs(until);
    await at(connection, until);
    await stage.publication.connect(stage.buyer).publish(terms);
  });
});

describe("PublicationDesk.amend", () => {
  describe("given bids were filed", () => {
    it("makes a new version in which none of them counts, without a second commitment", async () => {
      const life = await networkHelpers.loadFixture(amended);
      const desk = await life.stage.book.getDesk(life.id);
      expect([desk.version, desk.bids, desk.closesAt]).to.deep.equal([2n, 0n, life.terms.timetable.closesAt]);
      const { committed, bonds } = await moneyOf(life);
      expect({ committed, bonds }).to.deep.equal({ committed: BUDGET, bonds: 2n * BID_BOND });
      expect(await life.stage.book.hasBid(life.id, life.bids[0]!.bidder.id)).to.equal(false);
    });

    it("reverts a third time", async () => {
      const life = await networkHelpers.loadFixture(amended);
      const { stage, id } = life;
      await stage.publication.connect(stage.buyer).amend(id, await laterTerms(life, 2n));
      await expect(stage.publication.connect(stage.buyer).amend(id, await laterTerms(life, 3n)))
        .to.be.revertedWithCustomError(stage.publication, "Amendment_TooMany")
        .withArgs(id, 3n);
    });

    for (const [what, call] of [
      ["process", { ocid: documentOf("another").digest }],
      ["line", { lineId: 2n }],
      ["token", { token: "0x00000000000000000000000000000000000000aa" }],
      ["buyer", { buyer: 3n }],
      ["budget", { budget: BUDGET - 1n }],
      ["bid bond", { bidBond: BID_BOND - 1n }],
    ] as [string, NonNullable<TermsChange["call"]>][]) {
      it(`reverts when it changes the ${what}`, async () => {
        const life = await networkHelpers.loadFixture(sealed);
        await expect(
          life.stage.publication.connect(life.stage.buyer).amend(life.id, await laterTerms(life, 1n, { call })),
        )
          .to.be.revertedWithCustomError(life.stage.publication, "Amendment_Changed")
          .withArgs(life.id);
      });
    }

    it("reverts when closing does not move later", async () => {
      const { stage, id, terms } = await networkHelpers.loadFixture(sealed);
      const { closesAt } = terms.timetable;
      await expect(stage.publication.connect(stage.buyer).amend(id, terms))
        .to.be.revertedWithCustomError(stage.publication, "Amendment_NotLater")
        .withArgs(id, closesAt, closesAt);
    });

    it("reverts when the new terms break the law, or outlive the first reservation", async () => {
      const life = await networkHelpers.loadFixture(sealed);
      const { stage, id } = life;
      const { until } = await stage.opening.getReservation(stage.book, id);
      const asBuyer = stage.publication.connect(stage.buyer);
      await expect(asBuyer.amend(id, await laterTerms(life, 1n, { panel: { quorum: 4n } })))
        .to.be.revertedWithCustomError(stage.publication, "Terms_Quorum")
        .withArgs(4n, 3n);
      await expect(asBuyer.amend(id, await laterTerms(life, 1n, { timetable: { validUntil: until + 1n } })))
        .to.be.revertedWithCustomError(stage.publication, "Terms_Validity")
        .withArgs(until + 1n, until - 293n * DAY);
    });

    it("is possible in the last second of closing and not in the next", async () => {
      const life = await networkHelpers.loadFixture(sealed);
      const { stage, id } = life;
      const closesAt = life.terms.timetable.closesAt as bigint;
      const later = changedTerms(life.terms, { timetable: timetableOf(closesAt) });
      await at(connection, closesAt + 1n);
      await expect(stage.publication.connect(stage.buyer).amend(id, later))
        .to.be.revertedWithCustomError(stage.publication, "Tender_OutsideWindow")
        .withArgs(id, 0n, closesAt);
    });

    it("reverts for everyone but the buyer, in a pause, and of a tender that nobody published", async () => {
      const life = await networkHelpers.loadFixture(sealed);
      const { stage, id } = life;
      const terms = await laterTerms(life, 1n);
      await expect(stage.publication.connect(stage.stranger).amend(id, terms))
        .to.be.revertedWithCustomError(stage.publication, "Tender_NotTheBuyer")
        .withArgs(id, stage.stranger.address, stage.buyer.address);
      await expect(stage.publication.connect(stage.buyer).amend(UNKNOWN, terms))
        .to.be.revertedWithCustomError(stage.publication, "Tender_Unknown")
        .withArgs(UNKNOWN);
      await stage.publication.connect(stage.guardian).pause(REASON.digest);
      await expect(stage.publication.connect(stage.buyer).amend(id, terms)).to.be.revertedWithCustomError(
        stage.publication,
        "Pause_On",
      );
    });
  });
});

describe("PublicationDesk.cancel", () => {
  describe("given bids are still taken", () => {
    it("ends the tender and frees budget and bonds, even in a pause and in the last second", async () => {
      const life = await networkHelpers.loadFixture(sealed);
      const { stage, id, bids, terms } = life;
      const closesAt = terms.timetable.closesAt as bigint;
      await time.increaseTo(closesAt - 10n);
      await stage.publication.connect(stage.guardian).pause(REASON.digest);
      await at(connection, closesAt);
      await expect(stage.publication.connect(stage.buyer).cancel(id, REASON.digest))
        .to.emit(stage.book, "TenderEnded")
        .withArgs(id, stage.publication.target, 3n, ZERO_HASH, REASON.digest);
      expect(await stage.book.statusOf(id)).to.equal(STATUS.cancelled);
      expect((await moneyOf(life)).committed).to.equal(0n);
      for (const { bidder } of bids) {
        await expect(stage.book.connect(stage.stranger).returnBond(id, bidder.id)).to.changeTokenBalance(
          ethers,
          stage.token,
          bidder.account,
          BID_BOND,
        );
      }
    });

    it("reverts without a reason, for a stranger, and twice", async () => {
      const { stage, id } = await networkHelpers.loadFixture(sealed);
      const asBuyer = stage.publication.connect(stage.buyer);
      await expect(asBuyer.cancel(id, ZERO_HASH))
        .to.be.revertedWithCustomError(stage.publication, "Tender_InvalidDocument")
        .withArgs(id);
      await expect(stage.publication.connect(stage.guardian).cancel(id, REASON.digest))
        .to.be.revertedWithCustomError(stage.publication, "Tender_NotTheBuyer")
        .withArgs(id, stage.guardian.address, stage.buyer.address);
      await asBuyer.cancel(id, REASON.digest);
      await expect(asBuyer.cancel(id, REASON.digest))
        .to.be.revertedWithCustomError(stage.publication, "Tender_Ended")
        .withArgs(id, 3n);
    });
  });

  describe("given closing has passed", () => {
    it("reverts in the first second after it", async () => {
      const { stage, id, terms } = await networkHelpers.loadFixture(sealed);
      const closesAt = terms.timetable.closesAt as bigint;
      await at(connection, closesAt + 1n);
      await expect(stage.publication.connect(stage.buyer).cancel(id, REASON.digest))
        .to.be.revertedWithCustomError(stage.publication, "Tender_OutsideWindow")
        .withArgs(id, 0n, closesAt);
    });
  });

  describe("given the tender was cancelled", () => {
    it("takes no bid any more", async () => {
      const { stage, id, bids } = await networkHelpers.loadFixture(sealed);
      await stage.publication.connect(stage.buyer).cancel(id, REASON.digest);
      await expect(fileBid(stage, id, bids[0]!.bidder, { price: 1n }))
        .to.be.revertedWithCustomError(stage.book, "Tender_Ended")
        .withArgs(id, 3n);
    });
  });
});
