import type { Catalogue } from "./types.ts";

/** What the sending layer tells while it goes on. */
export const sendProgressMessages = {
  "plan-header": {
    params: { plan: "own", title: "own", chainId: "id", account: "address", count: "count" },
    es: ["Plan {plan}: {title} Cadena {chainId}, cuenta {account}, pasos: {count}."],
    en: ["Plan {plan}: {title} Chain {chainId}, account {account}, steps: {count}."],
  },
  "plan-caps": {
    params: { gasCap: "count", feeCap: "count", confirmations: "count" },
    es: ["Topes: {gasCap} de gas por transacción, {feeCap} wei por gas; final tras {confirmations} confirmaciones."],
    en: ["Caps: {gasCap} gas per transaction, {feeCap} wei per gas; final after {confirmations} confirmations."],
  },
  "plan-step": {
    params: { number: "id", key: "own", description: "own" },
    es: ["{number}. [{key}] {description}"],
    en: ["{number}. [{key}] {description}"],
  },
  "plan-call": {
    params: { call: "own", to: "address", value: "count", digest: "digest" },
    es: ["   {call} en {to}, valor {value} wei, huella {digest}"],
    en: ["   {call} at {to}, value {value} wei, digest {digest}"],
  },
  "plan-transfer": { params: {}, es: ["transferencia simple"], en: ["plain transfer"] },
  "plan-undecoded": {
    params: { data: "digest" },
    es: ["llamada no descifrada {data}"],
    en: ["undecoded call {data}"],
  },
  "plan-not-sent": {
    params: {},
    es: ["No se envió nada. Para actuar, repita con --send."],
    en: ["Nothing was sent. To act, repeat with --send."],
  },
  "confirm-live": {
    params: { chainId: "id" },
    es: ["La cadena {chainId} es una red real. Para continuar escriba su número:"],
    en: ["Chain {chainId} is a live network. To go on, type its number:"],
  },
  "journal-torn": {
    params: { path: "own" },
    es: ["La última línea del diario {path} quedó a medio escribir; se descarta, pues nada se envió después de ella."],
    en: ["The last line of journal {path} was left half written; it is dropped, as nothing was sent after it."],
  },
  "rebuild-done": {
    params: { path: "own", done: "count", open: "count", left: "count" },
    es: ["Diario {path} reconstruido desde la cadena; pasos hechos: {done}, en camino: {open}, por hacer: {left}."],
    en: ["Journal {path} rebuilt from the chain; steps done: {done}, on their way: {open}, to do: {left}."],
  },
  "step-found": {
    params: { key: "own" },
    es: ["{key}: ya estaba hecho en la cadena."],
    en: ["{key}: already done on the chain."],
  },
  "step-sent": {
    params: { key: "own", nonce: "id", hash: "digest" },
    es: ["{key}: enviado, nonce {nonce}, transacción {hash}."],
    en: ["{key}: sent, nonce {nonce}, transaction {hash}."],
  },
  "step-resent": {
    params: { key: "own", hash: "digest" },
    es: ["{key}: el nodo no la tenía; se envió de nuevo la misma transacción {hash}."],
    en: ["{key}: the node did not have it; the same transaction {hash} was sent again."],
  },
  "step-bumped": {
    params: { key: "own", nonce: "id", fee: "count" },
    es: ["{key}: detenida; se reemplaza con el mismo nonce {nonce} y tarifa {fee} wei por gas."],
    en: ["{key}: stuck; replaced with the same nonce {nonce} and a fee of {fee} wei per gas."],
  },
  "step-mined": {
    params: { key: "own", block: "id" },
    es: ["{key}: incluida en el bloque {block}."],
    en: ["{key}: included in block {block}."],
  },
  "step-reorged": {
    params: { key: "own" },
    es: ["{key}: una reorganización la sacó de la cadena; vuelve a estar pendiente."],
    en: ["{key}: a reorganisation took it off the chain; it is pending again."],
  },
  "step-final": { params: { key: "own" }, es: ["{key}: final."], en: ["{key}: final."] },
  remaining: {
    params: { count: "count", keys: "own" },
    es: ["Pasos pendientes: {count} ({keys})."],
    en: ["Steps left: {count} ({keys})."],
  },
  "resume-hint": {
    params: { path: "own" },
    es: ["Repita la misma orden para seguir: nada se envía dos veces (diario {path})."],
    en: ["Repeat the same command to go on: nothing is sent twice (journal {path})."],
  },
  "rebuild-hint": {
    params: { path: "own" },
    es: ["Si las transacciones son legítimas, repita pidiendo reconstruir el diario {path} desde la cadena."],
    en: ["If the transactions are legitimate, repeat asking to rebuild journal {path} from the chain."],
  },
} as const satisfies Catalogue;
