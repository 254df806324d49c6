import { expect } from "chai";
import { toQuantity, type Wallet } from "ethers";

import { signingAccount } from "../../scripts/lib/send/index.ts";
import { startAnvil, type Anvil } from "./support/anvil.ts";
import { intentsOf } from "./support/journals.ts";
import {
  fundedWallet,
  nonceOf,
  payment,
  planOf,
  prepareRun,
  sandbox,
  timesPaid,
  type TestRun,
} from "./support/runs.ts";

const GWEI = 10n ** 9n;

const twiceTheFeeOf = (run: TestRun): bigint => 2n * BigInt(intentsOf(run.options.journal)[0]?.maxFee ?? 0);

describe("item 140: nonce gap, dropped and replaced transaction, stuck low fee", () => {
  const box = sandbox();
  let anvil: Anvil;
  let wallet: Wallet;
  let journals = 0;

  before(async () => {
    anvil = await startAnvil("--no-mining", "--order", "fees");
  });
  beforeEach(async () => {
    wallet = await fundedWallet(anvil.provider);
    await expensiveBlock(1n);
  });
  after(async () => {
    await anvil.stop();
    box.remove();
  });

  const ask = (method: string, ...params: unknown[]): Promise<unknown> => anvil.provider.send(method, params);

  const mine = async (): Promise<void> => {
    await ask("evm_mine");
  };
  const expensiveBlock = async (gwei: bigint): Promise<unknown> => {
    await ask("anvil_setNextBlockBaseFeePerGas", toQuantity(gwei * GWEI));
    return ask("evm_mine");
  };

  /** A run of one payment; between two looks at the chain, `meanwhile` does the next of its acts, then blocks come. */
  async function runWith(
    limits: TestRun["options"]["limits"],
    ...meanwhile: (() => Promise<unknown>)[]
  ): Promise<TestRun> {
    return prepareRun(anvil.provider, {
      plan: planOf(1),
      account: signingAccount(wallet),
      journal: box.path(`journal-${String(++journals)}`),
      sleep: async () => {
        await (meanwhile.shift() ?? mine)();
      },
      ...(limits && { limits }),
    });
  }

  /** Sends a payment of the same account with nonce 0 by another way. */
  async function sendBeside(fee: bigint, to = payment("other").to, value = 1n): Promise<unknown> {
    const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee };
    const terms = { chainId: 31337, type: 2, nonce: 0, gasLimit: 21_000n, to, value, ...fees };
    return ask("eth_sendRawTransaction", await wallet.signTransaction(terms));
  }

  it("sends a dropped transaction again as it was", async () => {
    const drop = async (): Promise<unknown> => ask("anvil_dropTransaction", intentsOf(run.options.journal)[0]?.hash);
    const run = await runWith({}, drop);

    const report = await run.send();

    expect(intentsOf(run.options.journal)).to.have.length(1);
    expect(report.steps[0]?.hash).to.equal(intentsOf(run.options.journal)[0]?.hash);
    expect(run.lines.join("\n")).to.include("the same transaction");
    expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([1n]);
  });

  describe("when the base fee rises over what the transaction offers", () => {
    it("replaces it by itself with a higher fee at the same nonce", async () => {
      const rise = (): Promise<unknown> => expensiveBlock(40n);
      const run = await runWith({ stuckBlocks: 2 }, rise, rise, rise, rise);

      const report = await run.send();

      const intents = intentsOf(run.options.journal);
      expect(intents.map(({ nonce }) => nonce)).to.deep.equal([0, 0]);
      expect(BigInt(intents[1]?.maxFee ?? 0) > BigInt(intents[0]?.maxFee ?? 0)).to.equal(true);
      expect(report.steps[0]?.hash).to.equal(intents[1]?.hash);
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([1n]);
    });

    it("stays within the cap, gives up, and is finished by a later run", async () => {
      const rise = (): Promise<unknown> => expensiveBlock(300n);
      const limits = { stuckBlocks: 1, giveUpBlocks: 3, feeCap: 100n * GWEI };
      const run = await runWith(limits, rise, rise, rise, rise, rise, rise);

      const error = await run.refused();

      expect(error.code).to.equal("stuck");
      expect(error.exitCode).to.equal(1);
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([0n]);
      await expensiveBlock(1n);
      const report = await run.send({ sleep: mine });
      expect(report.remaining).to.deep.equal([]);
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([1n]);
      for (const { maxFee } of intentsOf(run.options.journal)) expect(BigInt(maxFee) <= limits.feeCap).to.equal(true);
    });
  });

  describe("when another transaction takes the nonce", () => {
    it("stops and says so; a rebuilt journal sends the step once", async () => {
      const run = await runWith({}, () => sendBeside(twiceTheFeeOf(run)).then(mine));

      const error = await run.refused();

      expect(error.code).to.equal("nonce-replaced");
      expect(run.lines.at(-1)).to.include("rebuild journal");
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([0n]);
      expect((await run.refused()).code).to.equal("nonce-replaced");
      await run.send({ rebuild: {} });
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([1n]);
      expect(await nonceOf(anvil.provider, wallet.address)).to.equal(2);
    });

    it("stops already when the other one only waits in the node's pool", async () => {
      const run = await runWith({}, () => sendBeside(twiceTheFeeOf(run)));
      const error = await run.refused();
      expect(error.code).to.equal("foreign-pending");
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([0n]);
    });

    it("takes it as its own when it makes the same call", async () => {
      const speedUp = (): Promise<unknown> => {
        const { to, value } = run.options.plan.steps[0] ?? payment("none");
        return sendBeside(twiceTheFeeOf(run), to, value).then(mine);
      };
      const run = await runWith({}, speedUp);

      const report = await run.send();

      expect(report.steps[0]?.hash).to.not.equal(intentsOf(run.options.journal)[0]?.hash);
      expect(await timesPaid(anvil.provider, run.options.plan)).to.deep.equal([1n]);
    });
  });

  it("notices a nonce before its own that nobody uses any more", async () => {
    await ask("evm_mine");
    const snapshot = await ask("evm_snapshot");
    await sendBeside(3n * GWEI);
    await ask("evm_mine");
    const undo = async (): Promise<unknown> => {
      await ask("evm_revert", snapshot);
      await ask("evm_mine");
      return ask("evm_mine");
    };
    const run = await runWith({}, undo);

    const error = await run.refused();

    expect(error.code).to.equal("nonce-gap");
    expect(error.text("en")).to.include("Nonce 0 is missing: step pay-1 waits with nonce 1");
  });
});
