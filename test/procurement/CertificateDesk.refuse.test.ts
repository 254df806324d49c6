import { expect } from "chai";
import { network } from "hardhat";

import { escrowStates, REASON } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { objectedWhole } = escrowStates(connection, { certificates: 1n });

/** The milestone was objected to whole, and the parties settled its dispute while a certificate was still pending. */
async function settledWhilePending() {
  const state = await objectedWhole();
  const { court, desk, supplier, buyer, deed, id } = state;
  await desk.connect(supplier).request(deed, 0, 0, REASON);
  await court.connect(supplier).dispute(id, 0, REASON);
  await court.connect(buyer).offer(deed.terms, 0, 0, 15_000_000n);
  await court.connect(supplier).acceptOffer(deed.terms, 0, 0, 15_000_000n);
  return state;
}

describe("CertificateDesk.refuse", () => {
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
