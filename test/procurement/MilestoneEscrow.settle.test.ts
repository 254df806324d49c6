import { expect } from "chai";
import { network } from "hardhat";

import { contractId, DAY } from "../helpers/agreement.ts";
import { ACCEPTANCE, escrowStates, EVIDENCE, REASON } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { opened, delivered, accepted, objected, redelivered, disputed, expired } = escrowStates(connection);
const {
  delivered: certified,
  accepted: awaiting,
  redelivered: awaitingAgain,
} = escrowStates(connection, { certificates: 1n });

describe("MilestoneEscrow.settle", () => {
  describe("given terms that nobody opened", () => {
    describe("when a stranger settles", () => {
      it("reverts", async () => {
        const { escrow, stranger, deed } = await delivered();
        const terms = { ...deed.terms, price: 1n };
        await expect(escrow.connect(stranger).settle(terms, 0))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
          .withArgs(contractId(terms), 0);
      });
    });
  });

  for (const [name, state] of Object.entries({ opened, accepted, objected, disputed })) {
    describe(`given nothing accepted is unpaid (${name})`, () => {
      for (const days of [1n, 300n]) {
        describe(`when a stranger settles ${days.toString()} days later`, () => {
          it("reverts", async () => {
            const { escrow, reader, stranger, deed, id } = await state();
            await networkHelpers.time.increase(days * DAY);
            await expect(escrow.connect(stranger).settle(deed.terms, 0))
              .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
              .withArgs(id, 0);
            expect(await reader.payableOf(id, 0)).to.equal(0n);
          });
        });
      }
    });
  }

  describe("given the inspector is silent", () => {
    for (const early of [0n, 1n]) {
      describe(`when the acceptance window ends in ${early.toString()} seconds`, () => {
        it("reverts", async () => {
          const { escrow, stranger, deed, id, deliveredAt } = await delivered();
          await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE - early);
          await expect(escrow.connect(stranger).settle(deed.terms, 0))
            .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
            .withArgs(id, 0);
        });
      });
    }
    for (const caller of ["stranger", "supplier", "buyer"] as const) {
      describe(`when the window ended a second ago and the ${caller} settles`, () => {
        it("pays the whole milestone", async () => {
          const { escrow, reader, supplier, token, deed, id, deliveredAt, ...actors } = await delivered();
          const sender = { ...actors, supplier }[caller];
          await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE + 1n);
          const settling = escrow.connect(sender).settle(deed.terms, 0);
          await expect(settling)
            .to.emit(escrow, "MilestonePaid")
            .withArgs(id, sender.address, 0, 18_000_000n, 0n, 2_000_000n, 0n);
          await expect(settling).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
          expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
        });
      });
    }
  });

  describe("given an objected part was delivered again", () => {
    for (const early of [0n, 1n]) {
      describe(`when its acceptance window ends in ${early.toString()} seconds`, () => {
        it("reverts", async () => {
          const { escrow, stranger, deed, id, redeliveredAt } = await redelivered();
          await networkHelpers.time.setNextBlockTimestamp(redeliveredAt + ACCEPTANCE - early);
          await expect(escrow.connect(stranger).settle(deed.terms, 0))
            .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
            .withArgs(id, 0);
        });
      });
    }
    describe("when its acceptance window ended a second ago", () => {
      it("pays the objected part", async () => {
        const { escrow, reader, supplier, stranger, token, deed, id, redeliveredAt } = await redelivered();
        await networkHelpers.time.setNextBlockTimestamp(redeliveredAt + ACCEPTANCE + 1n);
        const settling = escrow.connect(stranger).settle(deed.terms, 0);
        await expect(settling).to.changeTokenBalance(ethers, token, supplier, 7_200_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
      });
    });
  });

  describe("given a certificate is required", () => {
    describe("when silence has accepted and nobody requested it", () => {
      it("reverts", async () => {
        const { escrow, stranger, deed, id } = await certified();
        await networkHelpers.time.increase(9n * DAY);
        await expect(escrow.connect(stranger).settle(deed.terms, 0))
          .to.be.revertedWithCustomError(escrow, "Escrow_CertificatesMissing")
          .withArgs(id, 0);
      });
    });
    describe("when the inspector has accepted and the office has not answered", () => {
      it("reverts", async () => {
        const { escrow, desk, supplier, stranger, deed, id } = await awaiting();
        await desk.connect(supplier).request(deed, 0, 0, REASON);
        await expect(escrow.connect(stranger).settle(deed.terms, 0))
          .to.be.revertedWithCustomError(escrow, "Escrow_CertificatesMissing")
          .withArgs(id, 0);
      });
    });
    describe("when the office has granted it", () => {
      it("pays the whole milestone", async () => {
        const { escrow, desk, certifier, supplier, stranger, token, deed } = await awaiting();
        await desk.connect(supplier).request(deed, 0, 0, REASON);
        await desk.connect(certifier).grant(deed, 0, 0, EVIDENCE.digest);
        const settling = escrow.connect(stranger).settle(deed.terms, 0);
        await expect(settling).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
      });
    });
    describe("when it comes while a second delivery is under review", () => {
      it("pays the accepted part and keeps the review", async () => {
        const { escrow, desk, reader, certifier, supplier, stranger, token, deed, id } = await awaitingAgain();
        await desk.connect(supplier).request(deed, 0, 0, REASON);
        await desk.connect(certifier).grant(deed, 0, 0, EVIDENCE.digest);
        const settling = escrow.connect(stranger).settle(deed.terms, 0);
        await expect(settling).to.changeTokenBalance(ethers, token, supplier, 10_800_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(2n);
        expect((await escrow.getMilestone(id, 0)).exception.objected).to.equal(8_000_000n);
      });
    });
  });

  describe("given the contract has expired with a delivered milestone", () => {
    describe("when a stranger settles", () => {
      it("pays it all the same and completes the contract", async () => {
        const { escrow, reader, supplier, stranger, token, deed, id } = await expired();
        const settling = escrow.connect(stranger).settle(deed.terms, 0);
        await expect(settling).to.changeTokenBalance(ethers, token, supplier, 18_000_000n);
        await expect(settling).to.emit(escrow, "ContractCompleted").withArgs(id, stranger.address);
        expect(await reader.statusOf(id)).to.equal(3n);
      });
    });
  });
});
