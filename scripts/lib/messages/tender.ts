import type { Catalogue, Labels } from "./types.ts";

const OUTCOMES: Labels = {
  es: ["en curso", "firmada", "desierta", "cancelada", "anulada"],
  en: ["running", "signed", "unsuccessful", "cancelled", "annulled"],
};

/** Custom errors of tenders: who, when, which one. */
export const tenderMessages = {
  Tender_AlreadyPublished: {
    params: { id: "digest" },
    es: [
      "La licitación {id} ya está publicada.",
      "Un comprador publica una sola vez con cada ocid.",
      "Use otro ocid, o modifique la licitación (amend).",
    ],
    en: [
      "Tender {id} is published already.",
      "A buyer publishes once under each ocid.",
      "Use another ocid, or amend the tender.",
    ],
  },
  Tender_Unknown: {
    params: { id: "digest" },
    es: [
      "No hay ninguna licitación {id}.",
      "El número se calcula del comprador y del ocid, en esta red.",
      "Revise el número y la red.",
    ],
    en: [
      "There is no tender {id}.",
      "The id is made of buyer and ocid, on this network.",
      "Check the id and the network.",
    ],
  },
  Tender_Ended: {
    params: { id: "digest", outcome: OUTCOMES },
    es: [
      "La licitación {id} ya terminó: {outcome}.",
      "Una licitación terminada no cambia más.",
      "Consulte su estado; si quedan garantías, pídalas de vuelta.",
    ],
    en: [
      "Tender {id} has ended: {outcome}.",
      "An ended tender does not change any more.",
      "Look at its status; if bonds are left, ask for them back.",
    ],
  },
  Tender_NotTheBuyer: {
    params: { id: "digest", caller: "address", buyer: "address" },
    es: [
      "La cuenta {caller} no es la del comprador de la licitación {id}.",
      "Solo el organismo comprador ({buyer}) puede hacerlo.",
      "Firme con la cuenta del comprador.",
    ],
    en: [
      "The account {caller} is not the buyer's of tender {id}.",
      "Only the buyer ({buyer}) may do this.",
      "Sign with the buyer's account.",
    ],
  },
  Tender_NotTheBidder: {
    params: { id: "digest", caller: "address", bidder: "entity" },
    es: [
      "La cuenta {caller} no actúa por {bidder}.",
      "Solo la cuenta registrada del oferente puede hacerlo.",
      "Firme con la cuenta del oferente.",
    ],
    en: [
      "The account {caller} does not act for {bidder}.",
      "Only the bidder's registered account may do this.",
      "Sign with the bidder's account.",
    ],
  },
  Tender_NotActive: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "{bidder} no está habilitado como proveedor.",
      "Solo ofertan y preguntan proveedores inscritos, vigentes y no suspendidos.",
      "Revise su inscripción en el registro.",
    ],
    en: [
      "{bidder} is not an active supplier.",
      "Only registered suppliers that are not suspended bid and ask.",
      "Check its entry in the registry.",
    ],
  },
  Tender_OutsideWindow: {
    params: { id: "digest", from: "date", until: "date" },
    es: [
      "No es el momento: el plazo va del {from} al {until}.",
      "Las etapas de la licitación {id} tienen fechas publicadas que nadie puede mover.",
      "Consulte el calendario de la licitación.",
    ],
    en: [
      "This is not the time: the window runs from {from} to {until}.",
      "The stages of tender {id} have published dates that nobody can move.",
      "Look at the tender's timetable.",
    ],
  },
  Tender_InvalidDocument: {
    params: { id: "digest" },
    es: [
      "Falta el documento, o su dirección es demasiado larga.",
      "Cada acto nombra su documento por la huella SHA-256 y una dirección de hasta 256 bytes.",
      "Indique un documento válido.",
    ],
    en: [
      "The document is missing, or its address is too long.",
      "Each act names its document by SHA-256 digest and an address of at most 256 bytes.",
      "Give a valid document.",
    ],
  },
  Tender_TermsMismatch: {
    params: { id: "digest", given: "digest", expected: "digest" },
    es: [
      "Las bases entregadas ({given}) no son las publicadas ({expected}).",
      "Cada acto se juzga con las bases publicadas de la licitación {id}.",
      "Use el archivo de bases de la versión vigente.",
    ],
    en: [
      "The terms given ({given}) are not those published ({expected}).",
      "Every act is judged by the published terms of tender {id}.",
      "Use the terms file of the present version.",
    ],
  },
} as const satisfies Catalogue;
