import { expect } from "chai";
import { network } from "hardhat";

import { membersDigest, type Application } from "../../scripts/lib/housing/application.ts";
import { asStruct, RollBook, sharedMember } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { memberLeaves, memberRows } from "../../scripts/lib/housing/member-tree.ts";
import { SortedTree } from "../../scripts/lib/trees/sorted-tree.ts";
import { ana, ben, benAsked, CALL, eva, leoShares, max, shared, solShares } from "../helpers/faulty-roll.ts";
import { attestRoll, enterStatus, householdOf, personOf, rollOf } from "../helpers/intake.ts";
import { corrected, cureAll, FAULT, provenCall, type Proven } from "../helpers/proven-roll.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const provenScene = () => provenCall(connection);
const proven = () => networkHelpers.loadFixture(provenScene);

type Sent = Promise<unknown>;

/** The corrected roll with every fact, and something else wrong with it, is refuted: the first one stays. */
async function expectRefuted(scene: Proven, next: RollBook, refute: () => Sent, fault: number) {
  const { intake, book, office, roll } = scene;
  await cureAll(scene, next);
  await enterStatus(scene, CALL, "recheck");
  await expect(refute()).to.emit(intake, "CorrectionRefuted").withArgs(CALL, office, fault);
  await enterStatus(scene, CALL, "fallback");
  await expect(intake.settleInputs(CALL)).to.emit(intake, "InputsSettled").withArgs(CALL, office, false);
  expect(await book.rootOf(CALL)).to.equal(roll.tree.root);
  expect(await book.stands(CALL, roll.tree.count, asStruct(ana), [])).to.equal(true);
}

const without = (roll: readonly Application[], { nullifier }: Application) =>
  roll.filter((one) => one.nullifier !== nullifier);
const last = ({ roll }: Proven, { nullifier }: Application) => roll.entry(roll.placeOf(nullifier)!);

describe("IntakeDesk, given a corrected roll that hides a household", () => {
  it("refutes it by the receipt", async () => {
    const scene = await proven();
    const { intake, evidence, right } = scene;
    const next = await corrected(scene, without(right, max));
    const refute = () => intake.refuteByOmission(CALL, evidence(max), next.gap(max.nullifier));
    await expect(intake.refuteByOmission(CALL, evidence(ana), next.gap(ana.nullifier)))
      .to.be.revertedWithCustomError(intake, "Intake_Marked")
      .withArgs(CALL, ana.nullifier, 1);
    await expectRefuted(scene, next, refute, FAULT.omission);
  });

  it("refutes it by the first roll, where it has no receipt", async () => {
    const scene = await proven();
    const { intake, right } = scene;
    const next = await corrected(scene, without(right, max));
    await expect(intake.refuteByLoss(CALL, last(scene, ben), next.gap(ben.nullifier))).to.be.revertedWithCustomError(
      intake,
      "Intake_Marked",
    );
    await expect(
      intake.refuteByLoss(
        CALL,
        { ...last(scene, max), application: asStruct(householdOf(7)) },
        next.gap(householdOf(7).nullifier),
      ),
    ).to.be.revertedWithCustomError(intake, "Intake_NotProven");
    await expectRefuted(
      scene,
      next,
      () => intake.refuteByLoss(CALL, last(scene, max), next.gap(max.nullifier)),
      FAULT.omission,
    );
  });

  it("has nothing to refute where the household is there", async () => {
    const scene = await proven();
    const { intake, evidence, right } = scene;
    const next = await corrected(scene, right);
    const entry = next.entry(next.placeOf(max.nullifier)!);
    const stranger = { ...entry, application: asStruct(householdOf(7)) };
    for (const refute of [
      () => intake.refuteByOmission(CALL, evidence(max), next.gap(max.nullifier)),
      () => intake.refuteByLoss(CALL, last(scene, max), next.gap(max.nullifier)),
      () => intake.refuteByDifference(CALL, evidence(max), entry),
      () => intake.refuteByChange(CALL, last(scene, max), entry),
      () => intake.refuteByChange(CALL, last(scene, max), next.entry(next.placeOf(ana.nullifier)!)),
      () => intake.refuteByAddition(CALL, scene.roll.gap(max.nullifier), entry),
      () => intake.refuteByAddition(CALL, scene.roll.gap(householdOf(7).nullifier), stranger),
      () => intake.refuteByDisorder(CALL, false, next.tree.spot(0), next.tree.spot(1)),
      () => intake.refuteByDisorder(CALL, true, next.tree.spot(0), next.tree.spot(1)),
    ]) {
      await expect(refute()).to.be.revertedWithCustomError(intake, "Intake_NotProven");
    }
  });
});

describe("IntakeDesk, given a corrected roll that says something else", () => {
  it("refutes it by the receipt", async () => {
    const scene = await proven();
    const { intake, evidence, right } = scene;
    const next = await corrected(scene, [...without(right, max), { ...max, slots: [0, 1] }]);
    const entry = next.entry(next.placeOf(max.nullifier)!);
    await expect(intake.refuteByDifference(CALL, evidence(benAsked), entry)).to.be.revertedWithCustomError(
      intake,
      "Intake_Marked",
    );
    await expectRefuted(scene, next, () => intake.refuteByDifference(CALL, evidence(max), entry), FAULT.difference);
  });

  it("refutes another score by the first roll: nobody can bend a score when rulings are over", async () => {
    for (const change of [{ score: max.score + 1n }, { eligible: false }]) {
      const scene = await proven();
      const { intake, right } = scene;
      const next = await corrected(scene, [...without(right, max), { ...max, ...change }]);
      const entry = next.entry(next.placeOf(max.nullifier)!);
      for (const [before, after] of [
        [{ ...last(scene, max), index: 0 }, entry],
        [last(scene, max), { ...entry, index: entry.index ^ 1 }],
      ] as const) {
        await expect(intake.refuteByChange(CALL, before, after)).to.be.revertedWithCustomError(
          intake,
          "Intake_NotProven",
        );
      }
      await expectRefuted(scene, next, () => intake.refuteByChange(CALL, last(scene, max), entry), FAULT.difference);
    }
  });

  it("does not refute what a fact changed", async () => {
    const scene = await proven();
    const { intake, right } = scene;
    const next = await corrected(scene, right);
    const entry = next.entry(next.placeOf(ben.nullifier)!);
    await expect(intake.refuteByChange(CALL, last(scene, ben), entry)).to.be.revertedWithCustomError(
      intake,
      "Intake_Marked",
    );
    await expect(
      intake.refuteByAddition(CALL, scene.roll.gap(ana.nullifier), next.entry(next.placeOf(ana.nullifier)!)),
    ).to.be.revertedWithCustomError(intake, "Intake_Marked");
  });

  it("refutes a household that comes out of nowhere", async () => {
    const scene = await proven();
    const { intake, right, roll } = scene;
    const stranger = householdOf(7);
    const next = await corrected(scene, [...right, stranger]);
    const entry = next.entry(next.placeOf(stranger.nullifier)!);
    const refute = () => intake.refuteByAddition(CALL, roll.gap(stranger.nullifier), entry);
    await expectRefuted(scene, next, refute, FAULT.addition);
  });
});

describe("IntakeDesk, given a corrected roll with somebody twice", () => {
  it("refutes households or persons that do not ascend", async () => {
    const scene = await proven();
    const { intake, right } = scene;
    const [first, second, ...others] = right;
    const next = new RollBook(CALL, [first!, first!, second!, ...others]);
    await attestRoll(scene, CALL, rollOf(next.tree), true);
    const [left, same] = [next.tree.spot(0), next.tree.spot(1)];
    await expectRefuted(scene, next, () => intake.refuteByDisorder(CALL, false, left, same), FAULT.disorder);

    const again = await proven();
    const twice = SortedTree.asGiven(
      memberLeaves(
        CALL,
        memberRows([
          { nullifier: ana.nullifier, persons: [personOf(1)] },
          { nullifier: eva.nullifier, persons: [personOf(1)] },
        ]),
      ),
    );
    const roll = await corrected(again, again.right, twice);
    const refute = () => again.intake.refuteByDisorder(CALL, true, twice.spot(0), twice.spot(1));
    await expectRefuted(again, roll, refute, FAULT.disorder);
  });

  it("refutes two households that name one person", async () => {
    const scene = await proven();
    const { intake, right } = scene;
    const both = [leoShares, { ...solShares, ...householdOf(8), members: membersDigest([personOf(40)]) }];
    const next = await corrected(scene, [...right, ...both]);
    const [one, other] = both.map(({ nullifier }) => next.entry(next.placeOf(nullifier)!));
    const lists = sharedMember(shared, [personOf(40)])!;
    for (const [left, right_, given] of [
      [one, { ...other!, index: 0 }, lists],
      [{ ...one!, index: 0 }, other, lists],
      [one, other, { ...lists, here: 1 - lists.here }],
    ] as const) {
      await expect(intake.refuteBySharedMember(CALL, left!, right_!, given)).to.be.revertedWithCustomError(
        intake,
        "Intake_NotProven",
      );
    }
    await expect(intake.refuteBySharedMember(CALL, one!, other!, lists))
      .to.emit(intake, "CorrectionRefuted")
      .withArgs(CALL, scene.office, FAULT.sharedMember);
  });
});
