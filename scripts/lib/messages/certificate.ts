import type { Catalogue } from "./types.ts";

/** Custom errors of the certificates that a milestone may require before payment. */
export const certificateMessages = {
  Certificate_NotRequired: {
    params: { id: "digest", index: "ordinal", kind: "ordinal" },
    es: [
      "El hito {index} no exige el certificado {kind}.",
      "Cada hito declara los suyos en el calendario.",
      "Revise los términos.",
    ],
    en: [
      "Milestone {index} does not require certificate {kind}.",
      "Each milestone states its own in the schedule.",
      "Check the terms.",
    ],
  },
  Certificate_NotAccepted: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "Del hito {index} no hay nada aceptado y sin pagar.",
      "El certificado se pide después de la recepción conforme, expresa o por silencio.",
      "Espere la recepción del hito.",
    ],
    en: [
      "Nothing of milestone {index} is accepted and unpaid.",
      "Certificates are requested after acceptance, given or by silence.",
      "Wait for the milestone's acceptance.",
    ],
  },
  Certificate_AlreadyRequested: {
    params: { id: "digest", index: "ordinal", kind: "ordinal" },
    es: [
      "El certificado {kind} del hito {index} ya se pidió.",
      "Se pide una vez.",
      "Espere la respuesta de la oficina o el fin de su plazo.",
    ],
    en: [
      "Certificate {kind} of milestone {index} has been requested.",
      "It is requested once.",
      "Wait for the office's answer or the end of its window.",
    ],
  },
  Certificate_NotTheRequester: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} todavía no puede pedir el certificado.",
      "Los primeros treinta días desde la entrega lo piden solo el proveedor o el dueño del crédito; después, cualquiera.",
      "Use una de esas cuentas o espere.",
    ],
    en: [
      "The account {caller} may not request the certificate yet.",
      "In the first thirty days after delivery only the supplier or the receivable's holder may; then anyone.",
      "Use one of those accounts or wait.",
    ],
  },
  Certificate_NotTheOffice: {
    params: { id: "digest", kind: "ordinal", caller: "address" },
    es: [
      "La cuenta {caller} no es la oficina del certificado {kind}.",
      "Los términos nombran la oficina de cada certificado.",
      "Use la cuenta de esa oficina.",
    ],
    en: [
      "The account {caller} is not the office of certificate {kind}.",
      "The terms name the office of each certificate.",
      "Use that office's account.",
    ],
  },
  Certificate_NotPending: {
    params: { id: "digest", index: "ordinal", kind: "ordinal" },
    es: [
      "El certificado {kind} del hito {index} no espera respuesta.",
      "No se pidió, ya se respondió, o venció el plazo y el silencio lo otorgó.",
      "Revise su estado.",
    ],
    en: [
      "Certificate {kind} of milestone {index} awaits no answer.",
      "It was not requested, was answered, or the window ended and silence granted it.",
      "Check its state.",
    ],
  },
} as const satisfies Catalogue;
