import { LAW } from "./law.ts";

/** When final acceptance may be given or objected to; unix seconds. */
export interface FinalWindow {
  /** Last second of the warranty. */
  readonly from: bigint;
  /** Last second of the inspector: silence accepts. */
  readonly until: bigint;
}

/**
 * The window of final acceptance (recepción definitiva): after the warranty, as long as any acceptance.
 *
 * @param completedAt when the last milestone was settled, unix seconds
 * @param warranty seconds
 * @example finalWindow(completedAt, 60n * 86_400n).until - completedAt; // 68 days
 */
export function finalWindow(completedAt: bigint, warranty: bigint): FinalWindow {
  const from = completedAt + warranty;
  return { from, until: from + LAW.acceptanceWindow };
}
