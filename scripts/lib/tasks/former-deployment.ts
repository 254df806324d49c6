import { isCodedError } from "../messages/coded-error.ts";
import type { Files } from "../send/files.ts";
import { loadIdentity } from "../send/identity-file.ts";
import type { NetworkIdentity } from "../send/network-identity.ts";
import { CONTRACT_NAMES } from "./contracts.ts";

/**
 * What an earlier deployment recorded of this very chain; null where there is no such record.
 *
 * @param genesis hash of the connected chain's block 0
 * @throws what the file system throws
 * @example formerDeployment(nodeFiles, ".erario/localhost/identity.json", genesis)?.block
 */
export function formerDeployment(files: Files, path: string, genesis: string): NetworkIdentity | null {
  if (files.read(path) === null) return null;
  try {
    const former = loadIdentity(files, path);
    return former.genesis === genesis ? former : null;
  } catch (error) {
    // A record that cannot be read is written anew.
    if (isCodedError(error) && error.code === "identity-file-bad") return null;
    throw error;
  }
}

/**
 * What a deployment that is typed again records: where every contract of the suite is as it was, the test token that is not asked for again
 * stays known, and the events are still read from the first record's block on.
 *
 * @example keepFormer(await recordIdentity(chain, addresses), former).contracts.token?.address
 */
export function keepFormer(recorded: NetworkIdentity, former: NetworkIdentity | null): NetworkIdentity {
  const isSame =
    former !== null &&
    former.chainId === recorded.chainId &&
    former.genesis === recorded.genesis &&
    CONTRACT_NAMES.every((name) => former.contracts[name]?.address === recorded.contracts[name]?.address);
  if (!isSame) return recorded;
  return { ...recorded, block: former.block, contracts: { ...former.contracts, ...recorded.contracts } };
}
