import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { network } from "hardhat";

import { applicationContent } from "../../scripts/lib/housing/application-tree.ts";
import { CALL_STATUS } from "../../scripts/lib/housing/call/call-status.ts";
import { INTAKE_BOARDS, rollReport } from "../../scripts/lib/housing/intake/reports.ts";
import { asStruct, RollBook } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { attest, attestRoll, enterStatus, rollOf } from "../helpers/intake.ts";
import {
  ana,
  ben,
  benAsked,
  CALL,
  differ,
  faultyCall,
  KIND,
  leo,
  leoShares,
  omit,
  share,
  sol,
} from "../helpers/faulty-roll.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const at = (status: (typeof CALL_STATUS)[number]) => CALL_STATUS.indexOf(status);

const faultyScene = () => faultyCall(connection);
const faulty = () => networkHelpers.loadFixture(faultyScene);

describe("IntakeDesk.attestRoll", () => {
  it("refuses an empty roll, one without data, one that is not signed, and the root of another call", async () => {
    const of = await faulty();
    const { intake, roll } = of;
    const other = id("other call");
    await enterStatus(of, other, "roots");
    const next = rollOf(new RollBook(other, [ana]).tree);
    for (const empty of [
      { ...next, root: ZeroHash },
      { ...next, count: 0 },
      { ...next, data: { digest: ZeroHash, pointer: "" } },
    ]) {
      await expect(attestRoll(of, other, empty))
        .to.be.revertedWithCustomError(intake, "Intake_NoRoot")
        .withArgs(other);
    }
    await expect(attestRoll(of, other, rollOf(roll.tree)))
      .to.be.revertedWithCustomError(intake, "Intake_RootUsed")
      .withArgs(other, roll.tree.root);
    const ofAnotherCall = await attest(of, INTAKE_BOARDS.roll, rollReport(CALL, false, next));
    await expect(intake.attestRoll(other, next, ofAnotherCall)).to.be.revertedWithCustomError(
      intake,
      "Attestation_FalseSignature",
    );
    const few = await attest(of, INTAKE_BOARDS.roll, rollReport(other, false, next), 1);
    await expect(intake.attestRoll(other, next, few)).to.be.revertedWithCustomError(intake, "Attestation_TooFew");
  });

  it("enters the root in the book, and is refused at another time", async () => {
    const of = await faulty();
    const { intake, book, roll, office } = of;
    expect(await book.rootOf(CALL)).to.equal(roll.tree.root);
    expect((await book.getCourse(CALL)).count).to.equal(roll.tree.count);
    await expect(attestRoll(of, CALL, rollOf(new RollBook(CALL, [ana]).tree)))
      .to.be.revertedWithCustomError(intake, "Call_Status")
      .withArgs(CALL, at("challenges"));
    const other = id("other call");
    await enterStatus(of, other, "roots");
    const next = rollOf(new RollBook(other, [ana]).tree);
    await expect(attestRoll(of, other, next))
      .to.emit(intake, "RollAttested")
      .withArgs(other, office, false, [
        ...[next.root, next.count, next.membersRoot, next.membersCount],
        [next.data.digest, next.data.pointer],
      ]);
  });
});

describe("IntakeDesk.proveOmission", () => {
  it("lets what the household declared stand, with the score of its receipt", async () => {
    const scene = await faulty();
    const { intake, book, office, roll } = scene;
    const index = await book.nextIndex(CALL);
    await expect(omit(scene))
      .to.emit(intake, "ApplicationPut")
      .withArgs(CALL, office, ana.nullifier, KIND.omission, Object.values(asStruct(ana)));
    expect(index).to.equal(roll.tree.count);
    expect(await book.stands(CALL, index, asStruct(ana), [])).to.equal(true);
    expect((await intake.getFact(CALL, ana.nullifier)).content).to.equal(applicationContent(CALL, 0, ana));
    expect((await intake.getFile(CALL)).facts).to.equal(1);
  });

  it("refuses an application that is not what the receipt says", async () => {
    const scene = await faulty();
    for (const change of [
      { score: ana.score + 1n },
      { slots: [2] },
      { eligible: false },
      { size: 2 },
      { keepsWaiting: true },
      { attributes: id("a") },
      { members: id("m") },
      { claim: id("c") },
      { nullifier: ben.nullifier },
    ]) {
      await expect(omit(scene, { ...ana, ...change }))
        .to.be.revertedWithCustomError(scene.intake, "Intake_NotDeclared")
        .withArgs(CALL, ana.nullifier);
    }
  });

  it("refuses a household that is there, the gap of another, and a second fact about the same one", async () => {
    const scene = await faulty();
    const { intake, evidence, roll } = scene;
    await expect(omit(scene, leoShares, leoShares))
      .to.be.revertedWithCustomError(intake, "Intake_NotProven")
      .withArgs(CALL, leo.nullifier);
    const elsewhere = { ...roll.gap(ana.nullifier), position: roll.tree.count + 1 };
    await expect(intake.proveOmission(CALL, evidence(ana), asStruct(ana), elsewhere))
      .to.be.revertedWithCustomError(intake, "Intake_NotProven")
      .withArgs(CALL, ana.nullifier);
    await omit(scene);
    await expect(omit(scene))
      .to.be.revertedWithCustomError(intake, "Intake_Marked")
      .withArgs(CALL, ana.nullifier, KIND.omission);
  });

  it("is refused outside the time of challenges, as every fact and every demand", async () => {
    const scene = await faulty();
    const { intake, evidence, roll, members } = scene;
    const [left, right] = [members.spot(0), members.spot(1)];
    for (const status of ["roots", "answers", "sealed"] as const) {
      await enterStatus(scene, CALL, status);
      for (const late of [
        () => omit(scene),
        () => differ(scene),
        () => share(scene),
        () => intake.proveDuplicate(CALL, roll.entry(scene.eva), roll.entry(scene.eva + 1)),
        () => intake.proveDisorder(CALL, roll.tree.spot(0), roll.tree.spot(1)),
        () => intake.provePersonTwice(CALL, left, right, leo.nullifier, sol.nullifier),
        () => intake.demand(CALL, evidence(ana), asStruct(ana)),
      ]) {
        await expect(late()).to.be.revertedWithCustomError(intake, "Call_Status").withArgs(CALL, at(status));
      }
    }
  });
});

describe("IntakeDesk.proveDifference", () => {
  it("lets what the household asked for stand, and not what the roll made of it", async () => {
    const scene = await faulty();
    const { intake, book, office, roll } = scene;
    const { index, application, path } = roll.entry(roll.placeOf(ben.nullifier)!);
    expect(await book.stands(CALL, index, application, path)).to.equal(true);
    await expect(differ(scene))
      .to.emit(intake, "ApplicationPut")
      .withArgs(CALL, office, ben.nullifier, KIND.difference, Object.values(asStruct(benAsked)));
    expect(await book.stands(CALL, index, application, path)).to.equal(false);
    expect(await book.stands(CALL, roll.tree.count, asStruct(benAsked), [])).to.equal(true);
  });

  it("refuses where the roll has what was declared, where another household's entry is shown, and a false proof", async () => {
    const scene = await faulty();
    const { intake, evidence, roll } = scene;
    await expect(differ(scene, leoShares, leoShares)).to.be.revertedWithCustomError(intake, "Intake_NotProven");
    await expect(differ(scene, benAsked, leoShares)).to.be.revertedWithCustomError(intake, "Intake_NotProven");
    const entry = roll.entry(roll.placeOf(ben.nullifier)!);
    for (const false_ of [
      { ...entry, index: entry.index ^ 1 },
      { ...entry, path: entry.path.slice(1) },
      { ...entry, application: { ...entry.application, slots: [9] } },
    ]) {
      await expect(intake.proveDifference(CALL, evidence(benAsked), asStruct(benAsked), false_))
        .to.be.revertedWithCustomError(intake, "Intake_NotProven")
        .withArgs(CALL, ben.nullifier);
    }
  });
});
