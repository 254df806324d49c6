import { hash } from "node:crypto";

import { membersDigest, MOST_SLOTS, type Application, type Slot } from "./application.ts";
import { createNullifiers } from "./nullifiers.ts";
import { slotList } from "./slot-list.ts";

/** How large a call is drawn, and which: equal values give an equal call. */
export interface SyntheticSize {
  readonly seed: string;
  readonly applicants: number;
  readonly projects: number;
  /** Kinds of reserve beside the open one; each has the share of households that it is for. */
  readonly reserves: readonly number[];
  /** Seats of every slot, by kind of reserve; the open one first. */
  readonly seats: readonly number[];
}

/** A call with the households that apply, none of whom exists. */
export interface SyntheticCall {
  readonly slots: readonly Slot[];
  readonly applications: readonly Application[];
  /** The nullifiers of each household's persons. */
  readonly households: readonly { readonly nullifier: string; readonly persons: readonly string[] }[];
}

/** Of 100 households, how many have one person, two and so on: about as in the census of Chile (mean 2.75). */
const PERSONS = [22, 27, 21, 17, 8, 5];
/** Of 100 households, how many choose one project, two and so on (mean 4). */
const CHOICES = [14, 16, 16, 15, 13, 9, 7, 5, 3, 2];
/** Scores are whole multiples of this, so that many are equal and the lot decides. */
const SCORE_STEP = 5;
const FIRST_RUT = 4_000_000;
const SUBSIDY = 25_000_000n;

/** Numbers from 0 to 1, the same for the same seed: the generator xorshift32 of G. Marsaglia (2003). */
function draws(seed: string): () => number {
  let state = Number.parseInt(hash("sha256", seed).slice(0, 8), 16) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A position drawn by weight: 1 is the first. */
function oneOf(weights: readonly number[], draw: number): number {
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found + 1;
}

/**
 * A call drawn for demonstrations and measurements.
 *
 * Every project has an open slot and one for each reserve. A household has 1 to 6 persons and chooses 1 to 10 different projects, the k-th project being
 * chosen in proportion to 1 / (k + 4), so that the first are wanted most; it lists the reserved slot before the open one where it belongs to the
 * reserve, and ten slots at most. Its score is the sum of three even draws between 0 and 300, in steps of five; three in ten keep waiting.
 *
 * @example syntheticCall({ seed: "demo", applicants: 4_000, projects: 5, reserves: [0.08, 0.15], seats: [60, 5, 10] });
 */
export function syntheticCall({ seed, applicants, projects, reserves, seats }: SyntheticSize): SyntheticCall {
  const slots = Array.from({ length: projects }, (_, project) =>
    seats.map((count, reserve) => ({ project, reserve, seats: count, subsidy: SUBSIDY, isCommittee: false })),
  ).flat();
  const order = [...reserves.map((_, index) => index + 1), 0];
  const { household, member } = createNullifiers(hash("sha256", `pepper/${seed}`, "buffer"));
  const draw = draws(seed);
  const digest = (kind: string, index: number): string => `0x${hash("sha256", `${seed}/${kind}/${index}`)}`;
  let rut = FIRST_RUT;
  const drawPersons = (): string[] =>
    Array.from({ length: oneOf(PERSONS, draw()) }, () => member({ body: rut++, checkDigit: "0" }));
  const drawProjects = (): number[] => {
    const wanted = Math.min(oneOf(CHOICES, draw()), projects);
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(Math.floor(5 * (projects / 5 + 1) ** draw() - 5));
    return [...chosen];
  };
  const households: { nullifier: string; persons: string[] }[] = [];
  const applications = Array.from({ length: applicants }, (_, index): Application => {
    const own = { nullifier: household(`${seed}-${index}`), persons: drawPersons() };
    households.push(own);
    const kinds = [0, ...reserves.flatMap((share, kind) => (draw() < share ? [kind + 1] : []))];
    return {
      nullifier: own.nullifier,
      score: BigInt(Math.round(((draw() + draw() + draw()) * 300) / SCORE_STEP) * SCORE_STEP),
      slots: slotList(slots, drawProjects(), kinds, order).slice(0, MOST_SLOTS),
      size: 1,
      keepsWaiting: draw() < 0.3,
      eligible: true,
      attributes: digest("attributes", index),
      members: membersDigest(own.persons),
      claim: digest("claim", index),
    };
  });
  return { slots, applications, households };
}
