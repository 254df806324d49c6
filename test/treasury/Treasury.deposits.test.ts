import { expect } from "chai";
import { network } from "hardhat";

import * as program from "../helpers/program.ts";
import { BOND } from "../helpers/program.ts";
import { APPROPRIATION } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const fundedLine = async () => program.programLine(connection);
const bondedLine = async () => program.bondedLine(connection);

describe("Treasury.hold", () => {
  describe("when the caller is not the line's program", () => {
    it("reverts", async () => {
      const { treasury, stranger, supplierId, lineId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(stranger).hold(lineId, supplierId, 1n, BOND))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotTheProgram")
        .withArgs(lineId, stranger.address);
    });
  });

  describe("when the record holds another owner's bond, or one of another line", () => {
    it("reverts", async () => {
      const { treasury, program, budgetOffice, escrow, token, buyerId, supplierId, factorId, lineId } =
        await networkHelpers.loadFixture(bondedLine);
      await treasury.connect(budgetOffice).openLine(token, escrow, buyerId, BOND);
      await expect(treasury.connect(program).hold(lineId, factorId, 1n, BOND))
        .to.be.revertedWithCustomError(treasury, "Treasury_DepositTaken")
        .withArgs(BOND, supplierId, lineId);
      await expect(treasury.connect(program).hold(2n, supplierId, 1n, BOND))
        .to.be.revertedWithCustomError(treasury, "Treasury_DepositTaken")
        .withArgs(BOND, supplierId, 2n);
    });
  });

  describe("when the amount is zero", () => {
    it("reverts", async () => {
      const { treasury, program, supplierId, lineId } = await networkHelpers.loadFixture(fundedLine);
      const order = treasury.connect(program).hold(lineId, supplierId, 0n, BOND);
      await expect(order).to.be.revertedWithCustomError(treasury, "Treasury_ZeroAmount");
    });
  });

  describe("when the owner has not approved the treasury", () => {
    it("reverts with the token's reason", async () => {
      const { treasury, program, token, factorId, lineId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(program).hold(lineId, factorId, 5n, BOND))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(await treasury.getAddress(), 0n, 5n);
    });
  });

  describe("when the program holds twice", () => {
    it("adds up, apart from the money of the line", async () => {
      const { treasury, program, token, supplier, supplierId, lineId } = await networkHelpers.loadFixture(bondedLine);
      const more = treasury.connect(program).hold(lineId, supplierId, 500n, BOND);
      await expect(more).to.emit(treasury, "DepositHeld").withArgs(BOND, program.address, lineId, supplierId, 500n);
      await expect(more).to.changeTokenBalances(ethers, token, [supplier, treasury], [-500n, 500n]);
      expect(await treasury.getDeposit(program, BOND)).to.deep.equal([1_500n, supplierId, lineId]);
      expect((await treasury.getLine(lineId)).balance).to.deep.equal([APPROPRIATION, 0n]);
    });
  });

  describe("when the line is closed and the token allowed no more", () => {
    it("still holds: a running contract posts its bonds", async () => {
      const { treasury, program, budgetOffice, token, supplierId, lineId } =
        await networkHelpers.loadFixture(bondedLine);
      await treasury.connect(budgetOffice).closeLine(lineId);
      await treasury.connect(budgetOffice).allowToken(token, false);
      await treasury.connect(program).hold(lineId, supplierId, 1n, BOND);
      expect((await treasury.getDeposit(program, BOND)).amount).to.equal(1_001n);
    });
  });
});

for (const action of ["giveBack", "forfeit"] as const) {
  describe(`Treasury.${action}`, () => {
    describe("when the amount is zero", () => {
      it("reverts", async () => {
        const { treasury, program } = await networkHelpers.loadFixture(bondedLine);
        const order = treasury.connect(program)[action](0n, BOND);
        await expect(order).to.be.revertedWithCustomError(treasury, "Treasury_ZeroAmount");
      });
    });

    describe("when the caller does not hold that much", () => {
      it("reverts", async () => {
        const { treasury, program, stranger } = await networkHelpers.loadFixture(bondedLine);
        await expect(treasury.connect(program)[action](1_001n, BOND))
          .to.be.revertedWithCustomError(treasury, "Treasury_NotHeld")
          .withArgs(BOND, 1_001n, 1_000n);
        await expect(treasury.connect(stranger)[action](1n, BOND))
          .to.be.revertedWithCustomError(treasury, "Treasury_NotHeld")
          .withArgs(BOND, 1n, 0n);
      });
    });
  });
}

describe("Treasury.giveBack", () => {
  describe("when the program gives a part back", () => {
    it("reaches the owner's account", async () => {
      const { treasury, program, token, supplier, supplierId } = await networkHelpers.loadFixture(bondedLine);
      const returned = treasury.connect(program).giveBack(400n, BOND);
      await expect(returned).to.emit(treasury, "DepositReturned").withArgs(BOND, program.address, supplierId, 400n);
      await expect(returned).to.changeTokenBalances(ethers, token, [treasury, supplier], [-400n, 400n]);
      expect((await treasury.getDeposit(program, BOND)).amount).to.equal(600n);
    });
  });
});

describe("Treasury.forfeit", () => {
  describe("when the program forfeits a part", () => {
    it("is available in the bond's line, and no token moves", async () => {
      const { treasury, program, token, lineId } = await networkHelpers.loadFixture(bondedLine);
      const forfeited = treasury.connect(program).forfeit(400n, BOND);
      await expect(forfeited).to.emit(treasury, "DepositForfeited").withArgs(BOND, program.address, lineId, 400n);
      await expect(forfeited).to.changeTokenBalance(ethers, token, treasury, 0n);
      expect((await treasury.getDeposit(program, BOND)).amount).to.equal(600n);
      expect((await treasury.getLine(lineId)).balance).to.deep.equal([APPROPRIATION + 400n, 0n]);
    });
  });
});
