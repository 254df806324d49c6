import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { escrowStates, LONG_POINTER, NO_DOCUMENT, REASON, withAnnex } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { opened, delivered, assigned, accepted } = escrowStates(connection, { certificates: 1n });
const { delivered: uncertified } = escrowStates(connection);
const WINDOW = 10n * DAY;
const PAYMENT_TERM = 30n * DAY;

async function requested() {
  const state = await accepted();
  await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
  return { ...state, deadline: BigInt(await networkHelpers.time.latest()) + WINDOW };
}

describe("CertificateDesk.request", () => {
  describe("given a milestone that requires the certificate of kind 0", () => {
    describe("when the annex is not that of the terms", () => {
      it("reverts", async () => {
        const { desk, supplier, deed } = await delivered();
        const other = withAnnex(deed, { certificateWindow: 1n });
        await expect(desk.connect(supplier).request({ terms: deed.terms, annex: other.annex }, 0, 0, REASON))
          .to.be.revertedWithCustomError(desk, "Terms_AnnexMismatch")
          .withArgs(other.terms.annex, deed.terms.annex);
      });
    });
    for (const kind of [1n, 2n, 3n, 256n]) {
      describe(`when kind ${kind.toString()} is requested`, () => {
        it("reverts", async () => {
          const { desk, supplier, deed, id } = await delivered();
          await expect(desk.connect(supplier).request(deed, 0, kind, REASON))
            .to.be.revertedWithCustomError(desk, "Certificate_NotRequired")
            .withArgs(id, 0, kind);
        });
      });
    }
    describe("when it is not delivered", () => {
      it("reverts", async () => {
        const { desk, supplier, deed, id } = await opened();
        await expect(desk.connect(supplier).request(deed, 0, 0, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_NotDelivered")
          .withArgs(id, 0);
      });
    });
    for (const early of [0n, 1n]) {
      describe(`when a stranger asks, ${early.toString()} seconds before the 30 days of payment end`, () => {
        it("reverts", async () => {
          const { desk, stranger, deed, id, deliveredAt } = await delivered();
          await networkHelpers.time.setNextBlockTimestamp(deliveredAt + PAYMENT_TERM - early);
          await expect(desk.connect(stranger).request(deed, 0, 0, REASON))
            .to.be.revertedWithCustomError(desk, "Certificate_NotTheRequester")
            .withArgs(id, stranger.address);
        });
      });
    }
    describe("when it was requested before", () => {
      it("reverts", async () => {
        const { desk, supplier, deed, id } = await requested();
        await expect(desk.connect(supplier).request(deed, 0, 0, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_AlreadyRequested")
          .withArgs(id, 0, 0);
      });
    });
    for (const support of [NO_DOCUMENT, LONG_POINTER]) {
      describe(`when the support is no document (${support === NO_DOCUMENT ? "digest" : "pointer"})`, () => {
        it("reverts", async () => {
          const { desk, supplier, deed, id } = await delivered();
          await expect(desk.connect(supplier).request(deed, 0, 0, support))
            .to.be.revertedWithCustomError(desk, "Escrow_InvalidDocument")
            .withArgs(id);
        });
      });
    }
    describe("when the supplier requests it", () => {
      it("starts the office's window", async () => {
        const { desk, supplier, deed, id } = await delivered();
        const requesting = desk.connect(supplier).request(deed, 0, 0, REASON);
        await requesting;
        const deadline = BigInt(await networkHelpers.time.latest()) + WINDOW;
        await expect(requesting)
          .to.emit(desk, "CertificateRequested")
          .withArgs(id, supplier.address, 0, 0, [REASON.digest, ""], deadline);
        expect(await desk.getCertificate(id, 0, 0)).to.deep.equal([deadline, false]);
      });
    });
    describe("when the assignee requests it", () => {
      it("starts the office's window", async () => {
        const { desk, factor, deed } = await assigned();
        await expect(desk.connect(factor).request(deed, 0, 0, REASON)).to.emit(desk, "CertificateRequested");
      });
    });
    describe("when the 30 days of payment ended a second ago", () => {
      it("lets anyone request it", async () => {
        const { desk, stranger, deed, deliveredAt } = await delivered();
        await networkHelpers.time.setNextBlockTimestamp(deliveredAt + PAYMENT_TERM + 1n);
        await expect(desk.connect(stranger).request(deed, 0, 0, REASON)).to.emit(desk, "CertificateRequested");
      });
    });
  });

  describe("given a milestone that requires none", () => {
    describe("when the supplier requests one", () => {
      it("reverts", async () => {
        const { desk, supplier, deed, id } = await uncertified();
        await expect(desk.connect(supplier).request(deed, 0, 0, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_NotRequired")
          .withArgs(id, 0, 0);
      });
    });
  });
});

describe("CertificateDesk.grant", () => {
  describe("given a pending request", () => {
    for (const caller of ["supplier", "inspector", "buyer", "stranger"] as const) {
      describe(`when the ${caller} grants`, () => {
        it("reverts", async () => {
          const state = await requested();
          await expect(state.desk.connect(state[caller]).grant(state.deed, 0, 0, REASON.digest))
            .to.be.revertedWithCustomError(state.desk, "Certificate_NotTheOffice")
            .withArgs(state.id, 0, state[caller].address);
        });
      });
    }
    for (const kind of [1n, 3n]) {
      describe(`when the office of another kind (${kind.toString()}) is asked for`, () => {
        it("reverts", async () => {
          const { desk, certifier, deed, id } = await requested();
          await expect(desk.connect(certifier).grant(deed, 0, kind, REASON.digest))
            .to.be.revertedWithCustomError(desk, "Certificate_NotTheOffice")
            .withArgs(id, kind, certifier.address);
        });
      });
    }
    describe("when the office's window ended a second ago", () => {
      it("reverts: silence has granted", async () => {
        const { desk, certifier, deed, id, deadline } = await requested();
        await networkHelpers.time.increaseTo(deadline + 1n);
        await expect(desk.connect(certifier).grant(deed, 0, 0, REASON.digest))
          .to.be.revertedWithCustomError(desk, "Certificate_NotPending")
          .withArgs(id, 0, 0);
        expect(await desk.isCleared(id, 0, 1)).to.equal(true);
      });
    });
    for (const early of [0n, 1n]) {
      describe(`when the office grants ${early.toString()} seconds before the end`, () => {
        it("clears the milestone, once", async () => {
          const { desk, reader, certifier, deed, id, deadline } = await requested();
          await networkHelpers.time.increaseTo(deadline - early - 1n);
          expect(await desk.isCleared(id, 0, 1)).to.equal(false);
          await networkHelpers.time.setNextBlockTimestamp(deadline - early);
          await expect(desk.connect(certifier).grant(deed, 0, 0, REASON.digest))
            .to.emit(desk, "CertificateGranted")
            .withArgs(id, certifier.address, 0, 0, REASON.digest);
          expect(await desk.isCleared(id, 0, 1)).to.equal(true);
          expect(await reader.payableOf(id, 0)).to.equal(20_000_000n);
          await expect(desk.connect(certifier).grant(deed, 0, 0, REASON.digest))
            .to.be.revertedWithCustomError(desk, "Certificate_NotPending")
            .withArgs(id, 0, 0);
        });
      });
    }
    describe("when another kind is required too", () => {
      it("does not clear the milestone", async () => {
        const { desk, certifier, deed, id } = await requested();
        await desk.connect(certifier).grant(deed, 0, 0, REASON.digest);
        expect(await desk.isCleared(id, 0, 3)).to.equal(false);
      });
    });
  });

  describe("given nothing was requested", () => {
    describe("when the office grants", () => {
      it("reverts", async () => {
        const { desk, certifier, deed, id } = await delivered();
        await expect(desk.connect(certifier).grant(deed, 0, 0, REASON.digest))
          .to.be.revertedWithCustomError(desk, "Certificate_NotPending")
          .withArgs(id, 0, 0);
        expect(await desk.isCleared(id, 0, 1)).to.equal(false);
      });
    });
  });
});
