import type { Catalogue } from "./types.ts";

/** What can be wrong between the fields of a contract's file; each rule is one that the opening desk checks again. */
export const contractFileMessages = {
  "contract-sum": {
    params: { sum: "amount", price: "amount" },
    es: [
      "Los hitos suman {sum} y el precio es {price}.",
      "El precio se paga por hitos: ambas cifras deben ser iguales.",
      "Corrija el precio o los montos de los hitos.",
    ],
    en: [
      "The milestones sum to {sum} and the price is {price}.",
      "The price is paid by milestones: both figures must be equal.",
      "Correct the price or the milestones' amounts.",
    ],
  },
  "contract-above": {
    params: { found: "amount", most: "amount" },
    es: ["El monto {found} pasa del precio.", "Se acepta a lo más {most}.", "Escriba un monto menor."],
    en: ["The amount {found} is above the price.", "At most {most} is accepted.", "Write a lower amount."],
  },
  "contract-advance-bond": {
    params: { bond: "amount", advance: "amount" },
    es: [
      "La garantía de {bond} no cubre el anticipo de {advance}.",
      'Debe ser igual al anticipo, o "0" bajo 1.000 UTM (Ley 19.886 art. 11).',
      "Escriba el monto del anticipo.",
    ],
    en: [
      "The bond of {bond} does not cover the advance of {advance}.",
      'It must equal the advance, or be "0" below 1,000 UTM (Ley 19.886 art. 11).',
      "Write the amount of the advance.",
    ],
  },
  "contract-bond-low": {
    params: { bond: "amount", least: "amount" },
    es: [
      "La garantía de fiel cumplimiento de {bond} es muy baja.",
      "La ley pide al menos 5 % del precio neto: {least} (Ley 19.886 art. 11).",
      "Suba el monto; solo bajo 1.000 UTM, o con exención, se puede omitir la garantía.",
    ],
    en: [
      "The performance bond of {bond} is too low.",
      "The law asks for at least 5% of the net price: {least} (Ley 19.886 art. 11).",
      "Raise it; only below 1,000 UTM, or where exempt, may the bond be left out.",
    ],
  },
  "contract-exemption": {
    params: {},
    es: [
      "Una obra no puede eximirse de la garantía de fiel cumplimiento.",
      "La exención es para bienes y servicios (Ley 19.886 art. 11).",
      "Quite la exención y agregue la garantía.",
    ],
    en: [
      "Works cannot be exempt from the performance bond.",
      "The exemption is for goods and services (Ley 19.886 art. 11).",
      "Remove the exemption and add the bond.",
    ],
  },
  "contract-date-early": {
    params: { found: "date", least: "date" },
    es: ["La fecha {found} es muy temprana.", "Se acepta desde {least}.", "Ordene las fechas del contrato."],
    en: ["The date {found} is too early.", "From {least} on is accepted.", "Put the contract's dates in order."],
  },
  "contract-date-late": {
    params: { found: "date", most: "date" },
    es: [
      "El plazo {found} pasa del término del contrato.",
      "Se acepta hasta {most}.",
      "Adelante el plazo o alargue el contrato.",
    ],
    en: ["The date {found} is after the contract's end.", "Up to {most} is accepted.", "Bring it forward, or extend."],
  },
  "contract-same-account": {
    params: { found: "text" },
    es: [
      "La cuenta {found} aparece dos veces.",
      "Inspector, árbitros, revisor y suplentes deben ser distintos, y ninguno, parte del contrato.",
      "Escriba otra cuenta.",
    ],
    en: [
      "The account {found} appears twice.",
      "Inspector, arbiters, reviewer and substitutes must differ, and none may be a party to the contract.",
      "Write another account.",
    ],
  },
  "contract-same-party": {
    params: {},
    es: [
      "El organismo y el proveedor tienen el mismo RUT.",
      "Nadie contrata consigo mismo.",
      "Corrija uno de los dos.",
    ],
    en: [
      "The buyer and the supplier have the same RUT.",
      "Nobody contracts with themselves.",
      "Correct one of the two.",
    ],
  },
  "percent-too-small": {
    params: { found: "bps", least: "bps" },
    es: ["El porcentaje {found} es muy bajo.", "Aquí se acepta desde {least}.", "Escriba uno mayor."],
    en: ["The percentage {found} is too low.", "From {least} on is accepted here.", "Write a higher one."],
  },
} as const satisfies Catalogue;
