import { expect } from "chai";
import fc from "fast-check";

import { formatPercent, parsePercent, shareOf } from "../../scripts/lib/units/basis-points.ts";
import { compareWithIndex, indexToToken, indexValueOn, type IndexValue } from "../../scripts/lib/units/index-value.ts";
import { expectRefusal } from "./refusal.ts";

const utm: IndexValue = { unit: "UTM", date: "2026-11-01", centavos: 6_954_200n, source: "SII" };
const uf: IndexValue = { unit: "UF", date: "2026-11-20", centavos: 3_964_359n, source: "Banco Central" };
const amount = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });

describe("parsePercent", () => {
  const accepted = { "5 %": 500, "5%": 500, "0,5 %": 50, "0,05%": 5, "33,33 %": 3_333, "100 %": 10_000, "0 %": 0 };
  for (const [text, bps] of Object.entries(accepted)) {
    it(`reads "${text}" as ${bps} basis points`, () => {
      expect(parsePercent(text)).to.equal(bps);
    });
  }

  for (const text of [
    "5",
    "5.5 %",
    "-5 %",
    "+5 %",
    "05 %",
    "5  %",
    "5 por ciento",
    "5 %.",
    "5e1 %",
    "%",
    "",
    "1.000 %",
  ]) {
    it(`refuses "${text}"`, async () => {
      await expectRefusal(() => parsePercent(text), "percent-malformed", { found: text });
    });
  }

  it("refuses a third decimal", async () => {
    await expectRefusal(() => parsePercent("0,005 %"), "percent-too-precise", { found: "0,005 %" });
  });

  it("accepts the maximum and refuses one basis point more", async () => {
    expect(parsePercent("30 %", 3_000)).to.equal(3_000);
    await expectRefusal(() => parsePercent("30,01 %", 3_000), "percent-too-large", { found: "30,01 %", max: 3_000 });
  });

  it("reads back what formatPercent writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (bps) => {
        expect(parsePercent(formatPercent(bps, "es"))).to.equal(bps);
      }),
    );
  });
});

describe("formatPercent", () => {
  it("writes each language's decimal mark and drops trailing zeros", () => {
    expect(formatPercent(50n, "es")).to.equal("0,5 %");
    expect(formatPercent(3_333, "en")).to.equal("33.33%");
    expect(formatPercent(3_000, "en")).to.equal("30%");
  });
});

describe("shareOf", () => {
  it("rounds down", () => {
    expect(shareOf(999n, 500n)).to.equal(49n);
  });

  it("leaves a rest that is less than one unit above the exact one", () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 10_000n }), (whole, bps) => {
        const excess = whole * bps - shareOf(whole, bps) * 10_000n;
        expect(excess >= 0n && excess < 10_000n).to.equal(true);
      }),
    );
  });
});

describe("indexValueOn", () => {
  it("finds a UTM by month and a UF by day", () => {
    expect(indexValueOn([utm, uf], "UTM", "2026-11-20")).to.equal(utm);
    expect(indexValueOn([utm, uf], "UF", "2026-11-20")).to.equal(uf);
  });

  it("refuses a day that the table lacks, and takes no neighbour for it", async () => {
    await expectRefusal(() => indexValueOn([utm, uf], "UF", "2026-11-21"), "index-value-missing", {
      unit: "UF",
      day: "2026-11-21",
    });
    await expectRefusal(() => indexValueOn([utm, uf], "UTM", "2026-12-01"), "index-value-missing", {
      unit: "UTM",
      day: "2026-12-01",
    });
  });
});

describe("indexToToken", () => {
  it("values 1,000 UTM of 69,542 pesos at 69,542,000 pesos", () => {
    expect(indexToToken(100_000n, utm, 0, "down")).to.equal(69_542_000n);
  });

  it("gives a token with decimals its smallest units", () => {
    expect(indexToToken(100n, uf, 2, "down")).to.equal(3_964_359n);
  });

  it("rounds as asked: half a UF of 39,643.59 pesos is 19,821.795 pesos", () => {
    expect(indexToToken(50n, uf, 2, "down")).to.equal(1_982_179n);
    expect(indexToToken(50n, uf, 2, "nearest")).to.equal(1_982_180n);
    expect(indexToToken(50n, uf, 2, "up")).to.equal(1_982_180n);
    expect(indexToToken(50n, uf, 0, "nearest")).to.equal(19_822n);
    expect(indexToToken(100n, uf, 0, "nearest")).to.equal(39_644n);
    expect(indexToToken(100n, { ...uf, centavos: 3_964_349n }, 0, "nearest")).to.equal(39_643n);
  });

  it("rounds the least rest up", () => {
    expect(indexToToken(1n, { ...utm, centavos: 1n }, 0, "up")).to.equal(1n);
  });

  it("is exact when nothing is left to round", () => {
    expect(indexToToken(100n, utm, 0, "up")).to.equal(69_542n);
  });

  it("brackets the exact value", () => {
    const quantity = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(quantity, fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.nat(18), (units, centavos, decimals) => {
        const value = { ...uf, centavos };
        const down = indexToToken(units, value, decimals, "down");
        const up = indexToToken(units, value, decimals, "up");
        expect(compareWithIndex(down, units, value, decimals)).to.be.at.most(0);
        expect(compareWithIndex(up, units, value, decimals)).to.be.at.least(0);
        expect(up - down <= 1n).to.equal(true);
      }),
    );
  });
});

describe("compareWithIndex", () => {
  it("tells a peso below, at and a peso above 1,000 UTM apart", () => {
    const sides = [69_541_999n, 69_542_000n, 69_542_001n].map((pesos) => compareWithIndex(pesos, 100_000n, utm, 0));
    expect(sides).to.deep.equal([-1, 0, 1]);
  });

  it("does not round a threshold that falls between two pesos", () => {
    expect(compareWithIndex(39_643n, 100n, uf, 0)).to.equal(-1);
    expect(compareWithIndex(39_644n, 100n, uf, 0)).to.equal(1);
  });
});
