import { FALSEHOODS } from "../housing/results/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of refuting the result of a housing round. */
export const housingRefutationMessages = {
  Result_Exhibit: {
    params: { id: "digest", number: "id" },
    es: [
      "Lo que se muestra no es del resultado {number} del llamado {id}.",
      "Cortes, listas y comités se comparan con la huella de lo publicado.",
      "Tómelos de lo publicado, sin cambios.",
    ],
    en: [
      "What is shown is not of result {number} of call {id}.",
      "Cutoffs, lists and committees are compared with the digest of what was posted.",
      "Take them from what was posted, unchanged.",
    ],
  },
  Result_NotListed: {
    params: { id: "digest", slot: "ordinal", index: "id" },
    es: [
      "La postulación {index} no está en ese lugar de la lista del cupo {slot}, en el llamado {id}.",
      "Se objeta lo que el resultado dice, en el lugar en que lo dice.",
      "Revise la posición.",
    ],
    en: [
      "Application {index} is not at that place of the list of slot {slot}, in call {id}.",
      "What a result says is refuted at the place where it says it.",
      "Check the position.",
    ],
  },
  Result_NotMisfit: {
    params: { id: "digest", index: "id" },
    es: [
      "El resultado no nombra la postulación {index} del llamado {id} como el comité que no cupo.",
      "Se objeta al que nombra, si nombra alguno.",
      "Revise el comité.",
    ],
    en: [
      "The result does not name application {index} of call {id} as the committee that did not fit.",
      "The one that it names is refuted, if it names one.",
      "Check the committee.",
    ],
  },
  Result_NotProven: {
    params: { id: "digest", index: "id" },
    es: [
      "No se probó que esa postulación sea la {index} del llamado {id}.",
      "Toda postulación se prueba contra la nómina, o es una agregada que participa.",
      "Revise la postulación, su lugar y su prueba.",
    ],
    en: [
      "It was not proven that this application is number {index} of call {id}.",
      "Each is proven against the roll, or is an added one that takes part.",
      "Check the application, its place and its proof.",
    ],
  },
  Result_Proofs: {
    params: { id: "digest", given: "count", expected: "count" },
    es: [
      "Se dieron {given} pruebas; en el llamado {id} hacen falta {expected}.",
      "Las viviendas de un cupo se cuentan con todas sus postulaciones y el comité que no cupo.",
      "Dé la prueba de cada una, en su orden.",
    ],
    en: [
      "{given} proofs were given; in call {id} {expected} are needed.",
      "The homes of a slot are counted with all of its applications and the committee that did not fit.",
      "Give the proof of each, in their order.",
    ],
  },
  Result_True: {
    params: { id: "digest", number: "id", falsehood: FALSEHOODS },
    es: [
      "El resultado {number} del llamado {id} no es falso en esto: {falsehood}.",
      "La prueba muestra lo que el resultado dice.",
      "Busque otra falta, si la hay.",
    ],
    en: [
      "Result {number} of call {id} is not false in this: {falsehood}.",
      "The proof shows what the result says.",
      "Look for another fault, if there is one.",
    ],
  },
} as const satisfies Catalogue;
