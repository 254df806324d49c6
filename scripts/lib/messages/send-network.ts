import type { Catalogue } from "./types.ts";

/** Stops of the sending layer over the network and its node. */
export const sendNetworkMessages = {
  "wrong-chain-id": {
    params: { expected: "id", found: "id" },
    es: [
      "Red equivocada: se esperaba la cadena {expected} y el nodo responde {found}.",
      "El archivo de identidad es de otra red; no se envió nada.",
      "Elija la red con --network, o la dirección de su nodo.",
    ],
    en: [
      "Wrong network: chain {expected} was expected and the node answers {found}.",
      "The identity file is of another network; nothing was sent.",
      "Choose the network with --network, or its node's address.",
    ],
  },
  "wrong-genesis": {
    params: { expected: "digest", found: "digest" },
    es: [
      "Red equivocada: el bloque génesis esperado es {expected} y el del nodo es {found}.",
      "Otra cadena usa el mismo número, como un nodo local que empezó de nuevo; no se envió nada.",
      "Conéctese a la cadena del despliegue, o despliegue en esta.",
    ],
    en: [
      "Wrong network: the expected genesis block is {expected} and the node's is {found}.",
      "Another chain uses the same number, such as a local node started anew; nothing was sent.",
      "Connect to the chain of the deployment, or deploy to this one.",
    ],
  },
  "wrong-code": {
    params: { name: "own", address: "address", expected: "digest", found: "digest" },
    es: [
      "El código de {name} en {address} no es el registrado: se esperaba la huella {expected} y se encontró {found}.",
      "En esa dirección hay otro contrato, o ninguno.",
      "Revise con quien administra la red cuál es la dirección.",
    ],
    en: [
      "The code of {name} at {address} is not the recorded one: digest {expected} was expected, {found} was found.",
      "At that address is another contract, or none.",
      "Check with whoever runs the network which is the address.",
    ],
  },
  "network-changed": {
    params: { reason: "reason" },
    es: [
      "El nodo cambió de red durante la ejecución: {reason}.",
      "La dirección del nodo lleva ahora a otra cadena.",
      "Repita cuando el nodo sea otra vez el de antes.",
    ],
    en: [
      "The node changed network during the run: {reason}.",
      "The node's address now leads to another chain.",
      "Repeat when the node is the former one again.",
    ],
  },
  "identity-file-missing": {
    params: { path: "own" },
    es: [
      "No existe el archivo de identidad de la red {path}.",
      "Lo escribe el despliegue, y sin él no se sabe cuál es la red.",
      "Despliegue primero con «suite deploy», o copie el archivo del despliegue.",
    ],
    en: [
      "The network identity file {path} does not exist.",
      "The deployment writes it, and without it the network is not known.",
      "Deploy first with “suite deploy”, or copy the deployment's file.",
    ],
  },
  "identity-file-bad": {
    params: { path: "own", reason: "reason" },
    es: [
      "El archivo de identidad de la red {path} no es válido: {reason}.",
      "Fue cambiado después del despliegue, o es de otra versión.",
      "Recupere el que escribió el despliegue.",
    ],
    en: [
      "The network identity file {path} is not valid: {reason}.",
      "It was changed after the deployment, or is of another version.",
      "Restore the one that the deployment wrote.",
    ],
  },
  "confirmation-missing": {
    params: { chainId: "id" },
    es: [
      "La cadena {chainId} es una red real y exige confirmación escrita.",
      "La orden no corre en una terminal donde preguntar; no se envió nada.",
      "Repita en una terminal.",
    ],
    en: [
      "Chain {chainId} is a live network and asks for a typed confirmation.",
      "The command does not run in a terminal where to ask; nothing was sent.",
      "Repeat in a terminal.",
    ],
  },
  "confirmation-wrong": {
    params: { chainId: "id" },
    es: [
      "La confirmación no coincide: se esperaba {chainId}.",
      "Se pide el número de la cadena para no confundir las redes; no se envió nada.",
      "Repita y escriba ese número.",
    ],
    en: [
      "The confirmation does not match: {chainId} was expected.",
      "The chain's number is asked for so that networks are not mistaken; nothing was sent.",
      "Repeat and type that number.",
    ],
  },
} as const satisfies Catalogue;
