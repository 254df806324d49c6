import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { Gas } from "../operations.ts";
import type { OffChainFigures } from "./off-chain.ts";

/**
 * Time and memory of the largest call off the chain, measured in a process of its own: seconds with two decimals, whole megabytes.
 *
 * @example (await measureLargestCall())["housing.offchain.seconds"];
 */
export async function measureLargestCall(): Promise<Gas> {
  const script = fileURLToPath(new URL("off-chain-process.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const { seconds, megabytes, memberSeconds } = JSON.parse(stdout) as OffChainFigures;
  return {
    "housing.offchain.seconds": Number(seconds.toFixed(2)),
    "housing.offchain.mb": Math.ceil(megabytes),
    "housing.members.seconds": Number(memberSeconds.toFixed(2)),
  };
}
