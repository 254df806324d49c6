import type { Catalogue } from "./types.ts";

/** What can be wrong with a command about a tender beyond the form of its input file. */
export const tenderTaskMessages = {
  "tender-unknown": {
    params: { id: "digest" },
    es: [
      "No hay ninguna licitación {id} en esta red.",
      "El identificador lo dice «tender publish» y depende de la red, del organismo y del ocid.",
      "Revise el identificador y la red.",
    ],
    en: [
      "There is no tender {id} on this network.",
      "The id is said by “tender publish” and depends on network, public body and ocid.",
      "Check id and network.",
    ],
  },
  "tender-mismatch": {
    params: { count: "count", parts: "own" },
    es: [
      "La licitación no coincide con sus reglas en {count} cifras: {parts}.",
      "Lo que se recalcula desde la cadena y lo que la cadena dice son distintos.",
      "No se base en esta adjudicación hasta aclararlo.",
    ],
    en: [
      "The tender does not match its rules in {count} figures: {parts}.",
      "What is worked out from the chain and what the chain says differ.",
      "Do not rely on this award until that is explained.",
    ],
  },
} as const satisfies Catalogue;
