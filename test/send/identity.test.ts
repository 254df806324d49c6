import { expect } from "chai";
import { keccak256 } from "ethers";
import { network } from "hardhat";

import {
  checkIdentity,
  loadIdentity,
  nodeFiles,
  recordIdentity,
  saveIdentity,
  SendError,
  type NetworkIdentity,
} from "../../scripts/lib/send/index.ts";
import { CODE, place } from "./support/contracts.ts";
import { chainOf, nonceOf, planOf, prepareRun, sandbox, type TestRun } from "./support/runs.ts";

const { ethers } = await network.create();
const rpc = ethers.provider;
const chain = chainOf(rpc);

describe("item 136: wrong network", () => {
  const box = sandbox();
  let treasury: string;
  let identity: NetworkIdentity;
  let journals = 0;

  before(async () => {
    treasury = await place(rpc, "counter");
    identity = await recordIdentity(chain, { Treasury: treasury });
  });
  after(box.remove);

  const runWith = (changes: Partial<NetworkIdentity>): Promise<TestRun> =>
    prepareRun(rpc, {
      plan: planOf(1),
      journal: box.path(`journal-${String(++journals)}`),
      identity: { ...identity, ...changes },
    });

  /** Runs against an identity that differs and returns the refusal, having checked that nothing was sent. */
  async function refusalOf(changes: Partial<NetworkIdentity>): Promise<string> {
    const run = await runWith(changes);
    const error = await run.refused();
    expect(error.exitCode).to.equal(2);
    expect(await nonceOf(rpc, run.options.account.address)).to.equal(0);
    return error.text("en");
  }

  it("refuses another chain id, naming expected and found", async () => {
    const refusal = await refusalOf({ chainId: 1n });
    expect(refusal).to.equal("Wrong network: chain 1 was expected and the node answers 31337.");
  });

  it("refuses another genesis block, naming expected and found", async () => {
    const genesis = `0x${"ab".repeat(32)}`;
    const refusal = await refusalOf({ genesis });
    expect(refusal).to.include(genesis).and.to.include(identity.genesis);
  });

  it("refuses a contract whose code is not the recorded one, by its name", async () => {
    const codeHash = keccak256(CODE.once);
    const refusal = await refusalOf({ contracts: { Treasury: { address: treasury, codeHash } } });
    expect(refusal).to.include("Treasury").and.to.include(codeHash).and.to.include(keccak256(CODE.counter));
  });

  it("refuses an address that holds no code", async () => {
    const address = `0x${"11".repeat(20)}`;
    const codeHash = keccak256(CODE.counter);
    expect(await refusalOf({ contracts: { Registry: { address, codeHash } } })).to.include("Registry");
    let code: string | null = null;
    await recordIdentity(chain, { Registry: address }).catch((error: unknown) => {
      code = (error as { code: string }).code;
    });
    expect(code).to.equal("wrong-code");
  });

  it("asks for no confirmation on a development chain and sends", async () => {
    const run = await runWith({});
    const report = await run.send();
    expect(report.remaining).to.deep.equal([]);
  });

  it("reads back the identity that was recorded", async () => {
    const path = box.path("deployments/identity.json");
    await saveIdentity(nodeFiles, path, identity);
    expect(loadIdentity(nodeFiles, path)).to.deep.equal(identity);
    await checkIdentity(chain, loadIdentity(nodeFiles, path));
  });

  it("refuses an identity file that is missing or malformed", async () => {
    const path = box.path("bad.json");
    const refused = (code: string): void => {
      expect(() => loadIdentity(nodeFiles, path))
        .to.throw(SendError, code)
        .with.property("exitCode", 2);
    };
    refused("identity-file-missing");
    await nodeFiles.replace(path, '{"chainId":"1","genesis":"0x12"}');
    refused("identity-file-bad");
    await nodeFiles.replace(path, "{");
    refused("identity-file-bad");
  });
});

describe("item 136: live chain", () => {
  const LIVE = 1;
  const box = sandbox();
  let live: TestRun;

  before(async () => {
    const connection = await network.create({ override: { chainId: LIVE } });
    live = await prepareRun(connection.ethers.provider, { plan: planOf(1), journal: box.path("live") });
  });
  after(box.remove);

  it("refuses without a way to confirm", async () => {
    expect((await live.refused()).code).to.equal("confirmation-missing");
  });

  it("refuses when another text is typed", async () => {
    const error = await live.refused({ confirm: () => Promise.resolve("yes") });
    expect(error.code).to.equal("confirmation-wrong");
    expect(await nonceOf(live.options.rpc, live.options.account.address)).to.equal(0);
  });

  it("sends once the chain id is typed", async () => {
    const questions: string[] = [];
    const report = await live.send({
      confirm: (question) => {
        questions.push(question);
        return Promise.resolve(` ${String(LIVE)}\n`);
      },
    });
    expect(questions).to.deep.equal(["Chain 1 is a live network. To go on, type its number:"]);
    expect(report.remaining).to.deep.equal([]);
  });
});
