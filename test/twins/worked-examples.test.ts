import { expect } from "chai";
import { network } from "hardhat";

import { disputeTerm, DISPUTE_STAGE } from "../../scripts/lib/procurement/dispute-clock.ts";
import { processTerm, PROCESS_STAGE, type Course } from "../../scripts/lib/procurement/due-process.ts";
import { daysLate, fineFor } from "../../scripts/lib/procurement/fines.ts";
import { lateCharges } from "../../scripts/lib/procurement/late-payment.ts";
import { DAY, shareUp } from "../../scripts/lib/procurement/law.ts";
import { releasePart, splitPayment } from "../../scripts/lib/procurement/payment.ts";
import { isInArrears, milestoneStatus, MILESTONE_STATUS, payableAmount } from "../../scripts/lib/procurement/review.ts";
import { termsFaults } from "../../scripts/lib/procurement/terms-check.ts";
import { ProcurementMathHarness__factory } from "../../typechain-types/index.js";
import type { Connection } from "../helpers/suite.ts";
import { NOW } from "./support/cases.ts";
import { annexWith, termsWith } from "./support/deeds.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new ProcurementMathHarness__factory(deployer!).deploy();
}
const contractOf = () => networkHelpers.loadFixture(harness);
const M = 1_000_000n;

describe("an advance of 20 % over five milestones, with 10 % retained up to 5 % of the price", () => {
  const price = 100n * M;
  const input = { gross: 20n * M, price, advance: 20n * M, finesLeft: 0n, retentionBps: 1_000n, retentionCapBps: 500n };
  /** Millions: what is left unpaid, of the advance and in retention before each payment, and its three parts. */
  const TABLE = [
    { unpaidAfter: 80n, advanceLeft: 20n, before: 0n, amortised: 4n, retained: 2n, net: 14n },
    { unpaidAfter: 60n, advanceLeft: 16n, before: 2n, amortised: 4n, retained: 2n, net: 14n },
    { unpaidAfter: 40n, advanceLeft: 12n, before: 4n, amortised: 4n, retained: 1n, net: 15n },
    { unpaidAfter: 20n, advanceLeft: 8n, before: 5n, amortised: 4n, retained: 0n, net: 16n },
    { unpaidAfter: 0n, advanceLeft: 4n, before: 5n, amortised: 4n, retained: 0n, net: 16n },
  ];
  const inputs = TABLE.map(({ unpaidAfter, advanceLeft, before }) => ({
    ...input,
    unpaidAfter: unpaidAfter * M,
    advanceLeft: advanceLeft * M,
    retained: before * M,
  }));
  const expected = TABLE.map(({ amortised, retained, net }) => [net * M, amortised * M, retained * M, 0n]);

  it("pays 14, 14, 15, 16 and 16 million by twin and contract", async () => {
    const contract = await contractOf();
    expect((await contract.splits(inputs)).map((split) => [...split])).to.deep.equal(expected);
    const twins = inputs.map(splitPayment);
    expect(twins.map(({ net, amortised, retained, fined }) => [net, amortised, retained, fined])).to.deep.equal(
      expected,
    );
  });

  it("has paid the price when advance and retention are counted", () => {
    const paid = expected.reduce((sum, [net = 0n]) => sum + net, 0n);
    expect(input.advance + paid + 5n * M).to.equal(price);
  });

  it("takes a final fine last, and never more than the payment holds", async () => {
    const contract = await contractOf();
    const fined = { ...inputs[4]!, finesLeft: 17n * M };
    const parts = [0n, 4n * M, 0n, 16n * M];
    expect([...(await contract.splits([fined]))[0]!]).to.deep.equal(parts);
    const { net, amortised, retained, fined: taken } = splitPayment(fined);
    expect([net, amortised, retained, taken]).to.deep.equal(parts);
  });

  it("returns what was advanced on undelivered work from the bond", async () => {
    const contract = await contractOf();
    // After two payments, the other 60 million will not be delivered; 12 of them were advanced.
    const part = { amount: 60n * M, unpaidAfter: 0n, advanceLeft: 12n * M };
    expect([...(await contract.releases([part]))[0]!]).to.deep.equal([48n * M, 12n * M]);
    expect(releasePart(part.amount, part.unpaidAfter, part.advanceLeft)).to.deep.equal({
      released: 48n * M,
      unearned: 12n * M,
    });
  });
});

describe("a fine of 2 % a day of a milestone of 60 million, in a contract of 60 million", () => {
  const late = { dueAt: NOW, amount: 60n * M, bpsPerDay: 200n, price: 60n * M, capBps: 3_000n };
  /** Instant of delivery, fines imposed before, days late, fine: 1.2 million a day, 18 million at most. */
  const TABLE: [at: bigint, imposed: bigint, days: bigint, fine: bigint][] = [
    [NOW, 0n, 0n, 0n],
    [NOW + DAY - 1n, 0n, 0n, 0n],
    [NOW + DAY, 0n, 1n, 1_200_000n],
    [NOW + 14n * DAY, 0n, 14n, 16_800_000n],
    [NOW + 15n * DAY, 0n, 15n, 18_000_000n],
    [NOW + 16n * DAY, 0n, 16n, 18_000_000n],
    [NOW + 14n * DAY, 10n * M, 14n, 8_000_000n],
    [NOW + 14n * DAY, 18n * M, 14n, 0n],
  ];

  it("reaches the bound of 30 % on the fifteenth day by twin and contract", async () => {
    const contract = await contractOf();
    const cases = TABLE.map(([deliveredAt, imposed]) => ({ ...late, deliveredAt, imposed }));
    const expected = TABLE.map(([, , days, fine]) => [days, fine]);
    expect((await contract.fines(cases)).map((fined) => [...fined])).to.deep.equal(expected);
    const twins = cases.map(({ deliveredAt, ...input }) => {
      const lateDays = daysLate(input.dueAt, deliveredAt);
      return [lateDays, fineFor({ ...input, lateDays })];
    });
    expect(twins).to.deep.equal(expected);
  });
});

describe("the eight days of silence", () => {
  const amount = 20n * M;
  const milestone = { amount, notBefore: 0n, dueAt: 0n, certificates: 0n, flags: 0n };
  const delivery = { evidence: `0x${"11".repeat(27)}`, time: NOW };
  const exception = {
    settled: 0n,
    withheld: 0n,
    objected: 0n,
    objectedAt: 0n,
    firstDeliveredAt: 0n,
    objections: 0n,
    disputed: false,
  };
  const record = {
    amount,
    reviewed: false,
    settled: false,
    deliveredAt: NOW,
    settledPart: 0n,
    withheld: 0n,
    objected: 0n,
    objectedAt: 0n,
    disputed: false,
  };
  const TABLE: [time: bigint, status: string, payable: bigint][] = [
    [NOW, "under review", 0n],
    [NOW + 691_200n, "under review", 0n], // the last second of the eighth day
    [NOW + 691_201n, "accepted", amount],
  ];

  it("accept in the first second after the eighth day by twin and contract", async () => {
    const contract = await contractOf();
    const answers = await contract.reviews(TABLE.map(([time]) => ({ milestone, delivery, exception, time })));
    const expected = TABLE.map(([, status, payable]) => [status, payable]);
    expect(answers.map(({ status, payableAmount: due }) => [MILESTONE_STATUS[Number(status)], due])).to.deep.equal(
      expected,
    );
    expect(TABLE.map(([time]) => [milestoneStatus(record, time), payableAmount(record, time)])).to.deep.equal(expected);
  });

  it("put the buyer in arrears thirty days after the delivery, not before", () => {
    expect(isInArrears(record, true, NOW + 2_592_000n)).to.equal(false);
    expect(isInArrears(record, true, NOW + 2_592_001n)).to.equal(true);
    expect(isInArrears(record, false, NOW + 2_592_001n)).to.equal(false);
    expect(isInArrears({ ...record, settled: true }, true, NOW + 2_592_001n)).to.equal(false);
  });
});

describe("the guarantee of 5 % of a net price of 84,033,613 pesos", () => {
  const price = 100n * M;
  const opening = (performanceBond: bigint) => ({
    deed: {
      terms: termsWith({ price }),
      annex: annexWith({ netPrice: 84_033_613n, performanceBond, bondUntil: NOW + 365n * DAY }),
    },
    schedule: [{ amount: price, notBefore: NOW, dueAt: NOW + DAY, certificates: 0n }],
    threshold: 70n * M,
    time: NOW,
  });

  it("is 4,201,681, rounded up, by twin and contract", async () => {
    const contract = await contractOf();
    expect(shareUp(84_033_613n, 500n)).to.equal(4_201_681n);
    const [short, exact] = [opening(4_201_680n), opening(4_201_681n)];
    const { refusals } = await contract.openings([short, exact]);
    const refusal = contract.interface.encodeErrorResult("Terms_PerformanceBond", [4_201_680n, 4_201_681n]);
    expect([...refusals]).to.deep.equal([refusal, "0x"]);
    const [fault, ...others] = termsFaults(short.deed, short.schedule, short);
    expect(fault?.params).to.deep.equal({ given: 4_201_680n, least: 4_201_681n });
    expect(others).to.deep.equal([]);
    expect(termsFaults(exact.deed, exact.schedule, exact)).to.deep.equal([]);
  });
});

describe("a fine's ten days of defence, paused on the third day for seven", () => {
  const annex = annexWith({ defenceWindow: 10n * DAY, decisionWindow: 20n * DAY });
  const course: Course = {
    noticedAt: NOW,
    defendedAt: 0n,
    decidedAt: 0n,
    appealedAt: 0n,
    reviewedAt: 0n,
    upheld: false,
  };
  const pausedAt = NOW + 3n * DAY;
  const TABLE: [time: bigint, stage: string][] = [
    [NOW + 17n * DAY, "defence"],
    [NOW + 17n * DAY + 1n, "decision"],
    [NOW + 37n * DAY, "decision"],
    [NOW + 37n * DAY + 1n, "extinguished"],
  ];

  it("end on the seventeenth, and the buyer's silence on the thirty-seventh, by twin and contract", async () => {
    const contract = await contractOf();
    const stages = await contract.procedures(TABLE.map(([time]) => ({ course, annex, pausedAt, time })));
    const expected = TABLE.map(([, stage]) => stage);
    expect(stages.map((stage) => PROCESS_STAGE[Number(stage)])).to.deep.equal(expected);
    expect(TABLE.map(([time]) => processTerm(course, annex, pausedAt, time).stage)).to.deep.equal(expected);
  });
});

describe("a dispute with 5 days for offers and 30 for each arbiter", () => {
  const annex = annexWith({ settlementWindow: 5n * DAY, rulingWindow: 30n * DAY });
  const TABLE: [days: bigint, seconds: bigint, stage: string][] = [
    [5n, 0n, "settlement"],
    [5n, 1n, "arbiter"],
    [35n, 0n, "arbiter"],
    [35n, 1n, "fallback"],
    [65n, 0n, "fallback"],
    [65n, 1n, "default"],
  ];

  it("falls to the published default after sixty-five days by twin and contract", async () => {
    const contract = await contractOf();
    const instants = TABLE.map(([days, seconds]) => NOW + days * DAY + seconds);
    const facts = { openedAt: NOW, resolved: false };
    const stages = await contract.disputes(instants.map((time) => ({ ...facts, annex, time })));
    const expected = TABLE.map(([, , stage]) => stage);
    expect(stages.map((stage) => DISPUTE_STAGE[Number(stage)])).to.deep.equal(expected);
    expect(instants.map((time) => disputeTerm(facts, annex, time).stage)).to.deep.equal(expected);
  });
});

describe("a payment of 10 million at 12 % a year", () => {
  const payment = { amount: 10n * M, receivedAt: NOW, annualBps: 1_200n };
  /** Seconds after receipt, days in arrears, interest, fee. */
  const TABLE: [elapsed: bigint, days: bigint, interest: bigint, fee: bigint][] = [
    [30n * DAY, 0n, 0n, 0n],
    [30n * DAY + 1n, 1n, 3_333n, 100_000n],
    [60n * DAY, 30n, 100_000n, 100_000n],
  ];

  it("owes interest by the day and 1 % from the thirty-first day on", () => {
    for (const [elapsed, days, interest, recoveryFee] of TABLE) {
      expect(lateCharges({ ...payment, paidAt: NOW + elapsed })).to.deep.equal({ days, interest, recoveryFee });
    }
  });
});
