import type { Catalogue } from "./types.ts";

/** What can be wrong between the fields of a file with the rules of a housing program. */
export const housingProgramMessages = {
  "housing-value-too-large": {
    params: { found: "text" },
    es: ["«{found}» no cabe en 64 bits.", "Los valores llevan cuatro decimales.", "Escriba uno menor."],
    en: ["“{found}” does not fit in 64 bits.", "Values have four decimals.", "Write a lower one."],
  },
  "housing-attribute-form": {
    params: {},
    es: [
      "El atributo lleva opciones, o bien unidad y hasta.",
      "Un dato es una de varias opciones o un número con su mayor valor.",
      "Deje una de las dos formas.",
    ],
    en: [
      "The attribute has options (opciones), or else a unit (unidad) and a highest value (hasta).",
      "A circumstance is one of several options or a number with its highest value.",
      "Keep one of the two forms.",
    ],
  },
  "housing-factor-form": {
    params: {},
    es: [
      "El factor lleva exactamente uno de: puntos, porUnidad, tramos.",
      "Cada factor da puntos de una sola manera.",
      "Deje uno de los tres.",
    ],
    en: [
      "The factor has exactly one of: puntos, porUnidad, tramos.",
      "Each factor gives points in one way only.",
      "Keep one of the three.",
    ],
  },
  "housing-rule-met": { params: {}, es: ["cumple"], en: ["met"] },
  "housing-rule-unmet": { params: {}, es: ["no cumple"], en: ["not met"] },
  "housing-rule-points": { params: { points: "own" }, es: ["{points} puntos"], en: ["{points} points"] },
} as const satisfies Catalogue;
