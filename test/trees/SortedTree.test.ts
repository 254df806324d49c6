import { expect } from "chai";
import { id, solidityPackedKeccak256, toBeHex, toBigInt, ZeroHash } from "ethers";
import { network } from "hardhat";

import { SortedTree, type Spot } from "../../scripts/lib/trees/sorted-tree.ts";
import { SortedTreeHarness__factory } from "../../typechain-types/index.js";
import { batchOf, rowsOf, treeOf, wordOf } from "./support.ts";

const { ethers, networkHelpers } = await network.create();

async function deployedHarness() {
  const [deployer] = await ethers.getSigners();
  return new SortedTreeHarness__factory(deployer!).deploy();
}
const harnessed = () => networkHelpers.loadFixture(deployedHarness);

const MOST = 70;
const allOf = (tree: SortedTree): Spot[] => Array.from({ length: tree.count }, (_, index) => tree.spot(index));
const besides = (word: string, by: bigint): string => toBeHex(toBigInt(word) + by, 32);

describe("SortedTree", () => {
  it("holds every leaf of every tree of 1 to 70 leaves, one by one and all in one batch", async () => {
    const harness = await harnessed();
    for (let count = 1; count <= MOST; count += 1) {
      const tree = treeOf(count);
      expect(await harness.holdEach(tree.root, count, allOf(tree)), `${count}`).to.equal(true);
      const batch = batchOf(tree, [...tree.rows.keys()]);
      expect(batch[2].filter((word) => word !== ZeroHash)).to.deep.equal([]);
      expect((await harness.holdsAll(tree.root, count, ...batch)).hold, `${count}`).to.equal(true);
    }
  });

  it("has the root that the formula gives", () => {
    const leaf = (tree: SortedTree, index: number): string => {
      const { key, content } = tree.spot(index);
      return solidityPackedKeccak256(["bytes32", "bytes32", "bytes32"], [id("erario.sorted-tree.leaf"), key, content]);
    };
    const node = (left: string, right: string): string =>
      solidityPackedKeccak256(["bytes32", "bytes32"], [left, right]);
    const root = (count: number, top: string): string =>
      solidityPackedKeccak256(["bytes32", "uint256", "bytes32"], [id("erario.sorted-tree.root"), count, top]);
    const [one, three] = [treeOf(1), treeOf(3)];
    expect(SortedTree.of(rowsOf([])).root).to.equal(root(0, ZeroHash));
    expect(one.root).to.equal(root(1, leaf(one, 0)));
    const [left, right] = [node(leaf(three, 0), leaf(three, 1)), node(leaf(three, 2), ZeroHash)];
    expect(three.root).to.equal(root(3, node(left, right)));
  });

  it("has one root whatever the order of the rows (item 87)", () => {
    const keys = Array.from({ length: 30 }, (_, index) => wordOf("key", index));
    const { keys: bytes, contents } = rowsOf(keys);
    const turned = { keys: new Uint8Array(bytes.length), contents: new Uint8Array(bytes.length) };
    for (let row = 0; row < 30; row += 1) {
      turned.keys.set(bytes.subarray(row * 32, row * 32 + 32), (29 - row) * 32);
      turned.contents.set(contents.subarray(row * 32, row * 32 + 32), (29 - row) * 32);
    }
    const [tree, other] = [SortedTree.of({ keys: bytes, contents }), SortedTree.of(turned)];
    expect(other.root).to.equal(tree.root);
    expect([...other.rows]).to.deep.equal([...tree.rows].map((row) => 29 - row));
    expect(allOf(tree).map(({ key }) => key)).to.deep.equal([...keys].sort());
  });
});

describe("SortedTree.holds", () => {
  it("refuses another root, key, content, index or count, and a zero root (items 79, 86)", async () => {
    const harness = await harnessed();
    const tree = treeOf(37);
    const spot = tree.spot(20);
    expect(await harness.holds(tree.root, 37, spot)).to.equal(true);
    const faults: [string, number, Spot][] = [
      [ZeroHash, 37, spot],
      [treeOf(37, "other").root, 37, spot],
      [tree.root, 37, { ...spot, key: tree.key(19) }],
      [tree.root, 37, { ...spot, content: wordOf("other", 0) }],
      [tree.root, 37, { ...spot, index: 21 }],
      [tree.root, 37, { ...spot, index: 20 + 64 }],
      [
        tree.root,
        37,
        { index: 37, key: ZeroHash, content: ZeroHash, path: [tree.leaf(36), ...tree.spot(36).path.slice(1)] },
      ],
      [tree.root, 38, spot],
      [tree.root, 21, spot],
      [tree.root, 0, spot],
    ];
    for (const [root, count, given] of faults) expect(await harness.holds(root, count, given)).to.equal(false);
  });

  it("refuses every other index for a leaf's path", async () => {
    const harness = await harnessed();
    const tree = treeOf(16);
    const others = allOf(tree).flatMap((spot) => allOf(tree).map(({ index }) => ({ ...spot, index })));
    const held = await Promise.all(others.map((spot) => harness.holds(tree.root, 16, spot)));
    expect(held.filter((hold) => hold)).to.have.length(16);
  });

  it("refuses a path that is empty, short, long, turned round or has a sibling swapped (item 86)", async () => {
    const harness = await harnessed();
    const tree = treeOf(37);
    const { path, ...spot } = tree.spot(20);
    const [first = "", second = "", ...rest] = path;
    for (const other of [
      [],
      path.slice(1),
      path.slice(0, -1),
      [...path, ZeroHash],
      [...path, tree.root],
      [...path].reverse(),
      [second, first, ...rest],
    ]) {
      expect(await harness.holds(tree.root, 37, { ...spot, path: other })).to.equal(false);
    }
  });

  it("refuses a node as a leaf, also under the count of its level (item 77)", async () => {
    const harness = await harnessed();
    const tree = treeOf(32);
    const { path } = tree.spot(0);
    const [left, right] = [tree.leaf(0), tree.leaf(1)];
    for (const count of [32, 16]) {
      const node = { index: 0, key: left, content: right, path: path.slice(1) };
      expect(await harness.holds(tree.root, count, node)).to.equal(false);
      expect(await harness.holds(tree.root, count, { ...node, path })).to.equal(false);
    }
    const above = solidityPackedKeccak256(["bytes32", "bytes32"], [left, right]);
    expect((await harness.holdsAll(tree.root, 16, [0], [above], path.slice(1))).hold).to.equal(false);
  });
});

describe("SortedTree.holdsAll", () => {
  it("holds drawn batches of trees of 1 to 70 leaves", async () => {
    const harness = await harnessed();
    for (let count = 1; count <= MOST; count += 1) {
      const tree = treeOf(count);
      const indexes = [...tree.rows.keys()].filter(
        (index) => toBigInt(wordOf("draw", index * MOST + count)) % 3n === 0n,
      );
      if (indexes.length === 0) indexes.push(count - 1);
      expect((await harness.holdsAll(tree.root, count, ...batchOf(tree, indexes))).hold, `${count}`).to.equal(true);
    }
  });

  it("refuses an index twice, indexes that do not ascend, one past the end, and none at all", async () => {
    const harness = await harnessed();
    const tree = treeOf(37);
    const [, leaves, path] = batchOf(tree, [4, 9]);
    for (const indexes of [
      [4, 4],
      [9, 4],
      [4, 37],
      [4, 41],
    ]) {
      expect((await harness.holdsAll(tree.root, 37, indexes, leaves, path)).hold).to.equal(false);
    }
    const twice = [leaves[0]!, ...leaves];
    expect((await harness.holdsAll(tree.root, 37, [4, 4, 9], twice, path)).hold).to.equal(false);
    expect((await harness.holdsAll(tree.root, 37, [], [], [])).hold).to.equal(false);
    expect((await harness.holdsAll(tree.root, 37, [4], leaves, path)).hold).to.equal(false);
  });

  it("refuses a proof with words left over, missing, swapped or changed (items 85, 86)", async () => {
    const harness = await harnessed();
    const tree = treeOf(37);
    const [indexes, leaves, path] = batchOf(tree, [4, 9, 30, 36]);
    expect((await harness.holdsAll(tree.root, 37, indexes, leaves, path)).hold).to.equal(true);
    const [first = "", second = "", ...rest] = path;
    for (const other of [[...path, ZeroHash], path.slice(0, -1), [second, first, ...rest], [first, ...rest], []]) {
      expect((await harness.holdsAll(tree.root, 37, indexes, leaves, other)).hold).to.equal(false);
    }
    for (const index of leaves.keys()) {
      const others = leaves.with(index, wordOf("other", index));
      expect((await harness.holdsAll(tree.root, 37, indexes, others, path)).hold).to.equal(false);
    }
    expect((await harness.holdsAll(ZeroHash, 37, indexes, leaves, path)).hold).to.equal(false);
    expect((await harness.holdsAll(tree.root, 36, indexes, leaves, path)).hold).to.equal(false);
  });
});

describe("SortedTree.lacks", () => {
  it("shows absence before the first leaf, between any two, after the last, and in an empty tree", async () => {
    const harness = await harnessed();
    for (const count of [0, 1, 2, 13]) {
      const tree = treeOf(count);
      const keys = [ZeroHash, ...allOf(tree).map(({ key }) => besides(key, 1n)), `0x${"ff".repeat(32)}`];
      for (const key of keys) expect(await harness.lacks(tree.root, count, key, tree.gap(key))).to.equal(true);
    }
  });

  it("refuses a key that is there, and gaps that are not the key's", async () => {
    const harness = await harnessed();
    const tree = treeOf(13);
    const key = besides(tree.key(6), 1n);
    const gap = tree.gap(key);
    for (const there of [tree.key(0), tree.key(6), tree.key(7), tree.key(12)]) {
      expect(await harness.lacks(tree.root, 13, there, tree.gap(there))).to.equal(false);
      expect(await harness.lacks(tree.root, 13, there, gap)).to.equal(false);
    }
    for (const other of [
      { ...gap, position: 0 },
      { ...gap, position: 13 },
      { ...gap, position: 14 },
      { ...gap, position: 6 },
      { ...gap, right: tree.spot(8) },
      { ...gap, left: tree.spot(5) },
      { ...gap, left: { ...gap.left, key: ZeroHash } },
      { ...gap, right: { ...gap.right, key: `0x${"ff".repeat(32)}` } },
    ]) {
      expect(await harness.lacks(tree.root, 13, key, other)).to.equal(false);
    }
    expect(await harness.lacks(tree.root, 0, key, gap)).to.equal(false);
    expect(await harness.lacks(ZeroHash, 13, key, gap)).to.equal(false);
  });
});

describe("SortedTree.isDisordered", () => {
  it("shows a key that is there twice and two that descend, nothing else", async () => {
    const harness = await harnessed();
    const keys = allOf(treeOf(9)).map(({ key }) => key);
    const swapped = keys.with(3, keys[4]!).with(4, keys[3]!);
    const repeated = keys.with(6, keys[5]!);
    for (const [given, fault] of [
      [swapped, 3],
      [repeated, 5],
      [keys, -1],
    ] as const) {
      const tree = SortedTree.asGiven(rowsOf(given));
      for (let index = 0; index < 8; index += 1) {
        const shown = await harness.isDisordered(tree.root, 9, tree.spot(index), tree.spot(index + 1));
        expect(shown, `${index}`).to.equal(index === fault);
      }
    }
    const tree = SortedTree.asGiven(rowsOf(swapped));
    expect(await harness.isDisordered(tree.root, 9, tree.spot(4), tree.spot(3))).to.equal(false);
    expect(await harness.isDisordered(tree.root, 9, tree.spot(8), tree.spot(0))).to.equal(false);
    const foreign = { ...tree.spot(3), key: `0x${"ff".repeat(32)}` };
    expect(await harness.isDisordered(tree.root, 9, foreign, tree.spot(4))).to.equal(false);
  });

  it("cannot be hidden: the twin refuses a key twice, and names the rows", () => {
    const keys = [3, 1, 2, 1].map((index) => wordOf("key", index));
    expect(() => SortedTree.of(rowsOf(keys)))
      .to.throw()
      .with.property("params")
      .that.deep.equals({ key: keys[1], first: 2, second: 4 });
  });
});
