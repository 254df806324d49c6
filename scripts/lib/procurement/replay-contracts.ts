import { uintOf, wordOf, type DecodedEvent } from "./decode-logs.ts";

/** A contract's ledger, token units. */
export interface ContractBook {
  readonly id: string;
  readonly token: string;
  /** Price of the terms, and what change orders added to it beyond what they took away. */
  price: bigint;
  increased: bigint;
  /** Paid to supplier or assignees, the advance included; whether it arrived is the treasury's to say. */
  paid: bigint;
  retained: bigint;
  setAside: bigint;
  /** Collected fines, whatever they were taken from. */
  fines: bigint;
  /** Part of them that came from the performance bond, so from outside the price. */
  finesFromBond: bigint;
  /** Final fines that wait for the next payments. */
  finesLeft: bigint;
  /** Returned to the line as not payable, without fines. */
  released: bigint;
  unpaid: bigint;
  advanceLeft: bigint;
}

/** A book and what its court has in hand. */
interface Open extends ContractBook {
  /** Retention set aside for a notice, by milestone. */
  readonly covered: Map<bigint, bigint>;
  /** Of a fine being collected, what comes from what was set aside. */
  used: bigint;
  /** Retention that final acceptance objects to. */
  objected: bigint;
  /** Of final acceptance being resolved, what is still to be paid or released. */
  resolving: bigint;
}

/** `Dispute.Topic` of final acceptance. */
const FINAL_ACCEPTANCE = 4n;

/**
 * Keeps the books of every contract again from the events of opening desk, escrow, court and changes alone.
 *
 * @param events in order; those of other sources are passed over
 * @throws Error when an event concerns a contract that no earlier event opened: then logs are missing
 * @example replayContracts(await decodeLogs(logs, { opening, escrow, court, changes })).get(id)?.unpaid;
 */
export function replayContracts(events: readonly DecodedEvent[]): Map<string, ContractBook> {
  const books = new Map<string, Open>();
  for (const event of events) {
    if (event.source === "opening" && event.name === "ContractOpened") {
      const book = opened(event);
      books.set(book.id, book);
      continue;
    }
    const handler = HANDLERS[`${event.source}.${event.name}`];
    if (!handler) continue;
    const book = books.get(wordOf(event, "id"));
    if (!book) throw new Error(`no event opened the contract ${wordOf(event, "id")}`);
    handler(book, event);
  }
  return books;
}

/** Invariant P1: what the price became, to the last unit. Zero is right; anything else is off by that much. */
export const imbalanceOf = (book: ContractBook): bigint =>
  book.paid +
  book.retained +
  book.setAside +
  (book.fines - book.finesFromBond) +
  (book.unpaid - book.advanceLeft) +
  book.released -
  (book.price + book.increased);

function opened(event: DecodedEvent): Open {
  const deed = event.args.getValue("deed") as { terms: { price: bigint; token: string } };
  const { price, token } = deed.terms;
  return {
    id: wordOf(event, "id"),
    token,
    price,
    increased: 0n,
    paid: 0n,
    retained: 0n,
    setAside: 0n,
    fines: 0n,
    finesFromBond: 0n,
    finesLeft: 0n,
    released: 0n,
    unpaid: price,
    advanceLeft: 0n,
    covered: new Map(),
    used: 0n,
    objected: 0n,
    resolving: 0n,
  };
}

/** Takes an amount from a final acceptance that is being resolved; otherwise says that it comes from elsewhere. */
function fromResolving(book: Open, amount: bigint): boolean {
  if (book.resolving === 0n) return false;
  book.resolving -= amount;
  return true;
}

const HANDLERS: Readonly<Record<string, (book: Open, event: DecodedEvent) => void>> = {
  "escrow.AdvancePaid"(book, event) {
    book.paid += uintOf(event, "amount");
    book.advanceLeft = uintOf(event, "amount");
  },
  "escrow.MilestonePaid"(book, event) {
    const [net, amortised] = [uintOf(event, "net"), uintOf(event, "amortised")];
    const [retained, fined] = [uintOf(event, "retained"), uintOf(event, "fined")];
    book.unpaid -= net + amortised + retained + fined;
    book.paid += net;
    book.advanceLeft -= amortised;
    book.retained += retained;
    book.fines += fined;
    book.finesLeft -= fined;
  },
  "escrow.PartReleased"(book, event) {
    const [released, unearned] = [uintOf(event, "released"), uintOf(event, "unearned")];
    book.released += released;
    if (fromResolving(book, released)) return;
    book.unpaid -= released + unearned;
    book.advanceLeft -= unearned;
  },
  "escrow.RetentionPaid"(book, event) {
    const [net, fined] = [uintOf(event, "net"), uintOf(event, "fined")];
    book.paid += net;
    book.fines += fined;
    book.finesLeft -= fined;
    if (!fromResolving(book, net + fined)) book.retained -= net + fined;
  },
  "escrow.SetAside"(book, event) {
    book.retained -= uintOf(event, "amount");
    book.setAside += uintOf(event, "amount");
  },
  "escrow.SetAsideReturned"(book, event) {
    book.setAside -= uintOf(event, "amount");
    book.retained += uintOf(event, "amount");
  },
  "escrow.FineCollected"(book, event) {
    const [retention, bond] = [uintOf(event, "fromRetention"), uintOf(event, "fromBond")];
    book.setAside -= book.used;
    book.retained -= retention - book.used;
    book.fines += retention + bond;
    book.finesFromBond += bond;
    book.finesLeft += uintOf(event, "fromPayments");
  },
  "court.FineNoticed"(book, event) {
    book.covered.set(uintOf(event, "index"), uintOf(event, "covered"));
  },
  "court.FineClosed"(book, event) {
    const [amount, covered] = [uintOf(event, "amount"), book.covered.get(uintOf(event, "index")) ?? 0n];
    book.used = amount < covered ? amount : covered;
  },
  "court.DisputeOpened"(book, event) {
    if (uintOf(event, "topic") === FINAL_ACCEPTANCE) book.objected = uintOf(event, "amount");
  },
  "court.DisputeResolved"(book, event) {
    if (uintOf(event, "topic") !== FINAL_ACCEPTANCE) return;
    book.setAside -= book.objected;
    book.resolving = book.objected;
  },
  "changes.ContractChanged"(book, event) {
    const added = uintOf(event, "increase") - uintOf(event, "decrease");
    if (added <= 0n) return; // what a change order takes away is released by an event of its own
    book.increased += added;
    book.unpaid += added;
  },
};
