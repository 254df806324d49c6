import { expect } from "chai";
import { network } from "hardhat";

import {
  LegacyToken__factory,
  MockClp__factory,
  PlainToken__factory,
  RebasingToken__factory,
  Uint96Token__factory,
} from "../../typechain-types/index.js";
import { documentOf } from "../helpers/agreement.ts";
import { RECORD } from "../helpers/program.ts";
import { APPROPRIATION } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { FUNDED, spendable, surplus, tokenLine } from "../helpers/token-line.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const AMOUNT = 1_000n;

async function blockableLine() {
  const line = await tokenLine(connection, async (deployer) => new MockClp__factory(deployer).deploy(0));
  await spendable(line, AMOUNT);
  return line;
}

async function fineLine() {
  const line = await tokenLine(connection, async (deployer) => new MockClp__factory(deployer).deploy(18));
  await spendable(line, 1n);
  return line;
}

async function rebasingLine() {
  const line = await tokenLine(connection, async (deployer) => new RebasingToken__factory(deployer).deploy());
  await spendable(line, FUNDED - AMOUNT);
  return line;
}

async function smallLine() {
  return tokenLine(connection, async (deployer) => new Uint96Token__factory(deployer).deploy());
}

async function doubleLine() {
  const line = await tokenLine(connection, async (deployer) => new LegacyToken__factory(deployer).deploy());
  await spendable(line, AMOUNT);
  return line;
}

describe("Treasury, a token that blocks accounts", () => {
  it("credits a blocked payee, pays the others, and the payee once it is free", async () => {
    const line = await networkHelpers.loadFixture(blockableLine);
    const { treasury, program, odd, token, supplier, supplierId, wallet, factorId, lineId } = line;
    await odd.setBlocked(supplier, true);
    await treasury.connect(program).pay(lineId, token, supplierId, 600n, RECORD);
    const other = treasury.connect(program).pay(lineId, token, factorId, 400n, RECORD);
    await expect(other).to.changeTokenBalance(ethers, token, wallet, 400n);
    expect(await treasury.creditOf(supplierId, token)).to.equal(600n);
    await odd.setBlocked(supplier, false);
    await expect(treasury.withdraw(supplierId, token)).to.changeTokenBalance(ethers, token, supplier, 600n);
    expect(await surplus(line)).to.equal(0n);
  });

  it("refuses the money of a blocked payer with the token's reason", async () => {
    const { treasury, budgetOffice, odd, lineId } = await networkHelpers.loadFixture(blockableLine);
    await odd.setBlocked(budgetOffice, true);
    await expect(treasury.connect(budgetOffice).fund(lineId, 1n))
      .to.be.revertedWithCustomError(odd, "MockClp_Blocked")
      .withArgs(budgetOffice.address);
  });

  it("turns every payment into a credit while the treasury itself is blocked", async () => {
    const line = await networkHelpers.loadFixture(blockableLine);
    const { treasury, program, odd, token, supplier, supplierId, lineId } = line;
    await odd.setBlocked(treasury, true);
    await treasury.connect(program).pay(lineId, token, supplierId, AMOUNT, RECORD);
    await expect(treasury.withdraw(supplierId, token))
      .to.be.revertedWithCustomError(treasury, "Treasury_TransferRefused")
      .withArgs(await token.getAddress(), supplier.address);
    await odd.setBlocked(treasury, false);
    await expect(treasury.withdraw(supplierId, token)).to.changeTokenBalance(ethers, token, supplier, AMOUNT);
    expect(await surplus(line)).to.equal(0n);
  });
});

describe("Treasury, a token of eighteen decimals", () => {
  it("counts in its smallest unit and moves one of them", async () => {
    const line = await networkHelpers.loadFixture(fineLine);
    const { treasury, program, token, supplier, supplierId, lineId } = line;
    const payment = treasury.connect(program).pay(lineId, token, supplierId, 1n, RECORD);
    await expect(payment).to.changeTokenBalances(ethers, token, [treasury, supplier], [-1n, 1n]);
    expect(await surplus(line)).to.equal(0n);
  });
});

describe("Treasury, a token that refuses amounts above 96 bits", () => {
  it("passes the token's reason on and books nothing", async () => {
    const { treasury, budgetOffice, odd, token, lineId } = await networkHelpers.loadFixture(smallLine);
    const large = 2n ** 96n;
    await token.mint(budgetOffice, large);
    await token.connect(budgetOffice).approve(treasury, large);
    await expect(treasury.connect(budgetOffice).fund(lineId, large))
      .to.be.revertedWithCustomError(odd, "Uint96Token_TooLarge")
      .withArgs(large);
    expect((await treasury.getLine(lineId)).balance).to.deep.equal([0n, 0n]);
  });
});

describe("Treasury, a token that changes balances by itself", () => {
  it("owes nobody what was given without a call, and no function moves it", async () => {
    const line = await networkHelpers.loadFixture(blockableLine);
    const { treasury, program, token, buyer, supplierId, lineId, budgetOffice } = line;
    await token.mint(treasury, 77n);
    await treasury.connect(program).pay(lineId, token, supplierId, AMOUNT, RECORD);
    await treasury.connect(budgetOffice).closeLine(lineId);
    const sweep = treasury.sweepLine(lineId);
    await expect(sweep).to.changeTokenBalance(ethers, token, buyer, FUNDED - AMOUNT);
    expect(await surplus(line)).to.equal(77n);
  });

  it("keeps a rise as a surplus", async () => {
    const line = await networkHelpers.loadFixture(rebasingLine);
    await line.odd.rebase(20_000n);
    expect(await surplus(line)).to.equal(2n * FUNDED - AMOUNT);
  });

  it("pays to the last unit after a fall, and credits the rest instead of losing it", async () => {
    const line = await networkHelpers.loadFixture(rebasingLine);
    const { treasury, program, odd, token, wallet, factorId, lineId } = line;
    await odd.rebase(2_500n);
    const left = await token.balanceOf(treasury);
    const spend = treasury.connect(program);
    const half = (FUNDED - AMOUNT) / 2n;
    const first = left - AMOUNT;
    await expect(spend.pay(lineId, token, factorId, first, RECORD)).to.changeTokenBalance(ethers, token, wallet, first);
    await expect(spend.pay(lineId, token, factorId, half, RECORD)).to.changeTokenBalance(ethers, token, wallet, 0n);
    expect(await treasury.creditOf(factorId, token)).to.equal(half);
    await token.mint(treasury, half);
    await expect(treasury.withdraw(factorId, token)).to.changeTokenBalance(ethers, token, wallet, half);
  });
});

describe("Treasury, a token of two addresses", () => {
  it("never pays one address's money with the other's", async () => {
    const line = await networkHelpers.loadFixture(doubleLine);
    const { treasury, budgetOffice, odd, token, escrow, program, buyerId, supplierId, supplier, lineId } = line;
    const double = PlainToken__factory.connect(await odd.DOUBLE(), budgetOffice);
    await treasury.connect(budgetOffice).allowToken(double, true);
    await treasury.connect(budgetOffice).openLine(double, escrow, buyerId, documentOf("double").digest);
    await treasury.connect(budgetOffice).fund(2n, 500n);
    await expect(treasury.connect(program).commit(lineId, double, buyerId, 1n, RECORD))
      .to.be.revertedWithCustomError(treasury, "Treasury_NotAvailable")
      .withArgs(lineId, 1n, 0n);
    await treasury.connect(program).commit(2n, double, buyerId, 500n, RECORD);
    const payment = treasury.connect(program).pay(2n, double, supplierId, 500n, RECORD);
    await expect(payment).to.changeTokenBalance(ethers, token, supplier, 500n);
    expect(await surplus(line)).to.equal(0n);
    expect((await token.balanceOf(treasury)) + AMOUNT).to.equal(APPROPRIATION - FUNDED + 2n * AMOUNT);
  });
});
