import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { demoFaults } from "../../scripts/check/demo-result.ts";
import type { Connection } from "../../scripts/demo/cast.ts";
import { AwardDesk__factory } from "../../typechain-types/index.js";
import { badTenders } from "./bad-tenders.ts";
import { playFile } from "./play-file.ts";
import { bidsWith, tenderWith } from "./stories.ts";

/** Adds a point to the total of every award that a reader of the chain's events is told. */
function tamper({ ethers }: Connection): void {
  const { provider } = ethers;
  const send = provider.send.bind(provider);
  const awards = AwardDesk__factory.createInterface();
  const awarded = awards.getEvent("Awarded");
  provider.send = async (method: string, params?: unknown[]): Promise<unknown> => {
    const answer: unknown = await send(method, params);
    if (method !== "eth_getLogs") return answer;
    return (answer as { topics: string[]; data: string }[]).map((log) => {
      if (log.topics[0] !== awarded.topicHash) return log;
      const args = awards.decodeEventLog(awarded, log.data, log.topics).toArray() as unknown[];
      return { ...log, data: awards.encodeEventLog(awarded, args.with(5, (args[5] as bigint) + 1n)).data };
    });
  };
}

describe("npm run demo, with a tender", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("plays the repository's tender into its contract, and reconciles every peso with the bid bonds", async () => {
    const { code, out, err, opened, figures } = await playFile(folder, "");
    expect({ code, err, opened }).to.deep.equal({ code: 0, err: "", opened: 1 });
    expect(figures).to.deep.equal({
      tender: { bids: 7, admissible: 6, winner: "Constructora Río Pangue SpA", verified: true },
      procurement: {
        funded: "365000000",
        paid: "243538400",
        fines: "761600",
        released: "125361600",
        credits: "0",
        held: "0",
        balance: "128461600",
        reconciled: true,
      },
    });
    expect(demoFaults(figures)).to.deep.equal([]);
    for (const told of [
      "compromete 350.000.000 CLP",
      "¿La demolición de la posta antigua es parte de la obra?",
      "Inversiones El Peumo SpA copia de la cadena el sello y los sobres de Constructora Río Pangue SpA",
      "6 de 7 se abren",
      "El de Inversiones El Peumo SpA no se abre. El contenido del sobre no es el comprometido.",
      "Del mismo grupo empresarial: Edificaciones Nahuelbuta S.A., Montajes Nahuelbuta Ltda. Contará solo el menor",
      "Empresas de menor tamaño de la región: Albañilería Hermanos Catrileo Ltda.",
      "arquitecto-municipal declara un conflicto de interés y se abstiene; ingeniera-del-gobierno-regional ocupa",
      "Obras Express del Itata SpA: 149.900.000 CLP, un precio temerario",
      "se adjudica a Servicios Integrales Cautín Ltda., con 92,18 % del puntaje. El precio de referencia es 205.000.000",
      "La instancia de revisión rechaza el reclamo",
      "La garantía de seriedad de Servicios Integrales Cautín Ltda., de 7.000.000 CLP, pasa a la línea.",
      "se adjudica a Constructora Río Pangue SpA, con 95,16 % del puntaje. El precio de referencia es 238.000.000",
      "De los 350.000.000 CLP comprometidos, 112.000.000 CLP quedan libres",
      "todas iguales a las de la cadena: la adjudicación se verifica",
      "Cuadra al peso: los 128.461.600 CLP",
    ]) {
      expect(out).to.include(told);
    }
    expect(out).to.match(/Constructora Río Pangue SpA +238\.000\.000 +27,20 +17,96 +50,00 +95,16 +1/);
    expect(out.match(/La garantía de 7\.000\.000 CLP vuelve a/g)).to.have.length(6);
  });

  it("tells other turns in English: an empty seat, silence of the reviewer, bids that fall, a low winner", async () => {
    const best = ["99 %", "99 %", "99 %"];
    const ofertas = await bidsWith(6, { precio: "180.000.000", notas: [best, best], datos: [10, 12] });
    ofertas[0] = { ...ofertas[0], precio: "351.000.000" };
    ofertas[5] = {
      ...ofertas[5],
      notas: [
        ["50 %", "40 %", "60 %"],
        ["30 %", "30 %", "30 %"],
      ],
    };
    const reclamo = { oferente: "Montajes Nahuelbuta Ltda.", motivo: "Precio irreal", decision: "silencio" };
    const comision = { quorum: 2, evaluadores: ["ana", "beto", "carla"] };
    const conflicto = { evaluador: "beto", fecha: "2026-11-25T11:00" };
    const content = await tenderWith({ ofertas, reclamo, comision, conflicto, consulta: undefined });
    const { code, out, err, figures } = await playFile(folder, content, { lang: "en" });
    expect({ code, err }).to.deep.equal({ code: 0, err: "" });
    expect(figures?.tender).to.include({
      bids: 7,
      admissible: 4,
      winner: "Constructora Río Pangue SpA",
      verified: true,
    });
    expect(figures?.procurement).to.include({ reconciled: true, held: "0" });
    for (const told of [
      "beto declares a conflict of interest and abstains; no substitute is left.",
      "Obras Express del Itata SpA does not reach the technical minimum with 12%",
      "Edificaciones Nahuelbuta S.A.: 351,000,000 CLP, which is above the budget",
      "Its price is abnormally low: to sign it will owe a higher bond.",
      "The reviewer stayed silent",
      "not admissible",
      "under the minimum",
    ]) {
      expect(out).to.include(told);
    }
  });

  it("plays a tender without bid bonds, panel, complaint or anyone who will not sign", async () => {
    const criterios = [
      { tipo: "precio", nombre: "Precio", ponderacion: "90 %" },
      { tipo: "pyme", nombre: "Menor tamaño", ponderacion: "10 %" },
    ];
    const evaluacion = { minimoTecnico: "0 %", ofertaTemeraria: "1", desempate: [], criterios };
    const firm = { nombre: "Otra SpA", rut: "76.998.215-9", tamano: "grande", region: 9, precio: "260.000.000" };
    const own = { nombre: "Constructora Río Pangue SpA", rut: "77.905.124-2", tamano: "micro", region: 14 };
    const ofertas = [
      { ...firm, presentada: "2026-11-17T10:00" },
      { ...own, presentada: "2026-11-17T10:00" },
    ];
    const none = { garantiaSeriedad: undefined, comision: undefined, conflicto: undefined, reclamo: undefined };
    const content = await tenderWith(
      { ...none, ofertas, evaluacion, consulta: undefined },
      { firmaHasta: "2027-01-08T18:00", historia: undefined },
    );
    const { code, out, err, figures } = await playFile(folder, content);
    expect({ code, err }).to.deep.equal({ code: 0, err: "" });
    expect(figures?.tender).to.deep.equal({ bids: 2, admissible: 2, winner: own.nombre, verified: true });
    expect(figures?.procurement).to.include({ funded: "350000000", paid: "238000000", released: "112000000" });
    expect(out).not.to.match(/mediana|comisión entrega/);
  });

  it("fails where the chain's events do not follow from the rules, and writes no result", async () => {
    const { code, out, figures } = await playFile(folder, "", { onOpen: tamper });
    expect({ code, figures }).to.deep.equal({ code: 1, figures: undefined });
    expect(out).to.match(/DIFERENCIA en .*: según las reglas \d+, en la cadena \d+\./);
    expect(out).not.to.include("la adjudicación se verifica");
  });

  for (const { name, change, own, field, es, en } of badTenders) {
    it(`refuses ${name} in both languages, before anything is played`, async () => {
      const content = await tenderWith(await change(), own);
      const told = { es, en } as const;
      for (const lang of ["es", "en"] as const) {
        const { code, out, err, opened, figures } = await playFile(folder, content, { lang });
        expect({ code, out, opened, figures }).to.deep.equal({ code: 2, out: "", opened: 0, figures: undefined });
        expect(err).to.include(told[lang]).and.to.include("contrato.json").and.to.include(field);
      }
    });
  }
});
