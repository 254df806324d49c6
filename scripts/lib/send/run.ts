import type { AccountLock } from "./lock.ts";
import type { SendAccount } from "./account.ts";
import type { Block } from "./chain-answers.ts";
import type { Chain } from "./chain.ts";
import type { Journal } from "./journal.ts";
import type { StepEntry } from "./journal-entry.ts";
import { applyEntry, type Ledger, type LiveRecord } from "./ledger.ts";
import type { SendLimits } from "./limits.ts";
import type { Text } from "../lang.ts";
import type { sentenceIn } from "../messages/render-message.ts";
import { checkChain, type NetworkIdentity } from "./network-identity.ts";
import type { Plan, Step } from "./plan.ts";
import { SendError } from "./send-error.ts";
import type { Sleep } from "./steady-rpc.ts";

/** The catalogue sentence of a contract's error data, or null when it is not known. */
export type DescribeError = (data: string) => Text | null;

/** What this run has seen of a transaction that is not included yet. */
export interface Watch {
  /** Head when this run first saw it, or last raised its fee. */
  since: number;
  /** Looks in a row at which its nonce was used but no receipt was shown. */
  missing: number;
  bumps: number;
  /** Whether this run itself handed it to the node. */
  sentHere: boolean;
}

/** All that a run works with. */
export interface Run {
  readonly chain: Chain;
  readonly identity: NetworkIdentity;
  readonly account: SendAccount;
  readonly plan: Plan;
  readonly steps: ReadonlyMap<string, Step>;
  readonly limits: SendLimits;
  readonly describeError: DescribeError;
  readonly sleep: Sleep;
  readonly say: (...notice: Parameters<ReturnType<typeof sentenceIn>>) => void;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly lock: AccountLock;
  readonly watches: Map<string, Watch>;
  /** Every nonce of the account below this one is known to be of this journal. */
  checkedNonce: number;
  head: Block;
  /** The account's transaction count at the head. */
  latestNonce: number;
  /** Entries written by this run. */
  writes: number;
  /** Why no further step is started; what is on its way is still awaited. */
  stop: SendError | null;
}

/**
 * Writes an entry to the journal and then takes it into account.
 *
 * @throws SendError "output-unwritable" or "journal-raced"; the ledger is then as before.
 * @example note(run, { type: "found", key: "pay-1" })
 */
export function note(run: Run, entry: StepEntry): void {
  run.journal.append(entry);
  applyEntry(run.ledger, entry);
  run.writes++;
}

/**
 * What this run has seen of a record.
 *
 * @example watchOf(run, record).since
 */
export function watchOf(run: Run, record: LiveRecord): Watch {
  const known = run.watches.get(record.key);
  if (known !== undefined) return known;
  const watch = { since: run.head.number, missing: 0, bumps: 0, sentHere: false };
  run.watches.set(record.key, watch);
  return watch;
}

/**
 * The step of a record; the run has checked at its start that every awaited record has one.
 *
 * @throws SendError "plan-changed" when the plan has no such key.
 * @example stepOf(run, record.key).to
 */
export function stepOf(run: Run, key: string): Step {
  const step = run.steps.get(key);
  if (step === undefined) throw new SendError("plan-changed", { key, path: run.plan.id });
  return step;
}

/**
 * Checks, before anything that cannot be taken back, that the node is still on the recorded chain.
 *
 * @throws SendError "network-changed".
 * @example await assertSameChain(run)
 */
export async function assertSameChain(run: Run): Promise<void> {
  try {
    await checkChain(run.chain, run.identity);
  } catch (error) {
    if (!(error instanceof SendError) || error.code === "rpc-unavailable") throw error;
    throw new SendError("network-changed", { reason: { es: error.text("es"), en: error.text("en") } });
  }
}
