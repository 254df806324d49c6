import { expect } from "chai";
import { network } from "hardhat";

import { latest } from "../helpers/court.ts";
import { activeFramework, draftOrder, LISTS } from "../helpers/framework.ts";
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
