import { LAW } from "./law.ts";

/** Statuses of a milestone, in the order of `Agreement.MilestoneStatus`. */
export const MILESTONE_STATUS = [
  "unknown",
  "scheduled",
  "under review",
  "accepted",
  "objected",
  "disputed",
  "settled",
] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUS)[number];

/** A milestone's record; smallest units and unix seconds, 0 where something has not happened. */
export interface MilestoneRecord {
  readonly amount: bigint;
  /** Whether the first delivery was reviewed: accepted, in whole or in part. */
  readonly reviewed: boolean;
  /** Whether everything was paid or released. */
  readonly settled: boolean;
  /** The last delivery. */
  readonly deliveredAt: bigint;
  /** Part paid or released already. */
  readonly settledPart: bigint;
  /** Part withheld by refused certificates. */
  readonly withheld: bigint;
  /** Part that the inspector objected to. */
  readonly objected: bigint;
  /** When; 0 once that part was delivered again. */
  readonly objectedAt: bigint;
  readonly disputed: boolean;
}

/** What is under the inspector's eyes: the whole first delivery, the objected part delivered again, or nothing. */
function underReview(record: MilestoneRecord): "whole" | "part" | "nothing" {
  if (record.deliveredAt === 0n || record.settled) return "nothing";
  if (!record.reviewed) return "whole";
  return record.objected !== 0n && record.objectedAt === 0n ? "part" : "nothing";
}

/**
 * Whether silence has accepted what was delivered: eight calendar days have passed. Source: Ley 19.983 art. 3.
 *
 * @param deliveredAt unix seconds, 0 if nothing was delivered
 * @param time now, unix seconds
 * @example isDeemedAccepted(delivery, delivery + 8n * 86_400n); // false: the window includes its last second
 */
export const isDeemedAccepted = (deliveredAt: bigint, time: bigint): boolean =>
  deliveredAt !== 0n && time - deliveredAt > LAW.acceptanceWindow;

/**
 * The status of a milestone (hito) that follows from its record and the clock. Source: Ley 19.983 art. 3 for acceptance by silence.
 *
 * @param time now, unix seconds
 * @example milestoneStatus(record, now); // "under review"
 */
export function milestoneStatus(record: MilestoneRecord, time: bigint): MilestoneStatus {
  if (record.settled) return "settled";
  if (record.amount === 0n) return "unknown";
  if (record.deliveredAt === 0n) return "scheduled";
  const waits = underReview(record) !== "nothing";
  if (waits && !isDeemedAccepted(record.deliveredAt, time)) return "under review";
  if (record.disputed) return "disputed";
  return record.objectedAt === 0n ? "accepted" : "objected";
}

/**
 * What of a milestone is accepted, by the inspector or by silence, and neither settled nor withheld nor objected to: payable once its
 * certificates are there, before deductions. Source: Ley 19.983 art. 2 quater and 3.
 *
 * @param time now, unix seconds
 * @returns smallest units
 * @example payableAmount(record, now); // 20_000_000n
 */
export function payableAmount(record: MilestoneRecord, time: bigint): bigint {
  const isDeemed = isDeemedAccepted(record.deliveredAt, time);
  if (record.settled || !(record.reviewed || isDeemed)) return 0n;
  const tookAll = isDeemed && underReview(record) === "part";
  const refused = tookAll ? 0n : record.objected;
  return record.amount - record.settledPart - record.withheld - refused;
}

/**
 * Whether the buyer is in arrears (mora) with a milestone: something is payable, its certificates are there, and it is more than 30 calendar
 * days since the delivery. Source: Ley 19.983 art. 2 quater.
 *
 * @param cleared whether every required certificate is granted
 * @param time now, unix seconds
 * @example isInArrears(record, true, record.deliveredAt + 31n * 86_400n);
 */
export const isInArrears = (record: MilestoneRecord, cleared: boolean, time: bigint): boolean =>
  cleared && time - record.deliveredAt > LAW.paymentTerm && payableAmount(record, time) !== 0n;
