import { expect } from "chai";
import { TypedDataEncoder, ZeroAddress, ZeroHash } from "ethers";
import fc from "fast-check";
import { network } from "hardhat";

import { applicationAt, applicationTable } from "../../scripts/lib/housing/application-table.ts";
import { applicationContent, applicationTree } from "../../scripts/lib/housing/application-tree.ts";
import {
  claimDigest,
  firstCleared,
  isWellFormed,
  keyOf,
  membersDigest,
} from "../../scripts/lib/housing/application.ts";
import { drawKeys, keyAt } from "../../scripts/lib/housing/keys.ts";
import { memberRows, memberTree } from "../../scripts/lib/housing/member-tree.ts";
import { ApplicationsHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "../twins/support/agree.ts";
import { application, CALL, digest, score, SEED } from "./support.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new ApplicationsHarness__factory(deployer!).deploy();
}

const KNOWN = 8;
const SEATS = { seats: 1n, taken: 0n, benefit: 0n };
const FIELDS =
  "bytes32 callId,uint256 index,bytes32 nullifier,uint64 score,uint16[] slots,uint16 size,bool keepsWaiting,bool eligible";
const TYPES = {
  Application: `${FIELDS},bytes32 attributes,bytes32 members,bytes32 claim`
    .split(",")
    .map((field) => ({ type: field.split(" ")[0]!, name: field.split(" ")[1]! })),
};

describe("Applications", () => {
  it("digests an application as its twin and as the struct hash of EIP-712", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const cases = fc.record({ index: fc.constantFrom(0, 1, 65_536, 199_999), application });
    await agree(
      cases,
      (batch) =>
        Promise.all(
          batch.map(({ index, application: a }) => contract.contentOf(CALL, index, { ...a, slots: [...a.slots] })),
        ),
      ({ index, application: a }) => {
        const content = applicationContent(CALL, index, a);
        expect(TypedDataEncoder.hashStruct("Application", TYPES, { callId: CALL, index, ...a })).to.equal(content);
        return content;
      },
      0.3,
    );
  });

  it("binds an application to its call and its index: it passes in no other", () => {
    const [one] = fc.sample(application, { numRuns: 1, seed: 2 });
    const contents = [
      applicationContent(CALL, 7, one!),
      applicationContent(CALL, 8, one!),
      applicationContent(SEED, 7, one!),
    ];
    expect(new Set(contents).size).to.equal(3);
  });

  it("agrees with the twin on leaves, keys and the form of lists", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const calls = fc.array(application, { minLength: 1, maxLength: 12 }).map(applicationTable);
    const answers = await agree(
      calls,
      (batch) =>
        Promise.all(
          batch.map(async (table) => {
            const rows = Array.from({ length: table.count }, (_, row) => {
              const a = applicationAt(table, row);
              return { ...a, slots: [...a.slots] };
            });
            const results = await contract.digestsOf(CALL, SEED, KNOWN, rows);
            return results.map(({ leaf, key, wellFormed }) => ({ leaf, key, wellFormed }));
          }),
        ),
      (table) => {
        const tree = applicationTree(CALL, table);
        const keys = drawKeys(table, SEED);
        return Array.from({ length: table.count }, (_, row) => {
          const { score: points, nullifier, slots } = applicationAt(table, row);
          expect(keyAt(keys, row)).to.equal(keyOf(SEED, points, nullifier));
          return { leaf: tree.leaf(row), key: keyAt(keys, row), wellFormed: isWellFormed(slots, KNOWN) };
        });
      },
      0.1,
    );
    expect(new Set(answers.flat().map(({ wellFormed }) => wellFormed)).size).to.equal(2);
  });

  it("finds the first slot that a key clears as the twin does, at the cutoff, one below and one above", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const key = fc
      .tuple(score, fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }))
      .map(([high, low]) => (high << 128n) | low);
    const keys = fc.sample(key, { numRuns: KNOWN, seed: 4 });
    const cutoffs = [0n, 2n ** 192n - 1n, ...keys.slice(2)];
    const offers = cutoffs.map((cutoff, slot) => ({ cutoff, isCommittee: slot % 3 === 2 }));
    await contract.setOffers(offers.map(({ cutoff, isCommittee }) => ({ ...SEATS, cutoff, committees: isCommittee })));
    const [base] = fc.sample(application, { numRuns: 1, seed: 1 });
    const near = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(-1n, 0n, 1n)).map(([at, off]) => at + off);
    const cases = fc.record({
      slots: fc.array(fc.oneof(fc.nat(KNOWN + 1), fc.constant(65_535)), { maxLength: 10 }),
      size: fc.constantFrom(1, 1, 1, 2, 2, 0),
      key: fc.oneof(near, key).filter((drawn) => drawn >= 0n),
    });
    const positions = await agree(
      cases,
      async (batch) =>
        (
          await contract.firstCleared(
            batch.map(({ slots, size }) => ({ ...base!, slots, size })),
            batch.map((one) => one.key),
          )
        ).map(Number),
      (one) => firstCleared(one, one.key, offers),
    );
    expect(new Set(positions).size).to.be.above(6);
  });

  it("refuses what a leaf cannot hold, where typed arrays would cut it", () => {
    const [sound] = fc.sample(application, { numRuns: 1, seed: 1 });
    const wrong = [
      { score: 2n ** 64n },
      { score: -1n },
      { slots: [65_536] },
      { slots: [0.5] },
      { slots: Array.from({ length: 11 }, (_, slot) => slot) },
      { size: 65_536 },
      { size: 0 },
      { claim: "0x00" },
      { nullifier: `0x${"AB".repeat(32)}` },
    ];
    for (const part of wrong) expect(() => applicationTable([{ ...sound!, ...part }])).to.throw("application-range");
    expect(applicationTable([sound!]).count).to.equal(1);
  });

  it("agrees with the twin on members, their leaves and claims", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const persons = [...new Set(fc.sample(digest, { numRuns: 40, seed: 9 }))];
    const households = [persons.slice(0, 1), persons.slice(1, 5), persons.slice(5)].map((list, index) => ({
      nullifier: keyOf(SEED, BigInt(index), ZeroHash).toString(16).padStart(64, "0").replace(/^/, "0x"),
      persons: list,
    }));
    const tree = memberTree(CALL, memberRows(households));
    for (const { nullifier, persons: list } of households) {
      expect(await contract.membersOf([...list].sort())).to.equal(membersDigest(list));
      for (const person of list) {
        const { key, content } = tree.spot(tree.positionOf(person));
        expect([key, content]).to.deep.equal([person, await contract.memberOf(CALL, person, nullifier)]);
      }
    }
    expect(await contract.claimOf(ZeroAddress)).to.equal(claimDigest(ZeroAddress));
    expect(() => memberTree(CALL, memberRows([...households, households[0]!]))).to.throw("tree-key-repeated");
  });
});
