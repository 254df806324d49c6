import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { daysLate, fineFor } from "../../scripts/lib/procurement/fines.ts";
import { shareDown, shareUp } from "../../scripts/lib/procurement/law.ts";
import { releasePart, splitPayment } from "../../scripts/lib/procurement/payment.ts";
import { ProcurementMathHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { agree } from "./support/agree.ts";
import { amount, bps, instant } from "./support/cases.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new ProcurementMathHarness__factory(deployer!).deploy();
}

/** A contract under way: a price, what of it is due now and later, and an advance that is still in it. */
const payments = amount()
  .map((price) => price + 1n)
  .chain((price) =>
    fc.record({
      price: fc.constant(price),
      gross: amount(price),
      unpaidAfter: amount(price),
      advance: amount(price),
      retained: amount(price),
      finesLeft: amount(price),
      retentionBps: bps,
      retentionCapBps: bps,
      drawn: fc.bigInt({ min: 0n, max: 100n }),
    }),
  )
  .map(({ drawn, ...input }) => {
    const carried = input.gross + input.unpaidAfter;
    const most = input.advance < carried ? input.advance : carried;
    return { ...input, advanceLeft: (most * drawn) / 100n };
  });

const parts = fc
  .record({ amount: amount(), unpaidAfter: amount(), share: fc.bigInt({ min: 0n, max: 100n }) })
  .map(({ share, ...part }) => ({ ...part, advanceLeft: ((part.amount + part.unpaidAfter) * share) / 100n }));

const late = fc.record({
  dueAt: instant(400),
  deliveredAt: instant(800),
  amount: amount(),
  bpsPerDay: bps,
  price: amount(),
  capBps: bps,
  imposed: amount(),
});

describe("splitPayment", () => {
  it("agrees with the contract over random payments, and its parts sum to the amount", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      payments,
      async (batch) =>
        (await contract.splits(batch)).map(({ net, amortised, retained, fined }) => ({
          net,
          amortised,
          retained,
          fined,
        })),
      splitPayment,
    );
    for (const part of ["net", "amortised", "retained", "fined"] as const) {
      expect(answers.filter((answer) => answer[part] !== 0n).length, part).to.be.above(50);
    }
    fc.assert(
      fc.property(payments, (input) => {
        const { net, amortised, retained, fined } = splitPayment(input);
        expect(net + amortised + retained + fined).to.equal(input.gross);
      }),
    );
  });
});

describe("releasePart", () => {
  it("agrees with the contract over random parts", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      parts,
      async (batch) => (await contract.releases(batch)).map(({ released, unearned }) => ({ released, unearned })),
      (part) => releasePart(part.amount, part.unpaidAfter, part.advanceLeft),
    );
    expect(answers.filter(({ unearned }) => unearned !== 0n).length).to.be.above(50);
  });
});

describe("fineFor", () => {
  it("agrees with the contract over random delays", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const answers = await agree(
      late,
      async (batch) => (await contract.fines(batch)).map(({ lateDays, fine }) => ({ lateDays, fine })),
      ({ dueAt, deliveredAt, ...input }) => {
        const lateDays = daysLate(dueAt, deliveredAt);
        return { lateDays, fine: fineFor({ ...input, lateDays }) };
      },
    );
    expect(answers.filter(({ fine }) => fine !== 0n).length).to.be.above(50);
  });
});

describe("shareDown and shareUp", () => {
  it("agree with the contract over random amounts", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    await agree(
      fc.record({ amount: amount(2n ** 128n - 1n), bps }),
      async (batch) => {
        const { down, up } = await contract.shares(batch);
        return batch.map((_case, index) => ({ down: down[index], up: up[index] }));
      },
      (share) => ({ down: shareDown(share.amount, share.bps), up: shareUp(share.amount, share.bps) }),
    );
  });
});
