import { expect } from "chai";
import { id as hashOf, ZeroHash } from "ethers";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import * as program from "../helpers/program.ts";
import { BOND, RECORD } from "../helpers/program.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

const REASON = hashOf("a leak in the token");
const TERM = 7n * DAY;
const REARM = 30n * DAY;

async function runningLine() {
  const fixture = await program.committedLine(connection);
  await fixture.treasury.connect(fixture.program).hold(fixture.lineId, fixture.supplierId, 1_000n, BOND);
  return fixture;
}

async function pausedTreasury() {
  const fixture = await runningLine();
  await fixture.treasury.connect(fixture.guardian).pause(REASON);
  const pausedAt = BigInt(await time.latest());
  return { ...fixture, pausedAt };
}

describe("Treasury.pause", () => {
  describe("when no reason is given", () => {
    it("reverts", async () => {
      const { treasury, guardian } = await networkHelpers.loadFixture(runningLine);
      await expect(treasury.connect(guardian).pause(ZeroHash)).to.be.revertedWithCustomError(
        treasury,
        "Pause_NoReason",
      );
    });
  });

  describe("when the last pause has not ended for more than thirty days", () => {
    it("reverts to the last second; then it may be armed again", async () => {
      const { treasury, guardian, pausedAt } = await networkHelpers.loadFixture(pausedTreasury);
      const notBefore = pausedAt + TERM + REARM + 1n;
      for (const at of [pausedAt + 10n, notBefore - 1n]) {
        await time.setNextBlockTimestamp(at);
        await expect(treasury.connect(guardian).pause(REASON))
          .to.be.revertedWithCustomError(treasury, "Pause_NotRearmed")
          .withArgs(notBefore);
      }
      await time.setNextBlockTimestamp(notBefore);
      await expect(treasury.connect(guardian).pause(REASON)).to.emit(treasury, "Paused");
    });
  });

  describe("when the guardian pauses", () => {
    it("begins at once and says when it ends", async () => {
      const { treasury, guardian } = await networkHelpers.loadFixture(runningLine);
      const at = BigInt(await time.latest()) + 60n;
      await time.setNextBlockTimestamp(at);
      await expect(treasury.connect(guardian).pause(REASON))
        .to.emit(treasury, "Paused")
        .withArgs(guardian.address, REASON, at + TERM);
      expect(await treasury.pausedAt()).to.equal(at);
    });
  });

  describe("given a pause", () => {
    it("stops new lines, appropriations and commitments to its last second, and ends by itself", async () => {
      const { treasury, budgetOffice, program, token, escrow, buyerId, lineId, pausedAt } =
        await networkHelpers.loadFixture(pausedTreasury);
      await token.mint(budgetOffice, 1n);
      await token.connect(budgetOffice).approve(treasury, 1n);
      const newObligations = [
        async () => treasury.connect(budgetOffice).openLine(token, escrow, buyerId, RECORD),
        async () => treasury.connect(budgetOffice).fund(lineId, 1n),
        async () => treasury.connect(program).commit(lineId, token, buyerId, 1n, RECORD),
      ];
      for (const oblige of newObligations) {
        await expect(oblige())
          .to.be.revertedWithCustomError(treasury, "Pause_On")
          .withArgs(pausedAt + TERM);
      }
      await time.setNextBlockTimestamp(pausedAt + TERM - 1n);
      await expect(newObligations[2]!())
        .to.be.revertedWithCustomError(treasury, "Pause_On")
        .withArgs(pausedAt + TERM);
      await time.setNextBlockTimestamp(pausedAt + TERM);
      for (const oblige of newObligations.reverse()) await expect(oblige()).not.to.be.revert(ethers);
    });

    it("stops no exit: payment, release, bond, credit and sweep go on", async () => {
      const { treasury, budgetOffice, program, token, supplier, supplierId, buyer, lineId } =
        await networkHelpers.loadFixture(pausedTreasury);
      const spend = treasury.connect(program);
      const pays = async (order: Promise<unknown>, payee: typeof supplier, amount: bigint) =>
        expect(order).to.changeTokenBalance(ethers, token, payee, amount);
      await pays(spend.pay(lineId, token, supplierId, 600n, RECORD), supplier, 600n);
      await expect(spend.release(lineId, token, 400n, RECORD)).to.emit(treasury, "Released");
      await pays(spend.giveBack(300n, BOND), supplier, 300n);
      await expect(spend.forfeit(100n, BOND)).to.emit(treasury, "DepositForfeited");
      await expect(spend.hold(lineId, supplierId, 5n, BOND)).to.emit(treasury, "DepositHeld");
      await treasury.connect(budgetOffice).closeLine(lineId);
      const { available } = (await treasury.getLine(lineId)).balance;
      await pays(treasury.sweepLine(lineId), buyer, available);
    });

    it("lets a credit be withdrawn", async () => {
      const { treasury, registry, program, token, supplier, supplierId, stranger, lineId } =
        await networkHelpers.loadFixture(pausedTreasury);
      await registry.connect(supplier).proposeRotation(supplierId, stranger);
      await treasury.connect(program).pay(lineId, token, supplierId, 1_000n, RECORD);
      await registry.connect(supplier).cancelRotation(supplierId);
      const withdrawal = treasury.connect(stranger).withdraw(supplierId, token);
      await expect(withdrawal).to.changeTokenBalance(ethers, token, supplier, 1_000n);
    });
  });
});
