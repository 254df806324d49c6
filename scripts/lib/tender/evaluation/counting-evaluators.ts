import type { PanelMembers } from "./rules.ts";
import { seatsOf } from "./seats.ts";

/** Scores that an evaluator gave a bid, as an event tells it; times in unix seconds. */
export interface ScoreRecord {
  readonly evaluator: string;
  readonly bidder: bigint;
  /** By criterion, in the order of the rules. */
  readonly scores: readonly bigint[];
  readonly time: bigint;
}

/** What of a tender decides who counts. */
export interface Sitting {
  readonly panel: PanelMembers;
  /** Accounts that declared a conflict before scoring began. */
  readonly conflicted: readonly string[];
  /** Bidders whose technical envelopes were opened. */
  readonly opened: readonly bigint[];
  /** In the order in which they happened. */
  readonly records: readonly ScoreRecord[];
  readonly technicalBy: bigint;
  readonly scoresBy: bigint;
  readonly substitutesBy: bigint;
}

/** Who counts, with the last scores by bidder; and who was silent where the quorum failed. */
export interface Counting {
  readonly evaluators: readonly string[];
  readonly sheets: ReadonlyMap<bigint, readonly (readonly bigint[])[]>;
  readonly quorumReached: boolean;
  readonly silent: readonly string[];
}

type Sheets = ReadonlyMap<bigint, readonly bigint[]>;

function sheetsOf({ records }: Sitting, evaluator: string, after: bigint, until: bigint): Sheets {
  const own = records.filter((r) => r.evaluator === evaluator && r.time > after && r.time <= until);
  return new Map(own.map(({ bidder, scores }) => [bidder, scores]));
}

/** The accounts that scored every opened bid within their window, each with its last scores. */
function complete(sitting: Sitting, accounts: readonly string[], after: bigint, until: bigint): Map<string, Sheets> {
  const all = accounts.map((account) => [account, sheetsOf(sitting, account, after, until)] as const);
  return new Map(all.filter(([, sheets]) => sitting.opened.every((bidder) => sheets.has(bidder))));
}

/**
 * Works out which evaluators count: those who sit and scored every opened bid by their deadline; where these fail the quorum, also the
 * waiting substitutes that did so in their window. Records outside a window do not count.
 *
 * @example countingEvaluators(sitting).quorumReached; // false: the tender is unsuccessful
 */
export function countingEvaluators(sitting: Sitting): Counting {
  const { panel, opened, technicalBy, scoresBy, substitutesBy } = sitting;
  const { seated, remaining } = seatsOf(panel, sitting.conflicted);
  const first = opened.length === 0 ? new Map<string, Sheets>() : complete(sitting, seated, technicalBy, scoresBy);
  const called = opened.length === 0 || BigInt(first.size) >= panel.quorum ? [] : remaining;
  const counting = new Map([...first, ...complete(sitting, called, scoresBy, substitutesBy)]);
  const quorumReached = BigInt(counting.size) >= panel.quorum;
  const sheets = opened.map((bidder) => [bidder, [...counting.values()].map((own) => own.get(bidder) ?? [])] as const);
  return {
    evaluators: [...counting.keys()],
    sheets: new Map(sheets),
    quorumReached,
    silent: quorumReached ? [] : [...seated, ...remaining].filter((account) => !counting.has(account)),
  };
}
