import { expect } from "chai";
import fc from "fast-check";

import {
  FIRST_LEGAL_ENTITY,
  formatRut,
  parseEntityReference,
  parseLegalEntityRut,
  parseRut,
  rutCheckDigit,
  rutToOcds,
} from "../../scripts/lib/rut.ts";
import { expectRefusal } from "./refusal.ts";

const body = fc.integer({ min: 1, max: 99_999_999 });
const legalBody = fc.integer({ min: FIRST_LEGAL_ENTITY, max: 99_999_999 });
const DIGITS = Array.from("0123456789K");

/** The check digit as the tax authority words it: the digit that makes the weighted sum a multiple of eleven. */
function completingDigit(number: number): string {
  const weights = [2, 3, 4, 5, 6, 7, 2, 3];
  let sum = 0;
  for (let place = 0; place < 8; place += 1) sum += (Math.floor(number / 10 ** place) % 10) * (weights[place] ?? 0);
  return DIGITS.find((_, value) => (sum + value) % 11 === 0) ?? "";
}

describe("rutCheckDigit", () => {
  it("gives the published digit of public bodies", () => {
    expect(rutCheckDigit(60_805_000)).to.equal("0");
    expect(rutCheckDigit(61_202_000)).to.equal("0");
    expect(rutCheckDigit(97_030_000)).to.equal("7");
    expect(rutCheckDigit(60_803_000)).to.equal("K");
  });

  it("completes the weighted sum to a multiple of eleven", () => {
    fc.assert(
      fc.property(body, (number) => {
        expect(rutCheckDigit(number)).to.equal(completingDigit(number));
      }),
    );
  });

  it("changes with any single digit and with any two neighbours swapped", () => {
    fc.assert(
      fc.property(body, fc.nat(7), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const digits = Array.from(number.toString().padStart(8, "0"));
        const mistyped = digits.with(place, ((Number(digits[place]) + step) % 10).toString());
        expect(rutCheckDigit(Number(mistyped.join("")))).to.not.equal(rutCheckDigit(number));
        const neighbour = place === 7 ? 6 : place + 1;
        const swapped = digits.with(place, digits[neighbour] ?? "").with(neighbour, digits[place] ?? "");
        fc.pre(digits[place] !== digits[neighbour]);
        expect(rutCheckDigit(Number(swapped.join("")))).to.not.equal(rutCheckDigit(number));
      }),
    );
  });
});

describe("parseRut", () => {
  it("reads the dotted and the plain form, and a small k", () => {
    expect(parseRut("60.803.000-K")).to.deep.equal({ body: 60_803_000, checkDigit: "K" });
    expect(parseRut("60803000-k")).to.deep.equal({ body: 60_803_000, checkDigit: "K" });
  });

  it("reads back what formatRut writes", () => {
    fc.assert(
      fc.property(body, (number) => {
        const rut = { body: number, checkDigit: rutCheckDigit(number) };
        expect(parseRut(formatRut(rut))).to.deep.equal(rut);
      }),
    );
  });

  for (const text of [
    "",
    "608030000",
    "60803000",
    "60.803000-K",
    "060803000-K",
    "60 803 000-K",
    "160803000-K",
    "1.060.803.000-K",
    "1060.803.000-K",
    "60.803.000-KK",
    "x60803000-K",
    "60.803.000–K",
    "-K",
  ]) {
    it(`refuses the form "${text}"`, async () => {
      await expectRefusal(() => parseRut(text), "rut-malformed", { found: text });
    });
  }

  it("refuses each of the ten wrong check digits", () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...DIGITS), (number, digit) => {
        fc.pre(digit !== rutCheckDigit(number));
        expect(() => parseRut(`${number}-${digit}`)).to.throw("rut-check-digit");
      }),
    );
  });
});

describe("parseLegalEntityRut", () => {
  it("accepts the first legal entity's number and refuses the one below without repeating it", async () => {
    expect(parseLegalEntityRut(`50000000-${rutCheckDigit(50_000_000)}`).body).to.equal(50_000_000);
    const person = `49999999-${rutCheckDigit(49_999_999)}`;
    await expectRefusal(() => parseLegalEntityRut(person), "rut-natural-person", {});
  });

  it("takes the bound as a parameter", () => {
    expect(parseLegalEntityRut(`49999999-${rutCheckDigit(49_999_999)}`, 49_000_000).body).to.equal(49_999_999);
  });
});

describe("parseEntityReference", () => {
  it("reads back the OCDS identifier and the RUT of every legal entity", () => {
    fc.assert(
      fc.property(legalBody, (number) => {
        const rut = { body: number, checkDigit: rutCheckDigit(number) };
        expect(parseEntityReference(rutToOcds(rut))).to.deep.equal(rut);
        expect(parseEntityReference(formatRut(rut))).to.deep.equal(rut);
      }),
    );
  });

  it("writes the identifier without dots", () => {
    expect(rutToOcds({ body: 60_803_000, checkDigit: "K" })).to.equal("CL-RUT-60803000-K");
  });

  it("refuses another scheme", async () => {
    await expectRefusal(() => parseEntityReference("CL-MP-1234"), "rut-malformed", { found: "CL-MP-1234" });
  });

  it("refuses a natural person's identifier", async () => {
    const person = `CL-RUT-12345678-${rutCheckDigit(12_345_678)}`;
    await expectRefusal(() => parseEntityReference(person), "rut-natural-person", {});
  });
});
