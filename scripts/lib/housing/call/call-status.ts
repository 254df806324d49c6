import type { CallFacts, CallTimetable } from "./types.ts";

/** Where a call stands, in the order of `Call.Status`. */
export const CALL_STATUS = [
  "unknown",
  "announced",
  "intake",
  "receipts",
  "roots",
  "challenges",
  "answers",
  "correction",
  "recheck",
  "sealed",
  "fallback",
  "overdue",
  "drawn",
  "closed",
  "cancelled",
  "lapsed",
] as const;
export type CallStatus = (typeof CALL_STATUS)[number];

/**
 * Where a call stands at a time: applications, receipts, roots, challenges, answers and correction follow each other by the published timetable;
 * a root that did not come makes the call overdue, as does a seed that nobody could prove.
 *
 * @param facts undefined for a call that does not exist
 * @param time unix seconds
 * @example callStatus(facts, timetable, now); // "challenges"
 */
export function callStatus(facts: CallFacts | undefined, timetable: CallTimetable, time: bigint): CallStatus {
  if (facts === undefined) return "unknown";
  if (facts.outcome !== "none") return facts.outcome;
  if (facts.drawn) return "drawn";

  const { opensAt, closesAt, receiptsBy, rootBy } = timetable;
  if (time < opensAt) return "announced";
  if (time <= closesAt) return "intake";
  if (!facts.anchored && time <= receiptsBy) return "receipts";
  if (facts.anchored && !facts.attested && time <= rootBy) return "roots";
  if (!facts.anchored || !facts.attested || time > facts.seedBy) return "overdue";

  const stages: readonly (readonly [last: bigint, CallStatus])[] = [
    [timetable.challengeBy, "challenges"],
    [timetable.answerBy, "answers"],
    [timetable.correctBy, "correction"],
    [timetable.recheckBy, "recheck"],
    [timetable.fallbackFrom - 1n, "sealed"],
  ];
  return stages.find(([last]) => time <= last)?.[1] ?? "fallback";
}
