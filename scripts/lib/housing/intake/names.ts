import type { Labels } from "../../messages/types.ts";

/** Why something else than the roll stands for a household, in the order of `Intake.Kind`. */
export const FACT_KINDS = {
  es: [
    "nada",
    "una omisión probada",
    "una diferencia probada",
    "una duplicación probada",
    "una persona en dos hogares",
    "una inclusión pedida que nadie mostró",
    "una resolución",
  ],
  en: [
    "nothing",
    "a proven omission",
    "a proven difference",
    "a proven duplicate",
    "a person of two households",
    "an inclusion that was demanded in vain",
    "a ruling",
  ],
} as const satisfies Labels;

/** Why a corrected roll does not count, in the order of `Intake.Fault`. */
export const CORRECTION_FAULTS = {
  es: [
    "no se ha presentado",
    "omite un hogar",
    "dice otra cosa de un hogar",
    "agrega un hogar",
    "no está en orden",
    "nombra a una persona en dos hogares",
    "un integrante de una comisión la objetó",
  ],
  en: [
    "it did not come",
    "it omits a household",
    "it says something else about a household",
    "it adds a household",
    "it is out of order",
    "it names a person in two households",
    "a member of a board objected to it",
  ],
} as const satisfies Labels;
