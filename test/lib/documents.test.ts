import { expect } from "chai";
import fc from "fast-check";

import { canonicalJson } from "../../scripts/lib/documents/canonical-json.ts";
import { documentDigest, jsonDigest } from "../../scripts/lib/documents/document.ts";
import { hasExamplePrefix, makeOcid, ocidKey, parseOcid } from "../../scripts/lib/documents/ocid.ts";
import { expectRefusal } from "./refusal.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("canonicalJson", () => {
  it("gives the example of RFC 8785, section 3.2.2", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, Number("0.000000000000000000000000001")],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).to.equal(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("orders keys by UTF-16 code units, whatever the order they come in", () => {
    expect(canonicalJson({ "\u20ac": 1, "\r": 2, "\ud83d\ude00": 3, "1": 4, ö: 5, "\ufb33": 6 })).to.equal(
      '{"\\r":2,"1":4,"ö":5,"€":1,"😀":3,"\ufb33":6}',
    );
  });

  it("writes bigint amounts as decimal text at any depth", () => {
    expect(canonicalJson({ precio: 10n ** 30n, hitos: [{ monto: 0n }] })).to.equal(
      '{"hitos":[{"monto":"0"}],"precio":"1000000000000000000000000000000"}',
    );
  });

  it("is the same for every order of keys, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalJson(value);
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).to.equal(text);
        expect(canonicalJson(JSON.parse(text))).to.equal(text);
      }),
    );
  });

  for (const [name, value] of Object.entries({ undefined, NaN, Infinity, surrogate: "\ud800" })) {
    it(`refuses ${name}`, () => {
      expect(() => canonicalJson(value)).to.throw();
    });
  }
});

describe("documentDigest", () => {
  it("is SHA-256: the vectors of FIPS 180-4", () => {
    expect(documentDigest(bytes("abc"))).to.equal("0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(documentDigest(bytes(""))).to.equal("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});

describe("jsonDigest", () => {
  it("is the digest of the canonical text", () => {
    expect(jsonDigest({ b: 1n, a: "ñ" })).to.equal(documentDigest(bytes('{"a":"ñ","b":"1"}')));
  });

  it("changes with any value", () => {
    expect(jsonDigest({ plazo: 90 })).to.not.equal(jsonDigest({ plazo: 91 }));
  });
});

describe("open contracting ids", () => {
  it("take the documentation's prefix unless told otherwise, and tell it apart", () => {
    expect(makeOcid("MOP-2026-0042")).to.equal("ocds-213czf-MOP-2026-0042");
    expect(makeOcid("MOP-2026-0042", "ocds-abc123")).to.equal("ocds-abc123-MOP-2026-0042");
    expect(hasExamplePrefix("ocds-213czf-1")).to.equal(true);
    expect(hasExamplePrefix("ocds-abc123-1")).to.equal(false);
  });

  for (const found of [
    "ocds-213czf-",
    "ocds-213czf",
    "xocds-213czf-1",
    "ocds-213CZF-1",
    "OCDS-213czf-1",
    "ocds-213czf-a b",
    "ocds-213czf-ñ",
  ]) {
    it(`refuse "${found}"`, async () => {
      await expectRefusal(() => parseOcid(found), "ocid-malformed", { found });
    });
  }

  it("are keyed by keccak-256 of their text", () => {
    expect(ocidKey("ocds-213czf-1")).to.equal("0x5796903cce26e4baf686d977297db5c70ab9b407311ef59ee399792e5a19919f");
  });

  it("are not keyed when malformed", async () => {
    await expectRefusal(() => ocidKey("1"), "ocid-malformed", { found: "1" });
  });
});
