import { expect } from "chai";
import { id as hashOf, ZeroHash } from "ethers";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { accredit, deploySuite, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const REASON = hashOf("resolución exenta 1");
const ACTIVE = 1n;
const SUSPENDED = 2n;
const LONGEST = 730n * DAY;

async function accreditedSupplier() {
  const suite = await deploySuite(connection);
  const facts = { kind: KIND.supplier, number: 77_000_100n };
  const entity = await accredit(suite.registry, suite.accreditor, suite.supplier, facts);
  return { ...suite, entity };
}

async function suspendedSupplier() {
  const fixture = await accreditedSupplier();
  const until = BigInt(await time.latest()) + 30n * DAY;
  await fixture.registry.connect(fixture.sanctions).suspend(fixture.entity, until, REASON);
  return { ...fixture, until };
}

describe("Registry.suspend", () => {
  describe("when a stranger calls", () => {
    it("reverts", async () => {
      const { registry, stranger, entity } = await networkHelpers.loadFixture(accreditedSupplier);
      await expect(registry.connect(stranger).suspend(entity, 0n, REASON))
        .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
        .withArgs(stranger.address);
    });
  });

  describe("when the entity is unknown", () => {
    it("reverts", async () => {
      const { registry, sanctions } = await networkHelpers.loadFixture(accreditedSupplier);
      await expect(registry.connect(sanctions).suspend(9n, 0n, ZeroHash))
        .to.be.revertedWithCustomError(registry, "Registry_UnknownEntity")
        .withArgs(9n);
    });
  });

  describe("when no reason is given", () => {
    it("reverts", async () => {
      const { registry, sanctions, entity } = await networkHelpers.loadFixture(accreditedSupplier);
      await expect(registry.connect(sanctions).suspend(entity, 0n, ZeroHash))
        .to.be.revertedWithCustomError(registry, "Registry_NoReason")
        .withArgs(entity);
    });
  });

  describe("when the term has passed or is longer than the longest", () => {
    it("reverts", async () => {
      const { registry, sanctions, entity } = await networkHelpers.loadFixture(accreditedSupplier);
      const now = BigInt(await time.latest()) + 100n;
      for (const until of [now, now + LONGEST + 1n]) {
        await time.setNextBlockTimestamp(now);
        await expect(registry.connect(sanctions).suspend(entity, until, REASON))
          .to.be.revertedWithCustomError(registry, "Registry_TermOutOfRange")
          .withArgs(entity, until, now + LONGEST);
      }
    });
  });

  describe("when the sanctions office suspends", () => {
    it("holds to the last second of the longest term and ends by itself", async () => {
      const { registry, sanctions, entity } = await networkHelpers.loadFixture(accreditedSupplier);
      const now = BigInt(await time.latest()) + 100n;
      const until = now + LONGEST;
      await time.setNextBlockTimestamp(now);
      await expect(registry.connect(sanctions).suspend(entity, until, REASON))
        .to.emit(registry, "Suspended")
        .withArgs(entity, sanctions.address, until, 0n, REASON);
      await time.increaseTo(until);
      expect(await registry.statusOf(entity)).to.equal(SUSPENDED);
      expect(await registry.isActive(entity, KIND.supplier)).to.equal(false);
      await time.increaseTo(until + 1n);
      expect(await registry.statusOf(entity)).to.equal(ACTIVE);
    });
  });

  describe("given a suspended entity", () => {
    describe("when the term is set anew", () => {
      it("logs the term before", async () => {
        const { registry, sanctions, entity, until } = await networkHelpers.loadFixture(suspendedSupplier);
        await expect(registry.connect(sanctions).suspend(entity, until + DAY, REASON))
          .to.emit(registry, "Suspended")
          .withArgs(entity, sanctions.address, until + DAY, until, REASON);
      });
    });

    it("still acts and is paid through its account", async () => {
      const { registry, entity, supplier } = await networkHelpers.loadFixture(suspendedSupplier);
      expect(await registry.accountOf(entity)).to.equal(supplier.address);
      expect(await registry.payeeOf(entity)).to.equal(supplier.address);
    });
  });
});

describe("Registry.liftSuspension", () => {
  describe("when a stranger calls", () => {
    it("reverts", async () => {
      const { registry, stranger, entity } = await networkHelpers.loadFixture(suspendedSupplier);
      await expect(registry.connect(stranger).liftSuspension(entity, REASON))
        .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
        .withArgs(stranger.address);
    });
  });

  describe("when no reason is given", () => {
    it("reverts", async () => {
      const { registry, sanctions, entity } = await networkHelpers.loadFixture(suspendedSupplier);
      await expect(registry.connect(sanctions).liftSuspension(entity, ZeroHash))
        .to.be.revertedWithCustomError(registry, "Registry_NoReason")
        .withArgs(entity);
    });
  });

  describe("when there is nothing to lift", () => {
    it("reverts", async () => {
      const { registry, sanctions, entity } = await networkHelpers.loadFixture(accreditedSupplier);
      await expect(registry.connect(sanctions).liftSuspension(entity, REASON))
        .to.be.revertedWithCustomError(registry, "Registry_NotSuspended")
        .withArgs(entity);
    });
  });

  describe("when the sanctions office lifts it", () => {
    it("ends at once, and only once", async () => {
      const { registry, sanctions, entity, until } = await networkHelpers.loadFixture(suspendedSupplier);
      await expect(registry.connect(sanctions).liftSuspension(entity, REASON))
        .to.emit(registry, "SuspensionLifted")
        .withArgs(entity, sanctions.address, until, REASON);
      expect(await registry.statusOf(entity)).to.equal(ACTIVE);
      await expect(registry.connect(sanctions).liftSuspension(entity, REASON))
        .to.be.revertedWithCustomError(registry, "Registry_NotSuspended")
        .withArgs(entity);
    });
  });
});
