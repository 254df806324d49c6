import { concat, getBytes, keccak256, toBeHex } from "ethers";

import { SortedTree, type Rows } from "../../scripts/lib/trees/sorted-tree.ts";

/** Words of 32 bytes that are the same in every run. */
export const wordOf = (name: string, index: number): string =>
  keccak256(concat([Buffer.from(name), toBeHex(index, 4)]));

export function rowsOf(keys: readonly string[]): Rows {
  const contents = keys.map((_, index) => wordOf("content", index));
  return { keys: getBytes(concat(keys)), contents: getBytes(concat(contents)) };
}

/** A tree of so many leaves with drawn keys, in drawn order. */
export function treeOf(count: number, name = "key"): SortedTree {
  return SortedTree.of(rowsOf(Array.from({ length: count }, (_, index) => wordOf(name, index))));
}

/** The leaves of a batch and their common proof, as `SortedTreeHarness.holdsAll` takes them. */
export function batchOf(tree: SortedTree, indexes: readonly number[]): [number[], string[], string[]] {
  return [[...indexes], indexes.map((index) => tree.leaf(index)), tree.multiproof(indexes)];
}
