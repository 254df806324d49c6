import { keccak256, toBeHex, toUtf8Bytes } from "ethers";
import fc from "fast-check";

import { NO_SLOT } from "../../../scripts/lib/housing/allocate.ts";
import { applicationAt, applicationTable } from "../../../scripts/lib/housing/application-table.ts";
import { applicationContent, applicationTree } from "../../../scripts/lib/housing/application-tree.ts";
import { CLOSED, keyOf, type Application, type Slot } from "../../../scripts/lib/housing/application.ts";
import { drawKeys } from "../../../scripts/lib/housing/keys.ts";
import type { ApplicationProof } from "../../../scripts/lib/housing/results/refutation-of.ts";
import { resultOf } from "../../../scripts/lib/housing/results/result-of.ts";
import type { RoundFacts, RoundResult } from "../../../scripts/lib/housing/results/types.ts";
import { firstRound, LIVE, nextRound, type Market, type Round } from "../../../scripts/lib/housing/rounds.ts";
import { CALL, SEED, smallCall } from "../support.ts";

/** A call as it stands on the chain: root, marks and what was added. */
export interface Standing {
  readonly id: string;
  readonly slots: readonly Slot[];
  readonly root: string;
  readonly count: number;
  /** Index of each row of the market. */
  readonly indexOf: (row: number) => number;
  readonly proofOf: (index: number) => ApplicationProof;
  /** By nullifier: 1 for a household that is out, or the leaf that replaced another. */
  readonly marks: ReadonlyMap<string, string>;
  /** Its rounds, each with what it follows from. */
  readonly rounds: readonly { facts: RoundFacts; truth: RoundResult; absent: string[]; round: Round }[];
}

const OUT = toBeHex(1, 32);

const story = fc.record({
  call: smallCall(fc.boolean()).filter(({ applications }) => applications.length > 0),
  struck: fc.array(fc.nat(13), { maxLength: 2 }),
  replaced: fc.uniqueArray(fc.nat(13), { maxLength: 2 }),
  draws: fc.array(fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 5, maxLength: 9 }), { maxLength: 2 }),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Small calls with equal scores, slots of committees, proven facts and up to three rounds. */
export const stories = (most: { readonly applications: number; readonly slots: number }): fc.Arbitrary<Story> =>
  story.map((one) => ({
    ...one,
    call: {
      // A call has no slot without a seat.
      slots: one.call.slots.slice(0, most.slots).map((slot) => ({ ...slot, seats: Math.max(slot.seats, 1) })),
      applications: one.call.applications.slice(0, most.applications),
    },
  }));

/** The rows that a draw fixes and puts out between two rounds. */
function factsBetween({ applications }: Market, { slotOf }: Round, draws: readonly number[]) {
  const rows = Array.from({ length: applications.count }, (_, row) => row);
  const does = (kind: number): number[] => rows.filter((row) => draws[row % draws.length] === kind);
  return {
    fixed: does(1).filter((row) => slotOf[row] !== NO_SLOT),
    out: does(2).filter((row) => slotOf[row] !== NO_SLOT),
  };
}

/** Where the chain stands after a story, and what each of its rounds follows from. */
export function standingOf({ call, struck, replaced, draws }: Story, id: string): Standing {
  const roll = applicationTable(call.applications);
  const tree = applicationTree(id, roll);
  const count = roll.count;
  const inRoll = Array.from({ length: count }, (_, row) => applicationAt(roll, row));
  const moved = replaced.map((at) => {
    const before = inRoll[at];
    // What nobody had entered, or what a ruling corrected.
    const fresh = { ...inRoll[0]!, nullifier: keccak256(toUtf8Bytes(`added ${at}`)), eligible: true };
    return before === undefined ? fresh : { ...before, score: before.score ^ 1n, eligible: true };
  });
  const places = [...inRoll, ...moved];
  const indexes = new Map(places.map(({ nullifier }, index) => [nullifier, index]));
  const out = new Set(struck.flatMap((at) => (inRoll[at] === undefined ? [] : [inRoll[at].nullifier])));
  const marks = new Map<string, string>();
  moved.forEach((one, at) => marks.set(one.nullifier, leafOf(id, count + at, one)));
  for (const nullifier of out) marks.set(nullifier, OUT);

  const current = applicationTable([...indexes.values()].map((index) => places[index]!));
  const nullifiers = Array.from({ length: current.count }, (_, row) => applicationAt(current, row).nullifier);
  const market: Market = { applications: current, slots: call.slots, keys: drawKeys(current, SEED) };
  const indexOf = (row: number): number => indexes.get(nullifiers[row]!)!;
  const excluded = nullifiers.flatMap((nullifier, row) => (out.has(nullifier) ? [row] : []));

  const rounds: Standing["rounds"][number][] = [];
  for (let round = firstRound(market, excluded), at = 0; ; at += 1) {
    const now = round;
    const rowOf = new Map(nullifiers.map((_, row) => [indexOf(row), row]));
    const facts: RoundFacts = {
      count,
      total: places.length,
      applicationOf: (index) => places[index]!,
      keyOf: (index) => keyOf(SEED, places[index]!.score, places[index]!.nullifier),
      takesPart: (index) => rowOf.has(index) && now.standing[rowOf.get(index)!] === LIVE,
      slots: call.slots,
      offers: now.entries.map(
        (rows, slot) => now.empty[slot]! + rows.reduce((sum, row) => sum + current.sizes[row]!, 0),
      ),
      before: rounds.at(-1)?.truth.cutoffs ?? call.slots.map(() => CLOSED),
    };
    const absent = nullifiers.filter((nullifier, row) => now.standing[row] !== LIVE && !out.has(nullifier));
    rounds.push({ facts, truth: resultOf(now, indexOf), absent, round: now });
    const draw = draws[at];
    if (draw === undefined) break;
    round = nextRound(market, now, factsBetween(market, now, draw));
  }
  const proofOf = (index: number): ApplicationProof => ({
    index,
    application: places[index]!,
    path: index < count ? tree.spot(index).path : [],
  });
  return { id, slots: call.slots, root: tree.root, count, indexOf, proofOf, marks, rounds };
}

function leafOf(callId: string, index: number, application: Application): string {
  const leaf = keccak256(toUtf8Bytes("erario.sorted-tree.leaf"));
  return keccak256(leaf + application.nullifier.slice(2) + applicationContent(callId, index, application).slice(2));
}

/** Ways to be false, each with what it changes at random positions. */
const DISTORTIONS = [
  "drop",
  "double",
  "swap",
  "stranger",
  "move",
  "raise",
  "lower",
  "open",
  "close",
  "name",
  "unname",
  "unname",
  "forget",
  "admit",
] as const;

export const distortion = fc.record({
  how: fc.constantFrom(...DISTORTIONS),
  slot: fc.nat(5),
  other: fc.nat(5),
  at: fc.nat(15),
});
export type Distortion = typeof distortion extends fc.Arbitrary<infer T> ? T : never;

/** The result that a posting would show which somebody bent in one way; equal to the truth where that changes nothing. */
export function distorted(
  standing: Standing,
  at: number,
  { how, slot: drawn, other, at: place }: Distortion,
): RoundResult {
  const { facts, truth } = standing.rounds[at]!;
  const closed = truth.misfits.flatMap((misfit, slot) => (misfit === undefined ? [] : [slot]));
  const slot = (how === "unname" ? closed[drawn % closed.length] : undefined) ?? drawn % facts.slots.length;
  const lists = truth.lists.map((list) => [...list]);
  const cutoffs = [...truth.cutoffs];
  const misfits = [...truth.misfits];
  const list = lists[slot]!;
  const index = place % facts.total;
  switch (how) {
    case "drop":
      list.splice(place % Math.max(list.length, 1), 1);
      break;
    case "double":
      if (list.length > 0) list.splice(place % list.length, 0, list[place % list.length]!);
      break;
    case "swap":
      list.reverse();
      break;
    case "stranger":
      if (list.length > 0) list[place % list.length] = index;
      break;
    case "move":
      lists[other % lists.length]!.push(...list.splice(-1));
      break;
    case "raise":
      cutoffs[slot] = cutoffs[slot]! + 1n;
      break;
    case "lower":
      if (cutoffs[slot]! > 0n) cutoffs[slot] = cutoffs[slot]! - 1n;
      break;
    case "open":
      cutoffs[slot] = 0n;
      break;
    case "close":
      cutoffs[slot] = facts.keyOf(index);
      break;
    case "name":
      misfits[slot] = index;
      cutoffs[slot] = facts.keyOf(index) + 1n;
      break;
    case "unname":
      misfits[slot] = undefined;
      if (list.length > 0) cutoffs[slot] = facts.keyOf(list.at(-1)!);
      break;
    // A whole result that is consistent in itself: of a call without this household, or with one that is out.
    case "forget":
      return again(facts, truth, (one) => facts.takesPart(one) && one !== index);
    case "admit":
      return again(facts, truth, (one) => facts.takesPart(one) || one === index);
  }
  return { cutoffs, lists, misfits };
}

/** The result of the same offers for others, household by household. */
export function again(facts: RoundFacts, truth: RoundResult, takesPart: (index: number) => boolean): RoundResult {
  const order = Array.from({ length: facts.total }, (_, index) => index).filter(takesPart);
  order.sort((left, right) => (facts.keyOf(left) < facts.keyOf(right) ? 1 : -1));
  const lists: number[][] = facts.slots.map(() => []);
  const misfits: (number | undefined)[] = facts.slots.map(() => undefined);
  const left = [...facts.offers];
  for (const index of order) {
    const { slots, size } = facts.applicationOf(index);
    const got = slots.find((slot) => {
      if (facts.slots[slot]?.isCommittee !== size > 1 || misfits[slot] !== undefined) return false;
      if (left[slot]! >= size) return true;
      if (size > 1) misfits[slot] = index;
      return false;
    });
    if (got === undefined) continue;
    left[got]! -= size;
    lists[got]!.push(index);
  }
  const cutoffs = facts.slots.map((_, slot) => {
    const misfit = misfits[slot];
    const last = lists[slot]!.at(-1);
    const cutoff =
      misfit !== undefined
        ? facts.keyOf(misfit) + 1n
        : left[slot] !== 0
          ? 0n
          : last === undefined
            ? truth.cutoffs[slot]!
            : facts.keyOf(last);
    return cutoff < facts.before[slot]! ? cutoff : facts.before[slot]!;
  });
  return { cutoffs, lists, misfits };
}

/** A call's id by its number in a test. */
export const idOf = (number: number): string => keccak256(CALL + toBeHex(number, 32).slice(2));
