import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  ACCEPTANCE,
  escrowStates,
  EVIDENCE,
  LONG_POINTER,
  NO_DOCUMENT,
  REASON,
  SECOND,
  withAnnex,
} from "../helpers/escrow-states.ts";
import type { Connection, Signer } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { opened, delivered, assigned, accepted, objected, objectedWhole } = escrowStates(connection, {
  certificates: 1n,
});
const { accepted: uncertified } = escrowStates(connection);
const WINDOW = 10n * DAY;
const PAYMENT_TERM = 30n * DAY;

async function requested() {
  const state = await accepted();
  await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
  return state;
}
/** Assigned to the factoring house and accepted. */
async function acceptedForFactor() {
  const state = await assigned();
  await state.escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest);
  return state;
}
/** Requested by a stranger, with a support of its own, a second after the 30 days of payment. */
async function requestedByStranger() {
  const state = await acceptedForFactor();
  const { desk, stranger, deed, deliveredAt } = state;
  await networkHelpers.time.setNextBlockTimestamp(deliveredAt + PAYMENT_TERM + 1n);
  await desk.connect(stranger).request(deed, 0, 0, SECOND);
  return { ...state, deadline: deliveredAt + PAYMENT_TERM + 1n + WINDOW };
}
/** The caller cannot request it again. */
async function expectRequested({ desk, deed, id }: Awaited<ReturnType<typeof opened>>, caller: Signer) {
  await expect(desk.connect(caller).request(deed, 0, 0, REASON))
    .to.be.revertedWithCustomError(desk, "Certificate_AlreadyRequested")
    .withArgs(id, 0, 0);
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
    for (const [what, reach] of [
      ["is not delivered", opened],
      ["is delivered and under review", delivered],
      ["is objected to whole", objectedWhole],
    ] as const) {
      describe(`when it ${what}`, () => {
        it("reverts: nothing of it is accepted", async () => {
          const { desk, supplier, deed, id } = await reach();
          await expect(desk.connect(supplier).request(deed, 0, 0, REASON))
            .to.be.revertedWithCustomError(desk, "Certificate_NotAccepted")
            .withArgs(id, 0);
        });
      });
    }
    for (const early of [0n, 1n]) {
      describe(`when nobody reviewed it, ${early.toString()} seconds before silence accepts`, () => {
        it("reverts", async () => {
          const { desk, supplier, deed, id, deliveredAt } = await delivered();
          await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE - early);
          await expect(desk.connect(supplier).request(deed, 0, 0, REASON))
            .to.be.revertedWithCustomError(desk, "Certificate_NotAccepted")
            .withArgs(id, 0);
        });
      });
    }
    describe("when everything accepted of it is settled", () => {
      it("reverts", async () => {
        const { desk, escrow, certifier, supplier, deed, id } = await requested();
        await desk.connect(certifier).grant(deed, 0, 0, REASON.digest);
        await escrow.settle(deed.terms, 0);
        await expect(desk.connect(supplier).request(deed, 0, 0, REASON))
          .to.be.revertedWithCustomError(desk, "Certificate_NotAccepted")
          .withArgs(id, 0);
      });
    });
    for (const early of [0n, 1n]) {
      describe(`when a stranger asks, ${early.toString()} seconds before the 30 days of payment end`, () => {
        it("reverts", async () => {
          const { desk, stranger, deed, id, deliveredAt } = await accepted();
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
          const { desk, supplier, deed, id } = await accepted();
          await expect(desk.connect(supplier).request(deed, 0, 0, support))
            .to.be.revertedWithCustomError(desk, "Escrow_InvalidDocument")
            .withArgs(id);
        });
      });
    }
    describe("when the supplier requests it", () => {
      it("starts the office's window", async () => {
        const { desk, supplier, deed, id } = await accepted();
        const requesting = desk.connect(supplier).request(deed, 0, 0, REASON);
        await requesting;
        const deadline = BigInt(await networkHelpers.time.latest()) + WINDOW;
        await expect(requesting)
          .to.emit(desk, "CertificateRequested")
          .withArgs(id, supplier.address, 0, 0, [REASON.digest, ""], deadline);
        expect(await desk.getCertificate(id, 0, 0)).to.deep.equal([deadline, false, false]);
      });
    });
    describe("when the assignee requests it", () => {
      it("starts the office's window", async () => {
        const { desk, factor, deed } = await acceptedForFactor();
        await expect(desk.connect(factor).request(deed, 0, 0, REASON)).to.emit(desk, "CertificateRequested");
      });
    });
    describe("when the rest of it is objected to and the supplier requests it", () => {
      it("starts the office's window for what is accepted", async () => {
        const { desk, supplier, deed } = await objected();
        await expect(desk.connect(supplier).request(deed, 0, 0, REASON)).to.emit(desk, "CertificateRequested");
      });
    });
    describe("when silence accepted it a second ago", () => {
      it("lets the supplier request it", async () => {
        const { desk, supplier, deed, deliveredAt } = await delivered();
        await networkHelpers.time.setNextBlockTimestamp(deliveredAt + ACCEPTANCE + 1n);
        await expect(desk.connect(supplier).request(deed, 0, 0, REASON)).to.emit(desk, "CertificateRequested");
      });
    });
    describe("when the 30 days of payment ended a second ago", () => {
      it("lets anyone request it", async () => {
        const { desk, stranger, deed, id, deliveredAt } = await delivered();
        await networkHelpers.time.setNextBlockTimestamp(deliveredAt + PAYMENT_TERM + 1n);
        await expect(desk.connect(stranger).request(deed, 0, 0, REASON)).to.emit(desk, "CertificateRequested");
        const deadline = deliveredAt + PAYMENT_TERM + 1n + WINDOW;
        expect(await desk.getCertificate(id, 0, 0)).to.deep.equal([deadline, false, true]);
      });
    });
  });

  describe("given a stranger requested it and the office has not answered", () => {
    const parties = ["supplier", "factor"] as const;
    for (const party of parties) {
      for (const early of [0n, 1n]) {
        describe(`when the ${party} states its own support ${early.toString()} seconds before the end`, () => {
          it("starts the office's window again, once", async () => {
            const state = await requestedByStranger();
            const { desk, deed, id, deadline } = state;
            await networkHelpers.time.setNextBlockTimestamp(deadline - early);
            const restated = deadline - early + WINDOW;
            await expect(desk.connect(state[party]).request(deed, 0, 0, REASON))
              .to.emit(desk, "CertificateRequested")
              .withArgs(id, state[party].address, 0, 0, [REASON.digest, ""], restated);
            expect(await desk.getCertificate(id, 0, 0)).to.deep.equal([restated, false, false]);
            for (const again of [...parties, "stranger"] as const) await expectRequested(state, state[again]);
          });
        });
      }
    }
    describe("when a stranger requests it again", () => {
      it("reverts", async () => {
        const state = await requestedByStranger();
        await expectRequested(state, state.stranger);
      });
    });
    describe("when the office's window ended a second ago and the supplier requests it", () => {
      it("reverts: silence has granted", async () => {
        const state = await requestedByStranger();
        await networkHelpers.time.increaseTo(state.deadline + 1n);
        await expectRequested(state, state.supplier);
        expect(await state.desk.isCleared(state.id, 0, 1)).to.equal(true);
      });
    });
    describe("when the supplier states no document", () => {
      it("reverts", async () => {
        const { desk, supplier, deed, id } = await requestedByStranger();
        await expect(desk.connect(supplier).request(deed, 0, 0, NO_DOCUMENT))
          .to.be.revertedWithCustomError(desk, "Escrow_InvalidDocument")
          .withArgs(id);
      });
    });
  });

  describe("given a stranger requested it and the office has answered", () => {
    describe("when the supplier requests it", () => {
      it("reverts", async () => {
        const state = await requestedByStranger();
        await state.desk.connect(state.certifier).grant(state.deed, 0, 0, REASON.digest);
        await expectRequested(state, state.supplier);
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
