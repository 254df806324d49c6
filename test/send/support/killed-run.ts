import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { dirname, join } from "node:path";

import { Wallet } from "ethers";

import {
  interruptSignal,
  loadIdentity,
  nodeAccount,
  nodeFiles,
  SendError,
  sendPlan,
  signingAccount,
  type Files,
  type Plan,
  type Rpc,
} from "../../../scripts/lib/send/index.ts";
import { providerOf } from "./anvil.ts";
import { QUICK } from "./runs.ts";

/** What a run in a process of its own is told, in the environment: a key never goes in the arguments. */
export interface KilledRun {
  readonly url: string;
  /** Private key, or the address of an account of the node. */
  readonly account: string;
  readonly identity: string;
  readonly journal: string;
  readonly steps: readonly { readonly key: string; readonly to: string }[];
  /** Boundary at which the process kills itself; when there are fewer it ends by itself. */
  readonly boundary: number;
}

const VARIABLE = "ERARIO_KILLED_RUN";

/** Starts the run in a process of its own; what Node compiled for one serves the next, which halves its time. */
export function startKilledRun(run: KilledRun): ChildProcess {
  const compiled = join(dirname(run.identity), "compiled");
  const env = { ...process.env, NODE_OPTIONS: "", NODE_COMPILE_CACHE: compiled, [VARIABLE]: JSON.stringify(run) };
  return spawn(process.execPath, [import.meta.filename], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** The plan of such a run: a payment of 7 wei for each step. */
export function planOfKilled({ steps }: Pick<KilledRun, "steps">): Plan {
  const described = steps.map(({ key, to }) => {
    return { key, to, data: "0x", value: 7n, description: { es: `Pagar ${key}.`, en: `Pay ${key}.` } };
  });
  return { id: "killed", title: { es: "Pagos.", en: "Payments." }, steps: described };
}

/** Ends this very process at the given boundary as kill -9 does: no handler runs, nothing is flushed. */
class Death {
  #left: number;

  constructor(boundary: number) {
    this.#left = boundary;
  }

  get isNext(): boolean {
    return this.#left === 0;
  }

  mayCome(): void {
    if (this.isNext) process.kill(process.pid, "SIGKILL");
    this.#left--;
  }
}

/** Files with which death may come before, in the middle of and after each line of the journal. */
function mortalFiles(death: Death): Files {
  return {
    ...nodeFiles,
    async replace(path, text) {
      death.mayCome();
      await nodeFiles.replace(path, text);
      death.mayCome();
    },
    open(path) {
      const file = nodeFiles.open(path);
      return {
        ...file,
        append(text) {
          death.mayCome();
          if (death.isNext) appendFileSync(path, text.slice(0, text.length / 2));
          death.mayCome();
          file.append(text);
          death.mayCome();
        },
      };
    },
  };
}

/** A provider with which death may come before and after each sending. */
function mortalRpc(rpc: Rpc, death: Death): Rpc {
  return {
    async send(method, params) {
      if (!method.startsWith("eth_send")) return rpc.send(method, params);
      death.mayCome();
      const answer = await rpc.send(method, params);
      death.mayCome();
      return answer;
    },
  };
}

async function main(run: KilledRun): Promise<void> {
  flushCompileCache(); // a process that is killed does not write it
  const death = new Death(run.boundary);
  const provider = providerOf(run.url);
  const { signal, dispose } = interruptSignal(process);
  try {
    await sendPlan({
      ...QUICK,
      ...{ rpc: mortalRpc(provider, death), files: mortalFiles(death), signal, send: true, language: "en" },
      ...{ plan: planOfKilled(run), journal: run.journal, identity: loadIdentity(nodeFiles, run.identity) },
      limits: { ...QUICK.limits, idlePolls: 10_000 },
      account: run.account.length === 42 ? nodeAccount(run.account) : signingAccount(new Wallet(run.account)),
      print: (line) => process.stdout.write(`${line}\n`),
    });
  } catch (error) {
    process.exitCode = error instanceof SendError ? error.exitCode : 99;
    process.stderr.write(`${error instanceof SendError ? error.text("en") : String(error)}\n`);
  } finally {
    dispose();
    provider.destroy();
  }
}

const told = process.env[VARIABLE];
if (process.argv[1] === import.meta.filename && told !== undefined) await main(JSON.parse(told) as KilledRun);
