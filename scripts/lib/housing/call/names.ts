import type { Labels } from "../../messages/types.ts";

/** The moments of a call in their order, from 0, as `CallCheck` counts them. */
export const CALL_MOMENTS = {
  es: [
    "el inicio de las postulaciones",
    "el cierre de las postulaciones",
    "el plazo de los comprobantes",
    "el plazo de la nómina de postulaciones",
    "el plazo de los reclamos",
    "el plazo de las respuestas",
    "el plazo de la corrección",
    "el plazo para objetar la corrección",
    "la ronda del sorteo",
    "el paso a la segunda ronda",
    "la segunda ronda",
  ],
  en: [
    "the start of the applications",
    "the close of the applications",
    "the term of the receipts",
    "the term of the roll of applications",
    "the term of the challenges",
    "the term of the answers",
    "the term of the correction",
    "the term to object to the correction",
    "the round of the draw",
    "the change to the second round",
    "the second round",
  ],
} as const satisfies Labels;

/** The windows of a call in their order, from 0, as `CallCheck` counts them. */
export const CALL_WINDOWS = {
  es: [
    "objetar un resultado",
    "aceptar un cupo",
    "recurrir",
    "resolver un recurso",
    "objetar el uso de un subsidio",
    "usar el subsidio",
  ],
  en: [
    "refuting a result",
    "accepting a seat",
    "appealing",
    "ruling on an appeal",
    "objecting to the use of a subsidy",
    "using the subsidy",
  ],
} as const satisfies Labels;

/** Where a call stands, in the order of `Call.Status`. */
export const CALL_STATUSES = {
  es: [
    ...["desconocido", "anunciado", "recibe postulaciones", "ancla comprobantes", "firma la nómina"],
    ...["recibe reclamos", "recibe respuestas", "se corrige", "revisa la corrección", "espera el sorteo"],
    ...["espera el segundo sorteo", "vencido", "sorteado", "cerrado", "cancelado", "caducado"],
  ],
  en: [
    ...["unknown", "announced", "taking applications", "anchoring receipts", "signing the roll"],
    ...["taking challenges", "taking answers", "being corrected", "checking the correction", "waiting for the draw"],
    ...["waiting for the second draw", "overdue", "drawn", "closed", "cancelled", "lapsed"],
  ],
} as const satisfies Labels;

/** How a call ended, in the order of `Call.Outcome`. */
export const CALL_OUTCOMES = {
  es: ["en curso", "cerrado", "cancelado", "caducado"],
  en: ["running", "closed", "cancelled", "lapsed"],
} as const satisfies Labels;

/** What became of a seat, in the order of `Award.State`. */
export const SEAT_STATES = {
  es: ["ninguno", "ofrecido", "aceptado", "entregado", "revocado"],
  en: ["none", "offered", "accepted", "given", "revoked"],
} as const satisfies Labels;
