import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { badInputs } from "./bad-inputs.ts";
import { playFile } from "./play-file.ts";
import { SAMPLE, sampleWith } from "./stories.ts";

describe("npm run demo, with bad input", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  for (const { name, change, es, en } of badInputs) {
    it(`refuses ${name} in both languages, before anything is played`, async () => {
      const content = await sampleWith(change);
      const told = { es, en } as const;
      for (const lang of ["es", "en"] as const) {
        const { code, out, err, opened, figures } = await playFile(folder, content, { lang });
        expect({ code, out, opened, figures }).to.deep.equal({ code: 2, out: "", opened: 0, figures: undefined });
        expect(err).to.include(told[lang]);
        expect(err).to.include("contrato.json");
      }
    });
  }

  const texts: { name: string; text: string | Uint8Array; es: string }[] = [
    { name: "an empty file", text: "", es: "El archivo termina antes de tiempo" },
    { name: "what is not JSON", text: "hola", es: "no se esperaba «hola» aquí" },
    { name: "a list", text: "[]", es: "El valor es una lista y debe ser un objeto." },
    { name: "another encoding", text: Buffer.from("{}", "utf16le").swap16().fill(0xff, 0, 1), es: "no está en UTF-8" },
    {
      name: "a field written twice",
      text: '{"precio": "1", "precio": "2"}',
      es: "El campo «precio» está escrito dos veces.",
    },
  ];

  for (const { name, text, es } of texts) {
    it(`refuses ${name}, before anything is played`, async () => {
      const file = join(folder, "contrato.json");
      await writeFile(file, text);
      const { code, out, err, opened, figures } = await playFile(folder, file);
      expect({ code, out, opened, figures }).to.deep.equal({ code: 2, out: "", opened: 0, figures: undefined });
      expect(err).to.include(es).and.to.include("contrato.json");
    });
  }

  it("refuses a file that is not there, a folder, and a language that it does not speak", async () => {
    const missing = await playFile(folder, join(folder, "nada.json"));
    expect({ code: missing.code, opened: missing.opened }).to.deep.equal({ code: 2, opened: 0 });
    expect(missing.err).to.include("nada.json: El archivo no existe.");
    const isFolder = await playFile(folder, folder);
    expect({ code: isFolder.code, opened: isFolder.opened }).to.deep.equal({ code: 2, opened: 0 });
    expect(isFolder.err).to.include("El archivo no se puede leer (EISDIR).");
    const unspoken = await playFile(folder, SAMPLE, { lang: "fr" });
    expect({ code: unspoken.code, opened: unspoken.opened }).to.deep.equal({ code: 2, opened: 0 });
    expect(unspoken.err).to.include("--lang: «fr» no es una de las opciones.");
  });

  it("refuses a result that could not be written, before anything is played", async () => {
    for (const [json, reason] of [
      [join(folder, "nada", "resultado.json"), "ENOENT"],
      [folder, "EISDIR"],
    ] as const) {
      const { code, out, err, opened } = await playFile(folder, SAMPLE, { json });
      expect({ code, out, opened }).to.deep.equal({ code: 2, out: "", opened: 0 });
      expect(err).to.include("campo --json").and.to.include(`(${reason})`);
    }
  });

  it("refuses to write the result over its input", async () => {
    const json = join(folder, "contrato.json");
    const content = await sampleWith({});
    const { code, err, opened } = await playFile(folder, content, { json });
    expect({ code, opened }).to.deep.equal({ code: 2, opened: 0 });
    expect(err).to.include("campo --json: El resultado no puede escribirse sobre el archivo de entrada.");
    expect(JSON.parse(await readFile(json, "utf8"))).to.deep.equal(content);
  });
});
