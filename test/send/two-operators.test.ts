import { mkdirSync, rmdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";
import type { Wallet } from "ethers";

import { nodeFiles, SendError, signingAccount, type Plan } from "../../scripts/lib/send/index.ts";
import { openJournal, readJournal } from "../../scripts/lib/send/journal.ts";
import { lockAccount } from "../../scripts/lib/send/lock.ts";
import { startAnvil, type Anvil } from "./support/anvil.ts";
import { intentsOf } from "./support/journals.ts";
import { chainOf, fundedWallet, payment, planOf, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

describe("item 142: two operators at once", () => {
  const box = sandbox();
  let anvil: Anvil;
  let wallet: Wallet;

  before(async () => {
    anvil = await startAnvil();
    for (const machine of ["one", "two", "raced"]) mkdirSync(box.path(machine));
  });
  beforeEach(async () => {
    wallet = await fundedWallet(anvil.provider);
  });
  after(async () => {
    await anvil.stop();
    box.remove();
  });

  const payBeside = (nonce: number): Promise<unknown> =>
    wallet
      .signTransaction({
        ...{ type: 2, chainId: 31337, nonce, gasLimit: 21_000n, to: payment("other").to, value: 1n },
        ...{ maxFeePerGas: 50n * 10n ** 9n, maxPriorityFeePerGas: 10n ** 9n },
      })
      .then((raw) => anvil.provider.send("eth_sendRawTransaction", [raw]));

  it("refuses a second run of the account on the same machine while the first is at work", async () => {
    const account = signingAccount(wallet);
    const second = await prepareRun(anvil.provider, { plan: planOf(1), account, journal: box.path("one/second") });
    const refusals: string[] = [];
    const done = async (): Promise<boolean> => {
      refusals.push((await second.refused()).code);
      return false;
    };
    const plan = planOf([{ ...payment("pay-1"), done }]);
    const first = await prepareRun(anvil.provider, { plan, account, journal: box.path("one/first") });

    await first.send();

    expect(refusals).to.deep.equal(["locked"]);
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n]);
    expect(await timesPaid(anvil.provider, second.options.plan)).to.deep.equal([0n]);
  });

  it("stops when the account is used from elsewhere between two steps, and goes on after a rebuild", async () => {
    let isFirstTime = true;
    const done = async (): Promise<boolean> => {
      if (isFirstTime) await payBeside(1);
      isFirstTime = false;
      return false;
    };
    const plan = planOf([payment("pay-1"), { ...payment("pay-2"), done }, payment("pay-3")]);
    const run = await prepareRun(anvil.provider, { plan, account: signingAccount(wallet), journal: box.path("one/a") });

    const error = await run.refused();

    expect(error.text("en")).to.equal(`Account ${wallet.address} sent another transaction outside this journal.`);
    expect(error.exitCode).to.equal(1);
    expect((await run.refused()).code).to.equal("foreign-transaction");
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 0n, 0n]);
    await run.send({ rebuild: {} });
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n]);
  });

  it("stops before its first step while another transaction of the account is waiting", async () => {
    const plan = planOf(1);
    const run = await prepareRun(anvil.provider, { plan, account: signingAccount(wallet), journal: box.path("one/b") });
    await anvil.provider.send("evm_setAutomine", [false]);
    try {
      await payBeside(0);
      expect((await run.refused()).code).to.equal("foreign-pending");
      expect(intentsOf(run.options.journal)).to.deep.equal([]);
    } finally {
      await anvil.provider.send("evm_setAutomine", [true]);
    }
  });

  it("pays nothing twice when the same plan runs at once from two machines", async () => {
    const chain = chainOf(anvil.provider);
    const steps = planOf(6).steps.map((step) => ({
      ...step,
      done: async () => (await chain.rpc.ask("eth_getBalance", [step.to, "latest"], String)) !== "0x0",
    }));
    const plan: Plan = planOf(steps);
    const account = signingAccount(wallet);
    const runs = await Promise.all(
      ["one", "two"].map((machine) =>
        prepareRun(anvil.provider, { plan, account, journal: box.path(`${machine}/same`) }),
      ),
    );

    await Promise.allSettled(runs.map((run) => run.send()));

    for (const times of await timesPaid(anvil.provider, plan)) expect(times <= 1n).to.equal(true);
    await runs[0]?.send({ rebuild: {} });
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n, 1n, 1n, 1n]);
  });

  it("stops when another process writes to its journal", async () => {
    const path = box.path("raced/journal");
    const entry = { type: "found", key: "a" } as const;
    await nodeFiles.replace(path, "");
    const mine = await openJournal(nodeFiles, path, readJournal(""));
    const theirs = await openJournal(nodeFiles, path, readJournal(""));
    theirs.append(entry);
    expect(() => {
      mine.append(entry);
    }).to.throw(SendError, "journal-raced");
    mine.close();
    theirs.close();
  });

  it("notices a lock that was taken away", async () => {
    const lock = await lockAccount(box.path("raced"), 31337n, wallet.address, { staleMs: 2_000 });
    lock.assertHeld();
    rmdirSync(box.path(`raced/send-31337-${wallet.address.toLowerCase()}.lock`));
    await wait(1_300);
    expect(() => {
      lock.assertHeld();
    }).to.throw(SendError, "lock-lost");
    await lock.release();
  });
});
