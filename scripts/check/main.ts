import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

import { steps, type Step } from "./steps.ts";

const root = resolve(import.meta.dirname, "../..");
process.chdir(root);
const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`;

/** Runs one step and returns its faults. */
function runStep(step: Step, report: string): string[] {
  for (const [command, ...parameters] of step.commands(report)) {
    const { status } = spawnSync(command, parameters, { stdio: "inherit", env: { ...process.env, PATH: path } });
    if (status !== 0) return [`${command} ended with ${String(status)}`];
  }
  try {
    return step.faults?.(report) ?? [];
  } catch (error) {
    return [`what ${step.name} left behind cannot be judged: ${String(error)}`];
  }
}

/** Steps named on the command line; none named means all. */
const named = process.argv.slice(2);
const unknown = named.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No step ${unknown.join(", ")}; there are ${steps.map(({ name }) => name).join(", ")}.\n`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "erario-check-"));
let passed = 0;
try {
  for (const step of steps.filter(({ name }) => named.length === 0 || named.includes(name))) {
    const started = performance.now();
    process.stdout.write(`check: ${step.name}\n`);
    const faults = runStep(step, join(scratch, `${step.name}.json`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (faults.length > 0) {
      process.stdout.write(`${faults.join("\n")}\ncheck: ${step.name} failed after ${seconds} s\n`);
      process.exitCode = 1;
      break;
    }
    passed += 1;
    process.stdout.write(`check: ${step.name} passed in ${seconds} s\n`);
  }
  process.stdout.write(`checks: ${String(passed)} passed, ${process.exitCode === 1 ? "1" : "0"} failed\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
