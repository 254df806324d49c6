import type { LiveBid } from "../read/read-tender.ts";
import type { TenderRecord } from "../read/tender-record.ts";
import { countingEvaluators, type Counting } from "../evaluation/counting-evaluators.ts";
import { evaluateBid, type Evaluation } from "../evaluation/evaluate-bid.ts";
import type { TenderTerms } from "../terms/types.ts";
import { check, remark, type Check, type Remark } from "./verification.ts";

/** The panel's work, done again. */
export interface PanelResult {
  readonly counting: Counting;
  readonly evaluations: ReadonlyMap<bigint, Evaluation>;
  readonly checks: readonly Check[];
  readonly remarks: readonly Remark[];
}

/** What an evaluation is worked out with; replaced where a test seeds a fault. */
export interface EvaluationTwin {
  readonly countingEvaluators: typeof countingEvaluators;
  readonly evaluateBid: typeof evaluateBid;
}

const TWIN: EvaluationTwin = { countingEvaluators, evaluateBid };

/**
 * Works out from the scores of the events alone who counts, every median, the published scales and who reached the minimum, and holds it
 * against what the panel entered.
 *
 * @param version the version of the terms that holds: a conflict declared under another does not count
 * @example checkPanel(record, version, terms, live).evaluations.get(7n)?.technical;
 */
export function checkPanel(
  record: TenderRecord,
  version: bigint,
  terms: TenderTerms,
  live: readonly LiveBid[],
  twin: EvaluationTwin = TWIN,
): PanelResult {
  const { timetable, rules, panel } = terms;
  const opened = live.filter(({ technical }) => technical !== null);
  const counting = twin.countingEvaluators({
    panel,
    conflicted: record.conflicts.filter((conflict) => conflict.version === version).map(({ by }) => by),
    opened: opened.map(({ bidder }) => bidder),
    records: record.scores.map(({ by, bidder, scores, time }) => ({ evaluator: by, bidder, scores, time })),
    ...{ technicalBy: timetable.technicalBy, scoresBy: timetable.scoresBy, substitutesBy: timetable.substitutesBy },
  });
  const checks: Check[] = [];
  const remarks: Remark[] = [];
  const evaluations = new Map<bigint, Evaluation>();
  for (const { bidder, technical, standing, evaluation: entered } of opened) {
    const facts = { declared: technical?.declared ?? [], size: standing?.size ?? 0n, region: standing?.region ?? 0n };
    const derived = twin.evaluateBid(rules, counting.sheets.get(bidder) ?? [], facts);
    if (counting.quorumReached) evaluations.set(bidder, derived);
    if (!entered) {
      if (counting.quorumReached && record.scores.length > 0) remarks.push(remark(bidder, "remark-not-tallied", {}));
      continue;
    }
    checks.push(
      check(bidder, "check-quorum", {}, counting.quorumReached, true),
      check(bidder, "check-technical", {}, derived.technical, entered.technical),
      check(bidder, "check-attributes", {}, derived.attributes, entered.attributes),
      check(bidder, "check-qualified", {}, derived.qualified, entered.qualified),
    );
  }
  return { counting, evaluations, checks, remarks };
}
