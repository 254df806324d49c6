import type { Catalogue } from "./types.ts";

/** Custom errors of the contracts that obey OpenZeppelin's AccessManager. */
export const accessManagedMessages = {
  AccessManagedUnauthorized: {
    params: { caller: "address" },
    es: [
      "La cuenta {caller} no tiene el cargo que esta operación exige.",
      "Cada operación corresponde a un cargo de la tabla de roles.",
      "Úsela desde la cuenta de ese cargo.",
    ],
    en: [
      "The account {caller} does not hold the office that this operation requires.",
      "Each operation belongs to an office of the role table.",
      "Run it from that office's account.",
    ],
  },
  AccessManagedRequiredDelay: {
    params: { caller: "address", delay: "duration" },
    es: [
      "La cuenta {caller} debe anunciar esta operación {delay} antes de hacerla.",
      "Las operaciones de ese cargo se programan primero, a la vista de todos.",
      "Prográmela y repita cuando se cumpla la espera.",
    ],
    en: [
      "The account {caller} must announce this operation {delay} ahead.",
      "The operations of that office are first scheduled in public.",
      "Schedule it and repeat when the delay is over.",
    ],
  },
  AccessManagedInvalidAuthority: {
    params: { authority: "address" },
    es: [
      "La dirección {authority} no puede ser la autoridad de los contratos.",
      "No hay un contrato en ella.",
      "Revise la dirección del AccessManager.",
    ],
    en: [
      "The address {authority} cannot be the contracts' authority.",
      "There is no contract at it.",
      "Check the AccessManager's address.",
    ],
  },
} as const satisfies Catalogue;
