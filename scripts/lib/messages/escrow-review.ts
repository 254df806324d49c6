import type { Catalogue } from "./types.ts";

/** Custom errors of a contract in execution: review, payment, objection, assignment, closing. */
export const escrowReviewMessages = {
  Escrow_NotUnderReview: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} no está en revisión.",
      "No se ha entregado, ya se revisó, o pasaron ocho días y el silencio lo aceptó (Ley 19.983, art. 3).",
      "Revise el estado del hito.",
    ],
    en: [
      "Milestone {index} is not under review.",
      "It was not delivered, was reviewed, or eight days passed and silence accepted it (Ley 19.983, art. 3).",
      "Check the milestone's state.",
    ],
  },
  Escrow_EvidenceMismatch: {
    params: { id: "digest", index: "ordinal", evidence: "digest" },
    es: [
      "El documento indicado no es el que se entregó en el hito {index}.",
      "El inspector se pronuncia sobre la entrega exacta que tiene a la vista.",
      "Use el documento de la última entrega.",
    ],
    en: [
      "The document named is not the one delivered for milestone {index}.",
      "The inspector judges the exact delivery at hand.",
      "Use the document of the last delivery.",
    ],
  },
  Escrow_AmountOutOfRange: {
    params: { id: "digest", amount: "amount", most: "amount" },
    es: [
      "El monto {amount} no se puede tomar.",
      "Debe ser mayor que cero y a lo más {most}, que es lo que queda por resolver.",
      "Indique un monto dentro de ese límite.",
    ],
    en: [
      "The amount {amount} cannot be taken.",
      "It must be above zero and at most {most}, which is what is left to decide.",
      "State an amount within that limit.",
    ],
  },
  Escrow_NothingPayable: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} no tiene nada por pagar ahora.",
      "No se ha entregado o aceptado, o ya se pagó todo lo aceptado.",
      "Revise el estado del hito.",
    ],
    en: [
      "Milestone {index} has nothing to pay now.",
      "It was not delivered or accepted, or all that was accepted is paid.",
      "Check the milestone's state.",
    ],
  },
  Escrow_CertificatesMissing: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "Al hito {index} le falta un certificado.",
      "Se paga cuando la oficina lo otorga, o cuando calla más allá de su plazo.",
      "Solicite el certificado, o espere el plazo de la oficina.",
    ],
    en: [
      "Milestone {index} lacks a certificate.",
      "It is paid once the office grants it, or stays silent past its window.",
      "Request the certificate, or wait for the office's window.",
    ],
  },
  Escrow_NotObjected: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} no tiene una objeción por responder.",
      "Nada se objetó, se volvió a entregar, o ya está en controversia.",
      "Revise el estado del hito.",
    ],
    en: [
      "Milestone {index} has no objection to answer.",
      "Nothing was objected to, it was delivered again, or it is disputed already.",
      "Check the milestone's state.",
    ],
  },
  Escrow_WindowOpen: {
    params: { id: "digest", index: "ordinal", until: "date" },
    es: [
      "El proveedor todavía puede responder la objeción al hito {index}.",
      "Tiene plazo hasta el {until}.",
      "Repita después.",
    ],
    en: [
      "The supplier can still answer the objection to milestone {index}.",
      "It has time until {until}.",
      "Repeat afterwards.",
    ],
  },
  Escrow_WindowClosed: {
    params: { id: "digest", index: "ordinal", until: "date" },
    es: [
      "Terminó el plazo para responder la objeción al hito {index}.",
      "Venció el {until} y la objeción queda firme.",
      "Lo objetado vuelve a la línea presupuestaria.",
    ],
    en: [
      "The time to answer the objection to milestone {index} is over.",
      "It ended on {until} and the objection stands.",
      "The objected part returns to the budget line.",
    ],
  },
  Escrow_NoAdvance: {
    params: { id: "digest" },
    es: [
      "No hay un anticipo que girar.",
      "Los términos no lo dan, ya se giró, o queda por pagar menos que el anticipo.",
      "Revise los términos.",
    ],
    en: [
      "There is no advance to draw.",
      "The terms grant none, it was drawn, or less than the advance is left to pay.",
      "Check the terms.",
    ],
  },
} as const satisfies Catalogue;
