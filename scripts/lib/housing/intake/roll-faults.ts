import { membersDigest, type Application } from "../application.ts";
import { declaredDigest, type Receipt } from "./receipts.ts";

/** What is wrong with a roll. Indexes are places in it, from 0. */
export type RollFault =
  /** It lacks a household that has a receipt. */
  | { readonly kind: "omission"; readonly receipt: Receipt }
  /** It has something else for a household than it declared. */
  | { readonly kind: "difference"; readonly receipt: Receipt; readonly index: number }
  /** It has a household twice. */
  | { readonly kind: "duplicate"; readonly first: number; readonly second: number }
  /** The place and the next do not ascend. */
  | { readonly kind: "disorder"; readonly index: number }
  /** Two households name one person. */
  | { readonly kind: "sharedMember"; readonly person: string; readonly one: number; readonly other: number }
  /** The list of the members is not the one that the application carries; no code on the chain decides on it. */
  | { readonly kind: "members"; readonly index: number }
  /** The score is not the receipt's: for the reviewers to explain or to correct. */
  | { readonly kind: "score"; readonly receipt: Receipt; readonly index: number }
  /** Nobody has a receipt for it. */
  | { readonly kind: "noReceipt"; readonly index: number };

/**
 * What an auditor finds who reads a roll again: every difference to the receipts, every household or person that is there twice.
 *
 * @param roll applications in the order of the attested tree
 * @param receipts the last one of each household (`lastReceipts`)
 * @param persons nullifiers of the members by that of their household, where they are known
 * @example rollFaults(roll, lastReceipts(issued)).length === 0;
 */
export function rollFaults(
  roll: readonly Application[],
  receipts: ReadonlyMap<string, Receipt>,
  persons: ReadonlyMap<string, readonly string[]> = new Map(),
): RollFault[] {
  const places = placesOf(roll.map(({ nullifier }) => [nullifier]));
  const omitted = [...receipts.values()].filter(({ nullifier }) => !places.has(nullifier));
  return [
    ...omitted.map((receipt): RollFault => ({ kind: "omission", receipt })),
    ...roll.flatMap((application, index) => entryFaults(application, index, receipts.get(application.nullifier))),
    ...[...places.values()].flatMap(([first = 0, ...others]) =>
      others.map((second): RollFault => ({ kind: "duplicate", first, second })),
    ),
    ...roll.flatMap(({ nullifier }, index): RollFault[] =>
      (roll[index + 1]?.nullifier ?? "~") > nullifier ? [] : [{ kind: "disorder", index }],
    ),
    ...personFaults(roll, persons),
  ];
}

function entryFaults(application: Application, index: number, receipt: Receipt | undefined): RollFault[] {
  if (receipt === undefined) return [{ kind: "noReceipt", index }];
  if (declaredDigest(application) !== receipt.declared) return [{ kind: "difference", receipt, index }];
  return application.score === receipt.score ? [] : [{ kind: "score", receipt, index }];
}

function personFaults(roll: readonly Application[], persons: ReadonlyMap<string, readonly string[]>): RollFault[] {
  const lists = roll.map(({ nullifier, members }) => {
    const list = persons.get(nullifier);
    return list === undefined || membersDigest(list) === members ? list : null;
  });
  const faults = lists.flatMap((list, index): RollFault[] => (list === null ? [{ kind: "members", index }] : []));
  for (const [person, places] of placesOf(lists.map((list) => list ?? []))) {
    places.forEach((one, position) => {
      for (const other of places.slice(position + 1)) {
        const isShared = roll[one]?.nullifier !== roll[other]?.nullifier;
        if (isShared) faults.push({ kind: "sharedMember", person, one, other });
      }
    });
  }
  return faults;
}

/** Where each name occurs, ascending. */
function placesOf(names: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  names.forEach((list, index) => {
    for (const name of list) {
      const known = places.get(name);
      if (known === undefined) places.set(name, [index]);
      else known.push(index);
    }
  });
  return places;
}
