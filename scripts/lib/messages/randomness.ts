import type { Catalogue } from "./types.ts";

/** Custom errors of the beacon contracts. */
export const randomnessMessages = {
  Beacon_Clock: {
    params: { genesis: "date", period: "duration" },
    es: [
      "El reloj del faro no sirve: primera ronda el {genesis}, período {period}.",
      "Un faro tiene una primera ronda y un período.",
      "Tome ambos de lo que publica la red del faro.",
    ],
    en: [
      "The beacon's clock cannot be used: first round on {genesis}, period {period}.",
      "A beacon has a first round and a period.",
      "Take both from what the beacon's network publishes.",
    ],
  },
  Beacon_PublicKey: {
    params: {},
    es: [
      "La clave pública del faro no sirve.",
      "No es un punto del grupo, o la cadena no tiene las operaciones que la verifican (EIP-2537, EIP-197).",
      "Revise la clave, o elija una cadena que las tenga.",
    ],
    en: [
      "The beacon's public key cannot be used.",
      "It is no point of the group, or the chain lacks the operations that verify it (EIP-2537, EIP-197).",
      "Check the key, or choose a chain that has them.",
    ],
  },
  Beacon_ChainHash: {
    params: { computed: "digest", expected: "digest" },
    es: [
      "La clave, el reloj y el nombre del faro no son los de la red {expected}.",
      "Dan {computed}.",
      "Tome los datos de la propia red del faro.",
    ],
    en: [
      "The beacon's key, clock and name are not those of the network {expected}.",
      "They give {computed}.",
      "Take the data from the beacon's own network.",
    ],
  },
  Beacon_NoRound: {
    params: {},
    es: ["No hay ronda 0.", "Las rondas del faro se cuentan desde 1.", "Indique la ronda que fijan las bases."],
    en: ["There is no round 0.", "The beacon's rounds are counted from 1.", "State the round that the terms fix."],
  },
  Beacon_TimeOutOfRange: {
    params: { time: "date" },
    es: ["El faro no llega hasta el {time}.", "Ninguna ronda es tan tardía.", "Revise la fecha."],
    en: ["The beacon does not reach {time}.", "No round is that late.", "Check the date."],
  },
  Beacon_SignatureLength: {
    params: { round: "id", length: "count", expected: "count" },
    es: [
      "La firma de la ronda {round} tiene {length} bytes y debe tener {expected}.",
      "Se entregan las dos coordenadas del punto; drand publica a veces solo una.",
      "Conviértala con las herramientas y repita.",
    ],
    en: [
      "The signature of round {round} has {length} bytes and must have {expected}.",
      "Both coordinates of the point are handed in; drand sometimes publishes only one.",
      "Convert it with the tools and repeat.",
    ],
  },
  Beacon_NotAPoint: {
    params: { round: "id" },
    es: [
      "Lo entregado para la ronda {round} no es una firma.",
      "Sus bytes no son un punto del grupo del faro.",
      "Pida la ronda a otro servidor.",
    ],
    en: [
      "What was handed in for round {round} is no signature.",
      "Its bytes are no point of the beacon's group.",
      "Ask another server for the round.",
    ],
  },
  Beacon_FalseSignature: {
    params: { round: "id" },
    es: [
      "La firma entregada para la ronda {round} no es del faro.",
      "Es falsa, de otra ronda o de otra red.",
      "Pida la ronda a otro servidor.",
    ],
    en: [
      "The signature handed in for round {round} is not the beacon's.",
      "It is false, of another round or of another network.",
      "Ask another server for the round.",
    ],
  },
  Beacon_NotProven: {
    params: { round: "id" },
    es: [
      "La ronda {round} todavía no está probada en la cadena.",
      "Nadie ha entregado aún la firma del faro.",
      "Entréguela: cualquiera puede hacerlo desde que la ronda se publica.",
    ],
    en: [
      "Round {round} is not proven on the chain yet.",
      "Nobody has handed in the beacon's signature.",
      "Hand it in: anybody may from the moment the round is published.",
    ],
  },
} as const satisfies Catalogue;
