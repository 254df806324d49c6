/** Stages of a dispute, in the order of `DisputeClock.Stage`. */
export const DISPUTE_STAGE = ["none", "settlement", "arbiter", "fallback", "default", "resolved"] as const;
export type DisputeStage = (typeof DISPUTE_STAGE)[number];

/** When a dispute (controversia) began and whether it has ended. */
export interface DisputeFacts {
  /** Unix seconds; 0 if there is none. */
  readonly openedAt: bigint;
  readonly resolved: boolean;
}

/** Windows of the terms, seconds. */
export interface DisputeWindows {
  readonly settlementWindow: bigint;
  readonly rulingWindow: bigint;
}

/**
 * Who may end a dispute: the parties alone at first, then the arbiter, then for as long the fallback arbiter, then anyone by the published
 * default. A window includes its last second. Source: the terms that both sides signed.
 *
 * @param time now, unix seconds
 * @example disputeStage({ openedAt: now, resolved: false }, annex, now); // "settlement"
 */
export function disputeStage(
  { openedAt, resolved }: DisputeFacts,
  { settlementWindow, rulingWindow }: DisputeWindows,
  time: bigint,
): DisputeStage {
  if (openedAt === 0n) return "none";
  if (resolved) return "resolved";
  const elapsed = time - openedAt;
  if (elapsed > settlementWindow + 2n * rulingWindow) return "default";
  if (elapsed > settlementWindow + rulingWindow) return "fallback";
  return elapsed > settlementWindow ? "arbiter" : "settlement";
}
