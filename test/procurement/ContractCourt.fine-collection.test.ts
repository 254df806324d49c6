import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { at, BOND, bondedContract, EVIDENCE, REASON } from "../helpers/court.ts";
import { AMOUNT, finalFine, noticedFine } from "../helpers/fines.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const covered = () => finalFine(connection);
const reduced = () => finalFine(connection, {}, 400_000n);
const noticed = () => noticedFine(connection);

/** A final fine of 5 million: retention has 600,000, the bond 3 million, so that 1.4 million wait for the next payments. */
const beyondBond = () =>
  finalFine(connection, { terms: { retentionCapBps: 100n }, annex: { fineBpsPerDay: 500n } }, 5_000_000n);

/** All three milestones delivered 64, 34 and 4 days late and not reviewed, at 10 % a day. */
async function veryLate() {
  const state = await bondedContract(connection, { annex: { fineBpsPerDay: 1_000n } });
  const { escrow, supplier, schedule, id } = state;
  await networkHelpers.time.increaseTo(BigInt(schedule[2]!.dueAt) + 4n * DAY);
  for (const index of [0, 1, 2]) await escrow.connect(supplier).deliver(id, index, EVIDENCE);
  return state;
}

describe("ContractCourt.closeFine, the order of collection", () => {
  it("reverts where there is no fine", async () => {
    const { court, stranger, deed, id } = await networkHelpers.loadFixture(covered);
    await expect(court.connect(stranger).closeFine(deed, 1))
      .to.be.revertedWithCustomError(court, "Fine_WrongStage")
      .withArgs(id, 1, 0n);
  });

  it("takes it first from what was set aside of the retention", async () => {
    const { court, escrow, treasury, stranger, deed, id } = await networkHelpers.loadFixture(covered);
    const [, before] = await treasury.getLine(1n);
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.emit(escrow, "FineCollected")
      .withArgs(id, court, AMOUNT, 0n, 0n);
    const [, after] = await treasury.getLine(1n);
    const [ledger, dues] = await escrow.getBalances(id);
    expect(after.available - before.available).to.equal(AMOUNT);
    expect([ledger.retained, dues.setAside]).to.deep.equal([1_000_000n, 0n]);
    expect(await escrow.performanceBondOf(id)).to.equal(BOND);
  });

  it("reverts when repeated", async () => {
    const { court, stranger, deed, id } = await networkHelpers.loadFixture(covered);
    await court.connect(stranger).closeFine(deed, 0);
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.be.revertedWithCustomError(court, "Fine_AlreadyClosed")
      .withArgs(id, 0);
  });

  it("returns what a decision has dropped to the retention", async () => {
    const { court, escrow, stranger, deed, id } = await networkHelpers.loadFixture(reduced);
    const closing = court.connect(stranger).closeFine(deed, 0);
    await expect(closing).to.emit(escrow, "SetAsideReturned").withArgs(id, court, 600_000n);
    await expect(closing).to.emit(escrow, "FineCollected").withArgs(id, court, 400_000n, 0n, 0n);
    const [ledger, dues] = await escrow.getBalances(id);
    expect([ledger.retained, dues.setAside]).to.deep.equal([1_600_000n, 0n]);
    expect(await court.finesImposedOf(id)).to.equal(400_000n);
  });

  it("takes the rest from the bond, and then from the next payments", async () => {
    const state = await networkHelpers.loadFixture(beyondBond);
    const { court, escrow, inspector, supplier, stranger, token, treasury, deed, id } = state;
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.emit(escrow, "FineCollected")
      .withArgs(id, court, 600_000n, BOND, 1_400_000n);
    expect(await escrow.performanceBondOf(id)).to.equal(0n);
    await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
    const [, before] = await treasury.getLine(1n);
    const payment = escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest);
    await expect(payment)
      .to.emit(escrow, "MilestonePaid")
      .withArgs(id, inspector, 1, 18_000_000n, 0n, 600_000n, 1_400_000n);
    await expect(payment).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(1_400_000n);
    const [ledger, dues] = await escrow.getBalances(id);
    expect([ledger.finesDue, dues.finesLeft]).to.deep.equal([false, 0n]);
  });

  it("takes it from retained money, where it grew after the notice, before the bond", async () => {
    const state = await networkHelpers.loadFixture(beyondBond);
    const { court, escrow, inspector, supplier, stranger, deed, id } = state;
    await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
    await escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest);
    await expect(court.connect(stranger).closeFine(deed, 0))
      .to.emit(escrow, "FineCollected")
      .withArgs(id, court, 1_200_000n, BOND, 800_000n);
  });

  it("takes what is left from the retention when that is released", async () => {
    const state = await networkHelpers.loadFixture(beyondBond);
    const { court, escrow, closing, inspector, supplier, stranger, factorId, treasury, token, deed, id } = state;
    await court.connect(stranger).closeFine(deed, 0);
    for (const index of [1, 2]) {
      await escrow.connect(supplier).deliver(id, index, EVIDENCE);
      await escrow.connect(supplier).assign(id, index, factorId);
      await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
    }
    await networkHelpers.time.increase(69n * DAY);
    const [, before] = await treasury.getLine(1n);
    const release = closing.connect(stranger).releaseRetention(deed);
    await expect(release).to.emit(escrow, "RetentionPaid").withArgs(id, closing, 0n, 600_000n);
    await expect(release).to.changeTokenBalance(ethers, token, supplier, 0n);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(600_000n);
  });
});

describe("ContractCourt, a fine that silence or dismissal ends", () => {
  const silences = [
    ["the buyer never decides", []],
    ["the buyer dismisses it", ["dismiss"]],
    ["the reviewer never answers the appeal", ["decide", "appeal"]],
    ["the reviewer dismisses it", ["decide", "appeal", "review"]],
  ] as const;
  for (const [what, steps] of silences) {
    it(`returns everything that was set aside where ${what}`, async () => {
      const state = await networkHelpers.loadFixture(noticed);
      const { court, escrow, supplier, buyer, reviewer, stranger, deed, id } = state;
      await court.connect(supplier).defendFine(deed, 0, REASON);
      for (const step of steps) {
        if (step === "dismiss") await court.connect(buyer).decideFine(deed, 0, 0n, REASON.digest);
        if (step === "decide") await court.connect(buyer).decideFine(deed, 0, AMOUNT, REASON.digest);
        if (step === "appeal") await court.connect(supplier).appealFine(deed, 0, REASON);
        if (step === "review") await court.connect(reviewer).reviewFine(deed, 0, 0n, REASON.digest);
      }
      await networkHelpers.time.increase(20n * DAY + 1n);
      const closing = court.connect(stranger).closeFine(deed, 0);
      await expect(closing).to.emit(court, "FineClosed").withArgs(id, stranger, 0, 0n);
      await expect(closing).to.emit(escrow, "SetAsideReturned").withArgs(id, court, AMOUNT);
      await expect(closing).not.to.emit(escrow, "FineCollected");
      expect(await court.finesImposedOf(id)).to.equal(0n);
      expect((await escrow.getBalances(id))[0].retained).to.equal(2_000_000n);
      expect(await court.holdsBond(id)).to.equal(false);
    });
  }

  it("is not noticed again for days that were judged", async () => {
    const { court, inspector, stranger, deed, id } = await networkHelpers.loadFixture(noticed);
    await networkHelpers.time.increase(30n * DAY + 1n);
    await court.connect(stranger).closeFine(deed, 0);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 0);
  });
});

describe("ContractCourt, the bound of 30 % of the price", () => {
  it("counts all fines of the contract together, pending ones too", async () => {
    const { court, inspector, deed, id } = await networkHelpers.loadFixture(veryLate);
    // 64, 34 and 4 days late at 2 million a day; 18 million are 30 % of 60 million.
    await expect(court.connect(inspector).noticeFine(deed, 2, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 2, 4n, 8_000_000n, 0n, Object.values(REASON));
    await expect(court.connect(inspector).noticeFine(deed, 1, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 1, 34n, 10_000_000n, 0n, Object.values(REASON));
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 0);
    expect(await court.finesImposedOf(id)).to.equal(18_000_000n);
  });

  it("leaves room again for what a decision dropped", async () => {
    const { court, inspector, buyer, deed, id } = await networkHelpers.loadFixture(veryLate);
    await court.connect(inspector).noticeFine(deed, 1, REASON);
    await networkHelpers.time.increase(11n * DAY);
    await court.connect(buyer).decideFine(deed, 1, 15_000_000n, REASON.digest);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 0, 64n, 3_000_000n, 0n, Object.values(REASON));
  });
});

describe("ContractCourt, a fine noticed before the bond expires", () => {
  it("keeps the bond until it is closed, and one noticed later does not", async () => {
    const state = await networkHelpers.loadFixture(veryLate);
    const { court, closing, escrow, inspector, stranger, deed, id } = state;
    const bondUntil = BigInt(deed.annex.bondUntil);
    await at(connection, BigInt(deed.annex.endsAt) + 1n);
    await escrow.connect(stranger).expire(deed.terms);
    await at(connection, bondUntil);
    await court.connect(inspector).noticeFine(deed, 2, REASON);
    await at(connection, bondUntil + 1n);
    await court.connect(inspector).noticeFine(deed, 1, REASON);
    expect([(await court.getFine(id, 2)).holdsBond, (await court.getFine(id, 1)).holdsBond]).to.deep.equal([
      true,
      false,
    ]);
    await expect(closing.connect(stranger).returnPerformanceBond(deed))
      .to.be.revertedWithCustomError(closing, "Closing_BondHeld")
      .withArgs(id, bondUntil);
    await networkHelpers.time.increase(30n * DAY + 1n);
    await court.connect(stranger).closeFine(deed, 2);
    await expect(closing.connect(stranger).returnPerformanceBond(deed)).to.changeTokenBalance(
      ethers,
      state.token,
      state.supplier,
      BOND,
    );
    expect(await escrow.performanceBondOf(id)).to.equal(0n);
  });
});
