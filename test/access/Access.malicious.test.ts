import { expect } from "chai";
import { encodeBytes32String, id as hashOf } from "ethers";
import { network } from "hardhat";

import { ADMIN_DELAY } from "../../scripts/lib/roles.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection, Signer } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

const REASON = hashOf("none that is good");
const EVIDENCE = documentOf("report");
const BOND = 6_000_000n;

/** A contract with a bond, its first milestone paid (so something is retained) and its second delivered. */
async function runningContract() {
  const fixture = await fundedLine(connection);
  const contract = await openContract(fixture, { annex: { performanceBond: BOND } });
  const { escrow, supplier, inspector } = fixture;
  await escrow.connect(supplier).deliver(contract.id, 0, EVIDENCE);
  await escrow.connect(inspector).accept(contract.deed.terms, 0, EVIDENCE.digest);
  await escrow.connect(supplier).deliver(contract.id, 1, EVIDENCE);
  return { ...fixture, ...contract };
}

type Running = Awaited<ReturnType<typeof runningContract>>;

/** Everything that is owed to the contract: its commitment, its bond, the supplier's credit, and the tokens behind them. */
async function escrowed({ treasury, escrow, token, lineId, id, supplierId }: Running) {
  const { balance } = await treasury.getLine(lineId);
  const deposit = await treasury.getDeposit(escrow, await escrow.performanceBondKey(id));
  const credit = await treasury.creditOf(supplierId, token);
  const behind = (await token.balanceOf(treasury)) - balance.available;
  return { committed: balance.committed, bond: deposit.amount, credit, behind };
}

/** A call that the administrator announced and waited for. */
async function asAdmin({ manager, admin }: Running, data: string): Promise<void> {
  await manager.connect(admin).schedule(manager, data, 0);
  await time.increase(ADMIN_DELAY);
  await manager.connect(admin).execute(manager, data);
}

/** Everything that the offices can do against a running contract without the administrator. */
async function officesTurn(running: Running): Promise<void> {
  const { treasury, opening, registry, token, escrow, buyerId, supplierId, lineId, id, deed } = running;
  const { guardian, budgetOffice, thresholds, sanctions, accreditor, registryAppeals, buyer, stranger } = running;
  const openFrom = BigInt(await time.latest()) + 30n * DAY;
  await opening.connect(buyer).announce(deed, documentOf("why"), openFrom);
  await treasury.connect(guardian).pause(REASON);
  await opening.connect(guardian).pause(REASON);
  await treasury.connect(budgetOffice).allowToken(token, false);
  await treasury.connect(budgetOffice).closeLine(lineId);
  await treasury.connect(stranger).sweepLine(lineId);
  await opening.connect(thresholds).setThreshold(token, 1n);
  await registry.connect(sanctions).suspend(supplierId, BigInt(await time.latest()) + 600n * DAY, REASON);
  await registry.connect(sanctions).suspend(buyerId, BigInt(await time.latest()) + 600n * DAY, REASON);
  await registry.connect(accreditor).proposeRecovery(supplierId, stranger);
  await expect(registry.connect(registryAppeals).decideRotation(supplierId, true, REASON))
    .to.be.revertedWithCustomError(registry, "Registry_RotationNotContested")
    .withArgs(supplierId);
  await expect(treasury.connect(budgetOffice).openLine(token, escrow, buyerId, id)).to.be.revert(ethers);
}

/** What an attacker tries once the administrator has given it every role, the programs office a line, and the targets are closed. */
async function attackersTurn(running: Running, attacker: Signer): Promise<void> {
  const { treasury, escrow, token, lineId, id, supplierId, buyerId, deed } = running;
  const mine = treasury.connect(attacker);
  const bond = await escrow.performanceBondKey(id);
  await expect(mine.pay(lineId, token, supplierId, 1n, id))
    .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
    .withArgs(lineId, 1n, 0n);
  await expect(mine.release(lineId, token, 1n, id))
    .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
    .withArgs(lineId, 1n, 0n);
  await expect(mine.commit(lineId, token, buyerId, 1n, id)).to.be.revert(ethers);
  if (!(await treasury.isProgramApproved(attacker))) {
    await expect(mine.hold(lineId, supplierId, 1n, bond))
      .to.be.revertedWithCustomError(treasury, "Treasury_NotTheProgram")
      .withArgs(lineId, attacker.address);
  }
  for (const action of ["giveBack", "forfeit"] as const) {
    await expect(mine[action](1n, bond))
      .to.be.revertedWithCustomError(treasury, "Treasury_NotHeld")
      .withArgs(bond, 1n, 0n);
  }
  for (const order of [
    escrow.connect(attacker).resolve(deed.terms, 1, 1n, 1n, false),
    escrow.connect(attacker).payRetention(deed.terms),
    escrow.connect(attacker).terminate(deed.terms, 0n),
  ]) {
    await expect(order).to.be.revertedWithCustomError(escrow, "Escrow_OnlyModule");
  }
}

/** The contract goes on to its end without any office but the inspector's silence. */
async function finish(running: Running): Promise<bigint> {
  const { treasury, escrow, closing, token, supplier, supplierId, stranger, id, deed } = running;
  const before = await token.balanceOf(supplier);
  await escrow.connect(supplier).deliver(id, 2, EVIDENCE);
  await time.increase(30n * DAY);
  for (const index of [1, 2]) await escrow.connect(stranger).settle(deed.terms, index);
  await time.increase(90n * DAY);
  await closing.connect(stranger).releaseRetention(deed);
  await time.increase(460n * DAY);
  await closing.connect(stranger).returnPerformanceBond(deed);
  if ((await treasury.creditOf(supplierId, token)) !== 0n) await treasury.withdraw(supplierId, token);
  return (await token.balanceOf(supplier)) - before;
}

const OWED = 42_000_000n + BOND; // 18 + 18 net, 6 retained of three milestones of 20 million, and the bond

describe("Escrowed money of a running contract", () => {
  describe("given every office acts against it", () => {
    it("stays where it is, and reaches the supplier by the contract's own rules", async () => {
      const running = await networkHelpers.loadFixture(runningContract);
      const before = await escrowed(running);
      await officesTurn(running);
      expect(await escrowed(running)).to.deep.equal(before);
      await running.registry.connect(running.supplier).vetoRecovery(running.supplierId);
      expect(await finish(running)).to.equal(OWED);
    });
  });

  describe("given the administrator closes every target and hands every role to an attacker", () => {
    it("stays where it is, and reaches the supplier by the contract's own rules", async () => {
      const running = await networkHelpers.loadFixture(runningContract);
      const { manager, treasury, registry, opening, programs, admin, stranger: attacker } = running;
      const before = await escrowed(running);
      const { interface: abi } = manager;
      const calls = [0n, 10n, 11n, 12n, 20n, 21n, 100n, 101n, 102n, 900n].map((role) =>
        abi.encodeFunctionData("grantRole", [role, attacker.address, 0]),
      );
      const approval = treasury.interface.encodeFunctionData("approveProgram", [await opening.getAddress(), true]);
      await manager.connect(programs).schedule(treasury, approval, 0);
      for (const data of calls) await manager.connect(admin).schedule(manager, data, 0);
      await time.increase(ADMIN_DELAY);
      await treasury.connect(programs).approveProgram(opening, true);
      for (const data of calls) await manager.connect(admin).execute(manager, data);
      for (const target of [treasury, registry, opening]) {
        await asAdmin(running, abi.encodeFunctionData("setTargetClosed", [await target.getAddress(), true]));
      }
      await attackersTurn(running, attacker);
      expect(await escrowed(running)).to.deep.equal(before);
      expect(await finish(running)).to.equal(OWED);
    });
  });

  describe("given both offices of the registry take the supplier's account against its objection", () => {
    it("stays where it is for seven days; then what the contract goes on to pay is the new account's", async () => {
      const running = await networkHelpers.loadFixture(runningContract);
      const { registry, accreditor, registryAppeals, token, supplier, supplierId, stranger: attacker } = running;
      const { treasury, escrow, inspector, deed, id } = running;
      const before = await escrowed(running);
      await registry.connect(accreditor).proposeRecovery(supplierId, attacker);
      const acceptableFrom = BigInt(await time.latest()) + 7n * DAY;
      await registry.connect(supplier).vetoRecovery(supplierId);
      await registry.connect(registryAppeals).decideRotation(supplierId, true, REASON);
      // 20 million less the million that the cap of the retention leaves
      const paying = escrow.connect(inspector).accept(deed.terms, 1, EVIDENCE.digest);
      await expect(paying).to.changeTokenBalances(ethers, token, [supplier, attacker], [0n, 0n]);
      const credited = { ...before, committed: before.committed - 19_000_000n, credit: 19_000_000n };
      expect(await escrowed(running)).to.deep.equal(credited);
      await expect(treasury.withdraw(supplierId, token))
        .to.be.revertedWithCustomError(treasury, "Treasury_NoAccount")
        .withArgs(supplierId);
      await time.setNextBlockTimestamp(acceptableFrom - 1n);
      await expect(registry.connect(attacker).acceptRotation(supplierId))
        .to.be.revertedWithCustomError(registry, "Registry_RotationNotDue")
        .withArgs(supplierId, acceptableFrom);
      await time.setNextBlockTimestamp(acceptableFrom);
      await registry.connect(attacker).acceptRotation(supplierId);
      expect(await escrowed(running)).to.deep.equal(credited);
      expect((await escrow.getFacts(id)).supplier).to.equal(supplierId);
      await expect(treasury.withdraw(supplierId, token)).to.changeTokenBalance(ethers, token, attacker, 19_000_000n);
      await attackersTurn(running, attacker);
    });
  });

  describe("given the administrator replaces the authority of every target", () => {
    it("stays where it is, and reaches the supplier by the contract's own rules", async () => {
      const running = await networkHelpers.loadFixture(runningContract);
      const { manager, treasury, registry, opening, stranger: attacker } = running;
      const before = await escrowed(running);
      for (const target of [treasury, registry, opening]) {
        const [contract, authority] = [await target.getAddress(), await running.token.getAddress()];
        await asAdmin(running, manager.interface.encodeFunctionData("updateAuthority", [contract, authority]));
      }
      await attackersTurn(running, attacker);
      expect(await escrowed(running)).to.deep.equal(before);
      expect(await finish(running)).to.equal(OWED);
    });
  });

  describe("given a new program was approved and holds a line of its own", () => {
    it("spends its own line only", async () => {
      const running = await networkHelpers.loadFixture(runningContract);
      const { manager, treasury, programs, budgetOffice, opening, token, buyerId } = running;
      const before = await escrowed(running);
      const address = await opening.getAddress();
      const approval = treasury.interface.encodeFunctionData("approveProgram", [address, true]);
      await manager.connect(programs).schedule(treasury, approval, 0);
      await time.increase(ADMIN_DELAY);
      await treasury.connect(programs).approveProgram(opening, true);
      await treasury.connect(budgetOffice).openLine(token, opening, buyerId, encodeBytes32String("other"));
      await networkHelpers.setBalance(address, 10n ** 20n);
      await attackersTurn(running, await ethers.getImpersonatedSigner(address));
      expect(await escrowed(running)).to.deep.equal(before);
    });
  });
});
