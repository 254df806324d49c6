import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { COURSE_STAGE, EVIDENCE, REASON } from "../helpers/court.ts";
import { accredit, fundedLine, KIND, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** A final fine of 1 million on milestone 0, and milestones 1 and 2 deemed accepted and unpaid for more than 30 days. */
async function finalFineAndArrears() {
  const fixture = await fundedLine(connection);
  const contract = await openContract(fixture, { annex: { appealWindow: 30n * DAY } });
  const { escrow, court, supplier, inspector, buyer } = fixture;
  const { id, deed, schedule } = contract;
  await networkHelpers.time.increaseTo(BigInt(schedule[0]!.dueAt) + 5n * DAY);
  for (const index of [0, 1, 2]) await escrow.connect(supplier).deliver(id, index, EVIDENCE);
  await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
  await court.connect(inspector).noticeFine(deed, 0, REASON);
  await court.connect(supplier).defendFine(deed, 0, REASON);
  await court.connect(buyer).decideFine(deed, 0, 1_000_000n, REASON.digest);
  await networkHelpers.time.increase(31n * DAY);
  return { ...fixture, ...contract };
}

async function resistedFine() {
  const state = await finalFineAndArrears();
  await state.court.connect(state.supplier).resistFine(state.deed.terms, 0, state.deed.terms, 1);
  return state;
}

describe("ContractCourt.resistFine", () => {
  it("reverts where no fine is open", async () => {
    const { court, supplier, deed, id } = await networkHelpers.loadFixture(finalFineAndArrears);
    await expect(court.connect(supplier).resistFine(deed.terms, 2, deed.terms, 1))
      .to.be.revertedWithCustomError(court, "Fine_AlreadyClosed")
      .withArgs(id, 2);
  });

  it("reverts where the other contract has other parties", async () => {
    const fixture = await networkHelpers.loadFixture(finalFineAndArrears);
    const { court, supplier, deed, id, factorId } = fixture;
    const other = { ...deed.terms, supplier: factorId };
    await expect(court.connect(supplier).resistFine(deed.terms, 0, other, 1))
      .to.be.revertedWithCustomError(court, "Fine_OtherParties")
      .withArgs(id, (value: string) => value !== id);
  });

  it("reverts where the other contract has another buyer", async () => {
    const fixture = await networkHelpers.loadFixture(finalFineAndArrears);
    const { court, registry, accreditor, stranger, supplier, deed, id } = fixture;
    const buyer = await accredit(registry, accreditor, stranger, { kind: KIND.publicBody, number: 61_003_000n });
    await expect(court.connect(supplier).resistFine(deed.terms, 0, { ...deed.terms, buyer }, 1))
      .to.be.revertedWithCustomError(court, "Fine_OtherParties")
      .withArgs(id, (value: string) => value !== id);
  });

  it("reverts where the named milestone was paid", async () => {
    const { court, supplier, deed, id } = await networkHelpers.loadFixture(finalFineAndArrears);
    await expect(court.connect(supplier).resistFine(deed.terms, 0, deed.terms, 0))
      .to.be.revertedWithCustomError(court, "Fine_NoArrears")
      .withArgs(id, id, 0);
  });

  it("records the arrears that anyone names", async () => {
    const { court, stranger, deed, id } = await networkHelpers.loadFixture(finalFineAndArrears);
    await expect(court.connect(stranger).resistFine(deed.terms, 0, deed.terms, 1))
      .to.emit(court, "FineResisted")
      .withArgs(id, stranger, 0, id, 1);
  });

  describe("given a debt was named", () => {
    it("refuses to put another in its place while it is unpaid", async () => {
      const { court, buyer, deed, id } = await networkHelpers.loadFixture(resistedFine);
      await expect(court.connect(buyer).resistFine(deed.terms, 0, deed.terms, 2))
        .to.be.revertedWithCustomError(court, "Fine_BuyerInArrears")
        .withArgs(id, id, 1);
    });

    it("collects nothing while it is unpaid", async () => {
      const { court, buyer, deed, id } = await networkHelpers.loadFixture(resistedFine);
      await expect(court.connect(buyer).closeFine(deed, 0))
        .to.be.revertedWithCustomError(court, "Fine_BuyerInArrears")
        .withArgs(id, id, 1);
    });

    it("lets the next one be named once it is paid, and collects when both are", async () => {
      const { court, escrow, supplier, stranger, deed, id } = await networkHelpers.loadFixture(resistedFine);
      await escrow.connect(stranger).settle(deed.terms, 1);
      await court.connect(supplier).resistFine(deed.terms, 0, deed.terms, 2);
      await expect(court.connect(stranger).closeFine(deed, 0))
        .to.be.revertedWithCustomError(court, "Fine_BuyerInArrears")
        .withArgs(id, id, 2);
      await escrow.connect(stranger).settle(deed.terms, 2);
      await expect(court.connect(stranger).closeFine(deed, 0))
        .to.emit(court, "FineClosed")
        .withArgs(id, stranger, 0, 1_000_000n);
      await expect(court.connect(supplier).resistFine(deed.terms, 0, deed.terms, 2))
        .to.be.revertedWithCustomError(court, "Fine_AlreadyClosed")
        .withArgs(id, 0);
      await expect(court.connect(supplier).defendFine(deed, 0, REASON))
        .to.be.revertedWithCustomError(court, "Fine_WrongStage")
        .withArgs(id, 0, COURSE_STAGE.final);
    });
  });
});

describe("ContractCourt.isInArrears", () => {
  it("begins the second after 30 days from delivery, and ends with the payment", async () => {
    const { court, escrow, stranger, deed, id } = await networkHelpers.loadFixture(finalFineAndArrears);
    const [, delivery] = await escrow.getMilestone(id, 1);
    const due = delivery.time + 30n * DAY;
    expect(await court.isInArrears(id, 1)).to.equal(true);
    expect(await court.isInArrears(id, 0)).to.equal(false);
    await escrow.connect(stranger).settle(deed.terms, 1);
    expect(await court.isInArrears(id, 1)).to.equal(false);
    expect((await ethers.provider.getBlock("latest"))!.timestamp).to.be.greaterThan(Number(due));
  });
});
