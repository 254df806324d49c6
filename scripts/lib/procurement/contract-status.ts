/** Statuses of a contract, in the order of `Agreement.Status`. */
export const CONTRACT_STATUS = ["unknown", "active", "terminated", "completed", "closed"] as const;
export type ContractStatus = (typeof CONTRACT_STATUS)[number];

/** What the escrow stores about a contract; unix seconds, 0 where something has not happened; smallest units. */
export interface ContractFacts {
  /** Number of milestones; 0 where there is no such contract. */
  readonly count: bigint;
  readonly endedAt: bigint;
  readonly completedAt: bigint;
  readonly retained: bigint;
  readonly setAside: bigint;
}

/**
 * The status of a contract: once nothing is left to settle it is completed, however it ended, and closed when no retention is kept either.
 *
 * @example contractStatus({ count: 3n, endedAt: 0n, completedAt: 0n, retained: 0n, setAside: 0n }); // "active"
 */
export function contractStatus({ count, endedAt, completedAt, retained, setAside }: ContractFacts): ContractStatus {
  if (count === 0n) return "unknown";
  if (completedAt !== 0n) return retained + setAside === 0n ? "closed" : "completed";
  return endedAt === 0n ? "active" : "terminated";
}
