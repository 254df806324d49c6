import { bidsWith } from "./stories.ts";

type Json = Record<string, unknown>;

/** A tender that the demo must refuse at its door. */
export interface BadTender {
  readonly name: string;
  /** Fields of the tender that replace the sample's. */
  readonly change: () => Json | Promise<Json>;
  /** Fields of the file beside it. */
  readonly own?: Json;
  readonly field: string;
  readonly es: string;
  readonly en: string;
}

const document = { huella: `0x${"94".repeat(32)}`, enlace: "https://www.quilmahue.example/114.pdf" };
const bids =
  (position: number, change: Json): BadTender["change"] =>
  async () => ({ ofertas: await bidsWith(position, change) });

const enquiry = {
  oferente: "Montajes Nahuelbuta Ltda.",
  fecha: "2026-10-27T09:30",
  pregunta: "¿Cuándo?",
  respondida: "2026-11-03T16:00",
  respuesta: "Ya",
};

export const badTenders: readonly BadTender[] = [
  {
    name: "a contract both tendered and awarded directly",
    change: () => ({}),
    own: { tratoDirecto: { causal: 1, fundamento: document } },
    field: "tratoDirecto",
    es: "Un contrato que se licita no se contrata por trato directo.",
    en: "A contract that is tendered is not awarded directly.",
  },
  {
    name: "a bid bond above 3 % of the budget",
    change: () => ({ garantiaSeriedad: "10.500.001" }),
    field: "licitacion.garantiaSeriedad",
    es: "10.500.001 CLP",
    en: "10,500,001 CLP",
  },
  {
    name: "weights that are not the whole",
    change: async () => ({
      evaluacion: {
        minimoTecnico: "0 %",
        ofertaTemeraria: "1",
        desempate: [],
        criterios: [{ tipo: "precio", nombre: "Precio", ponderacion: "90 %" }],
      },
      comision: undefined,
      conflicto: undefined,
      ofertas: (await bidsWith(3, {})).map((bid) => ({ ...bid, notas: [] })),
    }),
    field: "licitacion.evaluacion.criterios",
    es: "90 %",
    en: "90%",
  },
  {
    name: "a scale where no figure is declared, a declared figure without one, and a local preference without a region",
    change: () => ({
      evaluacion: {
        minimoTecnico: "0 %",
        ofertaTemeraria: "1",
        desempate: [],
        criterios: [
          { tipo: "precio", nombre: "Precio", ponderacion: "60 %", dato: 1 },
          { tipo: "declarado", nombre: "Experiencia", ponderacion: "20 %", dato: 1, sinPuntaje: 0 },
          { tipo: "local", nombre: "Local", ponderacion: "20 %" },
        ],
      },
    }),
    field: "licitacion.evaluacion.criterios[0].dato",
    es: "licitacion.evaluacion.region",
    en: "licitacion.evaluacion.criterios[1].todoElPuntaje",
  },
  {
    name: "a bidder that bids twice",
    change: bids(4, { nombre: "Edificaciones Nahuelbuta S.A.", rut: "96.512.740-2" }),
    field: "licitacion.ofertas[4].nombre",
    es: "«Edificaciones Nahuelbuta S.A.» oferta dos veces.",
    en: "“Edificaciones Nahuelbuta S.A.” bids twice.",
  },
  {
    name: "a bidder with the buyer's RUT",
    change: bids(4, { rut: "69.998.700-K" }),
    field: "licitacion.ofertas[4].rut",
    es: "RUT",
    en: "RUT",
  },
  {
    name: "a bid without a price",
    change: bids(0, { precio: undefined }),
    field: "licitacion.ofertas[0].precio",
    es: "Falta este campo",
    en: "This field is missing",
  },
  {
    name: "scores for fewer criteria than the terms have",
    change: bids(0, { notas: [["88 %", "82 %", "90 %"]] }),
    field: "licitacion.ofertas[0].notas",
    es: "Hay 1 y deben ser 2.",
    en: "There are 1 and there must be 2.",
  },
  {
    name: "a copy of nobody's bid",
    change: bids(3, { copiaDe: "Nadie SpA" }),
    field: "licitacion.ofertas[3].copiaDe",
    es: "«Nadie SpA» no es una de las opciones.",
    en: "“Nadie SpA” is not one of the options.",
  },
  {
    name: "a copy of what is not there yet",
    change: bids(3, { presentada: "2026-11-16T10:00" }),
    field: "licitacion.ofertas[3].presentada",
    es: "La fecha 16 de noviembre de 2026, 10:00",
    en: "The date 16 November 2026, 10:00",
  },
  {
    name: "a bid after closing",
    change: bids(6, { presentada: "2026-11-20T10:00" }),
    field: "licitacion.ofertas[6].presentada",
    es: "cae fuera de su etapa",
    en: "is outside its stage",
  },
  {
    name: "a supplier who will not sign",
    change: bids(2, { firma: false }),
    field: "licitacion.ofertas",
    es: "«Constructora Río Pangue SpA» no presenta una oferta propia que vaya a firmar.",
    en: "“Constructora Río Pangue SpA” makes no bid of its own that it would sign.",
  },
  {
    name: "a supplier's bid at another price than the contract's",
    change: bids(2, { precio: "237.999.999" }),
    field: "licitacion.ofertas[2].precio",
    es: "El monto 237.999.999 CLP no es el que resulta de la licitación, 238.000.000 CLP.",
    en: "The amount 237,999,999 CLP is not what the tender leads to, 238,000,000 CLP.",
  },
  {
    name: "bids of which another wins",
    change: bids(6, { firma: true }),
    field: "licitacion.ofertas",
    es: "gana Servicios Integrales Cautín Ltda.",
    en: "Servicios Integrales Cautín Ltda. wins",
  },
  {
    name: "bids none of which is admissible",
    change: async () => {
      const notas = [
        ["1 %", "1 %", "1 %"],
        ["1 %", "1 %", "1 %"],
      ];
      return { ofertas: (await bidsWith(0, {})).map((bid) => (bid.copiaDe === undefined ? { ...bid, notas } : bid)) };
    },
    field: "licitacion.ofertas",
    es: "gana nadie",
    en: "nobody wins",
  },
  {
    name: "a complaint of the winner",
    change: () => ({
      reclamo: { oferente: "Servicios Integrales Cautín Ltda.", motivo: "Gané", decision: "rechaza" },
    }),
    field: "licitacion.reclamo.oferente",
    es: "Quien gana no reclama contra su propia adjudicación.",
    en: "The winner does not complain against its own award.",
  },
  {
    name: "an enquiry of someone who does not bid",
    change: () => ({ consulta: { ...enquiry, oferente: "Nadie SpA" } }),
    field: "licitacion.consulta.oferente",
    es: "«Nadie SpA» no es una de las opciones.",
    en: "“Nadie SpA” is not one of the options.",
  },
  {
    name: "an answer after its last day",
    change: () => ({ consulta: { ...enquiry, respondida: "2026-11-08T16:00" } }),
    field: "licitacion.consulta.respondida",
    es: "cae fuera de su etapa",
    en: "is outside its stage",
  },
  {
    name: "a quorum that a conflict makes impossible",
    change: () => ({
      comision: { quorum: 3, evaluadores: ["ana", "beto", "carla"] },
      conflicto: { evaluador: "beto", fecha: "2026-11-25T11:00" },
    }),
    field: "licitacion.comision.quorum",
    es: "3",
    en: "3",
  },
  {
    name: "a technical criterion without a panel",
    change: () => ({ comision: undefined, conflicto: undefined }),
    field: "licitacion.comision",
    es: "Falta este campo",
    en: "This field is missing",
  },
  {
    name: "a panel that has its reviewer in it",
    change: () => ({
      comision: { quorum: 3, evaluadores: ["directora-de-obras", "tribunal-de-contratacion", "carla"] },
      conflicto: undefined,
    }),
    field: "licitacion.comision.evaluadores[1]",
    es: "comisión",
    en: "panel",
  },
  {
    name: "a line that does not have the budget",
    change: () => ({}),
    own: { historia: { asignacion: "349.999.999" } },
    field: "historia.asignacion",
    es: "La línea recibe 349.999.999 CLP y el presupuesto de la licitación es 350.000.000 CLP.",
    en: "The line receives 349,999,999 CLP and the budget of the tender is 350,000,000 CLP.",
  },
  {
    name: "a story that begins after the publication",
    change: () => ({}),
    own: { historia: { inicio: "2026-10-19T10:00" } },
    field: "historia.inicio",
    es: "cae fuera de su etapa",
    en: "is outside its stage",
  },
  {
    name: "a signature before it may be given",
    change: () => ({}),
    own: { firmaHasta: "2027-01-20T18:00" },
    field: "firmaHasta",
    es: "El ganador puede firmar desde el 28 de enero de 2027",
    en: "The winner may sign from 28 January 2027",
  },
  {
    name: "an advance that is no whole part of the price",
    change: () => ({}),
    own: { anticipo: { monto: "47.600.001", garantia: "47.600.001" } },
    field: "anticipo.monto",
    es: "El monto 47.600.001 CLP no es el que resulta de la licitación, 47.600.000 CLP.",
    en: "The amount 47,600,001 CLP is not what the tender leads to, 47,600,000 CLP.",
  },
  {
    name: "a raised bond lower than the ordinary one",
    change: () => ({ garantiaSiEsTemeraria: "5 %" }),
    field: "licitacion.garantiaSiEsTemeraria",
    es: "5 %",
    en: "5%",
  },
];
