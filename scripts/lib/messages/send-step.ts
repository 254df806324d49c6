import type { Catalogue } from "./types.ts";

/** Stops of the sending layer over a step that is not sent, or failed. */
export const sendStepMessages = {
  "step-refused": {
    params: { key: "own", reason: "reason" },
    es: [
      "La cadena rechazaría el paso {key}: {reason}.",
      "Se probó sobre el último bloque; no se envió.",
      "Corrija lo que dice el motivo y repita.",
    ],
    en: [
      "The chain would refuse step {key}: {reason}.",
      "It was tried on the latest block; it was not sent.",
      "Mend what the reason says and repeat.",
    ],
  },
  "step-failed": {
    params: { key: "own", hash: "digest", reason: "reason" },
    es: [
      "El paso {key} falló en la cadena: {reason}.",
      "Es la transacción {hash}: gastó su gas y no tuvo otro efecto.",
      "Corrija lo que dice el motivo y repita.",
    ],
    en: [
      "Step {key} failed on the chain: {reason}.",
      "It is transaction {hash}: it spent its gas and had no other effect.",
      "Mend what the reason says and repeat.",
    ],
  },
  "step-reason-unknown": { params: {}, es: ["sin motivo conocido"], en: ["no known reason"] },
  "step-out-of-gas": { params: { gas: "count" }, es: ["se agotó el gas ({gas})"], en: ["it ran out of gas ({gas})"] },
  "gas-over-cap": {
    params: { key: "own", cap: "count" },
    es: [
      "El paso {key} necesita más gas que el máximo por transacción ({cap}).",
      "Un lote muy largo no cabe en una transacción.",
      "Divida el lote.",
    ],
    en: [
      "Step {key} needs more gas than the maximum for one transaction ({cap}).",
      "A very long batch does not fit in one transaction.",
      "Split the batch.",
    ],
  },
  "fee-over-cap": {
    params: { found: "count", cap: "count" },
    es: [
      "La red cobra {found} wei por gas y el tope es {cap}.",
      "La ejecución se detiene; los pasos restantes siguen pendientes.",
      "Repita cuando la tarifa baje.",
    ],
    en: [
      "The network charges {found} wei per gas and the cap is {cap}.",
      "The run stops; the remaining steps are still to do.",
      "Repeat when fees come down.",
    ],
  },
  "deadline-passed": {
    params: { key: "own", now: "date", deadline: "date" },
    es: [
      "El plazo del paso {key} venció: {deadline}.",
      "La hora de la cadena es {now}.",
      "Prepare el acto de nuevo con otro plazo.",
    ],
    en: [
      "The deadline of step {key} has passed: {deadline}.",
      "Chain time is {now}.",
      "Prepare the act again with another deadline.",
    ],
  },
  "done-check-failed": {
    params: { key: "own", reason: "reason" },
    es: [
      "No se pudo preguntar a la cadena si el paso {key} ya está hecho: {reason}.",
      "Sin esa respuesta no se envía, para no hacerlo dos veces.",
      "Repita más tarde.",
    ],
    en: [
      "The chain could not be asked whether step {key} is already done: {reason}.",
      "Without that answer it is not sent, so as not to do it twice.",
      "Repeat later.",
    ],
  },
  "signing-failed": {
    params: { key: "own", reason: "reason" },
    es: [
      "No se pudo firmar el paso {key}: {reason}.",
      "Quien guarda la llave no la usó.",
      "Revise el dispositivo o la llave y repita.",
    ],
    en: [
      "Step {key} could not be signed: {reason}.",
      "Whoever holds the key did not use it.",
      "Check the device or the key and repeat.",
    ],
  },
  "signed-otherwise": {
    params: { key: "own", account: "address" },
    es: [
      "La firma del paso {key} no es de la cuenta {account} o no es lo que se pidió firmar.",
      "El firmante usó otra llave o cambió la transacción.",
      "Revise el dispositivo antes de volver a firmar.",
    ],
    en: [
      "The signature of step {key} is not by account {account} or is not what was asked for.",
      "The signer used another key or changed the transaction.",
      "Check the device before signing again.",
    ],
  },
} as const satisfies Catalogue;
