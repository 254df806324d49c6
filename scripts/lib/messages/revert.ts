import type { Catalogue } from "./types.ts";

/** Refusals by the chain that no contract of the suite names. */
export const revertMessages = {
  "revert-unnamed": {
    params: {},
    es: [
      "La cadena rechazó la operación sin dar un motivo.",
      "Lo hace un contrato ajeno, una dirección sin contrato o una operación que agotó su gas.",
      "Revise las direcciones y el límite de gas.",
    ],
    en: [
      "The chain refused the operation without a reason.",
      "A foreign contract does, or an address without a contract, or an operation that ran out of gas.",
      "Check the addresses and the gas limit.",
    ],
  },
  "revert-text": {
    params: { reason: "text" },
    es: [
      "La cadena rechazó la operación: «{reason}».",
      "El motivo lo escribió un contrato ajeno al sistema, como el token.",
      "Consulte a quien lo administra.",
    ],
    en: [
      "The chain refused the operation: “{reason}”.",
      "The reason was written by a contract outside the suite, such as the token.",
      "Ask whoever runs it.",
    ],
  },
  "revert-panic": {
    params: { panic: "id" },
    es: [
      "Un contrato se detuvo por una falla interna (Panic {panic}).",
      "Una cuenta o un índice salió de su rango.",
      "Informe el caso con los datos usados.",
    ],
    en: [
      "A contract stopped on an internal fault (Panic {panic}).",
      "A sum or an index left its range.",
      "Report the case with the data used.",
    ],
  },
  "revert-unknown": {
    params: { selector: "digest" },
    es: [
      "La cadena rechazó la operación con un error desconocido ({selector}).",
      "Ningún contrato del sistema declara ese error: lo dio el token u otro contrato.",
      "Búsquelo en la documentación de ese contrato.",
    ],
    en: [
      "The chain refused the operation with an unknown error ({selector}).",
      "No contract of the suite declares it: the token or another contract gave it.",
      "Look it up in that contract's documentation.",
    ],
  },
} as const satisfies Catalogue;
