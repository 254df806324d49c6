import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  at,
  BOND,
  bondedContract,
  DISPUTE_STAGE,
  ENDING,
  NO_DOCUMENT,
  REASON,
  TOPIC,
  ZERO_HASH,
} from "../helpers/court.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const bonded = () => bondedContract(connection);

/** The contract has ended, so that only the claim keeps the bond. */
async function claimedAtExpiry() {
  const state = await bondedContract(connection);
  await at(connection, BigInt(state.deed.annex.endsAt) + 1n);
  await state.escrow.connect(state.stranger).expire(state.deed.terms);
  const bondUntil = BigInt(state.deed.annex.bondUntil);
  await at(connection, bondUntil);
  await state.court.connect(state.buyer).claimBond(state.deed, 2_000_000n, REASON);
  return { ...state, openedAt: bondUntil };
}

describe("ContractCourt.claimBond", () => {
  it("reverts for everyone but the buyer", async () => {
    const { court, inspector, deed, id } = await networkHelpers.loadFixture(bonded);
    await expect(court.connect(inspector).claimBond(deed, 1n, REASON))
      .to.be.revertedWithCustomError(court, "Dispute_NotAParty")
      .withArgs(id, inspector);
  });

  it("reverts a second after the bond has expired", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(bonded);
    const bondUntil = BigInt(deed.annex.bondUntil);
    await at(connection, bondUntil + 1n);
    await expect(court.connect(buyer).claimBond(deed, 1n, REASON))
      .to.be.revertedWithCustomError(court, "Dispute_BondExpired")
      .withArgs(id, bondUntil);
  });

  it("reverts where the terms have no bond", async () => {
    const fixture = await fundedLine(connection);
    const { deed, id } = await openContract(fixture);
    await expect(fixture.court.connect(fixture.buyer).claimBond(deed, 1n, REASON))
      .to.be.revertedWithCustomError(fixture.court, "Dispute_BondExpired")
      .withArgs(id, deed.annex.bondUntil);
  });

  for (const amount of [0n, BOND + 1n]) {
    it(`reverts for ${amount} of a bond of ${BOND}`, async () => {
      const { court, buyer, deed, id } = await networkHelpers.loadFixture(bonded);
      await expect(court.connect(buyer).claimBond(deed, amount, REASON))
        .to.be.revertedWithCustomError(court, "Dispute_AmountAbove")
        .withArgs(id, amount, BOND);
    });
  }

  it("reverts without a reason", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(bonded);
    await expect(court.connect(buyer).claimBond(deed, 1n, NO_DOCUMENT))
      .to.be.revertedWithCustomError(court, "Escrow_InvalidDocument")
      .withArgs(id);
  });

  it("reverts a second time, so that nobody can keep a bond by claiming again and again", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(bonded);
    await expect(court.connect(buyer).claimBond(deed, BOND, REASON))
      .to.emit(court, "DisputeOpened")
      .withArgs(id, buyer, 0, TOPIC.bond, BOND, Object.values(REASON));
    await expect(court.connect(buyer).claimBond(deed, 1n, REASON))
      .to.be.revertedWithCustomError(court, "Dispute_AlreadyOpen")
      .withArgs(id, 0);
  });
});

describe("ContractCourt, given a claim filed in the last second of the bond", () => {
  it("keeps the bond until the claim is resolved", async () => {
    const { court, closing, stranger, deed, id } = await networkHelpers.loadFixture(claimedAtExpiry);
    expect(await court.holdsBond(id)).to.equal(true);
    await networkHelpers.time.increase(DAY);
    await expect(closing.connect(stranger).returnPerformanceBond(deed))
      .to.be.revertedWithCustomError(closing, "Closing_BondHeld")
      .withArgs(id, deed.annex.bondUntil);
  });

  it("forfeits to the line what the arbiter denies the supplier, and returns the rest", async () => {
    const state = await networkHelpers.loadFixture(claimedAtExpiry);
    const { court, closing, escrow, arbiter, supplier, stranger, token, treasury, openedAt, deed, id } = state;
    const [, before] = await treasury.getLine(1n);
    await at(connection, openedAt + 5n * DAY + 1n);
    await expect(court.connect(arbiter).rule(deed, 0, TOPIC.bond, 500_000n, REASON.digest))
      .to.emit(escrow, "BondForfeited")
      .withArgs(id, court, 1_500_000n);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(1_500_000n);
    await expect(closing.connect(stranger).returnPerformanceBond(deed)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      BOND - 1_500_000n,
    );
    expect(await court.holdsBond(id)).to.equal(false);
  });

  it("gives the supplier all of it when nobody rules", async () => {
    const state = await networkHelpers.loadFixture(claimedAtExpiry);
    const { court, closing, escrow, supplier, stranger, token, openedAt, deed, id } = state;
    const until = openedAt + 65n * DAY;
    await at(connection, until);
    await expect(court.connect(stranger).applyDefault(deed, 0, TOPIC.bond))
      .to.be.revertedWithCustomError(court, "Dispute_WrongStage")
      .withArgs(id, 0, DISPUTE_STAGE.fallback);
    await at(connection, until + 1n);
    const byDefault = court.connect(stranger).applyDefault(deed, 0, TOPIC.bond);
    await expect(byDefault)
      .to.emit(court, "DisputeResolved")
      .withArgs(id, stranger, 0, TOPIC.bond, 2_000_000n, ENDING.byDefault, ZERO_HASH);
    await expect(byDefault).not.to.emit(escrow, "BondForfeited");
    await expect(closing.connect(stranger).returnPerformanceBond(deed)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      BOND,
    );
  });

  it("settles by agreement as any dispute", async () => {
    const { court, escrow, buyer, supplier, deed, id } = await networkHelpers.loadFixture(claimedAtExpiry);
    await court.connect(supplier).offer(deed.terms, 0, TOPIC.bond, 1_000_000n);
    await court.connect(buyer).acceptOffer(deed.terms, 0, TOPIC.bond, 1_000_000n);
    expect(await escrow.performanceBondOf(id)).to.equal(2_000_000n);
  });
});
