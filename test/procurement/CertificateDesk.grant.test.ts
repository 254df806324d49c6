import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { escrowStates, REASON } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { accepted } = escrowStates(connection, { certificates: 1n });
const WINDOW = 10n * DAY;

async function requested() {
  const state = await accepted();
  await state.desk.connect(state.supplier).request(state.deed, 0, 0, REASON);
  return { ...state, deadline: BigInt(await networkHelpers.time.latest()) + WINDOW };
}

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
        const { desk, certifier, deed, id } = await accepted();
        await expect(desk.connect(certifier).grant(deed, 0, 0, REASON.digest))
          .to.be.revertedWithCustomError(desk, "Certificate_NotPending")
          .withArgs(id, 0, 0);
        expect(await desk.isCleared(id, 0, 1)).to.equal(false);
      });
    });
  });
});
