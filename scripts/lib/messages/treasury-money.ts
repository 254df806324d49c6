import type { Catalogue } from "./types.ts";

/** Custom errors of the Treasury: amounts, bonds and payments. */
export const treasuryMoneyMessages = {
  Treasury_ZeroAmount: {
    params: {},
    es: ["El monto es cero.", "El Tesoro mueve solo montos mayores que cero.", "Indique el monto."],
    en: ["The amount is zero.", "The Treasury moves only amounts above zero.", "State the amount."],
  },
  Treasury_AmountMismatch: {
    params: { token: "address", received: "amount", expected: "amount" },
    es: [
      "El token {token} movió {received} y debía mover {expected}.",
      "El Tesoro no acepta tokens que descuentan comisión o cambian saldos.",
      "Use otro token.",
    ],
    en: [
      "The token {token} moved {received} and should have moved {expected}.",
      "The Treasury takes no token that charges a fee or changes balances.",
      "Use another token.",
    ],
  },
  Treasury_NotAvailable: {
    params: { lineId: "id", amount: "amount", available: "amount" },
    es: [
      "La línea {lineId} tiene {available} disponibles y se piden {amount}.",
      "Todo contrato se compromete entero antes de empezar.",
      "Asigne más presupuesto a la línea o reduzca el monto.",
    ],
    en: [
      "Line {lineId} has {available} available and {amount} are asked for.",
      "Every contract is committed whole before it begins.",
      "Appropriate more to the line or reduce the amount.",
    ],
  },
  Treasury_NotCommitted: {
    params: { lineId: "id", amount: "amount", committed: "amount" },
    es: [
      "La línea {lineId} tiene {committed} comprometidos y se piden {amount}.",
      "Se paga o libera solo lo comprometido por ese programa.",
      "Revise línea, token y monto.",
    ],
    en: [
      "Line {lineId} has {committed} committed and {amount} are asked for.",
      "Only what that program has committed is paid or released.",
      "Check line, token and amount.",
    ],
  },
  Treasury_DepositTaken: {
    params: { record: "digest", owner: "entity", lineId: "id" },
    es: [
      "La garantía ya está constituida por {owner} o en otra línea que la {lineId}.",
      "Se aumenta solo por el mismo dueño y en la misma línea.",
      "Revise quién la constituye y la línea.",
    ],
    en: [
      "The bond has already been posted by {owner}, or under a line other than {lineId}.",
      "It is raised only by the same owner and under the same line.",
      "Check who posts it, and the line.",
    ],
  },
  Treasury_NotHeld: {
    params: { record: "digest", amount: "amount", held: "amount" },
    es: [
      "La garantía guarda {held} y se piden {amount}.",
      "Se devuelve o ejecuta a lo más lo guardado.",
      "Reduzca el monto.",
    ],
    en: [
      "The bond holds {held} and {amount} are asked for.",
      "At most what is held is given back or forfeited.",
      "Reduce the amount.",
    ],
  },
  Treasury_NoCredit: {
    params: { entity: "entity", token: "address" },
    es: [
      "No hay dinero por retirar en el token {token}: {entity}.",
      "Hay un saldo solo si un pago no pudo llegar a su cuenta.",
      "No hay nada que hacer.",
    ],
    en: [
      "There is nothing to withdraw in the token {token}: {entity}.",
      "There is a credit only where a payment could not reach the account.",
      "There is nothing to do.",
    ],
  },
  Treasury_NoAccount: {
    params: { entity: "entity" },
    es: [
      "No hay ahora una cuenta a la cual pagar: {entity}.",
      "Tiene un cambio de cuenta en curso, o no está inscrita.",
      "Repita cuando el cambio termine; el dinero espera.",
    ],
    en: [
      "There is no account to pay now: {entity}.",
      "A change of its account is pending, or it is not registered.",
      "Repeat when the change has ended; the money waits.",
    ],
  },
  Treasury_NotEnoughGas: {
    params: { left: "count", needed: "count" },
    es: [
      "Quedaban {left} de gas y el pago necesita {needed}.",
      "Así nadie puede hacer fallar un pago eligiendo poco gas.",
      "Repita con un límite de gas mayor.",
    ],
    en: [
      "{left} gas were left and the payment needs {needed}.",
      "So nobody can make a payment fail by choosing little gas.",
      "Repeat with a higher gas limit.",
    ],
  },
  Treasury_TransferRefused: {
    params: { token: "address", account: "address" },
    es: [
      "El token {token} rechazó el envío a {account}.",
      "Esa cuenta está bloqueada en el token, o no puede recibir.",
      "Repita cuando se desbloquee, o cambie la cuenta de la entidad; el dinero espera.",
    ],
    en: [
      "The token {token} refused the transfer to {account}.",
      "The token blocks that account, or it cannot receive.",
      "Repeat once it is unblocked, or change the entity's account; the money waits.",
    ],
  },
} as const satisfies Catalogue;
