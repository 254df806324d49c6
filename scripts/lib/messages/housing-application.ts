import type { Catalogue } from "./types.ts";

/** What can be wrong when applications for housing are prepared. */
export const housingApplicationMessages = {
  "pepper-short": {
    params: { found: "count", least: "count" },
    es: [
      "El secreto del registro tiene {found} bytes; se piden al menos {least}.",
      "Con un secreto corto se podrían probar todos y saber quién es quién.",
      "Use un secreto al azar de ese largo.",
    ],
    en: [
      "The registry's secret has {found} bytes; at least {least} are asked for.",
      "A short secret could be found by trying all, and tell who is who.",
      "Use a random secret of that length.",
    ],
  },
  "application-range": {
    params: { row: "id" },
    es: [
      "La postulación de la fila {row} tiene un dato fuera de rango.",
      "El puntaje cabe en 64 bits, cupos y tamaño en 16, y los resúmenes son de 32 bytes en minúsculas.",
      "Corrija la fila y repita.",
    ],
    en: [
      "The application in row {row} has a value out of range.",
      "Scores fit 64 bits, slots and sizes 16, and digests are 32 bytes in lower case.",
      "Correct the row and repeat.",
    ],
  },
} as const satisfies Catalogue;
