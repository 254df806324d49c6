import { PROCESS_STAGES } from "../procurement/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of fines. */
export const fineMessages = {
  Fine_AlreadyNoticed: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} ya tiene una multa en curso.",
      "Los días que siguen se notifican cuando esa termine.",
      "Siga ese procedimiento y ciérrelo.",
    ],
    en: [
      "A fine of milestone {index} is pending.",
      "Further days are noticed once that has ended.",
      "Follow that procedure and close it.",
    ],
  },
  Fine_NotLate: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} no da lugar a multa.",
      "No tiene un día completo de atraso que no se haya contado, o las multas del contrato ya llegaron a su tope.",
      "No hay nada que notificar.",
    ],
    en: [
      "Milestone {index} gives no ground for a fine.",
      "It is not late by a whole day that was not counted yet, or the contract's fines have reached their bound.",
      "There is nothing to notice.",
    ],
  },
  Fine_WrongStage: {
    params: { id: "digest", index: "ordinal", stage: PROCESS_STAGES },
    es: [
      "La multa del hito {index} no admite este paso; su etapa es: {stage}.",
      "Van en orden notificación, descargos, decisión, apelación y revisión, cada una en su plazo (Ley 19.886, art. 13 ter).",
      "Espere la etapa que corresponde.",
    ],
    en: [
      "The fine of milestone {index} does not allow this step; its stage is: {stage}.",
      "Notice, defence, decision, appeal and review follow in order, each in its window (Ley 19.886, art. 13 ter).",
      "Wait for the right stage.",
    ],
  },
  Fine_NotTheBuyer: {
    params: { id: "digest", caller: "address" },
    es: ["La cuenta {caller} no es la del comprador.", "El comprador decide las multas.", "Use su cuenta inscrita."],
    en: ["The account {caller} is not the buyer's.", "The buyer decides fines.", "Use its registered account."],
  },
  Fine_NotTheReviewer: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del revisor.",
      "Decide la apelación el revisor que los términos nombran.",
      "Use su cuenta.",
    ],
    en: [
      "The account {caller} is not the reviewer's.",
      "The reviewer that the terms name decides the appeal.",
      "Use its account.",
    ],
  },
  Fine_AmountAbove: {
    params: { id: "digest", amount: "amount", most: "amount" },
    es: [
      "La multa decidida, {amount}, es mayor que la notificada.",
      "Una decisión solo puede bajarla; a lo más son {most}.",
      "Indique un monto menor o igual.",
    ],
    en: [
      "The decided fine, {amount}, is above the noticed one.",
      "A decision can only lower it; it is at most {most}.",
      "State that amount or less.",
    ],
  },
  Fine_OtherParties: {
    params: { id: "digest", other: "digest" },
    es: [
      "El otro contrato no es entre las mismas partes.",
      "Impide cobrar la multa solo una deuda del mismo comprador con el mismo proveedor.",
      "Nombre un contrato entre ambos.",
    ],
    en: [
      "The other contract is not between the same parties.",
      "Only a debt of the same buyer to the same supplier stops a fine.",
      "Name a contract between the two.",
    ],
  },
  Fine_NoArrears: {
    params: { id: "digest", other: "digest", index: "ordinal" },
    es: [
      "El hito {index} del otro contrato no está en mora.",
      "Hay mora si algo aceptado y certificado sigue impago treinta días después de entregado.",
      "Nombre un hito en mora.",
    ],
    en: [
      "Milestone {index} of the other contract is not in arrears.",
      "There are arrears where accepted and certified work is unpaid thirty days after delivery.",
      "Name a milestone in arrears.",
    ],
  },
  Fine_BuyerInArrears: {
    params: { id: "digest", other: "digest", index: "ordinal" },
    es: [
      "La multa no se cobra: el comprador debe el hito {index} del contrato que se nombró.",
      "Quien debe no cobra multas al mismo proveedor (Ley 19.886, art. 13 ter).",
      "Pague ese hito y repita.",
    ],
    en: [
      "The fine is not collected: the buyer owes milestone {index} of the contract that was named.",
      "Who is in arrears collects no fine from the same supplier (Ley 19.886, art. 13 ter).",
      "Pay that milestone and repeat.",
    ],
  },
  Fine_AlreadyClosed: {
    params: { id: "digest", index: "ordinal" },
    es: ["La multa del hito {index} no existe o ya terminó.", "Se cierra una vez.", "No hay nada que hacer."],
    en: ["The fine of milestone {index} is not there or has ended.", "It closes once.", "There is nothing to do."],
  },
} as const satisfies Catalogue;
