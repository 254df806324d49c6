import { InputError } from "../input/input-error.ts";
import type { Rut } from "../rut.ts";
import { currentVersion, liveBids, readTender, type LiveBid } from "../tender/read/read-tender.ts";
import type { TenderSource } from "../tender/read/tender-logs.ts";
import type { TenderRecord } from "../tender/read/tender-record.ts";
import type { BidScope } from "../tender/sealed/envelopes.ts";
import type { TenderTerms } from "../tender/terms/types.ts";
import type { ActContext } from "./act.ts";
import { entityOf, type TaskContext, type TenderTools } from "./context.ts";
import { RECORD_FIELDS, recordField, recordId } from "./record-id.ts";
import { subjectAct } from "./subject-act.ts";

/** What the moves of an act on a tender are built with. */
export interface TenderContext extends ActContext {
  readonly id: string;
  readonly tender: TenderRecord;
  readonly version: bigint;
  readonly terms: TenderTerms;
  readonly live: readonly LiveBid[];
}

/**
 * Where a command reads a tender.
 *
 * @example await readTender(tenderSource(context), id);
 */
export function tenderSource({ chain, contracts, identity }: TaskContext): TenderSource {
  const { book, publication, joints, panel, awards } = contracts;
  return { chain, contracts: { book, publication, joints, panel, awards }, fromBlock: identity.block };
}

/**
 * Reads a tender and the terms that hold.
 *
 * @param given its id, or the id of its process
 * @throws InputError `tender-unknown`, `process-count`
 * @example const { terms, live } = await openTender(id, context);
 */
export async function openTender(
  given: string,
  context: TaskContext,
): Promise<Pick<TenderContext, "id" | "tender" | "version" | "terms" | "live">> {
  const id = await recordId("tenders", given, context);
  const tender = await readTender(tenderSource(context), id);
  const { version, terms } = currentVersion(tender);
  return { id, tender, version, terms, live: liveBids(tender) };
}

/**
 * Declares an act on a tender: its file names it in `licitacion`.
 *
 * @example tenderAct(buyerAccount, (door) => ({ motivo: digestField(door) }), ({ motivo }, { id, contracts }) => [...]);
 */
export const tenderAct = subjectAct(RECORD_FIELDS.tenders, recordField, openTender);

/**
 * The account of the buyer of a tender.
 *
 * @example tenderAct(buyerAccount, shapeOf, movesOf)
 */
export const buyerAccount = (_: unknown, { contracts, terms }: TenderContext): Promise<string> =>
  contracts.registry.accountOf(terms.call.buyer);

/**
 * The account of the bidder that a file names in `oferente`.
 *
 * @throws InputError `entity-unknown`
 * @example tenderAct(bidderAccount, () => ({ oferente: entityField() }), movesOf)
 */
export async function bidderAccount({ oferente }: { readonly oferente: Rut }, context: TenderContext): Promise<string> {
  return context.contracts.registry.accountOf(await entityOf(context, oferente, [1n]));
}

/**
 * What the envelopes of a bidder are bound to.
 *
 * @example await scopeOf(context, bidder);
 */
export async function scopeOf({ contracts, identity, id, version }: TenderContext, bidder: bigint): Promise<BidScope> {
  return { chainId: identity.chainId, book: await contracts.book.getAddress(), tender: id, version, bidder };
}

/**
 * Beacon, password and files of a command about sealed bids, once the beacon is the one that the deployment names.
 *
 * @throws InputError `beacon-other`
 * @example const { signatureOf } = await toolsOf(context);
 */
export async function toolsOf({ tenders, contracts }: TaskContext): Promise<TenderTools> {
  if (!tenders) throw new Error("a command about sealed bids without its tools");
  const deployed = await contracts.publication.BEACON();
  if (deployed !== tenders.beacon.chainHash) {
    throw new InputError("beacon-other", { deployed, known: tenders.beacon.chainHash });
  }
  return tenders;
}
