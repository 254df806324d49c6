import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { ACCEPTANCE, escrowStates, OBJECTION, REASON } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const states = escrowStates(connection);
const { delivered: certified } = escrowStates(connection, { certificates: 1n });

/** Everything was paid, and the retention is in a dispute on final acceptance. */
async function retentionDisputed() {
  const state = await states.completed();
  await networkHelpers.time.increase(60n * DAY + 1n);
  await state.closing.connect(state.inspector).reviewFinal(state.deed, 3_000_000n, REASON.digest);
  return state;
}

describe("ContractReader", () => {
  it("knows the escrow and the desk that it reads", async () => {
    const { reader, escrow, desk } = await states.opened();
    expect(await reader.ESCROW()).to.equal(await escrow.getAddress());
    expect(await reader.DESK()).to.equal(await desk.getAddress());
  });

  it("calls what nobody opened Unknown", async () => {
    const { reader } = await states.opened();
    expect(await reader.statusOf(ethers.ZeroHash)).to.equal(0n);
    expect(await reader.milestoneStatusOf(ethers.ZeroHash, 0)).to.equal(0n);
    expect(await reader.payableOf(ethers.ZeroHash, 0)).to.equal(0n);
  });

  it("keeps a contract Completed while its retention is disputed", async () => {
    const { reader, escrow, id } = await retentionDisputed();
    expect((await escrow.getBalances(id)).ledger.retained).to.equal(0n);
    expect(await reader.statusOf(id)).to.equal(3n);
  });

  it("says what anyone could have paid, second by second", async () => {
    const { reader, id, deliveredAt } = await states.delivered();
    await networkHelpers.time.increaseTo(deliveredAt + ACCEPTANCE);
    expect(await reader.payableOf(id, 0)).to.equal(0n);
    await networkHelpers.time.increaseTo(deliveredAt + ACCEPTANCE + 1n);
    expect(await reader.payableOf(id, 0)).to.equal(20_000_000n);
  });

  it("counts nothing payable while a certificate is missing", async () => {
    const { reader, desk, supplier, deed, id } = await certified();
    await networkHelpers.time.increase(9n * DAY);
    expect(await reader.payableOf(id, 0)).to.equal(0n);
    await desk.connect(supplier).request(deed, 0, 0, REASON);
    await networkHelpers.time.increase(10n * DAY + 1n);
    expect(await reader.payableOf(id, 0)).to.equal(20_000_000n);
  });

  it("leaves an objected part out until its second review is over", async () => {
    const { reader, id, redeliveredAt } = await states.redelivered();
    await networkHelpers.time.increaseTo(redeliveredAt + ACCEPTANCE);
    expect(await reader.payableOf(id, 0)).to.equal(0n);
    await networkHelpers.time.increaseTo(redeliveredAt + ACCEPTANCE + 1n);
    expect(await reader.payableOf(id, 0)).to.equal(8_000_000n);
  });

  it("keeps an unanswered objection Objected until somebody upholds it", async () => {
    const { reader, escrow, stranger, deed, id } = await states.objectedWhole();
    await networkHelpers.time.increase(OBJECTION + 1n);
    expect(await reader.milestoneStatusOf(id, 0)).to.equal(4n);
    await escrow.connect(stranger).uphold(deed.terms, 0);
    expect(await reader.milestoneStatusOf(id, 0)).to.equal(6n);
  });
});
