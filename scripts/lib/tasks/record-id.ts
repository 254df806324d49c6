import { isHexString, type Result } from "ethers";

import { ocidKey, parseOcid } from "../documents/ocid.ts";
import { parsedField, type Field } from "../input/fields.ts";
import { InputError } from "../input/input-error.ts";
import type { RecordSource } from "../tender/read/tender-logs.ts";
import { eventsOf, type TaskContext } from "./context.ts";

/** What may be named in a file of quotes or frameworks, by the contract that keeps it. */
export type RecordBook = "quotes" | "contests" | "orders" | "frameworks";

/** The field that names a record of each book. */
export const RECORD_FIELDS = {
  quotes: "solicitud",
  contests: "competencia",
  orders: "orden",
  frameworks: "convenio",
} as const satisfies Record<RecordBook, string>;

/**
 * A request, competition, call-off or framework: its id of 32 bytes, or the open contracting id of its process.
 *
 * @example recordField() // "ocds-213czf-quilmahue-computadores"
 */
export const recordField = (): Field<string> =>
  parsedField((text) => (isHexString(text, 32) ? text.toLowerCase() : parseOcid(text)));

/** The publications of a book under a process: id and token. */
async function published(book: RecordBook, key: string | undefined, id: string | undefined, context: TaskContext) {
  const { frameworks, purchases } = context.contracts;
  if (book === "frameworks") {
    const events = await eventsOf(context, frameworks, frameworks.filters.FrameworkPublished(id, undefined, key));
    return events.map(({ args }) => ({ id: args.getValue("id") as string, token: tokenIn(args, "terms") }));
  }
  const at = await context.contracts[book].getAddress();
  const events = await eventsOf(context, purchases, purchases.filters.TermsPublished(id, at, key));
  return events.map(({ args }) => ({ id: args.getValue("record") as string, token: tokenIn(args, "purchase") }));
}

const tokenIn = (args: Result, part: string): string => (args.getValue(part) as Result).getValue("token") as string;

const find = (book: RecordBook, given: string, context: TaskContext) =>
  isHexString(given, 32)
    ? published(book, undefined, given, context)
    : published(book, ocidKey(given), undefined, context);

/**
 * The id of a record that a file or a command line names.
 *
 * @throws InputError `ocid-malformed`; `process-count` where a process names none of this book, or several
 * @example await recordId("quotes", "ocds-213czf-quilmahue-computadores", context);
 */
export async function recordId(book: RecordBook, given: string, context: TaskContext): Promise<string> {
  if (isHexString(given, 32)) return given.toLowerCase();
  const [only, ...others] = await find(book, given, context);
  if (only === undefined || others.length > 0) {
    throw new InputError("process-count", { ocid: given, found: (only === undefined ? 0 : 1) + others.length });
  }
  return only.id;
}

/**
 * The token of a record's amounts; undefined where there is no such record.
 *
 * @example await recordToken("frameworks", id, context);
 */
export async function recordToken(book: RecordBook, given: unknown, context: TaskContext): Promise<string | undefined> {
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
