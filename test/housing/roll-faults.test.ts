import { expect } from "chai";
import { id } from "ethers";
import fc from "fast-check";
import { network } from "hardhat";

import { membersDigest, type Application } from "../../scripts/lib/housing/application.ts";
import { receiptTree, type Declaration, type Receipt } from "../../scripts/lib/housing/intake/receipts.ts";
import { rollFaults, type RollFault } from "../../scripts/lib/housing/intake/roll-faults.ts";
import { asReceived, correctedRoll, factsOf } from "../../scripts/lib/housing/intake/roll-facts.ts";
import {
  asStruct,
  evidenceOf,
  RollBook,
  sharedMember,
  type Entry,
} from "../../scripts/lib/housing/intake/roll-proofs.ts";
import {
  attestRoll,
  byNullifier,
  challengedCall,
  enterStatus,
  householdOf,
  intakeScene,
  personOf,
  receiptOf,
  rollOf,
  type IntakeScene,
} from "../helpers/intake.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const ready = () => intakeScene(connection);

const TABLES = 16;
const SEED = 11;

/** What became of a household's application: whether it has a receipt, how it is in the roll, and its persons. */
const fate = fc.record({
  hasReceipt: fc.constantFrom(true, true, true, false),
  entries: fc.constantFrom(...(["same", "same", "none", "otherList", "otherScore", "twice", "twiceOther"] as const)),
  persons: fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 2 }),
});
type Fate = typeof fate extends fc.Arbitrary<infer F> ? F : never;

function tableOf(callId: string, fates: readonly Fate[]) {
  const persons = new Map<string, string[]>();
  const declarations = new Map<string, Declaration>();
  const receipts = new Map<string, Receipt>();
  const roll: Application[] = [];
  fates.forEach(({ hasReceipt, entries, persons: numbers }, number) => {
    const list = numbers.map(personOf);
    const asked = householdOf(number + 1, { members: membersDigest(list) });
    persons.set(asked.nullifier, list);
    if (hasReceipt) {
      declarations.set(asked.nullifier, asked);
      receipts.set(asked.nullifier, receiptOf(callId, asked));
    }
    const otherList = { ...asked, slots: [7, 8] };
    const otherScore = { ...asked, score: asked.score - 1n };
    const found = {
      ...{ none: [], same: [asked], otherList: [otherList], otherScore: [otherScore] },
      ...{ twice: [asked, otherScore], twiceOther: [otherList, asked] },
    };
    roll.push(...found[entries]);
  });
  return { persons, declarations, receipts, roll: byNullifier(roll) };
}
type Table = ReturnType<typeof tableOf>;
type Call = Awaited<ReturnType<typeof challengedCall>>;

/** Every fault that could be in a roll of this length, true or not. */
function conceivable({ roll, receipts, persons }: Table): RollFault[] {
  const places = roll.map((_, index) => index);
  const pairs = places.flatMap((one) => places.slice(one + 1).map((other) => [one, other] as const));
  const listOf = (index: number) => persons.get(roll[index]!.nullifier)!;
  return [
    ...[...receipts.values()].flatMap((receipt): RollFault[] => [
      { kind: "omission", receipt },
      ...places.map((index): RollFault => ({ kind: "difference", receipt, index })),
    ]),
    ...pairs.map(([first, second]): RollFault => ({ kind: "duplicate", first, second })),
    ...places.slice(1).map((index): RollFault => ({ kind: "disorder", index: index - 1 })),
    ...pairs.flatMap(([one, other]) =>
      listOf(one).map((person): RollFault => ({ kind: "sharedMember", person, one, other })),
    ),
  ];
}

/** The transaction that proves a fault; `entry` says where an application stands by now. */
function proofOf(
  { intake }: IntakeScene,
  callId: string,
  { declarations, persons, roll }: Table,
  call: Call,
  fault: RollFault,
  entry: (index: number) => Entry,
) {
  if (fault.kind === "omission" || fault.kind === "difference") {
    const { receipt } = fault;
    const asked = asStruct(asReceived(declarations.get(receipt.nullifier)!, receipt));
    const evidence = evidenceOf(call.receipts, receipt);
    return fault.kind === "omission"
      ? intake.proveOmission.populateTransaction(callId, evidence, asked, call.roll.gap(receipt.nullifier))
      : intake.proveDifference.populateTransaction(callId, evidence, asked, entry(fault.index));
  }
  if (fault.kind === "duplicate") {
    return intake.proveDuplicate.populateTransaction(callId, entry(fault.first), entry(fault.second));
  }
  if (fault.kind === "disorder") {
    const [left, right] = [call.roll.tree.spot(fault.index), call.roll.tree.spot(fault.index + 1)];
    return intake.proveDisorder.populateTransaction(callId, left, right);
  }
  if (fault.kind !== "sharedMember") throw new TypeError(`no code decides on ${fault.kind}`);
  const [one, other] = [fault.one, fault.other].map((index) => [...persons.get(roll[index]!.nullifier)!].sort());
  const given = { first: one!, second: other!, here: one!.indexOf(fault.person), there: other!.indexOf(fault.person) };
  const lists = given.there < 0 ? { ...given, there: 0 } : given;
  return intake.proveSharedMember.populateTransaction(callId, entry(fault.one), entry(fault.other), lists);
}

const householdsOf = (fault: RollFault, roll: readonly Application[]): string[] => {
  if (fault.kind === "omission" || fault.kind === "difference") return [fault.receipt.nullifier];
  if (fault.kind === "duplicate") return [roll[fault.first]!.nullifier];
  return fault.kind === "sharedMember" ? [fault.one, fault.other].map((index) => roll[index]!.nullifier) : [];
};

/** The application that a single proof puts. */
const provenBy = (fault: RollFault, { roll, declarations }: Table): Application =>
  [...factsOf([fault], roll, declarations).values()][0]!;

/** Proves all faults one after another, and corrects the roll: the corrected one counts, and nothing is wrong with it that a fact says. */
async function expectCorrected(scene: IntakeScene, callId: string, table: Table, call: Call, faults: RollFault[]) {
  const { intake, book, office } = scene;
  const { roll, declarations } = table;
  const facts = factsOf(faults, roll, declarations);
  const put = new Map<string, Entry>();
  const standing = (index: number) => put.get(roll[index]!.nullifier) ?? call.roll.entry(index);
  const known = new Set<string>();
  for (const fault of faults) {
    const index = Number(await book.nextIndex(callId));
    const entry = fault.kind === "sharedMember" ? standing : (place: number) => call.roll.entry(place);
    const sent = await proofOf(scene, callId, table, call, fault, entry);
    const about = householdsOf(fault, roll);
    const isKnown = about.every((nullifier) => known.has(nullifier)) && about.length > 0;
    if (isKnown && fault.kind !== "sharedMember") {
      await expect(office.sendTransaction(sent)).to.be.revertedWithCustomError(intake, "Intake_Marked");
      continue;
    }
    await office.sendTransaction(sent).catch((error: unknown) => {
      if (fault.kind !== "sharedMember" || !isKnown) throw error;
    });
    for (const nullifier of about) {
      known.add(nullifier);
      if (fault.kind === "sharedMember") put.delete(nullifier);
      else put.set(nullifier, { index, application: asStruct(provenBy(fault, table)), path: [] });
    }
  }
  expect(known).to.deep.equal(new Set(facts.keys()));
  await enterStatus(scene, callId, "correction");
  const right = correctedRoll(roll, facts);
  if (facts.size > 0 && right.length > 0) {
    const next = new RollBook(callId, right);
    await attestRoll(scene, callId, rollOf(next.tree), true);
    const there = [...facts].flatMap(([nullifier, one]) => (one === undefined ? [] : [next.placeOf(nullifier)!]));
    if (there.length > 0) await intake.cure(callId, ...next.batch(there));
    for (const [nullifier, application] of facts) {
      if (application === undefined) await intake.cureAbsence(callId, nullifier, next.gap(nullifier));
    }
    expect(rollFaults(right, table.receipts, table.persons).filter(({ kind }) => kind === "duplicate")).to.deep.equal(
      [],
    );
  }
  await enterStatus(scene, callId, "sealed");
  await intake.settleInputs(callId);
  const isCorrected = facts.size > 0 && right.length > 0;
  expect(await book.rootOf(callId)).to.equal(isCorrected ? new RollBook(callId, right).tree.root : call.roll.tree.root);
}

const textOf = (fault: RollFault): string =>
  Object.values(fault)
    .map((value: string | number | Receipt) => (typeof value === "object" ? value.nullifier : value))
    .join(" ");
const isDecided = ({ kind }: RollFault): boolean => kind !== "members" && kind !== "score" && kind !== "noReceipt";

describe("rollFaults", () => {
  it("finds in random rolls what the contract takes a proof of, nothing else, and the right correction", async () => {
    const scene = await networkHelpers.loadFixture(ready);
    const { intake, office } = scene;
    const seen = new Set<string>();
    const tables = fc.sample(fc.array(fate, { minLength: 1, maxLength: 5 }), { numRuns: TABLES, seed: SEED });
    for (const [number, fates] of tables.entries()) {
      const callId = id(`table ${number}`);
      const table = tableOf(callId, fates);
      const { roll, receipts, persons } = table;
      if (roll.length === 0) continue;
      const call = await challengedCall(scene, callId, roll, [...receipts.values()]);
      const faults = rollFaults(roll, receipts, persons).filter(isDecided);
      const true_ = new Set(faults.map(textOf));
      const first = (index: number) => call.roll.entry(index);
      for (const fault of conceivable(table)) {
        const sent = await proofOf(scene, callId, table, call, fault, first);
        const holds = await office.call(sent).then(
          () => true,
          () => false,
        );
        expect(holds, `${number}: ${textOf(fault)}`).to.equal(true_.has(textOf(fault)));
        if (holds) seen.add(fault.kind);
      }
      await expectCorrected(scene, callId, table, call, faults);
      expect((await intake.getFile(callId)).isSettled).to.equal(true);
    }
    expect([...seen].sort()).to.deep.equal(["difference", "disorder", "duplicate", "omission", "sharedMember"]);
  });

  it("names what no code on the chain decides, and a roll that descends", () => {
    const callId = id("table");
    const [one, two, three] = byNullifier([1, 2, 3].map((number) => householdOf(number)));
    const receipts = new Map([one!, two!].map((of) => [of.nullifier, receiptOf(callId, of)]));
    const roll = [one!, { ...two!, score: 0n }, three!];
    const persons = new Map([[three!.nullifier, [personOf(99)]]]);
    const receipt = receipts.get(two!.nullifier);
    expect(rollFaults(roll, receipts, persons)).to.deep.equal([
      { kind: "score", receipt, index: 1 },
      { kind: "noReceipt", index: 2 },
      { kind: "members", index: 2 },
    ]);
    expect(rollFaults([three!, two!, one!], new Map()).filter(({ kind }) => kind === "disorder")).to.deep.equal([
      { kind: "disorder", index: 0 },
      { kind: "disorder", index: 1 },
    ]);
  });
});

describe("roll proofs", () => {
  it("have no entry where there is none, nor a shared person, nor a path of a receipt that is not there", () => {
    const roll = new RollBook(id("table"), [householdOf(1)]);
    expect(() => roll.entry(1)).to.throw(RangeError);
    expect(roll.placeOf(householdOf(2).nullifier)).to.equal(undefined);
    expect(sharedMember([personOf(1)], [personOf(2)])).to.equal(undefined);
    const tree = receiptTree([receiptOf(id("table"), householdOf(1), { nullifier: `0x${"0".repeat(64)}` })]);
    expect(evidenceOf(tree, receiptOf(id("table"), householdOf(2)))).to.include({ index: 1 });
  });
});
