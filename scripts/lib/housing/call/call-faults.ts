import type { CallSlot, CallTimetable } from "./types.ts";

const DAY = 86_400n;

/** Limits of a call; the five working days of an appeal (Ley 19.880 art. 25 and 59) span seven days at least. */
export const CALL_LIMITS = {
  slots: 512,
  benefits: 32,
  leastWindow: DAY,
  longestWindow: 3n * 365n * DAY,
  leastAppeals: 7n * DAY,
} as const;

/** The contract's refusals of slots and subsidies. */
export type CostFault = "Call_Slots" | "Call_Benefits" | "Call_Slot" | "Call_Cost" | "Call_AppealSlot";

/**
 * What a call commits: every seat at its subsidy and each seat for appeals at the largest.
 *
 * @param benefits subsidies, token units; 0 for a home that is paid for elsewhere
 * @param appealSlot the slot that seats for appeals enter which no appeal needed
 * @returns token units, or the first thing wrong with the lists
 * @example callCost([{ ...slot, seats: 10n, benefit: 0n }], [12_000_000n], 1n, 0n); // { cost: 132_000_000n }
 */
export function callCost(
  slots: readonly CallSlot[],
  benefits: readonly bigint[],
  appealSeats: bigint,
  appealSlot: bigint,
): { readonly cost: bigint } | { readonly fault: CostFault } {
  if (slots.length === 0 || slots.length > CALL_LIMITS.slots) return { fault: "Call_Slots" };
  if (benefits.length === 0 || benefits.length > CALL_LIMITS.benefits) return { fault: "Call_Benefits" };
  if (slots.some(({ seats, benefit }) => seats === 0n || benefit >= BigInt(benefits.length))) {
    return { fault: "Call_Slot" };
  }
  const largest = benefits.reduce((a, b) => (a > b ? a : b));
  const cost = slots.reduce(
    (sum, { seats, benefit }) => sum + seats * (benefits[Number(benefit)] ?? 0n),
    appealSeats * largest,
  );
  if (cost >= 1n << 128n) return { fault: "Call_Cost" };
  const entered = slots[Number(appealSlot)];
  const isThere = entered !== undefined && !entered.committees && entered.seats + appealSeats < 1n << 24n;
  return appealSeats === 0n || isThere ? { cost } : { fault: "Call_AppealSlot" };
}

/**
 * Whether the moments of a call leave everybody a day at least, and the round 24 hours after the last change (invariant H5).
 *
 * @param roundAt when the first round is known, unix seconds
 * @param fallbackAt when the second beacon's round is known
 * @param now unix seconds
 * @returns the position of the first moment that is too early, or "long" where the last comes after three years, or null
 * @example earlyMoment(timetable, roundAt, fallbackAt, now); // null
 */
export function earlyMoment(
  timetable: CallTimetable,
  roundAt: bigint,
  fallbackAt: bigint,
  now: bigint,
): number | "long" | null {
  const { opensAt, closesAt, receiptsBy, rootBy, challengeBy, answerBy, correctBy, recheckBy, fallbackFrom } =
    timetable;
  const moments = [
    opensAt,
    closesAt,
    receiptsBy,
    rootBy,
    challengeBy,
    answerBy,
    correctBy,
    recheckBy,
    roundAt,
    fallbackFrom,
    fallbackAt,
  ];
  // Every distance is one day, whether as a window or as the margin; only the opening may come as soon as tomorrow's second.
  const early = moments.findIndex((moment, index) => {
    const before = moments[index - 1];
    return before === undefined ? moment <= now : moment < before + DAY;
  });
  if (early !== -1) return early;
  return fallbackAt > now + CALL_LIMITS.longestWindow ? "long" : null;
}

/**
 * Whether a window of a call is admitted.
 *
 * @param window which of results, acceptance, appeals, rulings, certification and validity, from 0
 * @param seconds its length
 * @example isWindow(2, 7n * 86_400n); // true
 */
export function isWindow(window: number, seconds: bigint): boolean {
  const least = window === 2 ? CALL_LIMITS.leastAppeals : CALL_LIMITS.leastWindow;
  return seconds >= least && seconds <= CALL_LIMITS.longestWindow;
}
