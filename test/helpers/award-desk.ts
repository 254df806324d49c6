import { id as hashOf, ZeroAddress } from "ethers";

import { rankBids } from "../../scripts/lib/tender/award/rank-bids.ts";
import type { AwardRules, QualifiedBid } from "../../scripts/lib/tender/award/types.ts";
import { AwardDesk__factory, MockTenderBook__factory } from "../../typechain-types/index.js";
import { entryOf, publishedRules, scanOrder, type OpenedTender } from "../twins/support/tenders.ts";
import { DAY, documentOf } from "./agreement.ts";
import { latest } from "./court.ts";
import type { Connection } from "./suite.ts";

export const TENDER = hashOf("tender 1");
export const LOT = 7n;

/** `Award.Status` and `Award.Ruling` by name. */
export const AWARD = {
  none: 0n,
  complaints: 1n,
  review: 2n,
  standstill: 3n,
  signature: 4n,
  lapsed: 5n,
  ended: 6n,
} as const;
export const RULING = { none: 0n, confirm: 1n, exclude: 2n, annul: 3n } as const;
export const OUTCOME = { none: 0n, signed: 1n, unsuccessful: 2n, cancelled: 3n, annulled: 4n } as const;

/** Windows of the tests' terms, seconds; the bids are valid for 120 days after the prices are open. */
export const WINDOWS = {
  complaintWindow: 5n * DAY,
  reviewWindow: 6n * DAY,
  suspensionCap: 9n * DAY,
  standstill: 10n * DAY,
  signatureWindow: 8n * DAY,
} as const;

export const RULES: AwardRules = {
  priceWeight: 4_000n,
  abnormallyLow: 60n,
  tieBreak: ["price", "technical", "attributes", "filing"],
};

/** A bid in order; tests say what is particular about theirs. */
export const bidOf = (bidder: bigint, price: bigint, facts: Partial<QualifiedBid> = {}): QualifiedBid => ({
  bidder,
  group: bidder,
  filedAt: 1_000n,
  isOpened: true,
  isRemoved: false,
  price,
  technical: 20_000_000n,
  attributes: 10_000_000n,
  ...facts,
});

/** Three groups: 1 and 2 alone, 3 and 4 together. Bid 2 is the cheapest, 4 the cheaper of its group. */
export const FOUR_BIDS = [
  bidOf(1n, 100n),
  bidOf(2n, 90n),
  bidOf(3n, 130n, { group: 3n }),
  bidOf(4n, 120n, { group: 3n }),
];

export const CALL = {
  ocid: documentOf("ocds-213czf-lic-1").digest,
  document: documentOf("terms of the tender").digest,
  lineId: 1n,
  token: "0x00000000000000000000000000000000000000aa",
  buyer: 50n,
  category: 2n,
  budget: 10_000n,
  bidBond: 0n,
  maxEnquiries: 1n,
  answerExtension: 0n,
  timeLocked: true,
  technicalRound: 1n,
  priceRound: 2n,
};

export const CONTRACT = {
  document: documentOf("contract text").digest,
  taxBps: 1_900n,
  advanceBps: 1_000n,
  advanceBonded: true,
  retentionBps: 1_000n,
  retentionCapBps: 500n,
  inspector: "0x0000000000000000000000000000000000000003",
  substitute: "0x0000000000000000000000000000000000000004",
  bondExemption: 0n,
  performanceBps: 500n,
  raisedBps: 2_000n,
  duration: 365n * DAY,
  bondTail: 60n * DAY,
  warranty: 60n * DAY,
  fineBpsPerDay: 100n,
  fineCapBps: 3_000n,
  defaultBps: 5_000n,
  defenceWindow: 10n * DAY,
  decisionWindow: 20n * DAY,
  appealWindow: 5n * DAY,
  reviewWindow: 20n * DAY,
  settlementWindow: 5n * DAY,
  rulingWindow: 30n * DAY,
  certificateWindow: 10n * DAY,
  arbiter: "0x0000000000000000000000000000000000000005",
  fallbackArbiter: "0x0000000000000000000000000000000000000006",
  reviewer: "0x0000000000000000000000000000000000000007",
  certifiers: [ZeroAddress, ZeroAddress, ZeroAddress] as [string, string, string],
};

export const SHARES = [
  { bps: 3_333n, notBefore: 0n, dueAfter: 90n * DAY, certificates: 0n },
  { bps: 6_667n, notBefore: DAY, dueAfter: 365n * DAY, certificates: 1n },
];

/** An award desk over a book whose prices are open: bidder `n` acts with account `n`. */
export async function openedDesk(connection: Connection, tender: Partial<OpenedTender> = {}) {
  const { ethers } = connection;
  const { rules = RULES, bids = FOUR_BIDS, lot = LOT } = tender;
  const [deployer, ...accounts] = await ethers.getSigners();
  const book = await new MockTenderBook__factory(deployer!).deploy();
  const desk = await new AwardDesk__factory(deployer!).deploy(book, book);
  const [reviewer, stranger, other] = accounts.slice(15) as [
    (typeof accounts)[0],
    (typeof accounts)[0],
    (typeof accounts)[0],
  ];
  const now = await latest(connection);
  const published = publishedRules(rules);
  const openings = {
    technicalFrom: 0n,
    technicalBy: 0n,
    pricesFrom: 0n,
    pricesBy: now + 100n,
    opened: BigInt(bids.length),
    tallied: BigInt(bids.length),
    qualified: BigInt(bids.length),
    quorum: 1n,
  };
  const stages = {
    scoresBy: 0n,
    substitutesBy: 0n,
    validUntil: now + 120n * DAY,
    reviewer: reviewer.address,
    grounds: 3n,
    ...WINDOWS,
  };
  await book.setTender(TENDER, openings, stages, published, lot);
  await book.setContract(TENDER, CALL, CONTRACT, SHARES);
  for (let from = 0; from < bids.length; from += 100) {
    const part = bids.slice(from, from + 100);
    await book.setBids(
      TENDER,
      part.map(({ bidder }) => bidder),
      part.map(entryOf),
    );
  }
  for (const { bidder } of bids.slice(0, 10)) await book.setAccount(bidder, accounts[Number(bidder) - 1]!);
  await connection.networkHelpers.time.increaseTo(now + 101n);
  const { basis } = rankBids(rules, bids, lot);
  const order = scanOrder(bids);
  /** Awards in one page, with the right reference price unless another is given. */
  const award = (reference = basis) => desk.award(TENDER, published, reference, order, true, true);
  return {
    book,
    desk,
    accounts,
    reviewer,
    stranger,
    other,
    openings,
    stages,
    rules: published,
    basis,
    order,
    award,
    bids,
  };
}

/** The best three of the award, 0 where there are fewer. */
export async function podiumOf({ desk }: Pick<OpenedDesk, "desk">): Promise<bigint[]> {
  const { winner, second, third } = await desk.getAward(TENDER);
  return [winner, second, third];
}

export type OpenedDesk = Awaited<ReturnType<typeof openedDesk>>;

/** The desk with its award: bid 2 wins, 1 and 4 follow. */
export async function awardedDesk(connection: Connection, tender: Partial<OpenedTender> = {}) {
  const state = await openedDesk(connection, tender);
  await state.award();
  return { ...state, awardedAt: await latest(connection) };
}

/** The award with a complaint of bidder 1, in its first review second. */
export async function reviewedDesk(connection: Connection) {
  const state = await awardedDesk(connection);
  await state.desk.connect(state.accounts[0]).complain(TENDER, 1n, documentOf("complaint"));
  const complaintsUntil = state.awardedAt + WINDOWS.complaintWindow;
  await connection.networkHelpers.time.increaseTo(complaintsUntil);
  return { ...state, complaintsUntil };
}
