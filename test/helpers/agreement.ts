import { AbiCoder, keccak256, sha256, toUtf8Bytes, ZeroAddress } from "ethers";

import type { Agreement } from "../../typechain-types/contracts/procurement/interfaces/IOpeningDesk.js";

export type Terms = Agreement.TermsStruct;
export type Annex = Agreement.AnnexStruct;
export type Deed = Agreement.DeedStruct;
export type MilestoneTerms = Agreement.MilestoneTermsStruct;

export const DAY = 86_400n;

const ANNEX_TUPLE =
  "tuple(bytes32,bytes32,uint8,uint8,uint128,uint128,uint128,uint40,uint32,uint40,uint40,uint16,uint16,uint16,uint32,uint32,uint32,uint32,uint32,uint32,uint32,address,address,address,address[3])";
const TERMS_TUPLE = "tuple(bytes32,uint256,address,uint64,uint64,uint128,uint128,uint16,uint16,address,address)";

/** A document named by its content. */
export function documentOf(content: string): { digest: string; pointer: string } {
  return { digest: sha256(toUtf8Bytes(content)), pointer: "" };
}

/** Values of a struct in declaration order, as positional encoding wants them. */
function values(struct: object): unknown[] {
  return Object.values(struct);
}

/** Hash of an annex. */
export function annexHash(annex: Annex): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode([ANNEX_TUPLE], [values(annex)]));
}

/** Id of a contract: hash of its terms. */
export function contractId(terms: Terms): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode([TERMS_TUPLE], [values(terms)]));
}

export interface Offices {
  inspector: string;
  substitute: string;
  arbiter: string;
  fallbackArbiter: string;
  reviewer: string;
  certifier: string;
}

/** An annex of a contract of works of a year that every test may override in part. */
export function annexOf(now: bigint, netPrice: bigint, offices: Offices, overrides: Partial<Annex> = {}): Annex {
  return {
    ocid: documentOf("ocds-213czf-obra-1").digest,
    document: documentOf("contract text").digest,
    category: 2n,
    bondExemption: 0n,
    netPrice,
    advanceBond: 0n,
    performanceBond: 0n,
    bondUntil: now + 455n * DAY,
    warranty: 60n * DAY,
    signBy: now + 30n * DAY,
    endsAt: now + 365n * DAY,
    fineBpsPerDay: 100n,
    fineCapBps: 3_000n,
    defaultBps: 5_000n,
    defenceWindow: 10n * DAY,
    decisionWindow: 20n * DAY,
    appealWindow: 5n * DAY,
    reviewWindow: 20n * DAY,
    settlementWindow: 5n * DAY,
    rulingWindow: 30n * DAY,
    certificateWindow: 10n * DAY,
    arbiter: offices.arbiter,
    fallbackArbiter: offices.fallbackArbiter,
    reviewer: offices.reviewer,
    certifiers: [offices.certifier, ZeroAddress, ZeroAddress],
    ...overrides,
  };
}

/** A schedule of equal milestones, thirty days apart, delivered from `start` on. */
export function equalSchedule(start: bigint, amounts: readonly bigint[], certificates = 0n): MilestoneTerms[] {
  return amounts.map((amount, index) => ({
    amount,
    notBefore: start,
    dueAt: start + 30n * DAY * BigInt(index + 1),
    certificates,
  }));
}
