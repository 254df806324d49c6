import { isHexString, type Result } from "ethers";

import { ocidKey, parseOcid } from "../documents/ocid.ts";
import { parsedField, type Field } from "../input/fields.ts";
import { InputError } from "../input/input-error.ts";
import type { RecordSource } from "../tender/read/tender-logs.ts";
import { eventsOf, type TaskContext } from "./context.ts";

/** What may be named in a file of quotes or frameworks, by the contract that keeps it. */
export type RecordBook = "quotes" | "contests" | "orders" | "frameworks";

/** What may be named by its process. */
export type RecordKind = "tenders" | RecordBook;

/** The field that names each kind of record. */
export const RECORD_FIELDS = {
  tenders: "licitacion",
  quotes: "solicitud",
  contests: "competencia",
  orders: "orden",
  frameworks: "convenio",
} as const satisfies Record<RecordKind, string>;

/**
 * A tender, request, competition, call-off or framework as people name it: its id of 32 bytes, or the open contracting id of its process.
 *
 * @throws InputError `record-malformed`, `ocid-example-prefix`
 * @example parseRecord("ocds-213czf-quilmahue-computadores");
 */
export function parseRecord(text: string): string {
  if (isHexString(text, 32)) return text.toLowerCase();
  if (!text.startsWith("ocds-")) throw new InputError("record-malformed", { found: text });
  return parseOcid(text);
}

/**
 * The field that names a record.
 *
 * @example recordField() // "ocds-213czf-quilmahue-computadores"
 */
export const recordField = (): Field<string> => parsedField(parseRecord);

/** The publications of a kind under a process: id and token. */
async function published(book: RecordKind, key: string | undefined, id: string | undefined, context: TaskContext) {
  const { publication, frameworks, purchases } = context.contracts;
  if (book === "tenders") {
    const events = await eventsOf(context, publication, publication.filters.TenderPublished(id, undefined, key));
    const tokens = new Map<string, string>(); // an amendment publishes the same tender again
    for (const { args } of events) {
      tokens.set(args.getValue("id") as string, tokenIn(args.getValue("terms") as Result, "call"));
    }
    return [...tokens].map(([tender, token]) => ({ id: tender, token }));
  }
  if (book === "frameworks") {
    const events = await eventsOf(context, frameworks, frameworks.filters.FrameworkPublished(id, undefined, key));
    return events.map(({ args }) => ({ id: args.getValue("id") as string, token: tokenIn(args, "terms") }));
  }
  const at = await context.contracts[book].getAddress();
  const events = await eventsOf(context, purchases, purchases.filters.TermsPublished(id, at, key));
  return events.map(({ args }) => ({ id: args.getValue("record") as string, token: tokenIn(args, "purchase") }));
}

const tokenIn = (args: Result, part: string): string => (args.getValue(part) as Result).getValue("token") as string;

const find = (book: RecordKind, given: string, context: TaskContext) =>
  isHexString(given, 32)
    ? published(book, undefined, given, context)
    : published(book, ocidKey(given), undefined, context);

/**
 * The id of a record that a file or a command line names.
 *
 * @throws InputError `record-malformed`; `process-count` where a process names none of this book, or several
 * @example await recordId("quotes", "ocds-213czf-quilmahue-computadores", context);
 */
export async function recordId(book: RecordKind, given: string, context: TaskContext): Promise<string> {
  const named = parseRecord(given);
  if (isHexString(named, 32)) return named;
  const [only, ...others] = await find(book, named, context);
  if (only === undefined || others.length > 0) {
    throw new InputError("process-count", { ocid: named, found: (only === undefined ? 0 : 1) + others.length });
  }
  return only.id;
}

/**
 * The token of a record's amounts; undefined where there is no such record.
 *
 * @example await recordToken("frameworks", id, context);
 */
export async function recordToken(book: RecordKind, given: unknown, context: TaskContext): Promise<string | undefined> {
  if (typeof given !== "string" || !(isHexString(given, 32) || given.startsWith("ocds-"))) return undefined;
  return (await find(book, given, context))[0]?.token;
}

/**
 * Where a record is read.
 *
 * @example await readContest(recordSource("quotes", context), id);
 */
export function recordSource(book: RecordBook, { chain, contracts, identity }: TaskContext): RecordSource {
  return { chain, fromBlock: identity.block, contracts: [contracts[book], contracts.purchases] };
}
