import type { Deed } from "../procurement/deed.ts";
import type { TaskContext } from "./context.ts";

/** A party or office of a contract; null stands for anyone. */
export type Party = "buyer" | "supplier" | "inspector" | "arbiter" | "reviewer" | null;

/**
 * The account that acts for a party: of an entity the registry's, of an office that of the terms.
 *
 * @returns null for anyone
 * @example await partyAccount("supplier", deed, context);
 */
export async function partyAccount(
  party: Party,
  { terms, annex }: Deed,
  { contracts }: Pick<TaskContext, "contracts">,
): Promise<string | null> {
  switch (party) {
    case "buyer":
      return contracts.registry.accountOf(terms.buyer);
    case "supplier":
      return contracts.registry.accountOf(terms.supplier);
    case "inspector":
      return terms.inspector;
    case "arbiter":
      return annex.arbiter;
    case "reviewer":
      return annex.reviewer;
    case null:
      return null;
  }
}
