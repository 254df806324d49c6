import { getBytes, id } from "ethers";

import { CodedError } from "../messages/coded-error.ts";
import { DIGEST_WORDS, keccakWords } from "./keccak.ts";
import { rowsByKey } from "./rows-by-key.ts";

/** A leaf and the way from it to the top, as `SortedTree.Spot`. */
export interface Spot {
  readonly index: number;
  readonly key: string;
  readonly content: string;
  readonly path: string[];
}

/** Where a key would stand, as `SortedTree.Gap`. */
export interface Gap {
  readonly position: number;
  readonly left: Spot;
  readonly right: Spot;
}

/** What must be given of each leaf: 32 bytes a row in both. */
export interface Rows {
  /** What the leaves ascend by. */
  readonly keys: Uint8Array;
  /** Digest of the record. */
  readonly contents: Uint8Array;
}

const BYTES = 32;
const PAIR = 2 * DIGEST_WORDS;
const LEAF = Uint8Array.from(getBytes(id("erario.sorted-tree.leaf")));
const ROOT = Uint8Array.from(getBytes(id("erario.sorted-tree.root")));
const NOTHING: Spot = { index: 0, key: `0x${"00".repeat(BYTES)}`, content: `0x${"00".repeat(BYTES)}`, path: [] };

const wordsOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer);
const hexAt = (words: Uint32Array, index: number): string =>
  `0x${Buffer.from(words.buffer, words.byteOffset + index * BYTES, BYTES).toString("hex")}`;

function isSame(words: Uint32Array, left: number, right: number): boolean {
  for (let word = 0; word < DIGEST_WORDS; word += 1) {
    if (words[left * DIGEST_WORDS + word] !== words[right * DIGEST_WORDS + word]) return false;
  }
  return true;
}

/** The twin of the library `SortedTree`: the whole tree, in typed arrays. */
export class SortedTree {
  /** 0x hex. */
  readonly root: string;
  readonly count: number;
  /** Row of each leaf among those that were given. */
  readonly rows: Uint32Array;
  readonly #keys: Uint32Array;
  readonly #contents: Uint32Array;
  readonly #leaves: Uint32Array;
  /** Nodes by level, from the leaves; each level with a zero more where its number is odd. */
  readonly #levels: Uint32Array[];

  private constructor(rows: Uint32Array, { keys, contents }: Rows) {
    const [given, digests] = [wordsOf(keys), wordsOf(contents)];
    this.rows = rows;
    this.count = rows.length;
    this.#keys = new Uint32Array(given.length);
    this.#contents = new Uint32Array(given.length);
    const input = new Uint32Array(3 * DIGEST_WORDS);
    input.set(wordsOf(LEAF));
    const leaves = new Uint32Array((this.count + (this.count & 1)) * DIGEST_WORDS);
    rows.forEach((row, index) => {
      const [from, to] = [row * DIGEST_WORDS, index * DIGEST_WORDS];
      this.#keys.set(given.subarray(from, from + DIGEST_WORDS), to);
      this.#contents.set(digests.subarray(from, from + DIGEST_WORDS), to);
      input.set(this.#keys.subarray(to, to + DIGEST_WORDS), DIGEST_WORDS);
      input.set(this.#contents.subarray(to, to + DIGEST_WORDS), PAIR);
      keccakWords(input, 0, input.length, leaves, to);
    });
    this.#leaves = leaves;
    this.#levels = levelsOver(leaves, this.count);
    this.root = rootOf(this.count, this.#levels.at(-1));
  }

  /**
   * The tree of rows in any order.
   *
   * @throws CodedError `tree-key-repeated`
   * @example SortedTree.of({ keys, contents }).root;
   */
  static of(given: Rows): SortedTree {
    const rows = rowsByKey(given.keys);
    const tree = new SortedTree(rows, given);
    for (let index = 1; index < rows.length; index += 1) {
      if (isSame(tree.#keys, index - 1, index)) {
        const [first = 0, second = 0] = rows.subarray(index - 1);
        throw new CodedError("tree-key-repeated", { key: tree.key(index), first: first + 1, second: second + 1 });
      }
    }
    return tree;
  }

  /**
   * The tree that somebody else made of rows in this order, whether they ascend or not: for proving that they do not.
   *
   * @example SortedTree.asGiven(published).root === attested;
   */
  static asGiven(given: Rows): SortedTree {
    return new SortedTree(
      Uint32Array.from({ length: given.keys.length / BYTES }, (_, row) => row),
      given,
    );
  }

  /** The key of the leaf at an index, 0x hex. */
  key(index: number): string {
    return hexAt(this.#keys, index);
  }

  /** The leaf at an index with its proof. @example harness.holds(tree.root, tree.count, tree.spot(7)); */
  spot(index: number): Spot {
    const path = this.#levels.slice(0, -1).map((level, depth) => hexAt(level, (index >> depth) ^ 1));
    return { index, key: this.key(index), content: hexAt(this.#contents, index), path };
  }

  /** The hash of the leaf at an index, as `SortedTree.leafOf`. */
  leaf(index: number): string {
    return hexAt(this.#leaves, index);
  }

  /**
   * The common proof of several leaves, as `SortedTree.holdsAll` reads it.
   *
   * @param indexes strictly ascending
   * @example tree.multiproof([3, 4, 90]);
   */
  multiproof(indexes: readonly number[]): string[] {
    const proof: string[] = [];
    let nodes = [...indexes];
    for (const level of this.#levels.slice(0, -1)) {
      const here = new Set(nodes);
      for (const node of nodes) if (!here.has(node ^ 1)) proof.push(hexAt(level, node ^ 1));
      nodes = [...new Set(nodes.map((node) => node >> 1))];
    }
    return proof;
  }

  /** The index of the first leaf whose key is this one or larger; the count, if there is none. */
  positionOf(key: string): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.key(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Why an ordered tree lacks a key: the leaves between which it would stand. @example tree.gap(nullifier).position; */
  gap(key: string): Gap {
    const position = this.positionOf(key);
    return {
      position,
      left: position === 0 ? NOTHING : this.spot(position - 1),
      right: position === this.count ? NOTHING : this.spot(position),
    };
  }
}

function levelsOver(leaves: Uint32Array, count: number): Uint32Array[] {
  const levels = [leaves];
  for (let size = count, below = leaves; size > 1;) {
    size = (size + 1) >> 1;
    const level = new Uint32Array((size === 1 ? 1 : size + (size & 1)) * DIGEST_WORDS);
    for (let node = 0; node < size; node += 1) keccakWords(below, node * PAIR, PAIR, level, node * DIGEST_WORDS);
    levels.push(level);
    below = level;
  }
  return levels;
}

function rootOf(count: number, top: Uint32Array | undefined): string {
  const input = new Uint8Array(3 * BYTES);
  input.set(ROOT);
  new DataView(input.buffer).setUint32(2 * BYTES - 4, count);
  if (top !== undefined && count > 0) input.set(new Uint8Array(top.buffer, 0, BYTES), 2 * BYTES);
  const root = new Uint32Array(DIGEST_WORDS);
  keccakWords(new Uint32Array(input.buffer), 0, 3 * DIGEST_WORDS, root, 0);
  return hexAt(root, 0);
}
