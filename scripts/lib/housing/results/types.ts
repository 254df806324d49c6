import type { Application, Slot } from "../application.ts";

/** The result of a round; applications by their index in the call. */
export interface RoundResult {
  /** By slot. */
  readonly cutoffs: readonly bigint[];
  /** By slot, who has a seat there, in the order of the keys. */
  readonly lists: readonly (readonly number[])[];
  /** By slot, the first committee that did not fit. */
  readonly misfits: readonly (number | undefined)[];
}

/** What a result follows from: the call as it stands when a round opens. */
export interface RoundFacts {
  /** Applications of the attested root; larger indexes are of those that proven facts added. */
  readonly count: number;
  /** Both. */
  readonly total: number;
  readonly applicationOf: (index: number) => Application;
  /** Key of an application, from the seed. */
  readonly keyOf: (index: number) => bigint;
  /** Whether it stands in the call and takes part in the round. */
  readonly takesPart: (index: number) => boolean;
  readonly slots: readonly Pick<Slot, "isCommittee">[];
  /** Seats on offer by slot. */
  readonly offers: readonly number[];
  /** Cutoffs of the round before; `CLOSED` in the first one. */
  readonly before: readonly bigint[];
}

/** What can be false in a result, in the order of `Result.Falsehood`. */
export type Claim =
  /** This entry does not take part, or its slot is another one or none. */
  | { readonly kind: "entry"; readonly slot: number; readonly position: number }
  /** These two entries are not in their order, or are the same. */
  | { readonly kind: "order"; readonly slot: number; readonly position: number; readonly later: number }
  /** This one is absent whose slot it is. */
  | { readonly kind: "absence"; readonly slot: number; readonly index: number }
  /** The cutoff is not that of the last entry. */
  | { readonly kind: "cutoff"; readonly slot: number }
  /** The homes that the committees need contradict the offer, the misfit or the cutoff. */
  | { readonly kind: "homes"; readonly slot: number }
  /** The misfit does not ask for the slot, or the cutoff is not its own. */
  | { readonly kind: "misfit"; readonly slot: number }
  /** This committee was refused, and none is named. */
  | { readonly kind: "unnamed"; readonly slot: number; readonly index: number };
