import { readFile } from "node:fs/promises";

import type { Interface } from "ethers";

import { InputError } from "../lib/input/input-error.ts";
import { loadInput } from "../lib/input/load-input.ts";
import { LANGS, type Lang } from "../lib/lang.ts";
import { describeError } from "../lib/messages/describe-error.ts";
import { writeJsonFile } from "../lib/output/json-file.ts";
import { printError } from "../lib/output/print-error.ts";
import { createPrinter } from "../lib/output/printer.ts";
import type { Connection } from "./cast.ts";
import { demoFileField } from "./demo-file.ts";
import { TOKEN, startOf } from "./story-start.ts";

/** A story may lie in the past or the future: from here on, unix seconds, and for so many years. */
const EARLIEST = Date.UTC(2022, 0, 1) / 1000;
const HORIZON_YEARS = 70;
/** The chain is deployed this long before its story begins. */
const SETTING_UP = 86_400n;

/** The options of `npx hardhat demo`; a file that is not asked for is the empty text. */
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

function langOf(text: string): Lang {
  const lang = LANGS.find((known) => known === text);
  if (!lang) throw new InputError("field-not-listed", { found: text, accepted: LANGS.join(", ") }, { field: "--lang" });
  return lang;
}

/**
 * Tells the story of a file and accounts for every peso. The JSON file is written only if the account reconciles.
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
    const context = { readFile: (file: string) => readFile(file), now: BigInt(EARLIEST), horizonYears: HORIZON_YEARS };
    const file = await loadInput(input, demoFileField, context);
    await build();
    const { runStory, storyInterfaces } = await import("./run-story.ts"); // reads the types that the build has written
    interfaces = storyInterfaces;
    const connection = await open(new Date(Number(startOf(file) - SETTING_UP) * 1000));
    const { reconciliation } = (await runStory(connection, file, lang, createPrinter(out))).account;
    const { funded, paid, fines, released, credits, held, balance, reconciled } = reconciliation;
    if (!reconciled) return 1;
    const procurement = { funded, paid, fines, released, credits, held, balance, reconciled };
    if (json !== "") await writeJsonFile(json, { procurement });
    return 0;
  } catch (error) {
    const described = describeError(error, interfaces, lang, { token: TOKEN });
    printError(createPrinter(err), described, lang);
    return described.exitCode;
  }
}
