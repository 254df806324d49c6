import { expect } from "chai";
import { network } from "hardhat";

import { HookToken__factory } from "../../typechain-types/index.js";
import { documentOf } from "../helpers/agreement.ts";
import { BOND, RECORD } from "../helpers/program.ts";
import { openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { FUNDED, spendable, surplus, tokenLine } from "../helpers/token-line.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const AMOUNT = 1_000n;
const EVIDENCE = documentOf("report");

/** A line in a token with hooks, and a payee that is a contract. */
async function hookedLine() {
  const line = await tokenLine(connection, async (deployer) => new HookToken__factory(deployer).deploy());
  await spendable(line, AMOUNT);
  await line.odd.arm(true);
  return line;
}

/** A contract in execution whose supplier is a contract, in a token with hooks. */
async function hookedContract() {
  const line = await tokenLine(connection, async (deployer) => new HookToken__factory(deployer).deploy());
  await line.treasury.connect(line.budgetOffice).fund(line.lineId, FUNDED);
  const contract = await openContract({ ...line, supplier: line.factor, supplierId: line.factorId });
  const { escrow, wallet, factor } = line;
  for (const index of [0, 1, 2]) {
    const call = escrow.interface.encodeFunctionData("deliver", [contract.id, index, EVIDENCE]);
    await wallet.connect(factor).execute(escrow, call);
  }
  await line.odd.arm(true);
  return { ...line, ...contract };
}

describe("Treasury, a payee that calls back while it is paid", () => {
  describe("given the payee calls the treasury", () => {
    const reactions = {
      withdraw: (line: Awaited<ReturnType<typeof hookedLine>>) =>
        line.treasury.interface.encodeFunctionData("withdraw", [line.factorId, line.token.target]),
      fund: (line: Awaited<ReturnType<typeof hookedLine>>) =>
        line.treasury.interface.encodeFunctionData("fund", [line.lineId, 1n]),
      sweepLine: (line: Awaited<ReturnType<typeof hookedLine>>) =>
        line.treasury.interface.encodeFunctionData("sweepLine", [line.lineId]),
      pay: (line: Awaited<ReturnType<typeof hookedLine>>) =>
        line.treasury.interface.encodeFunctionData("pay", [line.lineId, line.token.target, line.factorId, 1n, RECORD]),
      giveBack: (line: Awaited<ReturnType<typeof hookedLine>>) =>
        line.treasury.interface.encodeFunctionData("giveBack", [1n, BOND]),
    };
    for (const [name, encode] of Object.entries(reactions)) {
      it(`is refused ${name}, and is paid once`, async () => {
        const line = await networkHelpers.loadFixture(hookedLine);
        const { treasury, program, token, wallet, factorId, lineId } = line;
        await wallet.setReaction(treasury, encode(line));
        const payment = treasury.connect(program).pay(lineId, token, factorId, AMOUNT, RECORD);
        await expect(payment).to.changeTokenBalance(ethers, token, wallet, AMOUNT);
        const guard = treasury.interface.getError("ReentrancyGuardReentrantCall")!;
        await expect(payment).to.emit(wallet, "Reacted").withArgs(false, guard.selector);
        expect(await surplus(line)).to.equal(0n);
      });
    }
  });

  describe("given the payee reads the treasury", () => {
    it("finds the books as they will be after the payment", async () => {
      const line = await networkHelpers.loadFixture(hookedLine);
      const { treasury, program, token, wallet, factorId, lineId } = line;
      await wallet.setReaction(treasury, treasury.interface.encodeFunctionData("getLine", [lineId]));
      const payment = treasury.connect(program).pay(lineId, token, factorId, AMOUNT, RECORD);
      await (await payment).wait();
      const after = treasury.interface.encodeFunctionResult("getLine", [...(await treasury.getLine(lineId))]);
      await expect(payment).to.emit(wallet, "Reacted").withArgs(true, after);
    });
  });

  describe("given the payee sends the payment back from inside the hook", () => {
    it("is owed again what did not leave", async () => {
      const line = await networkHelpers.loadFixture(hookedLine);
      const { treasury, program, token, wallet, factorId, lineId } = line;
      const gift = token.interface.encodeFunctionData("transfer", [treasury.target, 400n]);
      await wallet.setReaction(token, gift);
      await treasury.connect(program).pay(lineId, token, factorId, AMOUNT, RECORD);
      expect(await treasury.creditOf(factorId, token)).to.equal(400n);
      expect(await surplus(line)).to.equal(0n);
    });
  });

  describe("given the supplier of a contract calls the escrow", () => {
    it("cannot settle another milestone inside the payment of one, and settles it afterwards", async () => {
      const contract = await networkHelpers.loadFixture(hookedContract);
      const { escrow, treasury, inspector, token, wallet, stranger, deed } = contract;
      await networkHelpers.time.increase(9 * 86_400);
      await wallet.setReaction(escrow, escrow.interface.encodeFunctionData("settle", [deed.terms, 1]));
      const payment = escrow.connect(stranger).settle(deed.terms, 0);
      await expect(payment).to.changeTokenBalance(ethers, token, wallet, 18_000_000n);
      const guard = treasury.interface.getError("ReentrancyGuardReentrantCall")!;
      await expect(payment).to.emit(wallet, "Reacted").withArgs(false, guard.selector);
      await expect(escrow.connect(stranger).settle(deed.terms, 0)).to.be.revertedWithCustomError(
        escrow,
        "Escrow_NothingPayable",
      );
      await expect(escrow.connect(inspector).settle(deed.terms, 1)).to.changeTokenBalance(
        ethers,
        token,
        wallet,
        19_000_000n,
      );
      expect(await surplus(contract, [])).to.equal(0n);
    });
  });
});
