import type { Text } from "./text.ts";

/** Refusals about a step and the account that sends it. */
export const STEP_MESSAGES = {
  "foreign-transaction": {
    es: "La cuenta {account} envió otra transacción: el diario esperaba el nonce {expected} y la cadena va en {found}. La ejecución se detiene.",
    en: "Account {account} sent another transaction: the journal expected nonce {expected} and the chain is at {found}. The run stops.",
  },
  "foreign-pending": {
    es: "La cuenta {account} tiene transacciones pendientes que no son de este diario (nonce esperado {expected}, encontrado {found}).",
    en: "Account {account} has pending transactions that are not of this journal (nonce expected {expected}, found {found}).",
  },
  "nonce-replaced": {
    es: "El nonce {nonce} del paso {key} lo usó otra transacción ({hash}). La ejecución se detiene.",
    en: "Nonce {nonce} of step {key} was used by another transaction ({hash}). The run stops.",
  },
  "nonce-gap": {
    es: "Falta el nonce {found}: el paso {key} espera con el nonce {nonce} y no podrá incluirse. La ejecución se detiene.",
    en: "Nonce {found} is missing: step {key} waits with nonce {nonce} and cannot be included. The run stops.",
  },
  "step-refused": {
    es: "La cadena rechazaría el paso {key}: {reason} No se envió.",
    en: "The chain would refuse step {key}: {reason} It was not sent.",
  },
  "step-failed": {
    es: "El paso {key} falló en la cadena (transacción {hash}): {reason}",
    en: "Step {key} failed on the chain (transaction {hash}): {reason}",
  },
  "step-reason-unknown": {
    es: "sin motivo conocido.",
    en: "no known reason.",
  },
  "step-out-of-gas": {
    es: "se agotó el gas ({gas}).",
    en: "it ran out of gas ({gas}).",
  },
  "gas-over-cap": {
    es: "El paso {key} necesita más gas que el máximo por transacción ({cap}). Divida el lote.",
    en: "Step {key} needs more gas than the maximum for one transaction ({cap}). Split the batch.",
  },
  "fee-over-cap": {
    es: "La red cobra {found} wei por gas y el tope es {cap}. La ejecución se detiene; los pasos restantes siguen pendientes.",
    en: "The network charges {found} wei per gas and the cap is {cap}. The run stops; the remaining steps are still to do.",
  },
  "deadline-passed": {
    es: "El plazo del paso {key} venció: la hora de la cadena es {now} y el plazo era {deadline} (segundos Unix).",
    en: "The deadline of step {key} has passed: chain time is {now} and the deadline was {deadline} (Unix seconds).",
  },
  "done-check-failed": {
    es: "No se pudo preguntar a la cadena si el paso {key} ya está hecho: {reason}",
    en: "The chain could not be asked whether step {key} is already done: {reason}",
  },
  "signing-failed": {
    es: "No se pudo firmar el paso {key}: {reason}",
    en: "Step {key} could not be signed: {reason}",
  },
  "signed-otherwise": {
    es: "La firma del paso {key} no es de la cuenta {account} o no es lo que se pidió firmar.",
    en: "The signature of step {key} is not by account {account} or is not what was asked for.",
  },
  "node-refused": {
    es: "El nodo rechazó el paso {key}: {reason}",
    en: "The node refused step {key}: {reason}",
  },
  stuck: {
    es: "El paso {key} sigue sin incluirse tras {blocks} bloques, con la tarifa que permiten los topes. La ejecución se detiene.",
    en: "Step {key} is still not included after {blocks} blocks, with the fee that the caps allow. The run stops.",
  },
} as const satisfies Record<string, Text>;
