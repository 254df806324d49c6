import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import * as rotation from "../helpers/rotation.ts";
import { ROTATION } from "../helpers/rotation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const rotatableSupplier = async () => rotation.rotatableSupplier(connection);
const proposedRotation = async () => rotation.proposedRotation(connection);
const proposedRecovery = async () => rotation.proposedRecovery(connection);

describe("Registry.proposeRotation", () => {
  describe("when the caller is not the entity's account", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(rotatableSupplier);
      await expect(registry.connect(fresh).proposeRotation(entity, fresh))
        .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
        .withArgs(fresh.address, supplier.address);
    });
  });

  describe("when a change is pending", () => {
    it("reverts, also in its last second", async () => {
      const { registry, entity, supplier, fresh, proposedAt } = await networkHelpers.loadFixture(proposedRotation);
      const endsAt = proposedAt + ROTATION.delay + ROTATION.acceptance;
      await time.setNextBlockTimestamp(endsAt);
      await expect(registry.connect(supplier).proposeRotation(entity, fresh))
        .to.be.revertedWithCustomError(registry, "Registry_RotationPending")
        .withArgs(entity, endsAt);
    });
  });

  describe("when the owner's last proposal failed less than the cooldown ago", () => {
    it("reverts; afterwards it is possible", async () => {
      const { registry, entity, supplier, fresh, proposedAt } = await networkHelpers.loadFixture(proposedRotation);
      const notBefore = proposedAt + ROTATION.delay + ROTATION.acceptance + ROTATION.cooldown + 1n;
      await time.setNextBlockTimestamp(notBefore - 1n);
      await expect(registry.connect(supplier).proposeRotation(entity, fresh))
        .to.be.revertedWithCustomError(registry, "Registry_RotationTooSoon")
        .withArgs(entity, notBefore);
      await time.setNextBlockTimestamp(notBefore);
      await expect(registry.connect(supplier).proposeRotation(entity, fresh)).to.emit(registry, "RotationProposed");
    });
  });

  describe("when the proposed account is nobody's or another entity's", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, factor, other } = await networkHelpers.loadFixture(rotatableSupplier);
      await expect(registry.connect(supplier).proposeRotation(entity, ZeroAddress))
        .to.be.revertedWithCustomError(registry, "Registry_AccountTaken")
        .withArgs(ZeroAddress, 0n);
      await expect(registry.connect(supplier).proposeRotation(entity, factor))
        .to.be.revertedWithCustomError(registry, "Registry_AccountTaken")
        .withArgs(factor.address, other);
      await expect(registry.connect(supplier).proposeRotation(entity, supplier))
        .to.be.revertedWithCustomError(registry, "Registry_AccountTaken")
        .withArgs(supplier.address, entity);
    });
  });

  describe("when the owner proposes a free account", () => {
    it("is pending, and payments have no account", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(rotatableSupplier);
      const now = BigInt(await time.latest()) + 100n;
      const acceptableFrom = now + ROTATION.delay;
      await time.setNextBlockTimestamp(now);
      await expect(registry.connect(supplier).proposeRotation(entity, fresh))
        .to.emit(registry, "RotationProposed")
        .withArgs(entity, supplier.address, fresh.address, false, acceptableFrom, acceptableFrom + ROTATION.acceptance);
      expect(await registry.getRotation(entity)).to.deep.equal([fresh.address, acceptableFrom, false, false]);
      expect(await registry.payeeOf(entity)).to.equal(ZeroAddress);
      expect(await registry.accountOf(entity)).to.equal(supplier.address);
    });
  });
});

describe("Registry.proposeRecovery", () => {
  describe("when a stranger calls", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(rotatableSupplier);
      await expect(registry.connect(supplier).proposeRecovery(entity, fresh))
        .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
        .withArgs(supplier.address);
    });
  });

  describe("when the entity is unknown", () => {
    it("reverts", async () => {
      const { registry, accreditor, fresh } = await networkHelpers.loadFixture(rotatableSupplier);
      await expect(registry.connect(accreditor).proposeRecovery(9n, fresh))
        .to.be.revertedWithCustomError(registry, "Registry_UnknownEntity")
        .withArgs(9n);
    });
  });

  describe("when the owner's proposal is pending", () => {
    it("takes its place, while payments go on waiting", async () => {
      const { registry, entity, accreditor, fresh } = await networkHelpers.loadFixture(proposedRotation);
      await registry.connect(accreditor).proposeRecovery(entity, fresh);
      const rotation = await registry.getRotation(entity);
      expect([rotation.proposed, rotation.byOffice, rotation.contested]).to.deep.equal([fresh.address, true, false]);
      expect(await registry.payeeOf(entity)).to.equal(ZeroAddress);
    });
  });

  describe("when the office's own proposal failed less than the cooldown ago", () => {
    it("reverts", async () => {
      const { registry, entity, accreditor, fresh, proposedAt } = await networkHelpers.loadFixture(proposedRecovery);
      const endsAt = proposedAt + ROTATION.delay + ROTATION.acceptance;
      await time.increaseTo(endsAt + 1n);
      await expect(registry.connect(accreditor).proposeRecovery(entity, fresh))
        .to.be.revertedWithCustomError(registry, "Registry_RotationTooSoon")
        .withArgs(entity, endsAt + ROTATION.cooldown + 1n);
    });
  });

  describe("when it was the owner's proposal that failed", () => {
    it("is possible at once: a cooldown binds its own side", async () => {
      const { registry, entity, accreditor, fresh, proposedAt } = await networkHelpers.loadFixture(proposedRotation);
      const next = proposedAt + ROTATION.delay + ROTATION.acceptance + 1n;
      await time.setNextBlockTimestamp(next);
      await expect(registry.connect(accreditor).proposeRecovery(entity, fresh))
        .to.emit(registry, "RotationProposed")
        .withArgs(
          entity,
          accreditor.address,
          fresh.address,
          true,
          next + ROTATION.delay,
          next + ROTATION.delay + ROTATION.acceptance,
        );
    });
  });
});

describe("Registry.cancelRotation", () => {
  describe("when the caller is not the entity's account", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(proposedRotation);
      await expect(registry.connect(fresh).cancelRotation(entity))
        .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
        .withArgs(fresh.address, supplier.address);
    });
  });

  describe("when nothing is pending, or the pending proposal is the office's", () => {
    it("reverts", async () => {
      const idle = await networkHelpers.loadFixture(rotatableSupplier);
      await expect(idle.registry.connect(idle.supplier).cancelRotation(idle.entity))
        .to.be.revertedWithCustomError(idle.registry, "Registry_NoRotation")
        .withArgs(idle.entity);
      const recovery = await networkHelpers.loadFixture(proposedRecovery);
      await expect(recovery.registry.connect(recovery.supplier).cancelRotation(recovery.entity))
        .to.be.revertedWithCustomError(recovery.registry, "Registry_NoRotation")
        .withArgs(recovery.entity);
    });
  });

  describe("when the owner takes its proposal back", () => {
    it("is paid again at once, and its side waits the cooldown from then on", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(proposedRotation);
      await expect(registry.connect(supplier).cancelRotation(entity))
        .to.emit(registry, "RotationCancelled")
        .withArgs(entity, supplier.address);
      const cancelledAt = BigInt(await time.latest());
      expect(await registry.payeeOf(entity)).to.equal(supplier.address);
      await expect(registry.connect(supplier).proposeRotation(entity, fresh))
        .to.be.revertedWithCustomError(registry, "Registry_RotationTooSoon")
        .withArgs(entity, cancelledAt + ROTATION.cooldown);
    });
  });
});

describe("Registry.acceptRotation", () => {
  describe("when nothing is pending any more", () => {
    it("reverts", async () => {
      const { registry, entity, fresh, proposedAt } = await networkHelpers.loadFixture(proposedRotation);
      await time.setNextBlockTimestamp(proposedAt + ROTATION.delay + ROTATION.acceptance + 1n);
      await expect(registry.connect(fresh).acceptRotation(entity))
        .to.be.revertedWithCustomError(registry, "Registry_NoRotation")
        .withArgs(entity);
    });
  });

  describe("when the change is contested", () => {
    it("reverts", async () => {
      const { registry, entity, accreditor, fresh } = await networkHelpers.loadFixture(proposedRotation);
      await registry.connect(accreditor).vetoRotation(entity);
      await expect(registry.connect(fresh).acceptRotation(entity))
        .to.be.revertedWithCustomError(registry, "Registry_RotationContested")
        .withArgs(entity);
    });
  });

  describe("when another account accepts", () => {
    it("reverts", async () => {
      const { registry, entity, supplier, fresh } = await networkHelpers.loadFixture(proposedRotation);
      await expect(registry.connect(supplier).acceptRotation(entity))
        .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
        .withArgs(supplier.address, fresh.address);
    });
  });

  describe("when the delay has not passed", () => {
    it("reverts", async () => {
      const { registry, entity, fresh, proposedAt } = await networkHelpers.loadFixture(proposedRotation);
      const acceptableFrom = proposedAt + ROTATION.delay;
      await time.setNextBlockTimestamp(acceptableFrom - 1n);
      await expect(registry.connect(fresh).acceptRotation(entity))
        .to.be.revertedWithCustomError(registry, "Registry_RotationNotDue")
        .withArgs(entity, acceptableFrom);
    });
  });

  describe("when the proposed account has entered another entity meanwhile", () => {
    it("reverts", async () => {
      const { registry, entity, other, factor, fresh } = await networkHelpers.loadFixture(proposedRotation);
      await registry.connect(factor).proposeRotation(other, fresh);
      await time.increase(ROTATION.delay);
      await registry.connect(fresh).acceptRotation(other);
      await expect(registry.connect(fresh).acceptRotation(entity))
        .to.be.revertedWithCustomError(registry, "Registry_AccountTaken")
        .withArgs(fresh.address, other);
    });
  });

  for (const [title, side, proposal] of [
    ["the owner", "first", proposedRotation],
    ["the office", "last", proposedRecovery],
  ] as const) {
    describe(`given ${title} proposed`, () => {
      describe(`when the proposed account accepts in the ${side} second`, () => {
        it("takes over, frees the old account, and nothing stands in the way of the next change", async () => {
          const { registry, entity, supplier, fresh, proposedAt } = await networkHelpers.loadFixture(proposal);
          const at = proposedAt + ROTATION.delay + (side === "first" ? 0n : ROTATION.acceptance);
          await time.setNextBlockTimestamp(at);
          await expect(registry.connect(fresh).acceptRotation(entity))
            .to.emit(registry, "AccountRotated")
            .withArgs(entity, fresh.address, supplier.address);
          expect(await registry.payeeOf(entity)).to.equal(fresh.address);
          expect(await registry.entityOf(fresh)).to.equal(entity);
          expect(await registry.entityOf(supplier)).to.equal(0n);
          expect(await registry.getRotation(entity)).to.deep.equal([ZeroAddress, 0n, false, false]);
          await expect(registry.connect(fresh).proposeRotation(entity, supplier)).to.emit(registry, "RotationProposed");
        });
      });
    });
  }
});
