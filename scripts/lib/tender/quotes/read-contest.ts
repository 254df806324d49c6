import { ZeroHash, type Result } from "ethers";

import { InputError } from "../../input/input-error.ts";
import { at, documentOf, flag, uint, word } from "../read/event-values.ts";
import { recordLogs, type RecordEvent, type RecordSource } from "../read/tender-logs.ts";
import type { PublishedContract, Purchase } from "../terms/draft-of.ts";
import { contractOfEvent, listOf, plain } from "../terms/terms-of-event.ts";
import type { Need } from "./basket.ts";
import { OUTCOME, type ContestQuote, type ContestRecord } from "./contest-record.ts";
import type { ContestTimetable } from "./request-file.ts";

/** A value that is still being written. */
type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What is known only once the events that publish it are read. */
type Published = "published" | "contract" | "timetable" | "budget" | "subject";

interface Ledger
  extends Draft<Omit<ContestRecord, "quotes" | Published>>, Partial<Draft<Pick<ContestRecord, Published>>> {
  readonly quotes: Map<bigint, ContestQuote>;
}

/**
 * Reads a request or a second competition from the events of its contracts alone.
 *
 * @param source its book and the purchase desk
 * @throws InputError `contest-unknown` where nothing was published under the id; SendError as `readEvents`
 * @example (await readContest({ chain, fromBlock, contracts: [quotes, purchases] }, id)).timetable.round;
 */
export async function readContest(source: RecordSource, id: string): Promise<ContestRecord> {
  const ledger: Ledger = { id, quotes: new Map(), choices: [], passedOver: [], ending: null };
  for (const event of await recordLogs(source, id)) HANDLERS[event.name]?.(ledger, event);
  const { published, contract, timetable, budget, subject = null } = ledger;
  if (!published || !contract || !timetable || budget === undefined) throw new InputError("contest-unknown", { id });
  return { ...ledger, published, contract, timetable, budget, subject, quotes: [...ledger.quotes.values()] };
}

/**
 * What the purchase desk published of the contract to come of a request, a second competition or a call-off.
 *
 * @example publishedContract(event.args).call.lineId; // of `TermsPublished`
 */
export function publishedContract(args: Result): PublishedContract {
  const call = plain(args.getValue("purchase") as Result) as unknown as Purchase;
  return { call, ...contractOfEvent(args) };
}

/**
 * A basket of an event.
 *
 * @example basketOf(order.getValue("basket") as Result);
 */
export const basketOf = (basket: Result): Need[] =>
  listOf<Result>(basket).map((need) => plain(need) as unknown as Need);

const timetableOf = (args: Result): ContestTimetable => plain(args.getValue("timetable") as Result) as never;

const HANDLERS: Readonly<Record<string, (ledger: Ledger, event: RecordEvent) => void>> = {
  QuotesRequested(ledger, event) {
    const request = event.args.getValue("request") as Result;
    ledger.published = at(event);
    ledger.timetable = timetableOf(request);
    ledger.budget = request.getValue("budget") as bigint;
  },
  CompetitionOpened(ledger, event) {
    const order = event.args.getValue("order") as Result;
    ledger.published = at(event);
    ledger.timetable = timetableOf(event.args);
    ledger.budget = uint(event, "budget");
    ledger.subject = { framework: word(event, "framework"), basket: basketOf(order.getValue("basket") as Result) };
  },
  TermsPublished(ledger, { args }) {
    ledger.contract = publishedContract(args);
  },
  QuoteFiled({ quotes }, event) {
    const supplier = uint(event, "supplier");
    const [group, commitment, ciphertext] = [
      uint(event, "group"),
      word(event, "commitment"),
      word(event, "ciphertext"),
    ];
    quotes.set(supplier, { supplier, filing: { ...at(event), group, commitment, ciphertext }, opening: null });
  },
  QuoteWithdrawn({ quotes }, event) {
    quotes.delete(uint(event, "supplier"));
  },
  QuoteOpened({ quotes }, event) {
    const quote = quotes.get(uint(event, "supplier"));
    if (!quote) throw new Error(`no event filed the quote of entity ${uint(event, "supplier")}`);
    const [price, salt, admissible] = [uint(event, "price"), word(event, "salt"), flag(event, "admissible")];
    quotes.set(quote.supplier, { ...quote, opening: { ...at(event), price, salt, admissible } });
  },
  QuoteChosen({ choices }, event) {
    choices.push({
      ...at(event),
      ...{ supplier: uint(event, "supplier"), price: uint(event, "price"), isCheapest: flag(event, "cheapest") },
      ...{ acceptBy: uint(event, "acceptBy"), justification: documentOf(event, "justification") },
    });
  },
  QuotePassedOver({ passedOver }, event) {
    passedOver.push({ ...at(event), supplier: uint(event, "supplier"), declined: flag(event, "declined") });
  },
  QuoteAccepted(ledger, event) {
    const contract = { supplier: uint(event, "supplier"), price: uint(event, "price"), id: word(event, "contractId") };
    ledger.ending = { ...at(event), outcome: OUTCOME.contracted, reason: ZeroHash, contract };
  },
  ContestEnded(ledger, event) {
    const [outcome, reason] = [uint(event, "outcome"), word(event, "reason")];
    ledger.ending = { ...at(event), outcome, reason, contract: null };
  },
};
