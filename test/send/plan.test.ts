import { expect } from "chai";
import { Interface } from "ethers";
import { network } from "hardhat";

import {
  decodeWith,
  fromEip1193,
  nodeAccount,
  stepDigest,
  type SendAccount,
  type Step,
} from "../../scripts/lib/send/index.ts";
import { callTo, countOf, place, REFUSED } from "./support/contracts.ts";
import { fundedWallet, nonceOf, payment, planOf, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

const { ethers, provider } = await network.create();
const rpc = ethers.provider;

describe("sendPlan", () => {
  const box = sandbox();
  let journals = 0;
  const journal = (): string => box.path(`journal-${String(++journals)}`);
  after(box.remove);

  describe("given a plan that is only printed", () => {
    it("says in words what will happen, decodes the calls and sends nothing", async () => {
      const abi = new Interface(["function fund(uint256 line, uint128 amount, string[] notes)"]);
      const to = await place(rpc, "counter");
      const data = abi.encodeFunctionData("fund", [7, 1_000, ["año\u001b[2J", "dos"]]);
      const step: Step = { ...callTo(to, "fund-7"), data };
      const decode = decodeWith({ [to]: { name: "Treasury", abi } });
      const run = await prepareRun(rpc, { plan: planOf([step, payment("pay-1")]), journal: journal(), decode });

      const report = await run.send({ send: false });

      expect(report.steps.map(({ status }) => status)).to.deep.equal(["todo", "todo"]);
      expect(run.lines[0]).to.equal(
        `Plan plan-1: Payments. Chain 31337, account ${run.options.account.address}, steps: 2.`,
      );
      expect(run.lines[1]).to.include("16,777,216 gas per transaction");
      expect(run.lines[2]).to.equal("1. [fund-7] Call fund-7.");
      expect(run.lines[3]).to.equal(
        `   Treasury.fund(line: 7, amount: 1000, notes: ["año\\u001b[2J", "dos"]) at ${to}, value 0 wei, digest ${stepDigest(step)}`,
      );
      expect(run.lines[5]).to.include("plain transfer").and.to.include("value 7 wei");
      expect(run.lines[6]).to.equal("Nothing was sent. To act, repeat with --send.");
      expect(await nonceOf(rpc, run.options.account.address)).to.equal(0);
    });

    it("prints the calldata itself when it cannot be decoded, in Spanish when asked", async () => {
      const step: Step = { ...callTo(await place(rpc, "counter"), "x"), data: "0xdeadbeef" };
      const run = await prepareRun(rpc, { plan: planOf([step]), journal: journal(), language: "es" });
      await run.send({ send: false });
      expect(run.lines[3]).to.include("llamada no descifrada 0xdeadbeef");
      expect(run.lines[4]).to.equal("No se envió nada. Para actuar, repita con --send.");
    });

    it("prints the same lines for the same plan (item 148)", async () => {
      const run = await prepareRun(rpc, { plan: planOf(5), journal: journal() });
      await run.send({ send: false });
      const first = run.lines.splice(0);
      await run.send({ send: false });
      expect(run.lines).to.deep.equal(first);
    });

    it("already tells that the contract would refuse its first step", async () => {
      const run = await prepareRun(rpc, {
        plan: planOf([callTo(await place(rpc, "refuser"), "award")]),
        journal: journal(),
        describeError: (data) => (data === REFUSED ? { es: "Plazo vencido.", en: "Too late." } : null),
      });
      const error = await run.refused({ send: false });
      expect(error.text("en")).to.equal("The chain would refuse step award: Too late.");
      expect(error.text("es")).to.equal("La cadena rechazaría el paso award: Plazo vencido.");
      expect(error.exitCode).to.equal(1);
    });
  });

  describe("given a contract that refuses in the middle", () => {
    it("reports the decoded refusal before sending, keeps what was done and names what remains", async () => {
      const plan = planOf([payment("pay-1"), callTo(await place(rpc, "refuser"), "award"), payment("pay-2")]);
      const run = await prepareRun(rpc, {
        ...{ plan, journal: journal() },
        describeError: () => ({ es: "Plazo vencido.", en: "Too late." }),
      });

      const error = await run.refused();

      expect(error.code).to.equal("step-refused");
      expect(await nonceOf(rpc, run.options.account.address)).to.equal(1);
      expect(run.lines.at(-2)).to.equal("Steps left: 2 (award, pay-2).");
      expect(run.lines.at(-1)).to.include("nothing is sent twice");
    });
  });

  describe("given a node that answers with an error for a transaction that it included and that failed", () => {
    it("reports the failure, awaits it as included and sends the step anew when the run is repeated", async () => {
      const counter = await place(rpc, "counter");
      const run = await prepareRun(rpc, { plan: planOf([callTo(counter, "count")]), journal: journal() });

      const error = await run.refused({ limits: { gasPercent: 80n } });

      expect(error.code).to.equal("step-failed");
      expect(error.text("en")).to.include("out of gas");
      await run.send();
      expect(await countOf(rpc, counter)).to.equal(1n);
      expect(await nonceOf(rpc, run.options.account.address)).to.equal(2);
    });
  });

  describe("given steps whose effect is on the chain already", () => {
    it("finds them done and sends only the others", async () => {
      const done = { ...payment("pay-1"), done: () => Promise.resolve(true) };
      const plan = planOf([done, { ...payment("pay-2"), done: () => Promise.resolve(false) }]);
      const run = await prepareRun(rpc, { plan, journal: journal() });

      const report = await run.send();

      expect(report.steps.map(({ status }) => status)).to.deep.equal(["found", "final"]);
      expect(await timesPaid(rpc, plan)).to.deep.equal([0n, 1n]);
    });

    it("stops when the question itself fails", async () => {
      const done = (): Promise<boolean> => Promise.reject(new Error("no such view"));
      const run = await prepareRun(rpc, { plan: planOf([{ ...payment("pay-1"), done }]), journal: journal() });
      expect((await run.refused()).text("en")).to.include("no such view");
    });
  });

  describe("given an account that an EIP-1193 provider signs for", () => {
    it("sends each step once and knows its transaction", async () => {
      const [office] = await ethers.getSigners();
      const account = nodeAccount(office?.address ?? "");
      const plan = planOf(3);
      const run = await prepareRun(fromEip1193(provider), { plan, journal: journal(), account });
      const report = await run.send();
      expect(await timesPaid(rpc, plan)).to.deep.equal([1n, 1n, 1n]);
      for (const { hash } of report.steps) {
        expect((await rpc.getTransactionReceipt(hash ?? ""))?.from).to.equal(account.address);
      }
      expect(await nonceOf(rpc, account.address)).to.equal(3);
    });
  });

  describe("given a signer that returns another transaction than asked", () => {
    it("sends nothing", async () => {
      const wallet = await fundedWallet(rpc);
      const sign: SendAccount["sign"] = (wanted) => wallet.signTransaction({ ...wanted, value: 1_000n });
      const run = await prepareRun(rpc, {
        plan: planOf(1),
        journal: journal(),
        account: { address: wallet.address, sign },
      });
      expect((await run.refused()).code).to.equal("signed-otherwise");
      expect(await nonceOf(rpc, wallet.address)).to.equal(0);
    });
  });

  describe("given a window of ten", () => {
    it("sends a hundred steps once each, in order", async () => {
      const plan = planOf(100);
      const run = await prepareRun(rpc, { plan, journal: journal(), limits: { window: 10 } });
      const report = await run.send();
      expect(new Set(await timesPaid(rpc, plan))).to.deep.equal(new Set([1n]));
      expect(await nonceOf(rpc, run.options.account.address)).to.equal(100);
      expect(report.remaining).to.deep.equal([]);
    });
  });

  describe("given a malformed plan", () => {
    const step = payment("a");
    const cases: [string, Step[]][] = [
      ["has no steps", []],
      ["key is repeated", [step, payment("a")]],
      ["key is empty", [payment("")]],
      ["not an address", [{ ...step, to: "0x12" }]],
      ["not hexadecimal", [{ ...step, data: "0x1" }]],
      ["value is negative", [{ ...step, value: -1n }]],
    ];
    for (const [reason, steps] of cases) {
      it(`refuses: ${reason}`, async () => {
        const error = await (await prepareRun(rpc, { plan: planOf(steps), journal: journal() })).refused();
        expect(error.text("en")).to.include(reason);
        expect(error.exitCode).to.equal(2);
      });
    }
  });
});
