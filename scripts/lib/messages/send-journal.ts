import type { Catalogue } from "./types.ts";

/** Stops of the sending layer over a plan, its journal and the lock. */
export const sendJournalMessages = {
  "plan-empty": {
    params: { plan: "own" },
    es: ["El plan {plan} no tiene pasos.", "No habría nada que enviar.", "Informe la orden que lo hizo."],
    en: ["Plan {plan} has no steps.", "There would be nothing to send.", "Report the command that made it."],
  },
  "plan-step-bad": {
    params: { key: "own", plan: "own", reason: "reason" },
    es: [
      "El paso {key} del plan {plan} no es válido: {reason}.",
      "Cada paso lleva una clave única, una dirección, sus datos y un valor.",
      "Corrija el paso.",
    ],
    en: [
      "Step {key} of plan {plan} is not valid: {reason}.",
      "Each step has a unique key, an address, its data and a value.",
      "Correct the step.",
    ],
  },
  "plan-changed": {
    params: { key: "own", path: "own" },
    es: [
      "El paso {key} ya figura en el diario {path} con otro contenido.",
      "El plan cambió después de empezar a enviarse.",
      "Use otro diario, o repita con --rebuild.",
    ],
    en: [
      "Step {key} is already in journal {path} with other contents.",
      "The plan changed after it began to be sent.",
      "Use another journal, or repeat with --rebuild.",
    ],
  },
  "journal-corrupt": {
    params: { path: "own", line: "id", reason: "reason" },
    es: [
      "El diario {path} está dañado en la línea {line}: {reason}.",
      "Fue cambiado a mano, o falló el disco; no se envió nada.",
      "Repita con --rebuild para rehacerlo desde la cadena.",
    ],
    en: [
      "Journal {path} is damaged at line {line}: {reason}.",
      "It was changed by hand, or the disk failed; nothing was sent.",
      "Repeat with --rebuild to make it anew from the chain.",
    ],
  },
  "journal-foreign": {
    params: { path: "own", what: "own", found: "own", expected: "own" },
    es: [
      "El diario {path} es de otra {what}: dice {found} y aquí es {expected}.",
      "Un diario vale para una cadena, una cuenta y un plan; no se envió nada.",
      "Use el diario que corresponde.",
    ],
    en: [
      "Journal {path} belongs to another {what}: it says {found}, here it is {expected}.",
      "A journal is for one chain, one account and one plan; nothing was sent.",
      "Use the journal that belongs here.",
    ],
  },
  "journal-raced": {
    params: { path: "own" },
    es: [
      "Otro proceso escribió en el diario {path}.",
      "Dos ejecuciones no pueden compartir un diario.",
      "Espere a que termine la otra y repita.",
    ],
    en: [
      "Another process wrote to journal {path}.",
      "Two runs cannot share a journal.",
      "Wait for the other to end and repeat.",
    ],
  },
  "rebuild-needs-start": {
    params: { key: "own", path: "own" },
    es: [
      "Para rehacer el diario {path} falta el primer nonce del plan.",
      "El paso {key} no sabe preguntar su efecto a la cadena.",
      "Indique el nonce con que empezó el plan.",
    ],
    en: [
      "To rebuild journal {path} the plan's first nonce is needed.",
      "Step {key} cannot ask the chain for its effect.",
      "Give the nonce with which the plan began.",
    ],
  },
  "rebuild-not-deep": {
    params: { confirmations: "count" },
    es: [
      "La cuenta tiene transacciones con menos de {confirmations} confirmaciones.",
      "Una reorganización todavía podría sacarlas de la cadena.",
      "Espere unos bloques y repita.",
    ],
    en: [
      "The account has transactions with fewer than {confirmations} confirmations.",
      "A reorganisation could still take them off the chain.",
      "Wait for some blocks and repeat.",
    ],
  },
  locked: {
    params: { account: "address", path: "own" },
    es: [
      "Otra ejecución está usando la cuenta {account} en este equipo.",
      "Su bloqueo es {path}; no se envió nada.",
      "Espere a que termine y repita.",
    ],
    en: [
      "Another run is using account {account} on this machine.",
      "Its lock is {path}; nothing was sent.",
      "Wait for it to end and repeat.",
    ],
  },
  "lock-lost": {
    params: { path: "own" },
    es: [
      "Se perdió el bloqueo {path}.",
      "El equipo estuvo detenido y otro proceso pudo tomarlo.",
      "Repita la orden: nada se envía dos veces.",
    ],
    en: [
      "Lock {path} was lost.",
      "The machine was held up and another process may have taken it.",
      "Repeat the command: nothing is sent twice.",
    ],
  },
} as const satisfies Catalogue;
