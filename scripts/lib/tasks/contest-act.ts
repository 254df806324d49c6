import { InputError } from "../input/input-error.ts";
import type { Rut } from "../rut.ts";
import type { QuotePlace } from "../tender/quotes/commitment.ts";
import type { ContestRecord } from "../tender/quotes/contest-record.ts";
import { readContest } from "../tender/quotes/read-contest.ts";
import { admittedLists, readFramework, type FrameworkRecord } from "../tender/quotes/read-framework.ts";
import { readCallOff, type CallOffRecord } from "../tender/quotes/read-call-off.ts";
import type { ActContext } from "./act.ts";
import { entityOf, type TaskContext, type TenderTools } from "./context.ts";
import { RECORD_FIELDS, recordField, recordId, recordSource, type RecordBook } from "./record-id.ts";
import { subjectAct, type SubjectAct } from "./subject-act.ts";
import { toolsOf } from "./tender-act.ts";

/** The books of contests: requests for quotes, and second competitions of frameworks. */
export type ContestBook = "quotes" | "contests";

/** A request or a second competition that a command is about. */
export interface ContestSubject {
  readonly id: string;
  readonly book: ContestBook;
  readonly contest: ContestRecord;
}

/** A framework that a command is about. */
export interface FrameworkSubject {
  readonly id: string;
  readonly framework: FrameworkRecord;
}

/** A call-off that a command is about. */
export interface CallOffSubject {
  readonly id: string;
  readonly callOff: CallOffRecord;
}

/**
 * Reads a request or a second competition.
 *
 * @param given its id, or the id of its process
 * @throws InputError `contest-unknown`, `process-count`
 * @example const { contest } = await openContest("quotes", id, context);
 */
export async function openContest(book: ContestBook, given: string, context: TaskContext): Promise<ContestSubject> {
  const id = await recordId(book, given, context);
  return { id, book, contest: await readContest(recordSource(book, context), id) };
}

/**
 * Reads a framework.
 *
 * @throws InputError `framework-unknown`, `process-count`
 * @example const { framework } = await openFramework(id, context);
 */
export async function openFramework(given: string, context: TaskContext): Promise<FrameworkSubject> {
  const id = await recordId("frameworks", given, context);
  return { id, framework: await readFramework(recordSource("frameworks", context), id) };
}

/**
 * Reads a call-off.
 *
 * @throws InputError `call-off-unknown`, `process-count`
 * @example const { callOff } = await openCallOff(id, context);
 */
export async function openCallOff(given: string, context: TaskContext): Promise<CallOffSubject> {
  const id = await recordId("orders", given, context);
  return { id, callOff: await readCallOff(recordSource("orders", context), id) };
}

/**
 * Declares acts on requests or second competitions: their files name them in `solicitud` or `competencia`.
 *
 * @example const requestAct = contestAct("quotes");
 */
export const contestAct = (book: ContestBook): SubjectAct<ContestSubject> =>
  subjectAct(RECORD_FIELDS[book], recordField, (given, context) => openContest(book, given, context));

/** Declares an act on a framework: its file names it in `convenio`. */
export const frameworkAct = subjectAct(RECORD_FIELDS.frameworks, recordField, openFramework);

/** Declares an act on a call-off: its file names it in `orden`. */
export const callOffAct = subjectAct(RECORD_FIELDS.orders, recordField, openCallOff);

/**
 * The account of the supplier that a file names in `proveedor`.
 *
 * @throws InputError `entity-unknown`
 * @example contestAct("quotes")(supplierAccount, () => ({ proveedor: entityField() }), movesOf)
 */
export async function supplierAccount(
  { proveedor }: { readonly proveedor: Rut },
  context: ActContext,
): Promise<string> {
  return context.contracts.registry.accountOf(await entityOf(context, proveedor, [1n]));
}

/**
 * What a supplier's quote or list is bound to.
 *
 * @example await placeOf("quotes", context, id, supplier);
 */
export async function placeOf(
  book: RecordBook,
  { contracts, identity }: TaskContext,
  record: string,
  supplier: bigint,
): Promise<QuotePlace> {
  return { chainId: identity.chainId, book: await contracts[book].getAddress(), record, supplier };
}

/**
 * Beacon, password and files of a command about sealed quotes, once the beacon is the deployment's and the book counts its rounds.
 *
 * @throws InputError `beacon-other`, `beacon-clock`
 * @example const { beacon } = await quoteTools("quotes", context);
 */
export async function quoteTools(book: Exclude<RecordBook, "orders">, context: TaskContext): Promise<TenderTools> {
  const tools = await toolsOf(context);
  const contract = context.contracts[book];
  const [genesis, period] = [await contract.BEACON_GENESIS(), await contract.BEACON_PERIOD()];
  if (genesis !== tools.beacon.genesis || period !== tools.beacon.period) {
    throw new InputError("beacon-clock", { genesis, period });
  }
  return tools;
}

/**
 * The admitted list of a supplier.
 *
 * @throws InputError `list-missing`
 * @example listOf(framework, supplier); // [4_500n, 0n]
 */
export function listOf(framework: FrameworkRecord, supplier: bigint): bigint[] {
  const list = admittedLists(framework).find((each) => each.supplier === supplier);
  if (!list) throw new InputError("list-missing", { supplier }, { field: "proveedor" });
  return list.prices;
}
