import { AbiCoder, keccak256 } from "ethers";

import type { MilestoneTerms } from "./deed.ts";

/** What of a contract a change order may move, as it stands now. */
export interface StandingTerms {
  /** Id of the contract. */
  readonly id: string;
  /** How many change orders have taken effect. */
  readonly changes: bigint;
  /** Last second of the contract, unix seconds. */
  readonly endsAt: bigint;
  readonly schedule: readonly MilestoneTerms[];
}

/**
 * Hash of the terms as they stand, which both sides name in a change order and in an agreed termination (`IContractChanges.termsHashOf`).
 * Two orders signed on the same terms cannot both take effect.
 *
 * @throws TypeError of ethers, when a value does not fit its type
 * @example termsHash({ id: contractId(deed.terms), changes: 0n, endsAt: deed.annex.endsAt, schedule });
 */
export function termsHash({ id, changes, endsAt, schedule }: StandingTerms): string {
  const rows = schedule.map(({ amount, notBefore, dueAt, certificates }) => [amount, notBefore, dueAt, certificates]);
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["bytes32", "uint256", "uint40", "tuple(uint128,uint40,uint40,uint8)[]"],
      [id, changes, endsAt, rows],
    ),
  );
}
