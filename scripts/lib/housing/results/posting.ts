import { AbiCoder, concat, dataSlice, keccak256 } from "ethers";

import type { Application } from "../application.ts";
import { packed, packedCutoffs, unpacked } from "./packed.ts";
import type { RoundFacts, RoundResult } from "./types.ts";

/** A result as `ResultBook.post` takes it: packed, 0x hex. */
export interface Posting {
  readonly offers: string;
  readonly cutoffs: string;
  readonly counts: string;
  readonly entries: string;
  readonly misfits: string;
  readonly added: Application[];
}

/** The digests by which a posting is known. */
export interface PostingDigests {
  /** Of each list. */
  readonly lists: string[];
  /** Of those. */
  readonly list: string;
  readonly misfits: string;
  /** Of all of it. */
  readonly posting: string;
}

/**
 * What to send of a result.
 *
 * @example await resultBook.post(id, 1, postingOf(resultOf(round), facts));
 */
export function postingOf({ cutoffs, lists, misfits }: RoundResult, facts: RoundFacts): Posting {
  const named = [...lists.flat(), ...misfits.filter((misfit) => misfit !== undefined)];
  return {
    offers: packed(facts.offers),
    cutoffs: packedCutoffs(cutoffs),
    counts: packed(lists.map((list) => list.length)),
    entries: packed(lists.flat()),
    misfits: packed(misfits.map((misfit) => (misfit === undefined ? 0 : misfit + 1))),
    added: named.filter((index) => index >= facts.count).map(facts.applicationOf),
  };
}

/**
 * The list of each slot of a posting, packed as it stands there.
 *
 * @example unpacked(listsOf(posting)[slot]);
 */
export function listsOf({ counts, entries }: Pick<Posting, "counts" | "entries">): string[] {
  let from = 0;
  return unpacked(counts).map((count) => dataSlice(entries, from, (from += 3 * count)));
}

/**
 * The digests of a posting: what fixes it, and what a refutation gives of the lists that it is not about.
 *
 * @example const { list, misfits } = digestsOf(posting); await resultBook.fix(id, posting.cutoffs, list, misfits);
 */
export function digestsOf(posting: Pick<Posting, "cutoffs" | "counts" | "entries" | "misfits">): PostingDigests {
  const digests = listsOf(posting).map((list) => keccak256(list));
  const [list, misfits] = [keccak256(concat(digests)), keccak256(posting.misfits)];
  const parts = [keccak256(posting.cutoffs), list, misfits];
  const whole = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "bytes32", "bytes32"], parts));
  return { lists: digests, list, misfits, posting: whole };
}
