import { expect } from "chai";
import { network } from "hardhat";

import { escrowStates, EVIDENCE } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers } = connection;
const { opened, delivered, assigned, accepted, objected, fined } = escrowStates(connection);

describe("MilestoneEscrow.assign", () => {
  describe("given the milestone is not delivered", () => {
    describe("when a stranger assigns", () => {
      it("reverts", async () => {
        const { escrow, stranger, id, factorId } = await opened();
        await expect(escrow.connect(stranger).assign(id, 0, factorId))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotTheHolder")
          .withArgs(id, 0, stranger.address);
      });
    });
    describe("when the supplier assigns", () => {
      it("reverts", async () => {
        const { escrow, supplier, id, factorId } = await opened();
        await expect(escrow.connect(supplier).assign(id, 0, factorId))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
          .withArgs(id, 0);
      });
    });
  });

  describe("given there is no such contract", () => {
    describe("when an account that no entity has assigns", () => {
      it("reverts", async () => {
        const { escrow, stranger, factorId } = await opened();
        await expect(escrow.connect(stranger).assign(ethers.ZeroHash, 0, factorId))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotTheHolder")
          .withArgs(ethers.ZeroHash, 0, stranger.address);
      });
    });
  });

  describe("given the milestone is settled", () => {
    describe("when the supplier assigns", () => {
      it("reverts", async () => {
        const { escrow, supplier, id, factorId } = await accepted();
        await expect(escrow.connect(supplier).assign(id, 0, factorId))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
          .withArgs(id, 0);
      });
    });
  });

  describe("given the milestone is delivered", () => {
    describe("when the assignee is not in the registry", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await delivered();
        await expect(escrow.connect(supplier).assign(id, 0, 99n))
          .to.be.revertedWithCustomError(escrow, "Escrow_AssigneeUnknown")
          .withArgs(id, 99n);
      });
    });
    describe("when the supplier assigns", () => {
      it("makes the assignee the holder, who is paid in the supplier's place", async () => {
        const { escrow, supplier, factor, inspector, token, deed, id, factorId } = await delivered();
        await expect(escrow.connect(supplier).assign(id, 0, factorId))
          .to.emit(escrow, "ReceivableAssigned")
          .withArgs(id, supplier.address, 0, factorId);
        expect(await escrow.holderOf(id, 0)).to.equal(factorId);
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(accepting).to.changeTokenBalances(ethers, token, [supplier, factor], [0n, 18_000_000n]);
      });
    });
  });

  describe("given a part of the milestone is objected to", () => {
    describe("when the supplier assigns", () => {
      it("makes the assignee the holder of the whole receivable", async () => {
        const { escrow, supplier, id, factorId } = await objected();
        await escrow.connect(supplier).assign(id, 0, factorId);
        expect(await escrow.holderOf(id, 0)).to.equal(factorId);
      });
    });
  });

  describe("given the receivable was assigned", () => {
    describe("when the supplier assigns it once more", () => {
      it("reverts", async () => {
        const { escrow, supplier, id, buyerId } = await assigned();
        await expect(escrow.connect(supplier).assign(id, 0, buyerId))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotTheHolder")
          .withArgs(id, 0, supplier.address);
      });
    });
    describe("when the assignee passes it on", () => {
      it("makes the next one the holder, also the supplier", async () => {
        const { escrow, factor, id, supplierId } = await assigned();
        await escrow.connect(factor).assign(id, 0, supplierId);
        expect(await escrow.holderOf(id, 0)).to.equal(supplierId);
      });
    });
  });

  describe("given a final fine is still to be taken from payments", () => {
    describe("when the supplier holds the receivable", () => {
      it("takes the fine from it", async () => {
        const { escrow, inspector, supplier, token, deed } = await fined();
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(accepting).to.changeTokenBalance(ethers, token, supplier, 17_000_000n);
      });
    });
    describe("when an assignee holds the receivable", () => {
      it("leaves the fine to the next payment", async () => {
        const { escrow, inspector, supplier, factor, token, deed, id, factorId } = await fined();
        await escrow.connect(supplier).assign(id, 0, factorId);
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(accepting).to.changeTokenBalance(ethers, token, factor, 18_000_000n);
        await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
        const next = escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest);
        await expect(next).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
      });
    });
    describe("when the supplier assigned the receivable to itself", () => {
      it("takes the fine all the same", async () => {
        const { escrow, inspector, supplier, token, deed, id, supplierId } = await fined();
        await escrow.connect(supplier).assign(id, 0, supplierId);
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(accepting).to.changeTokenBalance(ethers, token, supplier, 17_000_000n);
      });
    });
  });
});
