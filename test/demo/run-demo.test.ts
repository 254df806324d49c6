import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { demoFaults } from "../../scripts/check/demo-result.ts";
import { runDemo } from "../../scripts/demo/run-demo.ts";
import { lateAtTheEnd, otherTurns, ownContract, SAMPLE, sampleWith } from "./stories.ts";

interface Figures {
  readonly procurement: Record<string, string | boolean>;
}

describe("npm run demo", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** Plays a file, or a content that is written to one; no network is opened where the input is bad. */
  async function play(content: unknown, lang = "es") {
    const input = typeof content === "string" ? content : join(folder, "contrato.json");
    if (typeof content !== "string") await writeFile(input, JSON.stringify(content));
    const json = join(folder, "resultado.json");
    let [out, err, opened] = ["", "", 0];
    const code = await runDemo(
      { input, json, lang },
      {
        build: () => Promise.resolve(),
        open: (initialDate) => {
          opened += 1;
          return network.create({ network: "default", chainType: "l1", override: { initialDate } });
        },
        out: (text) => (out += text),
        err: (text) => (err += text),
      },
    );
    const isWritten = (await readdir(folder)).includes("resultado.json");
    const figures = isWritten ? (JSON.parse(await readFile(json, "utf8")) as Figures) : undefined;
    return { code, out: out.replace(/\n {2}/g, " "), err, opened, figures };
  }

  it("plays the repository's contract where no file is given, and reconciles every peso", async () => {
    const { code, out, err, figures } = await play("");
    expect({ code, err }).to.deep.equal({ code: 0, err: "" });
    expect(figures).to.deep.equal({
      procurement: {
        funded: "260000000",
        paid: "243538400",
        fines: "761600",
        released: "6361600",
        credits: "0",
        held: "0",
        balance: "16461600",
        reconciled: true,
      },
    });
    expect(demoFaults(figures)).to.deep.equal([]);
    for (const told of [
      "4 de enero de 2027, 09:00",
      "Contra garantía se gira el anticipo de 47.600.000 CLP",
      "Nadie respondió en 8 días: el hito 2 se da por aceptado",
      "con atraso de 11 días completos",
      "multa de 1.047.200 CLP",
      "la multa queda en 761.600 CLP",
      "lleva a controversia 14.000.000 CLP del hito 4",
      "El árbitro falla: de lo disputado, 8.400.000 CLP",
      "El contrato sube en 11.900.000 CLP",
      "sus 8.400.000 CLP quedan en la Tesorería como crédito a su nombre",
      "8.400.000 CLP llegan a su cuenta",
      "Factoring Valle del Toltén S.A. recibe 37.660.000 CLP",
      "La oficina no respondió: el certificado «cumplimiento laboral» del hito 5",
      "la inspección da la recepción definitiva",
      "La garantía de 12.500.000 CLP vuelve a Constructora Río Pangue SpA",
      "Cuadra al peso: los 16.461.600 CLP",
    ]) {
      expect(out).to.include(told);
    }
  });

  it("tells it the same way twice", async () => {
    const content = await ownContract();
    expect((await play(content)).out).to.equal((await play(content)).out);
  });

  it("plays somebody's own contract, with other numbers, dates and milestones and no story", async () => {
    const { code, out, figures } = await play(await ownContract(), "en");
    expect(code).to.equal(0);
    expect(figures?.procurement).to.deep.equal({
      funded: "90000003",
      paid: "90000003",
      fines: "0",
      released: "0",
      credits: "0",
      held: "0",
      balance: "0",
      reconciled: true,
    });
    expect(out).to.include("for 90,000,003 CLP in 3 milestones");
    expect(out).to.include("29 May 2025");
    expect(out).to.include("The bond of 3,781,513 CLP returns to Constructora Río Pangue SpA.");
    expect(out).to.include("It reconciles to the peso");
    expect(out).not.to.match(/advance|retention|fine of/);
  });

  it("plays a settlement, silent arbiters, a dismissed fine, a decrease, and leaves a credit and its reason", async () => {
    const { code, out, figures } = await play(await otherTurns());
    expect(code).to.equal(0);
    for (const told of [
      "Las partes se avienen: de lo disputado, 350.000 CLP",
      "Ningún árbitro falló a tiempo y rige lo publicado: de lo disputado, 29.750.000 CLP",
      "deja la multa sin efecto",
      "El contrato baja en 700.000 CLP",
      "El token rechaza la cuenta de Casa Uno Ltda.",
      "la inspección calló 8 días",
    ]) {
      expect(out).to.include(told);
    }
    const { funded, paid, fines, released, credits, held, balance } = figures?.procurement ?? {};
    expect({ funded, fines, held }).to.deep.equal({ funded: "238000000", fines: "0", held: "0" });
    const returned = 350_001n + 29_750_000n + 700_000n;
    expect(BigInt(String(released))).to.equal(returned);
    expect(BigInt(String(credits)) > 0n).to.equal(true);
    expect(BigInt(String(paid)) + BigInt(String(credits))).to.equal(238_000_000n - returned);
    expect(BigInt(String(balance))).to.equal(returned + BigInt(String(credits)));
    expect(demoFaults(figures)).to.deep.equal([]);
  });

  it("collects fines from the bond where nothing is retained", async () => {
    const { code, out, figures } = await play(await lateAtTheEnd());
    expect(code).to.equal(0);
    expect(out).to.include("multa de 1.808.800 CLP por 19 días de atraso en el hito 5");
    expect(out).to.include("1.808.800 CLP salen de la garantía de fiel cumplimiento.");
    expect(figures?.procurement).to.include({ fines: (761_600n + 1_808_800n).toString(), reconciled: true });
    expect(out).to.match(/de ello, garantías ejecutadas +2\.570\.400/);
  });

  const document = { huella: "abc", enlace: "https://comuna.example/a.pdf" };
  const story = (change: object): object => ({ historia: { asignacion: "260.000.000", ...change } });
  const badInputs: { name: string; change: object; es: string; en: string }[] = [
    {
      name: "an unknown field",
      change: { color: "rojo" },
      es: "campo color, línea 1, columna",
      en: "The field “color” is not known.",
    },
    {
      name: "a malformed amount",
      change: { precio: "238,000,000" },
      es: "«238,000,000» no es un monto.",
      en: "field precio, line 1, column",
    },
    {
      name: "a wrong check digit",
      change: { proveedor: { nombre: "Techo SpA", rut: "76.123.456-1" } },
      es: "El dígito verificador de «76.123.456-1» no corresponde.",
      en: "field proveedor.rut",
    },
    {
      name: "a date that no calendar has",
      change: { firmaHasta: "2027-02-30T18:00" },
      es: "El día 2027-02-30 no existe.",
      en: "field firmaHasta",
    },
    {
      name: "dates out of order",
      change: { terminaEn: "2027-01-28T18:00" },
      es: "La fecha 28 de enero de 2027, 18:00 en Santiago (2027-01-28 21:00 UTC) es muy temprana.",
      en: "field terminaEn",
    },
    {
      name: "an insufficient line",
      change: story({ asignacion: "237.999.999" }),
      es: "campo historia.asignacion",
      en: "The line receives 237,999,999 CLP and the contract costs 238,000,000 CLP.",
    },
    {
      name: "a milestone that is not there",
      change: story({ hitos: [{ hito: 6 }] }),
      es: "El número 6 está fuera de rango.",
      en: "field historia.hitos[0].hito",
    },
    {
      name: "an objection above the milestone",
      change: story({ hitos: [{ hito: 1, revision: "observa", observado: "35.700.001" }] }),
      es: "El monto 35.700.001 CLP pasa del hito.",
      en: "field historia.hitos[0].observado",
    },
    {
      name: "a ruling above what is disputed",
      change: story({ hitos: [{ hito: 1, revision: "observa", observado: "5", fallo: "6" }] }),
      es: "El monto 6 CLP pasa de lo observado.",
      en: "field historia.hitos[0].fallo",
    },
    {
      name: "an offer above what is disputed",
      change: story({
        hitos: [{ hito: 1, revision: "observa", observado: "5", ofertas: { organismo: "0", proveedor: "6" } }],
      }),
      es: "El monto 6 CLP pasa de lo observado.",
      en: "field historia.hitos[0].ofertas.proveedor",
    },
    {
      name: "an objection without its amount",
      change: story({ hitos: [{ hito: 1, revision: "observa" }] }),
      es: "campo historia.hitos[0].observado",
      en: "This field is missing.",
    },
    {
      name: "a ruling without an objection",
      change: story({ hitos: [{ hito: 1, fallo: "6" }] }),
      es: "campo historia.hitos[0].fallo",
      en: "This field is of a milestone that was objected to.",
    },
    {
      name: "a milestone told twice",
      change: story({ hitos: [{ hito: 1 }, { hito: 1 }] }),
      es: "El hito 1 aparece dos veces.",
      en: "field historia.hitos[1].hito",
    },
    {
      name: "a blocked assignee where there is none",
      change: story({ bloqueo: { cuenta: "cesionario", desde: "2027-11-25T00:00" } }),
      es: "Nadie en el archivo es cesionario.",
      en: "field historia.bloqueo.cuenta",
    },
    {
      name: "a change of a milestone that is not there",
      change: story({
        modificacion: { fecha: "2027-03-25T10:00", hito: 6, monto: "1", vence: "2028-02-29T23:59:59" },
      }),
      es: "campo historia.modificacion.hito",
      en: "From 1 to 5 is accepted.",
    },
    {
      name: "an account that is neither a name nor an address",
      change: { oficinas: { inspector: "El Inspector" } },
      es: "campo oficinas.inspector",
      en: "“El Inspector” is not an address.",
    },
    {
      name: "a digest that is none",
      change: { contrato: document },
      es: "«abc» no es una huella.",
      en: "field contrato.huella",
    },
  ];

  for (const { name, change, es, en } of badInputs) {
    it(`refuses ${name} in both languages, before anything is played`, async () => {
      const content = await sampleWith(change as Record<string, unknown>);
      const told = { es, en } as const;
      for (const lang of ["es", "en"] as const) {
        const { code, out, err, opened, figures } = await play(content, lang);
        expect({ code, out, opened, figures }).to.deep.equal({ code: 2, out: "", opened: 0, figures: undefined });
        expect(err).to.include(told[lang]);
        expect(err).to.include("contrato.json");
      }
    });
  }

  it("refuses a file that is not there and a language that it does not speak", async () => {
    const missing = await play(join(folder, "nada.json"));
    expect({ code: missing.code, opened: missing.opened }).to.deep.equal({ code: 2, opened: 0 });
    expect(missing.err).to.include("nada.json: El archivo no existe.");
    const unspoken = await play(SAMPLE, "fr");
    expect({ code: unspoken.code, opened: unspoken.opened }).to.deep.equal({ code: 2, opened: 0 });
    expect(unspoken.err).to.include("--lang: «fr» no es una de las opciones.");
  });

  it("says in words what the chain refuses, and writes no result", async () => {
    const content = await sampleWith(story({ hitos: [{ hito: 1, entrega: "2027-01-30T16:00" }] }) as never);
    const { code, err, figures } = await play(content);
    expect({ code, figures }).to.deep.equal({ code: 1, figures: undefined });
    expect(err).to.include("El hito 1 todavía no se puede entregar").and.to.include("1 de febrero de 2027, 08:00");
  });

  it("says what a token that blocks the supplier refuses", async () => {
    const bloqueo = { cuenta: "proveedor", desde: "2027-01-14T00:00" };
    const { code, err } = await play(await sampleWith(story({ bloqueo }) as never), "en");
    expect(code).to.equal(1);
    expect(err).to.match(/^The trial token blocks the account 0x[\dA-Fa-f]{40}\./);
  });
});
