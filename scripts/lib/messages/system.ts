import type { Catalogue } from "./types.ts";

/** Failures of the network, the account, the disk or the tools. */
export const systemMessages = {
  "network-unreachable": {
    params: {},
    es: [
      "No se pudo hablar con el nodo de la red.",
      "El nodo está apagado, la dirección es otra o la red está cortada.",
      "Revise la dirección del nodo y repita: lo ya enviado no se envía de nuevo.",
    ],
    en: [
      "The network's node could not be reached.",
      "The node is off, its address is another or the connection is down.",
      "Check the node's address and repeat: what was sent is not sent again.",
    ],
  },
  "network-timeout": {
    params: {},
    es: [
      "El nodo no respondió a tiempo.",
      "Está sobrecargado o la conexión es lenta.",
      "Repita más tarde: lo ya enviado no se envía de nuevo.",
    ],
    en: [
      "The node did not answer in time.",
      "It is overloaded or the connection is slow.",
      "Repeat later: what was sent is not sent again.",
    ],
  },
  "network-faulty": {
    params: { detail: "text" },
    es: [
      "El nodo respondió con un error: «{detail}».",
      "Rechazó la operación antes de ejecutarla, limita las consultas o está fallando.",
      "Si el mensaje no lo aclara, repita más tarde o use otro nodo.",
    ],
    en: [
      "The node answered with an error: “{detail}”.",
      "It refused the operation before running it, limits requests or is failing.",
      "If the message does not explain it, repeat later or use another node.",
    ],
  },
  "funds-missing": {
    params: {},
    es: [
      "La cuenta no tiene fondos para pagar el gas.",
      "Cada operación paga a la red una comisión en su moneda.",
      "Cargue la cuenta y repita.",
    ],
    en: [
      "The account has no funds to pay for gas.",
      "Each operation pays the network a fee in its currency.",
      "Fund the account and repeat.",
    ],
  },
  "nonce-used": {
    params: {},
    es: [
      "Otra operación de la misma cuenta se adelantó.",
      "La cuenta se usa a la vez en otro lugar.",
      "Espere a que termine y repita.",
    ],
    en: [
      "Another operation of the same account came first.",
      "The account is in use elsewhere at the same time.",
      "Wait for it to end and repeat.",
    ],
  },
  "fee-too-low": {
    params: {},
    es: [
      "La red no aceptó la comisión ofrecida.",
      "La comisión subió, o una operación pendiente ya ofrece más.",
      "Repita con una comisión mayor.",
    ],
    en: [
      "The network did not accept the fee offered.",
      "Fees have risen, or a pending operation already offers more.",
      "Repeat with a higher fee.",
    ],
  },
  "signing-declined": {
    params: {},
    es: ["La firma fue rechazada.", "Quien guarda la llave no confirmó.", "Confirme en el dispositivo y repita."],
    en: ["Signing was declined.", "Whoever holds the key did not confirm.", "Confirm on the device and repeat."],
  },
  "output-unwritable": {
    params: { file: "own", reason: "text" },
    es: [
      "No se pudo escribir el archivo {file} ({reason}).",
      "El disco está lleno, la carpeta no existe o no admite escritura; el archivo anterior quedó intacto.",
      "Libere espacio o elija otra carpeta.",
    ],
    en: [
      "The file {file} could not be written ({reason}).",
      "The disk is full, or the folder does not exist or is read-only; the earlier file is intact.",
      "Free some space or choose another folder.",
    ],
  },
  hardhat: {
    params: { detail: "text" },
    es: [
      "Hardhat se detuvo: «{detail}».",
      "Falta un dato de configuración o una opción no corresponde.",
      "Revise la configuración y la orden escrita.",
    ],
    en: [
      "Hardhat stopped: “{detail}”.",
      "A configuration value is missing or an option does not fit.",
      "Check the configuration and the command.",
    ],
  },
  unexpected: {
    params: { detail: "text" },
    es: [
      "Ocurrió una falla no prevista: «{detail}».",
      "Es un defecto de la herramienta, no de los datos.",
      "Informe el texto y la orden que la causó.",
    ],
    en: [
      "An unforeseen failure occurred: “{detail}”.",
      "It is a defect of the tool, not of the data.",
      "Report the text and the command that caused it.",
    ],
  },
} as const satisfies Catalogue;
