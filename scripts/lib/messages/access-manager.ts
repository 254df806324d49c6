import type { Catalogue } from "./types.ts";

/** Custom errors of OpenZeppelin's AccessManager. */
export const accessManagerMessages = {
  AccessManagerAlreadyScheduled: {
    params: { operationId: "digest" },
    es: [
      "La operación {operationId} ya está programada.",
      "No vence todavía y no se puede programar dos veces.",
      "Espere y ejecútela.",
    ],
    en: [
      "The operation {operationId} is already scheduled.",
      "It has not expired and cannot be scheduled twice.",
      "Wait and run it.",
    ],
  },
  AccessManagerNotScheduled: {
    params: { operationId: "digest" },
    es: ["La operación {operationId} no está programada.", "Nunca se anunció, o ya se ejecutó.", "Prográmela."],
    en: ["The operation {operationId} is not scheduled.", "It was never announced, or has run.", "Schedule it."],
  },
  AccessManagerNotReady: {
    params: { operationId: "digest" },
    es: [
      "La operación {operationId} todavía no se puede ejecutar.",
      "No se cumple la espera desde su anuncio.",
      "Repita cuando se cumpla.",
    ],
    en: [
      "The operation {operationId} cannot run yet.",
      "The delay since its announcement is not over.",
      "Repeat when it is.",
    ],
  },
  AccessManagerExpired: {
    params: { operationId: "digest" },
    es: [
      "La operación {operationId} venció.",
      "No se ejecutó dentro del plazo posterior a su espera.",
      "Prográmela de nuevo.",
    ],
    en: [
      "The operation {operationId} has expired.",
      "It was not run within the time after its delay.",
      "Schedule it again.",
    ],
  },
  AccessManagerUnauthorizedAccount: {
    params: { account: "address", roleId: "id" },
    es: [
      "La cuenta {account} no tiene el cargo {roleId}.",
      "Solo ese cargo puede cambiar lo pedido.",
      "Úsela desde la cuenta de ese cargo.",
    ],
    en: [
      "The account {account} does not hold office {roleId}.",
      "Only that office may change what was asked.",
      "Run it from that office's account.",
    ],
  },
  AccessManagerUnauthorizedCall: {
    params: { caller: "address", target: "address", selector: "digest" },
    es: [
      "La cuenta {caller} no puede usar la función {selector} de {target}.",
      "No tiene el cargo, o intenta antes de tiempo.",
      "Revise la tabla de roles.",
    ],
    en: [
      "The account {caller} may not use function {selector} of {target}.",
      "It does not hold the office, or tries too early.",
      "Check the role table.",
    ],
  },
  AccessManagerUnauthorizedCancel: {
    params: { sender: "address", caller: "address", target: "address", selector: "digest" },
    es: [
      "La cuenta {sender} no puede anular la función {selector} de {target} programada por {caller}.",
      "Solo pueden quien la programó, su guardián o el administrador.",
      "Pídalo a uno de ellos.",
    ],
    en: [
      "The account {sender} may not cancel function {selector} of {target} scheduled by {caller}.",
      "Only its scheduler, its guardian or the administrator may.",
      "Ask one of them.",
    ],
  },
  AccessManagerUnauthorizedConsume: {
    params: { target: "address" },
    es: [
      "El contrato {target} no puede consumir una operación programada.",
      "Solo lo hace el contrato al que la operación se dirige.",
      "Llame a la función en ese contrato.",
    ],
    en: [
      "The contract {target} may not consume a scheduled operation.",
      "Only the contract it is addressed to does.",
      "Call the function on that contract.",
    ],
  },
  AccessManagerLockedRole: {
    params: { roleId: "id" },
    es: ["El cargo {roleId} no se puede modificar.", "Es el administrador o el público.", "Use otro cargo."],
    en: ["Office {roleId} cannot be changed.", "It is the administrator or the public.", "Use another office."],
  },
  AccessManagerLockedFunction: {
    params: { selector: "digest" },
    es: ["La función {selector} no se puede asignar.", "Está reservada por el AccessManager.", "Asigne otra función."],
    en: ["Function {selector} cannot be assigned.", "The AccessManager reserves it.", "Assign another function."],
  },
  AccessManagerInvalidInitialAdmin: {
    params: { initialAdmin: "address" },
    es: ["El administrador inicial no puede ser {initialAdmin}.", "Es la dirección cero.", "Indique una cuenta."],
    en: ["The first administrator cannot be {initialAdmin}.", "It is the zero address.", "Name an account."],
  },
  AccessManagerBadConfirmation: {
    params: {},
    es: [
      "La renuncia no está confirmada.",
      "Quien renuncia debe indicar su propia cuenta.",
      "Repita con la cuenta que firma.",
    ],
    en: [
      "The renunciation is not confirmed.",
      "Whoever renounces must state its own account.",
      "Repeat with the signing account.",
    ],
  },
} as const satisfies Catalogue;
