import type { Sitting } from "../tender/evaluation/counting-evaluators.ts";
import type { TenderContext } from "./tender-act.ts";

type Told = Pick<TenderContext, "tender" | "terms" | "live" | "version">;

/**
 * The bidders whose technical envelopes were opened.
 *
 * @example openedBids(context); // [7n, 9n]
 */
export const openedBids = ({ live }: Told): bigint[] =>
  live.filter(({ technical }) => technical !== null).map(({ bidder }) => bidder);

/**
 * What decides who of a panel counts, as the events tell it.
 *
 * @example countingEvaluators(sittingOf(context)).quorumReached;
 */
export function sittingOf(told: Told): Sitting {
  const { tender, terms, version } = told;
  const { technicalBy, scoresBy, substitutesBy } = terms.timetable;
  return {
    ...{ technicalBy, scoresBy, substitutesBy, panel: terms.panel, opened: openedBids(told) },
    conflicted: tender.conflicts.filter((each) => each.version === version).map(({ by }) => by),
    records: tender.scores.map(({ by, bidder, scores, time }) => ({ evaluator: by, bidder, scores, time })),
  };
}
