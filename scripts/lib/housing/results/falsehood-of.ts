import { firstCleared } from "../application.ts";
import { isFalse } from "./is-false.ts";
import type { Claim, RoundFacts, RoundResult } from "./types.ts";

function* claimsOfSlot({ lists }: RoundResult, slot: number): Generator<Claim> {
  const list = lists[slot] ?? [];
  for (const position of list.keys()) yield { kind: "entry", slot, position };
  for (const later of list.keys()) if (later > 0) yield { kind: "order", slot, position: later - 1, later };
  yield { kind: "cutoff", slot };
  yield { kind: "misfit", slot };
  yield { kind: "homes", slot };
}

function* claimsOfAll(result: RoundResult, facts: RoundFacts): Generator<Claim> {
  const offers = facts.slots.map(({ isCommittee }, slot) => ({ isCommittee, cutoff: result.cutoffs[slot] ?? 0n }));
  for (let index = 0; index < facts.total; index += 1) {
    if (!facts.takesPart(index)) continue;
    const { slots, size } = facts.applicationOf(index);
    const place = firstCleared({ slots, size }, facts.keyOf(index), offers);
    const slot = slots[place];
    if (slot !== undefined) yield { kind: "absence", slot, index };
    if (size > 1) for (const refused of slots.slice(0, place)) yield { kind: "unnamed", slot: refused, index };
  }
}

/**
 * The first point in which a result is false; nothing if it is the round's true one.
 *
 * @param result one that the chain takes, see `isPlausible`
 * @example falsehoodOf(posted, facts)?.kind;
 */
export function falsehoodOf(result: RoundResult, facts: RoundFacts): Claim | undefined {
  for (const slot of facts.slots.keys()) {
    for (const claim of claimsOfSlot(result, slot)) if (isFalse(result, facts, claim)) return claim;
  }
  for (const claim of claimsOfAll(result, facts)) if (isFalse(result, facts, claim)) return claim;
  return undefined;
}
