import type { Labels } from "../messages/types.ts";

/** States of a seat, in the order of `Award.State`. */
export const SEAT_STATES = {
  es: ["sin cupo", "ofrecido", "aceptado", "pagado o entregado", "revocado"],
  en: ["no seat", "offered", "accepted", "paid or handed over", "revoked"],
} as const satisfies Labels;

/** Stages of the request to use a seat, in the order of `Benefit.Stage`. */
export const BENEFIT_STAGES = {
  es: ["sin solicitud", "en revisión", "observada", "certificada", "rechazada"],
  en: ["no request", "under review", "objected to", "certified", "refused"],
} as const satisfies Labels;

/** Statuses of an appeal, in the order of `Appeal.Status`. */
export const APPEAL_STATUSES = {
  es: ["sin recurso", "pendiente", "rechazado", "acogido", "con cupo", "primero en el próximo llamado", "innecesario"],
  en: ["no appeal", "pending", "rejected", "upheld", "seated", "first in the next call", "needless"],
} as const satisfies Labels;

/** Steps of a procedure on occupancy in their order, from 0, as `OccupancyRule` counts them. */
export const OCCUPANCY_STEPS = {
  es: ["los descargos", "la decisión", "la apelación", "la revisión"],
  en: ["the defence", "the decision", "the appeal", "the review"],
} as const satisfies Labels;
