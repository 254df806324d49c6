import { expect } from "chai";
import { network } from "hardhat";

import {
  ACCEPTANCE,
  escrowStates,
  EVIDENCE,
  LONG_POINTER,
  NO_DOCUMENT,
  now,
  REASON,
  SECOND,
} from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { opened, delivered, accepted, objected, objectedWhole, redelivered, disputed } = escrowStates(connection);
const { delivered: certified } = escrowStates(connection, { certificates: 1n });
const WHOLE = 20_000_000n;
const PART = 8_000_000n;

describe("MilestoneEscrow.object", () => {
  describe("given the milestone is under review", () => {
    for (const caller of ["supplier", "buyer", "arbiter", "stranger"] as const) {
      describe(`when the ${caller} objects`, () => {
        it("reverts", async () => {
          const state = await delivered();
          await expect(state.escrow.connect(state[caller]).object(state.deed.terms, 0, EVIDENCE.digest, PART, REASON))
            .to.be.revertedWithCustomError(state.escrow, "Escrow_NotTheInspector")
            .withArgs(state.id, state[caller].address);
        });
      });
    }
    describe("when the acceptance window ended a second ago", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id, deliveredAt } = await delivered();
        await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE + 1n);
        await expect(escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, PART, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotUnderReview")
          .withArgs(id, 0);
      });
    });
    describe("when the evidence is another one", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id } = await delivered();
        await expect(escrow.connect(inspector).object(deed.terms, 0, SECOND.digest, PART, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_EvidenceMismatch")
          .withArgs(id, 0, SECOND.digest);
      });
    });
    for (const reason of [NO_DOCUMENT, LONG_POINTER]) {
      describe(`when the reason is no document (${reason === NO_DOCUMENT ? "digest" : "pointer"})`, () => {
        it("reverts", async () => {
          const { escrow, inspector, deed, id } = await delivered();
          await expect(escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, PART, reason))
            .to.be.revertedWithCustomError(escrow, "Escrow_InvalidDocument")
            .withArgs(id);
        });
      });
    }
    for (const amount of [0n, WHOLE + 1n]) {
      describe(`when the amount is ${amount.toString()}`, () => {
        it("reverts", async () => {
          const { escrow, inspector, deed, id } = await delivered();
          await expect(escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, amount, REASON))
            .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
            .withArgs(id, amount, WHOLE);
        });
      });
    }
    for (const early of [0n, 1n]) {
      describe(`when a part is objected to, ${early.toString()} seconds before the end`, () => {
        it("pays the rest at once", async () => {
          const { escrow, reader, inspector, supplier, token, deed, id, deliveredAt } = await delivered();
          await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE - early);
          const objecting = escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, PART, REASON);
          await expect(objecting)
            .to.emit(escrow, "MilestoneObjected")
            .withArgs(id, inspector.address, 0, WHOLE - PART, PART, [REASON.digest, ""]);
          await expect(objecting)
            .to.emit(escrow, "MilestonePaid")
            .withArgs(id, inspector.address, 0, 10_800_000n, 0n, 1_200_000n, 0n);
          await expect(objecting).to.changeTokenBalance(ethers, token, supplier, 10_800_000n);
          expect(await reader.milestoneStatusOf(id, 0)).to.equal(4n);
          const { exception } = await escrow.getMilestone(id, 0);
          expect(exception).to.deep.equal([WHOLE - PART, 0n, PART, await now(connection), 0n, 1n, false]);
        });
      });
    }
    describe("when the substitute objects to the whole", () => {
      it("pays nothing", async () => {
        const { escrow, reader, substitute, treasury, token, deed, id } = await delivered();
        const objecting = escrow.connect(substitute).object(deed.terms, 0, EVIDENCE.digest, WHOLE, REASON);
        await expect(objecting)
          .to.emit(escrow, "MilestoneObjected")
          .withArgs(id, substitute.address, 0, 0n, WHOLE, [REASON.digest, ""]);
        await expect(objecting).to.changeTokenBalance(ethers, token, treasury, 0n);
        expect(await reader.payableOf(id, 0)).to.equal(0n);
      });
    });
    describe("when one unit is objected to", () => {
      it("pays all but that unit", async () => {
        const { escrow, inspector, supplier, token, deed } = await delivered();
        const objecting = escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 1n, REASON);
        await expect(objecting).to.changeTokenBalance(ethers, token, supplier, WHOLE - 1n - 1_999_999n);
      });
    });
  });

  for (const [name, state] of Object.entries({ opened, accepted, objected, disputed })) {
    describe(`given nothing is under review (${name})`, () => {
      describe("when the inspector objects", () => {
        it("reverts", async () => {
          const { escrow, inspector, deed, id } = await state();
          await expect(escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 1n, REASON))
            .to.be.revertedWithCustomError(escrow, "Escrow_NotUnderReview")
            .withArgs(id, 0);
        });
      });
    });
  }

  describe("given the milestone requires a certificate that nobody requested", () => {
    describe("when the inspector objects to a part", () => {
      it("pays nothing yet", async () => {
        const { escrow, treasury, inspector, token, deed, id } = await certified();
        const objecting = escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, PART, REASON);
        await expect(objecting).to.changeTokenBalance(ethers, token, treasury, 0n);
        const { exception } = await escrow.getMilestone(id, 0);
        expect(exception.objected).to.equal(PART);
        expect(exception.settled).to.equal(0n);
      });
    });
  });

  describe("given the objected part was delivered again", () => {
    describe("when the second objection is above that part", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id } = await redelivered();
        await expect(escrow.connect(inspector).object(deed.terms, 0, SECOND.digest, PART + 1n, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, PART + 1n, PART);
      });
    });
    describe("when the inspector objects again", () => {
      it("pays the rest and goes straight to dispute", async () => {
        const { escrow, court, reader, inspector, supplier, token, deed, id } = await redelivered();
        const objecting = escrow.connect(inspector).object(deed.terms, 0, SECOND.digest, 3_000_000n, REASON);
        await expect(objecting)
          .to.emit(escrow, "MilestoneObjected")
          .withArgs(id, inspector.address, 0, 5_000_000n, 3_000_000n, [REASON.digest, ""]);
        await expect(objecting).to.emit(court, "DisputeOpened");
        await expect(objecting).to.changeTokenBalance(ethers, token, supplier, 4_500_000n);
        expect((await court.getCase(id, 0, 0)).amount).to.equal(3_000_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(5n);
      });
    });
  });

  describe("given the whole was objected to and delivered again", () => {
    describe("when the inspector objects to the whole again", () => {
      it("disputes the whole", async () => {
        const { escrow, court, inspector, supplier, deed, id } = await objectedWhole();
        await escrow.connect(supplier).deliver(id, 0, SECOND);
        await escrow.connect(inspector).object(deed.terms, 0, SECOND.digest, WHOLE, REASON);
        const { exception } = await escrow.getMilestone(id, 0);
        expect(exception).to.deep.equal([0n, 0n, WHOLE, await now(connection), 0n, 2n, true]);
        expect((await court.getCase(id, 0, 0)).amount).to.equal(WHOLE);
        await expect(court.connect(supplier).dispute(id, 0, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotObjected")
          .withArgs(id, 0);
      });
    });
  });
});
