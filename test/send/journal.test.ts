import { readdirSync, readFileSync, writeFileSync } from "node:fs";

import { expect } from "chai";

import { signingAccount, type Plan } from "../../scripts/lib/send/index.ts";
import { startAnvil, type Anvil } from "./support/anvil.ts";
import { entriesOf } from "./support/journals.ts";
import {
  chainOf,
  fundedWallet,
  nonceOf,
  payment,
  planOf,
  prepareRun,
  sandbox,
  timesPaid,
  type TestRun,
} from "./support/runs.ts";

describe("item 138: journal corrupt, truncated or from another chain", () => {
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

  /** A plan carried out, with the text of its journal. */
  async function finishedRun(plan: Plan = planOf(3)): Promise<{ run: TestRun; path: string; text: string }> {
    const run = await prepareRun(anvil.provider, { plan, journal: journal() });
    await run.send();
    const path = run.options.journal;
    return { run, path, text: readFileSync(path, "utf8") };
  }
  const paidOnce = async (plan: Plan): Promise<void> => {
    expect(new Set(await timesPaid(anvil.provider, plan))).to.deep.equal(new Set([1n]));
  };

  it("does nothing on a journal whose plan is finished", async () => {
    const { run, path, text } = await finishedRun();
    const report = await run.send();
    expect(report.steps.map(({ status }) => status)).to.deep.equal(["final", "final", "final"]);
    expect(readFileSync(path, "utf8")).to.equal(text);
    await paidOnce(run.options.plan);
  });

  it("refuses a journal with one character changed, on whatever line", async () => {
    const { run, path, text } = await finishedRun();
    const lines = text.trimEnd().split("\n");
    for (const [index, line] of lines.entries()) {
      const middle = Math.floor(line.length / 2);
      const other = line[middle] === "0" ? "1" : "0";
      const changed = lines.with(index, line.slice(0, middle) + other + line.slice(middle + 1));
      writeFileSync(path, `${changed.join("\n")}\n`);
      const error = await run.refused();
      expect(error.code).to.equal("journal-corrupt");
      expect(error.text("en")).to.include(`damaged at line ${String(index + 1)}`);
      expect(error.exitCode).to.equal(2);
    }
    await paidOnce(run.options.plan);
  });

  it("refuses a journal with a line left out, doubled or moved", async () => {
    const { run, path, text } = await finishedRun();
    const lines = text.trimEnd().split("\n");
    const [first = "", second = "", third = "", ...rest] = lines;
    for (const changed of [
      [first, third, ...rest],
      [second, third, ...rest],
      [first, second, second, third, ...rest],
      [first, third, second, ...rest],
      [first, "", second, third, ...rest],
    ]) {
      writeFileSync(path, `${changed.join("\n")}\n`);
      expect((await run.refused()).code).to.equal("journal-corrupt");
    }
  });

  it("sends nothing twice from a journal cut at any line or in the middle of one, and rebuilds it", async () => {
    const { run, path, text } = await finishedRun();
    const nonce = await nonceOf(anvil.provider, run.options.account.address);
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    const outcomes = new Set<string>();
    for (const end of ends) {
      for (const cut of [0, end, end - 1, end - 40]) {
        writeFileSync(path, text.slice(0, cut));
        const before = await run.send().then(
          () => "finished",
          (error: unknown) => (error as { code: string }).code,
        );
        outcomes.add(before);
        if (before !== "finished") await run.send({ rebuild: { fromNonce: 0 } });
        expect(await nonceOf(anvil.provider, run.options.account.address)).to.equal(nonce);
      }
    }
    await paidOnce(run.options.plan);
    expect([...outcomes].sort()).to.deep.equal(["finished", "foreign-transaction", "journal-corrupt"]);
  });

  it("refuses a journal of another chain, account or plan", async () => {
    const { run, text } = await finishedRun();
    const other = await startAnvil("--timestamp", "1700000000");
    try {
      const path = journal();
      writeFileSync(path, text);
      const { account, plan } = run.options;
      const elsewhere = await prepareRun(other.provider, { plan, account, journal: path });
      const onChain = await elsewhere.refused();
      expect(onChain.code).to.equal("journal-foreign");
      expect(onChain.text("en")).to.include("belongs to another chain").and.to.include(run.options.identity.genesis);
      expect(onChain.exitCode).to.equal(2);
    } finally {
      await other.stop();
    }
    const stranger = signingAccount(await fundedWallet(anvil.provider));
    expect((await run.refused({ account: stranger })).text("es")).to.include("es de otra cuenta");
    const renamed = { ...run.options.plan, id: "plan-2" };
    expect((await run.refused({ plan: renamed })).text("en")).to.include("another plan");
  });

  it("refuses a plan whose started step now does something else", async () => {
    const { run } = await finishedRun();
    const [first = payment("x"), ...rest] = run.options.plan.steps;
    const changed = { ...run.options.plan, steps: [{ ...first, value: 8n }, ...rest] };
    const error = await run.refused({ plan: changed });
    expect(error.code).to.equal("plan-changed");
    expect(error.exitCode).to.equal(2);
  });

  it("sends the steps that were added to a plan", async () => {
    const { run } = await finishedRun();
    const longer = planOf([...run.options.plan.steps, payment("pay-4")]);
    await run.send({ plan: longer });
    await paidOnce(longer);
  });

  describe("when it is rebuilt", () => {
    const corrupt = (path: string, text: string): void => {
      writeFileSync(path, text.replace('"header"', '"hedaer"'));
    };

    it("asks for the first nonce when the heading is lost and a step cannot ask the chain", async () => {
      const { run, path, text } = await finishedRun();
      corrupt(path, text);
      const error = await run.refused({ rebuild: {} });
      expect(error.code).to.equal("rebuild-needs-start");
      await run.send({ rebuild: { fromNonce: 0 } });
      await paidOnce(run.options.plan);
    });

    it("keeps the old file beside the new one", async () => {
      const { run, path, text } = await finishedRun();
      corrupt(path, text);
      const damaged = readFileSync(path, "utf8");
      await run.send({ rebuild: { fromNonce: 0 } });
      const kept = readdirSync(box.path("")).filter(
        (name) => box.path(name).startsWith(`${path}.`) && name.endsWith(".old"),
      );
      expect(kept.map((name) => readFileSync(box.path(name), "utf8"))).to.deep.equal([damaged]);
    });

    it("asks each step whether it is done, without the journal, and sends only the others", async () => {
      const chain = chainOf(anvil.provider);
      const steps = planOf(3).steps.map((step) => ({
        ...step,
        done: async () => (await chain.rpc.ask("eth_getBalance", [step.to, "latest"], String)) !== "0x0",
      }));
      const plan = planOf(steps);
      const { run, path } = await finishedRun(planOf(steps.slice(0, 2)));
      writeFileSync(path, "no journal at all\n");
      const report = await run.send({ plan, rebuild: {} });
      expect(report.steps.map(({ status }) => status)).to.deep.equal(["found", "found", "final"]);
      await paidOnce(plan);
    });

    it("matches identical calls one to one and leaves out those that failed or came before", async () => {
      const twin = payment("pay-1");
      const { run, path } = await finishedRun(planOf([twin, { ...twin, key: "pay-2" }]));
      const plan = planOf([twin, { ...twin, key: "pay-2" }, { ...twin, key: "pay-3" }]);
      writeFileSync(path, readFileSync(path, "utf8").replace('"found"', '"fuond"').replace('"final"', '"finla"'));
      const report = await run.send({ plan, rebuild: {} });
      expect(report.steps.map(({ status }) => status)).to.deep.equal(["found", "found", "final"]);
      expect((await timesPaid(anvil.provider, plan))[0]).to.equal(3n);
      const later = await run.send({ plan, journal: journal(), rebuild: { fromNonce: 2 } });
      expect(later.steps.map(({ status }) => status)).to.deep.equal(["found", "final", "final"]);
    });

    it("keeps the nonce and the very transaction of what was signed and not yet included", async () => {
      const plan = planOf(2);
      const run = await prepareRun(anvil.provider, { plan, journal: journal(), limits: { idlePolls: 1, window: 2 } });
      await anvil.provider.send("evm_setAutomine", [false]);
      try {
        expect((await run.refused()).code).to.equal("no-progress");
        const before = entriesOf(run.options.journal).filter(({ type }) => type === "intent");
        const mine = async (): Promise<void> => {
          await anvil.provider.send("evm_mine", []);
        };
        await run.send({ rebuild: {}, sleep: mine });
        const after = entriesOf(run.options.journal).filter(({ type }) => type === "intent");
        expect(after).to.deep.equal(before);
        await paidOnce(plan);
      } finally {
        await anvil.provider.send("evm_setAutomine", [true]);
      }
    });

    it("waits until nothing of the account can be reorganised away", async () => {
      const { run, path, text } = await finishedRun();
      corrupt(path, text);
      const error = await run.refused({ rebuild: { fromNonce: 0 }, limits: { confirmations: 5 } });
      expect(error.code).to.equal("rebuild-not-deep");
      await anvil.provider.send("anvil_mine", ["0x5"]);
      await run.send({ rebuild: { fromNonce: 0 }, limits: { confirmations: 5 } });
      await paidOnce(run.options.plan);
    });
  });
});
