import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { escrowStates, LONG_POINTER, NO_DOCUMENT, REASON, SECOND } from "../helpers/escrow-states.ts";
import type { OpenedState } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const [office] = await ethers.getSigners();
const { accepted, objected, redelivered } = escrowStates(connection, { certificates: 1n });
const { accepted: acceptedOfTwo } = escrowStates(connection, {
  certificates: 3n,
  annex: { certifiers: [office!.address, office!.address, ZeroAddress] },
});
const WHOLE = 20_000_000n;
const CERTIFICATE = 1n; // Dispute.Topic.Certificate0

async function requested<T extends OpenedState>(reach: () => Promise<T>): Promise<T> {
  const state = await reach();
  await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
  return state;
}
/** 5,000,000 of an accepted milestone refused, or another amount of what is accepted in another state. */
async function refused(reach: () => Promise<OpenedState> = accepted, amount = 5_000_000n) {
  const state = await requested(reach);
  await state.desk.connect(state.certifier).refuse(state.deed, 0, 0, amount, REASON);
  return state;
}
/** The second of two certificates was refused whole, and the parties settled its dispute while the first was still pending. */
async function settledWhilePending() {
  const state = await requested(acceptedOfTwo);
  const { desk, court, supplier, buyer, deed } = state;
  await desk.connect(supplier).request(deed, 0, 1, REASON);
  await desk.connect(office).refuse(deed, 0, 1, WHOLE, REASON);
  await court.connect(buyer).offer(deed.terms, 0, CERTIFICATE + 1n, 15_000_000n);
  await court.connect(supplier).acceptOffer(deed.terms, 0, CERTIFICATE + 1n, 15_000_000n);
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
    for (const [what, reach] of [
      ["is objected to", objected],
      ["was delivered again", redelivered],
    ] as const) {
      describe(`when a part ${what} and the amount is above the accepted rest`, () => {
        it("reverts", async () => {
          const { desk, escrow, certifier, deed, id } = await requested<OpenedState>(reach);
          await expect(desk.connect(certifier).refuse(deed, 0, 0, 12_000_001n, REASON))
            .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
            .withArgs(id, 12_000_001n, 12_000_000n);
        });
      });
    }
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

  describe("given the whole was refused", () => {
    describe("when a stranger settles", () => {
      it("reverts, and leaves everything to the dispute", async () => {
        const { escrow, court, reader, stranger, deed, id } = await refused(accepted, WHOLE);
        await expect(escrow.connect(stranger).settle(deed.terms, 0))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingPayable")
          .withArgs(id, 0);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(3n);
        expect((await court.getCase(id, 0, CERTIFICATE)).amount).to.equal(WHOLE);
      });
    });
  });

  describe("given an objected part is under review again", () => {
    describe("when a part of the rest is refused and the inspector objects", () => {
      it("lets the objection reach what was delivered again only", async () => {
        const { escrow, inspector, deed, id } = await refused(redelivered);
        await expect(escrow.connect(inspector).object(deed.terms, 0, SECOND.digest, 8_000_001n, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, 8_000_001n, 8_000_000n);
      });
    });
    describe("when the whole rest is refused and the inspector accepts", () => {
      it("pays what was delivered again and leaves the rest to the dispute", async () => {
        const { escrow, court, reader, inspector, supplier, token, deed, id } = await refused(redelivered, 12_000_000n);
        const accepting = escrow.connect(inspector).accept(deed.terms, 0, SECOND.digest);
        await expect(accepting).to.changeTokenBalance(ethers, token, supplier, 7_200_000n);
        expect(await reader.payableOf(id, 0)).to.equal(0n);
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(3n);
        expect((await court.getCase(id, 0, CERTIFICATE)).amount).to.equal(12_000_000n);
      });
    });
  });

  describe("given the milestone was settled by a dispute while another certificate was pending", () => {
    describe("when the office refuses it", () => {
      it("reverts: nothing of a settled milestone can be withheld", async () => {
        const { escrow, desk, reader, deed, id } = await settledWhilePending();
        expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
        await expect(desk.connect(office).refuse(deed, 0, 0, 1n, REASON))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, 1n, 0n);
      });
    });
  });
});
