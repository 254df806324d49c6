import type { Catalogue } from "./types.ts";

/** What can be wrong between the fields of a tender's file whatever the chain says. */
export const tenderFileMessages = {
  "tender-timetable": {
    params: {},
    es: [
      "El calendario se escribe una vez: con fechas (calendario) o con plazos (plazos).",
      "Dos calendarios podrían decir cosas distintas, y sin ninguno no hay fechas.",
      "Deje uno de los dos.",
    ],
    en: [
      "The timetable is written once: with dates (calendario) or with terms (plazos).",
      "Two timetables might differ, and without one there are no dates.",
      "Keep one of the two.",
    ],
  },
  "tender-scale": {
    params: { field: "own" },
    es: [
      "El campo {field} falta o sobra en este criterio.",
      "Los criterios declarado y social llevan dato, sinPuntaje y todoElPuntaje; los demás, ninguno.",
      "Corrija el criterio.",
    ],
    en: [
      "The field {field} is missing from this criterion, or too much.",
      "The criteria declarado and social have dato, sinPuntaje and todoElPuntaje; the others none.",
      "Correct the criterion.",
    ],
  },
  "tender-region": {
    params: {},
    es: [
      "Falta la región del criterio local.",
      "La preferencia es para los proveedores de una región (Ley 19.886, art. 61).",
      "Agregue evaluacion.region.",
    ],
    en: [
      "The region of the local criterion is missing.",
      "The preference is for suppliers of one region (Ley 19.886, art. 61).",
      "Add evaluacion.region.",
    ],
  },
} as const satisfies Catalogue;
