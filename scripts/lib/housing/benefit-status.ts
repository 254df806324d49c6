/** Where the request to use a seat stands, in the order of `Benefit.Stage`. */
export const BENEFIT_STAGE = ["none", "pending", "objected", "certified", "refused"] as const;
export type BenefitStage = (typeof BENEFIT_STAGE)[number];

/** The request of a seat; unix seconds, 0 where something did not happen. */
export interface BenefitRequest {
  readonly requestedAt: bigint;
  readonly objectedAt: bigint;
  /** Whether the office certified it, or the reviewers overruled its objection. */
  readonly certified: boolean;
}

/**
 * Where a request stands: the office has a window to object, and its silence certifies; after an objection the reviewers have another to overrule, and
 * their silence refuses. Windows include their last second.
 *
 * @param window seconds of each
 * @param time unix seconds
 * @example benefitStage({ requestedAt: 100n, objectedAt: 0n, certified: false }, 10n, 111n); // "certified"
 */
export function benefitStage(request: BenefitRequest, window: bigint, time: bigint): BenefitStage {
  const { requestedAt, objectedAt, certified } = request;
  if (requestedAt === 0n) return "none";
  if (certified) return "certified";
  const isOpen = time <= (objectedAt === 0n ? requestedAt : objectedAt) + window;
  if (isOpen) return objectedAt === 0n ? "pending" : "objected";
  return objectedAt === 0n ? "certified" : "refused";
}

/**
 * Last second to use a seat. A refused request costs no validity: from its end on, what was left when it was made is left.
 *
 * @param until last second before the request, unix seconds
 * @example usableUntil({ requestedAt: 100n, objectedAt: 105n, certified: false }, 10n, 120n, 116n); // 135n
 */
export function usableUntil(request: BenefitRequest, window: bigint, until: bigint, time: bigint): bigint {
  if (benefitStage(request, window, time) !== "refused") return until;
  const left = until - request.requestedAt;
  const endedAt = request.objectedAt + window;
  return endedAt + left;
}
