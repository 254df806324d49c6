import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import {
  accreditationData,
  agreedTerminationData,
  annexHash,
  changeData,
  contractId,
  contractSignatureData,
  deedOf,
  termsHash,
} from "../../scripts/lib/procurement/agreement.ts";
import type { Annex, Deed, MilestoneTerms, Terms, TypedData } from "../../scripts/lib/procurement/agreement.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { deploySuite, draftContract, fundedLine } from "../helpers/suite.ts";
import type { Connection, LineFixture, Signer } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const suite = () => deploySuite(connection);
const line = () => fundedLine(connection);
const sign = (signer: Signer, { domain, types, message }: TypedData) => signer.signTypedData(domain, types, message);

async function placeOf(contract: { getAddress(): Promise<string> }) {
  return { chainId: 31_337n, contract: await contract.getAddress() };
}

/** A draft of the shared fixture as the library's types have it. */
async function draft(fixture: LineFixture): Promise<{ deed: Deed; schedule: MilestoneTerms[] }> {
  const { deed, schedule } = await draftContract(fixture);
  return { deed: deedOf(deed.terms as Terms, deed.annex as Annex), schedule: schedule as MilestoneTerms[] };
}

/** A contract that was awarded on the library's own signature. */
async function awarded() {
  const fixture = await line();
  const { deed, schedule } = await draft(fixture);
  const { opening, supplier, buyer } = fixture;
  const signature = await sign(supplier, contractSignatureData(await placeOf(opening), deed, schedule));
  await opening.connect(buyer).award(deed, schedule, 1, documentOf("sole supplier"), signature);
  const id = contractId(deed.terms);
  const standing = { id, changes: 0n, endsAt: deed.annex.endsAt, schedule };
  return { ...fixture, deed, schedule, id, standing };
}

describe("agreement", () => {
  it("binds the annex to the terms whatever the order of the object's keys", async () => {
    const { deed } = await draft(await networkHelpers.loadFixture(line));
    const reversed = Object.fromEntries(Object.entries(deed.annex).reverse()) as unknown as Annex;
    expect(annexHash(reversed)).to.equal(deed.terms.annex);
    expect(annexHash({ ...deed.annex, certifiers: [ZeroAddress, ZeroAddress, ZeroAddress] })).to.not.equal(
      deed.terms.annex,
    );
  });

  it("names the contract that the award opens", async () => {
    const { escrow, id, deed } = await networkHelpers.loadFixture(awarded);
    expect((await escrow.getFacts(id)).supplier).to.equal(deed.terms.supplier);
  });

  it("hashes the terms as they stand, before a change and after it", async () => {
    const { changes, buyer, supplier, deed, schedule, id, standing } = await networkHelpers.loadFixture(awarded);
    expect(await changes.termsHashOf(id)).to.equal(termsHash(standing));

    const later = { ...schedule[2]!, dueAt: schedule[2]!.dueAt + 30n * DAY };
    const order = {
      termsHash: termsHash(standing),
      document: documentOf("change order").digest,
      indexes: [2n],
      schedule: [later],
      endsAt: deed.annex.endsAt + 30n * DAY,
      bondUntil: deed.annex.bondUntil,
      bondIncrease: 0n,
      deadline: deed.annex.signBy,
    };
    const data = changeData(await placeOf(changes), order);
    await changes.change(deed, order, await sign(buyer, data), await sign(supplier, data));
    const changed = { id, changes: 1n, endsAt: order.endsAt, schedule: [...schedule.slice(0, 2), later] };
    expect(await changes.termsHashOf(id)).to.equal(termsHash(changed));
  });

  it("signs an agreed termination that the contract accepts", async () => {
    const { changes, escrow, buyer, supplier, deed, id, standing } = await networkHelpers.loadFixture(awarded);
    const termination = {
      termsHash: termsHash(standing),
      document: documentOf("agreement").digest,
      deadline: deed.annex.signBy,
    };
    const data = agreedTerminationData(await placeOf(changes), termination);
    const signatures = [await sign(buyer, data), await sign(supplier, data)] as const;
    const { termsHash: expected, document, deadline } = termination;
    await changes.agreeTermination(deed.terms, expected, document, deadline, ...signatures);
    expect((await escrow.getFacts(id)).endedAt).to.be.above(0n);
  });

  it("signs an accreditation that the registry accepts", async () => {
    const { registry, accreditor, stranger } = await networkHelpers.loadFixture(suite);
    const accreditation = {
      number: 76_543_210n,
      account: stranger.address,
      kind: 1n,
      size: 2n,
      region: 13n,
      group: 0n,
      validUntil: 4_000_000_000n,
      sequence: 0n,
      deadline: 4_000_000_000n,
    };
    const signature = await sign(accreditor, accreditationData(await placeOf(registry), accreditation));
    await registry.connect(stranger).accredit(accreditation, accreditor, signature);
    expect(await registry.entityOf(stranger)).to.equal(1n);
  });
});
