import type { Text } from "./text.ts";

/** Refusals about the plan, its journal and the lock. */
export const JOURNAL_MESSAGES = {
  "plan-empty": {
    es: "El plan {plan} no tiene pasos.",
    en: "Plan {plan} has no steps.",
  },
  "plan-step-bad": {
    es: "El paso {key} del plan {plan} no es válido: {reason}",
    en: "Step {key} of plan {plan} is not valid: {reason}",
  },
  "plan-changed": {
    es: "El paso {key} ya figura en el diario {path} con otro contenido. Use otro diario o reconstruya este.",
    en: "Step {key} is already in journal {path} with other contents. Use another journal or rebuild this one.",
  },
  "journal-corrupt": {
    es: "El diario {path} está dañado en la línea {line}: {reason} No se envió nada; pida reconstruirlo desde la cadena.",
    en: "Journal {path} is damaged at line {line}: {reason} Nothing was sent; ask to rebuild it from the chain.",
  },
  "journal-foreign": {
    es: "El diario {path} es de otra {what}: dice {found} y aquí es {expected}. No se envió nada.",
    en: "Journal {path} belongs to another {what}: it says {found}, here it is {expected}. Nothing was sent.",
  },
  "journal-torn": {
    es: "La última línea del diario {path} quedó a medio escribir; se descarta, pues nada se envió después de ella.",
    en: "The last line of journal {path} was left half written; it is dropped, as nothing was sent after it.",
  },
  "journal-raced": {
    es: "Otro proceso escribió en el diario {path}. La ejecución se detiene.",
    en: "Another process wrote to journal {path}. The run stops.",
  },
  "write-failed": {
    es: "No se pudo escribir {path}: {reason}. Lo que había antes está intacto.",
    en: "{path} could not be written: {reason}. What was there before is intact.",
  },
  "rebuild-needs-start": {
    es: "Para reconstruir el diario {path} falta el primer nonce del plan (fromNonce): el paso {key} no sabe preguntar su efecto a la cadena.",
    en: "To rebuild journal {path} the plan's first nonce (fromNonce) is needed: step {key} cannot ask the chain for its effect.",
  },
  "rebuild-not-deep": {
    es: "La cuenta tiene transacciones con menos de {confirmations} confirmaciones. Espere y reconstruya después.",
    en: "The account has transactions with fewer than {confirmations} confirmations. Wait, then rebuild.",
  },
  locked: {
    es: "Otra ejecución está usando la cuenta {account} en este equipo (bloqueo {path}). No se envió nada.",
    en: "Another run is using account {account} on this machine (lock {path}). Nothing was sent.",
  },
  "lock-lost": {
    es: "Se perdió el bloqueo {path}: otro proceso pudo tomarlo. La ejecución se detiene.",
    en: "Lock {path} was lost: another process may hold it. The run stops.",
  },
} as const satisfies Record<string, Text>;
