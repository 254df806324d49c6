import type { Catalogue } from "./types.ts";

/** Custom errors of the evaluation committee of a tender. */
export const tenderPanelMessages = {
  Panel_NotAnEvaluator: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no integra la comisión evaluadora.",
      "Las bases nombran a evaluadores y suplentes, y quien declaró un conflicto de interés queda fuera.",
      "Use la cuenta de un evaluador o de un suplente sin conflicto.",
    ],
    en: [
      "The account {caller} is not of the evaluation committee.",
      "The terms name evaluators and substitutes, and whoever declared a conflict of interest is out.",
      "Use the account of an evaluator or a substitute without a conflict.",
    ],
  },
  Panel_AlreadyConflicted: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} ya declaró su conflicto de interés.",
      "Se declara una vez y no se retira.",
      "No hace falta nada más.",
    ],
    en: [
      "The account {caller} has declared its conflict of interest.",
      "It is declared once and cannot be withdrawn.",
      "Nothing more is needed.",
    ],
  },
  Panel_NotOpened: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "La oferta técnica de {bidder} no está abierta.",
      "Solo se evalúan las ofertas que se abrieron dentro del plazo de la apertura técnica.",
      "Evalúe las ofertas abiertas.",
    ],
    en: [
      "The technical bid of {bidder} is not open.",
      "Only bids that were opened within the technical opening are evaluated.",
      "Score the opened bids.",
    ],
  },
  Panel_Score: {
    params: { id: "digest", bidder: "entity", criterion: "ordinal" },
    es: [
      "El puntaje del criterio {criterion} de la oferta de {bidder} no vale.",
      "Un criterio técnico admite de 0 a 10.000; los demás los calcula la regla y van en 0.",
      "Corrija ese puntaje y repita.",
    ],
    en: [
      "The score of criterion {criterion} of the bid of {bidder} is not valid.",
      "A technical criterion takes 0 to 10,000; the rule works out the others, which are left at 0.",
      "Correct that score and repeat.",
    ],
  },
  Panel_Lengths: {
    params: { bidders: "count", scores: "count" },
    es: [
      "Hay {bidders} ofertas y {scores} planillas de puntaje.",
      "Cada oferta lleva la suya, en el mismo orden.",
      "Complete las planillas y repita.",
    ],
    en: [
      "There are {bidders} bids and {scores} score sheets.",
      "Each bid has its own, in the same order.",
      "Complete the sheets and repeat.",
    ],
  },
  Panel_NoQuorum: {
    params: { id: "digest", complete: "count", quorum: "count" },
    es: [
      "La comisión no reunió el quórum: cuentan {complete} evaluadores y las bases exigen {quorum}.",
      "Un evaluador cuenta solo si evaluó todas las ofertas abiertas dentro del plazo.",
      "Declare desierta la licitación; las garantías vuelven.",
    ],
    en: [
      "The committee failed its quorum: {complete} evaluators count and the terms require {quorum}.",
      "An evaluator counts only if it scored every opened bid in time.",
      "End the tender as unsuccessful; the bonds return.",
    ],
  },
  Panel_Quorum: {
    params: { id: "digest", complete: "count", quorum: "count" },
    es: [
      "La comisión reunió el quórum: cuentan {complete} evaluadores y las bases exigen {quorum}.",
      "Los suplentes evalúan, y la licitación queda desierta, solo cuando el quórum falta.",
      "Calcule las medianas.",
    ],
    en: [
      "The committee has its quorum: {complete} evaluators count and the terms require {quorum}.",
      "Substitutes score, and the tender is unsuccessful, only where the quorum fails.",
      "Work out the medians.",
    ],
  },
} as const satisfies Catalogue;
