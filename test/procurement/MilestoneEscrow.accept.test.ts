import { expect } from "chai";
import { network } from "hardhat";

import { contractId } from "../helpers/agreement.ts";
import { ACCEPTANCE, escrowStates, EVIDENCE, SECOND } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { opened, delivered, accepted, objected, redelivered, disputed, expired } = escrowStates(connection);
const { delivered: certified } = escrowStates(connection, { certificates: 1n });

describe("MilestoneEscrow.accept", () => {
  describe("given the milestone is under review", () => {
    for (const caller of ["supplier", "buyer", "arbiter", "stranger"] as const) {
      describe(`when the ${caller} accepts`, () => {
        it("reverts", async () => {
          const state = await delivered();
          await expect(state.escrow.connect(state[caller]).accept(state.deed.terms, 0, EVIDENCE.digest))
            .to.be.revertedWithCustomError(state.escrow, "Escrow_NotTheInspector")
            .withArgs(state.id, state[caller].address);
        });
      });
    }
    describe("when the terms are not those of the contract", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed } = await delivered();
        const terms = { ...deed.terms, supplier: 9n };
        await expect(escrow.connect(inspector).accept(terms, 0, EVIDENCE.digest))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotUnderReview")
          .withArgs(contractId(terms), 0);
      });
    });
    describe("when the evidence is another one", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id } = await delivered();
        await expect(escrow.connect(inspector).accept(deed.terms, 0, SECOND.digest))
          .to.be.revertedWithCustomError(escrow, "Escrow_EvidenceMismatch")
          .withArgs(id, 0, SECOND.digest);
      });
    });
    describe("when the acceptance window ended a second ago", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id, deliveredAt } = await delivered();
        await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE + 1n);
        await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotUnderReview")
          .withArgs(id, 0);
      });
    });
    for (const early of [0n, 1n]) {
      describe(`when the acceptance window ends in ${early.toString()} seconds`, () => {
        it("pays at once", async () => {
          const { escrow, reader, inspector, supplier, token, deed, id, deliveredAt } = await delivered();
          await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE - early);
          const accepting = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
          await expect(accepting)
            .to.emit(escrow, "MilestoneAccepted")
            .withArgs(id, inspector.address, 0, EVIDENCE.digest);
          await expect(accepting)
            .to.emit(escrow, "MilestonePaid")
            .withArgs(id, inspector.address, 0, 18_000_000n, 0n, 2_000_000n, 0n);
          await expect(accepting).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
          expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
        });
      });
    }
    describe("when the substitute accepts", () => {
      it("pays at once", async () => {
        const { escrow, substitute, supplier, token, deed } = await delivered();
        const accepting = escrow.connect(substitute).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(accepting).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
      });
    });
  });

  for (const [name, state] of Object.entries({ opened, accepted, objected, disputed })) {
    describe(`given nothing is under review (${name})`, () => {
      describe("when the inspector accepts", () => {
        it("reverts", async () => {
          const { escrow, inspector, deed, id } = await state();
          await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest))
            .to.be.revertedWithCustomError(escrow, "Escrow_NotUnderReview")
            .withArgs(id, 0);
        });
      });
    });
  }

  describe("given the objected part was delivered again", () => {
    describe("when the inspector accepts the first evidence", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id } = await redelivered();
        await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest))
          .to.be.revertedWithCustomError(escrow, "Escrow_EvidenceMismatch")
          .withArgs(id, 0, EVIDENCE.digest);
      });
    });
    describe("when the inspector accepts the second evidence", () => {
      it("pays the objected part", async () => {
        const { escrow, reader, inspector, supplier, token, deed, id } = await redelivered();
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, SECOND.digest);
        await expect(accepting).to.changeTokenBalance(ethers, token, supplier, 7_200_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
      });
    });
  });

  describe("given the milestone requires a certificate that nobody requested", () => {
    describe("when the inspector accepts", () => {
      it("pays nothing yet", async () => {
        const { escrow, reader, inspector, token, treasury, deed, id } = await certified();
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(accepting).to.emit(escrow, "MilestoneAccepted");
        await expect(accepting).to.changeTokenBalance(ethers, token, treasury, 0n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(3n);
        expect(await reader.payableOf(id, 0)).to.equal(0n);
      });
    });
  });

  describe("given the contract has expired", () => {
    describe("when silence has accepted the delivered milestone meanwhile", () => {
      it("reverts", async () => {
        const { escrow, inspector, deed, id } = await expired();
        await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotUnderReview")
          .withArgs(id, 0);
      });
    });
  });
});
