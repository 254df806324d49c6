import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { playFile } from "./play-file.ts";
import { lateAtTheEnd, otherTurns, ownContract, sampleWith } from "./stories.ts";

describe("npm run demo", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const play = (content: unknown, lang = "es") => playFile(folder, content, { lang });

  it("plays the repository's contract by direct award, and reconciles every peso", async () => {
    const { code, out, err, figures } = await play(await sampleWith({}));
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
  });

  it("collects fines from the bond where nothing is retained", async () => {
    const { code, out, figures } = await play(await lateAtTheEnd());
    expect(code).to.equal(0);
    expect(out).to.include("multa de 1.808.800 CLP por 19 días de atraso en el hito 5");
    expect(out).to.include("1.808.800 CLP salen de la garantía de fiel cumplimiento.");
    expect(figures?.procurement).to.include({ fines: (761_600n + 1_808_800n).toString(), reconciled: true });
    expect(out).to.match(/de ello, garantías ejecutadas +2\.570\.400/);
  });

  const tale = (change: object): object => ({ historia: { asignacion: "260.000.000", ...change } });

  it("says in words what the chain refuses, and writes no result", async () => {
    const modificacion = { fecha: "2027-11-22T10:00", hito: 5, monto: "120.000.000", vence: "2028-02-29T23:59:59" };
    const content = await sampleWith({ ...tale({ modificacion }) });
    const { code, err, figures } = await play(content);
    expect({ code, figures }).to.deep.equal({ code: 1, figures: undefined });
    expect(err).to.include("La garantía de fiel cumplimiento aumenta en 0 CLP y debe aumentar al menos en");
  });

  it("says what a token that blocks the supplier refuses", async () => {
    const bloqueo = { cuenta: "proveedor", desde: "2027-01-14T00:00" };
    const { code, err } = await play(await sampleWith({ ...tale({ bloqueo }) }), "en");
    expect(code).to.equal(1);
    expect(err).to.match(/^The trial token blocks the account 0x[\dA-Fa-f]{40}\./);
  });
});
