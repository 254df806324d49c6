import { expect } from "chai";
import { network } from "hardhat";

import { contractId } from "../helpers/agreement.ts";
import { escrowStates, EVIDENCE, withAnnex } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const ADVANCE = 12_000_000n;
const { opened, accepted, completed, expired } = escrowStates(connection, {
  terms: { advance: ADVANCE },
  annex: { advanceBond: ADVANCE },
});

const { opened: withoutAdvance } = escrowStates(connection);
/** Below the threshold the law asks no bond for the advance. */
const { opened: withoutBond } = escrowStates(connection, { terms: { advance: ADVANCE } });
const { accepted: nearlyPaid } = escrowStates(connection, { amounts: [20_000_000n, 1n], terms: { advance: 2n } });
async function drawn() {
  const state = await opened();
  await state.escrow.connect(state.supplier).drawAdvance(state.deed);
  return state;
}

describe("MilestoneEscrow.drawAdvance", () => {
  describe("given there is no such contract", () => {
    describe("when the annex is not the one that the terms name", () => {
      it("reverts", async () => {
        const { escrow, supplier, deed } = await opened();
        const other = withAnnex(deed, { warranty: 1n });
        await expect(escrow.connect(supplier).drawAdvance({ terms: deed.terms, annex: other.annex }))
          .to.be.revertedWithCustomError(escrow, "Terms_AnnexMismatch")
          .withArgs(other.terms.annex, deed.terms.annex);
      });
    });
    describe("when the supplier draws under terms that nobody opened", () => {
      it("reverts", async () => {
        const { escrow, supplier, deed } = await opened();
        const other = withAnnex(deed, { advanceBond: 0n });
        await expect(escrow.connect(supplier).drawAdvance(other))
          .to.be.revertedWithCustomError(escrow, "Escrow_UnknownContract")
          .withArgs(contractId(other.terms));
      });
    });
  });

  describe("given the contract has ended or completed", () => {
    for (const [name, state] of Object.entries({ expired, completed })) {
      describe(`when it is ${name} and the supplier draws`, () => {
        it("reverts", async () => {
          const { escrow, supplier, deed, id } = await state();
          await expect(escrow.connect(supplier).drawAdvance(deed))
            .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
            .withArgs(id);
        });
      });
    }
  });

  describe("given the contract's last second", () => {
    describe("when it has passed and the supplier draws", () => {
      it("reverts", async () => {
        const { escrow, supplier, deed, id } = await opened();
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + 1n);
        await expect(escrow.connect(supplier).drawAdvance(deed))
          .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
          .withArgs(id);
      });
    });
    describe("when it runs and the supplier draws", () => {
      it("pays the advance", async () => {
        const { escrow, supplier, deed, id } = await opened();
        await networkHelpers.time.setNextBlockTimestamp(deed.annex.endsAt);
        await expect(escrow.connect(supplier).drawAdvance(deed))
          .to.emit(escrow, "AdvancePaid")
          .withArgs(id, supplier.address, ADVANCE, ADVANCE);
      });
    });
  });

  describe("given the contract runs", () => {
    describe("when a stranger draws", () => {
      it("reverts", async () => {
        const { escrow, stranger, deed, id } = await opened();
        await expect(escrow.connect(stranger).drawAdvance(deed))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotTheSupplier")
          .withArgs(id, stranger.address);
      });
    });
    for (const [name, state] of Object.entries({ withoutAdvance, drawn, nearlyPaid })) {
      describe(`when there is nothing to draw (${name})`, () => {
        it("reverts", async () => {
          const { escrow, supplier, deed, id } = await state();
          await expect(escrow.connect(supplier).drawAdvance(deed))
            .to.be.revertedWithCustomError(escrow, "Escrow_NoAdvance")
            .withArgs(id);
        });
      });
    }
    describe("when the supplier draws against the bond", () => {
      it("holds the bond and pays the advance", async () => {
        const { escrow, treasury, token, supplier, supplierId, deed, id, lineId } = await opened();
        const drawing = escrow.connect(supplier).drawAdvance(deed);
        await expect(drawing).to.emit(escrow, "AdvancePaid").withArgs(id, supplier.address, ADVANCE, ADVANCE);
        await expect(drawing).to.emit(treasury, "Paid").withArgs(lineId, id, supplierId, ADVANCE);
        await expect(drawing).to.changeTokenBalances(ethers, token, [supplier, treasury], [0n, 0n]);
        const bond = await treasury.getDeposit(escrow, await escrow.advanceBondKey(id));
        expect(bond.amount).to.equal(ADVANCE);
        const { ledger, dues } = await escrow.getBalances(id);
        expect(ledger.advanceDrawn).to.equal(true);
        expect(dues.advanceLeft).to.equal(ADVANCE);
      });
    });
    describe("when the contract is small and the terms ask no bond", () => {
      it("pays the advance", async () => {
        const { escrow, treasury, token, supplier, deed, id } = await withoutBond();
        const drawing = escrow.connect(supplier).drawAdvance(deed);
        await expect(drawing).to.emit(escrow, "AdvancePaid").withArgs(id, supplier.address, ADVANCE, 0n);
        await expect(drawing).to.changeTokenBalances(ethers, token, [supplier, treasury], [ADVANCE, -ADVANCE]);
      });
    });
    describe("when a milestone was paid before", () => {
      it("pays the whole advance, to be amortised by what remains", async () => {
        const { escrow, supplier, inspector, deed, id } = await accepted();
        await escrow.connect(supplier).drawAdvance(deed);
        await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
        // 12,000,000 were advanced, of which a third belongs to the 20,000,000 that remain
        await expect(escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest))
          .to.emit(escrow, "MilestonePaid")
          .withArgs(id, inspector.address, 1, 11_000_000n, 8_000_000n, 1_000_000n, 0n);
      });
    });
  });

  describe("given the advance was drawn", () => {
    describe("when the contract expires", () => {
      it("takes what was not earned from the bond, into the line", async () => {
        const { escrow, treasury, stranger, deed, id, lineId } = await drawn();
        await networkHelpers.time.increaseTo(BigInt(deed.annex.endsAt) + 1n);
        const expiring = escrow.connect(stranger).expire(deed.terms);
        await expect(expiring)
          .to.emit(escrow, "PartReleased")
          .withArgs(id, stranger.address, 2n ** 256n - 1n, 48_000_000n, ADVANCE);
        await expect(expiring)
          .to.emit(treasury, "DepositForfeited")
          .withArgs(await escrow.advanceBondKey(id), await escrow.getAddress(), lineId, ADVANCE);
        const { balance } = await treasury.getLine(lineId);
        expect(balance).to.deep.equal([10_000_000_000n, 0n]);
      });
    });
    describe("when the contract expires and there is no bond", () => {
      it("releases what had not been advanced", async () => {
        const { escrow, treasury, supplier, stranger, deed, lineId } = await withoutBond();
        await escrow.connect(supplier).drawAdvance(deed);
        await networkHelpers.time.increaseTo(BigInt(deed.annex.endsAt) + 1n);
        await escrow.connect(stranger).expire(deed.terms);
        const { balance } = await treasury.getLine(lineId);
        expect(balance).to.deep.equal([10_000_000_000n - ADVANCE, 0n]);
      });
    });
  });
});
