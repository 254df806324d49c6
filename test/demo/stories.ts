import { readFile } from "node:fs/promises";

export const SAMPLE = "scripts/demo/obra-publica.json";

type Json = Record<string, unknown>;

/** The repository's file, which begins with a tender. */
const readSample = async (): Promise<Json> => JSON.parse(await readFile(SAMPLE, "utf8")) as Json;

const tratoDirecto = {
  causal: 1,
  fundamento: { huella: `0x${"94".repeat(32)}`, enlace: "https://www.quilmahue.example/resoluciones/114.pdf" },
};

/** The contract of the repository's file by direct award, with some of its fields replaced; undefined leaves one out. */
export async function sampleWith(change: Json): Promise<Json> {
  const { historia, ...contract } = await readSample();
  delete contract.licitacion;
  const story = { ...(historia as Json), inicio: "2027-01-04T09:00", asignacion: "260.000.000" };
  return { ...contract, tratoDirecto, historia: story, ...change };
}

/** The repository's file with some fields of its tender replaced, and some of its own. */
export async function tenderWith(change: Json, own: Json = {}): Promise<Json> {
  const sample = await readSample();
  return { ...sample, licitacion: { ...(sample.licitacion as Json), ...change }, ...own };
}

/** The bids of the repository's file, with what changes in one of them. */
export async function bidsWith(position: number, change: Json): Promise<Json[]> {
  const { licitacion } = await readSample();
  const { ofertas } = licitacion as { ofertas: Json[] };
  return ofertas.map((bid, index) => (index === position ? { ...bid, ...change } : bid));
}

const milestone = (nombre: string, desde: string, vence: string, monto: string) => ({ nombre, desde, vence, monto });

/** Somebody's own contract: services, three milestones, no advance, retention or story. */
export const ownContract = (): Promise<Json> =>
  sampleWith({
    objeto: "Mantención de caminos vecinales",
    categoria: "servicios",
    linea: 12,
    precio: "90.000.003",
    precioNeto: "75.630.255",
    anticipo: undefined,
    garantiaFielCumplimiento: { monto: "3.781.513", hasta: "2026-06-30T12:00" },
    retencion: undefined,
    diasGarantiaObra: 0,
    firmaHasta: "2025-02-28T18:00",
    terminaEn: "2025-12-31T23:59",
    hitos: [
      milestone("Primer tramo", "2025-03-03T08:00", "2025-05-30T18:00", "30.000.001"),
      milestone("Segundo tramo", "2025-06-02T08:00", "2025-08-29T18:00", "30.000.001"),
      milestone("Tercer tramo", "2025-09-01T08:00", "2025-11-28T18:00", "30.000.001"),
    ],
    oficinas: {
      inspector: `0x${"1".repeat(40)}`,
      inspectorSuplente: `0x${"2".repeat(40)}`,
      arbitro: `0x${"3".repeat(40)}`,
      arbitroSuplente: `0x${"4".repeat(40)}`,
      revisor: `0x${"5".repeat(40)}`,
    },
    historia: undefined,
  });

const [house, roof] = ["Casa Uno Ltda.", "Techo SpA"];

/**
 * A contract that takes the other turns: a settlement, an arbiter who never rules, a dismissed fine, a decrease,
 * silence at the end, and an assignee who stays blocked.
 */
export const otherTurns = (): Promise<Json> =>
  sampleWith({
    organismo: { nombre: "Servicio de Salud del Sur", rut: "61.202.000-0" },
    proveedor: { nombre: roof, rut: "76.123.456-0" },
    historia: {
      inicio: "2027-01-04T09:00",
      hitos: [
        {
          hito: 1,
          revision: "observa",
          observado: "700.001",
          ofertas: { organismo: "350.000", proveedor: "350.000" },
          entrega: "2027-03-24T16:00",
        },
        { hito: 2, entrega: "2027-06-10T12:30", revision: "observa", observado: "59.500.000" },
        { hito: 3, entrega: "2027-09-12T23:00", multa: { decision: "0" } },
        { hito: 4, cesion: { nombre: house, rut: "77.905.124-2" } },
      ],
      modificacion: {
        fecha: "2027-03-25T10:00",
        hito: 5,
        monto: "35.000.000",
        vence: "2028-02-29T23:59:59",
        terminaEn: "2028-04-30T23:59:59",
        garantiaHasta: "2029-07-31T23:59:59",
      },
      bloqueo: { cuenta: "cesionario", desde: "2027-11-01T00:00" },
      recepcionDefinitiva: "silencio",
    },
  });

/** A last milestone that is late where nothing is retained: its fine can only come from bond and payments. */
export async function lateAtTheEnd(): Promise<Json> {
  const sample = await sampleWith({ retencion: undefined });
  const { hitos, ...story } = sample.historia as { hitos: object[] };
  const late = { ...hitos[4], entrega: "2028-03-20T10:00" };
  return { ...sample, historia: { ...story, hitos: [...hitos.slice(0, 4), late] } };
}

/**
 * A small contract of works that costs as much as its line has: milestone 1 of 40,000,000 needs a certificate,
 * milestone 2 is 50,000,000.
 */
export const smallContract = (historia: Json, change: Json = {}): Promise<Json> =>
  sampleWith({
    objeto: "Sede social de Quilmahue Alto",
    precio: "90.000.000",
    precioNeto: "80.000.000",
    anticipo: undefined,
    garantiaFielCumplimiento: { monto: "4.000.000", hasta: "2028-06-30T23:59:59" },
    diasGarantiaObra: 30,
    terminaEn: "2027-06-30T23:59:59",
    multas: { porDia: "1 %", tope: "15 %" },
    hitos: [
      {
        ...milestone("Obra gruesa", "2027-02-01T08:00", "2027-03-31T23:59:59", "40.000.000"),
        certificados: ["cumplimiento laboral"],
      },
      milestone("Terminaciones", "2027-04-01T08:00", "2027-05-31T23:59:59", "50.000.000"),
    ],
    historia: { inicio: "2027-01-04T09:00", ...historia },
    ...change,
  });
