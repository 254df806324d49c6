import { createHash } from "node:crypto";
import type { Chain } from "./chain.ts";
import type { Files } from "./files.ts";
import { journalText, readJournal } from "./journal.ts";
import type { Entry, Header, StepEntry } from "./journal-entry.ts";
import { foldEntries, isSettled, type StepRecord } from "./ledger.ts";
import type { SendLimits } from "./limits.ts";
import { transactionsByNonce } from "./nonce-history.ts";
import { headerOf, refuseForeign, type JournalOwner } from "./open-ledger.ts";
import { stepDigest, type Step } from "./plan.ts";
import { SendError } from "./send-error.ts";
import { isDone } from "./start-step.ts";

/** How to rebuild a journal. */
export interface RebuildRequest {
  /** The account's first nonce of the plan, needed when the journal's heading cannot be read. */
  readonly fromNonce?: number;
}

export interface RebuildContext extends JournalOwner {
  readonly chain: Chain;
  readonly files: Files;
  readonly path: string;
  readonly limits: SendLimits;
}

/**
 * Replaces a journal that cannot be trusted, or that a foreign transaction has overtaken, by what the chain says. A
 * step is done when its own `done` says so or, without one, when the account's transactions since the plan began hold
 * the same call. What the readable part of the old journal has signed and the chain has not used keeps its nonce. The
 * old file is kept beside the new one.
 *
 * @returns How many steps are done, on their way, and left.
 * @throws SendError "rebuild-needs-start", "rebuild-not-deep", "foreign-pending" or "history-unavailable".
 * @example await rebuildJournal(context, { fromNonce: 12 })
 */
export async function rebuildJournal(
  context: RebuildContext,
  request: RebuildRequest,
): Promise<{ done: number; open: number; left: number }> {
  const { chain, files, path, plan } = context;
  const old = files.read(path) ?? "";
  const salvage = salvageOf(old, context);
  const nonce = await settledNonce(context);
  const kept = entriesKept(salvage.entries, nonce, context);
  const pending = await chain.nonce(context.account.address, "pending");
  const awaited = foldEntries(kept).live.size;
  if (pending > nonce + awaited) {
    throw new SendError("foreign-pending", { account: context.account.address, expected: nonce, found: pending });
  }
  const fromNonce = request.fromNonce ?? salvage.header?.startNonce ?? null;
  const sent = await callsSent(context, fromNonce, nonce);
  const records = foldEntries(salvage.entries).records;
  const found: StepEntry[] = [];
  for (const step of plan.steps) {
    if (await happened(context, step, records.get(step.key), sent)) found.push({ type: "found", key: step.key });
  }
  const done = new Set(found.map(({ key }) => key));
  const open = kept.filter(({ key }) => !done.has(key));
  if (old !== "") await files.replace(`${path}.${createHash("sha256").update(old).digest("hex").slice(0, 8)}.old`, old);
  await files.replace(path, journalText([headerOf(context, nonce), ...found, ...open]));
  const live = foldEntries(open).live.size;
  return { done: done.size, open: live, left: plan.steps.length - done.size - live };
}

/** The lines before the first damaged one, unless they are of another chain, account or plan. */
function salvageOf(text: string, owner: JournalOwner): { header: Header | null; entries: readonly Entry[] } {
  const { entries } = readJournal(text);
  const header = entries[0];
  if (header?.type !== "header") return { header: null, entries: [] };
  try {
    refuseForeign("", header, owner);
    return { header, entries };
  } catch {
    return { header: null, entries: [] };
  }
}

/** The account's nonce, provided that nothing of it is still within reach of a reorganisation. */
async function settledNonce({ chain, account, limits }: RebuildContext): Promise<number> {
  const head = (await chain.block("latest"))?.number ?? 0;
  const deep = Math.max(head - limits.confirmations + 1, 0);
  const nonce = await chain.nonce(account.address, "latest");
  if ((await chain.nonce(account.address, deep)) !== nonce) {
    throw new SendError("rebuild-not-deep", { confirmations: limits.confirmations });
  }
  return nonce;
}

/** The intents of the old journal whose nonce the chain has not used yet. */
function entriesKept(entries: readonly Entry[], nonce: number, { plan }: JournalOwner): StepEntry[] {
  const digests = new Map(plan.steps.map((step) => [step.key, stepDigest(step)]));
  return entries.filter(
    (entry): entry is StepEntry & { type: "intent" } =>
      entry.type === "intent" && entry.nonce >= nonce && digests.get(entry.key) === entry.digest,
  );
}

/** How often each call was included since the plan began, by digest; null when it is not known when it began. */
async function callsSent(
  { chain, account, identity, plan }: RebuildContext,
  fromNonce: number | null,
  toNonce: number,
): Promise<Map<string, number> | null> {
  if (fromNonce === null || plan.steps.every((step) => step.done !== undefined)) return null;
  const toBlock = (await chain.block("latest"))?.number ?? 0;
  const span = { fromNonce, toNonce, fromBlock: identity.block, toBlock };
  const calls = new Map<string, number>();
  for (const { hash, to, input, value } of (await transactionsByNonce(chain, account.address, span)).values()) {
    if (to === null || (await chain.receipt(hash))?.status !== true) continue;
    const digest = stepDigest({ to, data: input, value });
    calls.set(digest, (calls.get(digest) ?? 0) + 1);
  }
  return calls;
}

/** Whether a step's effect is on the chain; identical calls are matched one to one. */
async function happened(
  { path }: RebuildContext,
  step: Step,
  record: StepRecord | undefined,
  sent: Map<string, number> | null,
): Promise<boolean> {
  if (step.done !== undefined) return isDone(step);
  if (sent === null) {
    if (isSettled(record)) return true;
    throw new SendError("rebuild-needs-start", { key: step.key, path });
  }
  const digest = stepDigest(step);
  const left = sent.get(digest) ?? 0;
  sent.set(digest, left - 1);
  return left > 0;
}
