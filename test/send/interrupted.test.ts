import { once } from "node:events";
import { existsSync, utimesSync } from "node:fs";
import { createInterface } from "node:readline";

import { expect } from "chai";
import { Wallet } from "ethers";

import { nodeAccount, nodeFiles, recordIdentity, saveIdentity, signingAccount } from "../../scripts/lib/send/index.ts";
import { startAnvil, type Anvil } from "./support/anvil.ts";
import { intentsOf } from "./support/journals.ts";
import { planOfKilled, startKilledRun, type KilledRun } from "./support/killed-run.ts";
import { chainOf, fundedWallet, nonceOf, payment, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

/** A boundary that no run reaches. */
const NEVER = -1;

/** Runs at once; the machine has few cores. */
const AT_ONCE = 3;

describe("item 137: interrupted run", function () {
  this.timeout(180_000);
  const box = sandbox();
  let anvil: Anvil;
  let journals = 0;

  before(async () => {
    anvil = await startAnvil();
    await saveIdentity(nodeFiles, box.path("identity.json"), await recordIdentity(chainOf(anvil.provider), {}));
  });
  after(async () => {
    await anvil.stop();
    box.remove();
  });

  /** A run of its own account and journal that will be killed at a boundary. */
  async function killedRun(boundary: number, steps: number, isNodes: boolean): Promise<KilledRun> {
    const wallet = await fundedWallet(anvil.provider);
    if (isNodes) await anvil.provider.send("anvil_impersonateAccount", [wallet.address]);
    return {
      ...{ url: anvil.url, boundary, identity: box.path("identity.json") },
      account: isNodes ? wallet.address : wallet.privateKey,
      journal: box.path(`run-${String(++journals)}/journal.jsonl`),
      steps: Array.from({ length: steps }, (_, i) => {
        const { key, to } = payment(`pay-${String(i + 1)}`);
        return { key, to };
      }),
    };
  }

  /** The lock of a killed process is taken over after a while; here that while is over. */
  function ageLock(run: KilledRun, account: string): void {
    const lock = `${run.journal.replace("journal.jsonl", "")}send-31337-${account.toLowerCase()}.lock`;
    if (existsSync(lock)) utimesSync(lock, 0, 0);
  }

  /** Repeats a run to its end: every step paid once, with as many transactions as steps. */
  async function repeat(run: KilledRun): Promise<void> {
    const account = run.account.length === 42 ? nodeAccount(run.account) : signingAccount(new Wallet(run.account));
    ageLock(run, account.address);
    const plan = planOfKilled(run);
    const again = await prepareRun(anvil.provider, { plan, account, journal: run.journal });
    const mine = async (): Promise<void> => {
      await anvil.provider.send("evm_mine", []);
    };

    const report = await again.send({ sleep: mine });

    const told = `killed at ${String(run.boundary)}`;
    expect(report.remaining, told).to.deep.equal([]);
    expect(new Set(await timesPaid(anvil.provider, plan)), told).to.deep.equal(new Set([1n]));
    expect(await nonceOf(anvil.provider, account.address), told).to.equal(plan.steps.length);
  }

  /** Kills a run at a boundary and repeats it; returns whether it was killed at all. */
  async function killAndRepeat(run: KilledRun): Promise<boolean> {
    const [, signal] = (await once(startKilledRun(run), "exit")) as [number | null, string | null];
    await repeat(run);
    return signal === "SIGKILL";
  }

  /** Kills at every boundary there is and returns how many there were. */
  async function killEverywhere(steps: number, isNodes: boolean, most: number): Promise<number> {
    for (let boundary = 0; boundary < most; boundary += AT_ONCE) {
      const boundaries = Array.from({ length: Math.min(AT_ONCE, most - boundary) }, (_, i) => boundary + i);
      const runs = await Promise.all(boundaries.map((each) => killedRun(each, steps, isNodes)));
      const killed = await Promise.all(runs.map(killAndRepeat));
      const survivor = killed.indexOf(false);
      if (survivor >= 0) return boundary + survivor;
    }
    return most;
  }

  /** Two for the new file; for each step four lines of three boundaries, and two around its sending. */
  const boundariesOf = (steps: number): number => 2 + steps * (4 * 3 + 2);

  it("ends in the same state wherever kill -9 strikes, nothing sent twice (signing account)", async () => {
    expect(await killEverywhere(2, false, 60)).to.equal(boundariesOf(2));
  });

  it("ends in the same state wherever kill -9 strikes, nothing sent twice (account of the node)", async () => {
    expect(await killEverywhere(1, true, 60)).to.equal(boundariesOf(1));
  });

  describe("while no block comes", () => {
    /** The new file, the intent, the sending and the line that says so. */
    const BEFORE_INCLUSION = 2 + 3 + 2 + 3;

    before(async () => {
      await anvil.provider.send("evm_setAutomine", [false]);
    });
    after(async () => {
      await anvil.provider.send("evm_setAutomine", [true]);
    });

    for (const isNodes of [false, true]) {
      it(`does so with the transaction waiting (${isNodes ? "account of the node" : "signing account"})`, async () => {
        expect(await killEverywhere(1, isNodes, BEFORE_INCLUSION)).to.equal(BEFORE_INCLUSION);
      });
    }

    it("ends on Ctrl-C with exit code 130 and a hint, and goes on later", async () => {
      const run = await killedRun(NEVER, 2, false);
      const child = startKilledRun(run);
      const ended = once(child, "exit");
      const lines: string[] = [];
      if (child.stdout === null) throw new Error("the run has no output");
      for await (const line of createInterface({ input: child.stdout })) {
        lines.push(line);
        if (line.startsWith("pay-1: sent")) child.kill("SIGINT");
      }

      expect(await ended).to.deep.equal([130, null]);
      expect(lines.at(-1)).to.equal(
        `Repeat the same command to go on: nothing is sent twice (journal ${run.journal}).`,
      );
      expect(intentsOf(run.journal)).to.have.length(1);
      await repeat(run);
    });
  });
});
