import type { Catalogue } from "./types.ts";

/** Custom errors of a contract in execution: the contract itself and its deliveries. */
export const escrowMessages = {
  Escrow_AlreadyOpen: {
    params: { id: "digest" },
    es: [
      "Ya hay un contrato con estos mismos términos.",
      "Los términos identifican al contrato.",
      "Cambie lo que los distinga, por ejemplo su documento.",
    ],
    en: [
      "There is a contract with these very terms already.",
      "The terms identify the contract.",
      "Change what tells them apart, for example the document.",
    ],
  },
  Escrow_UnknownContract: {
    params: { id: "digest" },
    es: [
      "No hay un contrato abierto con estos términos.",
      "Nunca se abrió, o el archivo difiere del que se firmó.",
      "Use el archivo exacto del contrato.",
    ],
    en: [
      "There is no open contract with these terms.",
      "It never opened, or the file differs from the signed one.",
      "Use the contract's exact file.",
    ],
  },
  Escrow_NotTheSupplier: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del proveedor del contrato.",
      "Solo el proveedor hace esto, con la cuenta que tiene inscrita.",
      "Use su cuenta inscrita.",
    ],
    en: [
      "The account {caller} is not that of the contract's supplier.",
      "Only the supplier does this, with its registered account.",
      "Use its registered account.",
    ],
  },
  Escrow_NotTheInspector: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del inspector ni la de su suplente.",
      "Los términos nombran a ambos.",
      "Use una de esas dos cuentas.",
    ],
    en: [
      "The account {caller} is neither the inspector's nor the substitute's.",
      "The terms name both.",
      "Use one of those two accounts.",
    ],
  },
  Escrow_Ended: {
    params: { id: "digest" },
    es: [
      "El contrato no está vigente.",
      "Terminó, se ejecutó entero, o pasó su último día.",
      "Lo entregado antes sigue su curso; no se puede agregar nada.",
    ],
    en: [
      "The contract is not active.",
      "It has ended, is executed, or its last day has passed.",
      "What was delivered goes on to its end; nothing can be added.",
    ],
  },
  Escrow_NotEnded: {
    params: { id: "digest", endsAt: "date" },
    es: ["El plazo del contrato no ha terminado.", "Su último momento es el {endsAt}.", "Repita después."],
    en: ["The contract's term has not ended.", "Its last moment is {endsAt}.", "Repeat afterwards."],
  },
  Escrow_UnknownMilestone: {
    params: { id: "digest", index: "ordinal" },
    es: ["El contrato no tiene un hito {index}.", "No existe, o se suprimió.", "Revise el número del hito."],
    en: ["The contract has no milestone {index}.", "There is none, or it was dropped.", "Check its number."],
  },
  Escrow_TooEarly: {
    params: { id: "digest", index: "ordinal", notBefore: "date" },
    es: [
      "El hito {index} todavía no se puede entregar.",
      "Los términos lo admiten desde el {notBefore}.",
      "Repita desde esa fecha.",
    ],
    en: [
      "Milestone {index} cannot be delivered yet.",
      "The terms admit it from {notBefore} on.",
      "Repeat from then on.",
    ],
  },
  Escrow_NotDeliverable: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} no admite una entrega ahora.",
      "Está en revisión, aceptado, en controversia o pagado; se vuelve a entregar solo lo observado la primera vez.",
      "Revise el estado del hito.",
    ],
    en: [
      "Milestone {index} cannot be delivered now.",
      "It is under review, accepted, disputed or settled; only what was objected to the first time is delivered again.",
      "Check the milestone's state.",
    ],
  },
  Escrow_InvalidDocument: {
    params: { id: "digest" },
    es: [
      "Falta el documento, o su enlace es demasiado largo.",
      "Entregas, objeciones y decisiones citan un documento; el enlace tiene hasta 256 caracteres.",
      "Indique el documento.",
    ],
    en: [
      "The document is missing, or its link is too long.",
      "Deliveries, objections and decisions name a document; a link has up to 256 characters.",
      "State the document.",
    ],
  },
} as const satisfies Catalogue;
