import type { Application } from "../application.ts";
import type { Declaration, Receipt } from "./receipts.ts";
import type { RollFault } from "./roll-faults.ts";

/** What stands for households in the place of a roll, by nullifier: an application, or `undefined` for one that is out. */
export type RollFacts = ReadonlyMap<string, Application | undefined>;

/**
 * The application that stands for a household whose receipt is proven against a roll: what it declared, with the score of the receipt.
 *
 * @example asReceived(declaration, receipt).eligible; // true
 */
export const asReceived = (declaration: Declaration, { score }: Receipt): Application => ({
  ...declaration,
  score,
  eligible: true,
});

/**
 * What stands once every fault that code decides on is proven, in the order of the list: one fact a household, and whoever shares a person is
 * out whatever was proven before.
 *
 * @param roll applications in the order of the attested tree
 * @param declarations of the households that have a receipt, by nullifier
 * @example correctedRoll(roll, factsOf(rollFaults(roll, receipts), roll, declarations));
 */
export function factsOf(
  faults: readonly RollFault[],
  roll: readonly Application[],
  declarations: ReadonlyMap<string, Declaration>,
): Map<string, Application | undefined> {
  const facts = new Map<string, Application | undefined>();
  const enter = (nullifier: string, application: Application | undefined): void => {
    if (!facts.has(nullifier)) facts.set(nullifier, application);
  };
  for (const fault of faults) {
    if (fault.kind === "omission" || fault.kind === "difference") {
      const { nullifier } = fault.receipt;
      const declaration = declarations.get(nullifier);
      if (declaration !== undefined) enter(nullifier, asReceived(declaration, fault.receipt));
    } else if (fault.kind === "duplicate") {
      const [first, second] = [roll[fault.first], roll[fault.second]];
      if (first !== undefined && second !== undefined) {
        enter(first.nullifier, second.score < first.score ? second : first);
      }
    } else if (fault.kind === "sharedMember") {
      for (const index of [fault.one, fault.other]) {
        const household = roll[index];
        if (household !== undefined) facts.set(household.nullifier, undefined);
      }
    }
  }
  return facts;
}

/**
 * The only corrected roll that counts: the first one with its facts and nothing else, ascending.
 *
 * @example applicationTree(callId, applicationTable(correctedRoll(roll, facts))).root;
 */
export function correctedRoll(roll: readonly Application[], facts: RollFacts): Application[] {
  const kept = roll.filter(({ nullifier }) => !facts.has(nullifier));
  const put = [...facts.values()].filter((application) => application !== undefined);
  return [...kept, ...put].sort((left, right) => (left.nullifier < right.nullifier ? -1 : 1));
}
