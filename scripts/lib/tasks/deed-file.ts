import * as z from "zod";

import type { Document } from "../documents/document.ts";
import { InputError } from "../input/input-error.ts";
import { loadInput, type DoorContext } from "../input/load-input.ts";
import { record, type Field } from "../input/fields.ts";
import { contractId } from "../procurement/deed.ts";
import type { Annex, Deed, MilestoneTerms, Terms } from "../procurement/deed.ts";

/** A contract as both sides sign it, exact to the unit and the second; written by `contract draft`. */
export interface DeedFile {
  readonly id: string;
  readonly deed: Deed;
  readonly schedule: readonly MilestoneTerms[];
  /** The lawful route of a direct award: case of Ley 19.886 art. 8 bis, and its justification. */
  readonly directAward: { readonly route: number; readonly justification: Document };
}

const whole = z.string().regex(/^\d+$/).transform(BigInt);
const digest = z.string().regex(/^0x[0-9a-f]{64}$/);
const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/);

const termsField: Field<Terms> = record({
  annex: digest,
  lineId: whole,
  token: account,
  buyer: whole,
  supplier: whole,
  price: whole,
  advance: whole,
  retentionBps: whole,
  retentionCapBps: whole,
  inspector: account,
  substitute: account,
});

const annexField: Field<Annex> = record({
  ocid: digest,
  document: digest,
  category: whole,
  bondExemption: whole,
  netPrice: whole,
  advanceBond: whole,
  performanceBond: whole,
  bondUntil: whole,
  warranty: whole,
  signBy: whole,
  endsAt: whole,
  fineBpsPerDay: whole,
  fineCapBps: whole,
  defaultBps: whole,
  defenceWindow: whole,
  decisionWindow: whole,
  appealWindow: whole,
  reviewWindow: whole,
  settlementWindow: whole,
  rulingWindow: whole,
  certificateWindow: whole,
  arbiter: account,
  fallbackArbiter: account,
  reviewer: account,
  certifiers: z.tuple([account, account, account]),
});

/** A milestone as a machine writes it. */
export const milestoneField: Field<MilestoneTerms> = record({
  amount: whole,
  notBefore: whole,
  dueAt: whole,
  certificates: whole,
});

const deedFileField: Field<DeedFile> = record({
  id: digest,
  deed: record({ terms: termsField, annex: annexField }),
  schedule: z.array(milestoneField).min(1).max(64),
  directAward: record({ route: z.int(), justification: record({ digest, pointer: z.string() }) }),
});

/**
 * Reads a deed and checks that it is what its id says.
 *
 * @throws InputError of the door, or `deed-mismatch`
 * @example const { id, deed } = await loadDeed("escritura.json", door);
 */
export async function loadDeed(file: string, door: DoorContext): Promise<DeedFile> {
  const read = await loadInput(file, () => deedFileField, door);
  const found = contractId(read.deed.terms);
  if (found !== read.id) throw new InputError("deed-mismatch", { found, expected: read.id }, { file });
  return read;
}
