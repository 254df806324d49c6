import type { Catalogue } from "./types.ts";

/** Custom errors of a plain ERC-20 token, and of OpenZeppelin's library that moves tokens. */
export const tokenMessages = {
  ERC20InsufficientAllowance: {
    params: { spender: "address", allowance: "amount", needed: "amount" },
    es: [
      "El permiso dado a {spender} alcanza para {allowance} y se necesitan {needed}.",
      "El Tesoro retira del token solo lo que su dueño autorizó antes.",
      "Autorice al menos {needed} y repita.",
    ],
    en: [
      "The allowance given to {spender} covers {allowance} and {needed} are needed.",
      "The Treasury draws from the token only what its owner has approved.",
      "Approve at least {needed} and repeat.",
    ],
  },
  ERC20InsufficientBalance: {
    params: { sender: "address", balance: "amount", needed: "amount" },
    es: [
      "La cuenta {sender} tiene {balance} y se necesitan {needed}.",
      "El token no permite enviar más que el saldo.",
      "Cargue la cuenta y repita.",
    ],
    en: [
      "The account {sender} has {balance} and {needed} are needed.",
      "The token does not let more than the balance be sent.",
      "Fund the account and repeat.",
    ],
  },
  ERC20InvalidApprover: {
    params: { approver: "address" },
    es: ["La cuenta {approver} no puede autorizar.", "El token la rechaza.", "Use otra cuenta."],
    en: ["The account {approver} cannot approve.", "The token refuses it.", "Use another account."],
  },
  ERC20InvalidReceiver: {
    params: { receiver: "address" },
    es: ["La cuenta {receiver} no puede recibir.", "El token la rechaza.", "Use otra cuenta."],
    en: ["The account {receiver} cannot receive.", "The token refuses it.", "Use another account."],
  },
  ERC20InvalidSender: {
    params: { sender: "address" },
    es: ["La cuenta {sender} no puede enviar.", "El token la rechaza.", "Use otra cuenta."],
    en: ["The account {sender} cannot send.", "The token refuses it.", "Use another account."],
  },
  ERC20InvalidSpender: {
    params: { spender: "address" },
    es: ["La cuenta {spender} no puede recibir un permiso.", "El token la rechaza.", "Use otra cuenta."],
    en: ["The account {spender} cannot be given an allowance.", "The token refuses it.", "Use another account."],
  },
  SafeERC20FailedOperation: {
    params: { token: "address" },
    es: [
      "El token {token} no hizo la transferencia.",
      "Respondió que no, o no hay un token en esa dirección.",
      "Revise el token y las cuentas.",
    ],
    en: [
      "The token {token} did not transfer.",
      "It answered no, or there is no token at that address.",
      "Check the token and the accounts.",
    ],
  },
} as const satisfies Catalogue;
