import type { Application } from "../application.ts";
import { unpacked } from "./packed.ts";
import { digestsOf, listsOf, type Posting } from "./posting.ts";
import type { Claim } from "./types.ts";

/** An application with its place, as `Result.Proof`. */
export interface ApplicationProof {
  readonly index: number;
  readonly application: Application;
  readonly path: string[];
}

/** The part of a posting that a refutation is about, as `Result.Exhibit`. */
export interface Exhibit {
  readonly number: number;
  readonly cutoffs: string;
  readonly digests: string[];
  readonly misfits: string;
  readonly slot: number;
  readonly list: string;
}

/** What to call on `ResultBook`, after the call's id and the exhibit. */
export type Refutation = { readonly exhibit: Exhibit } & (
  | { readonly method: "refuteEntry"; readonly rest: [position: number, proof: ApplicationProof] }
  | {
      readonly method: "refuteOrder";
      readonly rest: [position: number, later: number, proof: ApplicationProof, laterProof: ApplicationProof];
    }
  | {
      readonly method: "refuteAbsence" | "refuteCutoff" | "refuteMisfit" | "refuteUnnamed";
      readonly rest: [proof: ApplicationProof];
    }
  | { readonly method: "refuteHomes"; readonly rest: [offers: string, proofs: ApplicationProof[]] }
);

/**
 * The proof of a falsehood of a posting.
 *
 * @param number of the posting in its round, from 0
 * @param proofOf an application with its proof; for an index in the root, the one that the root holds there
 * @throws RangeError if the posting has no such entry
 * @example const { method, exhibit, rest } = refutationOf(posting, 0, falsehoodOf(result, facts), proofOf);
 */
export function refutationOf(
  posting: Posting,
  number: number,
  claim: Claim,
  proofOf: (index: number) => ApplicationProof,
): Refutation {
  const { slot } = claim;
  const { cutoffs, misfits } = posting;
  const list = listsOf(posting)[slot] ?? "0x";
  const entries = unpacked(list);
  const exhibit = { number, cutoffs, digests: digestsOf(posting).lists, misfits, slot, list };
  const misfit = (unpacked(misfits)[slot] ?? 0) - 1;
  const entry = (position: number): ApplicationProof => {
    const index = entries.at(position);
    if (index === undefined) throw new RangeError(`Slot ${slot} has no entry ${position}.`);
    return proofOf(index);
  };
  switch (claim.kind) {
    case "entry":
      return { exhibit, method: "refuteEntry", rest: [claim.position, entry(claim.position)] };
    case "order": {
      const { position, later } = claim;
      return { exhibit, method: "refuteOrder", rest: [position, later, entry(position), entry(later)] };
    }
    case "absence":
      return { exhibit, method: "refuteAbsence", rest: [proofOf(claim.index)] };
    case "cutoff":
      return { exhibit, method: "refuteCutoff", rest: [entry(-1)] };
    case "homes": {
      const proofs = [...entries, ...(misfit < 0 ? [] : [misfit])].map(proofOf);
      return { exhibit, method: "refuteHomes", rest: [posting.offers, proofs] };
    }
    case "misfit":
      return { exhibit, method: "refuteMisfit", rest: [proofOf(misfit)] };
    case "unnamed":
      return { exhibit, method: "refuteUnnamed", rest: [proofOf(claim.index)] };
  }
}
