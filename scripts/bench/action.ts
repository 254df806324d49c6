import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { ceilings } from "../check/ceilings.ts";
import { writeJsonFile } from "../lib/output/json-file.ts";
import { createPrinter } from "../lib/output/printer.ts";
import { BENCH_HEAD, benchRows } from "./table.ts";

/** `npm run bench`: measures the gas of whole transactions, prints the table, and writes it as JSON where asked. */
export default async function bench({ json }: { json: string }, hre: HardhatRuntimeEnvironment): Promise<void> {
  await hre.tasks.getTask("build").run({ quiet: true });
  const { measure } = await import("./operations.ts"); // reads the types that the build has just written
  const gas = await measure(await hre.network.create());
  const printer = createPrinter((text) => process.stdout.write(text));
  printer.table(BENCH_HEAD, benchRows(gas, ceilings));
  if (json !== "") await writeJsonFile(json, gas);
}
