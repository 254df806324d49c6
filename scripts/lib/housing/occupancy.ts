import { processTerm, type Course, type ProcessTerm } from "../procurement/due-process.ts";

const DAY = 86_400n;

/** Five years of living in the home oneself (Contraloría, dictamen 30 of 2021), one of them a leap year, in seconds. */
export const OCCUPANCY_DUTY = (4n * 365n + 366n) * DAY;

/** Windows of a procedure on occupancy, seconds. */
export interface OccupancyWindows {
  readonly defence: bigint;
  readonly decision: bigint;
  readonly appeal: bigint;
  readonly review: bigint;
}

/**
 * Last second of the duty to live in the home, unix seconds; 0 where no benefit was given.
 *
 * @param usedAt when the subsidy was paid or the home handed over, 0 before
 * @example dutyUntil(0n); // 0n
 */
export const dutyUntil = (usedAt: bigint): bigint => (usedAt === 0n ? 0n : usedAt + OCCUPANCY_DUTY);

/**
 * Where a procedure on occupancy stands, and its last second. No pause lengthens it.
 *
 * @param time unix seconds
 * @example occupancyTerm(course, windows, now).stage; // "defence"
 */
export const occupancyTerm = (course: Course, windows: OccupancyWindows, time: bigint): ProcessTerm =>
  processTerm(
    course,
    {
      defenceWindow: windows.defence,
      decisionWindow: windows.decision,
      appealWindow: windows.appeal,
      reviewWindow: windows.review,
    },
    0n,
    time,
  );
