import { expect } from "chai";
import { id } from "ethers";
import { network } from "hardhat";

import { CALL_STATUS } from "../../scripts/lib/housing/call/call-status.ts";
import { INTAKE_BOARDS } from "../../scripts/lib/housing/intake/reports.ts";
import { asStruct, RollBook } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { ana, ben, CALL, leo, leoShares, max, sol } from "../helpers/faulty-roll.ts";
import { attestRoll, DATA, enterStatus, householdOf, rollOf } from "../helpers/intake.ts";
import { corrected, cureAll, FAULT, provenCall, type Proven } from "../helpers/proven-roll.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const at = (status: (typeof CALL_STATUS)[number]) => CALL_STATUS.indexOf(status);

const provenScene = () => provenCall(connection);
const proven = () => networkHelpers.loadFixture(provenScene);

const settle = async (scene: Proven) => {
  await enterStatus(scene, CALL, "sealed");
  return scene.intake.connect(scene.stranger).settleInputs(CALL);
};
const isFirst = async ({ book, roll }: Proven) => (await book.rootOf(CALL)) === roll.tree.root;

describe("IntakeDesk.correct", () => {
  it("takes one corrected roll, in its time, of a call with a fact", async () => {
    const scene = await proven();
    const { intake, office, right } = scene;
    for (const status of ["answers", "recheck"] as const) {
      await enterStatus(scene, CALL, status);
      await expect(corrected(scene, right))
        .to.be.revertedWithCustomError(intake, "Call_Status")
        .withArgs(CALL, at(status));
    }
    await enterStatus(scene, CALL, "correction");
    const next = rollOf(new RollBook(CALL, right).tree);
    const args = [next.root, next.count, next.membersRoot, next.membersCount, [DATA.digest, DATA.pointer]];
    await expect(attestRoll(scene, CALL, next, true))
      .to.emit(intake, "RollAttested")
      .withArgs(CALL, office, true, args);
    await expect(corrected(scene, [ana]))
      .to.be.revertedWithCustomError(intake, "Intake_Corrected")
      .withArgs(CALL);
    const unharmed = id("unharmed");
    await enterStatus(scene, unharmed, "correction");
    await expect(attestRoll(scene, unharmed, rollOf(new RollBook(unharmed, [ana]).tree), true))
      .to.be.revertedWithCustomError(intake, "Intake_NoFacts")
      .withArgs(unharmed);
  });

  it("refuses the first root again, and leaves the first one in force until the inputs are settled", async () => {
    const scene = await proven();
    await expect(attestRoll(scene, CALL, rollOf(scene.roll.tree), true))
      .to.be.revertedWithCustomError(scene.intake, "Intake_RootUsed")
      .withArgs(CALL, scene.roll.tree.root);
    await cureAll(scene, await corrected(scene, scene.right));
    expect(await isFirst(scene)).to.equal(true);
  });
});

describe("IntakeDesk.settleInputs", () => {
  it("lets the corrected roll count if it has every fact and nothing speaks against it, once", async () => {
    const scene = await proven();
    const { intake, book, stranger, right } = scene;
    const next = await corrected(scene, right);
    await cureAll(scene, next);
    await enterStatus(scene, CALL, "recheck");
    await expect(intake.settleInputs(CALL))
      .to.be.revertedWithCustomError(intake, "Call_Status")
      .withArgs(CALL, at("recheck"));
    expect(await intake.inputsAreFinal(CALL)).to.equal(false);
    await expect(settle(scene)).to.emit(intake, "InputsSettled").withArgs(CALL, stranger, true);
    expect(await intake.inputsAreFinal(CALL)).to.equal(true);
    expect(await book.rootOf(CALL)).to.equal(next.tree.root);
    const { index, application, path } = next.entry(next.placeOf(ana.nullifier)!);
    expect(await book.stands(CALL, index, application, path)).to.equal(true);
    expect(await book.nextIndex(CALL)).to.equal(next.tree.count);
    await expect(intake.settleInputs(CALL)).not.to.emit(intake, "InputsSettled");
  });

  it("leaves the first roll and its facts where the corrected one cures all but one", async () => {
    for (const left of [ana, leo]) {
      const scene = await proven();
      await cureAll(scene, await corrected(scene, scene.right), left.nullifier);
      await expect(settle(scene)).to.emit(scene.intake, "InputsSettled").withArgs(CALL, scene.stranger, false);
      expect(await isFirst(scene)).to.equal(true);
      expect(await scene.book.markOf(CALL, ana.nullifier)).not.to.equal(0n);
    }
  });

  it("leaves them where no correction came, and where a household was not shown and the corrected one lacks it", async () => {
    const none = await proven();
    await expect(settle(none)).to.emit(none.intake, "InputsSettled").withArgs(CALL, none.stranger, false);
    const scene = await proven();
    const { intake, book, evidence, roll } = scene;
    await enterStatus(scene, CALL, "challenges");
    await intake.demand(CALL, evidence(max), asStruct(max));
    await enterStatus(scene, CALL, "correction");
    await cureAll(scene, await corrected(scene, scene.right));
    await enterStatus(scene, CALL, "recheck");
    await intake.defaultDemand(CALL, asStruct(max));
    await expect(settle(scene)).to.emit(intake, "InputsSettled").withArgs(CALL, scene.stranger, false);
    expect(await book.rootOf(CALL)).to.equal(roll.tree.root);
    expect(await book.nextIndex(CALL)).to.equal(roll.tree.count + 4);
  });
});

describe("IntakeDesk.cure", () => {
  it("refuses what the roll does not hold, and what changes nothing", async () => {
    const scene = await proven();
    const { intake, right } = scene;
    const next = await corrected(scene, [
      ...right.filter(({ nullifier }) => nullifier !== ben.nullifier),
      ben,
      leoShares,
    ]);
    const [indexes, applications, path] = next.batch([next.placeOf(ana.nullifier)!]);
    await expect(intake.cure(CALL, indexes, [{ ...applications[0]!, score: 1n }], path)).to.be.revertedWithCustomError(
      intake,
      "Intake_NotProven",
    );
    await expect(intake.cure(CALL, indexes, applications, path))
      .to.emit(intake, "FactCured")
      .withArgs(CALL, ana.nullifier);
    for (const { nullifier } of [ana, ben, leo]) {
      await expect(intake.cure(CALL, ...next.batch([next.placeOf(nullifier)!])))
        .to.be.revertedWithCustomError(intake, "Intake_NothingDone")
        .withArgs(CALL);
    }
    await expect(intake.cureAbsence(CALL, leo.nullifier, next.gap(leo.nullifier)))
      .to.be.revertedWithCustomError(intake, "Intake_NotProven")
      .withArgs(CALL, leo.nullifier);
    await intake.cureAbsence(CALL, sol.nullifier, next.gap(sol.nullifier));
    for (const { nullifier } of [sol, ana, householdOf(8)]) {
      await expect(intake.cureAbsence(CALL, nullifier, next.gap(nullifier)))
        .to.be.revertedWithCustomError(intake, "Intake_NoFact")
        .withArgs(CALL, nullifier);
    }
  });
});

describe("IntakeDesk.objectTo", () => {
  it("is refused, as every refutation, without a correction, after a refutation and when the inputs are final", async () => {
    const scene = await proven();
    const { intake, stranger, boards, right } = scene;
    const [auditor] = boards.get(INTAKE_BOARDS.reviewers)!;
    const object = () => intake.connect(auditor).objectTo(CALL);
    await expect(object()).to.be.revertedWithCustomError(intake, "Intake_NoCorrection").withArgs(CALL, 0);
    await cureAll(scene, await corrected(scene, right));
    await expect(intake.connect(stranger).objectTo(CALL))
      .to.be.revertedWithCustomError(intake, "Intake_NotOnABoard")
      .withArgs(CALL, stranger);
    await expect(object()).to.emit(intake, "CorrectionRefuted").withArgs(CALL, auditor, FAULT.objection);
    await expect(object()).to.be.revertedWithCustomError(intake, "Intake_NoCorrection").withArgs(CALL, FAULT.objection);
    await settle(scene);
    expect(await isFirst(scene)).to.equal(true);
    await expect(object()).to.be.revertedWithCustomError(intake, "Call_Status").withArgs(CALL, at("sealed"));
  });
});
