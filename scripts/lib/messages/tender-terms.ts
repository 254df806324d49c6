import type { Catalogue } from "./types.ts";

/** Custom errors of the criteria in a tender's terms. */
export const tenderTermsMessages = {
  Terms_Minimum: {
    params: { given: "bps", most: "bps" },
    es: ["El mínimo técnico de {given} supera {most}.", "Es una parte del puntaje técnico.", "Corrija el mínimo."],
    en: [
      "The technical minimum of {given} is above {most}.",
      "It is a part of the technical score.",
      "Correct the minimum.",
    ],
  },
  Terms_Weights: {
    params: { sum: "bps", expected: "bps" },
    es: [
      "Las ponderaciones suman {sum} y tienen que sumar {expected}.",
      "Los criterios de evaluación y sus ponderaciones se publican completos.",
      "Corrija las ponderaciones.",
    ],
    en: [
      "The weights add up to {sum} and must add up to {expected}.",
      "The criteria and their weights are published whole.",
      "Correct the weights.",
    ],
  },
  Terms_Criterion: {
    params: { index: "ordinal" },
    es: [
      "El criterio {index} no es válido.",
      "Cada criterio tiene ponderación; los declarados, una escala con dos extremos distintos y uno de los cuatro campos; los vacíos van al final.",
      "Corrija el criterio.",
    ],
    en: [
      "Criterion {index} is not valid.",
      "Each criterion has a weight; declared ones a scale with two different ends and one of the four fields; empty ones come last.",
      "Correct the criterion.",
    ],
  },
  Terms_PriceOnly: {
    params: { weight: "bps" },
    es: [
      "El precio pesa {weight}: tiene que ser exactamente un criterio y, en servicios, no el único.",
      "Ley 19.886, art. 6.",
      "Agregue o corrija criterios.",
    ],
    en: [
      "The price weighs {weight}: it must be exactly one criterion and, in services, not the only one.",
      "Ley 19.886, art. 6.",
      "Add or correct criteria.",
    ],
  },
  Terms_Preference: {
    params: { preference: "bps", most: "bps" },
    es: [
      "Las preferencias pesan {preference}; lo más es {most}.",
      "Los criterios sociales, locales y de tamaño pesan menos que lo técnico y lo económico (Ley 19.886, art. 6).",
      "Rebaje las preferencias.",
    ],
    en: [
      "The preferences weigh {preference}; the most is {most}.",
      "Social, local and size criteria weigh less than technical and economic ones (Ley 19.886, art. 6).",
      "Lower the preferences.",
    ],
  },
  Terms_LocalPreference: {
    params: { budget: "amount", below: "amount" },
    es: [
      "La preferencia local solo se admite bajo {below}, y el presupuesto es {budget}.",
      "Ley 19.886, art. 61: bajo 500 UTM.",
      "Quite el criterio local.",
    ],
    en: [
      "A local preference is allowed below {below} only, and the budget is {budget}.",
      "Ley 19.886, art. 61: below 500 UTM.",
      "Remove the local criterion.",
    ],
  },
  Terms_TieBreak: {
    params: { index: "ordinal" },
    es: [
      "El desempate {index} está repetido o viene después de uno vacío.",
      "El orden de desempate se publica sin huecos ni repeticiones.",
      "Corrija el orden.",
    ],
    en: [
      "Tie-break {index} is repeated or comes after an empty one.",
      "The order of tie-breaks is published without gaps or repeats.",
      "Correct the order.",
    ],
  },
} as const satisfies Catalogue;
