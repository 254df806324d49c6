import { expect } from "chai";
import type { Wallet } from "ethers";

import { nodeAccount, signingAccount, type Plan, type SendOptions } from "../../scripts/lib/send/index.ts";
import { startAnvil, type Anvil } from "./support/anvil.ts";
import { answering, honest, sometimes, startProxy, type FaultyProxy, type Rule } from "./support/faulty-proxy.ts";
import { intentsOf } from "./support/journals.ts";
import { fundedWallet, nonceOf, planOf, prepareRun, sandbox, timesPaid, type TestRun } from "./support/runs.ts";

const status =
  (code: number, body = "busy"): Rule =>
  () =>
    Promise.resolve({ status: code, body });
const silence: Rule = () => Promise.resolve(null);
const truncated: Rule = async (_, forward) => {
  const body = await forward();
  return { status: 200, body: body.slice(0, body.length / 2) };
};
const otherId: Rule = async (_, forward) => ({
  status: 200,
  body: JSON.stringify({ ...(JSON.parse(await forward()) as object), id: 999_999 }),
});
const otherForm: Rule = answering({ surprise: true });
const busy: Rule = ({ id }) =>
  Promise.resolve({
    status: 200,
    body: JSON.stringify({ jsonrpc: "2.0", id, error: { code: 429, message: "Too Many Requests" } }),
  });
/** The node acts on the question, and its answer is lost. */
const lostAnswer: Rule = async (_, forward) => {
  await forward();
  return { status: 502, body: "<html>bad gateway</html>" };
};

describe("item 139: RPC faults", () => {
  const box = sandbox();
  let anvil: Anvil;
  let proxy: FaultyProxy;
  let wallet: Wallet;
  let journals = 0;

  before(async () => {
    anvil = await startAnvil("--timestamp", "1900000000");
    proxy = await startProxy(anvil.url);
  });
  beforeEach(async () => {
    Object.assign(proxy, { rule: honest, target: anvil.url });
    wallet = await fundedWallet(anvil.provider);
  });
  after(async () => {
    await proxy.stop();
    await anvil.stop();
    box.remove();
  });

  const runOf = (plan: Plan, changes: Partial<SendOptions> = {}): Promise<TestRun> =>
    prepareRun(proxy.provider, {
      ...{ plan, account: signingAccount(wallet), journal: box.path(`journal-${String(++journals)}`) },
      patience: { attempts: 4, timeoutMs: 150, firstPauseMs: 2, longestPauseMs: 4 },
      ...changes,
    });

  const passing: [string, Rule][] = [
    ["silence", silence],
    ["HTTP 429", status(429)],
    ["HTTP 503", status(503)],
    ["truncated JSON", truncated],
    ["the answer to another question", otherId],
    ["an answer of another form", otherForm],
    ["a busy answer", busy],
  ];
  const methods = [
    "eth_chainId",
    "eth_getBlockByNumber",
    "eth_getTransactionCount",
    "eth_estimateGas",
    "eth_sendRawTransaction",
    "eth_getTransactionReceipt",
  ];
  for (const [name, fault] of passing) {
    it(`bears ${name} from any method and pays each step once`, async () => {
      const plan = planOf(methods.length);
      const run = await runOf(plan);
      const left = new Set(methods);
      proxy.rule = (question, forward) => (left.delete(question.method) ? fault : honest)(question, forward);

      const report = await run.send();

      expect(left.size).to.equal(0);
      expect(report.remaining).to.deep.equal([]);
      expect(new Set(await timesPaid(anvil.provider, plan))).to.deep.equal(new Set([1n]));
      expect(await nonceOf(anvil.provider, wallet.address)).to.equal(methods.length);
    });
  }

  it("gives up after a bounded number of attempts, tells the method, and resumes", async () => {
    const plan = planOf(2);
    const run = await runOf(plan);
    proxy.rule = sometimes("eth_getTransactionReceipt", Infinity, status(503));
    proxy.asked.length = 0;

    const error = await run.refused();

    expect(error.text("en")).to.match(/^The node does not answer eth_getTransactionReceipt after 4 attempts: /);
    expect(error.exitCode).to.equal(1);
    expect(proxy.asked.filter((method) => method === "eth_getTransactionReceipt")).to.have.length(4);
    proxy.rule = honest;
    await run.send();
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n]);
  });

  describe("when the node takes a transaction and its answer is lost", () => {
    it("does not send another one for the step (signing account)", async () => {
      const plan = planOf(3);
      const run = await runOf(plan);
      proxy.rule = sometimes("eth_sendRawTransaction", 2, lostAnswer);
      await run.send();
      expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n]);
      expect(intentsOf(run.options.journal).map(({ nonce }) => nonce)).to.deep.equal([0, 1, 2]);
    });

    it("does not send another one for the step (account of the node)", async () => {
      await anvil.provider.send("anvil_impersonateAccount", [wallet.address]);
      const plan = planOf(3);
      const run = await runOf(plan, { account: nodeAccount(wallet.address) });
      proxy.rule = sometimes("eth_sendTransaction", 2, lostAnswer);
      const report = await run.send();
      expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n]);
      expect(await nonceOf(anvil.provider, wallet.address)).to.equal(3);
      expect(report.steps.every(({ hash }) => hash !== null)).to.equal(true);
    });

    it("settles it in the next run when the node stays away", async () => {
      const plan = planOf(2);
      const run = await runOf(plan);
      let isAway = false;
      proxy.rule = async (question, forward) => {
        if (isAway) return { status: 503, body: "" };
        isAway = question.method === "eth_sendRawTransaction";
        return (isAway ? lostAnswer : honest)(question, forward);
      };
      expect((await run.refused()).code).to.equal("rpc-unavailable");
      proxy.rule = honest;
      await run.send();
      expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n]);
      expect(intentsOf(run.options.journal)).to.have.length(2);
    });
  });

  it("does not believe an answer that comes too late", async () => {
    const plan = planOf(2);
    const run = await runOf(plan);
    const late: Rule = async (_, forward) => {
      const body = await forward();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { status: 200, body };
    };
    proxy.rule = sometimes("eth_getTransactionCount", 1, late);
    await run.send();
    expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n]);
  });

  describe("when the node falls behind", () => {
    let old: unknown;
    const isHead: (params: readonly unknown[]) => boolean = ([tag]) => tag === "latest";
    const stale =
      (times: number): Rule =>
      async (question, forward) => {
        const isLate = question.method === "eth_getBlockByNumber" && isHead(question.params) && times-- > 0;
        return (isLate ? answering(old) : honest)(question, forward);
      };
    beforeEach(async () => {
      old = await anvil.provider.send("eth_getBlockByNumber", ["latest", false]);
    });

    it("asks again and goes on when it has caught up", async () => {
      const plan = planOf(2);
      const run = await runOf(plan);
      await run.send({ plan: { ...plan, steps: plan.steps.slice(0, 1) } });
      proxy.rule = stale(2);
      await run.send();
      expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n]);
    });

    it("refuses when it stays behind what the journal has seen", async () => {
      const plan = planOf(2);
      const run = await runOf(plan);
      await run.send({ plan: { ...plan, steps: plan.steps.slice(0, 1) } });
      proxy.rule = stale(Infinity);
      const error = await run.refused();
      expect(error.code).to.equal("stale-node");
      expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 0n]);
    });
  });

  describe("when another chain answers behind the same URL", () => {
    for (const [difference, options] of [
      ["chain id", ["--chain-id", "1337", "--timestamp", "1900000000"]],
      ["genesis block", ["--timestamp", "1800000000"]],
    ] as const) {
      it(`stops before the next transaction (other ${difference})`, async () => {
        const other = await startAnvil(...options);
        try {
          const plan = planOf(3);
          const run = await runOf(plan);
          let sent = 0;
          proxy.rule = (question, forward) => {
            if (question.method === "eth_estimateGas" && ++sent === 2) proxy.target = other.url;
            return honest(question, forward);
          };
          const error = await run.refused();
          expect(error.code).to.equal("network-changed");
          expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 0n, 0n]);
          Object.assign(proxy, { rule: honest, target: anvil.url });
          await run.send();
          expect(await timesPaid(anvil.provider, plan)).to.deep.equal([1n, 1n, 1n]);
        } finally {
          await other.stop();
        }
      });
    }
  });
});
