import { rankBids } from "../award/rank-bids.ts";
import { countingEvaluators } from "../evaluation/counting-evaluators.ts";
import { evaluateBid } from "../evaluation/evaluate-bid.ts";
import { currentVersion, liveBids, type LiveBid } from "../read/read-tender.ts";
import type { TenderRecord } from "../read/tender-record.ts";
import { tenderId } from "../terms/terms-hash.ts";
import { checkAwards, type RankingTwin } from "./check-awards.ts";
import { checkEnding } from "./check-ending.ts";
import { checkEnvelopes, type RoundSignatures } from "./check-envelopes.ts";
import { checkOpenings } from "./check-openings.ts";
import { checkPanel, type EvaluationTwin, type PanelResult } from "./check-panel.ts";
import { lotOf } from "./ranking-of.ts";
import { checkViews, type TenderViews } from "./views.ts";
import { check, type BidAccount, type Check, type Remark, type Verification } from "./verification.ts";
import type { Ranking } from "../award/types.ts";

/** Where a tender was read, and what else is asked. */
export interface VerifyOptions {
  readonly chainId: bigint;
  /** Address of the TenderBook. */
  readonly book: string;
  readonly views: TenderViews;
  /** Signatures of the rounds, for a tender with a time lock; without them the ciphertexts stay closed. */
  readonly signatures?: RoundSignatures;
  /** The rules as they are worked out; replaced where a test seeds a fault. */
  readonly twin?: EvaluationTwin & { readonly rankBids: RankingTwin };
}

/**
 * Works out everything that a tender decided again, from what the chain says alone: ids and hashes, what was sealed and opened, medians,
 * scales, who reached the minimum, every award after every removal, and how it ended.
 *
 * @returns every figure beside the chain's; `isVerified` where all are equal
 * @throws CodedError of the beacon, of which nothing follows for the tender
 * @example (await verifyTender(record, { chainId, book, views })).isVerified;
 */
export async function verifyTender(record: TenderRecord, options: VerifyOptions): Promise<Verification> {
  const { chainId, book, views, signatures } = options;
  const twin = options.twin ?? { countingEvaluators, evaluateBid, rankBids };
  const { version, terms } = currentVersion(record);
  const live = liveBids(record);
  const checks: Check[] = [check(null, "check-id", {}, tenderId(chainId, book, terms.call), record.id)];
  const remarks: Remark[] = [];
  for (const bid of live) {
    const scope = { chainId, book, tender: record.id, version, bidder: bid.bidder };
    const openings = checkOpenings(bid, scope, terms);
    checks.push(...openings.checks);
    remarks.push(...openings.remarks);
    if (terms.call.timeLocked && signatures) {
      remarks.push(...(await checkEnvelopes(bid, scope, terms.call, signatures)));
    }
  }
  const lot = lotOf(live);
  const panel = checkPanel(record, version, terms, live, twin);
  const pointsOf = ({ bidder }: LiveBid) => panel.evaluations.get(bidder);
  const awards = checkAwards(record, terms, live, pointsOf, lot ?? views.lot, twin.rankBids);
  checks.push(...panel.checks, ...awards.checks, ...checkEnding(record, terms, live, panel, awards));
  checks.push(...checkViews(views, terms, live, lot));
  remarks.push(...panel.remarks);
  return {
    ...{ id: record.id, checks, remarks },
    bids: live.map((bid) => accountOf(bid, panel, awards.ranking)),
    filed: live.length,
    admissible: live.filter(({ price }) => price?.admissible === true).length,
    winner: winnerOf(record, live),
    isVerified: checks.every(({ isEqual }) => isEqual),
  };
}

/** The winner of the last award, unless it was removed afterwards or the tender ended without a contract. */
function winnerOf({ awards, ending }: TenderRecord, live: readonly LiveBid[]): bigint | null {
  const last = awards.at(-1);
  if (!last || (ending !== null && ending.outcome !== 1n)) return null;
  const isRemoved = live.some(({ removal }) => removal !== null && removal.order > last.order);
  return isRemoved ? null : last.winner;
}

function accountOf(bid: LiveBid, { evaluations }: PanelResult, { ranked, absent }: Ranking): BidAccount {
  const { bidder, technical, price } = bid;
  const evaluation = evaluations.get(bidder);
  const position = ranked.findIndex((each) => each.bidder === bidder);
  return {
    ...{ bidder, isOpened: technical !== null, criteria: evaluation?.criteria ?? [] },
    ...{ technical: evaluation?.technical ?? 0n, attributes: evaluation?.attributes ?? 0n },
    isQualified: evaluation?.qualified ?? false,
    price: price?.price ?? null,
    pricePoints: ranked[position]?.pricePoints ?? null,
    total: ranked[position]?.total ?? null,
    rank: position < 0 ? null : position + 1,
    absence: absent.find((each) => each.bidder === bidder)?.why ?? null,
  };
}
