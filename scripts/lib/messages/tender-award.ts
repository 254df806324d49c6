import type { Catalogue } from "./types.ts";

/** Custom errors of the award of a tender. */
export const tenderAwardMessages = {
  Award_Exists: {
    params: { id: "digest", winner: "entity" },
    es: [
      "La licitación ya está adjudicada a {winner}.",
      "Solo se adjudica de nuevo si ese oferente es excluido o no firma.",
      "Espere el término de reclamos y firma.",
    ],
    en: [
      "The tender has been awarded already, to {winner}.",
      "It is awarded again only if that bidder is excluded or does not sign.",
      "Wait for the end of complaints and signature.",
    ],
  },
  Award_None: {
    params: { id: "digest" },
    es: [
      "La licitación no tiene adjudicación vigente.",
      "Falta adjudicarla, o la anterior quedó sin efecto.",
      "Adjudíquela primero: cualquiera puede hacerlo.",
    ],
    en: [
      "The tender has no award in force.",
      "It has not been awarded yet, or its last award fell.",
      "Award it first: anyone may.",
    ],
  },
  Award_Order: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "La oferta de {bidder} está fuera de orden o repetida.",
      "Las ofertas se recorren una vez, por grupo empresarial y luego por número de oferente.",
      "Ordene la lista y repita la página.",
    ],
    en: [
      "The bid of {bidder} is out of order or repeated.",
      "Bids are passed once, by business group and then by bidder's number.",
      "Sort the list and repeat the page.",
    ],
  },
  Award_NotQualified: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "La oferta de {bidder} no alcanzó el puntaje técnico mínimo, o no existe.",
      "Solo se recorren las ofertas que calificaron.",
      "Quítela de la lista.",
    ],
    en: [
      "The bid of {bidder} did not reach the minimum technical score, or does not exist.",
      "Only bids that qualified are passed.",
      "Take it off the list.",
    ],
  },
  Award_Reference: {
    params: { id: "digest", basis: "amount", found: "amount" },
    es: [
      "El precio de referencia no es {basis}: las ofertas muestran {found}.",
      "Es el menor precio de los grupos que no sea temerario o, si no hay, el umbral de temeridad.",
      "Recalcule la referencia y repita.",
    ],
    en: [
      "The reference price is not {basis}: the bids show {found}.",
      "It is the lowest price of a group that is not abnormally low or, without one, the published threshold.",
      "Work it out again and repeat.",
    ],
  },
  Award_Incomplete: {
    params: { id: "digest", scanned: "count", expected: "count" },
    es: [
      "Se recorrieron {scanned} ofertas y calificaron {expected}.",
      "Nadie queda fuera: todas las que calificaron se recorren, también las removidas.",
      "Complete la lista y repita.",
    ],
    en: [
      "Bids passed: {scanned}; bids that qualified: {expected}.",
      "Nobody is left out: every bid that qualified passes, removed ones too.",
      "Complete the list and repeat.",
    ],
  },
} as const satisfies Catalogue;
