import type { Catalogue } from "./types.ts";

/** Custom errors of OpenZeppelin's libraries that the suite's contracts use. */
export const openZeppelinMessages = {
  SafeCastOverflowedUintDowncast: {
    params: { bits: "id", value: "count" },
    es: ["El número {value} no cabe en {bits} bits.", "Pasa lo que el contrato puede guardar.", "Use uno menor."],
    en: ["The number {value} does not fit in {bits} bits.", "It is above what the contract holds.", "Use a lower one."],
  },
  ReentrancyGuardReentrantCall: {
    params: {},
    es: [
      "Se rechazó una llamada que volvió a entrar.",
      "Un token o una cuenta llamó de vuelta en medio de una operación.",
      "Revise ese token o esa cuenta.",
    ],
    en: [
      "A call that came back in was refused.",
      "A token or an account called back in the middle of an operation.",
      "Check that token or account.",
    ],
  },
  AddressEmptyCode: {
    params: { target: "address" },
    es: ["No hay un contrato en la dirección {target}.", "La operación lo llama.", "Revise la dirección y la red."],
    en: ["There is no contract at {target}.", "The operation calls it.", "Check the address and the network."],
  },
  FailedCall: {
    params: {},
    es: [
      "Un contrato al que se llamó falló sin dar un motivo.",
      "La operación programada llama a otro contrato.",
      "Revise esa llamada.",
    ],
    en: [
      "A contract that was called failed without a reason.",
      "The scheduled operation calls another contract.",
      "Check that call.",
    ],
  },
  InsufficientBalance: {
    params: { balance: "count", needed: "count" },
    es: [
      "El contrato tiene {balance} wei y se necesitan {needed}.",
      "La operación envía moneda de la red.",
      "Quite ese envío o cargue el contrato.",
    ],
    en: [
      "The contract has {balance} wei and {needed} are needed.",
      "The operation sends the network's currency.",
      "Remove that transfer or fund the contract.",
    ],
  },
  StringTooLong: {
    params: { text: "text" },
    es: ["El texto «{text}» es demasiado largo.", "Un contrato lo guarda en 31 bytes.", "Acórtelo."],
    en: ["The text “{text}” is too long.", "A contract keeps it in 31 bytes.", "Shorten it."],
  },
  InvalidShortString: {
    params: {},
    es: ["Un contrato guardó mal un texto corto.", "Es una falla interna.", "Informe el caso."],
    en: ["A contract kept a short text wrongly.", "It is an internal fault.", "Report the case."],
  },
} as const satisfies Catalogue;
