// Brings a bare checkout to a working one. Runs on Node 20 or later with nothing installed; every npm script calls it first.
//
// npm leaves out the native binding of the simulated chain without a word when it installs under Node 20, so that the
// installation runs under Node 24, which comes as a package of its own. A stamp written last tells a finished
// installation from an interrupted one; the binding is loaded on every run, because only that proves that it is there.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const PROJECT_NODE = 24;

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stampFile = join(modules, ".erario-setup.json");
const platform = `${process.platform}-${process.arch}`;
const runningMajor = Number(process.versions.node.split(".")[0]);

/** A failure that the user can act on: one sentence, no stack. */
class SetupError extends Error {}

/** What a finished installation is recognised by. */
function expectedStamp() {
  const digest = createHash("sha256");
  for (const file of ["package-lock.json", ".npmrc"]) digest.update(readFileSync(join(root, file)));
  return JSON.stringify({ inputs: digest.digest("hex"), platform });
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === expectedStamp();
}

/** Whether the Node that the npm scripts will use is new enough and loads the simulated chain's binding. */
function tryBinding() {
  const own = join(modules, ".bin", "node");
  const script = `
    const { node } = process.versions;
    if (Number(node.split(".")[0]) < ${PROJECT_NODE}) throw new Error("the scripts would run under Node " + node);
    await import("@nomicfoundation/edr");`;
  const run = spawnSync(existsSync(own) ? own : process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    encoding: "utf8",
  });
  return { loads: run.status === 0, reason: firstError(run.stderr) };
}

/** What an output says of its error: npm's first three lines, or the message that Node ends with. */
function firstError(text) {
  const lines = (text ?? "")
    .split("\n")
    .flatMap((line) => /^(?:npm error|\w*Error(?: \[\w+\])?:)\s+(.+)$/.exec(line)?.[1] ?? []);
  return lines.slice(0, 3).join(", ") || "no reason given";
}

/** Runs npm under the given Node, the npm that started this script where there is one. */
function npm(node, parameters, options) {
  const cli = process.env.npm_execpath;
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
  // Left by an `npx -p ... -c ...` around this script, these would be taken as orders to the npm below.
  for (const name of ["npm_config_call", "npm_config_package"]) delete env[name];
  const fromNpm = cli !== undefined && basename(cli).startsWith("npm");
  const [command, ...first] = fromNpm ? [node, cli] : ["npm"];
  const run = spawnSync(command, [...first, ...parameters], { encoding: "utf8", env, ...options });
  if (run.error?.code === "ENOENT") throw new SetupError("npm was not found: install Node.js with npm, then repeat.");
  return run;
}

/** Path of a Node 24 outside node_modules: the running one if it is new enough, else the one that npm carries. */
function installingNode(manifest) {
  if (runningMajor >= PROJECT_NODE && !process.execPath.startsWith(modules)) return process.execPath;
  const name = `node-${platform}`;
  const version = manifest.optionalDependencies[name];
  if (version === undefined) {
    throw new SetupError(
      `npm carries no Node ${PROJECT_NODE} for ${platform}: install Node ${PROJECT_NODE}, then repeat.`,
    );
  }
  const elsewhere = mkdtempSync(join(tmpdir(), "erario-setup-"));
  try {
    const run = npm(
      process.execPath,
      [
        "exec",
        "--yes",
        `--prefix=${elsewhere}`,
        `--package=${name}@${version}`,
        "--",
        "node",
        "-p",
        "process.execPath",
      ],
      { cwd: elsewhere },
    );
    const path = run.stdout?.trim().split("\n").pop() ?? "";
    if (run.status !== 0 || !existsSync(path)) {
      throw new SetupError(`${name}@${version} could not be fetched from the npm registry: ${firstError(run.stderr)}`);
    }
    return path;
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

function install() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  process.stderr.write("Installing the dependencies (once, under a minute on most machines)...\n");
  const node = installingNode(manifest);
  rmSync(stampFile, { force: true });
  const run = npm(node, ["ci", "--loglevel=error"], { cwd: root });
  if (run.status !== 0) throw new SetupError(`npm ci failed: ${firstError(run.stderr)}`);
  const { loads, reason } = tryBinding();
  if (!loads) throw new SetupError(`The binding of the simulated chain does not load on ${platform}: ${reason}`);
  writeFileSync(stampFile, expectedStamp());
}

try {
  if (runningMajor < OLDEST_NODE) {
    throw new SetupError(
      `Node ${OLDEST_NODE} or later is needed, this is ${process.versions.node}: update it, then repeat.`,
    );
  }
  if (!isStamped() || !tryBinding().loads) install();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`Set-up failed. ${error.message}\n`);
  process.exitCode = 1;
}
