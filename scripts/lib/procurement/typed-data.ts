import type { TypedDataDomain, TypedDataField } from "ethers";

import { contractId, scheduleHash } from "./deed.ts";
import type { Deed, MilestoneTerms } from "./deed.ts";

/** The chain and the contract that a signature is for: it is worth nothing at another. */
export interface SigningPlace {
  readonly chainId: bigint;
  /** Address of the contract that checks the signature. */
  readonly contract: string;
}

/** What a wallet signs (EIP-712): the arguments of ethers' `signTypedData`, in order, by name. */
export interface TypedData {
  readonly domain: TypedDataDomain;
  readonly types: Record<string, TypedDataField[]>;
  readonly message: Record<string, unknown>;
}

/** What an accreditor signs and the entity submits (`Entity.Accreditation`); times in unix seconds. */
export interface Accreditation {
  readonly number: bigint;
  readonly account: string;
  readonly kind: bigint;
  readonly size: bigint;
  readonly region: bigint;
  readonly group: bigint;
  readonly validUntil: bigint;
  readonly sequence: bigint;
  readonly deadline: bigint;
}

/** A change order (`Agreement.Change`); amounts in smallest units, times in unix seconds. */
export interface Change {
  readonly termsHash: string;
  readonly document: string;
  readonly indexes: bigint[];
  readonly schedule: MilestoneTerms[];
  readonly endsAt: bigint;
  readonly bondUntil: bigint;
  readonly bondIncrease: bigint;
  readonly deadline: bigint;
}

/** An agreed termination (resciliación): the terms as they stand, the digest of the agreement, the last second of use. */
export interface AgreedTermination {
  readonly termsHash: string;
  readonly document: string;
  readonly deadline: bigint;
}

const MILESTONE_FIELDS = "uint128 amount,uint40 notBefore,uint40 dueAt,uint8 certificates";
const CHANGES = "Erario ContractChanges";

/** Fields as Solidity's type strings write them: "uint64 number,address account". */
const fieldsOf = (list: string): TypedDataField[] =>
  list.split(",").map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { name, type };
  });

const domainOf = (name: string, { chainId, contract }: SigningPlace): TypedDataDomain => ({
  name,
  version: "1",
  chainId,
  verifyingContract: contract,
});

/**
 * What the accreditor signs for `Registry.accredit`.
 *
 * @param place chain and Registry
 * @example const { domain, types, message } = accreditationData(place, accreditation);
 * await accreditor.signTypedData(domain, types, message);
 */
export const accreditationData = (place: SigningPlace, accreditation: Accreditation): TypedData => ({
  domain: domainOf("Erario Registry", place),
  types: {
    Accreditation: fieldsOf(
      "uint64 number,address account,uint8 kind,uint8 size,uint16 region,uint64 group,uint40 validUntil,uint32 sequence,uint40 deadline",
    ),
  },
  message: { ...accreditation },
});

/**
 * What the supplier signs for `OpeningDesk.award`: these terms and this schedule, until `signBy`.
 *
 * @param place chain and OpeningDesk
 * @throws TypeError of ethers, when a value does not fit its type
 * @example const { domain, types, message } = contractSignatureData(place, deed, schedule);
 */
export const contractSignatureData = (
  place: SigningPlace,
  deed: Deed,
  schedule: readonly MilestoneTerms[],
): TypedData => ({
  domain: domainOf("Erario OpeningDesk", place),
  types: { ContractSignature: fieldsOf("bytes32 terms,bytes32 schedule,uint40 signBy") },
  message: { terms: contractId(deed.terms), schedule: scheduleHash(schedule), signBy: deed.annex.signBy },
});

/**
 * What both sides sign for `ContractChanges.change`.
 *
 * @param place chain and ContractChanges
 * @example const { domain, types, message } = changeData(place, order);
 */
export const changeData = (place: SigningPlace, change: Change): TypedData => ({
  domain: domainOf(CHANGES, place),
  types: {
    Change: fieldsOf(
      "bytes32 termsHash,bytes32 document,uint256[] indexes,MilestoneTerms[] schedule,uint40 endsAt,uint40 bondUntil,uint128 bondIncrease,uint40 deadline",
    ),
    MilestoneTerms: fieldsOf(MILESTONE_FIELDS),
  },
  message: { ...change },
});

/**
 * What both sides sign for `ContractChanges.agreeTermination`.
 *
 * @param place chain and ContractChanges
 * @example const { domain, types, message } = agreedTerminationData(place, { termsHash, document, deadline });
 */
export const agreedTerminationData = (place: SigningPlace, termination: AgreedTermination): TypedData => ({
  domain: domainOf(CHANGES, place),
  types: { Termination: fieldsOf("bytes32 termsHash,bytes32 document,uint40 deadline") },
  message: { ...termination },
});
