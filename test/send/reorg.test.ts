import { expect } from "chai";

import { startAnvil, type Anvil } from "./support/anvil.ts";
import { entriesOf, intentsOf } from "./support/journals.ts";
import { planOf, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

describe("item 141: reorganisation of the chain", () => {
  const box = sandbox();
  let anvil: Anvil;

  before(async () => {
    anvil = await startAnvil();
  });
  after(async () => {
    await anvil.stop();
    box.remove();
  });

  const ask = (method: string, ...params: unknown[]): Promise<unknown> => anvil.provider.send(method, params);

  it("calls nothing final before the stated depth", async () => {
    let looks = 0;
    const run = await prepareRun(anvil.provider, {
      ...{ plan: planOf(1), journal: box.path("depth"), limits: { confirmations: 4 } },
      sleep: async () => {
        looks++;
        expect(run.lines.join("\n")).to.not.include("final.");
        await ask("evm_mine");
      },
    });
    const report = await run.send();
    expect(report.steps[0]?.status).to.equal("final");
    expect(looks).to.equal(3);
  });

  it("puts a removed transaction back to pending and sends the same one again", async () => {
    const acts = [() => ask("evm_mine"), () => ask("anvil_reorg", 2, [])];
    const plan = planOf(3);
    const run = await prepareRun(anvil.provider, {
      ...{ plan, journal: box.path("reorg"), limits: { confirmations: 5 } },
      sleep: async () => {
        await (acts.shift() ?? (() => ask("evm_mine")))();
      },
    });

    const report = await run.send();

    const entries = entriesOf(run.options.journal);
    expect(entries.some(({ type }) => type === "reorged")).to.equal(true);
    expect(intentsOf(run.options.journal)).to.have.length(3);
    expect(report.remaining).to.deep.equal([]);
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n]);
  });

  it("does so too when the run was cut between inclusion and reorganisation", async () => {
    const plan = planOf(2);
    const run = await prepareRun(anvil.provider, {
      ...{ plan, journal: box.path("cut"), limits: { confirmations: 5, idlePolls: 1 } },
    });
    expect((await run.refused()).code).to.equal("no-progress");
    await ask("evm_mine");
    await ask("anvil_reorg", 3, []);
    await ask("evm_mine");

    const mine = async (): Promise<void> => {
      await ask("evm_mine");
    };
    const report = await run.send({ sleep: mine });

    expect(report.remaining).to.deep.equal([]);
    expect(intentsOf(run.options.journal)).to.have.length(2);
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n]);
  });
});
