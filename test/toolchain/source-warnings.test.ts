import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect } from "chai";

import { refuseWarnings } from "../../scripts/build/source-warnings.ts";

const root = join(import.meta.dirname, "../..");

const warningAt = (location: string, errorCode: string) => ({
  type: "Warning",
  component: "general",
  severity: "warning" as const,
  errorCode,
  message: "A warning.",
  formattedMessage: `Warning: A warning.\n --> ${location}:3:5:\n`,
});

/** Severity after the judgement of a warning at a place: 2072 is an unused variable, 5574 the size of the code. */
const severityAfter = (location: string, instrumented: boolean, errorCode: "2072" | "5574" = "2072") =>
  refuseWarnings({ sources: {}, errors: [warningAt(location, errorCode)] }, instrumented).errors?.[0]?.severity;

/** Stops the process that opens a connection to a host, of any protocol, with a mark. */
const guard = `
import process from "node:process";
import { Socket } from "node:net";
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...given) {
  const [options] = given.flat();
  if (typeof options === "string" || typeof options?.path === "string") return connect.apply(this, given);
  process.stderr.write("connected to the network\\n");
  process.exit(70);
};`;
const offline = `--import data:text/javascript,${encodeURIComponent(guard)}`;

/** The environment without what Hardhat tells its children, such as the configuration file of this repository. */
const cleanEnvironment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HARDHAT|HH)_/.test(name))),
  HARDHAT_DISABLE_TELEMETRY: "true",
  NODE_OPTIONS: offline,
});

/** Writes a project of one contract with our plugin and returns a function that builds it. */
function projectWith(directory: string): (body: string) => { status: number | null; output: string } {
  const plugin = pathToFileURL(join(root, "scripts/build/source-warnings.ts")).href;
  const compiler = createRequire(import.meta.url).resolve("solc/soljson.js");
  mkdirSync(join(directory, "contracts"));
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
  writeFileSync(join(directory, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(directory, "hardhat.config.ts"),
    `import { sourceWarnings } from ${JSON.stringify(plugin)};
    export default {
      plugins: [sourceWarnings],
      solidity: { version: "0.8.36", path: ${JSON.stringify(compiler)} },
    };`,
  );
  return (body) => {
    const source = `// SPDX-License-Identifier: Apache-2.0\npragma solidity 0.8.36;\n\ncontract Sample {\n${body}\n}\n`;
    writeFileSync(join(directory, "contracts/Sample.sol"), source);
    const { status, stdout, stderr } = spawnSync("hardhat", ["build"], {
      cwd: directory,
      encoding: "utf8",
      env: cleanEnvironment(),
    });
    return { status, output: stdout + stderr };
  };
}

describe("A compiler warning", () => {
  it("fails the build in a contract and in a test", () => {
    expect(severityAfter("project/contracts/treasury/Treasury.sol", false)).to.equal("error");
    expect(severityAfter("project/test/treasury/Treasury.t.sol", false)).to.equal("error");
  });

  it("passes in a package", () => {
    expect(severityAfter("npm/@openzeppelin/contracts@5.7.0/utils/Panic.sol", false)).to.equal("warning");
  });

  it("about size fails the build in a contract, not in a test nor under coverage", () => {
    expect(severityAfter("project/contracts/treasury/Treasury.sol", false, "5574")).to.equal("error");
    expect(severityAfter("project/contracts/treasury/Treasury.sol", true, "5574")).to.equal("warning");
    expect(severityAfter("project/test/treasury/Treasury.t.sol", false, "5574")).to.equal("warning");
  });

  it("stops a real build every time", () => {
    const directory = mkdtempSync(join(tmpdir(), "erario-warning-"));
    try {
      const build = projectWith(directory);
      const unused = "    function idle() external pure {\n        uint256 unused;\n    }";

      for (const { status, output } of [build(unused), build(unused)]) {
        expect(output).to.include("Warning taken as an error: Unused local variable.");
        expect(status).to.equal(1);
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

describe("item 147: a build with the network off", () => {
  it("would be seen to use it", () => {
    const script = 'fetch("http://127.0.0.1:59999").catch(() => undefined)';
    const { status, stderr } = spawnSync("node", ["--eval", script], { encoding: "utf8", env: cleanEnvironment() });
    expect([status, stderr]).to.deep.equal([70, "connected to the network\n"]);
  });

  it("compiles, with what the installation left", () => {
    const directory = mkdtempSync(join(tmpdir(), "erario-offline-"));
    try {
      const { status, output } = projectWith(directory)("    uint256 public count;");
      expect(output).to.include("Compiled 1 Solidity file");
      expect(status).to.equal(0);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
