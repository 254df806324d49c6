import { uintOf, wordOf, type DecodedEvent } from "./decode-logs.ts";

/** A budget line, token units. */
export interface LineBook {
  readonly program: string;
  readonly token: string;
  funded: bigint;
  available: bigint;
  committed: bigint;
}

/** A bond, token units. */
export interface DepositBook {
  readonly program: string;
  readonly record: string;
  readonly lineId: bigint;
  held: bigint;
}

/** What waits for an entity: where it came from decides whether its withdrawal is a payment that arrived. */
export interface CreditBook {
  readonly entity: bigint;
  readonly token: string;
  /** Oldest first; `record` is that of the payment, absent for a returned bond or swept money. */
  readonly parts: { readonly record?: string; left: bigint }[];
}

/** The treasury's books, token units; `paidTo` and `creditedTo` by the record that was paid. */
export interface TreasuryBooks {
  readonly lines: Map<bigint, LineBook>;
  readonly deposits: Map<string, DepositBook>;
  readonly credits: Map<string, CreditBook>;
  /** Paid from lines by token, credits included until they are withdrawn. */
  readonly paid: Map<string, bigint>;
  readonly released: Map<string, bigint>;
  readonly paidTo: Map<string, bigint>;
}

/** What the treasury does next to an event: a credit always follows the payment, return or sweep that the token refused. */
interface Cause {
  readonly record?: string;
}

const add = (sums: Map<string, bigint>, key: string, amount: bigint): void => {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
};

/** What is left of an entity's credit, token units. */
export const creditLeft = ({ parts }: CreditBook): bigint => parts.reduce((sum, { left }) => sum + left, 0n);

/**
 * Keeps the treasury's books again from its events alone. A withdrawal is taken from the entity's oldest credit first.
 *
 * @param events of the treasury, in order; others are passed over
 * @throws Error when an event touches a line or a bond that no earlier event opened: then logs are missing
 * @example replayTreasury(await decodeLogs(logs, { treasury })).lines.get(1n)?.available;
 */
export function replayTreasury(events: readonly DecodedEvent[]): TreasuryBooks {
  const books: TreasuryBooks = {
    lines: new Map(),
    deposits: new Map(),
    credits: new Map(),
    paid: new Map(),
    released: new Map(),
    paidTo: new Map(),
  };
  let cause: Cause = {};
  for (const event of events) {
    if (event.source !== "treasury") continue;
    const handler = HANDLERS[event.name];
    if (handler) cause = handler(books, event, cause) ?? {};
  }
  return books;
}

type Handler = (books: TreasuryBooks, event: DecodedEvent, cause: Cause) => Cause | undefined;

function lineOf({ lines }: TreasuryBooks, lineId: bigint): LineBook {
  const line = lines.get(lineId);
  if (!line) throw new Error(`no event opened line ${lineId}`);
  return line;
}

function depositOf({ deposits }: TreasuryBooks, event: DecodedEvent): DepositBook {
  const key = depositKey(event);
  const deposit = deposits.get(key);
  if (!deposit) throw new Error(`no event held the bond ${key}`);
  return deposit;
}

const depositKey = (event: DecodedEvent): string =>
  `${wordOf(event, "program").toLowerCase()}:${wordOf(event, "record")}`;

function creditBook({ credits }: TreasuryBooks, event: DecodedEvent): CreditBook {
  const [entity, token] = [uintOf(event, "entity"), wordOf(event, "token")];
  const key = `${entity}:${token}`;
  const book = credits.get(key) ?? { entity, token, parts: [] };
  credits.set(key, book);
  return book;
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  LineOpened({ lines }, event) {
    const [program, token] = [wordOf(event, "program"), wordOf(event, "token")];
    lines.set(uintOf(event, "lineId"), { program, token, funded: 0n, available: 0n, committed: 0n });
    return undefined;
  },
  LineFunded(books, event) {
    const line = lineOf(books, uintOf(event, "lineId"));
    line.funded += uintOf(event, "amount");
    line.available += uintOf(event, "amount");
    return undefined;
  },
  Committed(books, event) {
    const line = lineOf(books, uintOf(event, "lineId"));
    line.available -= uintOf(event, "amount");
    line.committed += uintOf(event, "amount");
    return undefined;
  },
  Released(books, event) {
    const line = lineOf(books, uintOf(event, "lineId"));
    line.committed -= uintOf(event, "amount");
    line.available += uintOf(event, "amount");
    add(books.released, line.token, uintOf(event, "amount"));
    return undefined;
  },
  Paid(books, event) {
    const line = lineOf(books, uintOf(event, "lineId"));
    const [record, amount] = [wordOf(event, "record"), uintOf(event, "amount")];
    line.committed -= amount;
    add(books.paid, line.token, amount);
    add(books.paidTo, record, amount);
    return { record };
  },
  LineSwept(books, event) {
    lineOf(books, uintOf(event, "lineId")).available -= uintOf(event, "amount");
    return undefined;
  },
  DepositHeld(books, event) {
    const key = depositKey(event);
    const [program, record, lineId] = [wordOf(event, "program"), wordOf(event, "record"), uintOf(event, "lineId")];
    const deposit = books.deposits.get(key) ?? { program, record, lineId, held: 0n };
    deposit.held += uintOf(event, "amount");
    books.deposits.set(key, deposit);
    return undefined;
  },
  DepositReturned(books, event) {
    depositOf(books, event).held -= uintOf(event, "amount");
    return undefined;
  },
  DepositForfeited(books, event) {
    const line = lineOf(books, uintOf(event, "lineId"));
    depositOf(books, event).held -= uintOf(event, "amount");
    line.available += uintOf(event, "amount");
    add(books.released, line.token, uintOf(event, "amount"));
    return undefined;
  },
  Credited(books, event, cause) {
    creditBook(books, event).parts.push({ ...cause, left: uintOf(event, "amount") });
    return undefined;
  },
  CreditWithdrawn(books, event) {
    let amount = uintOf(event, "amount");
    for (const part of creditBook(books, event).parts) {
      const taken = amount < part.left ? amount : part.left;
      part.left -= taken;
      amount -= taken;
    }
    return undefined;
  },
};
