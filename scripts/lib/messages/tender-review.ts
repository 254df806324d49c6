import type { Catalogue } from "./types.ts";

/** Custom errors of complaints against the award of a tender and of the rulings on them. */
export const tenderReviewMessages = {
  Award_AlreadyComplained: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "Ya reclamó contra esta adjudicación: {bidder}.",
      "Cada oferente reclama una vez por adjudicación; todos los reclamos se resuelven juntos.",
      "Espere la resolución.",
    ],
    en: [
      "This bidder has complained against the award already: {bidder}.",
      "Each bidder complains once an award; all complaints are ruled on together.",
      "Wait for the ruling.",
    ],
  },
  Award_NotTheReviewerOf: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del revisor de la licitación.",
      "Solo el revisor que las bases nombran resuelve los reclamos.",
      "Use su cuenta.",
    ],
    en: [
      "The account {caller} is not the tender's reviewer.",
      "Only the reviewer that the terms name rules on complaints.",
      "Use its account.",
    ],
  },
  Award_NoComplaint: {
    params: { id: "digest" },
    es: [
      "No hay reclamos que resolver.",
      "Sin reclamos el revisor solo puede excluir a un adjudicatario que dejó de estar habilitado.",
      "No cabe resolución alguna.",
    ],
    en: [
      "There is no complaint to rule on.",
      "Without one the reviewer may only exclude a winner that is no longer an active supplier.",
      "No ruling is due.",
    ],
  },
  Award_NoRuling: {
    params: { id: "digest" },
    es: [
      "Falta decir qué se resuelve.",
      "El revisor confirma, excluye por una causal de las bases, o anula.",
      "Indique una de las tres.",
    ],
    en: [
      "The ruling does not say what is decided.",
      "The reviewer confirms, excludes on a ground of the terms, or annuls.",
      "State one of the three.",
    ],
  },
  Award_Ground: {
    params: { id: "digest", ground: "count", grounds: "count" },
    es: [
      "La causal {ground} no corresponde.",
      "Las exclusiones nombran una causal de las bases, de 1 a {grounds}; las demás resoluciones, ninguna (0).",
      "Indique la causal que corresponde.",
    ],
    en: [
      "The ground {ground} does not fit.",
      "An exclusion names a ground of the terms, from 1 to {grounds}; any other ruling none (0).",
      "State the right ground.",
    ],
  },
  Award_Bid: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "El acto no puede referirse a esta oferta: {bidder}.",
      "Se excluyen ofertas admisibles y vigentes, solo al excluir se nombra una, y el adjudicatario no reclama.",
      "Revise el oferente.",
    ],
    en: [
      "The act cannot concern this bid: {bidder}.",
      "Only admissible bids are excluded, only an exclusion names one, and the winner does not complain.",
      "Check the bidder.",
    ],
  },
} as const satisfies Catalogue;
