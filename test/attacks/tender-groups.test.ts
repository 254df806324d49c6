import { expect } from "chai";
import { network } from "hardhat";

import { jointBidData } from "../../scripts/lib/tender/joint-bid-data.ts";
import { placeOf, signTyped } from "../helpers/accreditation.ts";
import { documentOf } from "../helpers/agreement.ts";
import { accredit, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { addBidder, fileBid, openTechnical, publishTender, tenderStage } from "../helpers/tenders.ts";
import type { Bidder, TenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const COPIED = 1n;
const [COPIED_AND_ELIGIBLE, OPENED] = [3n, 7n];

/** A joint bid of the first firm with the second, and a third firm that bids alone. */
async function jointTender() {
  const stage = await tenderStage(connection);
  const { id, terms } = await publishTender(stage);
  const lead = await addBidder(stage, 1);
  const member = await addBidder(stage, 2);
  const rival = await addBidder(stage, 3);
  const deadline = terms.timetable.closesAt as bigint;
  const agreement = documentOf("agreement of joint liability").digest;
  const joint = { tender: id, lead: lead.id, members: [member.id], agreement, deadline };
  const place = await placeOf(stage.joints, member.account);
  const signature = await signTyped(member.account, jointBidData(place, joint));
  await stage.joints.connect(lead.account).formJoint(joint, [signature]);
  const bid = await fileBid(stage, id, lead, { price: 500_000_000n });
  await fileBid(stage, id, rival, { price: 500_000_000n });
  return { stage, id, terms, lead, member, rival, bid };
}

/** The registry enters a firm in the rival's business group. */
const regroup = ({ registry, accreditor }: TenderStage, { account }: Bidder, position: bigint) =>
  accredit(registry, accreditor, account, {
    kind: KIND.supplier,
    number: 77_000_000n + position,
    group: 77_000_003n,
  });

describe("Firms of one business group in a joint bid and beside it", () => {
  it("take part as before where nobody changed its group", async () => {
    const { stage, id, terms, lead } = await networkHelpers.loadFixture(jointTender);
    await time.increaseTo((terms.timetable.closesAt as bigint) + 1n);
    await stage.book.copyStanding(id, [lead.id]);
    expect((await stage.book.getBids(id, [lead.id]))[0]!.bid.flags).to.equal(COPIED_AND_ELIGIBLE);
  });

  for (const [who, position] of [
    ["lead", 1n],
    ["member", 2n],
  ] as const) {
    it(`do not stand in two groups where the ${who} entered the rival's after joining`, async () => {
      const tender = await networkHelpers.loadFixture(jointTender);
      const { stage, id, terms, lead, rival, bid } = tender;
      await regroup(stage, tender[who], position);
      await time.increaseTo(terms.timetable.technicalFrom);
      await openTechnical(stage, id, lead, bid);
      await stage.book.copyStanding(id, [rival.id]);
      const [joint, alone] = await stage.book.getBids(id, [lead.id, rival.id]);
      expect(joint!.bid.flags).to.equal(COPIED);
      expect(joint!.bid.flags).to.not.equal(OPENED);
      expect(alone!.bid.flags).to.equal(COPIED_AND_ELIGIBLE);
    });
  }
});
