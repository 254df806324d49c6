import { expect } from "chai";
import { id as hashOf } from "ethers";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { latest } from "../helpers/court.ts";
import { activeFramework, BASKET, callOff, draftOrder, LISTS } from "../helpers/framework.ts";
import { CIPHERTEXT, saltOf, sealedBy, timetable } from "../helpers/quotes.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const HUNDRED = [{ item: 1n, quantity: 100n }];

/** A competition for a hundred computers: the first firm offers 64 million, the second its whole list of 65; openings have begun. */
async function sealedOffers() {
  const state = await activeFramework(connection);
  const book = await state.contests.getAddress();
  const order = draftOrder(state, book, HUNDRED);
  const windows = timetable(await latest(connection), { choiceWindow: 0n });
  const { contests, buyer, contract, schedule } = state;
  await contests.connect(buyer).compete(order.order, 80_000_000n, windows, contract, schedule);
  for (const [index, price] of [64_000_000n, 65_000_000n].entries()) {
    const { account, id: supplier } = state.firms[index]!;
    await contests.connect(account).quote(order.id, sealedBy(book, order.id, supplier, price), CIPHERTEXT);
  }
  await networkHelpers.time.increaseTo(BigInt(windows.closesAt));
  return { ...state, ...order, windows };
}

type Sealed = Awaited<ReturnType<typeof sealedOffers>>;

const open = ({ contests, stranger, firms, id }: Sealed, index: number, price: bigint, prices: bigint[]) => {
  const supplier = firms[index]!.id;
  return contests.connect(stranger).open(id, supplier, price, saltOf(supplier), HUNDRED, prices, 0n);
};

describe("A supplier of a framework that has seen the other offers", () => {
  it("gains nothing by lowering its list before its own offer is opened", async () => {
    const state = await networkHelpers.loadFixture(sealedOffers);
    const { contests, frameworks, framework, firms, id } = state;
    await open(state, 0, 64_000_000n, LISTS[0]!);
    const lowered = [4_800n, 639_999n, 200n];
    await frameworks.connect(firms[1]!.account).lower(framework, LISTS[1]!, lowered);
    const now = await contests.listOf(id, firms[1]!.id);
    expect(now).to.not.equal(await frameworks.listOf(framework, firms[1]!.id));
    await open(state, 1, 65_000_000n, LISTS[1]!);
    expect(await contests.cheapestOf(id)).to.deep.equal([firms[0]!.id, 64_000_000n]);
  });

  it("cannot keep a stranger from opening its offer by lowering its list again and again", async () => {
    const state = await networkHelpers.loadFixture(sealedOffers);
    const { frameworks, framework, firms, contests, id } = state;
    await frameworks.connect(firms[1]!.account).lower(framework, LISTS[1]!, [4_800n, 649_999n, 200n]);
    await open(state, 1, 65_000_000n, LISTS[1]!);
    expect((await contests.getQuote(id, firms[1]!.id)).price).to.equal(65_000_000n);
  });
});

/** The second firm's list is the dearest; the first one's and the fourth one's, of one group, undercut it. */
const UNDERCUT = [
  [4_500n, 640_000n, 200n],
  [4_800n, 650_000n, 200n],
  [4_000n, 0n, 250n],
  [4_500n, 630_000n, 200n],
];
const undercut = async () => activeFramework(connection, UNDERCUT);

describe("A group of a framework that pulls orders to its cheap lists and lets them fall", () => {
  it("does so once: neither that list nor another of its group moves an order again", async () => {
    const state = await networkHelpers.loadFixture(undercut);
    const { orders, firms, framework, stranger, contract, schedule } = state;
    const [thief, honest] = [firms[0]!, firms[1]!];
    const book = await orders.getAddress();
    const show = (id: string, index: number) =>
      orders.connect(stranger).object(id, BASKET, firms[index]!.id, UNDERCUT[index]!);
    const first = draftOrder(state, book, BASKET, hashOf("first"));
    await callOff(state, 1, { prices: UNDERCUT[1]!, ocid: hashOf("first") });
    await show(first.id, 0);
    await networkHelpers.time.increase(5n * DAY);
    await expect(orders.connect(stranger).lapse(first.id))
      .to.emit(orders, "CallOffRefused")
      .withArgs(first.id, stranger, thief.id, false);
    expect([
      await orders.isBarred(framework, thief.group),
      await orders.isBarred(framework, honest.group),
    ]).to.deep.equal([true, false]);
    const second = draftOrder(state, book, BASKET, hashOf("second"));
    await callOff(state, 1, { prices: UNDERCUT[1]!, ocid: hashOf("second") });
    for (const index of [0, 3]) {
      await expect(show(second.id, index))
        .to.be.revertedWithCustomError(orders, "CallOff_Barred")
        .withArgs(second.id, firms[index]!.id, thief.group);
    }
    await networkHelpers.time.increase(2n * DAY);
    await expect(orders.connect(honest.account).accept(second.id, second.purchase, contract, schedule))
      .to.emit(orders, "CallOffAccepted")
      .withArgs(second.id, honest.account, honest.id, 6_700_000n, (contractId: string) => contractId.length === 66);
  });

  it("stays where it is when it refuses what the body itself chose", async () => {
    const state = await networkHelpers.loadFixture(undercut);
    const { orders, firms, framework } = state;
    const { id } = draftOrder(state, await orders.getAddress());
    await callOff(state, 0, { prices: UNDERCUT[0]! });
    await networkHelpers.time.increase(2n * DAY);
    await orders.connect(firms[0]!.account).decline(id);
    expect(await orders.isBarred(framework, firms[0]!.group)).to.equal(false);
  });
});
