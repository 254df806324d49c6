import { expect } from "chai";
import hre, { network } from "hardhat";

import { BIDS_A_PAGE } from "../../scripts/lib/tender/award/award-pages.ts";
import { AWARD, bidOf, FOUR_BIDS, openedDesk, OUTCOME, podiumOf, RULES, TENDER } from "../helpers/award-desk.ts";
import { at, latest, ZERO_HASH } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import { publishedRules } from "../twins/support/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const opened = () => openedDesk(connection);
const empty = () => openedDesk(connection, { bids: [] });
const NO_SCAN = [0n, 0n, 0n, 0n, false, 0n, 0n, 0n];

describe("AwardDesk.award", () => {
  describe("given the prices are open", () => {
    it("reverts for other rules than the published ones", async () => {
      const { desk, basis, order } = await networkHelpers.loadFixture(opened);
      const others = publishedRules({ ...RULES, priceWeight: 4_001n });
      await expect(desk.award(TENDER, others, basis, order, true, true)).to.be.revertedWithCustomError(
        desk,
        "Tender_TermsMismatch",
      );
    });

    it("reverts for a bidder out of order, even in another page", async () => {
      const { desk, rules, basis } = await networkHelpers.loadFixture(opened);
      for (const [page, wrong] of [
        [[2n, 1n], 1n],
        [[1n, 1n], 1n],
        [[1n, 4n, 3n], 3n],
      ] as const) {
        await expect(desk.award(TENDER, rules, basis, [...page], true, true))
          .to.be.revertedWithCustomError(desk, "Award_Order")
          .withArgs(TENDER, wrong);
      }
      await desk.award(TENDER, rules, basis, [1n, 2n, 3n], true, false);
      await expect(desk.award(TENDER, rules, basis, [3n, 4n], false, true))
        .to.be.revertedWithCustomError(desk, "Award_Order")
        .withArgs(TENDER, 3n);
    });

    it("reverts for a bid that did not qualify or does not exist", async () => {
      const { desk, rules, basis } = await networkHelpers.loadFixture(opened);
      await expect(desk.award(TENDER, rules, basis, [9n], true, true))
        .to.be.revertedWithCustomError(desk, "Award_NotQualified")
        .withArgs(TENDER, 9n);
    });

    it("reverts where a bid is missing", async () => {
      const { desk, rules, basis } = await networkHelpers.loadFixture(opened);
      await expect(desk.award(TENDER, rules, basis, [1n, 2n, 3n], true, true))
        .to.be.revertedWithCustomError(desk, "Award_Incomplete")
        .withArgs(TENDER, 3n, 4n);
    });

    it("reverts for a reference price above or below the lowest that is not abnormally low", async () => {
      const { desk, award, rules } = await networkHelpers.loadFixture(opened);
      for (const claim of [89n, 91n, 60n, 0n]) {
        await expect(award(claim)).to.be.revertedWithCustomError(desk, "Award_Reference").withArgs(TENDER, claim, 90n);
      }
      await expect(desk.award(TENDER, rules, 91n, [1n, 2n, 3n], true, false))
        .to.be.revertedWithCustomError(desk, "Award_Reference")
        .withArgs(TENDER, 91n, 90n);
    });

    it("awards, whoever calls", async () => {
      const { desk, rules, basis, order, stranger } = await networkHelpers.loadFixture(opened);
      await expect(desk.connect(stranger).award(TENDER, rules, basis, order, true, true))
        .to.emit(desk, "Awarded")
        .withArgs(TENDER, stranger, 2n, 0n, 90n, 70_000_000n, 1n, 4n, false);
      expect(await desk.getAward(TENDER)).to.deep.equal([2n, 1n, 4n, await latest(connection), false]);
      expect(await desk.statusOf(TENDER)).to.equal(AWARD.complaints);
    });

    it("holds every bond before the award and those of the best three after it", async () => {
      const { desk, award } = await networkHelpers.loadFixture(opened);
      expect(await desk.holdsBond(TENDER, 3n)).to.equal(true);
      await award();
      const held = await Promise.all([1n, 2n, 3n, 4n].map((bidder) => desk.holdsBond(TENDER, bidder)));
      expect(held).to.deep.equal([true, true, false, true]);
    });

    it("reverts once there is an award", async () => {
      const { desk, award } = await networkHelpers.loadFixture(opened);
      await award();
      await expect(award()).to.be.revertedWithCustomError(desk, "Award_Exists").withArgs(TENDER, 2n);
    });
  });

  describe("given pages", () => {
    it("awards the same whatever the pages are, and leaves nothing behind", async () => {
      const { desk, rules, basis, order, stranger } = await networkHelpers.loadFixture(opened);
      for (const cuts of [[1], [2], [3], [1, 2, 3], [0, 4]]) {
        const snapshot = await networkHelpers.takeSnapshot();
        const ends = [...cuts, order.length];
        for (const [index, end] of ends.entries()) {
          const page = order.slice(ends[index - 1] ?? 0, end);
          const last = index === ends.length - 1;
          await desk.connect(stranger).award(TENDER, rules, basis, page, index === 0, last);
        }
        expect(await podiumOf({ desk })).to.deep.equal([2n, 1n, 4n]);
        expect(await desk.getScan(TENDER, stranger, basis)).to.deep.equal(NO_SCAN);
        await snapshot.restore();
      }
    });

    it("says how far a scan has come", async () => {
      const { desk, rules, basis, stranger } = await networkHelpers.loadFixture(opened);
      await expect(desk.connect(stranger).award(TENDER, rules, basis, [1n, 2n, 3n], true, false))
        .to.emit(desk, "ScanAdvanced")
        .withArgs(TENDER, stranger, 0n, 90n, 3n);
      expect(await desk.getScan(TENDER, stranger, basis)).to.deep.equal([2n, 1n, 0n, 3n, false, 3n, 3n, 90n]);
    });

    it("lets a caller begin again", async () => {
      const { desk, rules, basis, order } = await networkHelpers.loadFixture(opened);
      await desk.award(TENDER, rules, basis, [1n, 2n, 3n], true, false);
      await desk.award(TENDER, rules, basis, order.slice(0, 1), true, false);
      await desk.award(TENDER, rules, basis, order.slice(1), false, true);
      expect((await desk.getAward(TENDER)).winner).to.equal(2n);
    });

    it("keeps each caller's scan from everyone else's pages", async () => {
      const { desk, rules, basis, order, stranger } = await networkHelpers.loadFixture(opened);
      await desk.award(TENDER, rules, basis, order.slice(0, 2), true, false);
      await desk.connect(stranger).award(TENDER, rules, basis, order.slice(3), true, false);
      await expect(desk.connect(stranger).award(TENDER, rules, basis, [], false, true))
        .to.be.revertedWithCustomError(desk, "Award_Incomplete")
        .withArgs(TENDER, 1n, 4n);
      await desk.award(TENDER, rules, basis, order.slice(2), false, true);
      expect((await desk.getAward(TENDER)).winner).to.equal(2n);
    });

    it("takes no page under another reference price than the scan began with", async () => {
      const { desk, rules, basis, order } = await networkHelpers.loadFixture(opened);
      await desk.award(TENDER, rules, 80n, order.slice(0, 2), true, false);
      await expect(desk.award(TENDER, rules, basis, order.slice(2), false, true))
        .to.be.revertedWithCustomError(desk, "Award_Incomplete")
        .withArgs(TENDER, 2n, 4n);
    });
  });

  describe("given the clock", () => {
    it("reverts in the last second of the price opening and after the validity of the bids", async () => {
      const { book, desk, award, openings, stages, rules } = await networkHelpers.loadFixture(opened);
      const pricesBy = (await latest(connection)) + 10n;
      await book.setTender(TENDER, { ...openings, pricesBy }, stages, rules, 0n);
      const refusal = [TENDER, pricesBy + 1n, stages.validUntil] as const;
      await at(connection, pricesBy);
      await expect(award())
        .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
        .withArgs(...refusal);
      await at(connection, stages.validUntil + 1n);
      await expect(award())
        .to.be.revertedWithCustomError(desk, "Tender_OutsideWindow")
        .withArgs(...refusal);
    });

    it("awards in the last second of the validity", async () => {
      const { desk, award, stages } = await networkHelpers.loadFixture(opened);
      await at(connection, stages.validUntil);
      await award();
      expect((await desk.getAward(TENDER)).awardedAt).to.equal(stages.validUntil);
    });
  });

  describe("given no bid is admissible", () => {
    it("ends the tender as unsuccessful where nothing qualified", async () => {
      const { book, desk, award } = await networkHelpers.loadFixture(empty);
      await expect(award(60n)).to.emit(book, "TenderEnded").withArgs(TENDER, OUTCOME.unsuccessful, ZERO_HASH);
      expect(await desk.statusOf(TENDER)).to.equal(AWARD.ended);
      await expect(award(60n)).to.be.revertedWithCustomError(desk, "Tender_Ended").withArgs(TENDER, 2n);
    });

    it("ends it where every price is inadmissible, sealed or removed", async () => {
      const bids = [bidOf(1n, 0n), bidOf(2n, 0n, { isOpened: false }), bidOf(3n, 90n, { isRemoved: true })];
      const { book, award } = await openedDesk(connection, { bids });
      await expect(award()).to.emit(book, "TenderEnded").withArgs(TENDER, OUTCOME.unsuccessful, ZERO_HASH);
    });
  });

  describe("given business groups", () => {
    it("counts only the lowest price of a group, for the reference too", async () => {
      const bids = [bidOf(1n, 100n), bidOf(2n, 50n, { group: 2n }), bidOf(3n, 70n, { group: 2n })];
      const { desk, award } = await openedDesk(connection, { bids });
      await expect(award(70n)).to.be.revertedWithCustomError(desk, "Award_Reference").withArgs(TENDER, 70n, 100n);
      await expect(award(100n)).to.emit(desk, "Awarded");
      expect(await podiumOf({ desk })).to.deep.equal([2n, 1n, 0n]);
      expect((await desk.getAward(TENDER)).abnormallyLow).to.equal(true);
    });

    it("excludes a group of which one price stays sealed", async () => {
      const bids = [...FOUR_BIDS, bidOf(5n, 0n, { group: 2n, isOpened: false })];
      const open = await openedDesk(connection, { bids });
      expect(open.basis).to.equal(100n);
      await open.award();
      expect(await podiumOf(open)).to.deep.equal([1n, 4n, 0n]);
    });
  });

  it("reverts for an unknown tender", async () => {
    const { desk, rules, basis, order } = await networkHelpers.loadFixture(opened);
    await expect(desk.award(ZERO_HASH, rules, basis, order, true, true)).to.be.revertedWithCustomError(
      desk,
      "Tender_TermsMismatch",
    );
    await expect(desk.lapseSignature(ZERO_HASH))
      .to.be.revertedWithCustomError(desk, "Tender_Unknown")
      .withArgs(ZERO_HASH);
  });

  // Instrumented code costs more than what is deployed.
  if (!hre.globalOptions.coverage) {
    describe("given many bids, each better than those before it", () => {
      const improving = (count: number) =>
        Array.from({ length: count }, (_, index) => bidOf(BigInt(index + 1), 1_000_000_000n - BigInt(index) * 7n));

      it("costs at most 15,000 gas a bid, of fifty in one page", async () => {
        const { award } = await openedDesk(connection, { bids: improving(50) });
        const { gasUsed } = (await (await award()).wait())!;
        expect(gasUsed / 50n).to.be.at.most(15_000n);
      });

      it("takes half the gas of a transaction for the largest page of the tools", async () => {
        const { desk, award } = await openedDesk(connection, { bids: improving(BIDS_A_PAGE) });
        const { gasUsed } = (await (await award()).wait())!;
        expect(gasUsed).to.be.at.most(16_777_216n / 2n);
        expect((await desk.getAward(TENDER)).winner).to.equal(BigInt(BIDS_A_PAGE));
      });
    });
  }
});
