import { expect } from "chai";
import { id as hashOf } from "ethers";
import { network } from "hardhat";

import { basketHash, priceListHash } from "../../scripts/lib/tender/quotes/basket.ts";
import { DAY } from "../helpers/agreement.ts";
import { at, latest, NO_DOCUMENT, REASON, ZERO_HASH } from "../helpers/court.ts";
import { activeFramework, BASKET, callOff, draftOrder, FRAMEWORK, LISTS, ORDER } from "../helpers/framework.ts";
import { committedOf } from "../helpers/quotes.ts";
import type { Connection, Signer } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const active = async () => activeFramework(connection);

/** The body called off from the first, dearer list, without a word. */
async function calledOff() {
  const state = await activeFramework(connection);
  const draft = draftOrder(state, await state.orders.getAddress());
  await callOff(state, 0);
  return { ...state, ...draft, calledAt: await latest(connection) };
}

type OrderState = Awaited<ReturnType<typeof calledOff>>;

const accept = ({ orders, id, purchase, contract, schedule }: OrderState, account: Signer) =>
  orders.connect(account).accept(id, purchase, contract, schedule);

const object = ({ orders, stranger, id, firms }: OrderState, index: number, prices = LISTS[index]!, basket = BASKET) =>
  orders.connect(stranger).object(id, basket, firms[index]!.id, prices);

describe("FrameworkOrders.callOff", () => {
  it("reverts for everyone but a buyer, and during a pause", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { orders, stranger, guardian, firms, contract, schedule } = state;
    const { order } = draftOrder(state, await orders.getAddress());
    await expect(orders.connect(stranger).callOff(order, firms[0]!.id, LISTS[0]!, NO_DOCUMENT, contract, schedule))
      .to.be.revertedWithCustomError(orders, "AccessManagedUnauthorized")
      .withArgs(stranger);
    await orders.connect(guardian).pause(REASON.digest);
    await expect(callOff(state, 0)).to.be.revertedWithCustomError(orders, "Pause_On");
  });

  it("reverts for an order of another body", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { orders, buyer, supplierId } = state;
    const { id } = draftOrder({ ...state, buyerId: supplierId }, await orders.getAddress());
    await expect(callOff({ ...state, buyerId: supplierId }, 0))
      .to.be.revertedWithCustomError(orders, "Quote_NotTheBuyer")
      .withArgs(id, buyer, supplierId);
  });

  it("reverts for an ocid that the body has used, and for other terms", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    await expect(callOff(state, 0)).to.be.revertedWithCustomError(state.orders, "CallOff_Exists").withArgs(state.id);
    const contract = { ...state.contract, fineBpsPerDay: 1n };
    await expect(callOff({ ...state, contract }, 0, { ocid: hashOf("2") })).to.be.revertedWithCustomError(
      state.orders,
      "Quote_TermsMismatch",
    );
  });

  it("reverts for a supplier that is not admitted, and for a list that is not its own", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { orders, firms } = state;
    const { id } = draftOrder(state, await orders.getAddress());
    await expect(callOff(state, 3, { prices: LISTS[0]! }))
      .to.be.revertedWithCustomError(orders, "Framework_ListMismatch")
      .withArgs(id, firms[3]!.id, priceListHash(LISTS[0]!), ZERO_HASH);
    await expect(callOff(state, 0, { prices: LISTS[1]! }))
      .to.be.revertedWithCustomError(orders, "Framework_ListMismatch")
      .withArgs(id, firms[0]!.id, priceListHash(LISTS[1]!), priceListHash(LISTS[0]!));
  });

  it("reverts for a basket that is empty, out of order, of nothing, unknown or not covered", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { id } = draftOrder(state, await state.orders.getAddress());
    const [computers, pens] = BASKET;
    const wrong = [[], [pens!, computers!], [pens!, pens!], [{ item: 0n, quantity: 0n }], [{ item: 3n, quantity: 1n }]];
    for (const basket of wrong) {
      await expect(callOff(state, 0, { basket }))
        .to.be.revertedWithCustomError(state.orders, "CallOff_Basket")
        .withArgs(id, 0n);
    }
    await expect(callOff(state, 2)).to.be.revertedWithCustomError(state.orders, "CallOff_Basket").withArgs(id, 0n);
  });

  it("lets another inspector in and reserves exactly the list's price", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { orders, drafts, frameworks, framework, buyer, firms, certifier } = state;
    const { id } = draftOrder(state, await orders.getAddress());
    const contract = { ...state.contract, inspector: certifier.address };
    const time = (await latest(connection)) + 100n;
    await at(connection, time);
    const called = callOff({ ...state, contract }, 1);
    await expect(called)
      .to.emit(orders, "CalledOff")
      .withArgs(
        id,
        buyer,
        framework,
        firms[1]!.id,
        6_700_000n,
        time + 2n * DAY,
        time + 5n * DAY,
        () => true,
        Object.values(NO_DOCUMENT),
      );
    await expect(called).to.emit(frameworks, "CeilingMoved").withArgs(framework, orders, 6_700_000n, 0n);
    expect(await committedOf(state)).to.equal(6_700_000n);
    expect(await drafts.bookOf(id)).to.equal(await orders.getAddress());
    expect(await orders.boughtOf(framework, state.buyerId)).to.equal(6_700_000n);
    expect((await orders.getCallOff(id)).basket).to.equal(basketHash(BASKET));
  });

  it("reverts outside the framework's validity", async () => {
    const state = await networkHelpers.loadFixture(active);
    await at(connection, BigInt(state.terms.validUntil) + 1n);
    await expect(callOff(state, 0))
      .to.be.revertedWithCustomError(state.frameworks, "Framework_Status")
      .withArgs(state.framework, FRAMEWORK.expired);
  });
});

describe("FrameworkOrders, attack: a suspended supplier", () => {
  it("receives no call-off, neither by the buyer nor by an objection, and cannot accept one", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    const { orders, registry, sanctions, firms, id } = state;
    for (const index of [0, 1]) {
      await registry
        .connect(sanctions)
        .suspend(firms[index]!.id, (await latest(connection)) + 90n * DAY, REASON.digest);
    }
    const other = draftOrder(state, await orders.getAddress(), BASKET, hashOf("2"));
    await expect(callOff(state, 1, { ocid: hashOf("2") }))
      .to.be.revertedWithCustomError(orders, "Quote_NotEligible")
      .withArgs(other.id, firms[1]!.id);
    await expect(object(state, 1))
      .to.be.revertedWithCustomError(orders, "Quote_NotEligible")
      .withArgs(id, firms[1]!.id);
    await networkHelpers.time.increase(2n * DAY);
    await expect(accept(state, firms[0]!.account))
      .to.be.revertedWithCustomError(orders, "Quote_NotEligible")
      .withArgs(id, firms[0]!.id);
  });
});

describe("FrameworkOrders, attack: the buyer passes the cheapest list over", () => {
  it("loses the choice to anyone who shows a cheaper one, in the last second of the window", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    const { orders, frameworks, framework, stranger, firms, id } = state;
    await at(connection, state.calledAt + 2n * DAY);
    const moved = object(state, 1);
    await expect(moved)
      .to.emit(orders, "CallOffMoved")
      .withArgs(id, stranger, firms[1]!.id, 6_700_000n, firms[0]!.id, 7_300_000n);
    await expect(moved).to.emit(frameworks, "CeilingMoved").withArgs(framework, orders, 6_700_000n, 7_300_000n);
    await expect(accept(state, firms[0]!.account))
      .to.be.revertedWithCustomError(orders, "CallOff_NotTheSupplier")
      .withArgs(id, firms[0]!.account, firms[1]!.id);
    await expect(accept(state, firms[1]!.account)).to.emit(orders, "CallOffAccepted");
    expect(await committedOf(state)).to.equal(6_700_000n);
    expect(await orders.boughtOf(framework, state.buyerId)).to.equal(6_700_000n);
  });

  it("keeps it with a published justification alone", async () => {
    const state = await networkHelpers.loadFixture(active);
    const { id } = draftOrder(state, await state.orders.getAddress());
    await expect(callOff(state, 0, { reason: REASON }))
      .to.emit(state.orders, "CalledOff")
      .withArgs(
        id,
        state.buyer,
        state.framework,
        state.firms[0]!.id,
        7_300_000n,
        0n,
        (acceptBy: bigint) => acceptBy > 0n,
        () => true,
        Object.values(REASON),
      );
    await expect(state.orders.object(id, BASKET, state.firms[1]!.id, LISTS[1]!))
      .to.be.revertedWithCustomError(state.orders, "CallOff_Status")
      .withArgs(id, ORDER.acceptance);
  });
});

describe("FrameworkOrders.object", () => {
  it("reverts a second after the window", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    await at(connection, state.calledAt + 2n * DAY + 1n);
    await expect(object(state, 1))
      .to.be.revertedWithCustomError(state.orders, "CallOff_Status")
      .withArgs(state.id, ORDER.acceptance);
  });

  it("reverts for another basket, a list that covers less, and a price that is not lower", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    const { orders, id } = state;
    const other = BASKET.slice(1);
    await expect(object(state, 1, LISTS[1], other))
      .to.be.revertedWithCustomError(orders, "CallOff_BasketMismatch")
      .withArgs(id, basketHash(other), basketHash(BASKET));
    await expect(object(state, 2)).to.be.revertedWithCustomError(orders, "CallOff_Basket").withArgs(id, 0n);
    await expect(object(state, 0))
      .to.be.revertedWithCustomError(orders, "CallOff_NotCheaper")
      .withArgs(id, 7_300_000n, 7_300_000n);
  });

  it("reverts for a price that gives a milestone nothing", async () => {
    const state = await activeFramework(connection, [
      [2n, 0n, 0n],
      [1n, 0n, 0n],
    ]);
    const basket = [{ item: 0n, quantity: 1n }];
    const { id } = draftOrder(state, await state.orders.getAddress(), basket);
    await callOff(state, 0, { basket, prices: [2n, 0n, 0n] });
    await expect(state.orders.object(id, basket, state.firms[1]!.id, [1n, 0n, 0n]))
      .to.be.revertedWithCustomError(state.orders, "CallOff_Basket")
      .withArgs(id, 1n);
  });
});

describe("FrameworkOrders.accept, decline and lapse", () => {
  it("wait for the window of objections", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    for (const act of [
      accept(state, state.firms[0]!.account),
      state.orders.connect(state.firms[0]!.account).decline(state.id),
    ]) {
      await expect(act)
        .to.be.revertedWithCustomError(state.orders, "CallOff_Status")
        .withArgs(state.id, ORDER.objections);
    }
  });

  it("open the contract with the bond, in the last second and during a pause", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    const { orders, opening, guardian, firms, id, escrow } = state;
    await orders.connect(guardian).pause(REASON.digest);
    await opening.connect(guardian).pause(REASON.digest);
    await at(connection, state.calledAt + 5n * DAY);
    await accept(state, firms[0]!.account);
    const [log] = await opening.queryFilter(opening.filters.ContractOpened);
    const { deed } = log!.args;
    expect([deed.terms.supplier, deed.terms.price, deed.annex.performanceBond]).to.deep.equal([
      firms[0]!.id,
      7_300_000n,
      306_723n, // 5 % of the net price of 6,134,454, rounded up
    ]);
    expect((await escrow.getBalances(log!.args.id))[0].unpaid).to.equal(7_300_000n);
    expect(await orders.orderStatusOf(id)).to.equal(ORDER.contracted);
  });

  it("return everything when the supplier declines, and count the refusal", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    const { orders, frameworks, framework, firms, id, stranger } = state;
    const { account, id: supplier } = firms[0]!;
    await networkHelpers.time.increase(2n * DAY);
    await expect(orders.connect(stranger).decline(id))
      .to.be.revertedWithCustomError(orders, "CallOff_NotTheSupplier")
      .withArgs(id, stranger, supplier);
    await expect(orders.connect(account).decline(id))
      .to.emit(orders, "CallOffRefused")
      .withArgs(id, account, supplier, true);
    expect(await orders.refusalsOf(framework, supplier)).to.equal(1n);
    expect([await committedOf(state), (await frameworks.getFramework(framework)).used]).to.deep.equal([0n, 0n]);
    expect(await orders.boughtOf(framework, state.buyerId)).to.equal(0n);
    expect(await orders.orderStatusOf(id)).to.equal(ORDER.lapsed);
  });
});

describe("FrameworkOrders, attack: the supplier stays silent", () => {
  it("lapses by anyone a second after the window, and everything returns", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    const { orders, frameworks, framework, firms, id, stranger } = state;
    await at(connection, state.calledAt + 5n * DAY);
    await expect(orders.connect(stranger).lapse(id))
      .to.be.revertedWithCustomError(orders, "CallOff_Status")
      .withArgs(id, ORDER.acceptance);
    await at(connection, state.calledAt + 5n * DAY + 1n);
    await expect(orders.connect(stranger).lapse(id))
      .to.emit(orders, "CallOffRefused")
      .withArgs(id, stranger, firms[0]!.id, false);
    expect([await committedOf(state), (await frameworks.getFramework(framework)).used]).to.deep.equal([0n, 0n]);
  });

  it("lapses also where the reservation itself has lapsed before", async () => {
    const state = await networkHelpers.loadFixture(calledOff);
    await networkHelpers.time.increaseTo(state.calledAt + 5n * DAY);
    await state.opening.connect(state.stranger).lapseReservation(state.drafts, state.id);
    await state.orders.connect(state.stranger).lapse(state.id);
    expect(await committedOf(state)).to.equal(0n);
  });
});
