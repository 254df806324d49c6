import { SUITE_RULES } from "./law.ts";

/** Stages of a fine or a termination, in the order of `DueProcess.Stage`. */
export const PROCESS_STAGE = ["none", "defence", "decision", "appealable", "review", "final", "extinguished"] as const;
export type ProcessStage = (typeof PROCESS_STAGE)[number];

/** The steps taken, unix seconds, 0 where one was not; `upheld` is what the last decision said. */
export interface Course {
  readonly noticedAt: bigint;
  readonly defendedAt: bigint;
  readonly decidedAt: bigint;
  readonly appealedAt: bigint;
  readonly reviewedAt: bigint;
  readonly upheld: boolean;
}

/** Windows of the terms, seconds. */
export interface ProcessWindows {
  readonly defenceWindow: bigint;
  readonly decisionWindow: bigint;
  readonly appealWindow: bigint;
  readonly reviewWindow: bigint;
}

/** A stage and its last second, unix seconds; 0 where nothing is awaited. */
export interface ProcessTerm {
  readonly stage: ProcessStage;
  readonly until: bigint;
}

/**
 * The last second of a window, lengthened by a pause: what was left of the window when the pause began runs from the pause's end.
 *
 * @param start first second, unix seconds
 * @param end last second without a pause
 * @param pausedAt when the last pause began, 0 if there was none
 * @example lengthenedByPause(0n, 10n, 4n); // seven days and the 6 seconds that were left
 */
export function lengthenedByPause(start: bigint, end: bigint, pausedAt: bigint): bigint {
  const resumesAt = pausedAt + SUITE_RULES.pauseTerm;
  const isTouched = pausedAt !== 0n && pausedAt <= end && start < resumesAt;
  if (!isTouched) return end;
  const suspendedFrom = pausedAt < start ? start : pausedAt;
  const left = end - suspendedFrom;
  return resumesAt + left;
}

/**
 * The stage of a fine or termination and its last second: notice (traslado), defence (descargos), decision, appeal, review. The supplier's silence forgoes its
 * step; the authority's silence ends the procedure without effect. A pause lengthens the supplier's windows only. A window includes its last
 * second. Source: Ley 19.886 art. 13 ter.
 *
 * @param pausedAt when the last pause began, unix seconds, 0 if there was none
 * @param time now, unix seconds
 * @example processTerm(course, annex, 0n, now).stage; // "defence"
 */
export function processTerm(course: Course, windows: ProcessWindows, pausedAt: bigint, time: bigint): ProcessTerm {
  const { steps, silence } = awaited(course, windows, pausedAt);
  return steps.find(({ until }) => time <= until) ?? { stage: silence, until: 0n };
}

/**
 * When an upheld decision became final (queda firme), unix seconds: with the review, or with the last second of the appeal. A termination
 * counts deliveries up to then. A pause that began after the appeal window may hide an earlier one that lengthened it, of which the chain
 * remembers nothing: then the longest window that there can have been counts. Only meaningful where the stage is "final".
 *
 * @param pausedAt when the last pause began, unix seconds, 0 if there was none
 * @example finalAt(course, annex, 0n); // decidedAt + appealWindow, if nobody appealed
 */
export function finalAt({ decidedAt, reviewedAt }: Course, { appealWindow }: ProcessWindows, pausedAt: bigint): bigint {
  if (reviewedAt > 0n) return reviewedAt;
  const lastSecond = decidedAt + appealWindow;
  const mayHideAnother = pausedAt > lastSecond;
  return mayHideAnother ? lastSecond + SUITE_RULES.pauseTerm : lengthenedByPause(decidedAt, lastSecond, pausedAt);
}

/** What the procedure waits for, one after the other, and where it ends if nothing comes. */
function awaited(
  course: Course,
  windows: ProcessWindows,
  pausedAt: bigint,
): { steps: readonly ProcessTerm[]; silence: ProcessStage } {
  const { noticedAt, defendedAt, decidedAt, appealedAt, reviewedAt, upheld } = course;
  if (noticedAt === 0n) return { steps: [], silence: "none" };
  const decided: ProcessStage = upheld ? "final" : "extinguished";
  if (reviewedAt !== 0n) return { steps: [], silence: decided };
  if (appealedAt !== 0n) {
    return { steps: [{ stage: "review", until: appealedAt + windows.reviewWindow }], silence: "extinguished" };
  }
  if (decidedAt !== 0n) {
    const until = lengthenedByPause(decidedAt, decidedAt + windows.appealWindow, pausedAt);
    return { steps: upheld ? [{ stage: "appealable", until }] : [], silence: decided };
  }
  const decisionAfter = (from: bigint): ProcessTerm => ({ stage: "decision", until: from + windows.decisionWindow });
  if (defendedAt !== 0n) return { steps: [decisionAfter(defendedAt)], silence: "extinguished" };
  const until = lengthenedByPause(noticedAt, noticedAt + windows.defenceWindow, pausedAt);
  return { steps: [{ stage: "defence", until }, decisionAfter(until)], silence: "extinguished" };
}
