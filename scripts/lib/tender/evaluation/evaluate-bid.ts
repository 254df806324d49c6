import { WHOLE } from "../../procurement/law.ts";
import { attributeScore, type BidFacts } from "./attribute-score.ts";
import { median } from "./median.ts";
import { CRITERION, type EvaluationRules } from "./rules.ts";

/** How a bid came to its points on one criterion. */
export interface CriterionResult {
  /** Position in the rules, from 0. */
  readonly index: number;
  readonly kind: bigint;
  readonly weight: bigint;
  /** Technical: what each evaluator that counts gave, in the order of the sheets; otherwise empty. */
  readonly given: readonly bigint[];
  /** Median or scale, basis points. */
  readonly score: bigint;
  /** Weight times score. */
  readonly points: bigint;
}

/** What the panel enters for a bid; points out of 10,000 * 10,000. */
export interface Evaluation {
  readonly technical: bigint;
  readonly attributes: bigint;
  readonly qualified: boolean;
  readonly criteria: readonly CriterionResult[];
}

/**
 * Evaluates a bid: weighted medians of the evaluators that count on the technical criteria, published scales on the others; it qualifies
 * with at least the minimum part of the whole technical weight. The price earns nothing here.
 *
 * @param sheets per evaluator that counts, a score per criterion of the rules
 * @example evaluateBid(rules, [[8_000n, 0n]], facts).qualified; // true where the minimum is 60 %
 */
export function evaluateBid(rules: EvaluationRules, sheets: readonly (readonly bigint[])[], bid: BidFacts): Evaluation {
  const criteria = rules.criteria.flatMap((rated, index): CriterionResult[] => {
    if (rated.kind === CRITERION.none || rated.kind === CRITERION.price) return [];
    const given = rated.kind === CRITERION.technical ? sheets.map((sheet) => sheet[index] ?? 0n) : [];
    const score = rated.kind === CRITERION.technical ? median(given) : attributeScore(rated, bid, rules.region);
    return [{ index, kind: rated.kind, weight: rated.weight, given, score, points: rated.weight * score }];
  });
  const opinions = criteria.filter(({ kind }) => kind === CRITERION.technical);
  const technical = opinions.reduce((sum, { points }) => sum + points, 0n);
  const highest = opinions.reduce((sum, { weight }) => sum + weight * WHOLE, 0n);
  const attributes = criteria.reduce((sum, { points }) => sum + points, 0n) - technical;
  return { technical, attributes, qualified: technical * WHOLE >= rules.minTechnicalBps * highest, criteria };
}
