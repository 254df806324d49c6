import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { revertDataOf } from "../../scripts/lib/messages/error-chain.ts";
import type { Change, Deed, MilestoneTerms } from "../../scripts/lib/procurement/agreement.ts";
import { changeEffect } from "../../scripts/lib/procurement/change-limits.ts";
import { documentOf } from "../helpers/agreement.ts";
import { signChange } from "../helpers/changes.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { textOf } from "./support/agree.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const ORDERS = process.env.ERARIO_DEEP === "1" ? 400 : 80;
const LATER = 4_000_000_000n;
const DEED = { price: 60_000_000n, netPrice: 50_420_168n, performanceBond: 2_521_009n };

/** A contract of three milestones of 20 million with its guarantee, and a way to sign orders on it. */
async function contractWithBond() {
  const fixture = await fundedLine(connection);
  const { netPrice, performanceBond } = DEED;
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
  return { ...fixture, id, deed, signed, orderOf };
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
    const { changes, id, signed, orderOf } = await networkHelpers.loadFixture(contractWithBond);
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
      const asked = await changes.change.staticCall(...(await signed(await orderOf(amounts, bond)))).then(
        () => "accepted",
        (error: unknown) => {
          const parsed = changes.interface.parseError(revertDataOf(error) ?? "0x");
          return textOf([parsed?.name, ...(parsed?.args.slice(1) ?? [])]);
        },
      );
      expect(asked, textOf(amounts)).to.equal(expected);
      outcomes.add(/\w+/.exec(asked)?.[0] ?? "");
    }
    expect([...outcomes].sort()).to.deep.equal(["Change_AboveCap", "Change_BondIncrease", "accepted"]);
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
