import type { Catalogue } from "./types.ts";

/** Stops of the sending layer over an account's nonces and what waits on them. */
export const sendAccountMessages = {
  "foreign-transaction": {
    params: { account: "address", expected: "id", found: "id" },
    es: [
      "La cuenta {account} envió otra transacción fuera de este diario.",
      "El diario esperaba el nonce {expected} y la cadena va en {found}.",
      "Si es legítima, repita con --rebuild.",
    ],
    en: [
      "Account {account} sent another transaction outside this journal.",
      "The journal expected nonce {expected} and the chain is at {found}.",
      "If it is legitimate, repeat with --rebuild.",
    ],
  },
  "foreign-pending": {
    params: { account: "address", expected: "id", found: "id" },
    es: [
      "La cuenta {account} tiene transacciones pendientes que no son de este diario.",
      "Se esperaba el nonce {expected} y el nodo va en {found}.",
      "Espere a que se incluyan y repita.",
    ],
    en: [
      "Account {account} has pending transactions that are not of this journal.",
      "Nonce {expected} was expected and the node is at {found}.",
      "Wait until they are included and repeat.",
    ],
  },
  "nonce-replaced": {
    params: { key: "own", nonce: "id", hash: "digest" },
    es: [
      "El nonce {nonce} del paso {key} lo usó otra transacción.",
      "Es {hash}, que hace otra cosa.",
      "Averigüe quién usa la cuenta antes de repetir.",
    ],
    en: [
      "Nonce {nonce} of step {key} was used by another transaction.",
      "It is {hash}, which does something else.",
      "Find out who uses the account before repeating.",
    ],
  },
  "nonce-gap": {
    params: { key: "own", nonce: "id", found: "id" },
    es: [
      "Falta el nonce {found}: el paso {key} espera con el nonce {nonce}.",
      "Una transacción anterior de la cuenta se perdió y este paso no podrá incluirse.",
      "Use ese nonce desde la cuenta y repita.",
    ],
    en: [
      "Nonce {found} is missing: step {key} waits with nonce {nonce}.",
      "An earlier transaction of the account was lost and this step cannot be included.",
      "Use that nonce from the account and repeat.",
    ],
  },
  "node-refused": {
    params: { key: "own", reason: "reason" },
    es: [
      "El nodo rechazó el paso {key}: {reason}.",
      "La transacción no llegó a la red.",
      "Corrija lo que dice el motivo y repita.",
    ],
    en: [
      "The node refused step {key}: {reason}.",
      "The transaction did not reach the network.",
      "Mend what the reason says and repeat.",
    ],
  },
  stuck: {
    params: { key: "own", blocks: "count" },
    es: [
      "El paso {key} sigue sin incluirse tras {blocks} bloques.",
      "Los topes no permiten ofrecer una tarifa mayor.",
      "Repita más tarde: nada se envía dos veces.",
    ],
    en: [
      "Step {key} is still not included after {blocks} blocks.",
      "The caps do not allow a higher fee.",
      "Repeat later: nothing is sent twice.",
    ],
  },
  interrupted: {
    params: {},
    es: ["Interrumpido por el operador.", "Se pulsó Ctrl-C.", "Repita la misma orden para seguir."],
    en: ["Interrupted by the operator.", "Ctrl-C was pressed.", "Repeat the same command to go on."],
  },
} as const satisfies Catalogue;
