import type { Catalogue } from "./types.ts";

/** Custom errors of publishing a request for quotes (compra ágil) or a second competition. */
export const quotesRequestMessages = {
  Desk_NotTheBook: {
    params: { record: "digest", caller: "address", book: "address" },
    es: [
      "El registro {record} no es de {caller}, sino de {book}.",
      "Cada libro compromete y contrata solo lo suyo.",
      "Avise a quien administra el sistema.",
    ],
    en: [
      "The record {record} is not of {caller} but of {book}.",
      "Each book commits and contracts its own only.",
      "Tell whoever runs the system.",
    ],
  },
  Quote_Beacon: {
    params: { genesis: "date", period: "duration" },
    es: [
      "El faro no está descrito: primera ronda {genesis}, cada {period}.",
      "Las cotizaciones cifradas se abren con sus rondas.",
      "Indique la fecha de la primera ronda y el período.",
    ],
    en: [
      "The beacon is not described: first round {genesis}, every {period}.",
      "Encrypted quotes open with its rounds.",
      "State the time of the first round and the period.",
    ],
  },
  Quote_MinimumTerm: {
    params: { term: "duration", least: "duration" },
    es: [
      "El plazo mínimo {term} es muy corto.",
      "Una publicación rige a las {least} de hecha.",
      "Indique un plazo de al menos {least}.",
    ],
    en: [
      "The minimum term {term} is too short.",
      "A publication takes effect {least} after it is made.",
      "State a term of at least {least}.",
    ],
  },
  Quote_AlreadyRequested: {
    params: { id: "digest" },
    es: [
      "El comprador ya publicó la solicitud {id}.",
      "Cada proceso tiene su propio código OCID.",
      "Use otro OCID, o continúe la que existe.",
    ],
    en: [
      "The buyer has already published the request {id}.",
      "Each process has an OCID of its own.",
      "Use another OCID, or go on with the one that exists.",
    ],
  },
  Quote_InvalidDocument: {
    params: { id: "digest" },
    es: [
      "Falta el documento, el motivo o el código del producto.",
      "Todo acto público nombra lo que compra y por qué.",
      "Complete el dato que falta.",
    ],
    en: [
      "The document, the reason or the item code is missing.",
      "Every public act names what it buys and why.",
      "Fill in what is missing.",
    ],
  },
  Quote_NotTheBuyer: {
    params: { id: "digest", caller: "address", buyer: "entity" },
    es: [
      "La cuenta {caller} no actúa por un comprador vigente: {buyer}.",
      "Solo el organismo que compra publica, elige y cancela.",
      "Use la cuenta del comprador y revise su estado en el Registro.",
    ],
    en: [
      "The account {caller} does not act for an active buyer: {buyer}.",
      "Only the buying body publishes, chooses and cancels.",
      "Use the buyer's account and check its state in the Registry.",
    ],
  },
  Quote_Budget: {
    params: { id: "digest", budget: "amount", most: "amount" },
    es: [
      "El presupuesto {budget} pasa el tope de la compra ágil.",
      "La compra ágil llega hasta 100 UTM, que hoy son {most}.",
      "Rebaje el presupuesto o llame a licitación.",
    ],
    en: [
      "The budget {budget} is above the limit of an agile purchase.",
      "Agile purchases reach 100 UTM, today {most}.",
      "Lower the budget or call a tender.",
    ],
  },
  Quote_Splitting: {
    params: { buyer: "entity", bought: "amount", most: "amount" },
    es: [
      "Con esta compra, {buyer} suma {bought} del mismo producto en treinta días.",
      "La ley prohíbe fragmentar compras; juntas no pasan de {most}.",
      "Llame a licitación por el total.",
    ],
    en: [
      "With this purchase {buyer} comes to {bought} of one item in thirty days.",
      "The law forbids splitting purchases; together they stay within {most}.",
      "Call a tender for the whole.",
    ],
  },
  Quote_Timetable: {
    params: { stage: "count", given: "count", bound: "count" },
    es: [
      "La etapa {stage} del calendario está fuera de su límite: {given}, y el límite es {bound}.",
      "1 cierre, 2 apertura, 3 elección u objeciones, 4 aceptación, 5 vigencia; en segundos.",
      "Corrija esa fecha o ese plazo.",
    ],
    en: [
      "Stage {stage} of the timetable is outside its limit: {given}, and the limit is {bound}.",
      "1 closing, 2 openings, 3 choice or objections, 4 acceptance, 5 validity; in seconds.",
      "Correct that time or that window.",
    ],
  },
  Quote_NoTimeLock: {
    params: {},
    es: [
      "El proceso no nombra la ronda con que se abren los sobres.",
      "Sin garantía, abrir o no abrir un sobre saldría gratis; por eso el sello de tiempo es obligatorio.",
      "Indique una ronda posterior al cierre.",
    ],
    en: [
      "The process names no round that opens the envelopes.",
      "Without a bond, opening an envelope or not would cost nothing; so the time lock is due.",
      "Name a round after closing.",
    ],
  },
  Quote_TimeLock: {
    params: { opensAt: "date", after_: "date", by: "date" },
    es: [
      "La ronda se conoce el {opensAt}.",
      "Debe ser después del cierre, {after_}, y a más tardar el {by}.",
      "Elija otra ronda.",
    ],
    en: [
      "The round is known at {opensAt}.",
      "It must be after closing, {after_}, and by {by} at the latest.",
      "Choose another round.",
    ],
  },
} as const satisfies Catalogue;
