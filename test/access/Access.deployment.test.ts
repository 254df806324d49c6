import { expect } from "chai";
import { network } from "hardhat";

import { ADMIN_DELAY, ROLES } from "../../scripts/lib/roles.ts";
import { deploySuite } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const ADMIN_ROLE = 0n;
const AWARDING_ROLE = 101n;

async function deployedSuite() {
  return deploySuite(connection);
}

describe("The deployed suite", () => {
  describe("given the deployer", () => {
    it("holds no role and can schedule nothing", async () => {
      const { manager, deployer, treasury, registry } = await networkHelpers.loadFixture(deployedSuite);
      for (const role of [{ id: ADMIN_ROLE }, ...ROLES]) {
        expect(await manager.hasRole(role.id, deployer)).to.deep.equal([false, 0n]);
      }
      const calls = [
        [treasury, treasury.interface.encodeFunctionData("approveProgram", [deployer.address, true])],
        [registry, registry.interface.encodeFunctionData("suspend", [1n, 1n, `0x${"11".repeat(32)}`])],
        [manager, manager.interface.encodeFunctionData("grantRole", [ADMIN_ROLE, deployer.address, 0])],
      ] as const;
      for (const [target, data] of calls) {
        await expect(manager.connect(deployer).schedule(target, data, 0))
          .to.be.revertedWithCustomError(manager, "AccessManagerUnauthorizedCall")
          .withArgs(deployer.address, await target.getAddress(), data.slice(0, 10));
      }
    });
  });

  describe("given each office", () => {
    it("holds its own role, with its delay, and no other", async () => {
      const suite = await networkHelpers.loadFixture(deployedSuite);
      const { manager, accreditor, registryAppeals, sanctions, budgetOffice, programs, buyer, thresholds } = suite;
      const offices = { accreditor, registryAppeals, sanctions, budgetOffice, programs, buyer, thresholds };
      for (const [key, office] of Object.entries({ ...offices, guardian: suite.guardian })) {
        for (const role of [{ id: ADMIN_ROLE, key: "admin", executionDelay: 0 }, ...ROLES]) {
          const mine = role.key === key;
          const expected = [mine, mine ? BigInt(role.executionDelay) : 0n];
          expect(await manager.hasRole(role.id, office), `${key} ${role.key}`).to.deep.equal(expected);
        }
      }
    });

    it("has a role that ADMIN administers, no other role may cancel, and that bears its name", async () => {
      const { manager } = await networkHelpers.loadFixture(deployedSuite);
      const logs = await manager.queryFilter(manager.filters.RoleLabel());
      const labels = new Map(logs.map(({ args }) => [args.roleId, args.label]));
      for (const role of ROLES) {
        expect(await manager.getRoleAdmin(role.id)).to.equal(ADMIN_ROLE);
        expect(await manager.getRoleGuardian(role.id)).to.equal(ADMIN_ROLE);
        expect(labels.get(role.id)).to.equal(role.key);
      }
    });

    it("does not publish, inspect and pay at once: each account is another, and none is a program", async () => {
      const suite = await networkHelpers.loadFixture(deployedSuite);
      const { admin, accreditor, registryAppeals, sanctions, budgetOffice, programs, buyer, thresholds } = suite;
      const { guardian, inspector, substitute, arbiter, fallbackArbiter, reviewer, certifier } = suite;
      const roles = [admin, accreditor, registryAppeals, sanctions, budgetOffice, programs, buyer, thresholds];
      const named = [guardian, inspector, substitute, arbiter, fallbackArbiter, reviewer, certifier];
      const accounts = [...roles, ...named].map((signer) => signer.address);
      expect(new Set(accounts).size).to.equal(accounts.length);
      for (const account of accounts) expect(await suite.treasury.isProgramApproved(account)).to.equal(false);
      for (const account of named.slice(1)) {
        for (const role of ROLES) expect((await suite.manager.hasRole(role.id, account))[0]).to.equal(false);
      }
      // No role pays: the functions that move committed money are in no row of the table.
      const restricted = ROLES.flatMap((role) => role.functions.Treasury ?? []);
      for (const name of ["commit", "release", "pay", "hold", "giveBack", "forfeit"]) {
        expect(restricted).not.to.include(name);
      }
    });
  });

  describe("given the administrator", () => {
    it("acts only when its call was announced five days before", async () => {
      const { manager, admin, opening, stranger } = await networkHelpers.loadFixture(deployedSuite);
      expect(await manager.hasRole(ADMIN_ROLE, admin)).to.deep.equal([true, BigInt(ADMIN_DELAY)]);
      const grant = manager.interface.encodeFunctionData("grantRole", [AWARDING_ROLE, stranger.address, 0]);
      const operation = await manager.hashOperation(admin, manager, grant);
      await expect(manager.connect(admin).execute(manager, grant))
        .to.be.revertedWithCustomError(manager, "AccessManagerNotScheduled")
        .withArgs(operation);
      await manager.connect(admin).schedule(manager, grant, 0);
      const scheduledAt = await time.latest();
      await time.setNextBlockTimestamp(scheduledAt + ADMIN_DELAY - 1);
      await expect(manager.connect(admin).execute(manager, grant))
        .to.be.revertedWithCustomError(manager, "AccessManagerNotReady")
        .withArgs(operation);
      await time.setNextBlockTimestamp(scheduledAt + ADMIN_DELAY);
      await manager.connect(admin).execute(manager, grant);
      const { selector } = opening.interface.getFunction("reserve");
      expect(await manager.canCall(stranger, opening, selector)).to.deep.equal([true, 0n]);
    });

    it("may renounce only in its own name", async () => {
      const { manager, admin, stranger } = await networkHelpers.loadFixture(deployedSuite);
      await expect(manager.connect(stranger).renounceRole(ADMIN_ROLE, admin)).to.be.revertedWithCustomError(
        manager,
        "AccessManagerBadConfirmation",
      );
      await manager.connect(admin).renounceRole(ADMIN_ROLE, admin);
      expect(await manager.hasRole(ADMIN_ROLE, admin)).to.deep.equal([false, 0n]);
    });
  });

  describe("given the programs office", () => {
    it("approves a program only when its call was announced five days before", async () => {
      const { manager, treasury, programs, opening } = await networkHelpers.loadFixture(deployedSuite);
      const call = treasury.interface.encodeFunctionData("approveProgram", [await opening.getAddress(), true]);
      const operation = await manager.hashOperation(programs, treasury, call);
      await expect(treasury.connect(programs).approveProgram(opening, true))
        .to.be.revertedWithCustomError(manager, "AccessManagerNotScheduled")
        .withArgs(operation);
      await manager.connect(programs).schedule(treasury, call, 0);
      const scheduledAt = await time.latest();
      await time.setNextBlockTimestamp(scheduledAt + 5 * 86_400 - 1);
      await expect(treasury.connect(programs).approveProgram(opening, true))
        .to.be.revertedWithCustomError(manager, "AccessManagerNotReady")
        .withArgs(operation);
      await time.setNextBlockTimestamp(scheduledAt + 5 * 86_400);
      await treasury.connect(programs).approveProgram(opening, true);
      expect(await treasury.isProgramApproved(opening)).to.equal(true);
    });
  });
});
