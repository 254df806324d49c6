import type { Text } from "./text.ts";

/** Refusals about the network and the node. */
export const NETWORK_MESSAGES = {
  "wrong-chain-id": {
    es: "Red equivocada: se esperaba la cadena {expected} y el nodo responde {found}. No se envió nada.",
    en: "Wrong network: chain {expected} was expected and the node answers {found}. Nothing was sent.",
  },
  "wrong-genesis": {
    es: "Red equivocada: el bloque génesis esperado es {expected} y el del nodo es {found}. No se envió nada.",
    en: "Wrong network: the expected genesis block is {expected} and the node's is {found}. Nothing was sent.",
  },
  "wrong-code": {
    es: "El código de {name} en {address} no es el registrado: se esperaba la huella {expected} y se encontró {found}.",
    en: "The code of {name} at {address} is not the recorded one: digest {expected} was expected, {found} was found.",
  },
  "network-changed": {
    es: "El nodo cambió de red durante la ejecución: {reason}",
    en: "The node changed network during the run: {reason}",
  },
  "identity-file-missing": {
    es: "No existe el archivo de identidad de la red {path}. Lo escribe la tarea de despliegue.",
    en: "The network identity file {path} does not exist. The deploy task writes it.",
  },
  "identity-file-bad": {
    es: "El archivo de identidad de la red {path} no es válido: {reason}",
    en: "The network identity file {path} is not valid: {reason}",
  },
  "confirm-live": {
    es: "La cadena {chainId} es una red real. Para continuar escriba su número:",
    en: "Chain {chainId} is a live network. To go on, type its number:",
  },
  "confirmation-missing": {
    es: "La cadena {chainId} es una red real y exige confirmación escrita. No se envió nada.",
    en: "Chain {chainId} is a live network and asks for a typed confirmation. Nothing was sent.",
  },
  "confirmation-wrong": {
    es: "La confirmación no coincide: se esperaba {chainId}. No se envió nada.",
    en: "The confirmation does not match: {chainId} was expected. Nothing was sent.",
  },
  "history-unavailable": {
    es: "El nodo no conserva el estado histórico que hace falta para buscar el nonce {nonce}.",
    en: "The node does not keep the historical state needed to look for nonce {nonce}.",
  },
  "rpc-unavailable": {
    es: "El nodo no responde a {method} tras {attempts} intentos: {reason}",
    en: "The node does not answer {method} after {attempts} attempts: {reason}",
  },
  "rpc-refused": {
    es: "El nodo rechaza {method}: {reason}",
    en: "The node refuses {method}: {reason}",
  },
  "rpc-timeout": {
    es: "sin respuesta en {ms} ms",
    en: "no answer within {ms} ms",
  },
  "stale-node": {
    es: "El nodo está atrasado: va en el bloque {found} (hora {foundTime}) y ya se había visto el {seen} (hora {seenTime}).",
    en: "The node is behind: it is at block {found} (time {foundTime}) and block {seen} (time {seenTime}) was already seen.",
  },
  "no-progress": {
    es: "La cadena no avanza desde el bloque {block}. La ejecución se detiene.",
    en: "The chain has not moved since block {block}. The run stops.",
  },
  "events-incomplete": {
    es: "Faltan eventos entre los bloques {from} y {to}: {reason}",
    en: "Events are missing between blocks {from} and {to}: {reason}",
  },
  "events-range-refused": {
    es: "El nodo no entrega los eventos del bloque {from}: {reason}",
    en: "The node does not give the events of block {from}: {reason}",
  },
} as const satisfies Record<string, Text>;
