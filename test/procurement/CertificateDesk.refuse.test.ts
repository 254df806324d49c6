import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { escrowStates, EVIDENCE, LONG_POINTER, NO_DOCUMENT, REASON } from "../helpers/escrow-states.ts";
import type { OpenedState } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { delivered, accepted, objected, objectedWhole } = escrowStates(connection, { certificates: 1n });
const WHOLE = 20_000_000n;
const CERTIFICATE = 1n; // Dispute.Topic.Certificate0

async function requested<T extends OpenedState>(reach: () => Promise<T>): Promise<T> {
  const state = await reach();
  await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
  return state;
}
/** 5,000,000 of an accepted milestone refused. */
async function refused() {
  const state = await requested(accepted);
  await state.desk.connect(state.certifier).refuse(state.deed, 0, 0, 5_000_000n, REASON);
  return state;
}
/** The milestone was objected to whole, and the parties settled its dispute while a certificate was still pending. */
async function settledWhilePending() {
  const state = await requested(objectedWhole);
  const { court, supplier, buyer, deed, id } = state;
  await court.connect(supplier).dispute(id, 0, REASON);
  await court.connect(buyer).offer(deed.terms, 0, 0, 15_000_000n);
  await court.connect(supplier).acceptOffer(deed.terms, 0, 0, 15_000_000n);
  return state;
}

describe("CertificateDesk.refuse", () => {
  describe("given a pending request", () => {
    describe("when a stranger refuses", () => {
      it("reverts", async () => {
        const { desk, stranger, deed, id } = await requested(accepted);
        await expect(desk.connect(stranger).refuse(deed, 0, 0, 1n, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_NotTheOffice")
          .withArgs(id, 0, stranger.address);
      });
    });
    describe("when the office's window ended a second ago", () => {
      it("reverts: silence has granted", async () => {
        const { desk, certifier, deed, id } = await requested(accepted);
        const { deadline } = await desk.getCertificate(id, 0, 0);
        await networkHelpers.time.setNextBlockTimestamp(deadline + 1n);
        await expect(desk.connect(certifier).refuse(deed, 0, 0, 1n, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_NotPending")
          .withArgs(id, 0, 0);
      });
    });
    for (const reason of [NO_DOCUMENT, LONG_POINTER]) {
      describe(`when the reason is no document (${reason === NO_DOCUMENT ? "digest" : "pointer"})`, () => {
        it("reverts", async () => {
          const { desk, certifier, deed, id } = await requested(accepted);
          await expect(desk.connect(certifier).refuse(deed, 0, 0, 1n, reason))
            .to.be.revertedWithCustomError(desk, "Escrow_InvalidDocument")
            .withArgs(id);
        });
      });
    }
    for (const amount of [0n, WHOLE + 1n]) {
      describe(`when the amount is ${amount.toString()}`, () => {
        it("reverts", async () => {
          const { desk, escrow, certifier, deed, id } = await requested(accepted);
          await expect(desk.connect(certifier).refuse(deed, 0, 0, amount, REASON))
            .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
            .withArgs(id, amount, WHOLE);
        });
      });
    }
    describe("when a part is objected to and the amount is above the rest", () => {
      it("reverts", async () => {
        const { desk, escrow, certifier, deed, id } = await requested(objected);
        await expect(desk.connect(certifier).refuse(deed, 0, 0, 12_000_001n, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, 12_000_001n, 12_000_000n);
      });
    });
    for (const early of [0n, 1n]) {
      describe(`when the office refuses a part ${early.toString()} seconds before the end`, () => {
        it("disputes that part", async () => {
          const { desk, escrow, court, reader, certifier, deed, id } = await requested(accepted);
          const { deadline } = await desk.getCertificate(id, 0, 0);
          await networkHelpers.time.setNextBlockTimestamp(deadline - early);
          const refusing = desk.connect(certifier).refuse(deed, 0, 0, 5_000_000n, REASON);
          await expect(refusing)
            .to.emit(desk, "CertificateRefused")
            .withArgs(id, certifier.address, 0, 0, 5_000_000n, [REASON.digest, ""]);
          await expect(refusing)
            .to.emit(escrow, "PartWithheld")
            .withArgs(id, await desk.getAddress(), 0, 5_000_000n);
          expect((await court.getCase(id, 0, CERTIFICATE)).amount).to.equal(5_000_000n);
          expect(await reader.payableOf(id, 0)).to.equal(15_000_000n);
        });
      });
    }
  });

  describe("given a part was refused", () => {
    describe("when a stranger settles", () => {
      it("pays the rest and settles with the dispute's default", async () => {
        const { escrow, court, reader, supplier, stranger, token, deed, id } = await refused();
        const settling = escrow.connect(stranger).settle(deed.terms, 0);
        await expect(settling).to.changeTokenBalance(ethers, token, supplier, 13_500_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(3n);
        await expect(escrow.connect(stranger).settle(deed.terms, 0))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
          .withArgs(id, 0);
        await networkHelpers.time.increase(66n * DAY);
        const resolving = court.connect(stranger).applyDefault(deed, 0, CERTIFICATE);
        await expect(resolving).to.changeTokenBalance(ethers, token, supplier, 2_250_000n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
      });
    });
    describe("when the office answers again", () => {
      it("reverts", async () => {
        const { desk, certifier, deed, id } = await refused();
        await expect(desk.connect(certifier).refuse(deed, 0, 0, 1n, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_NotPending")
          .withArgs(id, 0, 0);
      });
    });
  });

  describe("given the milestone is still under review", () => {
    describe("when a part is refused and the inspector objects", () => {
      it("lets the objection reach the rest only", async () => {
        const { desk, escrow, certifier, inspector, deed, id } = await requested(delivered);
        await desk.connect(certifier).refuse(deed, 0, 0, 5_000_000n, REASON);
        await expect(escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 15_000_001n, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, 15_000_001n, 15_000_000n);
      });
    });
    describe("when the whole is refused and the inspector accepts", () => {
      it("leaves everything to the dispute", async () => {
        const { desk, escrow, reader, certifier, inspector, deed, id } = await requested(delivered);
        await desk.connect(certifier).refuse(deed, 0, 0, WHOLE, REASON);
        await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest)).not.to.emit(
          escrow,
          "MilestonePaid",
        );
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(3n);
      });
    });
  });

  describe("given the milestone was settled by its dispute while the certificate was pending", () => {
    describe("when the office refuses it", () => {
      it("reverts: nothing of a settled milestone can be withheld", async () => {
        const { escrow, desk, certifier, deed, id } = await settledWhilePending();
        await expect(desk.connect(certifier).refuse(deed, 0, 0, 1n, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, 1n, 0n);
      });
    });
  });
});
