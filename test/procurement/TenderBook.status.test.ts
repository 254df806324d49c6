import { expect } from "chai";
import { network } from "hardhat";

import type { Connection } from "../helpers/suite.ts";
import { addBidder, fileBid, publishTender, tenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

/** `Tender.Status` of a tender that has not ended, in order. */
const [BIDDING, CLOSED, TECHNICAL_OPENING, EVALUATION, PRICE_OPENING, AWARD] = [1n, 2n, 3n, 4n, 5n, 6n];

async function tenderWithABid() {
  const stage = await tenderStage(connection);
  const { id, terms } = await publishTender(stage);
  await fileBid(stage, id, await addBidder(stage, 1), { price: 500_000_000n });
  return { stage, id, timetable: terms.timetable };
}

describe("TenderBook.statusOf", () => {
  it("follows the published timetable to the second", async () => {
    const { stage, id, timetable } = await networkHelpers.loadFixture(tenderWithABid);
    const turns = [
      [timetable.closesAt, BIDDING, CLOSED],
      [BigInt(timetable.technicalFrom) - 1n, CLOSED, TECHNICAL_OPENING],
      [timetable.technicalBy, TECHNICAL_OPENING, EVALUATION],
      [BigInt(timetable.pricesFrom) - 1n, EVALUATION, PRICE_OPENING],
      [timetable.pricesBy, PRICE_OPENING, AWARD],
    ] as const;
    for (const [second, until, from] of turns) {
      await time.increaseTo(BigInt(second));
      expect(await stage.book.statusOf(id)).to.equal(until);
      await time.increase(1n);
      expect(await stage.book.statusOf(id)).to.equal(from);
    }
  });
});
