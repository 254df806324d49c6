import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { applyChange, orderOf, signTermination } from "../helpers/changes.ts";
import { at, bondedContract, EVIDENCE, latest, REASON } from "../helpers/court.ts";
import { openContract, fundedLine } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const opened = () => bondedContract(connection);

/** An advance of 45 of 60 million against its bond; nothing delivered. */
async function advanced() {
  const fixture = await fundedLine(connection);
  const options = {
    amounts: [40_000_000n, 20_000_000n],
    terms: { advance: 45_000_000n },
    annex: { advanceBond: 45_000_000n },
  };
  const contract = await openContract(fixture, options);
  await fixture.escrow.connect(fixture.supplier).drawAdvance(contract.deed);
  return { ...fixture, ...contract };
}

describe("ContractChanges.change, the schedule", () => {
  it("reverts where indexes and milestones differ in number", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const order = await orderOf(connection, state, [[0n, state.schedule[0]!]]);
    await expect(applyChange(state, { ...order, indexes: [0n, 1n] }))
      .to.be.revertedWithCustomError(state.changes, "Change_Milestone")
      .withArgs(state.id, 2);
  });

  it("reverts where indexes repeat or fall", async () => {
    const state = await networkHelpers.loadFixture(opened);
    for (const second of [1n, 0n]) {
      const order = await orderOf(connection, state, [
        [1n, state.schedule[1]!],
        [second, state.schedule[0]!],
      ]);
      await expect(applyChange(state, order))
        .to.be.revertedWithCustomError(state.changes, "Change_Milestone")
        .withArgs(state.id, second);
    }
  });

  for (const [what, overrides] of [
    ["whose dates are out of order", { notBefore: 2_000_000_000n, dueAt: 1_999_999_999n }],
    ["that is due after the contract ends", { dueAt: 3_000_000_000n }],
    ["with an unknown kind of certificate", { certificates: 8n }],
  ] as const) {
    it(`reverts for a milestone ${what}`, async () => {
      const state = await networkHelpers.loadFixture(opened);
      const order = await orderOf(connection, state, [[1n, { ...state.schedule[1]!, ...overrides }]]);
      await expect(applyChange(state, order))
        .to.be.revertedWithCustomError(state.changes, "Change_Milestone")
        .withArgs(state.id, 1);
    });
  }

  it("reverts for a milestone that was delivered", async () => {
    const state = await networkHelpers.loadFixture(opened);
    await state.escrow.connect(state.supplier).deliver(state.id, 0, EVIDENCE);
    const order = await orderOf(connection, state, [[0n, { ...state.schedule[0]!, amount: 1n }]]);
    await expect(applyChange(state, order))
      .to.be.revertedWithCustomError(state.escrow, "Change_Milestone")
      .withArgs(state.id, 0);
  });

  it("reverts for an index beyond the next free one", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const order = await orderOf(connection, state, [[4n, { ...state.schedule[0]!, amount: 1n }]]);
    await expect(applyChange(state, order))
      .to.be.revertedWithCustomError(state.escrow, "Change_Milestone")
      .withArgs(state.id, 4);
  });

  it("adds a milestone, which is delivered and paid as the others", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { escrow, supplier, inspector, token, deed, id, schedule } = state;
    const order = await orderOf(connection, state, [[3n, { ...schedule[2]!, amount: 2_000_000n }]], {
      bondIncrease: 100_000n,
    });
    await applyChange(state, order);
    expect((await escrow.getFacts(id)).count).to.equal(4n);
    await escrow.connect(supplier).deliver(id, 3, EVIDENCE);
    await expect(escrow.connect(inspector).accept(deed.terms, 3, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      1_800_000n,
    );
  });

  it("asks no bond for an increase where the contract has none", async () => {
    const fixture = await fundedLine(connection);
    const state = { ...fixture, ...(await openContract(fixture)) };
    const order = await orderOf(connection, state, [[2n, { ...state.schedule[2]!, amount: 21_000_000n }]]);
    await expect(applyChange(state, order)).to.emit(state.changes, "ContractChanged");
    expect(await state.escrow.performanceBondOf(state.id)).to.equal(0n);
  });

  it("reverts for a sixty-fifth milestone", async () => {
    const fixture = await fundedLine(connection);
    const contract = await openContract(fixture, {
      amounts: Array.from({ length: 64 }, () => 1_000_000n),
      annex: { endsAt: (await latest(connection)) + 2_000n * DAY },
    });
    const state = { ...fixture, ...contract };
    const order = await orderOf(connection, state, [[64n, { ...contract.schedule[0]!, amount: 1n }]]);
    await expect(applyChange(state, order))
      .to.be.revertedWithCustomError(state.escrow, "Change_Milestone")
      .withArgs(state.id, 64);
  });

  it("bounds all orders together by 30 % of the price", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { changes, treasury, id, schedule } = state;
    const milestone = (amount: bigint) => [[1n, { ...schedule[1]!, amount }]] as const;
    await applyChange(state, await orderOf(connection, state, milestone(10_000_000n)));
    await expect(applyChange(state, await orderOf(connection, state, milestone(0n))))
      .to.be.revertedWithCustomError(changes, "Change_AboveCap")
      .withArgs(id, 20_000_000n, 18_000_000n);
    await expect(applyChange(state, await orderOf(connection, state, milestone(1_999_999n))))
      .to.be.revertedWithCustomError(changes, "Change_AboveCap")
      .withArgs(id, 18_000_001n, 18_000_000n);
    const [, before] = await treasury.getLine(1n);
    await applyChange(state, await orderOf(connection, state, milestone(2_000_000n)));
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(8_000_000n);
    expect(await changes.changedOf(id)).to.equal(18_000_000n);
  });

  it("drops a milestone for good: it is neither delivered nor revived", async () => {
    const fixture = await fundedLine(connection);
    const contract = await openContract(fixture, { amounts: [40_000_000n, 10_000_000n] });
    const state = { ...fixture, ...contract };
    const dropped = { ...contract.schedule[1]!, amount: 0n };
    const [, before] = await state.treasury.getLine(1n);
    await applyChange(state, await orderOf(connection, state, [[1n, dropped]]));
    const [, after] = await state.treasury.getLine(1n);
    expect(after.available - before.available).to.equal(10_000_000n);
    await expect(state.escrow.connect(state.supplier).deliver(state.id, 1, EVIDENCE)).to.be.revertedWithCustomError(
      state.escrow,
      "Escrow_UnknownMilestone",
    );
    await expect(applyChange(state, await orderOf(connection, state, [[1n, { ...dropped, amount: 1n }]])))
      .to.be.revertedWithCustomError(state.escrow, "Change_Milestone")
      .withArgs(state.id, 1);
  });

  it("counts a move between milestones once", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { changes, treasury, id, schedule } = state;
    const [, before] = await treasury.getLine(1n);
    const order = await orderOf(connection, state, [
      [0n, { ...schedule[0]!, amount: 2_000_000n }],
      [1n, { ...schedule[1]!, amount: 38_000_000n }],
    ]);
    await expect(applyChange(state, order))
      .to.emit(changes, "ContractChanged")
      .withArgs(id, state.stranger, () => true, 18_000_000n, 18_000_000n);
    expect(await changes.changedOf(id)).to.equal(18_000_000n);
    const [, after] = await treasury.getLine(1n);
    expect([after.available, after.committed]).to.deep.equal([before.available, before.committed]);
    const further = await orderOf(connection, state, [[0n, { ...schedule[0]!, amount: 1_999_999n }]]);
    await expect(applyChange(state, further))
      .to.be.revertedWithCustomError(changes, "Change_AboveCap")
      .withArgs(id, 18_000_001n, 18_000_000n);
  });

  it("takes from the advance bond what no later payment can amortise", async () => {
    const state = await networkHelpers.loadFixture(advanced);
    const { escrow, treasury, closing, supplier, token, id, schedule } = state;
    const [, before] = await treasury.getLine(1n);
    const order = await orderOf(connection, state, [[0n, { ...schedule[0]!, amount: 22_000_000n }]]);
    await expect(applyChange(state, order))
      .to.emit(escrow, "PartReleased")
      .withArgs(id, state.changes, 2n ** 256n - 1n, 15_000_000n, 3_000_000n);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(18_000_000n);
    const [ledger, dues] = await escrow.getBalances(id);
    expect([ledger.unpaid, dues.advanceLeft]).to.deep.equal([42_000_000n, 42_000_000n]);
    expect(after.committed).to.equal(0n);
    await expect(closing.returnAdvanceBond(id)).to.be.revertedWithCustomError(escrow, "Escrow_NothingHeld");
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await expect(escrow.connect(state.inspector).accept(state.deed.terms, 0, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      0n,
    );
  });
});

describe("ContractChanges.agreeTermination", () => {
  async function agreed() {
    const state = await opened();
    const { changes, escrow, supplier, id } = state;
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    const termsHash = await changes.termsHashOf(id);
    return { ...state, agreement: { termsHash, document: REASON.digest, deadline: (await latest(connection)) + DAY } };
  }
  async function submit(state: Awaited<ReturnType<typeof agreed>>, signers = [state.buyer, state.supplier]) {
    const { changes, stranger, deed, agreement } = state;
    const [buyer, supplier] = [
      await signTermination(changes, signers[0]!, agreement),
      await signTermination(changes, signers[1]!, agreement),
    ];
    const { termsHash, document, deadline } = agreement;
    return changes.connect(stranger).agreeTermination(deed.terms, termsHash, document, deadline, buyer, supplier);
  }

  it("reverts a second after its deadline", async () => {
    const state = await networkHelpers.loadFixture(agreed);
    await at(connection, state.agreement.deadline + 1n);
    await expect(submit(state))
      .to.be.revertedWithCustomError(state.changes, "Change_DeadlinePassed")
      .withArgs(state.id, state.agreement.deadline);
  });

  it("reverts on terms that a change order has replaced", async () => {
    const state = await networkHelpers.loadFixture(agreed);
    await applyChange(state, await orderOf(connection, state, []));
    await expect(submit(state))
      .to.be.revertedWithCustomError(state.changes, "Change_TermsMismatch")
      .withArgs(state.id, state.agreement.termsHash, await state.changes.termsHashOf(state.id));
  });

  it("reverts with one side's signature only", async () => {
    const state = await networkHelpers.loadFixture(agreed);
    const { changes, buyer, supplier, id } = state;
    await expect(submit(state, [buyer, buyer]))
      .to.be.revertedWithCustomError(changes, "Change_BadSignature")
      .withArgs(id, supplier);
    await expect(submit(state, [supplier, supplier]))
      .to.be.revertedWithCustomError(changes, "Change_BadSignature")
      .withArgs(id, buyer);
  });

  it("releases what was never delivered, pays what was, and cannot be repeated", async () => {
    const state = await networkHelpers.loadFixture(agreed);
    const { changes, escrow, treasury, inspector, supplier, stranger, token, deed, id } = state;
    const [, before] = await treasury.getLine(1n);
    await expect(submit(state)).to.emit(changes, "TerminationAgreed").withArgs(id, stranger, REASON.digest);
    const [, after] = await treasury.getLine(1n);
    expect(after.available - before.available).to.equal(40_000_000n);
    await expect(submit(state)).to.be.revertedWithCustomError(escrow, "Escrow_Ended").withArgs(id);
    await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      18_000_000n,
    );
    expect((await escrow.getFacts(id)).completedAt).to.equal(await latest(connection));
  });
});
