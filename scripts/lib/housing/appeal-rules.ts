import { firstCleared, isWellFormed, type Application } from "./application.ts";

/** Where an appeal (recurso de reposición) stands, in the order of `Appeal.Status`. */
export const APPEAL_STATUS = ["none", "pending", "rejected", "upheld", "served", "noted", "needless"] as const;
export type AppealStatus = (typeof APPEAL_STATUS)[number];

/**
 * Where an appeal stands: what nobody ruled on in its window is rejected (Ley 19.880 art. 65).
 *
 * @param ruling what is on record, pending until a ruling
 * @param filedAt unix seconds
 * @param window seconds to rule, the last one included
 * @param time unix seconds
 * @example appealStatus("pending", 100n, 10n, 111n); // "rejected"
 */
export const appealStatus = (ruling: AppealStatus, filedAt: bigint, window: bigint, time: bigint): AppealStatus =>
  ruling === "pending" && time > filedAt + window ? "rejected" : ruling;

/** What a corrected application gets: a slot, nothing by its key, or nothing because no appeal can serve it. */
export type Correction = { readonly slot: number } | "clears-none" | "not-servable";

/**
 * The slot that an upheld appeal is served: the first of the corrected application's list that its key clears. Committees are not served,
 * for the seats kept for appeals are single.
 *
 * @param key of the corrected application
 * @param call the call's slots with their present cutoffs
 * @example correctedSlot(application, keyOf(seed, application.score, application.nullifier), call); // { slot: 3 }
 */
export function correctedSlot(
  application: Application,
  key: bigint,
  call: readonly { readonly cutoff: bigint; readonly isCommittee: boolean }[],
): Correction {
  const { eligible, size, slots } = application;
  if (!eligible || size !== 1 || !isWellFormed(slots, call.length)) return "not-servable";
  const slot = slots[firstCleared(application, key, call)];
  return slot === undefined ? "clears-none" : { slot };
}
