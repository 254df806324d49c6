import type { Entry, Intent, StepEntry } from "./journal-entry.ts";

/** One signed form of a step's transaction; a later one replaces it at the same nonce with a higher fee. */
export interface Attempt extends Pick<Intent, "raw" | "gas" | "maxFee" | "tip" | "legacy" | "block"> {
  hash: string | null;
  /** Whether a node is known to have had it. */
  sent: boolean;
}

/** Where a transaction was included. */
export interface Inclusion {
  readonly hash: string;
  readonly block: number;
  readonly blockHash: string;
  readonly time: bigint;
  readonly ok: boolean;
}

/** What the journal knows of a step. `nonce` is null when nothing of ours was needed. */
export interface StepRecord {
  readonly key: string;
  readonly digest: string | null;
  readonly nonce: number | null;
  readonly attempts: Attempt[];
  status: "open" | "mined" | "final" | "failed" | "found";
  inclusion: Inclusion | null;
}

/** A record whose transaction may still be included or moved. */
export type LiveRecord = StepRecord & { readonly nonce: number };

/** All that the journal knows. */
export interface Ledger {
  readonly records: Map<string, StepRecord>;
  /** Those of the records whose transaction is still awaited. */
  readonly live: Map<string, LiveRecord>;
  /** Every nonce that a transaction of this journal was signed for. */
  readonly nonces: Set<number>;
}

/**
 * Works out the state of every step from the entries of its journal.
 *
 * @example foldEntries(readJournal(text).entries).records.get("pay-1")?.status
 */
export function foldEntries(entries: readonly Entry[]): Ledger {
  const ledger: Ledger = { records: new Map(), live: new Map(), nonces: new Set() };
  for (const entry of entries) if (entry.type !== "header") applyEntry(ledger, entry);
  return ledger;
}

/**
 * Adds one entry to the ledger.
 *
 * @example applyEntry(ledger, { type: "found", key: "pay-1" })
 */
export function applyEntry(ledger: Ledger, entry: StepEntry): void {
  change(ledger, entry);
  const record = ledger.records.get(entry.key);
  if (record && isLive(record)) ledger.live.set(entry.key, record);
  else ledger.live.delete(entry.key);
}

/**
 * The records still awaited, lowest nonce first.
 *
 * @example liveRecords(ledger)[0]?.nonce
 */
export function liveRecords(ledger: Ledger): LiveRecord[] {
  return [...ledger.live.values()].sort((a, b) => a.nonce - b.nonce);
}

/**
 * Whether nothing more is to be done for a step.
 *
 * @example isSettled(ledger.records.get("pay-1"))
 */
export function isSettled(record: StepRecord | undefined): boolean {
  return record?.status === "final" || record?.status === "found";
}

/**
 * The furthest point of the chain that the journal tells of: block number and Unix seconds.
 *
 * @example lastSeen(ledger).number
 */
export function lastSeen(ledger: Ledger): { number: number; timestamp: bigint } {
  let seen = { number: 0, timestamp: 0n };
  for (const { inclusion } of ledger.records.values()) {
    if (inclusion && inclusion.block > seen.number) seen = { number: inclusion.block, timestamp: inclusion.time };
  }
  return seen;
}

function isLive(record: StepRecord): record is LiveRecord {
  return record.nonce !== null && (record.status === "open" || record.status === "mined");
}

function change(ledger: Ledger, entry: StepEntry): void {
  const record = ledger.records.get(entry.key);
  switch (entry.type) {
    case "intent":
      applyIntent(ledger, record, entry);
      return;
    case "found":
      ledger.records.set(entry.key, { ...blank(entry.key), status: "found" });
      return;
    case "sent":
      if (record) applySent(record, entry.hash);
      return;
    case "mined":
      if (record) Object.assign(record, { status: "mined", inclusion: entry });
      return;
    case "reorged":
      if (record) Object.assign(record, { status: "open", inclusion: null });
      return;
    default:
      if (record) record.status = entry.type;
  }
}

function applyIntent(ledger: Ledger, record: StepRecord | undefined, entry: Intent): void {
  const { hash, raw, gas, maxFee, tip, legacy, block } = entry;
  const attempt: Attempt = { hash, raw, gas, maxFee, tip, legacy, block, sent: false };
  ledger.nonces.add(entry.nonce);
  if (record?.nonce === entry.nonce) record.attempts.push(attempt);
  else {
    const fresh = { ...blank(entry.key), digest: entry.digest, nonce: entry.nonce, attempts: [attempt] };
    ledger.records.set(entry.key, fresh);
  }
}

function applySent(record: StepRecord, hash: string): void {
  const last = record.attempts.at(-1);
  const known = record.attempts.find((attempt) => attempt.hash === hash);
  if (known) known.sent = true;
  else if (last?.hash === null) Object.assign(last, { hash, sent: true });
  else if (last) record.attempts.push({ ...last, hash, raw: null, sent: true });
}

function blank(key: string): StepRecord {
  return { key, digest: null, nonce: null, attempts: [], status: "open", inclusion: null };
}
