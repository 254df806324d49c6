import { expect } from "chai";
import { id as hashOf, ZeroAddress, ZeroHash } from "ethers";
import { network } from "hardhat";

import * as rotation from "../helpers/rotation.ts";
import { ROTATION } from "../helpers/rotation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const REASON = hashOf("identity proven before a notary");

const rotatableSupplier = async () => rotation.rotatableSupplier(connection);
const proposedRotation = async () => rotation.proposedRotation(connection);
const proposedRecovery = async () => rotation.proposedRecovery(connection);

async function contestedRotation() {
  const fixture = await proposedRotation();
  await fixture.registry.connect(fixture.accreditor).vetoRotation(fixture.entity);
  return { ...fixture, contestedAt: BigInt(await time.latest()) };
}

async function contestedRecovery() {
  const fixture = await proposedRecovery();
  await fixture.registry.connect(fixture.supplier).vetoRecovery(fixture.entity);
  return { ...fixture, contestedAt: BigInt(await time.latest()) };
}

describe("Registry.vetoRecovery", () => {
  describe("when the caller is not the entity's account", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(proposedRecovery);
      await expect(registry.connect(fresh).vetoRecovery(entity))
        .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
        .withArgs(fresh.address, supplier.address);
    });
  });

  describe("when the pending proposal is the owner's own", () => {
    it("reverts", async () => {
      const { registry, entity, supplier } = await networkHelpers.loadFixture(proposedRotation);
      await expect(registry.connect(supplier).vetoRecovery(entity))
        .to.be.revertedWithCustomError(registry, "Registry_NoRotation")
        .withArgs(entity);
    });
  });

  describe("when the owner has objected already", () => {
    it("reverts", async () => {
      const { registry, entity, supplier } = await networkHelpers.loadFixture(contestedRecovery);
      await expect(registry.connect(supplier).vetoRecovery(entity))
        .to.be.revertedWithCustomError(registry, "Registry_RotationContested")
        .withArgs(entity);
    });
  });

  describe("when the proposal may already be accepted", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, proposedAt } = await networkHelpers.loadFixture(proposedRecovery);
      const acceptableFrom = proposedAt + ROTATION.delay;
      await time.setNextBlockTimestamp(acceptableFrom);
      await expect(registry.connect(supplier).vetoRecovery(entity))
        .to.be.revertedWithCustomError(registry, "Registry_TooLateToContest")
        .withArgs(entity, acceptableFrom);
    });
  });

  describe("when the owner objects in the last second", () => {
    it("calls the second office, and payments go on waiting", async () => {
      const { registry, entity, supplier, proposedAt } = await networkHelpers.loadFixture(proposedRecovery);
      const at = proposedAt + ROTATION.delay - 1n;
      await time.setNextBlockTimestamp(at);
      await expect(registry.connect(supplier).vetoRecovery(entity))
        .to.emit(registry, "RotationContested")
        .withArgs(entity, supplier.address, at + ROTATION.decision);
      expect(await registry.payeeOf(entity)).to.equal(ZeroAddress);
    });
  });
});

describe("Registry.vetoRotation", () => {
  describe("when a stranger calls", () => {
    it("reverts", async () => {
      const { registry, entity, stranger } = await networkHelpers.loadFixture(proposedRotation);
      await expect(registry.connect(stranger).vetoRotation(entity))
        .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
        .withArgs(stranger.address);
    });
  });

  describe("when nothing is pending, or the pending proposal is the office's own", () => {
    it("reverts", async () => {
      const idle = await networkHelpers.loadFixture(rotatableSupplier);
      await expect(idle.registry.connect(idle.accreditor).vetoRotation(idle.entity))
        .to.be.revertedWithCustomError(idle.registry, "Registry_NoRotation")
        .withArgs(idle.entity);
      const recovery = await networkHelpers.loadFixture(proposedRecovery);
      await expect(recovery.registry.connect(recovery.accreditor).vetoRotation(recovery.entity))
        .to.be.revertedWithCustomError(recovery.registry, "Registry_NoRotation")
        .withArgs(recovery.entity);
    });
  });

  describe("when the office objects", () => {
    it("calls the second office", async () => {
      const { registry, entity, accreditor, proposedAt } = await networkHelpers.loadFixture(proposedRotation);
      await time.setNextBlockTimestamp(proposedAt + 60n);
      await expect(registry.connect(accreditor).vetoRotation(entity))
        .to.emit(registry, "RotationContested")
        .withArgs(entity, accreditor.address, proposedAt + 60n + ROTATION.decision);
    });
  });
});

describe("Registry.decideRotation", () => {
  describe("when the office that proposed or objected calls", () => {
    it("reverts", async () => {
      const { registry, entity, accreditor } = await networkHelpers.loadFixture(contestedRotation);
      await expect(registry.connect(accreditor).decideRotation(entity, true, REASON))
        .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
        .withArgs(accreditor.address);
    });
  });

  describe("when no reason is given", () => {
    it("reverts", async () => {
      const { registry, entity, registryAppeals } = await networkHelpers.loadFixture(contestedRotation);
      await expect(registry.connect(registryAppeals).decideRotation(entity, true, ZeroHash))
        .to.be.revertedWithCustomError(registry, "Registry_NoReason")
        .withArgs(entity);
    });
  });

  describe("when nobody has objected, or the deadline has passed", () => {
    it("reverts", async () => {
      const pending = await networkHelpers.loadFixture(proposedRotation);
      await expect(pending.registry.connect(pending.registryAppeals).decideRotation(pending.entity, true, REASON))
        .to.be.revertedWithCustomError(pending.registry, "Registry_RotationNotContested")
        .withArgs(pending.entity);
      const late = await networkHelpers.loadFixture(contestedRotation);
      await time.setNextBlockTimestamp(late.contestedAt + ROTATION.decision + 1n);
      await expect(late.registry.connect(late.registryAppeals).decideRotation(late.entity, true, REASON))
        .to.be.revertedWithCustomError(late.registry, "Registry_RotationNotContested")
        .withArgs(late.entity);
    });
  });

  describe("given the owner objected to a recovery", () => {
    describe("when the second office approves in its last second", () => {
      it("may be accepted at once, cannot be contested again, and lapses like any other", async () => {
        const { registry, entity, registryAppeals, supplier, fresh, contestedAt } =
          await networkHelpers.loadFixture(contestedRecovery);
        const at = contestedAt + ROTATION.decision;
        await time.setNextBlockTimestamp(at);
        await expect(registry.connect(registryAppeals).decideRotation(entity, true, REASON))
          .to.emit(registry, "RotationDecided")
          .withArgs(entity, registryAppeals.address, true, REASON);
        expect((await registry.getEntity(entity)).rotationEndsAt).to.equal(at + ROTATION.acceptance);
        await expect(registry.connect(supplier).vetoRecovery(entity))
          .to.be.revertedWithCustomError(registry, "Registry_TooLateToContest")
          .withArgs(entity, at);
        await registry.connect(fresh).acceptRotation(entity);
        expect(await registry.accountOf(entity)).to.equal(fresh.address);
      });
    });

    describe("when the second office approves before the delay of the proposal has passed", () => {
      it("shortens nothing: the account changes no sooner than without the objection, and lapses as late", async () => {
        const { registry, entity, registryAppeals, supplier, fresh, proposedAt } =
          await networkHelpers.loadFixture(contestedRecovery);
        await registry.connect(registryAppeals).decideRotation(entity, true, REASON);
        const acceptableFrom = proposedAt + ROTATION.delay;
        expect(await registry.getRotation(entity)).to.deep.equal([fresh.address, acceptableFrom, true, false]);
        expect((await registry.getEntity(entity)).rotationEndsAt).to.equal(acceptableFrom + ROTATION.acceptance);
        await time.setNextBlockTimestamp(acceptableFrom - 1n);
        await expect(registry.connect(fresh).acceptRotation(entity))
          .to.be.revertedWithCustomError(registry, "Registry_RotationNotDue")
          .withArgs(entity, acceptableFrom);
        expect(await registry.payeeOf(entity)).to.equal(ZeroAddress);
        await time.setNextBlockTimestamp(acceptableFrom);
        await expect(registry.connect(fresh).acceptRotation(entity))
          .to.emit(registry, "AccountRotated")
          .withArgs(entity, fresh.address, supplier.address);
      });
    });

    describe("when the second office refuses", () => {
      it("pays the owner again at once and makes the office wait", async () => {
        const { registry, entity, accreditor, registryAppeals, supplier, fresh } =
          await networkHelpers.loadFixture(contestedRecovery);
        await expect(registry.connect(registryAppeals).decideRotation(entity, false, REASON))
          .to.emit(registry, "RotationDecided")
          .withArgs(entity, registryAppeals.address, false, REASON);
        const decidedAt = BigInt(await time.latest());
        expect(await registry.payeeOf(entity)).to.equal(supplier.address);
        await expect(registry.connect(accreditor).proposeRecovery(entity, fresh))
          .to.be.revertedWithCustomError(registry, "Registry_RotationTooSoon")
          .withArgs(entity, decidedAt + ROTATION.cooldown);
      });
    });

    describe("when the second office stays silent", () => {
      it("is refused: the owner is paid again and the proposed account cannot accept", async () => {
        const { registry, entity, supplier, fresh, contestedAt } = await networkHelpers.loadFixture(contestedRecovery);
        await time.increaseTo(contestedAt + ROTATION.decision);
        expect(await registry.payeeOf(entity)).to.equal(ZeroAddress);
        await time.increaseTo(contestedAt + ROTATION.decision + 1n);
        expect(await registry.payeeOf(entity)).to.equal(supplier.address);
        await expect(registry.connect(fresh).acceptRotation(entity))
          .to.be.revertedWithCustomError(registry, "Registry_NoRotation")
          .withArgs(entity);
      });
    });
  });

  describe("given the office objected to a thief's proposal", () => {
    describe("when the second office refuses it", () => {
      it("lets the office recover the entity at once, and the thief's veto only calls the second office", async () => {
        const { registry, entity, accreditor, registryAppeals, supplier, factor, fresh } =
          await networkHelpers.loadFixture(contestedRotation);
        await registry.connect(registryAppeals).decideRotation(entity, false, REASON);
        await expect(registry.connect(accreditor).proposeRecovery(entity, factor)).to.be.revertedWithCustomError(
          registry,
          "Registry_AccountTaken",
        );
        await registry.connect(accreditor).proposeRecovery(entity, fresh);
        await registry.connect(supplier).vetoRecovery(entity);
        await registry.connect(registryAppeals).decideRotation(entity, true, REASON);
        await time.increase(ROTATION.delay);
        await registry.connect(fresh).acceptRotation(entity);
        expect(await registry.payeeOf(entity)).to.equal(fresh.address);
      });
    });
  });

  describe("given the owner's own proposal is contested", () => {
    describe("when the owner takes it back", () => {
      it("reverts, so that a stolen key cannot free what waits", async () => {
        const { registry, entity, supplier } = await networkHelpers.loadFixture(contestedRotation);
        await expect(registry.connect(supplier).cancelRotation(entity))
          .to.be.revertedWithCustomError(registry, "Registry_RotationContested")
          .withArgs(entity);
      });
    });
  });
});
