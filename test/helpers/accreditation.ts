import type { AddressLike } from "ethers";

import type { Entity, Registry } from "../../typechain-types/contracts/registry/Registry.js";
import type { Signer } from "./suite.ts";

export type Accreditation = Entity.AccreditationStruct;

const TYPES = {
  Accreditation: [
    { name: "number", type: "uint64" },
    { name: "account", type: "address" },
    { name: "kind", type: "uint8" },
    { name: "size", type: "uint8" },
    { name: "region", type: "uint16" },
    { name: "group", type: "uint64" },
    { name: "validUntil", type: "uint40" },
    { name: "sequence", type: "uint32" },
    { name: "deadline", type: "uint40" },
  ],
};

/** An accreditation of a small supplier of the capital's region, first of its number, that tests override in part. */
export function accreditationOf(account: AddressLike, overrides: Partial<Accreditation> = {}): Accreditation {
  return {
    number: 77_000_100n,
    account,
    kind: 1n,
    size: 2n,
    region: 13n,
    group: 0n,
    validUntil: 4_000_000_000n,
    sequence: 0n,
    deadline: 4_000_000_000n,
    ...overrides,
  };
}

/** The EIP-712 signature of an accreditation; `domain` overrides what it is bound to. */
export async function signAccreditation(
  registry: Registry,
  signer: Signer,
  accreditation: Accreditation,
  domain: { chainId?: bigint; verifyingContract?: string } = {},
): Promise<string> {
  const { chainId } = await signer.provider!.getNetwork();
  return signer.signTypedData(
    {
      name: "Erario Registry",
      version: "1",
      chainId,
      verifyingContract: await registry.getAddress(),
      ...domain,
    },
    TYPES,
    accreditation,
  );
}
