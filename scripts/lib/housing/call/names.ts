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
    "the round of the draw",
    "the change to the second round",
    "the second round",
  ],
} as const satisfies Labels;

/** The windows of a call in their order, from 0, as `CallCheck` counts them. */
export const CALL_WINDOWS = {
  es: ["objetar un resultado", "aceptar un cupo", "recurrir", "usar el subsidio"],
  en: ["refuting a result", "accepting a seat", "appealing", "using the subsidy"],
} as const satisfies Labels;
