import type { Catalogue } from "./types.ts";

/** What can be wrong with a command about sealed quotes beyond the form of its input file. */
export const quoteTaskMessages = {
  "contest-unknown": {
    params: { id: "digest" },
    es: [
      "No hay ninguna solicitud ni segunda competencia {id} en esta red.",
      "El identificador lo dicen «quote request» y «framework contest compete».",
      "Revise el identificador y la red.",
    ],
    en: [
      "There is no request or second competition {id} on this network.",
      "The id is said by “quote request” and “framework contest compete”.",
      "Check id and network.",
    ],
  },
  "record-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no nombra ningún proceso.",
      'Se acepta el identificador de 32 bytes que dijo la publicación, o el del proceso: "ocds-213czf-MOP-2026-0042".',
      "Escríbalo en una de esas formas.",
    ],
    en: [
      "“{found}” does not name a process.",
      'Accepted: the id of 32 bytes that the publication said, or that of the process: "ocds-213czf-MOP-2026-0042".',
      "Write it in one of those forms.",
    ],
  },
  "process-count": {
    params: { ocid: "text", found: "count" },
    es: [
      "El proceso «{ocid}» nombra {found} registros de esta clase y debe nombrar uno.",
      "Cada organismo da sus propios códigos, y dos pueden usar el mismo.",
      "Escriba el identificador de 32 bytes que dijo la publicación, o revise la red.",
    ],
    en: [
      "The process “{ocid}” names {found} records of this kind and must name one.",
      "Each public body gives codes of its own, and two may use the same.",
      "Write the id of 32 bytes that the publication said, or check the network.",
    ],
  },
  "beacon-clock": {
    params: { genesis: "date", period: "duration" },
    es: [
      "El libro cuenta rondas desde el {genesis}, cada {period}; el faro de este despliegue no.",
      "Un sobre cifrado a una ronda de otro reloj se abriría antes o después de tiempo.",
      "No cotice en este despliegue hasta aclararlo.",
    ],
    en: [
      "The book counts rounds from {genesis}, each {period}; the beacon of this deployment does not.",
      "An envelope encrypted to a round of another clock would open too early or too late.",
      "Do not quote on this deployment until that is explained.",
    ],
  },
  "quote-missing": {
    params: { supplier: "entity" },
    es: [
      "No hay cotización ni lista presentada por {supplier}.",
      "No presentó, o la retiró.",
      "Revise el proveedor y el proceso.",
    ],
    en: [
      "No quote or list of {supplier} was filed.",
      "None was filed, or it was withdrawn.",
      "Check supplier and process.",
    ],
  },
  "quote-file-other": {
    params: {},
    es: [
      "El archivo guarda otra cotización que la presentada.",
      "Cada una tiene su propio archivo y abre solo lo que se comprometió.",
      "Indique la carpeta en que se selló esa cotización.",
    ],
    en: [
      "The file holds another quote than the one that was filed.",
      "Each has a file of its own, which opens only what was committed to.",
      "State the folder in which that quote was sealed.",
    ],
  },
  "choice-missing": {
    params: { id: "digest" },
    es: [
      "En el proceso {id} nadie ha sido elegido.",
      "Primero elige el comprador o, en su silencio, cualquiera hace elegir la más barata.",
      "Vea el estado antes de repetir.",
    ],
    en: [
      "Nobody was chosen in the process {id}.",
      "First the buyer chooses or, where it is silent, anyone has the cheapest chosen.",
      "See the status before you repeat.",
    ],
  },
  "contest-mismatch": {
    params: { count: "count", parts: "own" },
    es: [
      "El proceso no coincide con sus reglas en {count} cifras: {parts}.",
      "Lo que se recalcula desde la cadena y lo que la cadena dice son distintos.",
      "No se base en esta elección hasta aclararlo.",
    ],
    en: [
      "The process does not match its rules in {count} figures: {parts}.",
      "What is worked out from the chain and what the chain says differ.",
      "Do not rely on this choice until that is explained.",
    ],
  },
} as const satisfies Catalogue;
