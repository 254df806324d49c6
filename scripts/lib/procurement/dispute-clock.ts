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

/** A stage and its last second, unix seconds; 0 where nothing is awaited. */
export interface DisputeTerm {
  readonly stage: DisputeStage;
  readonly until: bigint;
}

/**
 * Who may end a dispute, and until when: the parties alone at first, then the arbiter, then for as long the fallback arbiter, then anyone by the published
 * default. A window includes its last second. Source: the terms that both sides signed.
 *
 * @param time now, unix seconds
 * @example disputeTerm({ openedAt: now, resolved: false }, annex, now).stage; // "settlement"
 */
export function disputeTerm(
  { openedAt, resolved }: DisputeFacts,
  { settlementWindow, rulingWindow }: DisputeWindows,
  time: bigint,
): DisputeTerm {
  if (openedAt === 0n) return { stage: "none", until: 0n };
  if (resolved) return { stage: "resolved", until: 0n };
  const settlementEnds = openedAt + settlementWindow;
  const terms: readonly DisputeTerm[] = [
    { stage: "settlement", until: settlementEnds },
    { stage: "arbiter", until: settlementEnds + rulingWindow },
    { stage: "fallback", until: settlementEnds + 2n * rulingWindow },
  ];
  return terms.find(({ until }) => time <= until) ?? { stage: "default", until: 0n };
}
