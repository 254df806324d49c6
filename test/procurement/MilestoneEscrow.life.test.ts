import { expect } from "chai";
import { network } from "hardhat";

import { DAY, documentOf } from "../helpers/agreement.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function openedContract() {
  const fixture = await fundedLine(connection);
  const contract = await openContract(fixture);
  return { ...fixture, ...contract };
}

describe("MilestoneEscrow, the life of a contract", () => {
  it("pays an accepted milestone at once and a silent inspector's after eight days", async () => {
    const { escrow, supplier, inspector, stranger, token, deed, id } = await networkHelpers.loadFixture(openedContract);
    const evidence = documentOf("report");
    await escrow.connect(supplier).deliver(id, 0, evidence);
    await escrow.connect(supplier).deliver(id, 1, evidence);
    await expect(escrow.connect(inspector).accept(deed.terms, 0, evidence.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      18_000_000n,
    );
    await networkHelpers.time.increase(9n * DAY);
    await expect(escrow.connect(stranger).settle(deed.terms, 1)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      19_000_000n,
    );
  });

  it("never pays a settled milestone again", async () => {
    const { escrow, supplier, inspector, stranger, deed, id } = await networkHelpers.loadFixture(openedContract);
    const evidence = documentOf("report");
    await escrow.connect(supplier).deliver(id, 0, evidence);
    await escrow.connect(inspector).accept(deed.terms, 0, evidence.digest);
    await expect(escrow.connect(stranger).settle(deed.terms, 0))
      .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
      .withArgs(id, 0);
  });

  it("lets no stolen key assign a receivable while a change of account is pending", async () => {
    const { escrow, registry, accreditor, supplier, stranger, supplierId, factorId, id } =
      await networkHelpers.loadFixture(openedContract);
    await escrow.connect(supplier).deliver(id, 0, documentOf("report"));
    await registry.connect(accreditor).proposeRecovery(supplierId, stranger);
    await expect(escrow.connect(supplier).assign(id, 0, factorId))
      .to.be.revertedWithCustomError(escrow, "Escrow_NotTheHolder")
      .withArgs(id, 0, supplier);
  });
});
