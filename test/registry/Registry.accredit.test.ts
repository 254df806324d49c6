import { expect } from "chai";
import { network } from "hardhat";

import { MockWallet__factory, Registry__factory } from "../../typechain-types/index.js";
import { accreditationOf, signAccreditation } from "../helpers/accreditation.ts";
import { DAY } from "../helpers/agreement.ts";
import { ADMIN_DELAY } from "../../scripts/lib/roles.ts";
import { accredit, deploySuite, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const ACCREDITOR_ROLE = 10n;
const STATUS = { unregistered: 0n, active: 1n, suspended: 2n, expired: 3n };

async function emptyRegistry() {
  return deploySuite(connection);
}

async function accreditedSupplier() {
  const suite = await deploySuite(connection);
  const entity = await accredit(suite.registry, suite.accreditor, suite.supplier, {
    kind: KIND.supplier,
    number: 77_000_100n,
  });
  return { ...suite, entity };
}

/** An office that is a contract of one owner, as a multisig is, with the accreditors' role. */
async function contractAccreditor() {
  const suite = await deploySuite(connection);
  const { manager, admin } = suite;
  const office = await new MockWallet__factory(suite.deployer).deploy(suite.accreditor);
  const grant = manager.interface.encodeFunctionData("grantRole", [ACCREDITOR_ROLE, await office.getAddress(), 0]);
  await manager.connect(admin).schedule(manager, grant, 0);
  await networkHelpers.time.increase(ADMIN_DELAY);
  await manager.connect(admin).execute(manager, grant);
  return { ...suite, office };
}

describe("Registry.constructor", () => {
  describe("when suspensions have no longest term", () => {
    it("reverts", async () => {
      const { manager, deployer } = await networkHelpers.loadFixture(emptyRegistry);
      const factory = new Registry__factory(deployer);
      await expect(factory.deploy(manager, 0)).to.be.revertedWithCustomError(factory, "Registry_NoDuration");
    });
  });
});

describe("Registry.accredit", () => {
  describe("given an account that serves no entity", () => {
    const invalid = {
      "the kind is missing": { kind: 0n },
      "the number is missing": { number: 0n },
      "the account is missing": { account: ethers.ZeroAddress },
      "the accreditation has expired": { validUntil: 1n },
    };
    for (const [title, overrides] of Object.entries(invalid)) {
      describe(`when ${title}`, () => {
        it("reverts", async () => {
          const { registry, accreditor, supplier } = await networkHelpers.loadFixture(emptyRegistry);
          const accreditation = accreditationOf(supplier.address, overrides);
          const signature = await signAccreditation(registry, accreditor, accreditation);
          await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
            .to.be.revertedWithCustomError(registry, "Registry_InvalidAccreditation")
            .withArgs(accreditation.number);
        });
      });
    }

    describe("when the deadline of the signature has passed by a second", () => {
      it("reverts; in its last second it is good", async () => {
        for (const late of [0n, 1n]) {
          const { registry, accreditor, supplier } = await networkHelpers.loadFixture(emptyRegistry);
          const deadline = BigInt(await networkHelpers.time.latest()) + DAY;
          const accreditation = accreditationOf(supplier.address, { deadline });
          const signature = await signAccreditation(registry, accreditor, accreditation);
          await networkHelpers.time.setNextBlockTimestamp(deadline + late);
          const submission = registry.connect(supplier).accredit(accreditation, accreditor, signature);
          if (late === 0n) await expect(submission).to.emit(registry, "Accredited");
          else {
            await expect(submission)
              .to.be.revertedWithCustomError(registry, "Registry_DeadlinePassed")
              .withArgs(accreditation.number, deadline);
          }
        }
      });
    });

    describe("when a stranger submits it", () => {
      it("reverts", async () => {
        const { registry, accreditor, supplier, stranger } = await networkHelpers.loadFixture(emptyRegistry);
        const accreditation = accreditationOf(supplier.address);
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await expect(registry.connect(stranger).accredit(accreditation, accreditor, signature))
          .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
          .withArgs(stranger.address, supplier.address);
      });
    });

    describe("when the sequence runs ahead", () => {
      it("reverts", async () => {
        const { registry, accreditor, supplier } = await networkHelpers.loadFixture(emptyRegistry);
        const accreditation = accreditationOf(supplier.address, { sequence: 1n });
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
          .to.be.revertedWithCustomError(registry, "Registry_StaleSequence")
          .withArgs(accreditation.number, 1n, 0n);
      });
    });

    describe("when the signer is no accreditor", () => {
      it("reverts", async () => {
        const { registry, supplier, stranger } = await networkHelpers.loadFixture(emptyRegistry);
        const accreditation = accreditationOf(supplier.address);
        const signature = await signAccreditation(registry, stranger, accreditation);
        await expect(registry.connect(supplier).accredit(accreditation, stranger, signature))
          .to.be.revertedWithCustomError(registry, "Registry_NotAccreditor")
          .withArgs(stranger.address);
      });
    });

    describe("when the signature is of another hand, text, chain or registry", () => {
      it("reverts", async () => {
        const { registry, accreditor, supplier, stranger } = await networkHelpers.loadFixture(emptyRegistry);
        const accreditation = accreditationOf(supplier.address);
        const signatures = [
          await signAccreditation(registry, stranger, accreditation),
          await signAccreditation(registry, accreditor, { ...accreditation, size: 4n }),
          await signAccreditation(registry, accreditor, accreditation, { chainId: 1n }),
          await signAccreditation(registry, accreditor, accreditation, { verifyingContract: stranger.address }),
          "0x",
        ];
        for (const signature of signatures) {
          await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
            .to.be.revertedWithCustomError(registry, "Registry_BadSignature")
            .withArgs(accreditor.address);
        }
      });
    });

    describe("when the entity submits what the accreditor signed", () => {
      it("enters the record", async () => {
        const { registry, accreditor, supplier } = await networkHelpers.loadFixture(emptyRegistry);
        const accreditation = accreditationOf(supplier.address);
        expect(await registry.statusOf(1n)).to.equal(STATUS.unregistered);
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
          .to.emit(registry, "Accredited")
          .withArgs(1n, supplier.address, accreditor.address, Object.values(accreditation));
        const record = await registry.getEntity(1n);
        expect(record.account).to.equal(supplier.address);
        expect([record.kind, record.size, record.number, record.group, record.region]).to.deep.equal([
          KIND.supplier,
          2n,
          77_000_100n,
          77_000_100n,
          13n,
        ]);
        expect([record.validUntil, record.rotationEndsAt, record.suspendedUntil, record.sequence]).to.deep.equal([
          4_000_000_000n,
          0n,
          0n,
          1n,
        ]);
        expect(await registry.entityOf(supplier)).to.equal(1n);
        expect(await registry.entityByNumber(KIND.supplier, 77_000_100n)).to.equal(1n);
        expect(await registry.statusOf(1n)).to.equal(STATUS.active);
        expect(await registry.isActive(1n, KIND.supplier)).to.equal(true);
        expect(await registry.isActive(1n, KIND.publicBody)).to.equal(false);
      });
    });
  });

  describe("given an office that is a contract", () => {
    describe("when its owner signs (ERC-1271)", () => {
      it("enters the record", async () => {
        const { registry, accreditor, office, supplier } = await networkHelpers.loadFixture(contractAccreditor);
        const accreditation = accreditationOf(supplier.address, { group: 99_000_000n });
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await registry.connect(supplier).accredit(accreditation, office, signature);
        expect((await registry.getEntity(1n)).group).to.equal(99_000_000n);
      });
    });

    describe("when somebody else signs", () => {
      it("reverts", async () => {
        const { registry, office, supplier, stranger } = await networkHelpers.loadFixture(contractAccreditor);
        const accreditation = accreditationOf(supplier.address);
        const signature = await signAccreditation(registry, stranger, accreditation);
        await expect(registry.connect(supplier).accredit(accreditation, office, signature))
          .to.be.revertedWithCustomError(registry, "Registry_BadSignature")
          .withArgs(await office.getAddress());
      });
    });
  });

  describe("given an entity whose account is a contract", () => {
    it("is entered by the contract's own call", async () => {
      const { registry, accreditor, supplier, deployer } = await networkHelpers.loadFixture(emptyRegistry);
      const wallet = await new MockWallet__factory(deployer).deploy(supplier);
      const accreditation = accreditationOf(await wallet.getAddress());
      const signature = await signAccreditation(registry, accreditor, accreditation);
      const call = registry.interface.encodeFunctionData("accredit", [accreditation, accreditor.address, signature]);
      await wallet.connect(supplier).execute(registry, call);
      expect(await registry.accountOf(1n)).to.equal(await wallet.getAddress());
    });
  });

  describe("given an accredited supplier", () => {
    describe("when another account claims its number", () => {
      it("reverts", async () => {
        const { registry, accreditor, supplier, stranger } = await networkHelpers.loadFixture(accreditedSupplier);
        const accreditation = accreditationOf(stranger.address, { sequence: 1n });
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await expect(registry.connect(stranger).accredit(accreditation, accreditor, signature))
          .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
          .withArgs(stranger.address, supplier.address);
        await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
          .to.be.revertedWithCustomError(registry, "Registry_NotTheAccount")
          .withArgs(supplier.address, supplier.address);
      });
    });

    describe("when the first accreditation is submitted again", () => {
      it("reverts", async () => {
        const { registry, accreditor, supplier } = await networkHelpers.loadFixture(accreditedSupplier);
        const accreditation = accreditationOf(supplier.address);
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
          .to.be.revertedWithCustomError(registry, "Registry_StaleSequence")
          .withArgs(accreditation.number, 0n, 1n);
      });
    });

    describe("when its account is accredited for a second entity", () => {
      it("reverts", async () => {
        const { registry, accreditor, supplier, entity } = await networkHelpers.loadFixture(accreditedSupplier);
        const accreditation = accreditationOf(supplier.address, { number: 77_000_200n });
        const signature = await signAccreditation(registry, accreditor, accreditation);
        await expect(registry.connect(supplier).accredit(accreditation, accreditor, signature))
          .to.be.revertedWithCustomError(registry, "Registry_AccountTaken")
          .withArgs(supplier.address, entity);
      });
    });

    describe("when it is renewed", () => {
      it("keeps the id and takes the new facts", async () => {
        const { registry, accreditor, supplier, entity } = await networkHelpers.loadFixture(accreditedSupplier);
        const renewal = accreditationOf(supplier.address, { sequence: 1n, size: 4n, region: 5n, group: 1n });
        const signature = await signAccreditation(registry, accreditor, renewal);
        await registry.connect(supplier).accredit(renewal, accreditor, signature);
        const record = await registry.getEntity(entity);
        expect([record.size, record.region, record.group, record.sequence]).to.deep.equal([4n, 5n, 1n, 2n]);
      });
    });

    describe("when its term ends", () => {
      it("is active in the last second, expired after it, and active again when renewed", async () => {
        const suite = await networkHelpers.loadFixture(emptyRegistry);
        const { registry, accreditor, supplier } = suite;
        const validUntil = BigInt(await networkHelpers.time.latest()) + 10n * DAY;
        const facts = { kind: KIND.supplier, number: 77_000_100n };
        const entity = await accredit(registry, accreditor, supplier, { ...facts, validUntil });
        await networkHelpers.time.increaseTo(validUntil);
        expect(await registry.statusOf(entity)).to.equal(STATUS.active);
        await networkHelpers.time.increaseTo(validUntil + 1n);
        expect(await registry.statusOf(entity)).to.equal(STATUS.expired);
        expect(await registry.isActive(entity, KIND.supplier)).to.equal(false);
        await accredit(registry, accreditor, supplier, facts);
        expect(await registry.statusOf(entity)).to.equal(STATUS.active);
      });
    });
  });
});
