import { ZeroAddress } from "ethers";

import { InputError } from "../input/input-error.ts";
import type { Deed } from "./deed.ts";

/** The accounts of both sides, as the registry has them. */
export interface PartyAccounts {
  readonly buyer: string;
  readonly supplier: string;
}

/**
 * Whether the accounts of both sides and of every office are known and differ, and no certifying office is a side's: nobody judges its own
 * contract. Accounts are compared as ethers writes them, with their checksum.
 *
 * @returns none if they are independent
 * @example independenceFaults(deed, { buyer, supplier })[0]?.place.field; // "annex.arbiter"
 */
export function independenceFaults({ terms, annex }: Deed, { buyer, supplier }: PartyAccounts): InputError[] {
  const offices = {
    "terms.buyer": buyer,
    "terms.supplier": supplier,
    "terms.inspector": terms.inspector,
    "terms.substitute": terms.substitute,
    "annex.arbiter": annex.arbiter,
    "annex.fallbackArbiter": annex.fallbackArbiter,
    "annex.reviewer": annex.reviewer,
  };
  const faults: InputError[] = [];
  const seen = new Set([ZeroAddress]);
  for (const [field, account] of Object.entries(offices)) {
    if (seen.has(account)) faults.push(new InputError("Terms_SameAccount", { account }, { field }));
    seen.add(account);
  }
  annex.certifiers.forEach((account, kind) => {
    if (account !== buyer && account !== supplier) return;
    faults.push(new InputError("Terms_SameAccount", { account }, { field: `annex.certifiers[${kind}]` }));
  });
  return faults;
}
