import type { Desk } from "./support.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Accounts of a development node, by the part they play; offices have the first ones. */
export const ACCOUNTS = {
  buyer: "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955",
  inspector: "0x71bE63f3384f5fb98995898A86B02Fb2426c5788",
  substitute: "0xFABB0ac9d68B0B445fB7357272Ff202C5651694a",
  arbiter: "0x1CBd3b2770909D4e10f157cABC84C7264073C9Ec",
  fallbackArbiter: "0xdF3e18d64BC6A983f673Ab319CCaE4f1a57C7097",
  reviewer: "0xcd3B766CCDd6AE721141F452C550Ca635964ce71",
  supplier: "0x2546BcD3c84621e976D8185a91A922aE77ECEc30",
} as const;

export const BUYER_RUT = "69.998.700-K";
export const SUPPLIER_RUT = "77.905.124-2";

export const digestOf = (digit: string): string => `0x${digit.repeat(64)}`;

/** An instant so many seconds from now, as people write it in a file. */
export const inSeconds = (seconds: number): string =>
  `${new Date(Date.now() + seconds * 1_000).toISOString().slice(0, 19)}Z`;

const document = (digit: string) => ({ huella: digestOf(digit), enlace: "https://www.quilmahue.example/doc.pdf" });

/** The input files of a day at the office, written to the desk. */
export function writeInputs(desk: Desk) {
  const accreditation = (rut: string, cuenta: string, tipo: string) => ({
    ...{ rut, cuenta, tipo, tamano: "mediana", region: 13 },
    ...{ vigenteHasta: inSeconds(400 * DAY), presentarHasta: inSeconds(30 * DAY) },
  });
  const milestone = (nombre: string, monto: string) => ({
    ...{ nombre, monto, desde: inSeconds(HOUR), vence: inSeconds(30 * DAY) },
  });
  desk.file("obra.json", {
    objeto: "Reposición de la posta rural",
    ocid: "ocds-213czf-quilmahue-posta-1",
    contrato: document("1"),
    tratoDirecto: { causal: 1, fundamento: document("2") },
    categoria: "obras",
    organismo: { nombre: "Municipalidad de Quilmahue", rut: BUYER_RUT },
    proveedor: { nombre: "Constructora Río Pangue SpA", rut: SUPPLIER_RUT },
    ...{ linea: 1, precio: "40.000.000", precioNeto: "33.613.445" },
    retencion: { porcentaje: "10 %", tope: "5 %" },
    ...{ diasGarantiaObra: 60, firmaHasta: inSeconds(DAY), terminaEn: inSeconds(90 * DAY) },
    multas: { porDia: "0,2 %", tope: "15 %" },
    porDefectoAlProveedor: "50 %",
    diasDePlazo: { descargos: 10, decision: 20, apelacion: 5, revision: 20, acuerdo: 5, fallo: 30, certificado: 10 },
    oficinas: {
      inspector: ACCOUNTS.inspector,
      inspectorSuplente: ACCOUNTS.substitute,
      arbitro: ACCOUNTS.arbiter,
      arbitroSuplente: ACCOUNTS.fallbackArbiter,
      revisor: ACCOUNTS.reviewer,
    },
    hitos: [milestone("Fundaciones", "25.000.000"), milestone("Techumbre", "15.000.000")],
  });
  return {
    allow: desk.file("token.json", { token: "prueba", permitido: true }),
    threshold: desk.file("umbral.json", { token: "prueba", milUtm: "69.542.000" }),
    line: desk.file("linea.json", { token: "prueba", organismo: BUYER_RUT, item: "31-02-004" }),
    fund: desk.file("asignacion.json", { linea: 1, monto: "50.000.000", totalAsignado: "50.000.000" }),
    buyer: desk.file("organismo.json", accreditation(BUYER_RUT, ACCOUNTS.buyer, "organismo")),
    supplier: desk.file("proveedor.json", accreditation(SUPPLIER_RUT, ACCOUNTS.supplier, "proveedor")),
    work: desk.path("obra.json"),
    sign: desk.file("firmar.json", { contrato: "escritura.json" }),
    award: desk.file("adjudicar.json", { contrato: "escritura.json", firma: "firma.json" }),
    deliver: desk.file("entrega.json", { contrato: "escritura.json", hito: 1, evidencia: document("3") }),
    accept: desk.file("aceptacion.json", { contrato: "escritura.json", hito: 1, evidencia: digestOf("3") }),
  };
}
