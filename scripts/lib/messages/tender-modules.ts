import type { Catalogue } from "./types.ts";

/** Custom errors of the links between the contracts of a tender. */
export const tenderModulesMessages = {
  Tender_AlreadyBound: {
    params: { desk: "address" },
    es: [
      "El libro de licitaciones ya tiene sus módulos ({desk}).",
      "Se enlazan una sola vez, al desplegar.",
      "No hay nada que hacer; use la suite desplegada.",
    ],
    en: [
      "The tender book has its modules already ({desk}).",
      "They are bound once, at deployment.",
      "There is nothing to do; use the deployed suite.",
    ],
  },
  Tender_NotAContract: {
    params: { account: "address" },
    es: ["En {account} no hay ningún contrato.", "Las licitaciones lo necesitan ahí.", "Revise la dirección y la red."],
    en: ["There is no contract at {account}.", "Tenders need one there.", "Check the address and the network."],
  },
  Tender_OnlyModule: {
    params: { caller: "address" },
    es: [
      "La cuenta {caller} no es un módulo del libro de licitaciones.",
      "Solo la publicación, las uniones temporales, la comisión y la adjudicación ordenan al libro.",
      "Use la función del módulo.",
    ],
    en: [
      "The account {caller} is not a module of the tender book.",
      "Only publication, joint bids, panel and award desk order the book.",
      "Use the module's function.",
    ],
  },
} as const satisfies Catalogue;
