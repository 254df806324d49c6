import { expect } from "chai";
import { network } from "hardhat";

import { contractId, DAY } from "../helpers/agreement.ts";
import { escrowStates, EVIDENCE, OBJECTION, REASON, WHOLE } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { opened, delivered, accepted, objected, objectedWhole, redelivered, disputed, completed } =
  escrowStates(connection);
const { opened: allAdvanced } = escrowStates(connection, {
  terms: { advance: 60_000_000n },
  annex: { advanceBond: 60_000_000n },
});

/** The whole price was advanced, and 8,000,000 of the first milestone were objected to. */
async function advanced() {
  const state = await allAdvanced();
  const { escrow, supplier, inspector, deed, id } = state;
  await escrow.connect(supplier).drawAdvance(deed);
  await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
  await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 8_000_000n, REASON);
  return state;
}

describe("MilestoneEscrow.uphold", () => {
  for (const [name, state] of Object.entries({ opened, delivered, accepted, redelivered, disputed })) {
    describe(`given no objection waits for an answer (${name})`, () => {
      describe("when a stranger upholds", () => {
        it("reverts", async () => {
          const { escrow, stranger, deed, id } = await state();
          await expect(escrow.connect(stranger).uphold(deed.terms, 0))
            .to.be.revertedWithCustomError(escrow, "Escrow_NotObjected")
            .withArgs(id, 0);
        });
      });
    });
  }

  describe("given a part of the milestone is objected to", () => {
    for (const early of [0n, 1n]) {
      describe(`when the objection window ends in ${early.toString()} seconds`, () => {
        it("reverts", async () => {
          const { escrow, stranger, deed, id, objectedAt } = await objected();
          await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION - early);
          await expect(escrow.connect(stranger).uphold(deed.terms, 0))
            .to.be.revertedWithCustomError(escrow, "Escrow_WindowOpen")
            .withArgs(id, 0, objectedAt + OBJECTION);
        });
      });
    }
    describe("when a pause has lengthened the window", () => {
      it("reverts until its end", async () => {
        const { escrow, opening, guardian, stranger, deed, id, objectedAt } = await objected();
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION - DAY);
        await opening.connect(guardian).pause(REASON.digest);
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION + 7n * DAY);
        await expect(escrow.connect(stranger).uphold(deed.terms, 0))
          .to.be.revertedWithCustomError(escrow, "Escrow_WindowOpen")
          .withArgs(id, 0, objectedAt + OBJECTION + 7n * DAY);
      });
    });
    describe("when the window ended a second ago", () => {
      it("releases the part to the line", async () => {
        const { escrow, treasury, reader, stranger, deed, id, lineId, objectedAt } = await objected();
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION + 1n);
        const upholding = escrow.connect(stranger).uphold(deed.terms, 0);
        await expect(upholding).to.emit(escrow, "ObjectionUpheld").withArgs(id, stranger.address, 0, 8_000_000n);
        await expect(upholding).to.emit(escrow, "PartReleased").withArgs(id, stranger.address, 0, 8_000_000n, 0n);
        await expect(upholding).to.emit(treasury, "Released").withArgs(lineId, id, 8_000_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
        expect((await escrow.getBalances(id)).ledger.unpaid).to.equal(40_000_000n);
      });
    });
  });

  describe("given the whole price was advanced", () => {
    describe("when the objection is upheld last", () => {
      it("takes the advance of that part from the bond", async () => {
        const { escrow, treasury, supplier, inspector, stranger, deed, id, lineId } = await advanced();
        for (const index of [1, 2]) {
          await escrow.connect(supplier).deliver(id, index, EVIDENCE);
          await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
        }
        await networkHelpers.time.increase(OBJECTION + 1n);
        const upholding = escrow.connect(stranger).uphold(deed.terms, 0);
        await expect(upholding).to.emit(escrow, "PartReleased").withArgs(id, stranger.address, 0, 0n, 8_000_000n);
        await expect(upholding)
          .to.emit(treasury, "DepositForfeited")
          .withArgs(await escrow.advanceBondKey(id), await escrow.getAddress(), lineId, 8_000_000n);
      });
    });
  });

  describe("given the whole milestone is objected to", () => {
    describe("when it is upheld after everything else was paid", () => {
      it("completes the contract", async () => {
        const { escrow, supplier, inspector, stranger, deed, id } = await objectedWhole();
        for (const index of [1, 2]) {
          await escrow.connect(supplier).deliver(id, index, EVIDENCE);
          await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
        }
        await networkHelpers.time.increase(OBJECTION + 1n);
        const upholding = escrow.connect(stranger).uphold(deed.terms, 0);
        await expect(upholding).to.emit(escrow, "PartReleased").withArgs(id, stranger.address, 0, 20_000_000n, 0n);
        await expect(upholding).to.emit(escrow, "ContractCompleted").withArgs(id, stranger.address);
      });
    });
  });
});

describe("MilestoneEscrow.expire", () => {
  describe("given there is no such contract", () => {
    describe("when a stranger expires it", () => {
      it("reverts", async () => {
        const { escrow, stranger, deed } = await opened();
        const terms = { ...deed.terms, price: 1n };
        await expect(escrow.connect(stranger).expire(terms))
          .to.be.revertedWithCustomError(escrow, "Escrow_UnknownContract")
          .withArgs(contractId(terms));
      });
    });
  });

  describe("given the contract is completed", () => {
    describe("when a stranger expires it", () => {
      it("reverts", async () => {
        const { escrow, stranger, deed, id } = await completed();
        await networkHelpers.time.increaseTo(BigInt(deed.annex.endsAt) + 1n);
        await expect(escrow.connect(stranger).expire(deed.terms))
          .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
          .withArgs(id);
      });
    });
  });

  describe("given one milestone of the contract is delivered", () => {
    for (const early of [0n, 1n]) {
      describe(`when its last second is ${early.toString()} seconds away`, () => {
        it("reverts", async () => {
          const { escrow, stranger, deed, id } = await delivered();
          await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) - early);
          await expect(escrow.connect(stranger).expire(deed.terms))
            .to.be.revertedWithCustomError(escrow, "Escrow_NotEnded")
            .withArgs(id, deed.annex.endsAt);
        });
      });
    }
    describe("when its last second has passed", () => {
      it("releases what was never delivered, once", async () => {
        const { escrow, treasury, reader, stranger, deed, id, lineId } = await delivered();
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + 1n);
        const expiring = escrow.connect(stranger).expire(deed.terms);
        await expect(expiring).to.emit(escrow, "ContractEnded").withArgs(id, stranger.address, 40_000_000n);
        await expect(expiring).to.emit(escrow, "PartReleased").withArgs(id, stranger.address, WHOLE, 40_000_000n, 0n);
        await expect(expiring).to.emit(treasury, "Released").withArgs(lineId, id, 40_000_000n);
        expect(await reader.statusOf(id)).to.equal(2n);
        expect(await reader.milestoneStatusOf(id, 1)).to.equal(6n);
        await expect(escrow.connect(stranger).expire(deed.terms))
          .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
          .withArgs(id);
      });
    });
  });

  describe("given nothing was delivered", () => {
    describe("when its last second has passed", () => {
      it("releases the whole price and completes the contract", async () => {
        const { escrow, treasury, reader, stranger, deed, id, lineId } = await opened();
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + 1n);
        await expect(escrow.connect(stranger).expire(deed.terms))
          .to.emit(escrow, "ContractCompleted")
          .withArgs(id, stranger.address);
        expect(await reader.statusOf(id)).to.equal(4n);
        expect((await treasury.getLine(lineId)).balance).to.deep.equal([10_000_000_000n, 0n]);
      });
    });
  });

  describe("given everything was delivered and one objection is open", () => {
    describe("when its last second has passed", () => {
      it("ends the contract and releases nothing", async () => {
        const { escrow, supplier, stranger, deed, id } = await objected();
        await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
        await escrow.connect(supplier).deliver(id, 2, EVIDENCE);
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + 1n);
        const expiring = escrow.connect(stranger).expire(deed.terms);
        await expect(expiring).to.emit(escrow, "ContractEnded").withArgs(id, stranger.address, 0n);
        await expect(expiring).not.to.emit(escrow, "PartReleased");
      });
    });
  });
});
