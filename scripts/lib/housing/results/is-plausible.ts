import type { RoundFacts, RoundResult } from "./types.ts";

/**
 * Whether what a result says of a slot can be true, for all that can be seen without an application; the chain takes no other.
 *
 * @example slots.every((_, slot) => isPlausible(result, facts, slot));
 */
export function isPlausible({ cutoffs, lists, misfits }: RoundResult, facts: RoundFacts, slot: number): boolean {
  const [cutoff = 0n, before = 0n] = [cutoffs[slot], facts.before[slot]];
  const offer = facts.offers[slot] ?? 0;
  const entries = lists[slot]?.length ?? 0;
  const isNamed = misfits[slot] !== undefined;
  const rises = cutoff > before;
  const keeps = cutoff === before;
  if (facts.slots[slot]?.isCommittee === true) {
    const isOpen = cutoff === 0n;
    const isSound = isNamed ? !isOpen : offer === 0 ? keeps : isOpen || entries > 0;
    return !rises && isSound && entries <= Math.floor(offer / 2);
  }
  if (rises || isNamed || entries > offer) return false;
  if (offer === 0) return keeps;
  const hasEmptySeat = entries < offer;
  return hasEmptySeat ? cutoff === 0n : cutoff !== 0n || before === 0n;
}
