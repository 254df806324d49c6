import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  at,
  disputedContract,
  DISPUTE_STAGE,
  ENDING,
  EVIDENCE,
  LONG_POINTER,
  NO_DOCUMENT,
  objectedContract,
  REASON,
  TOPIC,
  ZERO_HASH,
} from "../helpers/court.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const objectedMilestone = () => objectedContract(connection);
const disputedMilestone = () => disputedContract(connection);
async function offeredMilestone() {
  const state = await disputedMilestone();
  await state.court.connect(state.buyer).offer(state.deed.terms, 0, TOPIC.delivery, 3_000_000n);
  await state.court.connect(state.supplier).offer(state.deed.terms, 0, TOPIC.delivery, 6_000_000n);
  return state;
}

describe("ContractCourt.open", () => {
  it("reverts for everyone but the escrow", async () => {
    const { court, escrow, buyer, id } = await networkHelpers.loadFixture(objectedMilestone);
    await expect(court.connect(buyer).open(id, 1, TOPIC.delivery, 1n))
      .to.be.revertedWithCustomError(court, "Module_OnlyEscrow")
      .withArgs(buyer, escrow);
  });
});

describe("ContractCourt.bind", () => {
  it("reverts once the escrow has bound it", async () => {
    const { court, escrow, stranger } = await networkHelpers.loadFixture(objectedMilestone);
    await expect(court.connect(stranger).bind())
      .to.be.revertedWithCustomError(court, "Module_AlreadyBound")
      .withArgs(court, escrow);
    expect(await court.escrow()).to.equal(await escrow.getAddress());
  });
});

describe("ContractCourt.dispute", () => {
  for (const [what, document] of [
    ["names no file", NO_DOCUMENT],
    ["has a pointer of more than 256 bytes", LONG_POINTER],
  ] as const) {
    it(`reverts where the reason ${what}`, async () => {
      const { court, supplier, id } = await networkHelpers.loadFixture(objectedMilestone);
      await expect(court.connect(supplier).dispute(id, 0, document))
        .to.be.revertedWithCustomError(court, "Escrow_InvalidDocument")
        .withArgs(id);
    });
  }

  it("reverts where nothing is objected to", async () => {
    const { court, escrow, supplier, id } = await networkHelpers.loadFixture(objectedMilestone);
    await expect(court.connect(supplier).dispute(id, 1, REASON))
      .to.be.revertedWithCustomError(escrow, "Escrow_NotObjected")
      .withArgs(id, 1);
  });

  it("reverts where it is already before the court", async () => {
    const { court, escrow, supplier, id } = await networkHelpers.loadFixture(disputedMilestone);
    await expect(court.connect(supplier).dispute(id, 0, REASON))
      .to.be.revertedWithCustomError(escrow, "Escrow_NotObjected")
      .withArgs(id, 0);
  });

  it("reverts for everyone but the supplier", async () => {
    const { court, buyer, id } = await networkHelpers.loadFixture(objectedMilestone);
    await expect(court.connect(buyer).dispute(id, 0, REASON))
      .to.be.revertedWithCustomError(court, "Escrow_NotTheSupplier")
      .withArgs(id, buyer);
  });

  for (const offset of [-1n, 0n]) {
    it(`opens a dispute ${offset === 0n ? "at" : "a second before"} the end of the 30 days`, async () => {
      const { court, supplier, id, objectedAt } = await networkHelpers.loadFixture(objectedMilestone);
      await at(connection, objectedAt + 30n * DAY + offset);
      await expect(court.connect(supplier).dispute(id, 0, REASON))
        .to.emit(court, "DisputeOpened")
        .withArgs(id, supplier, 0, TOPIC.delivery, 8_000_000n, Object.values(REASON));
      const dispute = await court.getCase(id, 0, TOPIC.delivery);
      expect([dispute.amount, dispute.openedAt]).to.deep.equal([8_000_000n, objectedAt + 30n * DAY + offset]);
    });
  }

  it("reverts a second after the 30 days", async () => {
    const { court, escrow, supplier, id, objectedAt } = await networkHelpers.loadFixture(objectedMilestone);
    const until = objectedAt + 30n * DAY;
    await at(connection, until + 1n);
    await expect(court.connect(supplier).dispute(id, 0, REASON))
      .to.be.revertedWithCustomError(escrow, "Escrow_WindowClosed")
      .withArgs(id, 0, until);
  });
});

describe("ContractCourt, disputes that a rule opens", () => {
  it("opens one for a second objection", async () => {
    const { court, escrow, inspector, supplier, deed, id } = await networkHelpers.loadFixture(objectedMilestone);
    await escrow.connect(supplier).deliver(id, 0, REASON);
    await expect(escrow.connect(inspector).object(deed.terms, 0, REASON.digest, 2_000_000n, REASON))
      .to.emit(court, "DisputeOpened")
      .withArgs(id, escrow, 0, TOPIC.delivery, 2_000_000n, [ZERO_HASH, ""]);
  });

  it("opens one for each refused certificate, beside the objection's", async () => {
    const fixture = await fundedLine(connection);
    const { court, desk, escrow, certifier, supplier, inspector } = fixture;
    const certifiers: [string, string, string] = [certifier.address, certifier.address, certifier.address];
    const { deed, id } = await openContract(fixture, { certificates: 7n, annex: { certifiers } });
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 5_000_000n, REASON);
    await court.connect(supplier).dispute(id, 0, REASON);
    for (const [kind, topic] of [TOPIC.certificate0, TOPIC.certificate1, TOPIC.certificate2].entries()) {
      await desk.connect(supplier).request(deed, 0, kind, REASON);
      await expect(desk.connect(certifier).refuse(deed, 0, kind, 1_000_000n, REASON))
        .to.emit(court, "DisputeOpened")
        .withArgs(id, escrow, 0, topic, 1_000_000n, anyValue);
    }
    expect((await court.getCase(id, 0, TOPIC.delivery)).amount).to.equal(5_000_000n);
  });
});

describe("ContractCourt.offer", () => {
  it("reverts where there is no dispute", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(objectedMilestone);
    await expect(court.connect(buyer).offer(deed.terms, 0, TOPIC.delivery, 1n))
      .to.be.revertedWithCustomError(court, "Dispute_WrongStage")
      .withArgs(id, 0, DISPUTE_STAGE.none);
  });

  it("reverts above what is disputed", async () => {
    const { court, buyer, deed, id } = await networkHelpers.loadFixture(disputedMilestone);
    await expect(court.connect(buyer).offer(deed.terms, 0, TOPIC.delivery, 8_000_001n))
      .to.be.revertedWithCustomError(court, "Dispute_AmountAbove")
      .withArgs(id, 8_000_001n, 8_000_000n);
  });

  it("reverts for a third party", async () => {
    const { court, arbiter, deed, id } = await networkHelpers.loadFixture(disputedMilestone);
    await expect(court.connect(arbiter).offer(deed.terms, 0, TOPIC.delivery, 1n))
      .to.be.revertedWithCustomError(court, "Dispute_NotAParty")
      .withArgs(id, arbiter);
  });

  it("keeps the last offer of each side", async () => {
    const { court, buyer, supplier, deed, id } = await networkHelpers.loadFixture(offeredMilestone);
    await expect(court.connect(buyer).offer(deed.terms, 0, TOPIC.delivery, 0n))
      .to.emit(court, "SettlementOffered")
      .withArgs(id, buyer, 0, TOPIC.delivery, 0n);
    await expect(court.connect(supplier).acceptOffer(deed.terms, 0, TOPIC.delivery, 3_000_000n))
      .to.be.revertedWithCustomError(court, "Dispute_NoSuchOffer")
      .withArgs(id, 3_000_000n);
    const dispute = await court.getCase(id, 0, TOPIC.delivery);
    expect([dispute.buyerOffered, dispute.buyerOffer, dispute.supplierOffer]).to.deep.equal([true, 0n, 6_000_000n]);
  });
});

describe("ContractCourt.acceptOffer", () => {
  it("reverts for a third party", async () => {
    const { court, stranger, deed, id } = await networkHelpers.loadFixture(offeredMilestone);
    await expect(court.connect(stranger).acceptOffer(deed.terms, 0, TOPIC.delivery, 3_000_000n))
      .to.be.revertedWithCustomError(court, "Dispute_NotAParty")
      .withArgs(id, stranger);
  });

  it("reverts for a side's own offer", async () => {
    const { court, supplier, buyer, deed, id } = await networkHelpers.loadFixture(offeredMilestone);
    for (const [party, own] of [
      [supplier, 6_000_000n],
      [buyer, 3_000_000n],
    ] as const) {
      await expect(court.connect(party).acceptOffer(deed.terms, 0, TOPIC.delivery, own))
        .to.be.revertedWithCustomError(court, "Dispute_NoSuchOffer")
        .withArgs(id, own);
    }
  });

  it("reverts where the other side has offered nothing, even for zero", async () => {
    const { court, supplier, buyer, deed, id } = await networkHelpers.loadFixture(disputedMilestone);
    for (const party of [supplier, buyer]) {
      await expect(court.connect(party).acceptOffer(deed.terms, 0, TOPIC.delivery, 0n))
        .to.be.revertedWithCustomError(court, "Dispute_NoSuchOffer")
        .withArgs(id, 0n);
    }
  });

  it("reverts for an offer of who has assigned the receivable since, until its holder makes it", async () => {
    const { court, escrow, supplier, buyer, factor, factorId, deed, id } =
      await networkHelpers.loadFixture(offeredMilestone);
    await escrow.connect(supplier).assign(id, 0, factorId);
    await expect(court.connect(buyer).acceptOffer(deed.terms, 0, TOPIC.delivery, 6_000_000n))
      .to.be.revertedWithCustomError(court, "Dispute_NoSuchOffer")
      .withArgs(id, 6_000_000n);
    await court.connect(factor).offer(deed.terms, 0, TOPIC.delivery, 6_000_000n);
    expect((await court.getCase(id, 0, TOPIC.delivery)).offeredBy).to.equal(factorId);
    await expect(court.connect(buyer).acceptOffer(deed.terms, 0, TOPIC.delivery, 6_000_000n)).to.emit(
      court,
      "DisputeResolved",
    );
  });

  it("lets the supplier take the buyer's offer", async () => {
    const { court, supplier, token, treasury, deed, id } = await networkHelpers.loadFixture(offeredMilestone);
    const [, before] = await treasury.getLine(1n);
    const acceptance = court.connect(supplier).acceptOffer(deed.terms, 0, TOPIC.delivery, 3_000_000n);
    await expect(acceptance)
      .to.emit(court, "DisputeResolved")
      .withArgs(id, supplier, 0, TOPIC.delivery, 3_000_000n, ENDING.settlement, ZERO_HASH);
    await expect(acceptance).to.changeTokenBalance(ethers, token, supplier, 2_700_000n);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(5_000_000n);
  });

  it("lets the buyer grant the supplier's offer, also while the arbiter may rule", async () => {
    const { court, buyer, supplier, token, openedAt, deed, id } = await networkHelpers.loadFixture(offeredMilestone);
    await at(connection, openedAt + 20n * DAY);
    await expect(court.connect(buyer).acceptOffer(deed.terms, 0, TOPIC.delivery, 6_000_000n)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      5_400_000n,
    );
    await expect(court.connect(buyer).acceptOffer(deed.terms, 0, TOPIC.delivery, 6_000_000n))
      .to.be.revertedWithCustomError(court, "Dispute_WrongStage")
      .withArgs(id, 0, DISPUTE_STAGE.resolved);
  });
});
