import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { revertDataOf } from "../../scripts/lib/messages/error-chain.ts";
import type { Change, Deed, MilestoneTerms } from "../../scripts/lib/procurement/agreement.ts";
import { changeEffect, type ChangeBasis } from "../../scripts/lib/procurement/change-limits.ts";
import { documentOf } from "../helpers/agreement.ts";
import { signChange } from "../helpers/changes.ts";
import { fundedLine, openContract, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { textOf } from "./support/agree.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const ORDERS = process.env.ERARIO_DEEP === "1" ? 400 : 80;
const LATER = 4_000_000_000n;
const SMALL = { standing: 60_000_000n, held: 0n, threshold: THRESHOLD, exempt: false };
const DEED = { price: 60_000_000n, netPrice: 50_420_168n, performanceBond: 2_521_009n, small: SMALL };
const UNBONDED = { ...DEED, performanceBond: 0n };

/** A contract of three milestones of 20 million, and a way to sign orders on it. */
async function contractWith({ netPrice, performanceBond }: ChangeBasis) {
  const fixture = await fundedLine(connection);
  const opened = await openContract(fixture, { annex: { netPrice, performanceBond } });
  const [deed, schedule, id] = [opened.deed as Deed, opened.schedule as MilestoneTerms[], opened.id];
  const signed = async (order: Change) => {
    const buyer = await signChange(fixture.changes, fixture.buyer, order);
    return [deed, order, buyer, await signChange(fixture.changes, fixture.supplier, order)] as const;
  };
  const orderOf = async (amounts: readonly (readonly [index: bigint, amount: bigint])[], bondIncrease: bigint) => ({
    termsHash: await fixture.changes.termsHashOf(id),
    document: documentOf("change").digest,
    indexes: amounts.map(([index]) => index),
    schedule: amounts.map(([, amount]) => ({ ...schedule[0]!, amount })),
    endsAt: deed.annex.endsAt,
    bondUntil: deed.annex.bondUntil,
    bondIncrease,
    deadline: LATER,
  });
  /** Whether an order would pass, or the error and its arguments but the id. */
  const outcomeOf = async (order: Change): Promise<string> =>
    fixture.changes.change.staticCall(...(await signed(order))).then(
      () => "accepted",
      (error: unknown) => {
        const parsed = fixture.changes.interface.parseError(revertDataOf(error) ?? "0x");
        return textOf([parsed?.name, ...(parsed?.args.slice(1) ?? [])]);
      },
    );
  return { ...fixture, id, deed, signed, orderOf, outcomeOf };
}

const contractWithBond = () => contractWith(DEED);

/** Opened without a guarantee; a first order has brought 1 million of it, which none had to. */
async function contractWithoutBond() {
  const state = await contractWith(UNBONDED);
  await state.changes.change(...(await state.signed(await state.orderOf([], 1_000_000n))));
  return state;
}

/** New amounts of some milestones, the fourth of which is new, around the cap of 18 million, and how the bond misses its least. */
const orders = fc.record({
  amounts: fc
    .subarray([0n, 1n, 2n, 3n], { minLength: 1 })
    .chain((indexes) =>
      fc.tuple(
        ...indexes.map((index) =>
          fc
            .oneof(fc.bigInt({ min: 0n, max: 45_000_000n }), fc.constantFrom(0n, 2_000_000n, 20_000_000n, 38_000_000n))
            .map((amount) => [index, amount] as const),
        ),
      ),
    ),
  bondError: fc.constantFrom(-1n, -1n, 0n, 0n, 1n),
});

describe("changeEffect", () => {
  it("agrees with the contract on the cap and on the guarantee, over random orders on a changed contract", async () => {
    const { changes, id, signed, orderOf, outcomeOf } = await networkHelpers.loadFixture(contractWithBond);
    await changes.change(...(await signed(await orderOf([[0n, 23_000_000n]], 126_051n))));
    const changedBefore = await changes.changedOf(id);
    expect(changedBefore).to.equal(3_000_000n);
    const standing = [23_000_000n, 20_000_000n, 20_000_000n, 0n];
    const outcomes = new Set<string>();
    for (const { amounts, bondError } of fc.sample(orders, ORDERS)) {
      const moved = amounts.map(([index, after]) => ({ before: standing[Number(index)]!, after }));
      const effect = changeEffect(DEED, changedBefore, moved);
      const { leastBondIncrease: least, changed, most } = effect;
      const bond = least + bondError < 0n ? 0n : least + bondError;
      let expected = "accepted";
      if (!effect.withinCap) expected = textOf(["Change_AboveCap", changed, most]);
      if (bond < least) expected = textOf(["Change_BondIncrease", bond, least]);
      const asked = await outcomeOf(await orderOf(amounts, bond));
      expect(asked, textOf(amounts)).to.equal(expected);
      outcomes.add(/\w+/.exec(asked)?.[0] ?? "");
    }
    expect([...outcomes].sort()).to.deep.equal(["Change_AboveCap", "Change_BondIncrease", "accepted"]);
  });

  it("agrees with the contract on what a contract that opened without a guarantee must post as it grows", async () => {
    const { orderOf, outcomeOf } = await networkHelpers.loadFixture(contractWithoutBond);
    const basis = { ...UNBONDED, small: { ...SMALL, held: 1_000_000n } };
    const grown = fc.oneof(
      fc.bigInt({ min: 20_000_001n, max: 38_000_000n }),
      fc.constantFrom(19_000_000n, 29_999_999n, 30_000_000n, 30_000_001n),
    );
    const outcomes = new Set<string>();
    for (const after of [29_999_999n, 30_000_000n, ...fc.sample(grown, ORDERS / 4)]) {
      const { leastBondIncrease: least } = changeEffect(basis, 0n, [{ before: 20_000_000n, after }]);
      for (const bond of least === 0n ? [0n] : [least - 1n, least]) {
        const expected = bond < least ? textOf(["Change_BondIncrease", bond, least]) : "accepted";
        expect(await outcomeOf(await orderOf([[0n, after]], bond)), textOf([after, bond])).to.equal(expected);
        outcomes.add(`${least === 0n ? "none" : "some"} due, ${bond < least ? "refused" : "accepted"}`);
      }
    }
    expect([...outcomes].sort()).to.deep.equal(["none due, accepted", "some due, accepted", "some due, refused"]);
  });

  it("asks an exempt contract for none, and one that shrinks for none", () => {
    const grown = [{ before: 20_000_000n, after: 38_000_000n }];
    expect(changeEffect({ ...UNBONDED, small: { ...SMALL, exempt: true } }, 0n, grown).leastBondIncrease).to.equal(0n);
    const shrunk = [{ before: 20_000_000n, after: 19_000_000n }];
    const above = { ...UNBONDED, small: { ...SMALL, threshold: 1n } };
    expect(changeEffect(above, 0n, shrunk).leastBondIncrease).to.equal(0n);
    // 78,000,000 x 50,420,168 / 60,000,000 = 65,546,218.4; 5 % of 65,546,218 = 3,277,310.9
    expect(changeEffect(UNBONDED, 0n, grown).leastBondIncrease).to.equal(3_277_311n);
  });

  it("counts moves between milestones once and lets the cap itself be reached", () => {
    const moved = changeEffect(DEED, 0n, [
      { before: 20_000_000n, after: 2_000_000n },
      { before: 20_000_000n, after: 38_000_000n },
    ]);
    expect(moved).to.deep.equal({
      increase: 18_000_000n,
      decrease: 18_000_000n,
      changed: 18_000_000n,
      most: 18_000_000n,
      withinCap: true,
      leastBondIncrease: 0n,
    });
    expect(changeEffect(DEED, 1n, [{ before: 0n, after: 18_000_000n }]).withinCap).to.equal(false);
  });

  it("asks for 5 % of the increase without taxes, rounded up", () => {
    // 3,000,000 x 50,420,168 / 60,000,000 = 2,521,008.4; 5 % of 2,521,008 = 126,050.4
    expect(changeEffect(DEED, 0n, [{ before: 20_000_000n, after: 23_000_000n }]).leastBondIncrease).to.equal(126_051n);
  });
});
