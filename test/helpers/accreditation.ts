import { accreditationData, type Accreditation, type TypedData } from "../../scripts/lib/procurement/agreement.ts";
import type { Registry } from "../../typechain-types/index.js";
import type { Signer } from "./suite.ts";

export type { Accreditation };

/** Signs typed data as a wallet does; `domain` overrides what it is bound to. */
export const signTyped = (signer: Signer, { domain, types, message }: TypedData, override: TypedData["domain"] = {}) =>
  signer.signTypedData({ ...domain, ...override }, types, message);

/** The chain and the contract that a signature is for. */
export async function placeOf(contract: { getAddress(): Promise<string> }, signer: Signer) {
  const { chainId } = await signer.provider!.getNetwork();
  return { chainId, contract: await contract.getAddress() };
}

/** An accreditation of a small supplier of the capital's region, first of its number, that tests override in part. */
export function accreditationOf(account: string, overrides: Partial<Accreditation> = {}): Accreditation {
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
  return signTyped(signer, accreditationData(await placeOf(registry, signer), accreditation), domain);
}
