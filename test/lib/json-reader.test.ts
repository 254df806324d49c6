import { expect } from "chai";
import fc from "fast-check";

import { fieldPath } from "../../scripts/lib/input/field-path.ts";
import { JsonReader } from "../../scripts/lib/input/json-reader.ts";
import { expectRefusal } from "./refusal.ts";

const parsed = (text: string): unknown => JSON.parse(text);

describe("JsonReader", () => {
  it("reads what JSON.parse reads, when numbers are whole and keys unique", () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.string({ unit: "binary" }),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: "grapheme" }), tie("value"), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(new JsonReader(text).value).to.deep.equal(parsed(text));
      }),
    );
  });

  it("accepts no text that JSON.parse refuses", () => {
    const valid = '{"a": [1, "x\\n\\u00e9", true, null], "b": {"c": -20}}';
    const noise = fc.constantFrom(...Array.from("{}[],:\"\\01-.eE+ \n\ttfnu'/\u0000"));
    fc.assert(
      fc.property(fc.nat(valid.length), fc.nat(3), fc.array(noise, { maxLength: 3 }), (at, cut, inserted) => {
        const text = valid.slice(0, at) + inserted.join("") + valid.slice(at + cut);
        let value: unknown;
        try {
          ({ value } = new JsonReader(text));
        } catch (error) {
          expect(error).to.have.property("name", "InputError");
          return;
        }
        expect(value).to.deep.equal(parsed(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps a key called __proto__ as any other", () => {
    const { value } = new JsonReader('{"__proto__": {"admin": true}}');
    expect(Object.keys(value as object)).to.deep.equal(["__proto__"]);
    expect(value).to.not.have.property("admin");
  });

  const invalid = [
    { fault: "a trailing comma", text: '{\n  "a": [1,]\n}', found: "]\n}", line: 2, column: 11, field: "a[1]" },
    { fault: "a missing comma", text: '{"a": 1\n "b": 2}', found: '"b": 2}', line: 2, column: 2 },
    { fault: "a comment", text: "{ // obra\n}", found: "// obra\n}", line: 1, column: 3 },
    { fault: "single quotes", text: "{'a': 1}", found: "'a': 1}", line: 1, column: 2 },
    { fault: "a value after the end", text: "{} {}", found: "{}", line: 1, column: 4 },
    { fault: "a leading zero", text: '{"a": 01}', found: "1}", line: 1, column: 8 },
    { fault: "a word that JSON lacks", text: '{"a": NaN}', found: "NaN}", line: 1, column: 7, field: "a" },
    { fault: "a line feed in a text", text: '"a\nb"', found: '"a\nb"', line: 1, column: 1 },
    { fault: "an unknown escape", text: '{"ñ": "\\x"}', found: '"\\x"}', line: 1, column: 7, field: "ñ" },
    { fault: "a wide character before", text: '["😀", x]', found: "x]", line: 1, column: 7, field: "[1]" },
  ];
  for (const { fault, text, found, ...place } of invalid) {
    it(`places ${fault}`, async () => {
      await expectRefusal(() => new JsonReader(text), "json-invalid", { found }, place);
    });
  }

  for (const text of ["", "  ", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '["a', "[1", "[1,"]) {
    it(`says that '${text}' is not complete`, async () => {
      await expectRefusal(() => new JsonReader(text), "json-truncated", {});
    });
  }

  it("refuses a key written twice, also when escaped", async () => {
    const place = { field: "hitos[0].monto", line: 1, column: 27 };
    const text = '{"hitos":[{"monto": "1",  "\\u006donto": "2"}]}';
    await expectRefusal(() => new JsonReader(text), "json-duplicate-key", { key: "monto" }, place);
  });

  it("accepts the same key in different objects", () => {
    expect(new JsonReader('[{"a":1},{"a":2}]').value).to.deep.equal([{ a: 1 }, { a: 2 }]);
  });

  for (const found of ["1e21", "1E2", "0.5", "12.0", "-0", "9007199254740992"]) {
    it(`refuses the number ${found}`, async () => {
      const place = { field: "monto", line: 1, column: 11 };
      await expectRefusal(() => new JsonReader(`{"monto": ${found}}`), "json-number-form", { found }, place);
    });
  }

  it("accepts a hundred levels and refuses the next", async () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(() => new JsonReader(nested(101))).to.not.throw();
    const field = "[0]".repeat(101);
    const place = { field, line: 1, column: 102 };
    await expectRefusal(() => new JsonReader(nested(102)), "json-invalid", { found: `[${"]".repeat(19)}` }, place);
  });
});

describe("JsonReader.placeOf", () => {
  const reader = new JsonReader('{\r\n  "obra": "Puente",\r\n  "hitos": [\r\n    { "monto": "1" }\r\n  ]\r\n}');

  it("gives a field the place of its name, and an element that of its value", () => {
    expect(reader.placeOf(["obra"])).to.deep.equal({ field: "obra", line: 2, column: 3 });
    expect(reader.placeOf(["hitos", 0])).to.deep.equal({ field: "hitos[0]", line: 4, column: 5 });
    expect(reader.placeOf(["hitos", 0, "monto"])).to.deep.equal({ field: "hitos[0].monto", line: 4, column: 7 });
  });

  it("gives a field that is missing the place of what should hold it", () => {
    expect(reader.placeOf(["hitos", 0, "plazo"])).to.deep.equal({ field: "hitos[0].plazo", line: 4, column: 5 });
    expect(reader.placeOf(["rut"])).to.deep.equal({ field: "rut", line: 1, column: 1 });
  });

  it("gives the whole file its first place and no field", () => {
    expect(reader.placeOf([])).to.deep.equal({ line: 1, column: 1 });
  });
});

describe("fieldPath", () => {
  it("joins keys and positions, quoting keys that are not names", () => {
    expect(fieldPath(["hitos", 2, "monto"])).to.equal("hitos[2].monto");
    expect(fieldPath([2, "monto"])).to.equal("[2].monto");
    expect(fieldPath(["año", "a.b", ""])).to.equal('año["a.b"][""]');
  });

  it("tells a position from a key of the same digits", () => {
    expect(fieldPath(["0"])).to.not.equal(fieldPath([0]));
  });
});
