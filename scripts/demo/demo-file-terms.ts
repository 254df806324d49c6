import { toBeHex } from "ethers";
import type * as z from "zod";

import { draftOf } from "../lib/procurement/contract-file-deed.ts";
import type { ContractFile } from "../lib/procurement/contract-file.ts";
import { termsFaults } from "../lib/procurement/terms-check.ts";
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

const account = (position: number): string => toBeHex(position + 1, 20);

/** The file with an address in the place of every name, as the deed needs them. */
function withAddresses({ oficinas, ...file }: DemoFile): ContractFile {
  const { certificadores, ...single } = oficinas;
  const addresses = Object.keys(single).map((office, position) => [office, account(position)]);
  const certifiers = certificadores.map(({ certificado }, kind) => ({ certificado, cuenta: account(10 + kind) }));
  const offices = Object.fromEntries(addresses) as Omit<ContractFile["oficinas"], "certificadores">;
  return { ...file, oficinas: { ...offices, certificadores: certifiers } };
}

/**
 * What the opening desk would refuse at the hour at which the story opens the contract: the tax in the price, the
 * bonds from 1,000 UTM on, a signature that comes too late. For a file that has no other fault.
 *
 * @example record(fields).superRefine(checkTerms)
 */
export function checkTerms(file: DemoFile, context: z.core.$RefinementCtx): void {
  if (context.issues.length !== 0) return;
  const { deed, schedule } = draftOf(withAddresses(file), { token: account(20), buyer: 1n, supplier: 2n });
  const { threshold, opensAt } = openingOf(file);
  for (const error of termsFaults(deed, schedule, { threshold, time: opensAt })) {
    const field = error.place.field ?? "";
    context.addIssue({ code: "custom", path: [...(FIELDS[field] ?? [field])], params: { error } });
  }
}
