import type { Files } from "./files.ts";
import { journalText, openJournal, readJournal, refuseCorrupt, type Journal } from "./journal.ts";
import type { Header } from "./journal-entry.ts";
import { foldEntries, type Ledger } from "./ledger.ts";
import type { SendAccount } from "./account.ts";
import type { NetworkIdentity } from "./network-identity.ts";
import { stepDigest, type Plan } from "./plan.ts";
import { SendError } from "./send-error.ts";

/** Whose journal it must be. */
export interface JournalOwner {
  readonly plan: Plan;
  readonly account: SendAccount;
  readonly identity: NetworkIdentity;
}

/** A journal with what it knows. */
export interface OpenLedger {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly header: Header;
  /** Whether a line cut short was dropped. */
  readonly torn: boolean;
}

/**
 * Opens the journal of a plan, or starts one at the account's present nonce.
 *
 * @throws SendError "journal-corrupt", "journal-foreign", "plan-changed" or "output-unwritable".
 * @example await openLedger(nodeFiles, "plan.jsonl", { plan, account, identity }, 7)
 */
export async function openLedger(
  files: Files,
  path: string,
  owner: JournalOwner,
  startNonce: number,
): Promise<OpenLedger> {
  if (files.read(path) === null) await files.replace(path, journalText([headerOf(owner, startNonce)]));
  const text = readJournal(files.read(path) ?? "");
  refuseCorrupt(path, text);
  const header = text.entries.find((entry) => entry.type === "header") ?? headerOf(owner, startNonce);
  refuseForeign(path, header, owner);
  const ledger = foldEntries(text.entries);
  refuseChanged(path, ledger, owner.plan);
  const journal = await openJournal(files, path, text);
  return { journal, ledger, header, torn: text.torn };
}

/**
 * The heading of a new journal.
 *
 * @example headerOf({ plan, account, identity }, 7).startNonce // 7
 */
export function headerOf({ plan, account, identity }: JournalOwner, startNonce: number): Header {
  return {
    type: "header",
    version: 1,
    plan: plan.id,
    account: account.address,
    chainId: identity.chainId.toString(),
    genesis: identity.genesis,
    startNonce,
  };
}

/**
 * Refuses a journal of another chain, account or plan.
 *
 * @throws SendError "journal-foreign" naming what differs.
 * @example refuseForeign("plan.jsonl", header, { plan, account, identity })
 */
export function refuseForeign(path: string, header: Header, owner: JournalOwner): void {
  const expected = headerOf(owner, header.startNonce);
  const chain = { es: "cadena", en: "chain" };
  const checks = [
    { what: chain, found: header.chainId, expected: expected.chainId },
    { what: chain, found: header.genesis, expected: expected.genesis },
    { what: { es: "cuenta", en: "account" }, found: header.account, expected: expected.account },
    { what: { es: "planificación", en: "plan" }, found: header.plan, expected: expected.plan },
  ];
  for (const check of checks)
    if (check.found !== check.expected) throw new SendError("journal-foreign", { path, ...check });
}

/** What the journal has started must still be in the plan as it was. */
function refuseChanged(path: string, ledger: Ledger, plan: Plan): void {
  const digests = new Map(plan.steps.map((step) => [step.key, stepDigest(step)]));
  for (const { key, digest } of ledger.records.values()) {
    const now = digests.get(key);
    const isGone = now === undefined && ledger.live.has(key);
    if (isGone || (now !== undefined && digest !== null && digest !== now))
      throw new SendError("plan-changed", { key, path });
  }
}
