import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { at, bondedContract, EVIDENCE, latest, REASON, TOPIC } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

describe("ContractCourt.closeTermination, deliveries around the final decision", () => {
  it("leaves to the court what an office withheld of a delivery after the final decision", async () => {
    const state = await bondedContract(connection, { certificates: 1n });
    const { court, escrow, desk, treasury, buyer, supplier, certifier, arbiter, stranger, token, deed, id } = state;
    await court.connect(buyer).noticeTermination(deed, 2, REASON);
    await court.connect(supplier).defendTermination(deed, REASON);
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await court.connect(buyer).decideTermination(deed, true, 0n, REASON.digest);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
    await networkHelpers.time.increase(8n * DAY + 1n);
    await desk.connect(supplier).request(deed, 1, 0, REASON);
    await desk.connect(certifier).refuse(deed, 1, 0, 15_000_000n, REASON);
    await expect(court.connect(stranger).closeTermination(deed))
      .to.emit(escrow, "ContractEnded")
      .withArgs(id, court, 20_000_000n);
    await networkHelpers.time.increase(5n * DAY);
    await court.connect(arbiter).rule(deed, 1, TOPIC.certificate0, 15_000_000n, REASON.digest);
    await desk.connect(supplier).request(deed, 0, 0, REASON);
    await networkHelpers.time.increase(10n * DAY + 1n);
    const before = await token.balanceOf(supplier);
    for (const index of [0, 1]) await escrow.connect(stranger).settle(deed.terms, index);
    expect((await token.balanceOf(supplier)) - before).to.equal(23_500_000n);
    const [ledger] = await escrow.getBalances(id);
    const [, line] = await treasury.getLine(1n);
    expect([ledger.unpaid, ledger.retained, line.committed]).to.deep.equal([0n, 3_000_000n, 3_000_000n]);
  });

  it("counts what was delivered in a window that a pause had lengthened, whatever pause came after it", async () => {
    const state = await bondedContract(connection, { annex: { appealWindow: 30n * DAY } });
    const { court, escrow, opening, buyer, supplier, inspector, guardian, stranger, deed, id } = state;
    await court.connect(buyer).noticeTermination(deed, 2, REASON);
    await court.connect(supplier).defendTermination(deed, REASON);
    await court.connect(buyer).decideTermination(deed, true, 0n, REASON.digest);
    const decidedAt = await latest(connection);
    await opening.connect(guardian).pause(REASON.digest);
    const pausedAt = await latest(connection);
    await at(connection, decidedAt + 37n * DAY);
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await at(connection, pausedAt + 37n * DAY + 1n);
    await opening.connect(guardian).pause(REASON.digest);
    await court.connect(stranger).closeTermination(deed);
    await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest)).to.emit(escrow, "MilestonePaid");
  });
});

describe("ContractCourt.noticeFine, a milestone rejected for good", () => {
  it("counts no day after the contract was completed", async () => {
    const state = await bondedContract(connection);
    const { court, escrow, inspector, supplier, stranger, schedule, deed, id } = state;
    for (const index of [1, 2]) {
      await escrow.connect(supplier).deliver(id, index, EVIDENCE);
      await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
    }
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 20_000_000n, REASON);
    const completedAt = BigInt(schedule[0]!.dueAt) + 3n * DAY;
    await at(connection, completedAt);
    await escrow.connect(stranger).uphold(deed.terms, 0);
    await at(connection, completedAt + 68n * DAY);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.emit(court, "FineNoticed")
      .withArgs(id, inspector, 0, 3n, 600_000n, 600_000n, Object.values(REASON));
  });
});
