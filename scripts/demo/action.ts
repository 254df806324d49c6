import { existsSync } from "node:fs";

import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { runDemo, type DemoArguments } from "./run-demo.ts";

/** What a fresh clone says while nothing else moves. */
const COMPILING = {
  es: "Compilando los contratos (una vez, uno o dos minutos)...\n",
  en: "Compiling the contracts (once, a minute or two)...\n",
} as const;

/** `npm run demo`: the whole life of one public contract on a chain in this process. */
export default async function demo(args: DemoArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  process.exitCode = await runDemo(args, {
    build: async () => {
      if (!existsSync(hre.config.paths.artifacts)) process.stderr.write(COMPILING[args.lang === "en" ? "en" : "es"]);
      await hre.tasks.getTask("build").run({ quiet: true });
    },
    open: (initialDate) => hre.network.create({ network: "default", chainType: "l1", override: { initialDate } }),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
