import { expect } from "chai";
import { network } from "hardhat";

import { CONTRACT_STATUS, contractStatus } from "../../scripts/lib/procurement/contract-status.ts";
import { MILESTONE_STATUS, milestoneStatus, payableAmount } from "../../scripts/lib/procurement/review.ts";
import type { Deed } from "../../scripts/lib/procurement/agreement.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { storedRecord } from "./support/stored-record.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const REPORT = documentOf("report");

async function openedContract() {
  const fixture = await fundedLine(connection);
  const { deed, id } = await openContract(fixture, { annex: { performanceBond: 3_000_000n } });
  return { ...fixture, deed: deed as Deed, id };
}

type Opened = Awaited<ReturnType<typeof openedContract>>;

/** Statuses by the reader and by the twins from what the escrow stores; both must say what the test expects. */
async function statuses({ escrow, reader, id }: Opened): Promise<string[]> {
  const time = BigInt(await networkHelpers.time.latest());
  const { count, endedAt, completedAt } = await escrow.getFacts(id);
  const { ledger, dues } = await escrow.getBalances(id);
  const status = contractStatus({ count, endedAt, completedAt, retained: ledger.retained, setAside: dues.setAside });
  expect(CONTRACT_STATUS[Number(await reader.statusOf(id))]).to.equal(status);
  const found: string[] = [status];
  for (let index = 0n; index < count; index++) {
    const record = await storedRecord(escrow, id, index);
    const of = milestoneStatus(record, time);
    expect(MILESTONE_STATUS[Number(await reader.milestoneStatusOf(id, index))]).to.equal(of);
    expect(await reader.payableOf(id, index)).to.equal(payableAmount(record, time));
    found.push(of);
  }
  return found;
}

describe("contractStatus and milestoneStatus", () => {
  it("agree with the reader through the life of a contract", async () => {
    const fixture = await networkHelpers.loadFixture(openedContract);
    const { escrow, court, closing, supplier, inspector, arbiter, stranger, deed, id } = fixture;
    expect(await statuses(fixture)).to.deep.equal(["active", "scheduled", "scheduled", "scheduled"]);
    for (const index of [0, 1, 2]) await escrow.connect(supplier).deliver(id, index, REPORT);
    await escrow.connect(inspector).accept(deed.terms, 0, REPORT.digest);
    await escrow.connect(inspector).object(deed.terms, 1, REPORT.digest, 5_000_000n, REPORT);
    expect(await statuses(fixture)).to.deep.equal(["active", "settled", "objected", "under review"]);
    await court.connect(supplier).dispute(id, 1, REPORT);
    await networkHelpers.time.increase(8n * DAY + 1n);
    expect(await statuses(fixture)).to.deep.equal(["active", "settled", "disputed", "accepted"]);
    await escrow.connect(stranger).settle(deed.terms, 2);
    await court.connect(arbiter).rule(deed, 1, 0, 5_000_000n, REPORT.digest);
    expect(await statuses(fixture)).to.deep.equal(["completed", "settled", "settled", "settled"]);
    await networkHelpers.time.increase(deed.annex.warranty + 9n * DAY);
    await closing.connect(stranger).releaseRetention(deed);
    expect(await statuses(fixture)).to.deep.equal(["closed", "settled", "settled", "settled"]);
  });

  it("agree with the reader where the contract ends before its schedule", async () => {
    const fixture = await networkHelpers.loadFixture(openedContract);
    const { escrow, supplier, inspector, stranger, deed, id } = fixture;
    await escrow.connect(supplier).deliver(id, 0, REPORT);
    await escrow.connect(inspector).object(deed.terms, 0, REPORT.digest, 20_000_000n, REPORT);
    await networkHelpers.time.increaseTo(deed.annex.endsAt + 1n);
    await escrow.connect(stranger).expire(deed.terms);
    expect(await statuses(fixture)).to.deep.equal(["terminated", "objected", "settled", "settled"]);
    await escrow.connect(stranger).uphold(deed.terms, 0);
    expect(await statuses(fixture)).to.deep.equal(["closed", "settled", "settled", "settled"]);
  });

  it("know nothing of a contract that was never opened", async () => {
    const { escrow, reader } = await networkHelpers.loadFixture(openedContract);
    const id = documentOf("nothing").digest;
    const { count, endedAt, completedAt } = await escrow.getFacts(id);
    expect(contractStatus({ count, endedAt, completedAt, retained: 0n, setAside: 0n })).to.equal("unknown");
    expect(await reader.statusOf(id)).to.equal(0n);
  });
});
