import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { ROTATION } from "../helpers/rotation.ts";
import type { Connection } from "../helpers/suite.ts";
import { CRITERION, criteriaOf, rated, seatsOf, tenderTerms, timetableOf } from "../helpers/tender-terms.ts";
import type { TenderTerms, TermsChange } from "../helpers/tender-terms.ts";
import {
  addBidder,
  fileBid,
  openPrice,
  openTechnical,
  publishTender,
  scanOf,
  tenderStage,
} from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const stageOf = () => tenderStage(connection);
const latest = async (): Promise<bigint> => BigInt(await time.latest());

/** No panel: price and a declared figure decide. */
const PRICED: TermsChange = {
  rules: {
    minTechnicalBps: 0n,
    criteria: criteriaOf(rated(CRITERION.price, 9_000n), rated(CRITERION.declared, 1_000n, 0n, 365n, 180n)),
  },
  panel: { quorum: 0n, evaluators: seatsOf(), substitutes: seatsOf() },
};

/** Services whose performance guarantee is left out, but for an abnormally low winner. */
const exempt = (contractTerms: TermsChange["contractTerms"]): TermsChange => ({
  ...PRICED,
  call: { category: 1n },
  contractTerms: { bondExemption: 1n, performanceBps: 0n, ...contractTerms },
});

/** The same terms with every time a week and a day later. */
function postponed(terms: TenderTerms, change: TermsChange["contractTerms"] = {}): TenderTerms {
  const { validUntil } = terms.timetable;
  const later = Object.entries(terms.timetable).map(([stage, second]) => [stage, (second as bigint) + 8n * DAY]);
  const timetable = { ...(Object.fromEntries(later) as TenderTerms["timetable"]), validUntil };
  return { ...terms, timetable, contractTerms: { ...terms.contractTerms, ...change } };
}

describe("A winner that others would keep from signing", () => {
  it("meets no raised guarantee that is less than the law's, which it could not post and would lose its bond for", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    await expect(publishTender(stage, exempt({ raisedBps: 100n })))
      .to.be.revertedWithCustomError(stage.publication, "Terms_Guarantee")
      .withArgs(100n, 500n);
  });

  it("meets no raised guarantee of services that ends with the contract", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    await expect(publishTender(stage, exempt({ raisedBps: 1_500n, bondTail: 0n }))).to.be.revertedWithCustomError(
      stage.opening,
      "Terms_Dates",
    );
  });

  it("meets no tender without terms", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    const call = { document: `0x${"00".repeat(32)}` };
    await expect(publishTender(stage, { ...PRICED, call })).to.be.revertedWithCustomError(
      stage.publication,
      "Tender_InvalidDocument",
    );
  });

  it("signs with the raised guarantee where the usual one is left out", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    const { id, terms } = await publishTender(stage, exempt({ raisedBps: 1_500n }));
    const bidder = await addBidder(stage, 1);
    const bid = await fileBid(stage, id, bidder, { price: 200_000_000n });
    await time.increaseTo(terms.timetable.technicalFrom);
    await openTechnical(stage, id, bidder, bid);
    await time.increaseTo((terms.timetable.technicalBy as bigint) + 1n);
    await stage.panel.tally(id, terms.panel, terms.rules, [bidder.id]);
    await time.increaseTo(terms.timetable.pricesFrom);
    await openPrice(stage, id, bidder, bid);
    await time.increaseTo((terms.timetable.pricesBy as bigint) + 1n);
    const { basis, bidders } = await scanOf(stage, id, terms, [{ bidder }]);
    await stage.awards.award(id, terms.rules, basis, bidders, true, true);
    await time.increaseTo((await stage.awards.signatureWindowOf(id)).from);
    const { call, contractTerms, schedule } = terms;
    await stage.awards.connect(bidder.account).sign(id, call, contractTerms, schedule);
    expect((await stage.book.getDesk(id)).outcome).to.equal(1n);
  });

  it("meets no office that is the account the buyer had at publication", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    const { registry, publication, opening, buyer, buyerId } = stage;
    const next = await stage.person("the buyer's next account");
    await registry.connect(buyer).proposeRotation(buyerId, next);
    await time.increase(ROTATION.delay);
    const { id, terms } = await publishTender(stage, PRICED);
    await registry.connect(next).acceptRotation(buyerId);
    for (const account of [buyer, next]) {
      await expect(publication.connect(next).amend(id, postponed(terms, { inspector: account.address })))
        .to.be.revertedWithCustomError(opening, "Terms_SameAccount")
        .withArgs(account.address);
    }
    await publication.connect(next).amend(id, postponed(terms));
    expect((await stage.book.getDesk(id)).version).to.equal(2n);
  });

  it("meets no amendment that is lawful only under a threshold later than its own", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    const { opening, thresholds, token, publication, buyer } = stage;
    const { id, terms } = await publishTender(stage, PRICED);
    await opening.connect(thresholds).setThreshold(token, 2_000_000_000n);
    await time.increase(5n * DAY + 1n);
    const unbonded = postponed(terms, { performanceBps: 0n, raisedBps: 0n });
    await expect(publication.connect(buyer).amend(id, unbonded)).to.be.revertedWithCustomError(
      opening,
      "Terms_PerformanceBond",
    );
    await publication.connect(buyer).amend(id, postponed(terms));
    expect((await stage.book.getDesk(id)).version).to.equal(2n);
  });

  it("keeps its whole window before the end of the validity, although the desk was paused during the complaints", async () => {
    const stage = await networkHelpers.loadFixture(stageOf);
    const { pricesBy } = timetableOf(await latest());
    const waits = 7n + 14n + 14n + 10n + 1n;
    const validUntil = (pricesBy as bigint) + waits * DAY;
    const terms = tenderTerms(stage, await latest(), PRICED);
    const timetable = { ...timetableOf(await latest()), validUntil };
    await expect(stage.publication.connect(stage.buyer).publish({ ...terms, timetable }))
      .to.be.revertedWithCustomError(stage.publication, "Terms_Stage")
      .withArgs(9n, validUntil, validUntil + 7n * DAY);
  });
});
