import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  at,
  BOND,
  disputedContract,
  DISPUTE_STAGE,
  ENDING,
  EVIDENCE,
  REASON,
  TOPIC,
  ZERO_HASH,
} from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const SETTLEMENT_ENDS = 5n * DAY;
const ARBITER_ENDS = SETTLEMENT_ENDS + 30n * DAY;
const FALLBACK_ENDS = ARBITER_ENDS + 30n * DAY;

const disputedMilestone = () => disputedContract(connection);

/** Everything paid; 1 of 3 million of retention objected to at final acceptance. */
async function disputedRetention() {
  const state = await disputedContract(connection);
  const { escrow, court, closing, supplier, inspector, buyer, deed, id } = state;
  await court.connect(buyer).offer(deed.terms, 0, TOPIC.delivery, 8_000_000n);
  await court.connect(supplier).acceptOffer(deed.terms, 0, TOPIC.delivery, 8_000_000n);
  for (const index of [1, 2]) {
    await escrow.connect(supplier).deliver(id, index, EVIDENCE);
    await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
  }
  await networkHelpers.time.increase(61n * DAY);
  await closing.connect(inspector).reviewFinal(deed, 1_000_000n, REASON.digest);
  return { ...state, openedAt: (await court.getCase(id, 0, TOPIC.finalAcceptance)).openedAt };
}

describe("DisputeClock, at the exact seconds", () => {
  const rows = [
    [SETTLEMENT_ENDS - 1n, DISPUTE_STAGE.settlement],
    [SETTLEMENT_ENDS, DISPUTE_STAGE.settlement],
    [SETTLEMENT_ENDS + 1n, DISPUTE_STAGE.arbiter],
    [ARBITER_ENDS - 1n, DISPUTE_STAGE.arbiter],
    [ARBITER_ENDS, DISPUTE_STAGE.arbiter],
    [ARBITER_ENDS + 1n, DISPUTE_STAGE.fallback],
    [FALLBACK_ENDS - 1n, DISPUTE_STAGE.fallback],
    [FALLBACK_ENDS, DISPUTE_STAGE.fallback],
    [FALLBACK_ENDS + 1n, DISPUTE_STAGE.byDefault],
  ] as const;
  for (const [elapsed, stage] of rows) {
    it(`is in stage ${stage} after ${elapsed} seconds`, async () => {
      const state = await networkHelpers.loadFixture(disputedMilestone);
      const { court, arbiter, stranger, openedAt, deed, id } = state;
      await at(connection, openedAt + elapsed);
      const refused =
        stage === DISPUTE_STAGE.byDefault
          ? court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 0n, REASON.digest)
          : court.connect(stranger).applyDefault(deed, 0, TOPIC.delivery);
      await expect(refused).to.be.revertedWithCustomError(court, "Dispute_WrongStage").withArgs(id, 0, stage);
    });
  }
});

describe("ContractCourt.rule", () => {
  it("reverts before the settlement window has passed", async () => {
    const { court, arbiter, deed, id } = await networkHelpers.loadFixture(disputedMilestone);
    await expect(court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 0n, REASON.digest))
      .to.be.revertedWithCustomError(court, "Dispute_WrongStage")
      .withArgs(id, 0, DISPUTE_STAGE.settlement);
  });

  it("reverts under another annex than the contract's", async () => {
    const { court, arbiter, stranger, deed } = await networkHelpers.loadFixture(disputedMilestone);
    const swapped = { ...deed, annex: { ...deed.annex, arbiter: stranger.address } };
    await expect(court.connect(arbiter).rule(swapped, 0, TOPIC.delivery, 0n, REASON.digest))
      .to.be.revertedWithCustomError(court, "Terms_AnnexMismatch")
      .withArgs((hash: string) => hash !== deed.terms.annex, deed.terms.annex);
  });

  describe("given the settlement window has passed", () => {
    async function arbitration() {
      const state = await disputedMilestone();
      await networkHelpers.time.increaseTo(state.openedAt + SETTLEMENT_ENDS);
      return state;
    }

    it("reverts for the fallback arbiter and the parties", async () => {
      const { court, fallbackArbiter, buyer, supplier, deed, id } = await networkHelpers.loadFixture(arbitration);
      for (const caller of [fallbackArbiter, buyer, supplier]) {
        await expect(court.connect(caller).rule(deed, 0, TOPIC.delivery, 0n, REASON.digest))
          .to.be.revertedWithCustomError(court, "Dispute_NotTheArbiter")
          .withArgs(id, caller);
      }
    });

    it("reverts above what is disputed", async () => {
      const { court, arbiter, deed, id } = await networkHelpers.loadFixture(arbitration);
      await expect(court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 8_000_001n, REASON.digest))
        .to.be.revertedWithCustomError(court, "Dispute_AmountAbove")
        .withArgs(id, 8_000_001n, 8_000_000n);
    });

    it("reverts without a reason", async () => {
      const { court, arbiter, deed, id } = await networkHelpers.loadFixture(arbitration);
      await expect(court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 0n, ZERO_HASH))
        .to.be.revertedWithCustomError(court, "Escrow_InvalidDocument")
        .withArgs(id);
    });

    for (const toSupplier of [0n, 1n, 5_000_001n, 8_000_000n]) {
      it(`splits 8,000,000 into ${toSupplier} and the rest, which returns to the line`, async () => {
        const state = await networkHelpers.loadFixture(arbitration);
        const { court, arbiter, escrow, supplier, token, treasury, deed, id } = state;
        const [, before] = await treasury.getLine(1n);
        const [ledger] = await escrow.getBalances(id);
        const ruling = court.connect(arbiter).rule(deed, 0, TOPIC.delivery, toSupplier, REASON.digest);
        await expect(ruling)
          .to.emit(court, "DisputeResolved")
          .withArgs(id, arbiter, 0, TOPIC.delivery, toSupplier, ENDING.ruling, REASON.digest);
        const retained = toSupplier / 10n;
        await expect(ruling).to.changeTokenBalance(ethers, token, supplier, toSupplier - retained);
        const [, after] = await treasury.getLine(1n);
        const [ledgerAfter] = await escrow.getBalances(id);
        expect(after.available - before.available).to.equal(8_000_000n - toSupplier);
        expect(before.committed - after.committed).to.equal(8_000_000n - retained);
        expect(ledgerAfter.retained - ledger.retained).to.equal(retained);
        expect(ledger.unpaid - ledgerAfter.unpaid).to.equal(8_000_000n);
      });
    }

    it("reverts when repeated, by whomever", async () => {
      const { court, arbiter, fallbackArbiter, stranger, deed, id } = await networkHelpers.loadFixture(arbitration);
      await court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 1_000_000n, REASON.digest);
      await networkHelpers.time.increase(100n * DAY);
      for (const repeated of [
        () => court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 1_000_000n, REASON.digest),
        () => court.connect(fallbackArbiter).rule(deed, 0, TOPIC.delivery, 1_000_000n, REASON.digest),
        () => court.connect(stranger).applyDefault(deed, 0, TOPIC.delivery),
      ]) {
        await expect(repeated())
          .to.be.revertedWithCustomError(court, "Dispute_WrongStage")
          .withArgs(id, 0, DISPUTE_STAGE.resolved);
      }
    });
  });

  it("belongs to the fallback arbiter once the arbiter has been silent", async () => {
    const { court, fallbackArbiter, supplier, token, openedAt, deed } =
      await networkHelpers.loadFixture(disputedMilestone);
    await at(connection, openedAt + FALLBACK_ENDS);
    await expect(
      court.connect(fallbackArbiter).rule(deed, 0, TOPIC.delivery, 1_000_000n, REASON.digest),
    ).to.changeTokenBalance(ethers, token, supplier, 900_000n);
  });
});

describe("ContractCourt.applyDefault", () => {
  it("gives the supplier at least half, rounded up", async () => {
    const odd = () =>
      disputedContract(connection, { amounts: [20_000_001n, 20_000_000n], annex: { defaultBps: 5_001n } });
    const { court, stranger, openedAt, deed, id } = await odd();
    await at(connection, openedAt + FALLBACK_ENDS + 1n);
    await expect(court.connect(stranger).applyDefault(deed, 0, TOPIC.delivery))
      .to.emit(court, "DisputeResolved")
      .withArgs(id, stranger, 0, TOPIC.delivery, 4_000_800n, ENDING.byDefault, ZERO_HASH);
  });
});

describe("ContractCourt, a dispute on final acceptance", () => {
  it("sets the objected retention aside while the rest is paid", async () => {
    const { closing, escrow, stranger, supplier, token, deed, id } =
      await networkHelpers.loadFixture(disputedRetention);
    const [ledger, dues] = await escrow.getBalances(id);
    expect([ledger.retained, dues.setAside]).to.deep.equal([2_000_000n, 1_000_000n]);
    await expect(closing.connect(stranger).releaseRetention(deed)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      2_000_000n,
    );
  });

  for (const [toSupplier, released] of [
    [1_000_000n, 0n],
    [400_000n, 600_000n],
    [0n, 1_000_000n],
  ] as const) {
    it(`splits what was set aside into ${toSupplier} and ${released}`, async () => {
      const state = await networkHelpers.loadFixture(disputedRetention);
      const { court, arbiter, escrow, supplier, token, treasury, openedAt, deed, id } = state;
      const [, before] = await treasury.getLine(1n);
      await at(connection, openedAt + SETTLEMENT_ENDS + 1n);
      await expect(
        court.connect(arbiter).rule(deed, 0, TOPIC.finalAcceptance, toSupplier, REASON.digest),
      ).to.changeTokenBalance(ethers, token, supplier, toSupplier);
      const [, after] = await treasury.getLine(1n);
      expect(after.available - before.available).to.equal(released);
      expect((await escrow.getBalances(id))[1].setAside).to.equal(0n);
      expect(await escrow.performanceBondOf(id)).to.equal(BOND);
    });
  }
});
