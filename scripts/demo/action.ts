import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { runDemo, type DemoArguments } from "./run-demo.ts";

/** `npm run demo`: the whole life of one public contract on a chain in this process. */
export default async function demo(args: DemoArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  process.exitCode = await runDemo(args, {
    build: async () => {
      await hre.tasks.getTask("build").run({ quiet: true });
    },
    open: (initialDate) => hre.network.create({ network: "default", chainType: "l1", override: { initialDate } }),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
