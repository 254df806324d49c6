import { DISPUTE_STAGES } from "../procurement/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of disputes. */
export const disputeMessages = {
  Dispute_AlreadyOpen: {
    params: { id: "digest", index: "ordinal" },
    es: ["Ya hubo o hay una controversia sobre lo mismo.", "Cada asunto se lleva una vez.", "Continúe la que existe."],
    en: [
      "There is, or was, a dispute on the same matter.",
      "Each matter is taken once.",
      "Go on with the one that exists.",
    ],
  },
  Dispute_WrongStage: {
    params: { id: "digest", index: "ordinal", stage: DISPUTE_STAGES },
    es: [
      "La controversia no admite este paso; su etapa es: {stage}.",
      "Primero ofertas, luego el árbitro, luego su reemplazo, luego la regla publicada.",
      "Espere la etapa que corresponde.",
    ],
    en: [
      "The dispute does not allow this step; its stage is: {stage}.",
      "First offers, then the arbiter, then the fallback arbiter, then the published default.",
      "Wait for the right stage.",
    ],
  },
  Dispute_NotAParty: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la parte que puede hacer esto.",
      "Ofrecen y aceptan el comprador y el proveedor; reclama la garantía el comprador.",
      "Use la cuenta inscrita de la parte.",
    ],
    en: [
      "The account {caller} is not the party that may do this.",
      "Buyer and supplier offer and accept; the buyer claims the bond.",
      "Use the party's registered account.",
    ],
  },
  Dispute_NotTheArbiter: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del árbitro de esta etapa.",
      "Primero falla el árbitro de los términos; vencido su plazo, el de reemplazo.",
      "Use la cuenta del árbitro que corresponde.",
    ],
    en: [
      "The account {caller} is not the arbiter of this stage.",
      "The arbiter of the terms rules first; after that window, the fallback arbiter.",
      "Use the right arbiter's account.",
    ],
  },
  Dispute_AmountAbove: {
    params: { id: "digest", amount: "amount", most: "amount" },
    es: ["El monto {amount} es más que lo disputado.", "A lo más son {most}.", "Indique un monto menor."],
    en: ["The amount {amount} is above what is at stake.", "It is at most {most}.", "State a lower amount."],
  },
  Dispute_NoSuchOffer: {
    params: { id: "digest", amount: "amount" },
    es: [
      "La otra parte no ofrece {amount}.",
      "Se acepta el monto exacto de su última oferta.",
      "Revise la oferta vigente.",
    ],
    en: [
      "The other side does not offer {amount}.",
      "The exact amount of its last offer is accepted.",
      "Check the offer that stands.",
    ],
  },
  Dispute_BondExpired: {
    params: { id: "digest", until: "date" },
    es: [
      "No hay una garantía de fiel cumplimiento vigente que reclamar.",
      "Venció el {until}, o los términos no la exigieron.",
      "Ya no se puede reclamar.",
    ],
    en: [
      "There is no performance bond in force to claim.",
      "It expired on {until}, or the terms asked for none.",
      "It can no longer be claimed.",
    ],
  },
} as const satisfies Catalogue;
