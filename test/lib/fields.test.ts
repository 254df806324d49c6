import { expect } from "chai";
import { sha256 } from "ethers";
import fc from "fast-check";
import * as z from "zod";

import { dateField, dateTimeField, termField } from "../../scripts/lib/input/date-fields.ts";
import { digestField, documentField, ocidField, pointerField } from "../../scripts/lib/input/document-fields.ts";
import * as fields from "../../scripts/lib/input/fields.ts";
import { indexQuantityField, indexValueField } from "../../scripts/lib/input/index-value-field.ts";
import { isInputError } from "../../scripts/lib/input/input-error.ts";
import type { Door } from "../../scripts/lib/input/load-input.ts";
import { expectRefusal } from "./refusal.ts";

const plan = new TextEncoder().encode("plano de la etapa 1");
const door: Door = {
  folder: "/obras/puente",
  readFile: (file) => (file === "/obras/puente/planos/1.pdf" ? Promise.resolve(plan) : Promise.reject(new Error(file))),
  now: BigInt(Date.parse("2026-11-21T00:00Z") / 1000),
  horizonYears: 10,
};

/** The checked value, or the InputError that the first issue carries. */
async function read<T>(field: fields.Field<T>, input: unknown): Promise<T> {
  const result = await field.safeParseAsync(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "custom" && isInputError(issue.params?.error)) throw issue.params.error;
  throw result.error;
}

const CHECKSUMMED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

describe("addressField", () => {
  it("accepts lower case, upper case and the checksum, and returns the checksum", async () => {
    const upper = `0x${CHECKSUMMED.slice(2).toUpperCase()}`;
    for (const text of [CHECKSUMMED, CHECKSUMMED.toLowerCase(), upper]) {
      expect(await read(fields.addressField(), text)).to.equal(CHECKSUMMED);
    }
  });

  it("refuses a letter in the wrong case", async () => {
    const found = CHECKSUMMED.replace("A", "a");
    await expectRefusal(() => read(fields.addressField(), found), "address-checksum", { found });
  });

  it("refuses the zero address", async () => {
    await expectRefusal(() => read(fields.addressField(), `0x${"0".repeat(40)}`), "address-zero", {});
  });

  for (const found of [
    CHECKSUMMED.slice(0, -1),
    `${CHECKSUMMED}0`,
    CHECKSUMMED.slice(2),
    `y${CHECKSUMMED}`,
    "XE7338O073KYGTWWZN0F2WZ0R8PX5ZPPZS",
    "",
  ]) {
    it(`refuses the form "${found}"`, async () => {
      await expectRefusal(() => read(fields.addressField(), found), "address-malformed", { found });
    });
  }
});

describe("amountField and positiveAmountField", () => {
  it("read with the token's decimals", async () => {
    expect(await read(fields.amountField(2), "1.250,5")).to.equal(125_050n);
    expect(await read(fields.amountField(0), "0")).to.equal(0n);
    expect(await read(fields.positiveAmountField(0), "1")).to.equal(1n);
  });

  it("refuse zero where an amount must be positive", async () => {
    await expectRefusal(() => read(fields.positiveAmountField(2), "0,00"), "amount-zero", {});
  });

  it("refuse a number without quotes", async () => {
    expect((await fields.amountField(0).safeParseAsync(1_250)).error?.issues[0]?.code).to.equal("invalid_type");
  });
});

describe("integerField", () => {
  it("accepts its bounds", async () => {
    expect(await read(fields.integerField(1, 60), 1)).to.equal(1);
    expect(await read(fields.integerField(1, 60), 60)).to.equal(60);
  });

  for (const found of [0, 61]) {
    it(`refuses ${found}`, async () => {
      await expectRefusal(() => read(fields.integerField(1, 60), found), "integer-range", { found, min: 1, max: 60 });
    });
  }
});

describe("textField", () => {
  it("accepts accents and signs, and returns one form of each letter", async () => {
    expect(await read(fields.textField(80), "Puente Ñuble, etapa N.º 1 (ruta 5)")).to.equal(
      "Puente Ñuble, etapa N.º 1 (ruta 5)",
    );
    expect(await read(fields.textField(3), "Año\u0301")).to.equal("Añó");
    expect(await read(fields.textField(80), "Tramo A=B")).to.equal("Tramo A=B");
  });

  it("refuses letters of other alphabets that look Latin", async () => {
    const found = "Constructora \u0410ndes";
    await expectRefusal(() => read(fields.textField(80), found), "text-characters", { found });
  });

  it("refuses control, bidi and invisible characters", async () => {
    const hidden = fc.constantFrom(
      "\u0000",
      "\u0007",
      "\n",
      "\u001b",
      "\u0085",
      "\u200b",
      "\u202e",
      "\u2066",
      "\u2028",
    );
    const rare = fc.constantFrom("\u00ad", "\u061c", "\u2060", "\ufeff", "\ue000", "\ud800", "\u3164", "\u{e0041}");
    await fc.assert(
      fc.asyncProperty(fc.oneof(hidden, rare), async (character) => {
        const found = `Obra${character}1`;
        await expectRefusal(() => read(fields.textField(80), found), "text-characters", { found });
      }),
    );
  });

  for (const found of ["=cmd|' /C calc'!A0", "+56 9", "-1", "@SUM(1)"]) {
    it(`refuses the formula "${found}"`, async () => {
      await expectRefusal(() => read(fields.textField(80), found), "text-formula", { found });
    });
  }

  it("refuses an empty text and one that is too long", async () => {
    await expectRefusal(() => read(fields.textField(3), "  "), "text-empty", {});
    await expectRefusal(() => read(fields.textField(3), "Obra"), "text-too-long", { found: 4, max: 3 });
  });
});

describe("dateField, dateTimeField and termField", () => {
  it("read days, instants and terms", async () => {
    expect(await read(dateField(), "2026-09-18")).to.equal("2026-09-18");
    expect(await read(dateTimeField(door), "2027-09-18T15:00")).to.equal(1_821_290_400n);
    expect(await read(termField(365), { dias: 60, tipo: "habiles" })).to.deep.equal({ days: 60, kind: "business" });
  });

  it("refuse an instant before the chain's clock", async () => {
    const found = BigInt(Date.parse("2026-09-18T18:00Z") / 1000);
    await expectRefusal(() => read(dateTimeField(door), "2026-09-18T15:00"), "date-past", { found, now: door.now });
  });

  it("refuse a term longer than the field allows", async () => {
    const act = (): Promise<unknown> => read(termField(365), { dias: 366, tipo: "corridos" });
    await expectRefusal(act, "integer-range", { found: 366, min: 1, max: 365 });
  });
});

describe("digestField and documentField", () => {
  it("take a digest as it is", async () => {
    const digest = `0x${"Ab".repeat(32)}`;
    expect(await read(digestField(door), digest)).to.equal(digest.toLowerCase());
  });

  it("compute the digest of a file beside the input", async () => {
    const input = { huella: "sha256:planos/1.pdf", enlace: "ipfs://bafybeigdyr" };
    expect(await read(documentField(door), input)).to.deep.equal({
      digest: sha256(plan),
      pointer: "ipfs://bafybeigdyr",
    });
  });

  const hex = "ab".repeat(32);

  for (const found of ["planos/2.pdf", `planos/${hex}`, `${hex}.pdf`]) {
    it(`refuse the file "${found}", which cannot be read`, async () => {
      await expectRefusal(() => read(digestField(door), `sha256:${found}`), "digest-file-unreadable", { found });
    });
  }

  for (const found of [
    hex,
    `0x${hex}0`,
    `x0x${hex}`,
    `0x${"0".repeat(64)}`,
    `sha256:${hex}`,
    "sha256:",
    "planos/1.pdf",
    "",
  ]) {
    it(`refuse "${found}"`, async () => {
      await expectRefusal(() => read(digestField(door), found), "digest-malformed", { found });
    });
  }

  it("accept links as long as the contracts take, 256 bytes", async () => {
    for (const link of ["https://a", `ipfs://${"a".repeat(249)}`])
      expect(await read(pointerField(), link)).to.equal(link);
    const found = `https://${"a".repeat(249)}`;
    await expectRefusal(() => read(pointerField(), found), "pointer-malformed", { found });
  });

  for (const found of [
    "xhttps://mop.cl",
    "http://mop.cl/a",
    "https://",
    "https://mop.cl/a b",
    "javascript:alert(1)",
    "https://mop.cl/ñ",
  ]) {
    it(`refuse the link "${found}"`, async () => {
      await expectRefusal(() => read(pointerField(), found), "pointer-malformed", { found });
    });
  }
});

describe("the other fields", () => {
  it("read percentages, legal entities and open contracting ids", async () => {
    expect(await read(fields.percentField(3_000), "30 %")).to.equal(3_000);
    expect(await read(fields.rutField(), "60.803.000-K")).to.deep.equal({ body: 60_803_000, checkDigit: "K" });
    expect(await read(fields.entityField(), "CL-RUT-60803000-K")).to.have.property("body", 60_803_000);
    expect(await read(ocidField(), "ocds-213czf-1")).to.equal("ocds-213czf-1");
  });

  it("read a row of the table of values and a number of units", async () => {
    const row = { unidad: "UF", fecha: "2026-11-20", valor: "39.643,59", fuente: "Banco Central" };
    expect(await read(indexValueField(), row)).to.deep.equal({
      unit: "UF",
      date: "2026-11-20",
      centavos: 3_964_359n,
      source: "Banco Central",
    });
    expect(await read(indexQuantityField(), "1.000")).to.equal(100_000n);
  });

  it("let a failure that is not of the input through", async () => {
    const broken = fields.parsedField(() => {
      throw new RangeError("defect");
    });
    const outcome = await broken.safeParseAsync("x").catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(RangeError);
  });

  it("refuse a field that the record does not know, naming those it does", async () => {
    const { error } = await fields
      .record({ obra: z.string(), rut: z.string() })
      .safeParseAsync({ obra: "", rut: "", x: 1 });
    expect(error?.issues[0]?.message).to.equal("obra, rut");
  });
});
