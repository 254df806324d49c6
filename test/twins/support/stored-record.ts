import type { MilestoneRecord } from "../../../scripts/lib/procurement/review.ts";
import type { MilestoneEscrow } from "../../../typechain-types/index.js";

/** A milestone as the escrow stores it, in the twins' words. */
export async function storedRecord(escrow: MilestoneEscrow, id: string, index: bigint): Promise<MilestoneRecord> {
  const { milestone, delivery, exception } = await escrow.getMilestone(id, index);
  return {
    amount: milestone.amount,
    reviewed: (milestone.flags & 1n) !== 0n,
    settled: (milestone.flags & 8n) !== 0n,
    deliveredAt: delivery.time,
    settledPart: exception.settled,
    withheld: exception.withheld,
    objected: exception.objected,
    objectedAt: exception.objectedAt,
    disputed: exception.disputed,
  };
}
