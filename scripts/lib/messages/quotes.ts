import { CONTEST_STATUS_NAMES } from "../tender/quotes/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of sealed quotes: set-up, filing, opening, choice and acceptance. */
export const quotesMessages = {
  Quote_NotAContract: {
    params: { account: "address" },
    es: [
      "En {account} no hay ningún contrato.",
      "Las cotizaciones y los convenios lo necesitan ahí.",
      "Revise la dirección y la red.",
    ],
    en: [
      "There is no contract at {account}.",
      "Quotes and frameworks need one there.",
      "Check the address and the network.",
    ],
  },
  Quote_Status: {
    params: { id: "digest", status: CONTEST_STATUS_NAMES },
    es: [
      "El proceso no admite este paso; su estado es: {status}.",
      "Cada paso tiene su ventana, publicada de antemano.",
      "Espere o use la ventana que corresponde.",
    ],
    en: [
      "The process does not allow this step; its status is: {status}.",
      "Each step has its window, published beforehand.",
      "Wait for the right window.",
    ],
  },
  Quote_NotEligible: {
    params: { id: "digest", supplier: "entity" },
    es: [
      "No puede cotizar ni aceptar: {supplier}.",
      "Se pide un proveedor vigente, sin suspensión y del tamaño o convenio que corresponde.",
      "Revise su estado en el Registro.",
    ],
    en: [
      "It may not quote or accept: {supplier}.",
      "An active, unsuspended supplier of the right size or framework is asked for.",
      "Check its state in the Registry.",
    ],
  },
  Quote_NoCommitment: {
    params: { id: "digest" },
    es: ["Falta la cotización sellada.", "Se entrega su compromiso, de 32 bytes.", "Selle la cotización y repita."],
    en: ["The sealed quote is missing.", "Its commitment of 32 bytes is filed.", "Seal the quote and repeat."],
  },
  Quote_Ciphertext: {
    params: { id: "digest", size: "count", most: "count" },
    es: [
      "El sobre cifrado tiene {size} bytes; se admiten hasta {most}.",
      "Cada cotización va cifrada para la ronda que nombra el proceso.",
      "Selle la cotización otra vez.",
    ],
    en: [
      "The encrypted envelope has {size} bytes; up to {most} are taken.",
      "Each quote is encrypted to the round that the process names.",
      "Seal the quote again.",
    ],
  },
  Quote_None: {
    params: { id: "digest", supplier: "entity" },
    es: ["No hay cotización de {supplier}.", "No presentó o la retiró.", "Revise el número del proveedor."],
    en: ["There is no quote of {supplier}.", "None was filed, or it was withdrawn.", "Check the supplier's number."],
  },
  Quote_AlreadyOpened: {
    params: { id: "digest", supplier: "entity" },
    es: ["La cotización de {supplier} ya está abierta.", "Se abre una vez.", "Siga con las demás."],
    en: ["The quote of {supplier} is open already.", "Each opens once.", "Go on with the others."],
  },
  Quote_Mismatch: {
    params: { id: "digest", supplier: "entity" },
    es: [
      "Lo abierto no es lo que selló {supplier}.",
      "Precio, lista o clave difieren, o el sobre es de otro proceso u otro proveedor.",
      "Use el archivo de la cotización sellada.",
    ],
    en: [
      "What is opened is not what {supplier} sealed.",
      "Price, list or salt differ, or it belongs to another process or supplier.",
      "Use the file of the sealed quote.",
    ],
  },
  Quote_NotRanked: {
    params: { id: "digest", supplier: "entity" },
    es: [
      "No se puede elegir a {supplier}.",
      "Cuenta la cotización más baja de cada grupo que abrió todas las suyas y no fue descartado.",
      "Elija otra cotización.",
    ],
    en: [
      "{supplier} cannot be chosen.",
      "The lowest quote counts of each group that opened all of its own and was not passed over.",
      "Choose another quote.",
    ],
  },
  Quote_NoJustification: {
    params: { id: "digest", supplier: "entity", cheapest: "entity" },
    es: [
      "Elegir a {supplier} pide un documento que lo justifique.",
      "La cotización más barata es de {cheapest}; preferir otra se funda en público.",
      "Indique el documento, o elija la más barata.",
    ],
    en: [
      "Choosing {supplier} needs a document that justifies it.",
      "The cheapest quote is of {cheapest}; preferring another is justified in public.",
      "State the document, or choose the cheapest.",
    ],
  },
  Quote_NotChosen: {
    params: { id: "digest", caller: "address", chosen: "entity" },
    es: [
      "La cuenta {caller} no actúa por el proveedor elegido: {chosen}.",
      "Acepta o declina solo el elegido, con su cuenta inscrita.",
      "Use la cuenta del proveedor elegido.",
    ],
    en: [
      "The account {caller} does not act for the chosen supplier: {chosen}.",
      "Only the chosen one accepts or declines, with its registered account.",
      "Use the chosen supplier's account.",
    ],
  },
  Quote_TermsMismatch: {
    params: { id: "digest", given: "digest", expected: "digest" },
    es: [
      "Los términos dados no son los publicados.",
      "Se contrata exactamente lo que se publicó: {expected}.",
      "Use el archivo publicado.",
    ],
    en: [
      "The given terms are not the published ones.",
      "Exactly what was published is contracted: {expected}.",
      "Use the published file.",
    ],
  },
} as const satisfies Catalogue;
