import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Wallet, getAddress, hexlify, randomBytes, toQuantity } from "ethers";

import {
  readChain,
  recordIdentity,
  sendPlan,
  SendError,
  signingAccount,
  steadyRpc,
  type Chain,
  type Plan,
  type Rpc,
  type SendOptions,
  type SendReport,
  type Step,
} from "../../../scripts/lib/send/index.ts";

/** Waits that cost the tests little. */
export const QUICK = {
  limits: { pollMs: 5, idlePolls: 40, lagPolls: 3 },
  patience: { attempts: 4, timeoutMs: 1_000, firstPauseMs: 5, longestPauseMs: 20 },
  lock: { staleMs: 2_000 },
};

const ETHER = 10n ** 18n;

/** A folder that `remove` takes away. */
export function sandbox(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "erario-send-"));
  return {
    path: (name) => join(folder, name),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A chain read directly, without faults. */
export function chainOf(rpc: Rpc): Chain {
  return readChain(steadyRpc(rpc, () => Promise.resolve()));
}

/** A fresh account with 100 ether. */
export async function fundedWallet(rpc: Rpc): Promise<Wallet> {
  const wallet = new Wallet(hexlify(randomBytes(32)));
  await rpc.send("hardhat_setBalance", [wallet.address, toQuantity(100n * ETHER)]);
  return wallet;
}

/** A step that pays `value` wei to an address that nobody else pays, so that its balance counts the sendings. */
export function payment(key: string, value = 7n): Step {
  const to = getAddress(hexlify(randomBytes(20)));
  return { key, to, data: "0x", value, description: { es: `Pagar ${key}.`, en: `Pay ${key}.` } };
}

/** A plan of so many payments, or of the given steps. */
export function planOf(steps: number | readonly Step[]): Plan {
  const list =
    typeof steps === "number" ? Array.from({ length: steps }, (_, i) => payment(`pay-${String(i + 1)}`)) : steps;
  return { id: "plan-1", title: { es: "Pagos.", en: "Payments." }, steps: list };
}

/** A run of a plan with what the tests usually give; `lines` is all that it printed. */
export interface TestRun {
  readonly options: SendOptions;
  readonly lines: string[];
  /** Runs it, with changes. */
  send(changes?: Partial<SendOptions>): Promise<SendReport>;
  /** Runs it and returns the SendError it must end with. */
  refused(changes?: Partial<SendOptions>): Promise<SendError>;
}

/** Prepares a run; nothing happens before `send`. */
export async function prepareRun(
  rpc: Rpc,
  given: Partial<SendOptions> & Pick<SendOptions, "plan" | "journal">,
): Promise<TestRun> {
  const lines: string[] = [];
  const options: SendOptions = {
    ...{ rpc, send: true, language: "en", ...QUICK },
    print: (line) => lines.push(line),
    account: given.account ?? signingAccount(await fundedWallet(rpc)),
    identity: given.identity ?? (await recordIdentity(chainOf(rpc), {})),
    ...given,
    limits: { ...QUICK.limits, ...given.limits },
  };
  const merged = (changes: Partial<SendOptions> = {}): SendOptions => ({
    ...options,
    ...changes,
    limits: { ...options.limits, ...changes.limits },
  });
  return {
    options,
    lines,
    send: (changes) => sendPlan(merged(changes)),
    async refused(changes) {
      try {
        await sendPlan(merged(changes));
      } catch (error) {
        if (error instanceof SendError) return error;
        throw error;
      }
      throw new Error("the run was not refused");
    },
  };
}

/** How often each payment of a plan reached its payee; other calls are left out. */
export async function timesPaid(rpc: Rpc, plan: Plan): Promise<bigint[]> {
  const times: bigint[] = [];
  for (const { to, value } of plan.steps) {
    if (value === undefined) continue;
    times.push(BigInt((await rpc.send("eth_getBalance", [to, "latest"])) as string) / value);
  }
  return times;
}

/** Transactions that an account has sent. */
export async function nonceOf(rpc: Rpc, account: string): Promise<number> {
  return chainOf(rpc).nonce(account, "latest");
}
