import type { Tellings } from "./telling.ts";

/** Fines, disputes and change orders. */
export const courtTellings = {
  fineNoticed: {
    params: { number: "id", days: "count", amount: "amount" },
    es: "La inspección notifica una multa de {amount} por {days} días de atraso en el hito {number}; el contrato la calcula.",
    en: "The inspector notices a fine of {amount} for {days} days of delay in milestone {number}; the contract computes it.",
  },
  setAside: {
    params: { amount: "amount" },
    es: "Mientras tanto {amount} de la retención quedan apartados.",
    en: "Meanwhile {amount} of the retention are set aside.",
  },
  returnedAside: {
    params: { amount: "amount" },
    es: "{amount} que estaban apartados vuelven a la retención.",
    en: "{amount} that were set aside are retention again.",
  },
  fineDefended: {
    params: { supplier: "entity" },
    es: "{supplier} presenta sus descargos.",
    en: "{supplier} presents its defence.",
  },
  fineDecided: {
    params: { buyer: "entity", amount: "amount" },
    es: "{buyer} decide: la multa queda en {amount}. Se puede apelar.",
    en: "{buyer} decides: the fine stands at {amount}. It can be appealed.",
  },
  fineDismissed: {
    params: { buyer: "entity" },
    es: "{buyer} acoge los descargos y deja la multa sin efecto.",
    en: "{buyer} grants the defence and drops the fine.",
  },
  appealed: {
    params: { supplier: "entity" },
    es: "{supplier} apela.",
    en: "{supplier} appeals.",
  },
  fineReviewed: {
    params: { amount: "amount" },
    es: "Quien revisa deja la multa en {amount}.",
    en: "The reviewer sets the fine at {amount}.",
  },
  fineAnnulled: {
    params: {},
    es: "Quien revisa deja la multa sin efecto.",
    en: "The reviewer annuls the fine.",
  },
  fineFinal: {
    params: {},
    es: "La multa está firme y se cobra. Lo cobrado vuelve a la línea.",
    en: "The fine is final and is collected. What is collected returns to the line.",
  },
  fineFromRetention: {
    params: { amount: "amount" },
    es: "{amount} salen de la retención.",
    en: "{amount} come from retention.",
  },
  fineFromBond: {
    params: { amount: "amount" },
    es: "{amount} salen de la garantía de fiel cumplimiento.",
    en: "{amount} come from the performance bond.",
  },
  fineFromPayments: {
    params: { amount: "amount" },
    es: "{amount} se descontarán de los próximos pagos.",
    en: "{amount} will be taken from the next payments.",
  },
  fineClosed: {
    params: {},
    es: "La multa termina sin efecto.",
    en: "The fine ends without effect.",
  },
  disputed: {
    params: { supplier: "entity", amount: "amount", number: "id" },
    es: "{supplier} no se conforma y lleva a controversia {amount} del hito {number}; todo lo demás sigue su curso.",
    en: "{supplier} disagrees and takes {amount} of milestone {number} to dispute; all the rest goes on.",
  },
  objectedAgain: {
    params: { amount: "amount" },
    es: "Es la segunda observación: {amount} van a controversia sin más trámite.",
    en: "It is the second objection: {amount} go to dispute at once.",
  },
  refusalDisputed: {
    params: { amount: "amount" },
    es: "Esos {amount}, y nada más, quedan retenidos y van a controversia.",
    en: "These {amount}, and nothing else, are withheld and go to dispute.",
  },
  finalDisputed: {
    params: { amount: "amount" },
    es: "{amount} de la retención van a controversia; el resto se paga.",
    en: "{amount} of the retention go to dispute; the rest is paid.",
  },
  bondClaimed: {
    params: { buyer: "entity", amount: "amount" },
    es: "{buyer} reclama {amount} de la garantía de fiel cumplimiento, que no se devuelve mientras se resuelve.",
    en: "{buyer} claims {amount} of the performance bond, which is not given back until that is resolved.",
  },
  buyerOffers: {
    params: { buyer: "entity", amount: "amount" },
    es: "{buyer} ofrece pagar {amount} y terminar.",
    en: "{buyer} offers to pay {amount} and end it.",
  },
  supplierOffers: {
    params: { supplier: "entity", amount: "amount" },
    es: "{supplier} se conformaría con {amount}.",
    en: "{supplier} would settle for {amount}.",
  },
  settled: {
    params: { amount: "amount", supplier: "entity" },
    es: "Las partes se avienen: de lo disputado, {amount} son para {supplier}.",
    en: "The parties settle: of what was in dispute, {amount} go to {supplier}.",
  },
  ruled: {
    params: { amount: "amount", supplier: "entity" },
    es: "El árbitro falla: de lo disputado, {amount} son para {supplier}.",
    en: "The arbiter rules: of what was in dispute, {amount} go to {supplier}.",
  },
  defaulted: {
    params: { amount: "amount", supplier: "entity" },
    es: "Ningún árbitro falló a tiempo y rige lo publicado: de lo disputado, {amount} son para {supplier}.",
    en: "No arbiter ruled in time and the published rule applies: of what was in dispute, {amount} go to {supplier}.",
  },
  released: {
    params: { amount: "amount" },
    es: "{amount} vuelven a la línea.",
    en: "{amount} return to the line.",
  },
  unearned: {
    params: { amount: "amount" },
    es: "{amount} que se habían anticipado se cobran de su garantía.",
    en: "{amount} that had been advanced are taken from their bond.",
  },
  changed: {
    params: { number: "id", due: "day" },
    es: "Ambas partes firman una modificación del hito {number}, que vence ahora el {due}.",
    en: "Both sides sign a change order for milestone {number}, now due on {due}.",
  },
  increased: {
    params: { amount: "amount" },
    es: "El contrato sube en {amount}, que quedan comprometidos de inmediato.",
    en: "The contract rises by {amount}, which are committed at once.",
  },
  decreased: {
    params: { amount: "amount" },
    es: "El contrato baja en {amount}.",
    en: "The contract falls by {amount}.",
  },
} as const satisfies Tellings;
