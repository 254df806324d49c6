import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import {
  basketHash,
  basketTotal,
  cheapestLists,
  isLoweredList,
  isWithinCatalogue,
  priceListHash,
} from "../../scripts/lib/tender/quotes/basket.ts";
import { listCommitment, quoteCommitment } from "../../scripts/lib/tender/quotes/commitment.ts";
import { CONTEST_STATUSES, contestStatus } from "../../scripts/lib/tender/quotes/contest-status.ts";
import { rankQuotes } from "../../scripts/lib/tender/quotes/ranking.ts";
import type { FiledQuote } from "../../scripts/lib/tender/quotes/ranking.ts";
import { QuoteMathHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "./support/agree.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new QuoteMathHarness__factory(deployer!).deploy();
}

const MOST = 2n ** 128n - 1n;
const word = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
const bytes32 = word.map((value) => `0x${value.toString(16).padStart(64, "0")}`);
/** Few prices, so that many are equal; 1, the budget and the largest price among them. */
const price = fc.oneof(fc.bigInt({ min: 0n, max: 6n }), fc.constantFrom(1n, 5n, MOST));

/** Up to twelve quotes of up to six groups, of which most are opened. */
const contests = fc.record({
  budget: fc.constantFrom(1n, 5n, MOST),
  leastPrice: fc.constantFrom(0n, 1n, 2n),
  quotes: fc.array(
    fc.record({
      group: fc.bigInt({ min: 1n, max: 6n }),
      price,
      opened: fc.nat(9).map((one) => one > 0),
      salt: bytes32,
      hint: fc.bigInt({ min: 0n, max: 8n }),
    }),
    { maxLength: 12 },
  ),
});

const byPrice = (one: { price: bigint; group: bigint }, other: { price: bigint; group: bigint }) =>
  one.price === other.price ? Number(one.group - other.group) : one.price < other.price ? -1 : 1;

describe("rankQuotes", () => {
  it("agrees with the contract over random contests, ties, price 1 and the largest price among them", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      contests,
      async (batch) =>
        Promise.all(
          batch.map(async ({ quotes, budget, leastPrice }) => {
            const filed = quotes.map((quote, index) => ({ supplier: BigInt(index + 1), ...quote }));
            const ranked = await contract.rank.staticCall(filed, budget, leastPrice);
            const rows = ranked.map(({ supplier, group, price: best, lot }) => ({ supplier, group, price: best, lot }));
            expect(rows.map((row) => row.price)).to.deep.equal([...rows].sort(byPrice).map((row) => row.price));
            return rows.sort(byPrice);
          }),
        ),
      ({ quotes, budget, leastPrice }) => {
        const filed = quotes.map(({ group, price: sealed, opened, salt }, index): FiledQuote => {
          const quote = { supplier: BigInt(index + 1), group };
          return opened ? { ...quote, price: sealed, salt } : quote;
        });
        const ranked = rankQuotes(filed, { budget, leastPrice });
        for (const [index, row] of ranked.slice(1).entries()) {
          const before = ranked[index]!;
          const inOrder = before.price < row.price || (before.price === row.price && before.lot > row.lot);
          expect(inOrder, "order").to.equal(true);
        }
        return ranked.sort(byPrice);
      },
    );
    expect(answers.filter((rows) => rows.length > 1 && rows[0]!.price === rows[1]!.price).length).to.be.above(50);
    expect(answers.filter((rows) => rows.length === 0).length).to.be.above(10);
  });
});

const instant = fc.bigInt({ min: 0n, max: 60n });
const count = fc.bigInt({ min: 0n, max: 4n });
const moments = fc.record({
  facts: fc.record({
    closesAt: instant,
    opensBy: instant,
    validUntil: instant,
    choiceFrom: instant,
    choiceWindow: fc.bigInt({ min: 0n, max: 9n }),
    chosen: fc.constantFrom(0n, 0n, 7n),
    acceptBy: instant,
    minimum: fc.constantFrom(1n, 3n),
    admissible: count,
    ranked: count,
    outcome: fc.constantFrom(0n, 0n, 0n, 0n, 1n, 2n, 3n, 4n),
  }),
  time: instant,
});

describe("contestStatus", () => {
  it("agrees with the contract over random moments, each status among them", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const rest = { acceptanceWindow: 0n, leastPrice: 0n, filed: 0n, budget: 0n, buyer: 0n };
    const answers = await agree(
      moments,
      async (batch) =>
        (await contract.statuses(batch.map(({ facts, time }) => ({ contest: { ...facts, ...rest }, time })))).map(
          (status) => CONTEST_STATUSES[Number(status)],
        ),
      ({ facts, time }) => contestStatus(facts, time),
    );
    expect([...new Set(answers)].sort()).to.deep.equal([...CONTEST_STATUSES].sort());
  });

  it("refuses an outcome that does not exist", () => {
    const [{ facts } = { facts: undefined }] = fc.sample(moments, 1);
    expect(() => contestStatus({ ...facts!, outcome: 5n }, 1n)).to.throw(RangeError);
  });
});

const prices = fc.array(fc.oneof(fc.constant(0n), price), { minLength: 1, maxLength: 5 });
const quantity = fc.constantFrom(0n, 1n, 2n, 3n, 2n ** 64n - 1n);
/** Half of the baskets are in order. */
const baskets = fc
  .record({
    basket: fc.array(fc.record({ item: fc.bigInt({ min: 0n, max: 4n }), quantity }), { maxLength: 3 }),
    prices,
    sorted: fc.boolean(),
  })
  .map(({ basket, prices: list, sorted }) => ({
    basket: sorted ? [...basket].sort((one, other) => Number(one.item - other.item)) : basket,
    prices: list,
  }));

/** A list, what it replaces, and a catalogue, each near to the others. */
const lists = fc
  .array(fc.tuple(price, fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: -1n, max: 9n })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows) => {
    const atLeastZero = (value: bigint) => (value < 0n ? 0n : value > MOST ? MOST : value);
    return {
      prices: rows.map(([given]) => given),
      before: rows.map(([given, more]) => (given === 0n && more < 3n ? 0n : atLeastZero(given + more))),
      items: rows.map(([given, , room]) => ({ code: 1n, maxPrice: atLeastZero(given + room) })),
    };
  })
  .chain((near) =>
    fc.constantFrom(near, near, near, { ...near, before: near.before.slice(1), items: near.items.slice(1) }),
  );

describe("basketTotal", () => {
  it("agrees with the contract over random baskets", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      baskets,
      async (batch) => [...(await contract.totals(batch))],
      ({ basket, prices: list }) => basketTotal(basket, list) ?? 0n,
    );
    expect(answers.filter((total) => total > 0n).length).to.be.above(50);
  });
});

describe("isWithinCatalogue and isLoweredList", () => {
  it("agree with the contract over random lists", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      lists,
      async (batch) => (await contract.judge(batch)).map(({ within, lowered }) => ({ within, lowered })),
      (list) => ({
        within: isWithinCatalogue(list.prices, list.items),
        lowered: isLoweredList(list.prices, list.before),
      }),
    );
    expect(answers.filter(({ within }) => within).length).to.be.above(20);
    expect(answers.filter(({ lowered }) => lowered).length).to.be.above(20);
  });
});

describe("cheapestLists", () => {
  it("puts the cheapest list that covers the basket first, equal ones in the order given", () => {
    const basket = [
      { item: 0n, quantity: 2n },
      { item: 2n, quantity: 1n },
    ];
    const lists = [
      { supplier: 1n, prices: [10n, 1n, 10n] },
      { supplier: 2n, prices: [1n, 1n, 0n] },
      { supplier: 3n, prices: [5n, 9n, 19n] },
      { supplier: 4n, prices: [10n, 9n, 10n] },
    ];
    expect(cheapestLists(basket, lists)).to.deep.equal([
      { supplier: 3n, total: 29n },
      { supplier: 1n, total: 30n },
      { supplier: 4n, total: 30n },
    ]);
  });
});

describe("the hashes of quotes, lists and baskets", () => {
  it("are the contract's", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const book = await contract.getAddress();
    const [record, salt] = [`0x${"11".repeat(32)}`, `0x${"22".repeat(32)}`];
    const place = { chainId: 31_337n, book, record, supplier: 9n };
    const basket = [{ item: 3n, quantity: 4n }];
    const list = [0n, MOST];
    expect(quoteCommitment(place, MOST, salt)).to.equal(await contract.quote(book, record, 9n, MOST, salt));
    expect(listCommitment(place, priceListHash(list), salt)).to.equal(
      await contract.priceList(book, record, 9n, priceListHash(list), salt),
    );
    expect([basketHash(basket), priceListHash(list)]).to.deep.equal([
      ...(await contract.hashes({ basket, prices: list })),
    ]);
  });
});
