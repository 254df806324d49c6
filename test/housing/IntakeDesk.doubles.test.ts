import { expect } from "chai";
import { id } from "ethers";
import { network } from "hardhat";

import { membersDigest } from "../../scripts/lib/housing/application.ts";
import { applicationContent } from "../../scripts/lib/housing/application-tree.ts";
import {
  asStruct,
  evidenceOf,
  sharedMember,
  type Entry,
  type Shared,
} from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { challengedCall, personOf, receiptOf, rule } from "../helpers/intake.ts";
import {
  ana,
  ben,
  CALL,
  eva,
  faultyCall,
  KIND,
  leo,
  leoShares,
  OUT,
  ruling,
  share,
  shared,
  sol,
} from "../helpers/faulty-roll.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const faultyScene = () => faultyCall(connection);
const faulty = () => networkHelpers.loadFixture(faultyScene);

describe("IntakeDesk.proveDuplicate and proveDisorder", () => {
  it("let the lower score stand for a household that is there twice", async () => {
    const scene = await faulty();
    const { intake, roll, office, evaTwice } = scene;
    const [first, second] = [roll.entry(scene.eva), roll.entry(scene.eva + 1)];
    for (const [one, other] of [
      [second, first],
      [first, first],
      [first, roll.entry(roll.placeOf(ben.nullifier)!)],
    ] as const) {
      await expect(intake.proveDuplicate(CALL, one, other)).to.be.revertedWithCustomError(intake, "Intake_NotProven");
    }
    await expect(intake.proveDuplicate(CALL, first, second))
      .to.emit(intake, "ApplicationPut")
      .withArgs(CALL, office, eva.nullifier, KIND.duplicate, Object.values(asStruct(evaTwice)));
    await expect(intake.proveDuplicate(CALL, first, second)).to.be.revertedWithCustomError(intake, "Intake_Marked");
  });

  it("let the earlier stand of equal scores, and refuse a place that does not hold", async () => {
    const of = await faulty();
    const call = id("equal");
    const twice = [eva, { ...eva, slots: [2] }];
    const { roll } = await challengedCall(of, call, twice, [receiptOf(call, eva)]);
    const [first, second] = [roll.entry(0), roll.entry(1)];
    await expect(of.intake.proveDuplicate(call, first, { ...second, index: 2 })).to.be.revertedWithCustomError(
      of.intake,
      "Intake_NotProven",
    );
    await of.intake.proveDuplicate(call, first, second);
    expect((await of.intake.getFact(call, eva.nullifier)).content).to.equal(applicationContent(call, 0, eva));
  });

  it("show disorder, from which nothing follows", async () => {
    const { intake, roll, office, eva: place } = await faulty();
    await expect(intake.proveDisorder(CALL, roll.tree.spot(place), roll.tree.spot(place + 1)))
      .to.emit(intake, "DisorderShown")
      .withArgs(CALL, office, place);
    expect((await intake.getFile(CALL)).facts).to.equal(0);
    await expect(intake.proveDisorder(CALL, roll.tree.spot(0), roll.tree.spot(2))).to.be.revertedWithCustomError(
      intake,
      "Intake_NotProven",
    );
  });
});

describe("IntakeDesk, given a person of two households", () => {
  it("puts both out by the tree of persons", async () => {
    const { intake, book, office, members, persons } = await faulty();
    const place = persons.findIndex(({ persons: [key] }, index) => key === persons[index + 1]?.persons[0]);
    const [left, right] = [members.spot(place), members.spot(place + 1)];
    const [one, other] = [persons[place]!.nullifier, persons[place + 1]!.nullifier];
    for (const [household, second] of [
      [other, one],
      [one, ben.nullifier],
    ] as const) {
      await expect(intake.provePersonTwice(CALL, left, right, household, second))
        .to.be.revertedWithCustomError(intake, "Intake_NotProven")
        .withArgs(CALL, household);
    }
    const proven = intake.provePersonTwice(CALL, left, right, one, other);
    for (const household of [one, other]) {
      await expect(proven).to.emit(intake, "HouseholdPutOut").withArgs(CALL, office, household, KIND.sharedMember);
      expect(await book.markOf(CALL, household)).to.equal(OUT);
    }
    await expect(intake.provePersonTwice(CALL, left, right, one, other))
      .to.be.revertedWithCustomError(intake, "Intake_NothingDone")
      .withArgs(CALL);
  });

  it("puts both out by their lists, and refuses lists that are not theirs", async () => {
    const scene = await faulty();
    const { intake, book, roll } = scene;
    const [one, other] = [roll.entry(roll.placeOf(leo.nullifier)!), roll.entry(roll.placeOf(sol.nullifier)!)];
    const lists = sharedMember(shared, [personOf(5), personOf(40)])!;
    for (const [entry, given] of [
      [other, { ...lists, there: 1 - lists.there }],
      [other, { ...lists, here: 2 }],
      [other, { ...lists, there: 2 }],
      [other, { ...lists, second: [lists.first[lists.here]!], there: 0 }],
      [other, { ...lists, first: [lists.first[lists.here]!], here: 0 }],
      [one, { ...lists, second: lists.first, there: lists.here }],
      [{ ...other, index: 0, path: [] }, lists],
    ] satisfies [Entry, Shared][]) {
      await expect(intake.proveSharedMember(CALL, one, entry, given)).to.be.revertedWithCustomError(
        intake,
        "Intake_NotProven",
      );
    }
    await share(scene);
    for (const { nullifier } of [leo, sol]) expect(await book.markOf(CALL, nullifier)).to.equal(OUT);
    await expect(share(scene)).to.be.revertedWithCustomError(intake, "Intake_NothingDone").withArgs(CALL);
  });

  it("leaves whom the reviewers decided on, and makes nobody safe by a fact of its own", async () => {
    const scene = await faulty();
    const { intake, book, roll } = scene;
    const alsoShares = { ...ana, members: membersDigest([personOf(40)]) };
    const call = id("another");
    const receipts = [receiptOf(call, alsoShares), receiptOf(call, leoShares)];
    const next = await challengedCall(scene, call, [leoShares], receipts);
    const proof = evidenceOf(next.receipts, receipts[0]!);
    await intake.proveOmission(call, proof, asStruct(alsoShares), next.roll.gap(ana.nullifier));
    const put = { index: 1, application: asStruct(alsoShares), path: [] };
    await intake.proveSharedMember(call, put, next.roll.entry(0), sharedMember([personOf(40)], shared)!);
    for (const { nullifier } of [ana, leo]) expect(await book.markOf(call, nullifier)).to.equal(OUT);

    await (await rule(scene, CALL, 1, ruling(leoShares))).send();
    const stands = { index: roll.tree.count, application: asStruct(leoShares), path: [] };
    await intake.proveSharedMember(
      CALL,
      stands,
      roll.entry(roll.placeOf(sol.nullifier)!),
      sharedMember(shared, [personOf(5), personOf(40)])!,
    );
    expect(await book.markOf(CALL, sol.nullifier)).to.equal(OUT);
    expect((await intake.getFact(CALL, leo.nullifier)).kind).to.equal(KIND.ruling);
  });
});
