import { deedOf, type Deed, type MilestoneTerms } from "../../procurement/deed.ts";
import { shareDown, shareUp, WHOLE } from "../../procurement/law.ts";
import type { Call, ContractTerms, Share } from "./types.ts";

/** What only the award and the clock know of the contract to come. */
export interface AwardedContract {
  /** Registry entity of the winner. */
  readonly supplier: bigint;
  /** Smallest units, taxes included. */
  readonly price: bigint;
  readonly isAbnormallyLow: boolean;
  /** Unix seconds. */
  readonly signedAt: bigint;
}

/** What is bought, by whom and from which line, whatever the procedure (`ContractDraft.Purchase`). */
export type Purchase = Pick<Call, "ocid" | "category" | "lineId" | "token" | "buyer">;

/** What was published of the contract to come. */
export interface PublishedContract {
  readonly call: Purchase;
  readonly contractTerms: ContractTerms;
  readonly schedule: readonly Share[];
}

/** What the winner signs. */
export interface DraftedDeed {
  readonly deed: Deed;
  readonly schedule: readonly MilestoneTerms[];
}

/**
 * The lowest price at which every milestone is worth one unit at least.
 *
 * @param schedule parts of the price, none zero
 * @example leastPrice([{ bps: 2_500n, ...rest }]); // 4n
 */
export function leastPrice(schedule: readonly Pick<Share, "bps">[]): bigint {
  const smallest = schedule.reduce((least, { bps }) => (bps < least ? bps : least), WHOLE);
  return (WHOLE + smallest - 1n) / smallest;
}

/**
 * The contract that published terms and a price lead to; nothing in it is negotiated. The net price is rounded up, the last second of every
 * term counts from the signature, and the milestones sum to the price exactly.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example draftOf(terms, { supplier: 7n, price: 480_000_000n, isAbnormallyLow: false, signedAt }).deed.annex.performanceBond;
 */
export function draftOf(
  { call, contractTerms: c, schedule }: PublishedContract,
  awarded: AwardedContract,
): DraftedDeed {
  const { supplier, price, isAbnormallyLow, signedAt } = awarded;
  const withTax = WHOLE + c.taxBps;
  const netPrice = (price * WHOLE + withTax - 1n) / withTax;
  const advance = shareDown(price, c.advanceBps);
  const endsAt = signedAt + c.duration;
  const deed = deedOf(
    {
      lineId: call.lineId,
      token: call.token,
      buyer: call.buyer,
      ...{ supplier, price, advance },
      retentionBps: c.retentionBps,
      retentionCapBps: c.retentionCapBps,
      inspector: c.inspector,
      substitute: c.substitute,
    },
    {
      ocid: call.ocid,
      document: c.document,
      category: call.category,
      bondExemption: c.bondExemption,
      ...{ netPrice, endsAt },
      advanceBond: c.advanceBonded ? advance : 0n,
      performanceBond: shareUp(netPrice, isAbnormallyLow ? c.raisedBps : c.performanceBps),
      bondUntil: endsAt + c.bondTail,
      warranty: c.warranty,
      signBy: signedAt,
      fineBpsPerDay: c.fineBpsPerDay,
      fineCapBps: c.fineCapBps,
      defaultBps: c.defaultBps,
      defenceWindow: c.defenceWindow,
      decisionWindow: c.decisionWindow,
      appealWindow: c.appealWindow,
      reviewWindow: c.reviewWindow,
      settlementWindow: c.settlementWindow,
      rulingWindow: c.rulingWindow,
      certificateWindow: c.certificateWindow,
      arbiter: c.arbiter,
      fallbackArbiter: c.fallbackArbiter,
      reviewer: c.reviewer,
      certifiers: c.certifiers,
    },
  );
  return { deed, schedule: milestonesOf(schedule, price, signedAt) };
}

/** Each milestone is what the parts up to it make of the price, less what was given before. */
function milestonesOf(shares: readonly Share[], price: bigint, signedAt: bigint): MilestoneTerms[] {
  let parts = 0n;
  return shares.map(({ bps, notBefore, dueAfter, certificates }) => {
    const before = shareDown(price, parts);
    parts += bps;
    const amount = shareDown(price, parts) - before;
    return { amount, notBefore: signedAt + notBefore, dueAt: signedAt + dueAfter, certificates };
  });
}
