import type { Text } from "./text.ts";

/** What a run tells while it goes on, and how it may end. */
export const PROGRESS_MESSAGES = {
  "rebuild-done": {
    es: "Diario {path} reconstruido desde la cadena; pasos hechos: {done}, en camino: {open}, por hacer: {left}.",
    en: "Journal {path} rebuilt from the chain; steps done: {done}, on their way: {open}, to do: {left}.",
  },
  interrupted: {
    es: "Interrumpido por el operador.",
    en: "Interrupted by the operator.",
  },
  "plan-header": {
    es: "Plan {plan}: {title} Cadena {chainId}, cuenta {account}, pasos: {count}.",
    en: "Plan {plan}: {title} Chain {chainId}, account {account}, steps: {count}.",
  },
  "plan-caps": {
    es: "Topes: {gasCap} de gas por transacción, {feeCap} wei por gas; final tras {confirmations} confirmaciones.",
    en: "Caps: {gasCap} gas per transaction, {feeCap} wei per gas; final after {confirmations} confirmations.",
  },
  "plan-step": {
    es: "{number}. [{key}] {description}",
    en: "{number}. [{key}] {description}",
  },
  "plan-call": {
    es: "   {call} en {to}, valor {value} wei, huella {digest}",
    en: "   {call} at {to}, value {value} wei, digest {digest}",
  },
  "plan-transfer": {
    es: "transferencia simple",
    en: "plain transfer",
  },
  "plan-undecoded": {
    es: "llamada no descifrada {data}",
    en: "undecoded call {data}",
  },
  "plan-not-sent": {
    es: "No se envió nada. Para actuar, repita con --send.",
    en: "Nothing was sent. To act, repeat with --send.",
  },
  "step-found": {
    es: "{key}: ya estaba hecho en la cadena.",
    en: "{key}: already done on the chain.",
  },
  "step-sent": {
    es: "{key}: enviado, nonce {nonce}, transacción {hash}.",
    en: "{key}: sent, nonce {nonce}, transaction {hash}.",
  },
  "step-resent": {
    es: "{key}: el nodo no la tenía; se envió de nuevo la misma transacción {hash}.",
    en: "{key}: the node did not have it; the same transaction {hash} was sent again.",
  },
  "step-bumped": {
    es: "{key}: detenida; se reemplaza con el mismo nonce {nonce} y tarifa {fee} wei por gas.",
    en: "{key}: stuck; replaced with the same nonce {nonce} and a fee of {fee} wei per gas.",
  },
  "step-mined": {
    es: "{key}: incluida en el bloque {block}.",
    en: "{key}: included in block {block}.",
  },
  "step-reorged": {
    es: "{key}: una reorganización la sacó de la cadena; vuelve a estar pendiente.",
    en: "{key}: a reorganisation took it off the chain; it is pending again.",
  },
  "step-final": {
    es: "{key}: final.",
    en: "{key}: final.",
  },
  remaining: {
    es: "Pasos pendientes: {count} ({keys}).",
    en: "Steps left: {count} ({keys}).",
  },
  "resume-hint": {
    es: "Repita la misma orden para seguir: nada se envía dos veces (diario {path}).",
    en: "Repeat the same command to go on: nothing is sent twice (journal {path}).",
  },
  "rebuild-hint": {
    es: "Si las transacciones son legítimas, repita pidiendo reconstruir el diario {path} desde la cadena.",
    en: "If the transactions are legitimate, repeat asking to rebuild journal {path} from the chain.",
  },
} as const satisfies Record<string, Text>;
