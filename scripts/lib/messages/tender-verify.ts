import type { Catalogue } from "./types.ts";

/** Figures of a tender that are worked out again, and what is worth saying beside them. */
export const tenderVerifyMessages = {
  "check-id": { params: {}, es: ["identificador de la licitación"], en: ["id of the tender"] },
  "check-rules-hash": { params: {}, es: ["huella de las reglas"], en: ["hash of the rules"] },
  "check-panel-hash": { params: {}, es: ["huella de la comisión"], en: ["hash of the panel"] },
  "check-contract-hash": { params: {}, es: ["huella del contrato por venir"], en: ["hash of the contract to come"] },
  "check-lot": { params: {}, es: ["sorteo de los secretos abiertos"], en: ["lot of the opened salts"] },
  "check-kept": {
    params: {},
    es: ["lo que el libro guarda de la oferta"],
    en: ["what the book keeps of the bid"],
  },
  "check-eligible": { params: {}, es: ["habilitado al cierre"], en: ["eligible at closing"] },
  "check-technical-time": { params: {}, es: ["apertura técnica en plazo"], en: ["technical opening in time"] },
  "check-price-time": { params: {}, es: ["apertura de precio en plazo"], en: ["price opening in time"] },
  "check-commitment": {
    params: {},
    es: ["sello de los sobres abiertos"],
    en: ["commitment of the opened envelopes"],
  },
  "check-admissible": { params: {}, es: ["precio admisible"], en: ["price admissible"] },
  "check-quorum": { params: {}, es: ["quórum de la comisión"], en: ["quorum of the panel"] },
  "check-technical": { params: {}, es: ["puntaje técnico"], en: ["technical score"] },
  "check-attributes": { params: {}, es: ["puntaje de atributos"], en: ["attribute score"] },
  "check-qualified": { params: {}, es: ["alcanzó el mínimo técnico"], en: ["reached the technical minimum"] },
  "check-award-round": {
    params: { round: "id" },
    es: ["adjudicación {round}: ofertas retiradas antes"],
    en: ["award {round}: bids removed before"],
  },
  "check-award-time": {
    params: { round: "id" },
    es: ["adjudicación {round}: en plazo"],
    en: ["award {round}: in time"],
  },
  "check-award-basis": {
    params: { round: "id" },
    es: ["adjudicación {round}: precio de referencia"],
    en: ["award {round}: reference price"],
  },
  "check-award-winner": {
    params: { round: "id" },
    es: ["adjudicación {round}: adjudicatario"],
    en: ["award {round}: winner"],
  },
  "check-award-second": {
    params: { round: "id" },
    es: ["adjudicación {round}: segundo"],
    en: ["award {round}: second"],
  },
  "check-award-third": {
    params: { round: "id" },
    es: ["adjudicación {round}: tercero"],
    en: ["award {round}: third"],
  },
  "check-award-total": {
    params: { round: "id" },
    es: ["adjudicación {round}: puntaje total"],
    en: ["award {round}: total score"],
  },
  "check-award-low": {
    params: { round: "id" },
    es: ["adjudicación {round}: oferta temeraria"],
    en: ["award {round}: abnormally low"],
  },
  "check-lapse": {
    params: { round: "id" },
    es: ["adjudicación {round}: plazo de firma vencido"],
    en: ["award {round}: signature window passed"],
  },
  "check-exclusion": {
    params: { round: "id" },
    es: ["adjudicación {round}: exclusión por el revisor, en plazo y con causal"],
    en: ["award {round}: excluded by the reviewer, in time and on a ground"],
  },
  "check-removal": { params: {}, es: ["retiro del orden con causa"], en: ["removed for a cause"] },
  "check-ending": { params: {}, es: ["término según las reglas"], en: ["ended by the rules"] },
  "check-signature-time": { params: {}, es: ["firma en plazo"], en: ["signed in time"] },
  "check-contract": { params: {}, es: ["contrato al que llevan las bases"], en: ["contract that the terms lead to"] },
  "remark-unhashed": {
    params: {},
    es: ["El sello no se puede recalcular: el precio sigue cerrado o se abrió por medio de otro contrato."],
    en: ["The commitment cannot be hashed again: the price is sealed, or was opened through another contract."],
  },
  "remark-unreadable": {
    params: { reason: "reason" },
    es: ["Un sobre no se abre: {reason}."],
    en: ["An envelope does not open: {reason}."],
  },
  "remark-left-sealed": {
    params: {},
    es: ["Un sobre se puede abrir y nadie lo abrió en la cadena."],
    en: ["An envelope opens and nobody opened it on the chain."],
  },
  "remark-other-content": {
    params: {},
    es: ["El sobre cifrado dice otra cosa que lo que se abrió; vale lo que responde al sello."],
    en: ["The encrypted envelope says something else than what was opened; what answers the commitment counts."],
  },
  "remark-not-tallied": {
    params: {},
    es: ["Los puntajes están completos y nadie los ha ingresado."],
    en: ["The scores are complete and nobody has entered them."],
  },
} as const satisfies Catalogue;
