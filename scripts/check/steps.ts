import { readFileSync } from "node:fs";

import { z } from "zod";

import { ceilingFaults, ceilings } from "./ceilings.ts";
import { demoFaults } from "./demo-result.ts";
import { uncoveredLines } from "./uncovered-lines.ts";

/** One step of `npm run check`: commands that must succeed, then a judgement of what they left behind. */
export interface Step {
  readonly name: string;
  /** Commands with their arguments; `report` is the path of a file of the step's own. */
  readonly commands: (report: string) => readonly (readonly [string, ...string[]])[];
  /** One sentence for each fault; absent if the exit codes say everything. */
  readonly faults?: (report: string) => string[];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** What continuous integration runs, in order. Coverage comes last: its instrumented build replaces the plain one. */
export const steps: readonly Step[] = [
  { name: "build", commands: () => [["hardhat", "build"]] },
  { name: "types", commands: () => [["tsc", "--noEmit"]] },
  {
    name: "lint",
    commands: () => [
      ["solhint", "--noPoster", "--max-warnings", "0", "contracts/**/*.sol", "test/**/*.sol"],
      ["eslint", "--max-warnings", "0", "."],
    ],
  },
  { name: "format", commands: () => [["prettier", "--check", "."]] },
  {
    name: "demo",
    commands: (report) => [["hardhat", "demo", "--json", report]],
    faults: (report) => demoFaults(readJson(report)),
  },
  {
    name: "bench",
    commands: (report) => [["hardhat", "bench", "--json", report]],
    faults: (report) => ceilingFaults(z.record(z.string(), z.number()).parse(readJson(report)), ceilings),
  },
  {
    name: "coverage",
    commands: () => [["hardhat", "test", "--coverage"]],
    faults: () =>
      uncoveredLines(readFileSync("coverage/lcov.info", "utf8")).map((line) => `${line} is not covered by any test`),
  },
];
