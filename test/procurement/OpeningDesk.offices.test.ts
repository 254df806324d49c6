import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import { documentOf } from "../helpers/agreement.ts";
import { fundedLine, draftContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { awardingContract, openChanged } from "../helpers/tender.ts";
import type { TermsChange } from "../helpers/tender.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

async function tendered() {
  const fixture = await fundedLine(connection);
  const tender = await awardingContract(connection, fixture);
  return { ...fixture, tender, ...(await draftContract(fixture)) };
}

describe("OpeningDesk.open, who may hold an office", () => {
  const offices = ["inspector", "substitute", "arbiter", "fallbackArbiter", "reviewer"] as const;
  const withOffice = (office: (typeof offices)[number], account: string): TermsChange =>
    office === "inspector" || office === "substitute"
      ? { terms: { [office]: account } }
      : { annex: { [office]: account } };

  for (const office of offices) {
    it(`refuses the buyer, the supplier, nobody and another office as ${office}`, async () => {
      const state = await networkHelpers.loadFixture(tendered);
      const other = office === "inspector" ? state.substitute : state.inspector;
      for (const account of [state.buyer.address, state.supplier.address, ZeroAddress, other.address]) {
        await expect(openChanged(state, withOffice(office, account)))
          .to.be.revertedWithCustomError(state.opening, "Terms_SameAccount")
          .withArgs(account);
      }
    });
  }

  for (const kind of [0, 1, 2]) {
    it(`refuses a side as the certifying office of kind ${kind}`, async () => {
      const state = await networkHelpers.loadFixture(tendered);
      for (const side of [state.buyer, state.supplier]) {
        const certifiers: [string, string, string] = [ZeroAddress, ZeroAddress, ZeroAddress];
        certifiers[kind] = side.address;
        await expect(openChanged(state, { annex: { certifiers } }))
          .to.be.revertedWithCustomError(state.opening, "Terms_SameAccount")
          .withArgs(side);
      }
    });
  }

  it("refuses a supplier that the registry does not know", async () => {
    const state = await networkHelpers.loadFixture(tendered);
    await expect(openChanged(state, { terms: { supplier: 99n } }))
      .to.be.revertedWithCustomError(state.opening, "Terms_SameAccount")
      .withArgs(ZeroAddress);
  });

  it("refuses terms under an annex that they do not name", async () => {
    const state = await networkHelpers.loadFixture(tendered);
    const annex = documentOf("another annex").digest;
    await expect(openChanged(state, { terms: { annex } }))
      .to.be.revertedWithCustomError(state.opening, "Terms_AnnexMismatch")
      .withArgs(state.deed.terms.annex, annex);
  });
});
