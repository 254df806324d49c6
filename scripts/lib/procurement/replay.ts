import type { Text } from "../lang.ts";
import { sentenceInBoth } from "../messages/render-message.ts";
import { decodeLogs, type ChainLog, type LogSource } from "./decode-logs.ts";
import { imbalanceOf, replayContracts, type ContractBook } from "./replay-contracts.ts";
import { creditLeft, replayTreasury, type TreasuryBooks } from "./replay-treasury.ts";

/** The suite as an auditor meets it: events to read, and views to hold the replay against. */
export interface AuditedSuite {
  readonly treasury: LogSource & {
    getLine(lineId: bigint): Promise<{ readonly balance: { readonly available: bigint; readonly committed: bigint } }>;
    getDeposit(program: string, record: string): Promise<{ readonly amount: bigint }>;
    creditOf(entity: bigint, token: string): Promise<bigint>;
  };
  readonly escrow: LogSource & {
    getBalances(id: string): Promise<{
      readonly ledger: { readonly unpaid: bigint; readonly retained: bigint };
      readonly dues: { readonly advanceLeft: bigint; readonly finesLeft: bigint; readonly setAside: bigint };
    }>;
  };
  readonly opening: LogSource;
  readonly court: LogSource;
  readonly changes: LogSource;
}

/** The token whose money is reconciled. */
export interface AuditedToken {
  getAddress(): Promise<string>;
  balanceOf(account: string): Promise<bigint>;
}

/** A figure on which replay and chain differ. */
export interface Difference {
  /** Which figure, as the catalogue names it: "available of line 1". */
  readonly what: Text;
  readonly replayed: bigint;
  readonly onChain: bigint;
}

/** Every unit of one token, in smallest units. */
export interface Reconciliation {
  /** Appropriated to lines; bonds are not. */
  readonly funded: bigint;
  /** Reached payees from lines: pushed, or withdrawn from a payment's credit. */
  readonly paid: bigint;
  /** Collected; part of what returned to the line. */
  readonly fines: bigint;
  /** Became available in a line again: released commitments, collected fines and forfeited bonds. */
  readonly released: bigint;
  /** Waits for entities whose account or token refused it. */
  readonly credits: bigint;
  /** Bonds still held. */
  readonly held: bigint;
  /** The treasury's balance in the token itself. */
  readonly balance: bigint;
  readonly available: bigint;
  readonly committed: bigint;
  /** Whether balance = available + committed + held + credits, every contract balances, and every view agrees. */
  readonly reconciled: boolean;
  readonly differences: readonly Difference[];
  readonly contracts: readonly ContractBook[];
}

/**
 * Rebuilds from events alone where every unit of a token is, and holds the result against the contracts' views.
 *
 * @param logs of treasury, escrow, opening desk, court and changes from their deployment on, in any order
 * @throws Error when logs are missing or are not of these contracts
 * @example const { reconciled, differences } = await reconcile(await provider.getLogs({ fromBlock: 0 }), suite, token);
 */
export async function reconcile(
  logs: readonly ChainLog[],
  suite: AuditedSuite,
  token: AuditedToken,
): Promise<Reconciliation> {
  const { treasury, escrow, opening, court, changes } = suite;
  const events = await decodeLogs(logs, { treasury, escrow, opening, court, changes });
  const tokenAddress = await token.getAddress();
  const books = ofToken(replayTreasury(events), tokenAddress);
  const contracts = [...replayContracts(events).values()].filter((book) => book.token === tokenAddress);
  const balance = await token.balanceOf(await treasury.getAddress());
  const sums = {
    funded: sum(books.lines, ({ funded }) => funded),
    available: sum(books.lines, ({ available }) => available),
    committed: sum(books.lines, ({ committed }) => committed),
    held: sum(books.deposits, ({ held }) => held),
    credits: sum(books.credits, creditLeft),
  };
  const compared = [
    {
      what: sentenceInBoth("figure-treasury-balance", {}),
      replayed: sums.available + sums.committed + sums.held + sums.credits,
      onChain: balance,
    },
    ...(await treasuryViews(books, suite)),
    ...(await contractViews(contracts, books, suite)),
  ];
  const differences = compared.filter(({ replayed, onChain }) => replayed !== onChain);
  const waiting = sum(books.credits, ({ parts }) => sum(parts, ({ record, left }) => (record ? left : 0n)));
  return {
    ...sums,
    paid: books.paid - waiting,
    fines: sum(contracts, ({ fines }) => fines),
    released: books.released,
    balance,
    reconciled: differences.length === 0,
    differences,
    contracts,
  };
}

const sum = <T>(items: readonly T[], amountOf: (item: T) => bigint): bigint =>
  items.reduce((total, item) => total + amountOf(item), 0n);

/** The treasury's books of one token. */
function ofToken({ lines, deposits, credits, paid, released, paidTo }: TreasuryBooks, token: string) {
  const isOfLine = (lineId: bigint): boolean => lines.get(lineId)?.token === token;
  return {
    lines: [...lines].flatMap(([lineId, line]) => (isOfLine(lineId) ? [{ lineId, ...line }] : [])),
    deposits: [...deposits.values()].filter(({ lineId }) => isOfLine(lineId)),
    credits: [...credits.values()].filter((credit) => credit.token === token),
    paid: paid.get(token) ?? 0n,
    released: released.get(token) ?? 0n,
    paidTo,
  };
}

type Books = ReturnType<typeof ofToken>;

async function treasuryViews({ lines, deposits, credits }: Books, { treasury }: AuditedSuite): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const { lineId, available, committed } of lines) {
    const { balance } = await treasury.getLine(lineId);
    const line = { line: lineId };
    found.push(
      { what: sentenceInBoth("figure-line-available", line), replayed: available, onChain: balance.available },
      { what: sentenceInBoth("figure-line-committed", line), replayed: committed, onChain: balance.committed },
    );
  }
  for (const { program, record, held } of deposits) {
    const { amount } = await treasury.getDeposit(program, record);
    found.push({ what: sentenceInBoth("figure-bond", { record }), replayed: held, onChain: amount });
  }
  for (const credit of credits) {
    const onChain = await treasury.creditOf(credit.entity, credit.token);
    found.push({
      what: sentenceInBoth("figure-credit", { entity: credit.entity }),
      replayed: creditLeft(credit),
      onChain,
    });
  }
  return found;
}

async function contractViews(
  contracts: readonly ContractBook[],
  { paidTo }: Books,
  { escrow }: AuditedSuite,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const book of contracts) {
    const { ledger, dues } = await escrow.getBalances(book.id);
    const figures = [
      ["figure-contract-unpaid", book.unpaid, ledger.unpaid],
      ["figure-contract-retained", book.retained, ledger.retained],
      ["figure-contract-advance-left", book.advanceLeft, dues.advanceLeft],
      ["figure-contract-fines-left", book.finesLeft, dues.finesLeft],
      ["figure-contract-set-aside", book.setAside, dues.setAside],
      ["figure-contract-paid", book.paid, paidTo.get(book.id) ?? 0n],
      ["figure-contract-balance", imbalanceOf(book), 0n],
    ] as const;
    for (const [code, replayed, onChain] of figures) {
      found.push({ what: sentenceInBoth(code, { id: book.id }), replayed, onChain });
    }
  }
  return found;
}
