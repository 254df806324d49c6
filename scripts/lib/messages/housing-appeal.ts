import { APPEAL_STATUSES } from "../housing/award-names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of the filing and the ruling of appeals. */
export const housingAppealMessages = {
  Appeal_TooLate: {
    params: { id: "digest", until: "date" },
    es: [
      "El plazo para recurrir terminó el {until}.",
      "Corre desde que se fijaron los puntajes de corte de la primera vuelta (Ley 19.880, art. 59).",
      "Postule al próximo llamado.",
    ],
    en: [
      "The time to appeal ended on {until}.",
      "It runs from when the cutoffs of the first round were fixed (Ley 19.880, art. 59).",
      "Apply to the next call.",
    ],
  },
  Appeal_Filed: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "El hogar ya recurrió en este llamado.",
      "Cada hogar presenta un recurso por llamado.",
      "Siga el recurso presentado.",
    ],
    en: [
      "The household has appealed in this call.",
      "Each household files one appeal a call.",
      "Follow the appeal that was filed.",
    ],
  },
  Appeal_NoReason: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "Falta la huella del escrito o de la resolución.",
      "Un recurso y su rechazo tienen motivo (Ley 19.880, art. 11 y 59).",
      "Indique la huella del documento.",
    ],
    en: [
      "The hash of the writ or of the ruling is missing.",
      "An appeal and its rejection have a reason (Ley 19.880, art. 11 and 59).",
      "Give the hash of the document.",
    ],
  },
  Appeal_Committee: {
    params: { id: "digest", nullifier: "digest", size: "count" },
    es: [
      "La postulación es de un comité de {size} viviendas.",
      "Los lugares para recursos son de un hogar cada uno.",
      "El comité recurre ante la oficina y postula al próximo llamado.",
    ],
    en: [
      "The application is of a committee of {size} homes.",
      "The seats for appeals are for one household each.",
      "The committee appeals at the office and applies to the next call.",
    ],
  },
  Appeal_Status: {
    params: { id: "digest", nullifier: "digest", status: APPEAL_STATUSES },
    es: [
      "El recurso no admite este paso; su estado es: {status}.",
      "Se resuelve una vez y en su plazo; el silencio lo rechaza (Ley 19.880, art. 65).",
      "No hay nada que resolver.",
    ],
    en: [
      "The appeal does not allow this step; its status is: {status}.",
      "It is ruled on once and in its time; silence rejects it (Ley 19.880, art. 65).",
      "There is nothing to rule on.",
    ],
  },
  Appeal_OtherKey: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "La postulación corregida nombra otra clave que la que recurrió.",
      "Una corrección no cambia quién actúa por el hogar.",
      "Conserve la clave de la postulación.",
    ],
    en: [
      "The corrected application names another key than the one that appealed.",
      "A correction does not change who acts for the household.",
      "Keep the key of the application.",
    ],
  },
} as const satisfies Catalogue;
