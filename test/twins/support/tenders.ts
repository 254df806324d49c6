import fc from "fast-check";

import { awardPages } from "../../../scripts/lib/tender/award/award-pages.ts";
import { rankBids } from "../../../scripts/lib/tender/award/rank-bids.ts";
import { TIE_BREAK, type AwardRules, type QualifiedBid } from "../../../scripts/lib/tender/award/types.ts";
import type { Tender } from "../../../typechain-types/contracts/procurement/AwardDesk.js";

/** Largest price that the book stores: a budget of 112 bits. */
export const LARGEST_PRICE = 2n ** 112n - 1n;

/** `BidFlags`. */
const FLAG = { opened: 1n + 2n + 4n, qualified: 8n + 16n, price: 32n, excluded: 64n, declined: 128n } as const;

/** A tender whose prices are open. */
export interface OpenedTender {
  readonly rules: AwardRules;
  readonly bids: readonly QualifiedBid[];
  readonly lot: bigint;
}

/** Few values, so that prices, points and totals often tie. */
const prices = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(1n, 2n, LARGEST_PRICE - 1n, LARGEST_PRICE) },
  { weight: 4, arbitrary: fc.constantFrom(90n, 100n, 100n, 100n, 110n, 120n, 200n) },
  { weight: 2, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 12n }) },
);
const sums = fc.constantFrom(0n, 10_000_000n, 10_000_000n, 20_000_000n, 30_000_000n);

const bid = fc.record({
  group: fc.bigInt({ min: 1n, max: 6n }),
  filedAt: fc.constantFrom(1_000n, 1_000n, 1_001n),
  isOpened: fc.nat(9).map((value) => value !== 0),
  isRemoved: fc.nat(7).map((value) => value === 0),
  isInadmissible: fc.nat(9).map((value) => value === 0),
  price: prices,
  technical: sums,
  attributes: sums,
});

/** Tenders of none to nine qualified bids in up to six groups. */
export const openedTenders: fc.Arbitrary<OpenedTender> = fc
  .record({
    bids: fc.array(bid, { maxLength: 9 }),
    priceWeight: fc.constantFrom(1n, 3_000n, 4_000n, 10_000n),
    abnormallyLow: fc.constantFrom(0n, 0n, 95n, 100n, 101n, LARGEST_PRICE),
    tieBreak: fc.shuffledSubarray(TIE_BREAK.slice(1)),
    lot: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  })
  .map(({ bids, lot, ...rules }) => ({
    rules,
    lot,
    bids: bids.map(({ isInadmissible, ...facts }, index) => ({
      ...facts,
      bidder: BigInt(index + 1),
      price: facts.isOpened && !isInadmissible ? facts.price : 0n,
    })),
  }));

/** The rules as the terms publish them: the price and one technical criterion. */
export const publishedRules = ({ abnormallyLow, tieBreak, priceWeight }: AwardRules): Tender.RulesStruct => {
  const place = (index: number) => BigInt(TIE_BREAK.indexOf(tieBreak[index] ?? "none"));
  const rated = (kind: bigint, weight: bigint) => ({ kind, weight, field: 0n, zeroAt: 0n, fullAt: 0n });
  const none = rated(0n, 0n);
  const technical = rated(2n, 10_000n - priceWeight);
  return {
    minTechnicalBps: 0n,
    abnormallyLow,
    region: 0n,
    tieBreak: [place(0), place(1), place(2), place(3)],
    criteria: [technical, rated(1n, priceWeight), none, none, none, none, none, none],
  };
};

/** A bid as the book returns it. */
export const entryOf = (item: QualifiedBid) => ({
  bid: {
    declared: 0n,
    group: item.group,
    flags: FLAG.opened,
    size: 2n,
    region: 0n,
  },
  offer: {
    price: item.price,
    technical: item.technical,
    attributes: item.attributes,
    filedAt: item.filedAt,
    flags:
      FLAG.qualified |
      (item.isOpened ? FLAG.price : 0n) |
      (item.isRemoved ? (item.bidder % 2n === 0n ? FLAG.excluded : FLAG.declined) : 0n),
  },
});

/** The bidders of a tender in the order of a scan. */
export const scanOrder = (bids: readonly QualifiedBid[]): bigint[] => [...(awardPages(bids, 1_000)[0]?.bidders ?? [])];

/** A whole scan of a tender in one page, claiming the reference price of the twin unless another is given. */
export function scanOf({ rules, bids, lot }: OpenedTender, basis = rankBids(rules, bids, lot).basis) {
  const bidders = scanOrder(bids);
  return {
    rules: publishedRules(rules),
    basis,
    lot,
    qualified: BigInt(bids.length),
    bidders,
    entries: bidders.map((bidder) => entryOf(bids.find((item) => item.bidder === bidder)!)),
  };
}

/** What both sides answer: the best three and the total of the winner. */
export function podium({ rules, bids, lot }: OpenedTender): { best: bigint[]; total: bigint } {
  const { ranked } = rankBids(rules, bids, lot);
  return { best: [0, 1, 2].map((place) => ranked[place]?.bidder ?? 0n), total: ranked[0]?.total ?? 0n };
}
