import type { Catalogue } from "./types.ts";

/** Custom errors of the amounts in a tender's terms. */
export const tenderTermsMoneyMessages = {
  Terms_Budget: {
    params: { budget: "amount", most: "amount" },
    es: [
      "El monto {budget} no es válido; lo más es {most}.",
      "El presupuesto y el umbral de oferta temeraria tienen que ser positivos y caber en la licitación.",
      "Corrija el monto.",
    ],
    en: [
      "The amount {budget} is not valid; the most is {most}.",
      "Budget and abnormally-low threshold must be positive and fit the tender.",
      "Correct the amount.",
    ],
  },
  Terms_BidBond: {
    params: { bond: "amount", most: "amount" },
    es: [
      "La garantía de seriedad de {bond} supera lo permitido: {most}.",
      "Solo sobre 5.000 UTM se puede pedir, y a lo más 3 % (Ley 19.886, art. 11).",
      "Rebaje la garantía.",
    ],
    en: [
      "The bid bond of {bond} is above what is allowed: {most}.",
      "It may be asked above 5,000 UTM only, and at most 3 % (Ley 19.886, art. 11).",
      "Lower the bond.",
    ],
  },
  Terms_Guarantee: {
    params: { bps: "bps", least: "bps" },
    es: [
      "La garantía de fiel cumplimiento de {bps} no es válida.",
      "Es de {least} del precio neto o más, o no hay (Ley 19.886, art. 11).",
      "Indique {least} o más, o cero donde la ley exime.",
    ],
    en: [
      "The performance bond of {bps} is not valid.",
      "It is {least} of the net price or more, or there is none (Ley 19.886, art. 11).",
      "State {least} or more, or zero where the law exempts.",
    ],
  },
  Terms_RaisedBond: {
    params: { raisedBps: "bps" },
    es: [
      "La garantía aumentada de {raisedBps} no es válida.",
      "No puede ser menor que la garantía de fiel cumplimiento ni mayor que el precio.",
      "Corrija la garantía aumentada.",
    ],
    en: [
      "The raised bond of {raisedBps} is not valid.",
      "It cannot be less than the performance bond nor more than the price.",
      "Correct the raised bond.",
    ],
  },
  Terms_Shares: {
    params: { sum: "bps", expected: "bps" },
    es: [
      "Las partes de los hitos suman {sum} y tienen que sumar {expected}, ninguna cero.",
      "El contrato paga el precio completo, hito por hito.",
      "Corrija las partes.",
    ],
    en: [
      "The parts of the milestones add up to {sum} and must add up to {expected}, none zero.",
      "The contract pays the whole price, milestone by milestone.",
      "Correct the parts.",
    ],
  },
} as const satisfies Catalogue;
