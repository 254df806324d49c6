import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { runBench, type BenchArguments } from "../../scripts/bench/run-bench.ts";

/** A run of the bench on figures that are given, or that cannot be had. */
async function run(args: BenchArguments, gas: Record<string, number> | Error = { "escrow.open": 269_600 }) {
  const said = { out: "", err: "", measured: 0 };
  const code = await runBench(args, {
    measure: () => {
      said.measured++;
      return gas instanceof Error ? Promise.reject(gas) : Promise.resolve(gas);
    },
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

describe("runBench", () => {
  it("prints the table and writes it where asked", async () => {
    const json = join(mkdtempSync(join(tmpdir(), "erario-bench-")), "gas.json");
    const { code, out } = await run({ json, lang: "es" });
    expect(code).to.equal(0);
    expect(out).to.match(/escrow\.open +269,600 +270,000/);
    expect(JSON.parse(readFileSync(json, "utf8"))).to.deep.equal({ "escrow.open": 269_600 });
  });

  it("prints seconds with two decimals", async () => {
    const { out } = await run({ json: "", lang: "es" }, { "housing.offchain.seconds": 5.8 });
    expect(out).to.match(/housing\.offchain\.seconds +5\.80 +20 +0\.29/);
  });

  it("refuses, before it measures, a file that cannot be written, with exit code 2", async () => {
    const json = join(tmpdir(), "no-such-folder", "gas.json");
    const es = await run({ json, lang: "es" });
    expect([es.code, es.measured, es.out]).to.deep.equal([2, 0, ""]);
    expect(es.err).to.contain(`--json: No se pudo escribir el archivo ${json} (ENOENT).`);
    expect((await run({ json: tmpdir(), lang: "en" })).err).to.contain("could not be written (EISDIR)");
  });

  it("refuses a language that it does not speak, with exit code 2", async () => {
    const { code, measured, err } = await run({ json: "", lang: "fr" });
    expect([code, measured]).to.deep.equal([2, 0]);
    expect(err).to.contain("--lang: «fr» no es una de las opciones.");
  });

  it("tells what failed on the way in one sentence, with exit code 1", async () => {
    const { code, err } = await run({ json: "", lang: "en" }, new Error("no chain\n    at measure"));
    expect(code).to.equal(1);
    expect(err.split("\n")[0]).to.equal("An unforeseen failure occurred: “no chain”.");
  });
});
