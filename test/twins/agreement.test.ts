import { expect } from "chai";
import { TypedDataEncoder, ZeroAddress, ZeroHash } from "ethers";
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
import { accreditationOf, placeOf, signTyped } from "../helpers/accreditation.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { deploySuite, draftContract, fundedLine } from "../helpers/suite.ts";
import type { Connection, LineFixture } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const suite = () => deploySuite(connection);
const line = () => fundedLine(connection);

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
  const signature = await signTyped(supplier, contractSignatureData(await placeOf(opening, supplier), deed, schedule));
  await opening.connect(buyer).award(deed, schedule, 1, documentOf("sole supplier"), signature);
  const id = contractId(deed.terms);
  const standing = { id, changes: 0n, endsAt: deed.annex.endsAt, schedule };
  return { ...fixture, deed, schedule, id, standing };
}

/** The types as a wallet shows them, written out here and not built by the library. */
const TYPE_STRINGS = {
  accreditation:
    "Accreditation(uint64 number,address account,uint8 kind,uint8 size,uint16 region,uint64 group,uint40 validUntil,uint32 sequence,uint40 deadline)",
  contract: "ContractSignature(bytes32 terms,bytes32 schedule,uint40 signBy)",
  change:
    "Change(bytes32 termsHash,bytes32 document,uint256[] indexes,MilestoneTerms[] schedule,uint40 endsAt,uint40 bondUntil,uint128 bondIncrease,uint40 deadline)MilestoneTerms(uint128 amount,uint40 notBefore,uint40 dueAt,uint8 certificates)",
  termination: "Termination(bytes32 termsHash,bytes32 document,uint40 deadline)",
};

describe("agreement", () => {
  it("builds the types that are written out here, each for its contract", async () => {
    const { deed, schedule } = await draft(await networkHelpers.loadFixture(line));
    const place = { chainId: 1n, contract: ZeroAddress };
    const term = { termsHash: ZeroHash, document: ZeroHash, deadline: 1n };
    const built: Record<keyof typeof TYPE_STRINGS, TypedData> = {
      accreditation: accreditationData(place, accreditationOf(ZeroAddress)),
      contract: contractSignatureData(place, deed, schedule),
      change: changeData(place, { ...term, indexes: [], schedule, endsAt: 1n, bondUntil: 1n, bondIncrease: 0n }),
      termination: agreedTerminationData(place, term),
    };
    for (const [name, { domain, types }] of Object.entries(built)) {
      const encoder = TypedDataEncoder.from(types);
      expect(encoder.encodeType(encoder.primaryType)).to.equal(TYPE_STRINGS[name as keyof typeof TYPE_STRINGS]);
      expect(domain).to.deep.include({ version: "1", chainId: 1n, verifyingContract: ZeroAddress });
    }
    expect(Object.values(built).map(({ domain }) => domain.name)).to.deep.equal([
      "Erario Registry",
      "Erario OpeningDesk",
      "Erario ContractChanges",
      "Erario ContractChanges",
    ]);
  });

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
    const data = changeData(await placeOf(changes, buyer), order);
    await changes.change(deed, order, await signTyped(buyer, data), await signTyped(supplier, data));
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
    const data = agreedTerminationData(await placeOf(changes, buyer), termination);
    const signatures = [await signTyped(buyer, data), await signTyped(supplier, data)] as const;
    const { termsHash: expected, document, deadline } = termination;
    await changes.agreeTermination(deed.terms, expected, document, deadline, ...signatures);
    expect((await escrow.getFacts(id)).endedAt).to.be.above(0n);
  });

  it("signs an accreditation that the registry accepts", async () => {
    const { registry, accreditor, stranger } = await networkHelpers.loadFixture(suite);
    const accreditation = accreditationOf(stranger.address, { number: 76_543_210n });
    const signature = await signTyped(
      accreditor,
      accreditationData(await placeOf(registry, accreditor), accreditation),
    );
    await registry.connect(stranger).accredit(accreditation, accreditor, signature);
    expect(await registry.entityOf(stranger)).to.equal(1n);
  });
});
