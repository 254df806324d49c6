import { firstRoundFrom, QUICKNET } from "../../scripts/lib/randomness/beacon.ts";
import type { Connection } from "./suite.ts";
import { CRITERION, criteriaOf, rated, seatsOf } from "./tender-terms.ts";
import type { TenderTerms, TermsChange } from "./tender-terms.ts";
import {
  addBidder,
  fileBid,
  openPrice,
  openTechnical,
  publishTender,
  scanOf,
  scoreAll,
  tenderStage,
} from "./tenders.ts";
import type { BidContent, Bidder, TenderStage, TestBid } from "./tenders.ts";

/** A bid that a fixture files: its content, the firm, the scores that every evaluator gives. */
export interface BidPlan extends BidContent {
  readonly firm?: { group?: bigint; size?: bigint; region?: bigint };
  readonly scores?: readonly bigint[];
}

/** A filed bid with all that opens and scores it. */
export interface FiledBid {
  readonly bidder: Bidder;
  readonly bid: TestBid;
  readonly scores: readonly bigint[];
}

/** A tender under way. */
export interface Life {
  readonly stage: TenderStage;
  readonly id: string;
  readonly terms: TenderTerms;
  readonly bids: readonly FiledBid[];
}

export const BID_BOND = 12_000_000n;
export const BUDGET = 600_000_000n;

/** `Tender.Status` and `Tender.Outcome` by name. */
export const STATUS = {
  unknown: 0n,
  bidding: 1n,
  closed: 2n,
  technicalOpening: 3n,
  evaluation: 4n,
  priceOpening: 5n,
  award: 6n,
  signed: 7n,
  unsuccessful: 8n,
  cancelled: 9n,
  annulled: 10n,
} as const;

/** Bits of `BidFlags`. */
export const FLAG = {
  copied: 1,
  eligible: 2,
  technical: 4,
  tallied: 8,
  qualified: 16,
  price: 32,
  excluded: 64,
  declined: 128,
} as const;

/** Four bids: two alone, two of one group (the cheaper first). */
export const FOUR_PLANS: readonly BidPlan[] = [
  { price: 500_000_000n, scores: [0n, 8_000n, 9_000n] },
  { price: 520_000_000n, scores: [0n, 7_000n, 7_000n] },
  { price: 560_000_000n, scores: [0n, 9_000n, 9_000n], firm: { group: 77_000_002n } },
  { price: 580_000_000n, scores: [0n, 9_000n, 8_000n] },
];

/** Terms with parts replaced. */
export function changedTerms(terms: TenderTerms, change: TermsChange): TenderTerms {
  return {
    call: { ...terms.call, ...change.call },
    timetable: { ...terms.timetable, ...change.timetable },
    rules: { ...terms.rules, ...change.rules },
    panel: { ...terms.panel, ...change.panel },
    procedure: { ...terms.procedure, ...change.procedure },
    contractTerms: { ...terms.contractTerms, ...change.contractTerms },
    schedule: (change.schedule as TenderTerms["schedule"] | undefined) ?? terms.schedule,
  };
}

/** The rounds of the deployment's beacon that open each envelope when its opening begins. */
export function lockedCall({ timetable }: TenderTerms): NonNullable<TermsChange["call"]> {
  const round = (time: unknown): bigint => firstRoundFrom(QUICKNET, (time as bigint) - 3n);
  const { technicalFrom, pricesFrom } = timetable;
  return { timeLocked: true, technicalRound: round(technicalFrom), priceRound: round(pricesFrom) };
}

/** Rules by price and size of the firm alone: nobody scores. */
export const UNSCORED: TermsChange = {
  rules: { criteria: criteriaOf(rated(CRITERION.price, 9_000n), rated(CRITERION.smallFirm, 1_000n)) },
  panel: { quorum: 0n, evaluators: seatsOf(), substitutes: seatsOf() },
};

/** A published tender with these bids in it. */
export async function sealedTender(
  connection: Connection,
  plans: readonly BidPlan[] = FOUR_PLANS,
  change: TermsChange = {},
): Promise<Life> {
  const stage = await tenderStage(connection);
  const { id, terms } = await publishTender(stage, change);
  const bids: FiledBid[] = [];
  for (const [position, plan] of plans.entries()) {
    const bidder = await addBidder(stage, position + 1, plan.firm);
    const bid = await fileBid(stage, id, bidder, plan);
    bids.push({ bidder, bid, scores: plan.scores ?? [0n, 8_000n, 8_000n] });
  }
  return { stage, id, terms, bids };
}

/** Moves to a second of the timetable, or some seconds after it. */
export async function goTo(life: Life, stage: keyof TenderTerms["timetable"], after = 0n): Promise<void> {
  await life.stage.connection.networkHelpers.time.increaseTo((life.terms.timetable[stage] as bigint) + after);
}

/** Opens the technical envelopes of these bids in their stage. */
export async function openTechnicals(life: Life, bids: readonly FiledBid[] = life.bids): Promise<void> {
  await goTo(life, "technicalFrom");
  for (const { bidder, bid } of bids) await openTechnical(life.stage, life.id, bidder, bid);
}

/** Scores and tallies these opened bids, as late as the quorum allows it. */
export async function evaluate(life: Life, bids: readonly FiledBid[] = life.bids): Promise<void> {
  const { stage, id, terms } = life;
  await goTo(life, "technicalBy", 1n);
  if (terms.panel.quorum !== 0n) await scoreAll(stage, id, terms, bids);
  await goTo(life, "scoresBy", 1n);
  const bidders = bids.map(({ bidder }) => bidder.id);
  await stage.panel.connect(stage.stranger).tally(id, terms.panel, terms.rules, bidders);
}

/** Opens the prices of these bids and waits until the stage is over. */
export async function openPrices(life: Life, bids: readonly FiledBid[] = life.bids): Promise<void> {
  await goTo(life, "pricesFrom");
  for (const { bidder, bid } of bids) await openPrice(life.stage, life.id, bidder, bid);
  await goTo(life, "pricesBy", 1n);
}

/** Awards in one page as a stranger. */
export async function award(life: Life, bids: readonly FiledBid[] = life.bids): Promise<void> {
  const { stage, id, terms } = life;
  const { basis, bidders } = await scanOf(stage, id, terms, bids);
  await stage.awards.connect(stage.stranger).award(id, terms.rules, basis, bidders, true, true);
}

/** From sealed bids to the award, every envelope opened. */
export async function playToAward(life: Life): Promise<Life> {
  await openTechnicals(life);
  await evaluate(life);
  await openPrices(life);
  await award(life);
  return life;
}

/** What line and treasury hold for a tender. */
export async function moneyOf({ stage, id, bids }: Life) {
  const { balance } = await stage.treasury.getLine(stage.lineId);
  let bonds = 0n;
  for (const { bidder } of bids) bonds += await stage.book.bondOf(id, bidder.id);
  return { available: balance.available, committed: balance.committed, bonds };
}
