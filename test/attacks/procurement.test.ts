import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import { MockClp__factory } from "../../typechain-types/index.js";
import { annexHash, DAY } from "../helpers/agreement.ts";
import { applyChange, orderOf } from "../helpers/changes.ts";
import { at, BOND, bondedContract, disputedContract, EVIDENCE, REASON, TOPIC } from "../helpers/court.ts";
import { finalFine } from "../helpers/fines.ts";
import { expectEnded, letTimePass } from "../helpers/liveness.ts";
import { APPROPRIATION, awardDraft, draftContract, fundedLine, openContract, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const running = () => bondedContract(connection);
const disputed = () => disputedContract(connection);

/** One contract fined beyond all that it has, and another one of the same line with a bond of its own. */
async function finedBesideAnother() {
  const options = { terms: { retentionCapBps: 0n }, annex: { fineBpsPerDay: 2_000n } };
  const fined = await finalFine(connection, options, 18_000_000n);
  const other = await openContract(fined, { annex: { performanceBond: BOND }, terms: { retentionBps: 999n } });
  return { ...fined, other };
}

/** Amounts that divide by nothing, with retention and an advance of the same kind. */
async function oddAmounts() {
  const amounts = [1n, 9_999_991n, 7n, 19_999_999n];
  const terms = { advance: 7_777_777n, retentionBps: 333n, retentionCapBps: 777n };
  const annex = { advanceBond: 7_777_777n, performanceBond: BOND, fineBpsPerDay: 33n };
  return bondedContract(connection, { amounts, terms, annex });
}

describe("The attacks that were seen working against public escrows", () => {
  it("2. the authority pauses everything and keeps the bonds", async () => {
    const state = await networkHelpers.loadFixture(running);
    const { opening, treasury, escrow, closing, guardian, inspector, supplier, stranger, token, deed, id } = state;
    await at(connection, BigInt(deed.annex.endsAt) - DAY);
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await opening.connect(guardian).pause(REASON.digest);
    await treasury.connect(guardian).pause(REASON.digest);
    await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      18_000_000n,
    );
    await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
    await at(connection, BigInt(deed.annex.bondUntil) - 1n);
    await opening.connect(guardian).pause(REASON.digest);
    await at(connection, BigInt(deed.annex.bondUntil) + 1n);
    await escrow.connect(stranger).expire(deed.terms);
    await expect(closing.connect(stranger).returnPerformanceBond(deed)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      BOND,
    );
  });

  it("3. the buyer drains or re-routes the escrow after the award", async () => {
    const state = await networkHelpers.loadFixture(running);
    const { escrow, opening, treasury, budgetOffice, buyer, token, stranger, deed, schedule, id, buyerId } = state;
    const asBuyer = escrow.connect(buyer);
    await expect(awardDraft(state, { deed, schedule, id }))
      .to.be.revertedWithCustomError(escrow, "Escrow_AlreadyOpen")
      .withArgs(id);
    for (const order of [
      () => asBuyer.reschedule(id, 0, { ...schedule[0]!, amount: 1n }),
      () => asBuyer.amend(deed.terms, 0n, 1n, deed.annex.endsAt, deed.annex.bondUntil, 0n),
      () => asBuyer.terminate(deed.terms, 0n),
      () => asBuyer.forfeitBond(deed.terms, BOND),
      () => asBuyer.collectFine(deed.terms, 1n, 0n, true),
      () => asBuyer.unreserve(1n, token, 60_000_000n, id),
      () => asBuyer.resolve(deed.terms, 0, 1n, 0n, false),
    ]) {
      await expect(order()).to.be.revertedWithCustomError(escrow, "Escrow_OnlyModule");
    }
    await expect(treasury.connect(buyer).release(1n, token, 1n, id))
      .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
      .withArgs(1n, 1n, 0n);
    await expect(treasury.connect(buyer).pay(1n, token, buyerId, 1n, id)).to.be.revertedWithCustomError(
      treasury,
      "Treasury_NotCommitted",
    );
    await expect(opening.connect(buyer).unreserve(60_000_000n, id)).to.be.revertedWithCustomError(
      opening,
      "Opening_NotReserved",
    );
    await treasury.connect(budgetOffice).closeLine(1n);
    await treasury.connect(stranger).sweepLine(1n);
    expect((await treasury.getLine(1n))[1].committed).to.equal(60_000_000n);
    await escrow.connect(state.supplier).deliver(id, 0, EVIDENCE);
    await expect(escrow.connect(state.inspector).accept(deed.terms, 0, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      state.supplier,
      18_000_000n,
    );
  });

  it("4. everybody is silent for ever", async () => {
    const state = await networkHelpers.loadFixture(disputed);
    await letTimePass(connection, state);
    await expectEnded(state, 16_000_000n);
  });

  it("5. one party's blocked account freezes the money of the others", async () => {
    const fixture = await networkHelpers.loadFixture(fundedLine);
    const { treasury, opening, escrow, budgetOffice, thresholds, supplier, factor, inspector, deployer } = fixture;
    const clp = await new MockClp__factory(deployer).deploy(0);
    await treasury.connect(budgetOffice).allowToken(clp, true);
    await opening.connect(thresholds).setThreshold(clp, THRESHOLD);
    await treasury.connect(budgetOffice).openLine(clp, escrow, fixture.buyerId, ethers.id("31"));
    await clp.mint(budgetOffice, APPROPRIATION);
    await clp.connect(budgetOffice).approve(treasury, APPROPRIATION);
    await treasury.connect(budgetOffice).fund(2n, APPROPRIATION);
    const { deed, id } = await openContract(fixture, { terms: { token: await clp.getAddress(), lineId: 2n } });
    for (const index of [0, 1]) await escrow.connect(supplier).deliver(id, index, EVIDENCE);
    await escrow.connect(supplier).assign(id, 1, fixture.factorId);
    await clp.setBlocked(supplier, true);
    await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
    await expect(escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      clp,
      factor,
      19_000_000n,
    );
    expect(await treasury.creditOf(fixture.supplierId, clp)).to.equal(18_000_000n);
  });

  it("6. penalties are paid from the bonds of others", async () => {
    const state = await networkHelpers.loadFixture(finedBesideAnother);
    const { court, escrow, treasury, token, stranger, deed, id, other } = state;
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.emit(escrow, "FineCollected")
      .withArgs(id, court, 0n, BOND, 15_000_000n);
    expect(await escrow.performanceBondOf(id)).to.equal(0n);
    expect(await escrow.performanceBondOf(other.id)).to.equal(BOND);
    const [ledger] = await escrow.getBalances(other.id);
    expect([ledger.unpaid, ledger.finesDue]).to.deep.equal([60_000_000n, false]);
    const [, balance] = await treasury.getLine(1n);
    expect(await token.balanceOf(treasury)).to.equal(balance.available + balance.committed + BOND);
  });

  it("7. amounts that divide by nothing lose a peso, or the last milestone underflows", async () => {
    const state = await networkHelpers.loadFixture(oddAmounts);
    const { escrow, court, supplier, inspector, buyer, schedule, deed, id } = state;
    await escrow.connect(supplier).drawAdvance(deed);
    await at(connection, BigInt(schedule[1]!.dueAt) + 3n * DAY);
    for (const index of schedule.keys()) await escrow.connect(supplier).deliver(id, index, EVIDENCE);
    await court.connect(inspector).noticeFine(deed, 1, REASON);
    await court.connect(supplier).defendFine(deed, 1, REASON);
    await court.connect(buyer).decideFine(deed, 1, 98_999n, REASON.digest);
    await escrow.connect(inspector).object(deed.terms, 3, EVIDENCE.digest, 3_333_333n, REASON);
    await court.connect(supplier).dispute(id, 3, REASON);
    for (const index of [0, 1, 2]) await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
    await letTimePass(connection, state);
    // of the disputed 3,333,333 half, rounded up for the supplier, is 1,666,667
    await expectEnded(state, 1n + 9_999_991n + 7n + 19_999_999n - 1_666_666n - 98_999n);
  });

  it("8. evidence is swapped while it is under review, or after", async () => {
    const state = await networkHelpers.loadFixture(running);
    const { escrow, supplier, inspector, deed, id } = state;
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await expect(escrow.connect(supplier).deliver(id, 0, REASON)).to.be.revertedWithCustomError(
      escrow,
      "Escrow_NotObjected",
    );
    await expect(escrow.connect(inspector).accept(deed.terms, 0, REASON.digest))
      .to.be.revertedWithCustomError(escrow, "Escrow_EvidenceMismatch")
      .withArgs(id, 0, REASON.digest);
    await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 5_000_000n, REASON);
    await escrow.connect(supplier).deliver(id, 0, REASON);
    await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest))
      .to.be.revertedWithCustomError(escrow, "Escrow_EvidenceMismatch")
      .withArgs(id, 0, EVIDENCE.digest);
    await escrow.connect(inspector).accept(deed.terms, 0, REASON.digest);
    await expect(escrow.connect(supplier).deliver(id, 0, EVIDENCE))
      .to.be.revertedWithCustomError(escrow, "Escrow_NotDeliverable")
      .withArgs(id, 0);
  });

  it("9. at a boundary both sides may act, or neither", async () => {
    const state = await networkHelpers.loadFixture(running);
    const { escrow, supplier, inspector, stranger, deed, id } = state;
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    const until = BigInt(await networkHelpers.time.latest()) + 8n * DAY;
    for (const [time, refused, allowed] of [
      [
        until,
        [() => escrow.connect(stranger).settle(deed.terms, 0), "Escrow_NothingPayable"],
        () => escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest),
      ],
      [
        until + 1n,
        [() => escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest), "Escrow_NotUnderReview"],
        () => escrow.connect(stranger).settle(deed.terms, 0),
      ],
    ] as const) {
      const [call, error] = refused;
      const snapshot = await networkHelpers.takeSnapshot();
      await at(connection, time);
      await expect(call()).to.be.revertedWithCustomError(escrow, error).withArgs(id, 0);
      await snapshot.restore();
      await at(connection, time);
      await expect(allowed()).to.emit(escrow, "MilestonePaid");
      await snapshot.restore();
    }
  });

  it("10. the judge is a party or is swapped, and consents and claims are used twice", async () => {
    const state = await networkHelpers.loadFixture(disputed);
    const { court, changes, opening, buyer, supplier, arbiter, stranger, openedAt, deed, id, schedule } = state;
    for (const judge of [buyer.address, supplier.address, ZeroAddress]) {
      const draft = await draftContract(state, { annex: { arbiter: judge } });
      await expect(awardDraft(state, draft))
        .to.be.revertedWithCustomError(opening, "Terms_SameAccount")
        .withArgs(judge);
    }
    const swapped = { ...deed, annex: { ...deed.annex, arbiter: stranger.address } };
    await at(connection, openedAt + 6n * DAY);
    await expect(court.connect(stranger).rule(swapped, 0, TOPIC.delivery, 0n, REASON.digest))
      .to.be.revertedWithCustomError(court, "Terms_AnnexMismatch")
      .withArgs(annexHash(swapped.annex), deed.terms.annex);
    await court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 8_000_000n, REASON.digest);
    await expect(court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 8_000_000n, REASON.digest))
      .to.be.revertedWithCustomError(court, "Dispute_WrongStage")
      .withArgs(id, 0, 5n);
    await court.connect(buyer).claimBond(deed, 1n, REASON);
    await expect(court.connect(buyer).claimBond(deed, 1n, REASON))
      .to.be.revertedWithCustomError(court, "Dispute_AlreadyOpen")
      .withArgs(id, 0);
    const order = await orderOf(connection, state, [[2n, { ...schedule[2]!, amount: 19_000_000n }]]);
    await applyChange(state, order);
    await expect(applyChange(state, order))
      .to.be.revertedWithCustomError(changes, "Change_TermsMismatch")
      .withArgs(id, order.termsHash, await changes.termsHashOf(id));
  });
});
