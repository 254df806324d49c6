import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { loadDeed } from "../../scripts/lib/tasks/deed-file.ts";
import { latePayments } from "../../scripts/lib/tasks/late-payments.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import type { Connection } from "../helpers/suite.ts";
import { deskFixture, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const REPORT = documentOf("report");

async function desk() {
  return deskFixture(connection);
}

/** A contract whose first milestone is paid after 41 days, the second owed for as long, the third paid in time. */
async function lateDesk() {
  const office = new TestDesk(await networkHelpers.loadFixture(desk));
  await office.open();
  const context = await office.context();
  const deedFile = await loadDeed(join(office.folder, "escritura.json"), context.door);
  const { escrow, supplier, stranger, inspector } = office.fixture;
  const { id, deed } = deedFile;
  await escrow.connect(supplier).deliver(id, 0, REPORT);
  await escrow.connect(supplier).deliver(id, 1, REPORT);
  await escrow.connect(supplier).deliver(id, 2, REPORT);
  await escrow.connect(inspector).accept(deed.terms, 2, REPORT.digest);
  await networkHelpers.time.increase(40n * DAY);
  await escrow.connect(stranger).settle(deed.terms, 0);
  return { office, deedFile, id, deed };
}

describe("latePayments", () => {
  it("tells days, interest and fee of what was paid late and of what is owed, and nothing of what was in time", async () => {
    const { office, deedFile } = await lateDesk();
    const found = await latePayments(deedFile, await office.context(), 1_200n);
    expect(found.map(({ index, isPaid, days }) => ({ index, isPaid, days }))).to.deep.equal([
      { index: 0, isPaid: true, days: 11n },
      { index: 1, isPaid: false, days: 11n },
    ]);
    for (const { amount, interest, recoveryFee } of found) {
      expect(interest).to.equal((amount * 1_200n * 11n) / (10_000n * 360n));
      expect(recoveryFee).to.equal(amount / 100n);
    }
  });

  it("counts what is owed as the contract then pays it", async () => {
    const { office, deedFile, id, deed } = await lateDesk();
    const owed = (await latePayments(deedFile, await office.context(), 0n)).find(({ isPaid }) => !isPaid);
    const { escrow, stranger } = office.fixture;
    await escrow.connect(stranger).settle(deed.terms, 1);
    const [paid] = await escrow.queryFilter(escrow.filters.MilestonePaid(id, undefined, 1));
    expect(owed).to.include({ index: 1, amount: paid?.args.net, interest: 0n });
  });
});
