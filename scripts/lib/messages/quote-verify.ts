import type { Catalogue } from "./types.ts";

/** Figures of a contest of quotes that are worked out again; the remarks are those of tenders. */
export const quoteVerifyMessages = {
  "check-contest-terms": { params: {}, es: ["plazos y presupuesto publicados"], en: ["published windows and budget"] },
  "check-quote-commitment": {
    params: {},
    es: ["sello de la cotización abierta"],
    en: ["commitment of the opened quote"],
  },
  "check-quote-bound": {
    params: {},
    es: ["oferta limitada por la propia lista"],
    en: ["offer capped by the supplier's own list"],
  },
  "check-quote-time": { params: {}, es: ["apertura en plazo"], en: ["opened in time"] },
  "check-quote-admissible": { params: {}, es: ["precio admisible"], en: ["price admissible"] },
  "check-groups": { params: {}, es: ["grupos admisibles"], en: ["admissible groups"] },
  "check-cheapest": { params: {}, es: ["la más barata según las reglas"], en: ["the cheapest by the rules"] },
  "check-choice-ranked": {
    params: { round: "id" },
    es: ["elección {round}: cuenta en el orden, a su precio"],
    en: ["choice {round}: counts in the ranking, at its price"],
  },
  "check-choice-cheapest": {
    params: { round: "id" },
    es: ["elección {round}: es la más barata"],
    en: ["choice {round}: is the cheapest"],
  },
  "check-choice-justified": {
    params: { round: "id" },
    es: ["elección {round}: justificada si no es la más barata"],
    en: ["choice {round}: justified where it is not the cheapest"],
  },
  "check-choice-time": { params: { round: "id" }, es: ["elección {round}: en plazo"], en: ["choice {round}: in time"] },
  "check-contest-ending": { params: {}, es: ["término según las reglas"], en: ["ended by the rules"] },
  "check-contest-contract": {
    params: {},
    es: ["contrato al que lleva lo publicado"],
    en: ["contract that what was published leads to"],
  },
} as const satisfies Catalogue;
