import type { Catalogue } from "./types.ts";

/** Stops of the sending layer because the node does not answer as it should. */
export const sendNodeMessages = {
  "history-unavailable": {
    params: { nonce: "id" },
    es: [
      "El nodo no conserva el estado histórico que hace falta para buscar el nonce {nonce}.",
      "Muchos nodos guardan solo los últimos bloques.",
      "Use un nodo con historia completa.",
    ],
    en: [
      "The node does not keep the historical state needed to look for nonce {nonce}.",
      "Many nodes keep the latest blocks only.",
      "Use a node with the whole history.",
    ],
  },
  "rpc-unavailable": {
    params: { method: "own", attempts: "count", reason: "reason" },
    es: [
      "El nodo no responde a {method} tras {attempts} intentos: {reason}.",
      "Está apagado, sobrecargado o inalcanzable.",
      "Repita la orden más tarde: nada se envía dos veces.",
    ],
    en: [
      "The node does not answer {method} after {attempts} attempts: {reason}.",
      "It is off, overloaded or out of reach.",
      "Repeat the command later: nothing is sent twice.",
    ],
  },
  "rpc-refused": {
    params: { method: "own", reason: "reason" },
    es: [
      "El nodo rechaza {method}: {reason}.",
      "No ofrece esa consulta, o no con esos datos.",
      "Si el motivo no lo aclara, use otro nodo.",
    ],
    en: [
      "The node refuses {method}: {reason}.",
      "It does not offer that question, or not with those data.",
      "If the reason does not explain it, use another node.",
    ],
  },
  "rpc-timeout": {
    params: { ms: "count" },
    es: ["sin respuesta en {ms} ms"],
    en: ["no answer within {ms} ms"],
  },
  "stale-node": {
    params: { found: "id", foundTime: "date", seen: "id", seenTime: "date" },
    es: [
      "El nodo está atrasado: va en el bloque {found} y ya se había visto el {seen}.",
      "Su último bloque es de {foundTime}; el que ya se vio, de {seenTime}.",
      "Espere a que se ponga al día o use otro nodo.",
    ],
    en: [
      "The node is behind: it is at block {found} and block {seen} was already seen.",
      "Its latest block is of {foundTime}; the one seen is of {seenTime}.",
      "Wait until it catches up or use another node.",
    ],
  },
  "no-progress": {
    params: { block: "id" },
    es: [
      "La cadena no avanza desde el bloque {block}.",
      "El nodo perdió contacto con la red, o la red está detenida.",
      "Repita la orden cuando haya bloques nuevos.",
    ],
    en: [
      "The chain has not moved since block {block}.",
      "The node lost touch with the network, or the network has halted.",
      "Repeat the command when there are new blocks.",
    ],
  },
  "events-incomplete": {
    params: { from: "id", to: "id", reason: "reason" },
    es: [
      "Faltan eventos entre los bloques {from} y {to}: {reason}.",
      "El nodo no entrega todos los que hubo.",
      "Use otro nodo.",
    ],
    en: [
      "Events are missing between blocks {from} and {to}: {reason}.",
      "The node does not give all that happened.",
      "Use another node.",
    ],
  },
  "events-range-refused": {
    params: { from: "id", reason: "reason" },
    es: [
      "El nodo no entrega los eventos del bloque {from}: {reason}.",
      "Lo rechaza aunque se pida ese bloque solo.",
      "Use un nodo que conserve los eventos.",
    ],
    en: [
      "The node does not give the events of block {from}: {reason}.",
      "It refuses although that block alone is asked for.",
      "Use a node that keeps events.",
    ],
  },
} as const satisfies Catalogue;
