import type { Labels } from "../../messages/types.ts";

/** What can be false in a result, in the order of `Result.Falsehood`. */
export const FALSEHOODS = {
  es: [
    "una postulación que no participa o tiene otro cupo",
    "el orden de dos postulaciones",
    "una postulación que falta",
    "el corte de un cupo lleno",
    "las viviendas que piden los comités",
    "el comité que no cupo",
    "un comité rechazado que no se nombra",
  ],
  en: [
    "an entry that does not take part or has another slot",
    "the order of two entries",
    "a household that is absent",
    "the cutoff of a full slot",
    "the homes that the committees need",
    "the committee that did not fit",
    "a committee that was refused and is not named",
  ],
} as const satisfies Labels;

/** How a posted result stands, in the order of `Result.State`. */
export const POSTING_STATES = {
  es: ["no existe", "está en pie", "se probó falso", "tiene su garantía devuelta"],
  en: ["does not exist", "stands", "was proven false", "has its bond back"],
} as const satisfies Labels;
