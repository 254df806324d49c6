import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { playFile } from "./play-file.ts";
import { smallContract } from "./stories.ts";

const PRICE = 90_000_000n;

/** A turn that a contract can take, the sentences that tell it, and where the money ends; in whole pesos. */
interface Turn {
  readonly name: string;
  readonly historia: Record<string, unknown>;
  readonly change?: Record<string, unknown>;
  readonly told: readonly string[];
  /** What reaches the supplier's side, the advance included; the whole price unless something else is said. */
  readonly paid?: bigint;
  readonly fines?: bigint;
  /** Of bonds. */
  readonly forfeited?: bigint;
}

const early = { hito: 1, entrega: "2027-03-01T10:00" };
const late = { hito: 2, entrega: "2027-06-06T10:00" };
const termination = { fecha: "2027-04-20T10:00", causal: 2 };
const advance = { anticipo: { monto: "18.000.000", garantia: "18.000.000" } };

const turns: readonly Turn[] = [
  {
    name: "a milestone that is never delivered, until the contract expires",
    historia: { hitos: [{ hito: 2, entrega: "nunca" }] },
    told: [
      "Pasó el último día del contrato",
      "termina con 50.000.000 CLP sin entregar",
      "50.000.000 CLP vuelven a la línea",
    ],
    paid: 40_000_000n,
  },
  {
    name: "an objection that nobody answers",
    historia: { hitos: [{ hito: 2, revision: "observa", observado: "5.000.000", respuesta: "calla" }] },
    told: ["la observación del hito 2 queda firme", "5.000.000 CLP vuelven a la línea"],
    paid: 85_000_000n,
  },
  {
    name: "a whole milestone that is corrected, and accepted by silence",
    historia: {
      hitos: [
        {
          ...early,
          revision: "observa",
          observado: "40.000.000",
          respuesta: "corrige",
          correccion: { revision: "silencio" },
        },
      ],
    },
    told: [
      "entrega de nuevo lo observado del hito 1",
      "Nadie respondió en 8 días",
      "se pagan 40.000.000 CLP aceptados",
    ],
  },
  {
    name: "a whole milestone that is corrected too late",
    historia: {
      hitos: [{ hito: 1, revision: "observa", observado: "40.000.000", respuesta: "corrige", multa: {} }],
    },
    told: [
      "multa de 4.800.000 CLP por 12 días de atraso en el hito 1",
      "4.000.000 CLP salen de la retención. 800.000 CLP salen de la garantía de fiel cumplimiento.",
    ],
    paid: 86_000_000n,
    fines: 4_800_000n,
    forfeited: 800_000n,
  },
  {
    name: "a correction that is objected to again, and a ruling on it",
    historia: {
      hitos: [
        {
          ...early,
          revision: "observa",
          observado: "6.000.000",
          respuesta: "corrige",
          correccion: { revision: "observa", observado: "3.000.000" },
          fallo: "1.000.000",
        },
      ],
    },
    told: ["Es la segunda observación: 3.000.000 CLP", "El árbitro falla: de lo disputado, 1.000.000 CLP"],
    paid: 88_000_000n,
  },
  {
    name: "a certificate that is refused, and a ruling on it",
    historia: { hitos: [{ ...early, certificados: "rechaza", rechazo: { monto: "5.000.000", fallo: "2.000.000" } }] },
    told: [
      "rechaza el certificado «cumplimiento laboral» del hito 1 por 5.000.000 CLP",
      "se pagan 35.000.000 CLP aceptados",
      "El árbitro falla: de lo disputado, 2.000.000 CLP",
    ],
    paid: 87_000_000n,
  },
  {
    name: "a refused certificate that the holder of the receivable settles",
    historia: {
      hitos: [
        {
          ...early,
          cesion: { nombre: "Factoring Uno", rut: "96.999.310-4" },
          certificados: "rechaza",
          rechazo: { monto: "40.000.000", ofertas: { organismo: "30.000.000", proveedor: "30.000.000" } },
        },
      ],
    },
    told: ["Las partes se avienen: de lo disputado, 30.000.000 CLP son para Factoring Uno."],
    paid: 80_000_000n,
  },
  {
    name: "an appeal that lowers a fine",
    historia: { hitos: [{ ...late, multa: { decision: "2.000.000", apelacion: { decision: "1.500.000" } } }] },
    told: [
      "multa de 2.500.000 CLP por 5 días",
      "apela.",
      "deja la multa en 1.500.000 CLP",
      "1.500.000 CLP salen de la retención",
    ],
    paid: 88_500_000n,
    fines: 1_500_000n,
  },
  {
    name: "a fine that the reviewer's silence extinguishes",
    historia: { hitos: [{ ...late, multa: { apelacion: { decision: "silencio" } } }] },
    told: ["apela.", "La multa termina sin efecto."],
  },
  {
    name: "a fine that the buyer's silence extinguishes after final acceptance",
    historia: { hitos: [{ ...late, multa: { decision: "silencio" } }] },
    change: { diasGarantiaObra: 0 },
    told: ["la inspección da la recepción definitiva", "2.500.000 CLP que estaban apartados vuelven a la retención"],
  },
  {
    name: "an objection to final acceptance, and a ruling on it",
    historia: { recepcionDefinitiva: "observa", observacionFinal: { monto: "2.000.000", fallo: "500.000" } },
    told: ["la inspección observa 2.000.000 CLP de la retención", "2.000.000 CLP de la retención van a controversia"],
    paid: 88_500_000n,
  },
  {
    name: "a claim on the bond, and a ruling on it",
    historia: { reclamoGarantia: { fecha: "2028-06-01T10:00", monto: "1.000.000", fallo: "400.000" } },
    told: [
      "reclama 1.000.000 CLP de la garantía",
      "600.000 CLP de la garantía pasan a la línea",
      "La garantía de 3.400.000 CLP vuelve",
    ],
    forfeited: 600_000n,
  },
  {
    name: "a claim on the bond on which nobody rules",
    historia: { reclamoGarantia: { fecha: "2028-06-30T10:00", monto: "1.000.000" } },
    told: ["rige lo publicado: de lo disputado, 1.000.000 CLP", "La garantía de 4.000.000 CLP vuelve"],
  },
  {
    name: "an end by agreement",
    historia: { resciliacion: { fecha: "2027-05-01T10:00" } },
    told: ["Ambas partes firman la resciliación.", "50.000.000 CLP vuelven a la línea"],
    paid: 40_000_000n,
  },
  {
    name: "a termination for cause that the reviewer confirms, with an advance that was not earned",
    historia: {
      terminoAnticipado: {
        ...termination,
        garantia: "4.000.000",
        apelacion: { decision: "confirma", garantia: "1.000.000" },
      },
    },
    change: advance,
    told: [
      "por la causal 2 del artículo 13 bis",
      "ejecutar 4.000.000 CLP de la garantía",
      "confirma el término, con 1.000.000 CLP",
      "10.000.000 CLP que se habían anticipado se cobran de su garantía",
      "La garantía de 3.000.000 CLP vuelve",
    ],
    paid: 50_000_000n,
    forfeited: 11_000_000n,
  },
  {
    name: "a termination that nobody appeals",
    historia: { terminoAnticipado: termination },
    told: ["El término está firme"],
    paid: 40_000_000n,
  },
  {
    name: "a termination that the reviewer annuls",
    historia: { terminoAnticipado: { ...termination, apelacion: { decision: "revoca" } } },
    told: ["Quien revisa deja el término sin efecto.", "acaba sin efecto y el contrato sigue"],
  },
  {
    name: "a termination that the buyer drops",
    historia: { terminoAnticipado: { ...termination, decision: "desiste" } },
    told: ["acoge los descargos y desiste del término", "acaba sin efecto y el contrato sigue"],
  },
  {
    name: "a termination that the buyer's silence extinguishes",
    historia: { terminoAnticipado: { ...termination, decision: "silencio" } },
    told: ["acaba sin efecto y el contrato sigue"],
  },
];

describe("npm run demo, act by act", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "erario-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  for (const { name, historia, change, told, paid = PRICE, fines = 0n, forfeited = 0n } of turns) {
    it(`plays ${name}, to the last peso`, async () => {
      const { code, out, err, figures } = await playFile(folder, await smallContract(historia, change));
      expect({ code, err }).to.deep.equal({ code: 0, err: "" });
      for (const sentence of told) expect(out).to.include(sentence);
      const left = PRICE - paid + forfeited;
      expect(figures?.procurement).to.deep.equal({
        funded: PRICE.toString(),
        paid: paid.toString(),
        fines: fines.toString(),
        released: left.toString(),
        credits: "0",
        held: "0",
        balance: left.toString(),
        reconciled: true,
      });
      expect(out).to.match(/Comprometido y sin pagar +0\n/);
    });
  }
});
