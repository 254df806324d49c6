import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lock as acquire } from "proper-lockfile";
import { attempt } from "./files.ts";
import { SendError } from "./send-error.ts";

/** How a lock of a dead process is told: milliseconds without a sign of life; the wait for it is a little longer. */
export interface LockPatience {
  readonly staleMs: number;
}

export const DEFAULT_LOCK_PATIENCE: LockPatience = { staleMs: 5_000 };

/** The exclusive use of an account on this machine. */
export interface AccountLock {
  /** Throws SendError "lock-lost" when another process may have taken the lock. */
  assertHeld(): void;
  release(): Promise<void>;
}

const RETRY_MS = 250;

/**
 * Locks an account of a chain for this process. A lock left by a killed process is taken over once it is stale.
 *
 * @param folder - Where the lock lives; operators of one machine share it.
 * @throws SendError "locked" when another living process holds it.
 * @example await lockAccount("deployments", 31337n, account.address)
 */
export async function lockAccount(
  folder: string,
  chainId: bigint,
  account: string,
  patience: LockPatience = DEFAULT_LOCK_PATIENCE,
): Promise<AccountLock> {
  const path = join(folder, `send-${chainId}-${account.toLowerCase()}`);
  const retries = Math.ceil((patience.staleMs * 1.25) / RETRY_MS);
  let lost = false;
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
  const release = await acquire(path, {
    realpath: false,
    stale: patience.staleMs,
    retries: { retries, factor: 1, minTimeout: RETRY_MS, maxTimeout: RETRY_MS },
    onCompromised: () => {
      lost = true;
    },
  }).catch((error: unknown) => {
    const { code = "-" } = error as NodeJS.ErrnoException;
    if (code === "ELOCKED") throw new SendError("locked", { account, path: `${path}.lock` });
    throw new SendError("output-unwritable", { file: `${path}.lock`, reason: code });
  });
  return {
    assertHeld() {
      if (lost) throw new SendError("lock-lost", { path: `${path}.lock` });
    },
    async release() {
      if (!lost) await release();
    },
  };
}
