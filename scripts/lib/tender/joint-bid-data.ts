import type { SigningPlace, TypedData } from "../procurement/typed-data.ts";

/** A joint bid of small firms (`Tender.Joint`), Ley 19.886 art. 51 to 54. */
export interface JointBid {
  readonly tender: string;
  /** Registry entity that files and signs for all. */
  readonly lead: bigint;
  /** The other entities, strictly ascending. */
  readonly members: readonly bigint[];
  /** SHA-256 of their agreement of joint liability. */
  readonly agreement: string;
  /** Last second at which the signatures may be used, unix seconds. */
  readonly deadline: bigint;
}

/**
 * What each member of a joint bid signs (EIP-712).
 *
 * @param place chain and address of the JointBids contract
 * @example await signer.signTypedData(data.domain, data.types, data.message);
 */
export function jointBidData({ chainId, contract }: SigningPlace, joint: JointBid): TypedData {
  const { tender, lead, members, agreement, deadline } = joint;
  return {
    domain: { name: "Erario JointBids", version: "1", chainId, verifyingContract: contract },
    types: {
      JointBid: [
        { name: "tender", type: "bytes32" },
        { name: "lead", type: "uint64" },
        { name: "members", type: "uint64[]" },
        { name: "agreement", type: "bytes32" },
        { name: "deadline", type: "uint40" },
      ],
    },
    message: { tender, lead, members: [...members], agreement, deadline },
  };
}
