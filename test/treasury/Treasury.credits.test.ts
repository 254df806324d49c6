import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import * as program from "../helpers/program.ts";
import { PUSH_GAS, RECORD } from "../helpers/program.ts";
import { accredit, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

/** What a transfer needs before it is tried: its own gas behind the 63/64 rule, and the treasury's bookkeeping after it. */
const NEEDED = (PUSH_GAS * 64n) / 63n + 10_000n;

const committedLine = async () => program.committedLine(connection);

/** A payment of a thousand that came while the supplier was changing its account. */
async function creditedSupplier() {
  const fixture = await committedLine();
  const { treasury, registry, program: spender, token, supplier, supplierId, stranger, lineId } = fixture;
  await registry.connect(supplier).proposeRotation(supplierId, stranger);
  const tx = await treasury.connect(spender).pay(lineId, token, supplierId, 1_000n, RECORD);
  return { ...fixture, tx };
}

describe("Treasury, the fall back to a credit", () => {
  describe("given a change of account is pending", () => {
    it("pays nobody and credits the entity", async () => {
      const { treasury, token, supplier, stranger, supplierId, lineId, tx } =
        await networkHelpers.loadFixture(creditedSupplier);
      await expect(tx).to.emit(treasury, "Paid").withArgs(lineId, RECORD, supplierId, 1_000n);
      await expect(tx)
        .to.emit(treasury, "Credited")
        .withArgs(supplierId, await token.getAddress(), RECORD, 1_000n);
      await expect(tx).to.changeTokenBalances(ethers, token, [treasury, supplier, stranger], [0n, 0n, 0n]);
      expect(await treasury.creditOf(supplierId, token)).to.equal(1_000n);
    });

    it("adds further payments to the same credit, and touches no other payee", async () => {
      const { treasury, program, token, factor, buyerId, supplierId, factorId, lineId } =
        await networkHelpers.loadFixture(creditedSupplier);
      await treasury.connect(program).commit(lineId, token, buyerId, 600n, RECORD);
      await treasury.connect(program).pay(lineId, token, supplierId, 500n, RECORD);
      const other = treasury.connect(program).pay(lineId, token, factorId, 100n, RECORD);
      await expect(other).to.changeTokenBalance(ethers, token, factor, 100n);
      expect(await treasury.creditOf(supplierId, token)).to.equal(1_500n);
      expect(await treasury.creditOf(factorId, token)).to.equal(0n);
    });
  });

  describe("given the payee is in no registry", () => {
    it("credits the id instead of sending to the zero address", async () => {
      const { treasury, program, token, lineId } = await networkHelpers.loadFixture(committedLine);
      await treasury.connect(program).pay(lineId, token, 99n, 1_000n, RECORD);
      expect(await treasury.creditOf(99n, token)).to.equal(1_000n);
      await expect(treasury.withdraw(99n, token))
        .to.be.revertedWithCustomError(treasury, "Treasury_NoAccount")
        .withArgs(99n);
    });
  });

  describe("when the caller chooses the gas", () => {
    it("either fails as a whole or pays, and never turns a good payment into a credit", async () => {
      const { treasury, program, token, supplierId, lineId } = await networkHelpers.loadFixture(committedLine);
      const spend = treasury.connect(program);
      const outcomes = { refused: 0, paid: 0 };
      for (let gasLimit = 40_000n; gasLimit <= 320_000n; gasLimit += 4_000n) {
        const order = await spend
          .pay(lineId, token, supplierId, 1n, RECORD, { gasLimit })
          .then(async (tx) => tx.wait())
          .catch(() => null);
        if (order === null) outcomes.refused += 1;
        else outcomes.paid += 1;
        expect(await treasury.creditOf(supplierId, token), `gas ${gasLimit}`).to.equal(0n);
      }
      expect(outcomes.refused).to.be.greaterThan(10);
      expect(outcomes.paid).to.be.greaterThan(10);
      expect((await treasury.getLine(lineId)).balance.committed).to.equal(1_000n - BigInt(outcomes.paid));
    });

    it("is told how much a transfer needs", async () => {
      const { treasury, program, token, supplierId, lineId } = await networkHelpers.loadFixture(committedLine);
      const order = treasury.connect(program).pay(lineId, token, supplierId, 1n, RECORD, { gasLimit: 200_000n });
      await expect(order)
        .to.be.revertedWithCustomError(treasury, "Treasury_NotEnoughGas")
        .withArgs((left: bigint) => left < NEEDED, NEEDED);
    });
  });
});

describe("Treasury.withdraw", () => {
  describe("when there is no credit", () => {
    it("reverts", async () => {
      const { treasury, token, supplierId } = await networkHelpers.loadFixture(committedLine);
      await expect(treasury.withdraw(supplierId, token))
        .to.be.revertedWithCustomError(treasury, "Treasury_NoCredit")
        .withArgs(supplierId, await token.getAddress());
    });
  });

  describe("when the change of account is still pending", () => {
    it("reverts and keeps the credit", async () => {
      const { treasury, token, supplierId } = await networkHelpers.loadFixture(creditedSupplier);
      await expect(treasury.withdraw(supplierId, token))
        .to.be.revertedWithCustomError(treasury, "Treasury_NoAccount")
        .withArgs(supplierId);
      expect(await treasury.creditOf(supplierId, token)).to.equal(1_000n);
    });
  });

  describe("when anyone asks after the account has changed", () => {
    it("pays the new account once", async () => {
      const { treasury, registry, token, supplier, stranger, factor, supplierId } =
        await networkHelpers.loadFixture(creditedSupplier);
      await time.increase(7n * DAY);
      await registry.connect(stranger).acceptRotation(supplierId);
      const withdrawal = treasury.connect(factor).withdraw(supplierId, token);
      await expect(withdrawal)
        .to.emit(treasury, "CreditWithdrawn")
        .withArgs(supplierId, factor.address, await token.getAddress(), 1_000n, stranger.address);
      await expect(withdrawal).to.changeTokenBalances(
        ethers,
        token,
        [treasury, stranger, supplier, factor],
        [-1_000n, 1_000n, 0n, 0n],
      );
      await expect(treasury.withdraw(supplierId, token)).to.be.revertedWithCustomError(treasury, "Treasury_NoCredit");
    });
  });

  describe("when the change of account has lapsed", () => {
    it("pays the old account", async () => {
      const { treasury, token, supplier, supplierId } = await networkHelpers.loadFixture(creditedSupplier);
      await time.increase(14n * DAY + 1n);
      await expect(treasury.withdraw(supplierId, token)).to.changeTokenBalance(ethers, token, supplier, 1_000n);
    });
  });

  describe("when the old account has entered a new entity after the change", () => {
    it("pays the entity that is owed, not the account that was", async () => {
      const { treasury, registry, accreditor, token, supplier, stranger, supplierId } =
        await networkHelpers.loadFixture(creditedSupplier);
      await time.increase(7n * DAY);
      await registry.connect(stranger).acceptRotation(supplierId);
      const later = await accredit(registry, accreditor, supplier, { kind: KIND.supplier, number: 78_000_000n });
      await expect(treasury.withdraw(later, token)).to.be.revertedWithCustomError(treasury, "Treasury_NoCredit");
      await expect(treasury.withdraw(supplierId, token)).to.changeTokenBalance(ethers, token, stranger, 1_000n);
    });
  });
});
