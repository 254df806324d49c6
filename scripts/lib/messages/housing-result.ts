import type { Catalogue } from "./types.ts";

/** Custom errors of what the result of a housing round says. */
export const housingResultMessages = {
  Result_Offers: {
    params: { id: "digest" },
    es: [
      "Los lugares ofrecidos no son los de la ronda abierta del llamado {id}.",
      "Se fijaron al abrir la ronda.",
      "Tómelos del registro de su apertura.",
    ],
    en: [
      "The seats on offer are not those of the open round of call {id}.",
      "They were fixed when the round was opened.",
      "Take them from the record of its opening.",
    ],
  },
  Result_Slots: {
    params: { id: "digest", slots: "count" },
    es: [
      "El resultado no dice lo mismo de los {slots} cupos del llamado {id}.",
      "Cada cupo lleva un puntaje de corte, un número de hogares y, si lo hay, el comité que no cupo.",
      "Publique el resultado completo.",
    ],
    en: [
      "The result does not cover each of the {slots} slots of call {id}.",
      "Each slot has a cutoff, a count and, if there is one, the committee that did not fit.",
      "Post the whole result.",
    ],
  },
  Result_Entries: {
    params: { id: "digest", entries: "count" },
    es: [
      "Los cupos del resultado no suman las {entries} postulaciones que nombra, en el llamado {id}.",
      "Las listas van una tras otra, y sus largos dicen dónde empieza cada una.",
      "Revise los largos.",
    ],
    en: [
      "The slots of the result do not add up to the {entries} applications that it names, in call {id}.",
      "The lists follow one another, and their lengths say where each begins.",
      "Check the lengths.",
    ],
  },
  Result_Slot: {
    params: { id: "digest", slot: "ordinal", entries: "count", offer: "count", cutoff: "id", before: "id" },
    es: [
      "El cupo {slot} del llamado {id} no puede tener {entries} asignados de {offer} y el corte {cutoff}.",
      "El corte es 0 si queda un lugar, y nunca pasa del de la ronda anterior ({before}); solo un cupo de comités nombra uno que no cupo.",
      "Corrija el resultado.",
    ],
    en: [
      "Slot {slot} of call {id} cannot have {entries} entries of {offer} and the cutoff {cutoff}.",
      "The cutoff is 0 if a seat is left, and never above that of the round before ({before}); only a slot of committees names one that did not fit.",
      "Correct the result.",
    ],
  },
  Result_Added: {
    params: { id: "digest", given: "count", expected: "count" },
    es: [
      "Se adjuntaron {given} postulaciones agregadas; el resultado del llamado {id} nombra {expected}.",
      "Las que no están en la nómina se adjuntan en el orden en que se nombran.",
      "Adjunte esas y ninguna otra.",
    ],
    en: [
      "{given} added applications were given; the result of call {id} names {expected}.",
      "Those that are not in the roll are given in the order in which they are named.",
      "Give these and no other.",
    ],
  },
  Result_Known: {
    params: { id: "digest", digest: "digest" },
    es: [
      "El resultado {digest} ya se publicó en esta ronda del llamado {id}.",
      "Si es verdadero está en pie, y si se probó falso lo sigue siendo.",
      "No hace falta publicarlo otra vez.",
    ],
    en: [
      "The result {digest} was posted already in this round of call {id}.",
      "If it is true it stands, and if it was proven false it still is.",
      "There is no need to post it again.",
    ],
  },
} as const satisfies Catalogue;
