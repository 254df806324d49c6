import type { TokenUnit } from "../units/format-amount.ts";
import { eventsOf, nameOf, tokenAt, type TaskContext } from "./context.ts";

/** A budget line and its money, in smallest units of its token. */
export interface LineStatus {
  readonly id: bigint;
  readonly token: string;
  readonly owner: string;
  readonly closed: boolean;
  readonly available: bigint;
  readonly committed: bigint;
}

/** Money of a third party that the treasury holds. */
export interface DepositStatus {
  readonly record: string;
  readonly token: string;
  readonly owner: string;
  readonly amount: bigint;
}

/** A payment that waits for its payee. */
export interface CreditStatus {
  readonly entity: string;
  readonly token: string;
  readonly amount: bigint;
}

/** What the treasury owes in a token, beside what it has. */
export interface Reconciliation {
  readonly token: string;
  readonly unit: TokenUnit;
  readonly available: bigint;
  readonly committed: bigint;
  readonly held: bigint;
  readonly credits: bigint;
  readonly balance: bigint;
  /** Sent to the treasury without a call, so that nobody can move it; negative never. */
  readonly surplus: bigint;
}

/** The treasury as it stands. */
export interface TreasuryStatus {
  readonly lines: readonly LineStatus[];
  readonly deposits: readonly DepositStatus[];
  readonly credits: readonly CreditStatus[];
  readonly tokens: readonly Reconciliation[];
}

/**
 * Reads lines, third-party deposits and credits, and reconciles them with the balance of each token.
 *
 * @example (await treasuryStatus(context)).tokens.every(({ surplus }) => surplus >= 0n);
 */
export async function treasuryStatus(context: TaskContext): Promise<TreasuryStatus> {
  const lines = await readLines(context);
  const deposits = await readDeposits(context, lines);
  const credits = await readCredits(context);
  const names = new Set([...lines, ...credits].map(({ token }) => token));
  const tokens: Reconciliation[] = [];
  for (const token of names) tokens.push(await reconcile(context, token, { lines, deposits, credits }));
  return { lines, deposits, credits, tokens };
}

async function readLines(context: TaskContext): Promise<LineStatus[]> {
  const { treasury } = context.contracts;
  const count = await treasury.lineCount();
  const lines: LineStatus[] = [];
  for (let id = 1n; id <= count; id++) {
    const { line, balance } = await treasury.getLine(id);
    const { available, committed } = balance;
    lines.push({
      ...{ id, available, committed, token: line.token, closed: line.closed },
      owner: await nameOf(context, line.owner),
    });
  }
  return lines;
}

async function readDeposits(context: TaskContext, lines: readonly LineStatus[]): Promise<DepositStatus[]> {
  const { treasury } = context.contracts;
  const events = await eventsOf(context, treasury, treasury.filters.DepositHeld());
  const keys = new Map(events.map(({ args }) => [`${String(args.program)}${String(args.record)}`, args]));
  const deposits: DepositStatus[] = [];
  for (const { program, record } of keys.values()) {
    const { amount, owner, lineId } = await treasury.getDeposit(String(program), String(record));
    const token = lines.find(({ id }) => id === lineId)?.token;
    if (amount === 0n || token === undefined) continue;
    deposits.push({ record: String(record), token, owner: await nameOf(context, owner), amount });
  }
  return deposits;
}

async function readCredits(context: TaskContext): Promise<CreditStatus[]> {
  const { treasury } = context.contracts;
  const events = await eventsOf(context, treasury, treasury.filters.Credited());
  const keys = new Map(events.map(({ args }) => [`${String(args.entity)}-${String(args.token)}`, args]));
  const credits: CreditStatus[] = [];
  for (const { entity, token } of keys.values()) {
    const amount = await treasury.creditOf(entity as bigint, String(token));
    if (amount !== 0n) credits.push({ entity: await nameOf(context, entity as bigint), token: String(token), amount });
  }
  return credits;
}

const sumOf = <T extends { readonly token: string }>(
  rows: readonly T[],
  token: string,
  of: (row: T) => bigint,
): bigint => rows.filter((row) => row.token === token).reduce((sum, row) => sum + of(row), 0n);

async function reconcile(
  context: TaskContext,
  token: string,
  { lines, deposits, credits: waiting }: Omit<TreasuryStatus, "tokens">,
): Promise<Reconciliation> {
  const { contract, unit } = await tokenAt(context.runner, token);
  const treasury = await context.contracts.treasury.getAddress();
  const balance = (await contract.getFunction("balanceOf")(treasury)) as bigint;
  const available = sumOf(lines, token, (line) => line.available);
  const committed = sumOf(lines, token, (line) => line.committed);
  const held = sumOf(deposits, token, ({ amount }) => amount);
  const credits = sumOf(waiting, token, ({ amount }) => amount);
  const surplus = balance - available - committed - held - credits;
  return { token, unit, available, committed, held, credits, balance, surplus };
}
