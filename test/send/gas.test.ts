import { expect } from "chai";
import { toQuantity } from "ethers";

import { startAnvil, type Anvil } from "./support/anvil.ts";
import { callTo, countOf, place } from "./support/contracts.ts";
import { nonceOf, payment, planOf, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

const GWEI = 10n ** 9n;

describe("item 144: fee spike or out of gas in mid-batch", () => {
  const box = sandbox();
  let anvil: Anvil;
  let journals = 0;
  const journal = (): string => box.path(`journal-${String(++journals)}`);

  before(async () => {
    anvil = await startAnvil();
  });
  after(async () => {
    await anvil.stop();
    box.remove();
  });

  const ask = (method: string, ...params: unknown[]): Promise<unknown> => anvil.provider.send(method, params);
  const blockAt = async (baseFee: bigint): Promise<void> => {
    await ask("anvil_setNextBlockBaseFeePerGas", toQuantity(baseFee));
    await ask("evm_mine");
  };

  it("stops when the network charges more than the cap, names what remains, and goes on later", async () => {
    const plan = planOf(3);
    const run = await prepareRun(anvil.provider, {
      ...{ plan, journal: journal(), limits: { feeCap: 200n * GWEI } },
      sleep: async () => {
        await ask("evm_mine");
        await blockAt(900n * GWEI);
      },
    });
    await ask("evm_setAutomine", false);
    const error = await run.refused();
    await ask("evm_setAutomine", true);

    expect(error.code).to.equal("fee-over-cap");
    expect(error.text("en")).to.include("the cap is 200,000,000,000");
    expect(error.exitCode).to.equal(1);
    expect(run.lines.at(-2)).to.equal("Steps left: 2 (pay-2, pay-3).");
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 0n, 0n]);
    await blockAt(GWEI);
    await run.send();
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n]);
  });

  it("goes on after a spike between the quote and the sending", async () => {
    const done = async (): Promise<boolean> => {
      await blockAt(900n * GWEI);
      return false;
    };
    const plan = planOf([payment("pay-1"), { ...payment("pay-2"), done }]);
    const run = await prepareRun(anvil.provider, { plan, journal: journal() });
    expect((await run.refused()).code).to.equal("node-refused");

    const report = await run.send({
      sleep: () => blockAt(GWEI),
      plan: { ...plan, steps: plan.steps.map((step) => ({ ...step, done: () => Promise.resolve(false) })) },
    });

    expect(report.remaining).to.deep.equal([]);
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n]);
  });

  it("reports a step that ran out of gas and resumes with more", async () => {
    const counter = await place(anvil.provider, "counter");
    const plan = planOf([callTo(counter, "count"), payment("pay-1")]);
    const run = await prepareRun(anvil.provider, { plan, journal: journal() });

    const error = await run.refused({ limits: { gasPercent: 80n } });

    expect(error.code).to.equal("step-failed");
    expect(error.text("en")).to.match(/^Step count failed on the chain: it ran out of gas \([\d,]+\)\.$/);
    expect(run.lines.at(-2)).to.equal("Steps left: 2 (count, pay-1).");
    await run.send();
    expect(await countOf(anvil.provider, counter)).to.equal(1n);
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n]);
    expect(await nonceOf(anvil.provider, run.options.account.address)).to.equal(3);
  });

  it("awaits what is on its way when a step of the same window fails on the chain", async () => {
    const once = await place(anvil.provider, "once");
    const plan = planOf([callTo(once, "first"), callTo(once, "second"), payment("pay-1")]);
    const run = await prepareRun(anvil.provider, {
      ...{ plan, journal: journal(), limits: { window: 3 } },
      sleep: async () => {
        await anvil.provider.send("evm_mine", []);
      },
    });
    await anvil.provider.send("evm_setAutomine", [false]);
    try {
      const error = await run.refused();
      expect(error.code).to.equal("step-failed");
      expect(error.text("en")).to.include("second");
    } finally {
      await anvil.provider.send("evm_setAutomine", [true]);
    }
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n]);
    expect((await run.refused()).code).to.equal("step-refused");
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n]);
  });

  it("refuses a step over the gas cap before sending it", async () => {
    const plan = planOf([callTo(await place(anvil.provider, "endless"), "batch")]);
    const run = await prepareRun(anvil.provider, { plan, journal: journal() });
    const error = await run.refused();
    expect(error.text("en")).to.equal("Step batch needs more gas than the maximum for one transaction (16,777,216).");
    expect(await nonceOf(anvil.provider, run.options.account.address)).to.equal(0);
  });
});
