import { expect } from "chai";
import { formatUnits } from "ethers";
import fc from "fast-check";

import { formatAmount, groupDigits } from "../../scripts/lib/units/format-amount.ts";
import { MAX_AMOUNT, parseAmount } from "../../scripts/lib/units/parse-amount.ts";
import { expectRefusal } from "./refusal.ts";

const CLP = { decimals: 0, symbol: "CLP" };
const withoutTail = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
const amount = fc.bigInt({ min: 0n, max: MAX_AMOUNT });

describe("parseAmount", () => {
  const accepted = [
    { text: "0", decimals: 0, value: 0n },
    { text: "1250000", decimals: 0, value: 1_250_000n },
    { text: "1.250.000", decimals: 0, value: 1_250_000n },
    { text: "1.250", decimals: 2, value: 125_000n },
    { text: "1250000,5", decimals: 2, value: 125_000_050n },
    { text: "1.250.000,50", decimals: 2, value: 125_000_050n },
    { text: "0,125", decimals: 3, value: 125n },
    { text: "1250,125", decimals: 3, value: 1_250_125n },
    { text: "1.250.000", decimals: 18, value: 1_250_000n * 10n ** 18n },
    { text: "1.250,0", decimals: 18, value: 1_250n * 10n ** 18n },
    { text: MAX_AMOUNT.toString(), decimals: 0, value: MAX_AMOUNT },
  ];
  for (const { text, decimals, value } of accepted) {
    it(`reads "${text}" with ${decimals} decimals`, () => {
      expect(parseAmount(text, decimals)).to.equal(value);
    });
  }

  const malformed = {
    "an empty text": "",
    "a space before": " 1250",
    "a line feed after": "1250\n",
    "a minus sign": "-1250",
    "a plus sign": "+1250",
    "an exponent": "1e21",
    "hexadecimal digits": "0x10",
    "a leading zero": "0125",
    "a leading zero before a group": "0.125",
    "a decimal point": "1250.50",
    "a short group": "1.25",
    "a long group": "1.2500",
    "groups after four digits": "1250.000",
    "English grouping": "1,250,000",
    "English decimals": "1,250.50",
    "a comma without decimals": "1250,",
    "a comma without a whole": ",50",
    "a currency sign": "$1.250",
    "a unit": "1250 CLP",
    underscores: "1_250",
    "full-width digits": "１２５０",
    "a no-break space": "1\u00a0250",
    "a formula": "=1250",
  };
  for (const [fault, text] of Object.entries(malformed)) {
    it(`refuses ${fault}`, async () => {
      await expectRefusal(() => parseAmount(text, 2), "amount-malformed", { found: text });
    });
  }

  it("refuses more decimals than the token has, even zeros", async () => {
    await expectRefusal(() => parseAmount("12,0", 0), "amount-too-precise", { found: "12,0", decimals: 0 });
    await expectRefusal(() => parseAmount("1,250", 2), "amount-too-precise", { found: "1,250", decimals: 2 });
  });

  it("refuses one mark before three digits when the token has three decimals", async () => {
    await expectRefusal(() => parseAmount("1.250", 3), "amount-ambiguous", { found: "1.250" });
    await expectRefusal(() => parseAmount("125,000", 18), "amount-ambiguous", { found: "125,000" });
  });

  it("refuses what 128 bits cannot hold", async () => {
    const found = "340282366920938463463374607431768211456";
    expect(MAX_AMOUNT.toString()).to.equal("340282366920938463463374607431768211455");
    await expectRefusal(() => parseAmount(found, 0), "amount-too-large", { found });
  });

  it("never reads a text that is not digits, dots and commas", () => {
    const other = fc.string({ unit: "binary", minLength: 1 }).filter((text) => !/^[\d.,]+$/.test(text));
    fc.assert(
      fc.property(other, fc.integer({ min: 0, max: 18 }), (text, decimals) => {
        expect(() => parseAmount(text, decimals)).to.throw("amount-malformed");
      }),
    );
  });
});

describe("formatAmount", () => {
  it("writes dots and a decimal comma in Spanish", () => {
    expect(formatAmount(125_000_050n, { decimals: 2, symbol: "USD" }, "es")).to.equal("1.250.000,50 USD");
  });

  it("writes commas and a decimal point in English", () => {
    expect(formatAmount(125_000_050n, { decimals: 2, symbol: "USD" }, "en")).to.equal("1,250,000.50 USD");
  });

  it("writes no decimals for a token that has none", () => {
    expect(formatAmount(12_500_000n, CLP, "es")).to.equal("12.500.000 CLP");
  });

  it("writes every decimal that counts and at least two", () => {
    const token = { decimals: 6, symbol: "USDC" };
    expect(formatAmount(1_000_001n, token, "es")).to.equal("1,000001 USDC");
    expect(formatAmount(1_500_000n, token, "es")).to.equal("1,50 USDC");
  });

  it("writes the sign of a difference", () => {
    expect(formatAmount(-1_250n, CLP, "es")).to.equal("-1.250 CLP");
  });

  it("is read back as the same amount, for every token without ambiguous forms", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 2 }), (value, decimals) => {
        const text = formatAmount(value, { decimals, symbol: "" }, "es").trimEnd();
        expect(parseAmount(text, decimals)).to.equal(value);
      }),
    );
  });

  it("agrees with ethers on any number of decimals", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 18 }), (value, decimals) => {
        const text = formatAmount(value, { decimals, symbol: "" }, "en").trimEnd().replaceAll(",", "");
        expect(withoutTail(text)).to.equal(withoutTail(formatUnits(value, decimals)));
      }),
    );
  });
});

describe("groupDigits", () => {
  it("groups from the right", () => {
    expect([0n, 999n, 1_000n, 123_456n, 1_234_567n].map((value) => groupDigits(value, "es"))).to.deep.equal([
      "0",
      "999",
      "1.000",
      "123.456",
      "1.234.567",
    ]);
  });
});
