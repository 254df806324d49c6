import type { TypedDataField } from "ethers";

import type { SigningPlace, TypedData } from "../procurement/typed-data.ts";

/** A household's seat, as its signed acts name it: none serves for another one. */
export interface SeatReference {
  readonly callId: string;
  readonly nullifier: string;
  readonly slot: bigint;
  /** Round in which the seat was last settled; 0 for one that an appeal gave. */
  readonly round: bigint;
  /** Number of the act: how many the household has signed before. */
  readonly step: bigint;
}

const SEAT = "bytes32 callId,bytes32 nullifier,uint16 slot,uint8 round,uint32 step";
const WRIT = "bytes32 callId,bytes32 nullifier,uint32 number,bytes32 document";

/** A writ of a household in its procedure, by digest. */
export interface Writ {
  readonly callId: string;
  readonly nullifier: string;
  /** Number of the procedure. */
  readonly number: bigint;
  readonly document: string;
}

/** An appeal of a household against the first round of a call, by the digest of its writ. */
export interface Filing {
  readonly callId: string;
  readonly nullifier: string;
  readonly reason: string;
}

/** What a household signs, by desk and name. */
export interface ClaimMessages {
  readonly "BenefitDesk.Acceptance": SeatReference & { readonly inLine: boolean };
  readonly "BenefitDesk.Waiver": SeatReference;
  readonly "BenefitDesk.LineExit": SeatReference;
  readonly "BenefitDesk.Use": SeatReference & { readonly seller: bigint; readonly deed: string };
  readonly "BenefitDesk.Withdrawal": SeatReference;
  readonly "AppealDesk.Appeal": Filing;
  readonly "OccupancyDesk.Defence": Writ;
  readonly "OccupancyDesk.Appeal": Writ;
}

const FIELDS: Readonly<Record<keyof ClaimMessages, string>> = {
  "BenefitDesk.Acceptance": `${SEAT},bool inLine`,
  "BenefitDesk.Waiver": SEAT,
  "BenefitDesk.LineExit": SEAT,
  "BenefitDesk.Use": `${SEAT},uint64 seller,bytes32 deed`,
  "BenefitDesk.Withdrawal": SEAT,
  "AppealDesk.Appeal": "bytes32 callId,bytes32 nullifier,bytes32 reason",
  "OccupancyDesk.Defence": WRIT,
  "OccupancyDesk.Appeal": WRIT,
};

const fieldsOf = (list: string): TypedDataField[] =>
  list.split(",").map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { type, name };
  });

/**
 * What a household's claim key signs for a desk (EIP-712).
 *
 * @param place chain and desk
 * @param act desk and name of the message
 * @example const { domain, types, message } = claimData(place, "BenefitDesk.Waiver", seat);
 * await claimKey.signTypedData(domain, types, message);
 */
export function claimData<A extends keyof ClaimMessages>(
  { chainId, contract }: SigningPlace,
  act: A,
  message: ClaimMessages[A],
): TypedData {
  const [desk = "", name = ""] = act.split(".");
  const values: SeatReference | Filing | Writ = message;
  return {
    domain: { name: `Erario ${desk}`, version: "1", chainId, verifyingContract: contract },
    types: { [name]: fieldsOf(FIELDS[act]) },
    message: { ...values },
  };
}
