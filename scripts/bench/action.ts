import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { runBench, type BenchArguments } from "./run-bench.ts";

/** `npm run bench`: the gas of whole transactions on a chain in this process, and the time of the largest call off it. */
export default async function bench(args: BenchArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  process.exitCode = await runBench(args, {
    measure: async () => {
      await hre.tasks.getTask("build").run({ quiet: true });
      const { measure } = await import("./operations.ts"); // reads the types that the build has just written
      const { measureBeacons } = await import("./beacons.ts");
      const { measureTender } = await import("./tenders.ts");
      const { measureSettlements } = await import("./housing/settlements.ts");
      const { measureLargestCall } = await import("./housing/measure-largest-call.ts");
      const { network } = hre;
      return {
        ...(await measure(await network.create())),
        ...(await measureTender(await network.create())),
        ...(await measureBeacons(await network.create())),
        ...(await measureSettlements(await network.create())),
        ...(await measureLargestCall()),
      };
    },
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
