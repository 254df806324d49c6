import { firstCleared } from "../application.ts";
import type { Claim, RoundFacts, RoundResult } from "./types.ts";

/** The slot that the cutoffs of a result give an application, if any. */
function slotOf({ cutoffs }: RoundResult, facts: RoundFacts, index: number): number | undefined {
  const application = facts.applicationOf(index);
  const offers = facts.slots.map(({ isCommittee }, slot) => ({ isCommittee, cutoff: cutoffs[slot] ?? 0n }));
  return application.slots[firstCleared(application, facts.keyOf(index), offers)];
}

/** Whether a committee asks for a slot: it lists it and has none that it likes better. */
function asksFor(result: RoundResult, facts: RoundFacts, index: number, slot: number): boolean {
  const { slots, size } = facts.applicationOf(index);
  const place = slots.indexOf(slot);
  if (facts.slots[slot]?.isCommittee !== true || size < 2 || place === -1) return false;
  const has = slotOf(result, facts, index);
  return has === undefined || slots.indexOf(has) >= place;
}

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** By the rule: a misfit closes the slot above itself and does not fit; else it is closed if every home is taken, and has a cutoff only then. */
function areHomesFalse(result: RoundResult, facts: RoundFacts, slot: number): boolean {
  if (facts.slots[slot]?.isCommittee !== true) return false;
  const offer = facts.offers[slot] ?? 0;
  const homes = (result.lists[slot] ?? []).reduce((sum, index) => sum + facts.applicationOf(index).size, 0);
  const misfit = result.misfits[slot];
  if (homes > offer) return true;
  if (misfit !== undefined) return homes + facts.applicationOf(misfit).size <= offer;
  const isClosed = homes === offer && facts.before[slot] !== 0n;
  return offer > 0 && (result.cutoffs[slot] !== 0n) !== isClosed;
}

/**
 * Whether a result is false in a point, by the rule; the chain takes the same points from anyone, each with its proof.
 *
 * @example isFalse(result, facts, { kind: "absence", slot: 4, index: 120_332 });
 */
export function isFalse(result: RoundResult, facts: RoundFacts, claim: Claim): boolean {
  const { slot } = claim;
  const list = result.lists[slot] ?? [];
  const cutoff = result.cutoffs[slot] ?? 0n;
  const misfit = result.misfits[slot];
  switch (claim.kind) {
    case "entry": {
      const index = list[claim.position];
      return index !== undefined && !(facts.takesPart(index) && slotOf(result, facts, index) === slot);
    }
    case "order": {
      const [index, later] = [list[claim.position], list[claim.later]];
      if (index === undefined || later === undefined || claim.position >= claim.later) return false;
      const [key, laterKey] = [facts.keyOf(index), facts.keyOf(later)];
      return key < laterKey || (key === laterKey && index >= later);
    }
    case "absence":
      return facts.takesPart(claim.index) && slotOf(result, facts, claim.index) === slot && !list.includes(claim.index);
    case "cutoff": {
      const last = list.at(-1);
      if (last === undefined || misfit !== undefined || cutoff === 0n) return false;
      return cutoff !== least(facts.keyOf(last), facts.before[slot] ?? 0n);
    }
    case "homes":
      return areHomesFalse(result, facts, slot);
    case "misfit": {
      if (misfit === undefined) return false;
      const isTrue = facts.takesPart(misfit) && asksFor(result, facts, misfit, slot);
      return !isTrue || cutoff !== facts.keyOf(misfit) + 1n;
    }
    case "unnamed": {
      const isRefused = facts.takesPart(claim.index) && asksFor(result, facts, claim.index, slot);
      return misfit === undefined && isRefused && facts.keyOf(claim.index) < cutoff;
    }
  }
}
