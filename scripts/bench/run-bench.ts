import { ceilings } from "../check/ceilings.ts";
import { langOf } from "../lib/input/options.ts";
import type { Lang } from "../lib/lang.ts";
import { describeError } from "../lib/messages/describe-error.ts";
import { checkWritable } from "../lib/output/check-writable.ts";
import { writeJsonFile } from "../lib/output/json-file.ts";
import { printError } from "../lib/output/print-error.ts";
import { createPrinter } from "../lib/output/printer.ts";
import type { Gas } from "./operations.ts";
import { BENCH_HEAD, benchRows } from "./table.ts";

/** The options of `npx hardhat bench`; a file that is not asked for is the empty text. */
export interface BenchArguments {
  readonly json: string;
  readonly lang: string;
}

/** What the bench needs from outside. */
export interface BenchSurroundings {
  /** Compiles the contracts and measures the gas of every operation. */
  readonly measure: () => Promise<Gas>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Measures the gas of whole transactions, prints the table, and writes it as JSON where asked.
 *
 * @returns the exit code: 0, 1 for a refusal of the chain, 2 for bad input
 * @example process.exitCode = await runBench({ json: "gas.json", lang: "es" }, surroundings);
 */
export async function runBench(
  { json, lang: asked }: BenchArguments,
  { measure, out, err }: BenchSurroundings,
): Promise<number> {
  let lang: Lang = "es";
  try {
    lang = langOf(asked);
    if (json !== "") await checkWritable(json, "--json");
    const gas = await measure();
    createPrinter(out).table(BENCH_HEAD, benchRows(gas, ceilings));
    if (json !== "") await writeJsonFile(json, gas);
    return 0;
  } catch (error) {
    const described = describeError(error, [], lang);
    printError(createPrinter(err), described, lang);
    return described.exitCode;
  }
}
