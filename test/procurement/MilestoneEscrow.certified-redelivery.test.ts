import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { EVIDENCE, REASON, TOPIC } from "../helpers/court.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

/** 12 of 20 million accepted and waiting for a certificate, the other 8 objected to and delivered again. */
async function redeliveredPart() {
  const fixture = await fundedLine(connection);
  const contract = await openContract(fixture, { certificates: 1n });
  const { escrow, desk, supplier, inspector, certifier } = fixture;
  const { id, deed } = contract;
  await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
  await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 8_000_000n, REASON);
  await desk.connect(supplier).request(deed, 0, 0, REASON);
  await desk.connect(certifier).grant(deed, 0, 0, REASON.digest);
  await escrow.connect(supplier).deliver(id, 0, REASON);
  return { ...fixture, ...contract };
}

describe("MilestoneEscrow.settle", () => {
  describe("given an accepted part whose certificate arrived after the rest was delivered again", () => {
    it("pays the accepted part and leaves the rest under review", async () => {
      const { escrow, reader, supplier, stranger, token, deed, id } = await networkHelpers.loadFixture(redeliveredPart);
      await expect(escrow.connect(stranger).settle(deed.terms, 0)).to.changeTokenBalance(
        ethers,
        token,
        supplier,
        10_800_000n,
      );
      await expect(escrow.connect(stranger).settle(deed.terms, 0))
        .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
        .withArgs(id, 0);
      expect(await reader.milestoneStatusOf(id, 0)).to.equal(2n);
    });

    it("lets the inspector object a second time, which opens a dispute", async () => {
      const { escrow, court, inspector, stranger, deed, id } = await networkHelpers.loadFixture(redeliveredPart);
      await escrow.connect(stranger).settle(deed.terms, 0);
      await expect(escrow.connect(inspector).object(deed.terms, 0, REASON.digest, 5_000_000n, REASON))
        .to.emit(court, "DisputeOpened")
        .withArgs(id, escrow, 0, TOPIC.delivery, 5_000_000n, anyValue);
    });

    it("pays the rest once silence has accepted it", async () => {
      const { escrow, stranger, supplier, token, deed } = await networkHelpers.loadFixture(redeliveredPart);
      await escrow.connect(stranger).settle(deed.terms, 0);
      await networkHelpers.time.increase(9n * DAY);
      await expect(escrow.connect(stranger).settle(deed.terms, 0)).to.changeTokenBalance(
        ethers,
        token,
        supplier,
        7_200_000n,
      );
    });
  });
});
