import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { network } from "hardhat";

import { applicationContent } from "../../scripts/lib/housing/application-tree.ts";
import type { Application } from "../../scripts/lib/housing/application.ts";
import { CALL_STATUS } from "../../scripts/lib/housing/call/call-status.ts";
import { declaredDigest } from "../../scripts/lib/housing/intake/receipts.ts";
import { INTAKE_BOARDS, rulingReport } from "../../scripts/lib/housing/intake/reports.ts";
import { asStruct } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import {
  ana,
  ben,
  benAsked,
  CALL,
  eva,
  faultyCall,
  KIND,
  leo,
  leoShares,
  omit,
  OUT,
  ruling,
  share,
  sol,
  solShares,
  type Faulty,
} from "../helpers/faulty-roll.ts";
import { attest, enterStatus, rule } from "../helpers/intake.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const faultyScene = () => faultyCall(connection);
const faulty = () => networkHelpers.loadFixture(faultyScene);
const at = (status: (typeof CALL_STATUS)[number]) => CALL_STATUS.indexOf(status);

const demand = ({ intake, evidence, stranger }: Faulty, application: Application) =>
  intake.connect(stranger).demand(CALL, evidence(application), asStruct(application));
const answer = ({ intake, roll }: Faulty, ...applications: Application[]) =>
  intake.answer(CALL, ...roll.batch(applications.map(({ nullifier }) => roll.placeOf(nullifier)!)));

describe("IntakeDesk.demand and answer", () => {
  it("ask for a household once, whoever sends it, and show many by one proof", async () => {
    const scene = await faulty();
    const { intake, stranger, office, roll } = scene;
    for (const one of [leoShares, solShares]) {
      await expect(demand(scene, one))
        .to.emit(intake, "InclusionDemanded")
        .withArgs(CALL, stranger, one.nullifier, Object.values(asStruct(one)));
    }
    expect(await intake.getDemand(CALL, leo.nullifier)).to.deep.equal([
      ...[declaredDigest(leoShares), leoShares.score, false],
    ]);
    await expect(demand(scene, leoShares))
      .to.be.revertedWithCustomError(intake, "Intake_Demanded")
      .withArgs(CALL, leo.nullifier);
    await enterStatus(scene, CALL, "answers");
    const answered = answer(scene, leo, sol, ben);
    for (const { nullifier } of [leo, sol]) {
      await expect(answered)
        .to.emit(intake, "DemandAnswered")
        .withArgs(CALL, office, nullifier, roll.placeOf(nullifier));
    }
    await expect(answered).not.to.emit(intake, "ApplicationPut");
    await expect(answer(scene, leo)).to.be.revertedWithCustomError(intake, "Intake_NothingDone").withArgs(CALL);
  });

  it("cost whoever asks more than whoever answers: a flood of demands does not pay", async () => {
    const scene = await faulty();
    let asked = 0n;
    for (const one of [leoShares, solShares]) asked += (await (await demand(scene, one)).wait())!.gasUsed;
    const shown = (await (await answer(scene, leo, sol)).wait())!.gasUsed;
    expect(shown).to.be.lessThan((asked * 3n) / 4n);
  });

  it("take no entry that differs for an answer, nor a false proof, nor anything late", async () => {
    const scene = await faulty();
    const { intake, roll } = scene;
    await demand(scene, benAsked);
    await expect(answer(scene, ben)).to.be.revertedWithCustomError(intake, "Intake_NothingDone").withArgs(CALL);
    const [indexes, applications, path] = roll.batch([roll.placeOf(ben.nullifier)!]);
    for (const [some, proof] of [
      [[asStruct(benAsked)], path],
      [applications, path.slice(1)],
      [[], path],
    ] as const) {
      await expect(intake.answer(CALL, indexes, [...some], [...proof]))
        .to.be.revertedWithCustomError(intake, "Intake_NotProven")
        .withArgs(CALL, ZeroHash);
    }
    await enterStatus(scene, CALL, "correction");
    await expect(answer(scene, ben))
      .to.be.revertedWithCustomError(intake, "Call_Status")
      .withArgs(CALL, at("correction"));
  });
});

describe("IntakeDesk.defaultDemand", () => {
  it("lets what was demanded in vain stand, without the roll's data", async () => {
    const scene = await faulty();
    const { intake, book, office } = scene;
    await demand(scene, ana);
    for (const early of ["challenges", "answers", "sealed"] as const) {
      await enterStatus(scene, CALL, early);
      await expect(intake.defaultDemand(CALL, asStruct(ana)))
        .to.be.revertedWithCustomError(intake, "Call_Status")
        .withArgs(CALL, at(early));
    }
    await enterStatus(scene, CALL, "recheck");
    for (const other of [{ ...ana, score: ana.score + 1n }, { ...ana, eligible: false }, { ...ana, slots: [2] }, eva]) {
      await expect(intake.defaultDemand(CALL, asStruct(other)))
        .to.be.revertedWithCustomError(intake, "Intake_NoDemand")
        .withArgs(CALL, other.nullifier);
    }
    await expect(intake.defaultDemand(CALL, asStruct(ana)))
      .to.emit(intake, "ApplicationPut")
      .withArgs(CALL, office, ana.nullifier, KIND.silence, Object.values(asStruct(ana)));
    expect(await book.stands(CALL, scene.roll.tree.count, asStruct(ana), [])).to.equal(true);
    await expect(intake.defaultDemand(CALL, asStruct(ana)))
      .to.be.revertedWithCustomError(intake, "Intake_Marked")
      .withArgs(CALL, ana.nullifier, KIND.silence);
  });

  it("is refused for a household that was shown, and where something else stands", async () => {
    const scene = await faulty();
    const { intake } = scene;
    await demand(scene, leoShares);
    await answer(scene, leo);
    await demand(scene, ana);
    await omit(scene);
    await enterStatus(scene, CALL, "correction");
    await expect(intake.defaultDemand(CALL, asStruct(leoShares)))
      .to.be.revertedWithCustomError(intake, "Intake_NoDemand")
      .withArgs(CALL, leo.nullifier);
    await expect(intake.defaultDemand(CALL, asStruct(ana)))
      .to.be.revertedWithCustomError(intake, "Intake_Marked")
      .withArgs(CALL, ana.nullifier, KIND.omission);
  });
});

describe("IntakeDesk.rule", () => {
  it("puts another score in the place of the roll's, restores and puts out, each time over what stood", async () => {
    const scene = await faulty();
    const { intake, book, office } = scene;
    await share(scene);
    const restored = { ...leoShares, score: 7n };
    await expect((await rule(scene, CALL, 1, ruling(restored))).send())
      .to.emit(intake, "Ruled")
      .withArgs(CALL, office, leo.nullifier, 1, id("reason"));
    expect(await intake.getFact(CALL, leo.nullifier)).to.deep.equal([
      ...[applicationContent(CALL, 0, restored), BigInt(KIND.ruling), 1n, false],
    ]);
    expect(await book.stands(CALL, scene.roll.tree.count, asStruct(restored), [])).to.equal(true);
    await expect((await rule(scene, CALL, 2, ruling(leoShares, true))).send())
      .to.emit(intake, "HouseholdPutOut")
      .withArgs(CALL, office, leo.nullifier, KIND.ruling);
    expect(await book.markOf(CALL, leo.nullifier)).to.equal(OUT);
    await (await rule(scene, CALL, 1, ruling(ben))).send();
    expect((await intake.getFile(CALL)).facts).to.equal(3);
  });

  it("counts each decision once and in its order, of the reviewers only, with a reason", async () => {
    const scene = await faulty();
    const { intake } = scene;
    const first = await rule(scene, CALL, 1, ruling(ana));
    await first.send();
    const given = { ...ruling(ana), application: asStruct(ana) };
    const ofAnotherCall = await attest(scene, INTAKE_BOARDS.reviewers, rulingReport(id("other"), 2, given));
    for (const again of [
      first.send,
      (await rule(scene, CALL, 3, ruling(ana))).send,
      () => intake.rule(CALL, given, ofAnotherCall),
    ]) {
      await expect(again()).to.be.revertedWithCustomError(intake, "Attestation_FalseSignature");
    }
    const byRoll = await attest(scene, INTAKE_BOARDS.roll, rulingReport(CALL, 2, given));
    await expect(intake.rule(CALL, given, byRoll)).to.be.revertedWithCustomError(intake, "Attestation_NotAMember");
    await expect(intake.rule(CALL, { ...given, reason: ZeroHash }, byRoll))
      .to.be.revertedWithCustomError(intake, "Intake_NoReason")
      .withArgs(CALL, ana.nullifier);
  });

  it("comes later than challenges only about a household with a fact or a demand, and before the answers are over", async () => {
    const scene = await faulty();
    const { intake } = scene;
    await omit(scene);
    await demand(scene, leoShares);
    await enterStatus(scene, CALL, "answers");
    await expect((await rule(scene, CALL, 1, ruling(ben))).send())
      .to.be.revertedWithCustomError(intake, "Call_Status")
      .withArgs(CALL, at("answers"));
    await (await rule(scene, CALL, 1, ruling(ana, true))).send();
    await (await rule(scene, CALL, 1, ruling(leoShares))).send();
    await enterStatus(scene, CALL, "correction");
    await expect((await rule(scene, CALL, 2, ruling(ana))).send())
      .to.be.revertedWithCustomError(intake, "Call_Status")
      .withArgs(CALL, at("correction"));
  });
});
