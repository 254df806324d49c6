import type { Tellings } from "./telling.ts";

/** What reaches whom, and what waits for whom. */
export const moneyTellings = {
  received: {
    params: { payee: "entity", amount: "amount" },
    es: "{payee} recibe {amount}.",
    en: "{payee} receives {amount}.",
  },
  credited: {
    params: { payee: "entity", amount: "amount" },
    es: "El token rechaza la cuenta de {payee}: sus {amount} quedan en la Tesorería como crédito a su nombre y nada más se detiene.",
    en: "The token refuses the account of {payee}: its {amount} stay in the Treasury as a credit in its name, and nothing else stops.",
  },
  withdrawn: {
    params: { payee: "entity", amount: "amount" },
    es: "Un tercero pide el crédito de {payee} y {amount} llegan a su cuenta.",
    en: "A stranger asks for the credit of {payee}, and {amount} reach its account.",
  },
  blocked: {
    params: { entity: "entity" },
    es: "El emisor del token bloquea la cuenta de {entity}.",
    en: "The issuer of the token blocks the account of {entity}.",
  },
  unblocked: {
    params: { entity: "entity" },
    es: "El emisor del token desbloquea la cuenta de {entity}.",
    en: "The issuer of the token unblocks the account of {entity}.",
  },
  bondReturned: {
    params: { owner: "entity", amount: "amount" },
    es: "La garantía de {amount} vuelve a {owner}.",
    en: "The bond of {amount} returns to {owner}.",
  },
  bondForfeited: {
    params: { amount: "amount" },
    es: "{amount} de la garantía pasan a la línea.",
    en: "{amount} of the bond go to the line.",
  },
} as const satisfies Tellings;
