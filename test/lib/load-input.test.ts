import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import * as z from "zod";

import { dateTimeField, termField } from "../../scripts/lib/input/date-fields.ts";
import { digestField } from "../../scripts/lib/input/document-fields.ts";
import { amountField, integerField, record, rutField, textField } from "../../scripts/lib/input/fields.ts";
import { isInputError, type InputError } from "../../scripts/lib/input/input-error.ts";
import { loadInput, type Door } from "../../scripts/lib/input/load-input.ts";
import { expectRefusal } from "./refusal.ts";

const context = { readFile: (file: string) => readFile(file), now: 1_795_219_200n, horizonYears: 10 };

const hito = record({ monto: amountField(0), avance: integerField(1, 100) });
const obra = (door: Door) =>
  record({
    obra: textField(80),
    rut: rutField(),
    tipo: z.enum(["obra", "servicio"]),
    publica: z.boolean(),
    inicio: dateTimeField(door),
    bases: digestField(door),
    plazo: termField(1_000),
    hitos: z.array(hito).min(1).max(2),
    nota: z.optional(textField(200)),
  });

const sample = {
  obra: "Puente Ñuble",
  rut: "61.202.000-0",
  tipo: "obra",
  publica: true,
  inicio: "2027-03-01T09:00",
  bases: "sha256:bases.txt",
  plazo: { dias: 90, tipo: "corridos" },
  hitos: [{ monto: "1.250.000", avance: 100 }],
};

describe("loadInput", () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
    file = join(folder, "obra.json");
    await writeFile(join(folder, "bases.txt"), "bases");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function load(content: unknown): Promise<unknown> {
    await writeFile(
      file,
      typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
    return loadInput(file, obra, context);
  }

  async function fault(content: unknown): Promise<InputError> {
    const error = await load(content).catch((thrown: unknown) => thrown);
    if (!isInputError(error)) expect.fail(`expected an InputError, got ${String(error)}`);
    return error;
  }

  it("returns the checked values", async () => {
    expect(await load(sample)).to.deep.equal({
      obra: "Puente Ñuble",
      rut: { body: 61_202_000, checkDigit: "0" },
      tipo: "obra",
      publica: true,
      inicio: 1_803_902_400n,
      bases: "0x98979371e0cdc5defbb19972931b120fc271454cadff6ba157d72a722aeb0936",
      plazo: { days: 90, kind: "calendar" },
      hitos: [{ monto: 1_250_000n, avance: 100 }],
    });
  });

  it("accepts a byte order mark and CRLF", async () => {
    const text = `\ufeff${JSON.stringify(sample, null, 2).replaceAll("\n", "\r\n")}`;
    expect(await load(text)).to.have.property("obra", "Puente Ñuble");
  });

  it("refuses a file that is missing", async () => {
    await expectRefusal(() => loadInput(file, obra, context), "file-missing", {}, { file });
  });

  it("refuses a folder", async () => {
    await expectRefusal(
      () => loadInput(folder, obra, context),
      "file-unreadable",
      { reason: "EISDIR" },
      { file: folder },
    );
  });

  it("refuses a file that cannot be read for a reason that is not given", async () => {
    const broken = { ...context, readFile: () => Promise.reject(new Error("lost")) };
    await expectRefusal(() => loadInput(file, obra, broken), "file-unreadable", { reason: "?" }, { file });
  });

  it("refuses another encoding", async () => {
    await expectRefusal(() => load(Buffer.from('{"obra":"Ñuble"}', "latin1")), "file-not-utf8", {}, { file });
  });

  it("refuses an empty file", async () => {
    await expectRefusal(() => load(""), "json-truncated", {}, { file, line: 1, column: 1 });
  });

  it("places a syntax error in the file", async () => {
    const place = { file, field: "hitos[1]", line: 2, column: 14 };
    await expectRefusal(() => load('{\n "hitos": [1,]\n}'), "json-invalid", { found: "]\n}" }, place);
  });

  it("refuses a list where an object belongs", async () => {
    const params = { found: "list", expected: "object" } as const;
    await expectRefusal(() => load([]), "field-type", params, { file, line: 1, column: 1 });
  });

  const wrong = [
    { name: "a missing field", change: { rut: undefined }, code: "field-missing", field: "rut", params: {} },
    {
      name: "an unknown field",
      change: { hitos: [{ monto: "1", avance: 1, mnto: "1" }] },
      code: "field-unknown",
      field: "hitos[0].mnto",
      params: { key: "mnto", accepted: "monto, avance" },
    },
    {
      name: "a number where text belongs",
      change: { hitos: [{ monto: 1_250_000, avance: 1 }] },
      code: "field-type",
      field: "hitos[0].monto",
      params: { found: "number", expected: "text" },
    },
    {
      name: "text where a number belongs",
      change: { plazo: { dias: "90", tipo: "corridos" } },
      code: "field-type",
      field: "plazo.dias",
      params: { found: "text", expected: "integer" },
    },
    {
      name: "text where a choice of yes or no belongs",
      change: { publica: "si" },
      code: "field-type",
      field: "publica",
      params: { found: "text", expected: "boolean" },
    },
    {
      name: "null",
      change: { obra: null },
      code: "field-type",
      field: "obra",
      params: { found: "null", expected: "text" },
    },
    {
      name: "an object where a list belongs",
      change: { hitos: {} },
      code: "field-type",
      field: "hitos",
      params: { found: "object", expected: "list" },
    },
    {
      name: "an option that is not listed",
      change: { tipo: "obras" },
      code: "field-not-listed",
      field: "tipo",
      params: { found: "obras", accepted: "obra, servicio" },
    },
    {
      name: "an empty list",
      change: { hitos: [] },
      code: "list-too-short",
      field: "hitos",
      params: { found: 0, min: 1 },
    },
    {
      name: "a list that is too long",
      change: { hitos: Array(3).fill(sample.hitos[0]) },
      code: "list-too-long",
      field: "hitos",
      params: { found: 3, max: 2 },
    },
    {
      name: "a malformed amount",
      change: { hitos: [sample.hitos[0], { monto: "1e6", avance: 1 }] },
      code: "amount-malformed",
      field: "hitos[1].monto",
      params: { found: "1e6" },
    },
    {
      name: "a wrong check digit",
      change: { rut: "61.202.000-1" },
      code: "rut-check-digit",
      field: "rut",
      params: { found: "61.202.000-1" },
    },
  ];
  for (const { name, change, code, field, params } of wrong) {
    it(`refuses ${name}`, async () => {
      const error = await fault({ ...sample, ...change });
      expect({ code: error.code, params: error.params, others: error.others }).to.deep.equal({
        code,
        params,
        others: [],
      });
      expect(error.place).to.include({ file, field, line: 1 });
    });
  }

  it("names every fault, in the order of the file", async () => {
    const faulty = { ...sample, rut: "1-1", plazo: { dias: 0, tipo: "corridos" }, hitos: [{ monto: "-1" }], x: 1 };
    const first = await fault(JSON.stringify(faulty, null, 1));
    const found = [first, ...first.others].map(({ code, place }) => [place.line, place.field, code]);
    expect(found).to.deep.equal([
      [3, "rut", "rut-check-digit"],
      [9, "plazo.dias", "integer-range"],
      [13, "hitos[0].avance", "field-missing"],
      [14, "hitos[0].monto", "amount-malformed"],
      [17, "x", "field-unknown"],
    ]);
    const line = await fault(faulty);
    expect([line, ...line.others].map(({ place }) => place.field)).to.deep.equal(found.map(([, field]) => field));
  });
});
