import { isHexString } from "ethers";
import type * as z from "zod";

import { parsedField, record, type Field } from "../input/fields.ts";
import { InputError } from "../input/input-error.ts";
import { loadInput, type Door } from "../input/load-input.ts";
import type { Rut } from "../rut.ts";
import { currentVersion, liveBids, readTender, type LiveBid } from "../tender/read/read-tender.ts";
import type { TenderSource } from "../tender/read/tender-logs.ts";
import type { TenderRecord } from "../tender/read/tender-record.ts";
import type { BidScope } from "../tender/sealed/envelopes.ts";
import type { TenderTerms } from "../tender/terms/types.ts";
import { actDoor, type Act, type ActContext, type ActDoor, type Move, type PreparedAct } from "./act.ts";
import { entityOf, type TaskContext, type TenderTools } from "./context.ts";
import { findUnit } from "./find-unit.ts";

/** What the moves of an act on a tender are built with. */
export interface TenderContext extends ActContext {
  readonly id: string;
  readonly tender: TenderRecord;
  readonly version: bigint;
  readonly terms: TenderTerms;
  readonly live: readonly LiveBid[];
}

/** What an act on a tender does; notes are said before it. */
export type TenderMoves = readonly Move[] | Required<Pick<PreparedAct, "moves" | "notes">>;

/** Who an act on a tender is meant for, by the fields of its file that say so: null for anyone. */
type Doer = ((input: never, context: TenderContext) => Promise<string> | string) | null;

/**
 * Declares an act on a tender: its file names the id in the field `licitacion`.
 *
 * @param by the account that it is meant for
 * @example tenderAct(buyerAccount, (door) => ({ motivo: digestField(door) }), ({ motivo }, { id, contracts }) => [...]);
 */
export function tenderAct<S extends z.core.$ZodLooseShape>(
  by: Doer,
  shapeOf: (door: ActDoor) => S,
  movesOf: (input: z.output<z.ZodObject<S>>, context: TenderContext) => Promise<TenderMoves> | TenderMoves,
): Act {
  type Input = z.output<z.ZodObject<S>> & { readonly licitacion: string };
  return {
    async prepare(file, context) {
      const full = { ...context, unit: await findUnit(file, context) };
      const schemaOf = (door: Door): z.ZodType<Input> =>
        record({ licitacion: tenderIdField(), ...shapeOf(actDoor(door, full)) }) as unknown as z.ZodType<Input>;
      const input = await loadInput(file, schemaOf, context.door);
      const tender = { ...full, ...(await openTender(input.licitacion, context)) };
      const moves = await movesOf(input, tender);
      const holder = by === null ? null : await by(input as never, tender);
      return { unit: full.unit, by: holder, ...("moves" in moves ? moves : { moves }) };
    },
  };
}

/**
 * The id of a tender, as `tender publish` says it.
 *
 * @example tenderIdField() // "0x8c1f..."
 */
export const tenderIdField = (): Field<string> =>
  parsedField((text) => {
    if (!isHexString(text, 32)) throw new InputError("digest-malformed", { found: text });
    return text.toLowerCase();
  });

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
 * @throws InputError `tender-unknown`
 * @example const { terms, live } = await openTender(id, context);
 */
export async function openTender(
  id: string,
  context: TaskContext,
): Promise<Pick<TenderContext, "id" | "tender" | "version" | "terms" | "live">> {
  const tender = await readTender(tenderSource(context), id);
  const { version, terms } = currentVersion(tender);
  return { id, tender, version, terms, live: liveBids(tender) };
}

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
