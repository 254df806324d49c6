import { readFile, realpath, stat } from "node:fs/promises";

import type { Interface } from "ethers";

import { InputError } from "../lib/input/input-error.ts";
import type { Lang } from "../lib/lang.ts";
import { langOf } from "../lib/input/options.ts";
import { checkWritable } from "../lib/output/check-writable.ts";
import { describeError } from "../lib/messages/describe-error.ts";
import { writeJsonFile } from "../lib/output/json-file.ts";
import { printError } from "../lib/output/print-error.ts";
import { createPrinter, type Printer } from "../lib/output/printer.ts";
import type { Connection } from "./cast.ts";
import type { Outcome, Program, Story } from "./part.ts";
import { procurement } from "./procurement.ts";
import type { Stage } from "./stage.ts";
import { TOKEN } from "./token.ts";

/** What the demo plays, in this order; a file that the user gives is for the first. */
const PROGRAMS: readonly [Program, ...Program[]] = [procurement];

/** A story may lie in the past or the future: from here on, unix seconds, and for so many years. */
const EARLIEST = Date.UTC(2022, 0, 1) / 1000;
const HORIZON_YEARS = 70;
/** The chain is deployed this long before its story begins. */
const SETTING_UP = 86_400n;

/** The options of `npx hardhat demo`; a file that is not given or asked for is the empty text. */
export interface DemoArguments {
  readonly input: string;
  readonly json: string;
  readonly lang: string;
}

/** What the demo needs from outside. */
export interface DemoSurroundings {
  /** Compiles the contracts and writes their types. */
  readonly build: () => Promise<void>;
  /** Opens a fresh local chain whose clock stands at a date. */
  readonly open: (initialDate: Date) => Promise<Connection>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Tells the story of a file, or of every program's own file, and accounts for every peso. The JSON file is written
 * only if all accounts reconcile.
 *
 * @returns the exit code: 0, 1 for a refusal of the chain or a peso that is off, 2 for bad input
 * @example process.exitCode = await runDemo({ input: "obra.json", json: "", lang: "es" }, surroundings);
 */
export async function runDemo(
  { input, json, lang: asked }: DemoArguments,
  { build, open, out, err }: DemoSurroundings,
): Promise<number> {
  let lang: Lang = "es";
  let interfaces: readonly Interface[] = [];
  try {
    lang = langOf(asked);
    const stories = await loadStories(input);
    if (json !== "") await checkOutput(json, input);
    await build();
    const contracts = await import("../lib/tasks/contracts.ts"); // reads the types that the build has written
    interfaces = contracts.INTERFACES;
    const printer = createPrinter(out);
    const outcomes = new Map<string, Outcome>();
    for (const { startsAt, parts } of stories) {
      const stage = await stageAt(startsAt, open, lang, printer);
      for (const { key, play } of parts) outcomes.set(key, await play(stage));
    }
    if ([...outcomes.values()].some(({ isSound }) => !isSound)) return 1;
    const sections = [...outcomes].map(([key, { section }]) => [key, section]);
    if (json !== "") await writeJsonFile(json, Object.fromEntries(sections));
    return 0;
  } catch (error) {
    const described = describeError(error, interfaces, lang, { token: TOKEN });
    printError(createPrinter(err), described, lang);
    return described.exitCode;
  }
}

/** Refuses a result that could not be written after the story, or would replace its input. */
async function checkOutput(json: string, input: string): Promise<void> {
  const inputs = input === "" ? PROGRAMS.map(({ sample }) => sample) : [input];
  const files = await Promise.all(inputs.map((file) => realpath(file)));
  const isThere = await stat(json).then(
    () => true,
    () => false,
  );
  if (isThere && files.includes(await realpath(json))) throw new InputError("output-is-input", {}, { field: "--json" });
  await checkWritable(json, "--json");
}

async function loadStories(input: string): Promise<Story[]> {
  const context = { readFile: (file: string) => readFile(file), now: BigInt(EARLIEST), horizonYears: HORIZON_YEARS };
  if (input !== "") return [await PROGRAMS[0].load(input, context)];
  return Promise.all(PROGRAMS.map(({ sample, load }) => load(sample, context)));
}

async function stageAt(startsAt: bigint, open: DemoSurroundings["open"], lang: Lang, printer: Printer): Promise<Stage> {
  const { setStage } = await import("./stage.ts");
  return setStage(await open(new Date(Number(startsAt - SETTING_UP) * 1000)), lang, printer);
}
