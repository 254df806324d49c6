import type { Labels } from "../messages/types.ts";

/** Statuses of a tender, in the order of `Tender.Status`. */
export const TENDER_STATUSES = {
  es: [
    "desconocida",
    "recibe ofertas",
    "cerrada",
    "apertura técnica",
    "evaluación",
    "apertura de precios",
    "adjudicación",
    "firmada",
    "desierta",
    "cancelada",
    "anulada",
  ],
  en: [
    "unknown",
    "bidding",
    "closed",
    "technical opening",
    "evaluation",
    "price opening",
    "award",
    "signed",
    "unsuccessful",
    "cancelled",
    "annulled",
  ],
} as const satisfies Labels;

/** Statuses of an award, in the order of `Award.Status`. */
export const AWARD_STATUSES = {
  es: ["sin adjudicar", "reclamos", "revisión", "espera", "firma", "firma vencida", "terminada"],
  en: ["not awarded", "complaints", "review", "standstill", "signature", "signature lapsed", "over"],
} as const satisfies Labels;

/** What criteria measure, in the order of `Tender.Criterion`. */
export const CRITERIA = {
  es: ["", "precio", "técnico", "declarado", "social", "local", "menor tamaño"],
  en: ["", "price", "technical", "declared", "social", "local", "small firm"],
} as const satisfies Labels;

/** Why a bid is not in the ranking. */
export const ABSENCES = {
  removed: { es: "retirada del orden", en: "removed" },
  unopened: { es: "precio sin abrir", en: "price not opened" },
  inadmissible: { es: "precio inadmisible", en: "price inadmissible" },
  "group-unopened": { es: "su grupo dejó un precio sin abrir", en: "its group left a price unopened" },
  "group-lower": { es: "su grupo tiene una oferta más baja", en: "its group has a lower bid" },
} as const;
