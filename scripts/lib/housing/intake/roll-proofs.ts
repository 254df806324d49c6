import { bytesOf } from "../../trees/hash-words.ts";
import { SortedTree, type Gap } from "../../trees/sorted-tree.ts";
import { applicationContent } from "../application-tree.ts";
import type { Application } from "../application.ts";
import type { Receipt } from "./receipts.ts";

/** A receipt and why it counts, as `Intake.Evidence`. */
export interface Evidence {
  readonly receipt: Receipt;
  readonly index: number;
  readonly path: string[];
}

/** An application and its place in a roll, as `Intake.Entry`. */
export interface Entry {
  readonly index: number;
  readonly application: Application & { readonly slots: number[] };
  readonly path: string[];
}

/** A person in the lists of two applications, as `Intake.Shared`. */
export interface Shared {
  readonly first: string[];
  readonly second: string[];
  readonly here: number;
  readonly there: number;
}

/** A roll as it was attested, in its order, whether that ascends or not, and its tree. */
export class RollBook {
  readonly applications: readonly Application[];
  readonly tree: SortedTree;
  readonly #places: Map<string, number>;

  /** @param applications in the order of the attested tree */
  constructor(callId: string, applications: readonly Application[]) {
    this.applications = applications;
    this.tree = SortedTree.asGiven({
      keys: bytesOf(applications.map(({ nullifier }) => nullifier)),
      contents: bytesOf(applications.map((application, index) => applicationContent(callId, index, application))),
    });
    this.#places = new Map(applications.map(({ nullifier }, index) => [nullifier, index]));
  }

  /** Where a household stands, if it does; of one that is there twice, the last place. */
  placeOf(nullifier: string): number | undefined {
    return this.#places.get(nullifier);
  }

  /**
   * An application of the roll with its proof.
   *
   * @throws RangeError where there is none
   * @example await desk.proveDuplicate(callId, book.entry(first), book.entry(second));
   */
  entry(index: number): Entry {
    const application = this.applications[index];
    if (application === undefined) throw new RangeError(`no application at ${index}`);
    return { index, application: asStruct(application), path: this.tree.spot(index).path };
  }

  /** Why the roll, if it ascends, lacks a household. @example await desk.proveOmission(callId, evidence, application, book.gap(nullifier)); */
  gap(nullifier: string): Gap {
    return this.tree.gap(nullifier);
  }

  /**
   * The common proof of several applications, as `answer` and `cure` take it.
   *
   * @example await desk.answer(callId, ...book.batch([3, 17]));
   */
  batch(places: readonly number[]): [indexes: number[], applications: Entry["application"][], path: string[]] {
    const indexes = [...places].sort((left, right) => left - right);
    return [indexes, indexes.map((index) => this.entry(index).application), this.tree.multiproof(indexes)];
  }
}

/** An application as contracts take it. @example await desk.demand(callId, evidence, asStruct(application)); */
export const asStruct = (application: Application): Entry["application"] => ({
  ...application,
  slots: [...application.slots],
});

/** The place of a receipt in the tree of the receipts. @example evidenceOf(receiptTree(receipts), receipt); */
export function evidenceOf(tree: SortedTree, receipt: Receipt): Evidence {
  const index = tree.positionOf(receipt.nullifier);
  return { receipt, index, path: index < tree.count ? tree.spot(index).path : [] };
}

/** A receipt that the chain keeps needs no proof. @example lodgedEvidence(receipt); */
export const lodgedEvidence = (receipt: Receipt): Evidence => ({ receipt, index: 0, path: [] });

/**
 * A person in the lists of two households; `undefined` if none is in both.
 *
 * @param one members of the first, in any order
 * @example await desk.proveSharedMember(callId, book.entry(a), book.entry(b), sharedMember(listA, listB));
 */
export function sharedMember(one: readonly string[], other: readonly string[]): Shared | undefined {
  const [first, second] = [[...one].sort(), [...other].sort()];
  const here = first.findIndex((person) => second.includes(person));
  const person = first[here];
  return person === undefined ? undefined : { first, second, here, there: second.indexOf(person) };
}
