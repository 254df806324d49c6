import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { inspect } from "node:util";

import { expect } from "chai";
import type { Wallet } from "ethers";

import {
  nodeFiles,
  recordIdentity,
  safeText,
  saveIdentity,
  SendError,
  signingAccount,
  type Rpc,
} from "../../scripts/lib/send/index.ts";
import { startAnvil, type Anvil } from "./support/anvil.ts";
import { callTo, place } from "./support/contracts.ts";
import { startKilledRun } from "./support/killed-run.ts";
import { chainOf, fundedWallet, payment, planOf, prepareRun, sandbox, type TestRun } from "./support/runs.ts";

/** What the operator's provider put into its URL. */
const ACCESS_KEY = "s3cret-access-key";

describe("item 145: secrets", () => {
  const box = sandbox();
  let anvil: Anvil;
  let wallet: Wallet;
  let journals = 0;

  before(async () => {
    anvil = await startAnvil();
  });
  beforeEach(async () => {
    wallet = await fundedWallet(anvil.provider);
  });
  after(async () => {
    await anvil.stop();
    box.remove();
  });

  /** Fails when a text holds the key, in any case, with or without its prefix, or the access key. */
  function expectClean(output: string): void {
    expect(output.toLowerCase()).to.not.include(wallet.privateKey.slice(2).toLowerCase());
    expect(output).to.not.include(ACCESS_KEY);
  }
  const filesOfTheBox = (): string =>
    readdirSync(box.path(""), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "latin1"))
      .join("\n");

  /** Runs to whatever end, and returns all that anybody could see of it. */
  async function everythingSeen(run: TestRun, changes: Parameters<TestRun["send"]>[0] = {}): Promise<string> {
    const end: unknown = await run.send(changes).catch((error: unknown) => error);
    const told = end instanceof SendError ? [end.text("es"), end.text("en"), end.stack] : [];
    return [...run.lines, ...told, inspect(end, { depth: 10 }), filesOfTheBox()].join("\n");
  }
  const runOf = (changes: Partial<TestRun["options"]> = {}): Promise<TestRun> =>
    prepareRun(anvil.provider, {
      ...{ plan: planOf(2), account: signingAccount(wallet), journal: box.path(`journal-${String(++journals)}`) },
      ...changes,
    });
  /** A provider whose every failure repeats the key and its own URL. */
  const talkative = (failing: string, code?: number): Rpc => ({
    send(method, params) {
      if (method !== failing) return anvil.provider.send(method, params);
      const message = `bad ${wallet.privateKey} for https://user:${ACCESS_KEY}@node.example/v3/${ACCESS_KEY}?k=${ACCESS_KEY}`;
      const error = { code, message, transaction: { privateKey: wallet.privateKey }, url: `https://x/${ACCESS_KEY}` };
      return Promise.reject(Object.assign(new Error(message), error));
    },
  });

  it("leaves no key in what is printed, journalled or reported", async () => {
    const seen = await everythingSeen(await runOf());
    expect(seen).to.include("pay-2: final.").and.to.include('"type":"final"');
    expectClean(seen);
  });

  for (const method of ["eth_chainId", "eth_estimateGas", "eth_sendRawTransaction", "eth_getTransactionReceipt"]) {
    for (const code of [undefined, -32000]) {
      it(`leaves none in the error when ${method} ${code === undefined ? "fails" : "is refused"} repeating it`, async () => {
        const run = await runOf();
        const seen = await everythingSeen(run, { rpc: talkative(method, code) });
        expect(seen).to.include("SendError").and.to.include("bad [***] for https://node.example/[***]");
        expectClean(seen);
      });
    }
  }

  it("leaves none in the error when the signer fails repeating it", async () => {
    const { address, privateKey } = wallet;
    const sign = (): Promise<string> => Promise.reject(new Error(`cannot sign with ${privateKey}`));
    const run = await runOf({ account: { address, sign } });
    const seen = await everythingSeen(run);
    expect(seen).to.include("could not be signed: cannot sign with [***]");
    expectClean(seen);
  });

  it("leaves none in the error when the plan's own question or the contract fails repeating it", async () => {
    const done = (): Promise<boolean> => Promise.reject(new Error(wallet.privateKey.slice(2).toUpperCase()));
    expectClean(await everythingSeen(await runOf({ plan: planOf([{ ...payment("pay-1"), done }]) })));
    const refuser = callTo(await place(anvil.provider, "refuser"), "award");
    expectClean(await everythingSeen(await runOf({ plan: planOf([refuser]) })));
  });

  it("leaves none in the arguments or the output of a process", async () => {
    await saveIdentity(nodeFiles, box.path("identity.json"), await recordIdentity(chainOf(anvil.provider), {}));
    const { key, to } = payment("pay-1");
    const child = startKilledRun({
      ...{ url: anvil.url, account: wallet.privateKey, identity: box.path("identity.json"), boundary: -1 },
      ...{ journal: box.path("process/journal"), steps: [{ key, to }] },
    });
    const listing = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(child.pid)], { encoding: "utf8" }).stdout;
    if (child.stdout === null || child.stderr === null) throw new Error("the run has no output");
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    expect(listing).to.include("killed-run.ts");
    expect(out).to.include("pay-1: final.");
    expectClean([listing, out, err, filesOfTheBox()].join("\n"));
  });
});

describe("safeText", () => {
  it("keeps the scheme and host of a URL and nothing else of it", () => {
    expect(safeText("no answer from wss://me:pw@node.example:8546/v3/key?x=1, giving up")).to.equal(
      "no answer from wss://node.example:8546/[***] giving up",
    );
  });

  it("keeps addresses and short data, and cuts what is as long as a key", () => {
    const address = `0x${"ab".repeat(20)}`;
    expect(safeText(new Error(`${address} 0x08c379a0 ${"Cd".repeat(32)}`))).to.equal(`${address} 0x08c379a0 [***]`);
  });

  it("takes the short message of ethers, on one line", () => {
    expect(safeText({ shortMessage: "short\n one", message: "long" })).to.equal("short one");
    expect(safeText(undefined)).to.equal("undefined");
  });
});
