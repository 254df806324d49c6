import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";

import { expect } from "chai";
import { network } from "hardhat";

import { nodeFiles, recordIdentity, saveIdentity, SendError, type Files } from "../../scripts/lib/send/index.ts";
import { entriesOf } from "./support/journals.ts";
import { chainOf, nonceOf, planOf, prepareRun, sandbox, timesPaid } from "./support/runs.ts";

const { ethers } = await network.create();
const rpc = ethers.provider;

/** The machine's files until so many lines were written; then the disk is full. */
function filesUntilFull(lines: number): Files {
  return {
    ...nodeFiles,
    open(path) {
      const file = nodeFiles.open(path);
      return {
        ...file,
        append(line) {
          if (lines-- <= 0)
            throw new SendError("output-unwritable", { file: path, reason: "ENOSPC: no space left on device" });
          file.append(line);
        },
      };
    },
  };
}

describe("item 150: disk full or read-only", () => {
  const box = sandbox();
  after(box.remove);

  it("sends nothing that it cannot write down first, wherever the disk fills up, and goes on later", async () => {
    const LINES = 8;
    for (let lines = 0; lines < LINES; lines++) {
      const plan = planOf(2);
      const run = await prepareRun(rpc, { plan, journal: box.path(`full-${String(lines)}/journal`) });

      const error = await run.refused({ files: filesUntilFull(lines) });

      expect(error.code).to.equal("output-unwritable");
      expect(error.exitCode).to.equal(1);
      const intents = entriesOf(run.options.journal).filter(({ type }) => type === "intent").length;
      expect(await nonceOf(rpc, run.options.account.address)).to.equal(intents);
      expect(entriesOf(run.options.journal)).to.have.length(lines + 1);
      await run.send();
      expect(await timesPaid(rpc, plan)).to.deep.equal([1n, 1n]);
      expect(await nonceOf(rpc, run.options.account.address)).to.equal(2);
    }
  });

  it("leaves a journal as it was when a line does not fit", () => {
    const path = box.path("device");
    symlinkSync("/dev/full", path);
    const file = nodeFiles.open(path);
    let thrown: unknown;
    try {
      file.append("line\n");
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.be.instanceOf(SendError);
    expect((thrown as SendError).text("en")).to.include("ENOSPC");
    file.close();
  });

  it("leaves the old identity file intact when the new one cannot be written", async () => {
    const identity = await recordIdentity(chainOf(rpc), {});
    const folder = box.path("identity");
    mkdirSync(folder);
    /** A name so long that the temporary file beside it cannot exist. */
    const path = `${folder}/${"i".repeat(250)}`;
    writeFileSync(path, "old\n");
    const error: unknown = await saveIdentity(nodeFiles, path, identity).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(SendError).and.to.have.property("code", "output-unwritable");
    expect(readFileSync(path, "utf8")).to.equal("old\n");
    expect(readdirSync(folder)).to.have.length(1);
  });

  it("refuses before sending when the journal's folder cannot be made", async () => {
    writeFileSync(box.path("file"), "");
    const run = await prepareRun(rpc, { plan: planOf(1), journal: box.path("file/journal") });
    const error = await run.refused();
    expect(error.code).to.equal("output-unwritable");
    expect(await nonceOf(rpc, run.options.account.address)).to.equal(0);
  });
});
