import type { Labels } from "../messages/types.ts";

/** What is bought, in the order of `Agreement.Category`. */
export const CATEGORIES = {
  es: ["bienes", "servicios", "obras"],
  en: ["goods", "services", "works"],
} as const satisfies Labels;

/** Statuses of a contract, in the order of `Agreement.Status`. */
export const CONTRACT_STATUSES = {
  es: ["desconocido", "vigente", "terminado anticipadamente", "ejecutado", "cerrado"],
  en: ["unknown", "active", "terminated", "completed", "closed"],
} as const satisfies Labels;

/** Statuses of a milestone, in the order of `Agreement.MilestoneStatus`. */
export const MILESTONE_STATUSES = {
  es: ["desconocido", "programado", "en revisión", "aceptado", "observado", "en controversia", "finiquitado"],
  en: ["unknown", "scheduled", "under review", "accepted", "objected", "disputed", "settled"],
} as const satisfies Labels;

/** Stages of a fine or a termination, in the order of `DueProcess.Stage`. */
export const PROCESS_STAGES = {
  es: ["sin inicio", "descargos", "decisión", "apelable", "revisión de la apelación", "firme", "extinguido"],
  en: ["not begun", "defence", "decision", "open to appeal", "review of the appeal", "final", "extinguished"],
} as const satisfies Labels;

/** Stages of a dispute, in the order of `DisputeClock.Stage`. */
export const DISPUTE_STAGES = {
  es: ["sin inicio", "ofertas", "árbitro", "árbitro de reemplazo", "regla publicada", "resuelta"],
  en: ["not begun", "offers", "arbiter", "fallback arbiter", "published default", "resolved"],
} as const satisfies Labels;

/** What a dispute is about, in the order of `Dispute.Topic`. */
export const DISPUTE_TOPICS = {
  es: ["entrega", "certificado 1", "certificado 2", "certificado 3", "recepción definitiva", "garantía"],
  en: ["delivery", "certificate 1", "certificate 2", "certificate 3", "final acceptance", "bond"],
} as const satisfies Labels;
