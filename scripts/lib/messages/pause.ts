import type { Catalogue } from "./types.ts";

/** Custom errors of the pause that ends by itself. */
export const pauseMessages = {
  Pause_On: {
    params: { until: "date" },
    es: [
      "Los compromisos nuevos están en pausa.",
      "La pausa termina por sí sola el {until} y no toca pagos ni devoluciones.",
      "Repita desde esa fecha.",
    ],
    en: [
      "New commitments are paused.",
      "The pause ends by itself on {until} and touches no payment and no refund.",
      "Repeat from then on.",
    ],
  },
  Pause_NotRearmed: {
    params: { notBefore: "date" },
    es: [
      "Todavía no se puede pausar otra vez.",
      "Entre dos pausas deben pasar treinta días, para que nadie detenga el sistema a repetición.",
      "Repita desde el {notBefore}.",
    ],
    en: [
      "It cannot be paused again yet.",
      "Thirty days must pass between two pauses, so that nobody stops the system again and again.",
      "Repeat from {notBefore} on.",
    ],
  },
  Pause_NoReason: {
    params: {},
    es: ["Falta el fundamento de la pausa.", "Toda pausa cita el documento que la funda.", "Indique el documento."],
    en: ["The reason of the pause is missing.", "Every pause names the document it rests on.", "State the document."],
  },
} as const satisfies Catalogue;
