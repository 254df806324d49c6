import { expect } from "chai";
import { network } from "hardhat";

import { contractId, DAY, documentOf } from "../helpers/agreement.ts";
import type { Annex } from "../helpers/agreement.ts";
import { applyChange, moveToWallet, orderOf, signChange } from "../helpers/changes.ts";
import type { Change } from "../helpers/changes.ts";
import { at, latest, BOND, bondedContract, EVIDENCE } from "../helpers/court.ts";
import { fundedLine, openContract, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const opened = () => bondedContract(connection);

/** Milestone 2 raised by 5 million with 250,000 of bond, ready to be signed. */
async function raised() {
  const state = await opened();
  const last = { ...state.schedule[2]!, amount: 25_000_000n };
  return { ...state, order: await orderOf(connection, state, [[2n, last]], { bondIncrease: 250_000n }) };
}

/** Three milestones of 23 million without a guarantee, whose expiry the annex leaves open. */
async function openedUnguaranteed(annex: Partial<Annex>) {
  const fixture = await fundedLine(connection);
  const contract = await openContract(fixture, {
    amounts: [23_000_000n, 23_000_000n, 23_000_000n],
    annex: { bondUntil: 0n, ...annex },
  });
  return { ...fixture, ...contract };
}
const unguaranteed = () => openedUnguaranteed({});

/** An order that brings the price to `price` by the last milestone, the bond's expiry far enough unless said otherwise. */
async function growTo(
  state: Awaited<ReturnType<typeof unguaranteed>>,
  price: bigint,
  overrides: Partial<Change>,
): Promise<Change> {
  const last = { ...state.schedule[2]!, amount: price - 46_000_000n };
  const bondUntil = BigInt(state.deed.annex.endsAt) + 60n * DAY;
  return orderOf(connection, state, [[2n, last]], { bondUntil, ...overrides });
}

describe("ContractChanges.change", () => {
  it("reverts under another annex than the contract's", async () => {
    const { changes, buyer, supplier, deed, order } = await networkHelpers.loadFixture(raised);
    const signatures = [await signChange(changes, buyer, order), await signChange(changes, supplier, order)] as const;
    const swapped = { ...deed, annex: { ...deed.annex, bondUntil: 0n } };
    await expect(changes.change(swapped, order, ...signatures))
      .to.be.revertedWithCustomError(changes, "Terms_AnnexMismatch")
      .withArgs((hash: string) => hash !== deed.terms.annex, deed.terms.annex);
  });

  for (const offset of [-1n, 0n]) {
    it(`applies ${offset === 0n ? "at" : "a second before"} its deadline`, async () => {
      const state = await networkHelpers.loadFixture(raised);
      await at(connection, BigInt(state.order.deadline) + offset);
      await expect(applyChange(state, state.order)).to.emit(state.changes, "ContractChanged");
    });
  }

  it("reverts a second after its deadline", async () => {
    const state = await networkHelpers.loadFixture(raised);
    await at(connection, BigInt(state.order.deadline) + 1n);
    await expect(applyChange(state, state.order))
      .to.be.revertedWithCustomError(state.changes, "Change_DeadlinePassed")
      .withArgs(state.id, state.order.deadline);
  });

  it("reverts on a stale hash of the terms", async () => {
    const state = await networkHelpers.loadFixture(raised);
    const stale = { ...state.order, termsHash: documentOf("earlier terms").digest };
    await expect(applyChange(state, stale))
      .to.be.revertedWithCustomError(state.changes, "Change_TermsMismatch")
      .withArgs(state.id, stale.termsHash, state.order.termsHash);
  });

  it("reverts when replayed", async () => {
    const state = await networkHelpers.loadFixture(raised);
    await applyChange(state, state.order);
    await expect(applyChange(state, state.order))
      .to.be.revertedWithCustomError(state.changes, "Change_TermsMismatch")
      .withArgs(state.id, state.order.termsHash, await state.changes.termsHashOf(state.id));
  });

  it("reverts when replayed even if it changes nothing that the schedule shows", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const order = await orderOf(connection, state, []);
    await applyChange(state, order);
    await expect(applyChange(state, order)).to.be.revertedWithCustomError(state.changes, "Change_TermsMismatch");
  });

  describe("when a date would be earlier", () => {
    it("reverts for the last second of the contract", async () => {
      const state = await networkHelpers.loadFixture(raised);
      const ends = BigInt(state.deed.annex.endsAt);
      await expect(applyChange(state, { ...state.order, endsAt: ends - 1n }))
        .to.be.revertedWithCustomError(state.changes, "Change_Dates")
        .withArgs(state.id, ends - 1n, ends);
    });

    it("reverts for the expiry of the bond, also against an earlier change", async () => {
      const state = await networkHelpers.loadFixture(opened);
      const until = BigInt(state.deed.annex.bondUntil);
      await expect(applyChange(state, await orderOf(connection, state, [], { bondUntil: until - 1n })))
        .to.be.revertedWithCustomError(state.changes, "Change_Dates")
        .withArgs(state.id, until - 1n, until);
      await applyChange(state, await orderOf(connection, state, [], { bondUntil: until + DAY }));
      expect(await state.escrow.bondExtensionOf(state.id)).to.equal(until + DAY);
      await expect(applyChange(state, await orderOf(connection, state, [], { bondUntil: until })))
        .to.be.revertedWithCustomError(state.changes, "Change_Dates")
        .withArgs(state.id, until, until + DAY);
    });

    it("reverts for an end or an expiry that nobody oversees", async () => {
      const state = await networkHelpers.loadFixture(opened);
      const last = 2n ** 40n - 1n;
      const now = (await latest(connection)) + 100n;
      const far = await orderOf(connection, state, [], { endsAt: last, bondUntil: last });
      await at(connection, now);
      await expect(applyChange(state, far))
        .to.be.revertedWithCustomError(state.changes, "Terms_TooLate")
        .withArgs(last, now + 7_300n * DAY);
      const most = BigInt(state.deed.annex.endsAt) + 3_650n * DAY;
      await expect(applyChange(state, await orderOf(connection, state, [], { bondUntil: most + 1n })))
        .to.be.revertedWithCustomError(state.changes, "Terms_TooLate")
        .withArgs(most + 1n, most);
      await applyChange(state, await orderOf(connection, state, [], { bondUntil: most }));
      expect(await state.escrow.bondExtensionOf(state.id)).to.equal(most);
    });

    it("reverts where the bond would expire before the contract ends", async () => {
      const state = await networkHelpers.loadFixture(opened);
      const endsAt = BigInt(state.deed.annex.bondUntil) + 10n * DAY;
      await expect(applyChange(state, await orderOf(connection, state, [], { endsAt })))
        .to.be.revertedWithCustomError(state.changes, "Change_Dates")
        .withArgs(state.id, state.deed.annex.bondUntil, endsAt);
    });
  });

  it("reverts where a certificate has no office", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const last = { ...state.schedule[2]!, certificates: 2n };
    await expect(applyChange(state, await orderOf(connection, state, [[2n, last]])))
      .to.be.revertedWithCustomError(state.changes, "Terms_Certifier")
      .withArgs(1);
  });

  describe("when a signature is missing or another's", () => {
    it("reverts for the buyer's", async () => {
      const { changes, buyer, supplier, deed, id, order } = await networkHelpers.loadFixture(raised);
      const signature = await signChange(changes, supplier, order);
      await expect(changes.change(deed, order, signature, signature))
        .to.be.revertedWithCustomError(changes, "Change_BadSignature")
        .withArgs(id, buyer);
      await expect(changes.change(deed, order, "0x", signature))
        .to.be.revertedWithCustomError(changes, "Change_BadSignature")
        .withArgs(id, buyer);
    });

    it("reverts for the supplier's", async () => {
      const { changes, buyer, supplier, deed, id, order } = await networkHelpers.loadFixture(raised);
      const signature = await signChange(changes, buyer, order);
      await expect(changes.change(deed, order, signature, signature))
        .to.be.revertedWithCustomError(changes, "Change_BadSignature")
        .withArgs(id, supplier);
    });

    it("reverts where it is bound to another contract", async () => {
      const { changes, escrow, buyer, supplier, deed, id, order } = await networkHelpers.loadFixture(raised);
      const elsewhere = await signChange(changes, buyer, order, await escrow.getAddress());
      await expect(changes.change(deed, order, elsewhere, await signChange(changes, supplier, order)))
        .to.be.revertedWithCustomError(changes, "Change_BadSignature")
        .withArgs(id, buyer);
    });

    it("reverts where another order than the signed one is submitted", async () => {
      const { changes, buyer, supplier, deed, id, order } = await networkHelpers.loadFixture(raised);
      const signatures = [await signChange(changes, buyer, order), await signChange(changes, supplier, order)] as const;
      const dearer = { ...order, schedule: [{ ...order.schedule[0]!, amount: 26_000_000n }], bondIncrease: 300_000n };
      await expect(changes.change(deed, dearer, ...signatures))
        .to.be.revertedWithCustomError(changes, "Change_BadSignature")
        .withArgs(id, buyer);
    });
  });

  it("takes the signatures of contract accounts (ERC-1271), and those of their owners alone no longer", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { changes, buyer, supplier, factor, buyerId, supplierId, deed, id, schedule } = state;
    const buyerWallet = await moveToWallet(connection, state, buyerId, buyer);
    const supplierWallet = await moveToWallet(connection, state, supplierId, supplier);
    const order = await orderOf(connection, state, [[2n, { ...schedule[2]!, amount: 19_000_000n }]]);
    const [byBuyer, bySupplier] = [await signChange(changes, buyer, order), await signChange(changes, supplier, order)];
    await buyerWallet.setOwner(factor);
    await expect(changes.change(deed, order, byBuyer, bySupplier))
      .to.be.revertedWithCustomError(changes, "Change_BadSignature")
      .withArgs(id, buyerWallet);
    const byFactor = await signChange(changes, factor, order);
    await expect(changes.change(deed, order, byFactor, byFactor))
      .to.be.revertedWithCustomError(changes, "Change_BadSignature")
      .withArgs(id, supplierWallet);
    await expect(changes.change(deed, order, byFactor, bySupplier))
      .to.emit(changes, "ContractChanged")
      .withArgs(id, state.deployer, () => true, 0n, 1_000_000n);
  });

  it("raises a milestone, commits the increase and takes the bond for it", async () => {
    const state = await networkHelpers.loadFixture(raised);
    const { changes, escrow, treasury, token, supplier, id, order } = state;
    const [, before] = await treasury.getLine(1n);
    const change = applyChange(state, order);
    await expect(change)
      .to.emit(changes, "ContractChanged")
      .withArgs(id, state.stranger, () => true, 5_000_000n, 0n);
    await expect(change).to.changeTokenBalance(ethers, token, supplier, -250_000n);
    const [, after] = await treasury.getLine(1n);
    expect(after.committed - before.committed).to.equal(5_000_000n);
    expect(before.available - after.available).to.equal(5_000_000n);
    expect((await escrow.getBalances(id))[0].unpaid).to.equal(65_000_000n);
    expect(await escrow.performanceBondOf(id)).to.equal(BOND + 250_000n);
    expect(await changes.changedOf(id)).to.equal(5_000_000n);
  });

  it("reverts where the bond does not grow with the price", async () => {
    const state = await networkHelpers.loadFixture(raised);
    await expect(applyChange(state, { ...state.order, bondIncrease: 249_999n }))
      .to.be.revertedWithCustomError(state.changes, "Change_BondIncrease")
      .withArgs(state.id, 249_999n, 250_000n);
  });

  describe("given the contract opened without a guarantee, a million below the threshold", () => {
    it("needs none where it grows to a peso below the threshold", async () => {
      const state = await networkHelpers.loadFixture(unguaranteed);
      await applyChange(state, await growTo(state, THRESHOLD - 1n, {}));
      expect(await state.escrow.performanceBondOf(state.id)).to.equal(0n);
    });

    it("reverts where it grows to the threshold without 5 % of the whole net price", async () => {
      const state = await networkHelpers.loadFixture(unguaranteed);
      await expect(applyChange(state, await growTo(state, THRESHOLD, { bondIncrease: 3_499_999n })))
        .to.be.revertedWithCustomError(state.changes, "Change_BondIncrease")
        .withArgs(state.id, 3_499_999n, 3_500_000n);
      await applyChange(state, await growTo(state, THRESHOLD, { bondIncrease: 3_500_000n }));
      expect(await state.escrow.performanceBondOf(state.id)).to.equal(3_500_000n);
    });

    it("counts what an earlier order has brought, and goes on following the price", async () => {
      const state = await networkHelpers.loadFixture(unguaranteed);
      const bondUntil = BigInt(state.deed.annex.endsAt);
      await applyChange(state, await orderOf(connection, state, [], { bondIncrease: 1n, bondUntil }));
      await expect(applyChange(state, await growTo(state, THRESHOLD, { bondIncrease: 3_499_998n })))
        .to.be.revertedWithCustomError(state.changes, "Change_BondIncrease")
        .withArgs(state.id, 3_499_998n, 3_499_999n);
      await applyChange(state, await growTo(state, THRESHOLD, { bondIncrease: 3_499_999n }));
      await expect(applyChange(state, await growTo(state, 80_000_000n, { bondIncrease: 499_999n })))
        .to.be.revertedWithCustomError(state.changes, "Change_BondIncrease")
        .withArgs(state.id, 499_999n, 500_000n);
    });

    it("reverts where the guarantee would expire before the contract ends, then and later", async () => {
      const state = await networkHelpers.loadFixture(unguaranteed);
      const ends = BigInt(state.deed.annex.endsAt);
      const early = await growTo(state, THRESHOLD, { bondIncrease: 3_500_000n, bondUntil: ends - 1n });
      await expect(applyChange(state, early))
        .to.be.revertedWithCustomError(state.changes, "Change_Dates")
        .withArgs(state.id, ends - 1n, ends);
      await applyChange(state, { ...early, bondUntil: ends });
      const longer = await orderOf(connection, state, [], { endsAt: ends + DAY, bondUntil: ends });
      await expect(applyChange(state, longer))
        .to.be.revertedWithCustomError(state.changes, "Change_Dates")
        .withArgs(state.id, ends, ends + DAY);
    });

    it("needs none where a case of the law exempts it", async () => {
      const state = await openedUnguaranteed({ bondExemption: 1n, category: 0n });
      await applyChange(state, await growTo(state, THRESHOLD, {}));
      expect(await state.escrow.performanceBondOf(state.id)).to.equal(0n);
    });
  });

  it("reverts once the contract has ended", async () => {
    const state = await networkHelpers.loadFixture(opened);
    await at(connection, BigInt(state.deed.annex.endsAt) + 1n);
    await state.escrow.expire(state.deed.terms);
    await expect(applyChange(state, await orderOf(connection, state, [])))
      .to.be.revertedWithCustomError(state.escrow, "Escrow_Ended")
      .withArgs(state.id);
  });

  it("reverts for a contract that was never opened", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const terms = { ...state.deed.terms, retentionBps: 1n };
    const unknown = { ...state, deed: { ...state.deed, terms } };
    const id = contractId(terms);
    const order = await orderOf(connection, { ...unknown, id }, [], { endsAt: 0n });
    await expect(applyChange(unknown, { ...order, endsAt: state.deed.annex.endsAt }))
      .to.be.revertedWithCustomError(state.escrow, "Escrow_UnknownContract")
      .withArgs(id);
  });

  it("lets the supplier deliver after the former last day", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { escrow, supplier, deed, id, schedule } = state;
    const ends = BigInt(deed.annex.endsAt);
    const later = { ...schedule[2]!, dueAt: ends + 30n * DAY };
    await applyChange(state, await orderOf(connection, state, [[2n, later]], { endsAt: ends + 40n * DAY }));
    await at(connection, ends + 20n * DAY);
    await expect(escrow.connect(supplier).deliver(id, 2, EVIDENCE)).to.emit(escrow, "MilestoneDelivered");
  });
});
