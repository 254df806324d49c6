import { expect } from "chai";
import { network } from "hardhat";

import { MockClp__factory } from "../../typechain-types/index.js";
import * as program from "../helpers/program.ts";
import { RECORD } from "../helpers/program.ts";
import { APPROPRIATION } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const fundedLine = async () => program.programLine(connection);
const committedLine = async () => program.committedLine(connection);

async function closedLine() {
  const fixture = await fundedLine();
  await fixture.treasury.connect(fixture.budgetOffice).closeLine(fixture.lineId);
  return fixture;
}

describe("Treasury.commit", () => {
  describe("when the line is unknown or closed", () => {
    it("reverts", async () => {
      const { treasury, program, token, buyerId, lineId } = await networkHelpers.loadFixture(closedLine);
      await expect(treasury.connect(program).commit(9n, token, buyerId, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_UnknownLine")
        .withArgs(9n);
      await expect(treasury.connect(program).commit(lineId, token, buyerId, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_LineClosed")
        .withArgs(lineId);
    });
  });

  describe("when the line is another body's", () => {
    it("reverts", async () => {
      const { treasury, program, token, buyerId, supplierId, lineId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(program).commit(lineId, token, supplierId, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotLineOwner")
        .withArgs(lineId, supplierId, buyerId);
    });
  });

  describe("when the amount is zero", () => {
    it("reverts", async () => {
      const { treasury, program, token, buyerId, lineId } = await networkHelpers.loadFixture(fundedLine);
      const order = treasury.connect(program).commit(lineId, token, buyerId, 0n, RECORD);
      await expect(order).to.be.revertedWithCustomError(treasury, "Treasury_ZeroAmount");
    });
  });

  describe("when the amount is more than is available", () => {
    it("reverts", async () => {
      const { treasury, program, token, buyerId, lineId } = await networkHelpers.loadFixture(fundedLine);
      await expect(treasury.connect(program).commit(lineId, token, buyerId, APPROPRIATION + 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotAvailable")
        .withArgs(lineId, APPROPRIATION + 1n, APPROPRIATION);
    });
  });

  describe("when the caller is not the line's program, or names another token", () => {
    it("finds an empty line", async () => {
      const { treasury, program, token, buyer, buyerId, lineId, deployer } =
        await networkHelpers.loadFixture(fundedLine);
      const other = await new MockClp__factory(deployer).deploy(0);
      await expect(treasury.connect(buyer).commit(lineId, token, buyerId, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotAvailable")
        .withArgs(lineId, 1n, 0n);
      await expect(treasury.connect(program).commit(lineId, other, buyerId, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotAvailable")
        .withArgs(lineId, 1n, 0n);
    });
  });

  describe("when the program commits everything", () => {
    it("moves it from available to committed, and no token", async () => {
      const { treasury, program, token, buyerId, lineId } = await networkHelpers.loadFixture(fundedLine);
      const commitment = treasury.connect(program).commit(lineId, token, buyerId, APPROPRIATION, RECORD);
      await expect(commitment).to.emit(treasury, "Committed").withArgs(lineId, RECORD, APPROPRIATION);
      await expect(commitment).to.changeTokenBalance(ethers, token, treasury, 0n);
      expect((await treasury.getLine(lineId)).balance).to.deep.equal([0n, APPROPRIATION]);
    });
  });
});

describe("Treasury.release", () => {
  describe("when the amount is zero", () => {
    it("reverts", async () => {
      const { treasury, program, token, lineId } = await networkHelpers.loadFixture(committedLine);
      const order = treasury.connect(program).release(lineId, token, 0n, RECORD);
      await expect(order).to.be.revertedWithCustomError(treasury, "Treasury_ZeroAmount");
    });
  });

  describe("when the caller has not committed that much", () => {
    it("reverts", async () => {
      const { treasury, program, token, stranger, lineId } = await networkHelpers.loadFixture(committedLine);
      await expect(treasury.connect(program).release(lineId, token, 1_001n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
        .withArgs(lineId, 1_001n, 1_000n);
      await expect(treasury.connect(stranger).release(lineId, token, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
        .withArgs(lineId, 1n, 0n);
    });
  });

  describe("when the program releases a part", () => {
    it("is available again", async () => {
      const { treasury, program, token, lineId } = await networkHelpers.loadFixture(committedLine);
      await expect(treasury.connect(program).release(lineId, token, 300n, RECORD))
        .to.emit(treasury, "Released")
        .withArgs(lineId, RECORD, 300n);
      expect((await treasury.getLine(lineId)).balance).to.deep.equal([APPROPRIATION - 700n, 700n]);
    });
  });
});

describe("Treasury.pay", () => {
  describe("when the amount is zero", () => {
    it("reverts", async () => {
      const { treasury, program, token, supplierId, lineId } = await networkHelpers.loadFixture(committedLine);
      const order = treasury.connect(program).pay(lineId, token, supplierId, 0n, RECORD);
      await expect(order).to.be.revertedWithCustomError(treasury, "Treasury_ZeroAmount");
    });
  });

  describe("when the caller has not committed that much", () => {
    it("reverts", async () => {
      const { treasury, program, token, supplierId, stranger, lineId } =
        await networkHelpers.loadFixture(committedLine);
      await expect(treasury.connect(program).pay(lineId, token, supplierId, 1_001n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
        .withArgs(lineId, 1_001n, 1_000n);
      await expect(treasury.connect(stranger).pay(lineId, token, supplierId, 1n, RECORD))
        .to.be.revertedWithCustomError(treasury, "Treasury_NotCommitted")
        .withArgs(lineId, 1n, 0n);
    });
  });

  describe("when the program pays", () => {
    it("pushes the tokens and leaves no credit", async () => {
      const { treasury, program, token, supplier, supplierId, lineId } =
        await networkHelpers.loadFixture(committedLine);
      const payment = treasury.connect(program).pay(lineId, token, supplierId, 1_000n, RECORD);
      await expect(payment).to.emit(treasury, "Paid").withArgs(lineId, RECORD, supplierId, 1_000n);
      await expect(payment).not.to.emit(treasury, "Credited");
      await expect(payment).to.changeTokenBalances(ethers, token, [treasury, supplier], [-1_000n, 1_000n]);
      expect((await treasury.getLine(lineId)).balance.committed).to.equal(0n);
      expect(await treasury.creditOf(supplierId, token)).to.equal(0n);
    });
  });

  describe("when it is paid in many parts", () => {
    it("ends where one payment ends", async () => {
      const { treasury, program, token, supplier, supplierId, lineId } =
        await networkHelpers.loadFixture(committedLine);
      const before = await token.balanceOf(supplier);
      for (const part of [1n, 333n, 333n, 333n]) {
        await treasury.connect(program).pay(lineId, token, supplierId, part, RECORD);
      }
      expect((await token.balanceOf(supplier)) - before).to.equal(1_000n);
      expect((await treasury.getLine(lineId)).balance.committed).to.equal(0n);
    });
  });

  describe("when the token is allowed no more", () => {
    it("is paid all the same", async () => {
      const { treasury, budgetOffice, program, token, supplier, supplierId, lineId } =
        await networkHelpers.loadFixture(committedLine);
      await treasury.connect(budgetOffice).allowToken(token, false);
      const payment = treasury.connect(program).pay(lineId, token, supplierId, 1_000n, RECORD);
      await expect(payment).to.changeTokenBalance(ethers, token, supplier, 1_000n);
    });
  });
});
