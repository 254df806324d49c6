import { dataSlice, getAddress, id as keccakOf } from "ethers";
import type * as z from "zod";

import type { FieldPath } from "../lib/input/field-path.ts";
import { draftOf } from "../lib/procurement/contract-file-deed.ts";
import { termsFaults } from "../lib/procurement/terms-check.ts";
import { withAccounts } from "./cast.ts";
import type { DemoFile } from "./demo-file.ts";
import { openingOf } from "./story-start.ts";

/** Where the file has what the deed calls so. */
const FIELDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "annex.netPrice": ["precioNeto"],
  "annex.advanceBond": ["anticipo", "garantia"],
  "annex.performanceBond": ["garantiaFielCumplimiento", "monto"],
  "annex.bondUntil": ["garantiaFielCumplimiento", "hasta"],
  "annex.signBy": ["firmaHasta"],
  "annex.endsAt": ["terminaEn"],
};

/**
 * Where a file says a part of the deed.
 *
 * @param field as `termsFaults` names it
 * @example deedPath("annex.endsAt"); // ["terminaEn"]
 */
export const deedPath = (field: string): FieldPath => FIELDS[field] ?? [field];

/**
 * Stands for an account until the chain is there.
 *
 * @example withAccounts(file, standIn);
 */
export const standIn = (name: string): string => getAddress(dataSlice(keccakOf(name), 12));

/**
 * What the opening desk would refuse at the hour at which the story opens the contract: the tax in the price, the
 * bonds from 1,000 UTM on, a signature that comes too late. For a file that has no other fault.
 *
 * @example record(fields).superRefine(checkTerms)
 */
export function checkTerms(file: DemoFile, context: z.core.$RefinementCtx): void {
  if (context.issues.length !== 0) return;
  const { deed, schedule } = draftOf(withAccounts(file, standIn), { token: standIn("token"), buyer: 1n, supplier: 2n });
  const { threshold, opensAt } = openingOf(file);
  for (const error of termsFaults(deed, schedule, { threshold, time: opensAt })) {
    context.addIssue({ code: "custom", path: [...deedPath(error.place.field ?? "")], params: { error } });
  }
}
