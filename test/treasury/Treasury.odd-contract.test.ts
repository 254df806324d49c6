import { expect } from "chai";
import { network } from "hardhat";

import { DAY, documentOf } from "../helpers/agreement.ts";
import { ODDITIES } from "../helpers/odd-tokens.ts";
import { openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { FUNDED, surplus, tokenLine } from "../helpers/token-line.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const EVIDENCE = documentOf("report");
const PERFORMANCE_BOND = 6_000_000n;
const PRICE = 60_000_000n;

for (const oddity of ODDITIES) {
  /** A contract of three delivered milestones and a bond, opened while the token behaved. */
  async function deliveredContract() {
    const line = await tokenLine(connection, oddity.deploy);
    await line.treasury.connect(line.budgetOffice).fund(line.lineId, FUNDED);
    const contract = await openContract(line, { annex: { performanceBond: PERFORMANCE_BOND } });
    for (const index of [0, 1, 2]) await line.escrow.connect(line.supplier).deliver(contract.id, index, EVIDENCE);
    return { ...line, ...contract };
  }

  describe(`A whole contract in a token that ${oddity.title}`, () => {
    it("runs to its end with every unit paid, credited or still committed, and the supplier has it all at last", async () => {
      const contract = await networkHelpers.loadFixture(deliveredContract);
      const { escrow, closing, treasury, odd, token, inspector, stranger, supplier, supplierId, id, deed } = contract;
      const bonds = [await escrow.performanceBondKey(id)];
      const before = await token.balanceOf(supplier);
      const gas = { gasLimit: 3_000_000n };
      const steps = [
        async () => escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest, gas),
        async () => networkHelpers.time.increase(9n * DAY),
        async () => escrow.connect(stranger).settle(deed.terms, 1, gas),
        async () => escrow.connect(stranger).settle(deed.terms, 2, gas),
        async () => networkHelpers.time.increase(90n * DAY),
        async () => closing.connect(stranger).releaseRetention(deed, gas),
        async () => networkHelpers.time.increase(400n * DAY),
        async () => closing.connect(stranger).returnPerformanceBond(deed, gas),
      ];
      await odd.arm(true);
      for (const step of steps) {
        if (oddity.pay === "refused") {
          // The token overcharges: the order is refused whole, and goes through once the token stops.
          const outcome = await step().then(
            () => "done",
            (error: unknown) => String(error),
          );
          if (outcome !== "done") {
            expect(outcome).to.include("Treasury_AmountMismatch");
            await odd.arm(false);
            await step();
            await odd.arm(true);
          }
        } else await step();
        expect(await surplus(contract, bonds)).to.equal(0n);
      }
      await odd.arm(false);
      if ((await treasury.creditOf(supplierId, token)) !== 0n) await treasury.withdraw(supplierId, token);
      const received = (await token.balanceOf(supplier)) - before;
      const { pay } = oddity;
      const kept = pay === "refused" ? 0n : ((PRICE + PERFORMANCE_BOND) * (pay.left - pay.received)) / 1_000n;
      expect(received).to.equal(PRICE + PERFORMANCE_BOND - kept);
      expect((await treasury.getLine(1n)).balance).to.deep.equal([FUNDED - PRICE, 0n]);
      expect(await surplus(contract, bonds)).to.equal(0n);
    });
  });
}
