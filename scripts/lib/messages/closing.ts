import type { Catalogue } from "./types.ts";

/** Custom errors of assignments of receivables, retention, final acceptance and return of bonds. */
export const closingMessages = {
  Escrow_NothingHeld: {
    params: { id: "digest" },
    es: [
      "No queda nada que devolver.",
      "La retención o la garantía ya se pagó, se devolvió, se cobró o nunca existió.",
      "Revise los saldos del contrato.",
    ],
    en: [
      "There is nothing left to return.",
      "The retention or the bond was paid, returned or collected, or never was.",
      "Check the contract's balances.",
    ],
  },
  Escrow_NotTheHolder: {
    params: { id: "digest", index: "ordinal", caller: "address" },
    es: [
      "La cuenta {caller} no es dueña del crédito del hito {index}.",
      "Lo cede solo el proveedor o el último cesionario.",
      "Use la cuenta de su dueño.",
    ],
    en: [
      "The account {caller} does not hold the receivable of milestone {index}.",
      "Only the supplier or the last assignee assigns it.",
      "Use its holder's account.",
    ],
  },
  Escrow_AssigneeUnknown: {
    params: { id: "digest", assignee: "entity" },
    es: [
      "El cesionario no está en el Registro: {assignee}.",
      "Un crédito se cede solo a una entidad inscrita.",
      "Inscriba al cesionario primero.",
    ],
    en: [
      "The assignee is not in the Registry: {assignee}.",
      "A receivable is assigned only to a registered entity.",
      "Register the assignee first.",
    ],
  },
  Closing_NotCompleted: {
    params: { id: "digest" },
    es: [
      "El contrato no está ejecutado.",
      "La recepción definitiva viene cuando no queda nada por pagar ni liberar.",
      "Resuelva antes lo pendiente.",
    ],
    en: [
      "The contract is not completed.",
      "Final acceptance comes when nothing is left to pay or release.",
      "Settle what is pending first.",
    ],
  },
  Closing_FinalAcceptance: {
    params: { id: "digest", from: "date", until: "date" },
    es: [
      "La recepción definitiva no admite este paso ahora.",
      "El inspector se pronuncia una vez, después del {from} y hasta el {until}; su silencio es recepción.",
      "Repita en la fecha que corresponda.",
    ],
    en: [
      "Final acceptance does not allow this step now.",
      "The inspector acts once, after {from} and until {until}; silence is acceptance.",
      "Repeat at the right date.",
    ],
  },
  Closing_BondHeld: {
    params: { id: "digest", until: "date" },
    es: [
      "La garantía de fiel cumplimiento todavía no se devuelve.",
      "Vence el {until}; después la retiene solo un reclamo, multa o término que esté pendiente.",
      "Espere el vencimiento y la decisión pendiente.",
    ],
    en: [
      "The performance bond is not returned yet.",
      "It expires on {until}; after that only a pending claim, fine or termination keeps it.",
      "Wait for the expiry and the pending decision.",
    ],
  },
} as const satisfies Catalogue;
