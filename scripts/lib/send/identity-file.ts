import { z } from "zod";
import type { Files } from "./files.ts";
import type { NetworkIdentity } from "./network-identity.ts";
import { SendError } from "./send-error.ts";
import { safeText } from "./safe-text.ts";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const schema = z.strictObject({
  chainId: z.string().regex(/^[1-9]\d*$/),
  genesis: hash,
  block: z.int().nonnegative(),
  contracts: z.record(z.string(), z.strictObject({ address: z.string().regex(/^0x[0-9a-fA-F]{40}$/), codeHash: hash })),
});

/**
 * Writes the identity recorded at deployment, whole or not at all.
 *
 * @throws SendError "output-unwritable"; the file that was there is intact.
 * @example await saveIdentity(nodeFiles, "deployments/identity.json", await recordIdentity(chain, addresses))
 */
export async function saveIdentity(files: Files, path: string, identity: NetworkIdentity): Promise<void> {
  const record = { ...identity, chainId: identity.chainId.toString() };
  await files.replace(path, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * Reads the identity that the deploy task wrote.
 *
 * @throws SendError "identity-file-missing" or "identity-file-bad".
 * @example loadIdentity(nodeFiles, "deployments/identity.json").chainId
 */
export function loadIdentity(files: Files, path: string): NetworkIdentity {
  const text = files.read(path);
  if (text === null) throw new SendError("identity-file-missing", { path });
  try {
    const record = schema.parse(JSON.parse(text));
    return { ...record, chainId: BigInt(record.chainId) };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error;
    throw new SendError("identity-file-bad", { path, reason: safeText(reason) });
  }
}
