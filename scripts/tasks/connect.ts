import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";

import { getAddress } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { NetworkConnection } from "hardhat/types/network";

import { InputError } from "../lib/input/input-error.ts";
import { readChain, type Chain } from "../lib/send/chain.ts";
import { nodeFiles } from "../lib/send/files.ts";
import { loadIdentity } from "../lib/send/identity-file.ts";
import { DEVELOPMENT_CHAINS } from "../lib/send/network-identity.ts";
import { steadyRpc } from "../lib/send/steady-rpc.ts";
import type { SendOptions } from "../lib/send/send-options.ts";
import { loadBeacon } from "../lib/tasks/beacon-file.ts";
import { openContext, type TaskContext, type TenderTools } from "../lib/tasks/context.ts";
import { steadyRunner } from "../lib/tasks/steady-runner.ts";
import { loadParameters, type Parameters } from "../lib/tasks/parameters.ts";
import { fetchRound } from "../lib/randomness/fetch-round.ts";
import { testBeacon, testSignature } from "../lib/randomness/test-beacon.ts";
import { askSecret } from "./ask-secret.ts";

/** A network that a command reaches, and where its files lie. */
export interface Connected {
  readonly connection: NetworkConnection;
  readonly chain: Chain;
  readonly accounts: readonly string[];
  /** Journals and identity of the network: `.erario/<network>`, or under `ERARIO_HOME`. */
  readonly folder: string;
  readonly parametersFile: string;
}

/**
 * Connects to the network of the command line.
 *
 * @throws InputError `network-ephemeral` for a network that ends with the command
 * @example const { connection } = await connect(hre);
 */
export async function connect(hre: HardhatRuntimeEnvironment): Promise<Connected> {
  const connection = await hre.network.getOrCreate();
  const { networkName, networkConfig } = connection;
  if (networkConfig.type === "edr-simulated") throw new InputError("network-ephemeral", { network: networkName });
  const home = process.env.ERARIO_HOME ?? join(hre.config.paths.root, ".erario");
  return {
    connection,
    chain: readChain(steadyRpc(connection.ethers.provider, wait)),
    accounts: ((await connection.ethers.provider.send("eth_accounts", [])) as string[]).map(getAddress),
    folder: join(home, networkName),
    parametersFile: join(hre.config.paths.ignition, "parameters", `${networkName}.json`),
  };
}

/**
 * What commands need of a suite that is deployed: its identity is checked first.
 *
 * @throws SendError of a missing or foreign identity
 * @example const context = await contextOf(await connect(hre));
 */
export async function contextOf({ chain, folder, parametersFile }: Connected): Promise<TaskContext> {
  const identity = loadIdentity(nodeFiles, join(folder, "identity.json"));
  const offices = (await parametersOf(parametersFile))?.offices ?? {};
  const tenders = await tenderTools(folder, chain);
  return openContext({ chain, runner: steadyRunner(chain), identity, offices, readFile, tenders });
}

const DRAND = "https://api.drand.sh";
const QUESTIONS = {
  password: "Clave del archivo de la oferta / Password of the bid's file: ",
  again: "Otra vez / Again: ",
} as const;

/** Beacon, rounds and password of commands about sealed bids; the others use nothing of it. */
async function tenderTools(folder: string, chain: Chain): Promise<TenderTools> {
  const door = { readFile, now: 0n, horizonYears: 0 };
  const beacon = await loadBeacon(join(folder, "beacon.json"), nodeFiles, door);
  const url = process.env.ERARIO_BEACON_URL ?? DRAND;
  const isTest = beacon.chainHash === testBeacon().info.chainHash;
  return {
    beacon,
    signatureOf: async (round) =>
      isTest
        ? testSignature(round, (await chain.block("latest"))?.timestamp ?? 0n)
        : fetchRound(url, round, { info: beacon }),
    password: {
      environment: process.env,
      ...(process.stdin.isTTY ? { ask: (question) => askSecret(QUESTIONS[question]) } : {}),
    },
    files: nodeFiles,
  };
}

/** Parameters of a network, where it has a file of them. */
async function parametersOf(file: string): Promise<Parameters | null> {
  if (nodeFiles.read(file) === null) return null;
  return loadParameters(file, { readFile, now: 0n, horizonYears: 0 });
}

const PUBLIC_CONFIRMATIONS = 6;

/**
 * How this network is sent to: a local node mines at once, a public one is waited for and asks for a typed yes.
 *
 * @example sendPlan({ ...plan, ...sendingOn(chainId) });
 */
export function sendingOn(chainId: bigint): Pick<SendOptions, "limits" | "confirm"> {
  if (DEVELOPMENT_CHAINS.has(chainId)) return { limits: { pollMs: 50 } };
  const limits = { confirmations: PUBLIC_CONFIRMATIONS, pollMs: 3_000 };
  return process.stdin.isTTY ? { limits, confirm: ask } : { limits };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(`${question} `);
  } finally {
    lines.close();
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
