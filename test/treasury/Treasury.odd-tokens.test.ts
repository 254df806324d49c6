import { expect } from "chai";
import { network } from "hardhat";

import { BOND, PUSH_GAS, RECORD } from "../helpers/program.ts";
import { ODDITIES } from "../helpers/odd-tokens.ts";
import type { Connection } from "../helpers/suite.ts";
import { FUNDED, spendable, surplus, tokenLine } from "../helpers/token-line.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const AMOUNT = 1_000n;
/** Gas that an order may use whatever the token does with what it is given. */
const MOST_GAS = PUSH_GAS + 150_000n;
const GAS_LIMIT = 2_000_000n;

for (const oddity of ODDITIES) {
  const { fundError, pay } = oddity;

  async function armedLine() {
    const line = await tokenLine(connection, oddity.deploy);
    await spendable(line, AMOUNT);
    await line.odd.arm(true);
    return line;
  }

  describe(`Treasury, a token that ${oddity.title}`, () => {
    describe("given it does so when money comes in", () => {
      it(
        fundError === undefined ? "is taken at its full amount" : "is refused at the door, and nothing is booked",
        async () => {
          const line = await networkHelpers.loadFixture(armedLine);
          const { treasury, budgetOffice, token, odd, lineId } = line;
          const funding = treasury.connect(budgetOffice).fund(lineId, AMOUNT, { gasLimit: GAS_LIMIT });
          if (fundError === undefined) {
            await expect(funding).to.changeTokenBalance(ethers, token, treasury, AMOUNT);
          } else if (fundError.by === "nobody") {
            await expect(funding).to.be.revertedWithoutReason(ethers);
          } else {
            const named = expect(funding).to.be.revertedWithCustomError(
              fundError.by === "treasury" ? treasury : odd,
              fundError.name,
            );
            if (fundError.by === "treasury") await named.withArgs(await token.getAddress(), ...(fundError.args ?? []));
            else await named;
          }
          const arrived = fundError === undefined ? AMOUNT : 0n;
          expect((await treasury.getLine(lineId)).balance).to.deep.equal([FUNDED - AMOUNT + arrived, AMOUNT]);
          expect(await surplus(line)).to.equal(0n);
        },
      );
    });

    describe("given it does so when money goes out", () => {
      for (const path of ["pay", "giveBack", "sweepLine"] as const) {
        it(`keeps the books on ${path}, and what did not leave leaves once it stops`, async () => {
          const line = await networkHelpers.loadFixture(armedLine);
          const { treasury, program, budgetOffice, token, odd, supplier, supplierId, buyer, buyerId, lineId } = line;
          if (path === "sweepLine") {
            const rest = FUNDED - 2n * AMOUNT;
            await treasury.connect(program).commit(lineId, token, buyerId, rest, BOND);
            await treasury.connect(budgetOffice).closeLine(lineId);
          }
          const [payee, entity] = path === "sweepLine" ? [buyer, buyerId] : [supplier, supplierId];
          const before = await token.balanceOf(payee);
          const gas = { gasLimit: GAS_LIMIT };
          const order = async () => {
            if (path === "pay") return treasury.connect(program).pay(lineId, token, supplierId, AMOUNT, RECORD, gas);
            if (path === "giveBack") return treasury.connect(program).giveBack(AMOUNT, BOND, gas);
            return treasury.sweepLine(lineId, gas);
          };

          if (pay === "refused") {
            await expect(order())
              .to.be.revertedWithCustomError(treasury, "Treasury_AmountMismatch")
              .withArgs(await token.getAddress(), AMOUNT + AMOUNT / 100n, AMOUNT);
            expect(await surplus(line)).to.equal(0n);
            await odd.arm(false);
            await order();
            expect((await token.balanceOf(payee)) - before).to.equal(AMOUNT);
            return;
          }

          const receipt = (await (await order()).wait())!;
          expect(receipt.gasUsed).to.be.lessThan(MOST_GAS);
          expect((await token.balanceOf(payee)) - before).to.equal(pay.received);
          expect(await treasury.creditOf(entity, token)).to.equal(AMOUNT - pay.left);
          expect(await surplus(line)).to.equal(0n);
          if (pay.left === AMOUNT) return;

          if (pay.left === 0n) {
            await expect(treasury.withdraw(entity, token, gas))
              .to.be.revertedWithCustomError(treasury, "Treasury_TransferRefused")
              .withArgs(await token.getAddress(), payee.address);
          } else {
            await treasury.withdraw(entity, token, gas);
            expect(await treasury.creditOf(entity, token)).to.equal((AMOUNT - pay.left) / 2n);
          }
          expect(await surplus(line)).to.equal(0n);
          await odd.arm(false);
          await treasury.withdraw(entity, token);
          expect((await token.balanceOf(payee)) - before).to.equal(AMOUNT);
          expect(await treasury.creditOf(entity, token)).to.equal(0n);
          expect(await surplus(line)).to.equal(0n);
        });
      }
    });
  });
}
