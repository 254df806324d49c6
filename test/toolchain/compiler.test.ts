import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { expect } from "chai";
import hre from "hardhat";

/** Bytes of deployed code that EIP-170 allows. */
const MAX_CODE_BYTES = 24_576;

/** Bytes that each contract leaves of them, so that a mended fault still fits; less only where it is named. */
const MARGIN_BYTES = 1_000;
const SMALLER_MARGINS: Readonly<Record<string, number>> = {
  // It cannot be replaced under running contracts: what would be added to it belongs in a module.
  MilestoneEscrow: 150,
  // Bids and bonds of running tenders; publication, joint bids, panel and award are modules already.
  TenderBook: 600,
};

interface CompilerBug {
  readonly name: string;
  readonly introduced: string;
  readonly fixed: string;
}

const readBugs = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, "known-compiler-bugs.json"), "utf8")) as CompilerBug[];

/** Orders versions such as 0.8.9 and 0.8.36 by number. */
const compare = (left: string, right: string) => left.localeCompare(right, "en", { numeric: true });

const bugsOf = (version: string) =>
  readBugs()
    .filter(({ introduced, fixed }) => compare(introduced, version) <= 0 && compare(version, fixed) < 0)
    .map(({ name }) => name);

const compilerVersion = () => {
  const require = createRequire(import.meta.url);
  return (require("solc/package.json") as { version: string }).version;
};

describe("The compiler", () => {
  it("is the installed package, of the version that the configuration names", () => {
    const [configured, ...others] = hre.config.solidity.profiles.default?.compilers ?? [];

    expect(others).to.deep.equal([]);
    expect(configured?.version).to.equal(compilerVersion());
    expect(configured?.path).to.match(/node_modules\/solc\/soljson\.js$/);
  });

  it("targets prague, optimizes, and does not go through the intermediate representation", () => {
    const settings = hre.config.solidity.profiles.default?.compilers[0]?.settings as Record<string, unknown>;

    expect(settings).to.deep.include({ evmVersion: "prague" });
    expect(settings.optimizer).to.deep.include({ enabled: true });
    expect(settings.viaIR).to.equal(undefined);
  });

  it("has no known bug", () => {
    expect(bugsOf("0.8.33")).to.include("TransientStorageClearingHelperCollision");
    expect(bugsOf(compilerVersion())).to.deep.equal([]);
  });

  it("runs for a chain under osaka with the chain id that the deployments name", () => {
    const { type, chainId, ...rest } = hre.config.networks.default ?? {};

    expect(type).to.equal("edr-simulated");
    expect(chainId).to.equal(31_337);
    expect(rest).to.include({ hardfork: "osaka" });
  });
});

// Instrumented code says nothing about the size that is deployed.
if (!hre.globalOptions.coverage) {
  describe("The deployed code", () => {
    it("of every contract fits the limit of EIP-170 with a margin", async () => {
      const names = [...(await hre.artifacts.getAllFullyQualifiedNames())].filter((name) => !name.startsWith("test/"));
      const sizes = await Promise.all(
        names.map(async (name) => {
          const { deployedBytecode } = await hre.artifacts.readArtifact(name);
          return { name, bytes: (deployedBytecode.length - 2) / 2 };
        }),
      );

      expect(sizes.some(({ name, bytes }) => name.endsWith(":AccessManager") && bytes > 0)).to.equal(true);
      const tooLarge = sizes.filter(({ name, bytes }) => {
        const margin = SMALLER_MARGINS[name.slice(name.lastIndexOf(":") + 1)] ?? MARGIN_BYTES;
        return bytes > MAX_CODE_BYTES - margin;
      });
      expect(tooLarge).to.deep.equal([]);
    });
  });
}
