import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import type { Connection } from "../helpers/suite.ts";
import { tenderTerms, timetableOf } from "../helpers/tender-terms.ts";
import { publishTender, tenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

async function stageWithBeacon() {
  const stage = await tenderStage(connection);
  const [genesis, period] = [await stage.publication.BEACON_GENESIS(), await stage.publication.BEACON_PERIOD()];
  return { stage, roundFrom: (at: bigint): bigint => (at - genesis + period - 1n) / period + 1n };
}

/** A time-locked tender, and the same terms closing the given days later. */
async function lockedTender() {
  const { stage, roundFrom } = await stageWithBeacon();
  const now = BigInt(await networkHelpers.time.latest());
  const call = (days: bigint) => ({
    timeLocked: true,
    technicalRound: roundFrom(now + (12n + days) * DAY),
    priceRound: roundFrom(now + (22n + days) * DAY),
  });
  const { id } = await publishTender(stage, { call: call(0n) });
  const later = (days: bigint) => {
    const { enquiriesUntil, answersUntil } = timetableOf(now);
    const timetable = { ...timetableOf(now + days * DAY), enquiriesUntil, answersUntil };
    return tenderTerms(stage, now, { call: call(days), timetable });
  };
  /** A little later to close, and three days earlier to end the scoring. */
  const sooner = () =>
    tenderTerms(stage, now, {
      call: call(0n),
      timetable: {
        ...timetableOf(now),
        ...{ closesAt: now + 10n * DAY + 1n, scoresBy: now + 17n * DAY, substitutesBy: now + 18n * DAY },
      },
    });
  return { stage, id, now, later, sooner };
}

describe("PublicationDesk.amend", () => {
  describe("given a time lock", () => {
    describe("when the new closing comes after the round of prices sealed before", () => {
      it("reverts", async () => {
        const { stage, id, now, later } = await networkHelpers.loadFixture(lockedTender);
        const [closing, until] = [now + (10n + 11n + 1n) * DAY, now + 21n * DAY];
        await expect(stage.publication.connect(stage.buyer).amend(id, later(11n)))
          .to.be.revertedWithCustomError(stage.publication, "Amendment_Readable")
          .withArgs(id, closing, until);
      });
    });

    describe("when an amendment has brought the end of the scoring forward", () => {
      it("counts the earlier one", async () => {
        const { stage, id, now, later, sooner } = await networkHelpers.loadFixture(lockedTender);
        await stage.publication.connect(stage.buyer).amend(id, sooner());
        await expect(stage.publication.connect(stage.buyer).amend(id, later(8n)))
          .to.be.revertedWithCustomError(stage.publication, "Amendment_Readable")
          .withArgs(id, now + 19n * DAY, now + 18n * DAY);
      });
    });

    describe("when the new terms have none and close after that round", () => {
      it("reverts", async () => {
        const { stage, id, now } = await networkHelpers.loadFixture(lockedTender);
        const { enquiriesUntil, answersUntil } = timetableOf(now);
        const timetable = { ...timetableOf(now + 11n * DAY), enquiriesUntil, answersUntil };
        const open = tenderTerms(stage, now, { timetable });
        await expect(stage.publication.connect(stage.buyer).amend(id, open))
          .to.be.revertedWithCustomError(stage.publication, "Amendment_Readable")
          .withArgs(id, now + 22n * DAY, now + 21n * DAY);
      });
    });

    describe("when no sealed price can be read before the new closing", () => {
      it("enters the next version, and the first round still counts for the one after it", async () => {
        const { stage, id, now, later } = await networkHelpers.loadFixture(lockedTender);
        await stage.publication.connect(stage.buyer).amend(id, later(5n));
        expect((await stage.book.getDesk(id)).version).to.equal(2n);
        await expect(stage.publication.connect(stage.buyer).amend(id, later(12n)))
          .to.be.revertedWithCustomError(stage.publication, "Amendment_Readable")
          .withArgs(id, now + 23n * DAY, now + 21n * DAY);
      });
    });
  });
});
