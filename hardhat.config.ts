import { createRequire } from "node:module";
import { availableParallelism } from "node:os";

import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { config as loadEnvironment } from "dotenv";
import { configVariable, defineConfig } from "hardhat/config";

import { sourceWarnings } from "./scripts/build/source-warnings.ts";
import { tasks } from "./scripts/tasks/index.ts";

loadEnvironment({ quiet: true });

// The command line of an office reports to nobody; Hardhat asks this variable after it has read this file.
process.env.HARDHAT_DISABLE_TELEMETRY ??= "true";

const require = createRequire(import.meta.url);

/** Optimizer runs. Raising it trades deployment size for cheaper calls; the limit is the 24,576 bytes of a contract. */
const OPTIMIZER_RUNS = 200;

/** Each process of the mocha tests takes about 2 GB, and two are what two cores need. */
const MOCHA_PROCESSES = Math.min(4, Math.max(2, availableParallelism() - 1));

/** Budgets of the Solidity tests: `ERARIO_DEEP=1 npm test` takes the second one. */
const budgets = {
  usual: { fuzzRuns: 512, invariantRuns: 64, invariantDepth: 64 },
  deep: { fuzzRuns: 20_000, invariantRuns: 1_000, invariantDepth: 200 },
};
const budget = process.env.ERARIO_DEEP === "1" ? budgets.deep : budgets.usual;

/** Chain id of the public test network, for example 11155111; unset, the node's own answer is taken. */
const testnetChainId = process.env.TESTNET_CHAIN_ID;

export default defineConfig({
  plugins: [hardhatToolboxMochaEthers, sourceWarnings],
  tasks,
  solidity: {
    version: "0.8.36",
    path: require.resolve("solc/soljson.js"),
    settings: {
      evmVersion: "prague",
      optimizer: { enabled: true, runs: OPTIMIZER_RUNS },
    },
    npmFilesToBuild: ["@openzeppelin/contracts/access/manager/AccessManager.sol"],
  },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", chainId: 31337, hardfork: "osaka" },
    node: { type: "edr-simulated", chainType: "l1", chainId: 31337, hardfork: "osaka", accounts: { count: 40 } },
    localhost: {
      type: "http",
      chainType: "l1",
      chainId: 31337,
      url: process.env.LOCALHOST_RPC_URL ?? "http://127.0.0.1:8545",
    },
    testnet: {
      type: "http",
      chainType: "l1",
      ...(testnetChainId === undefined ? {} : { chainId: Number(testnetChainId) }),
      url: configVariable("TESTNET_RPC_URL"),
      accounts: [configVariable("TESTNET_PRIVATE_KEY")],
    },
  },
  typechain: { outDir: "./typechain-types" },
  coverage: { skipFiles: ["contracts/mocks/**"] },
  test: {
    mocha: {
      timeout: 120_000,
      forbidOnly: true,
      parallel: true,
      jobs: MOCHA_PROCESSES,
      require: [import.meta.resolve("./test/helpers/report-bigints.ts")],
    },
    solidity: {
      fuzz: { runs: budget.fuzzRuns },
      invariant: { runs: budget.invariantRuns, depth: budget.invariantDepth, failOnRevert: true },
    },
  },
});
