import type { Catalogue } from "./types.ts";

/** What can be wrong with a command about a tender beyond the form of its input file. */
export const tenderTaskMessages = {
  "tender-unknown": {
    params: { id: "digest" },
    es: [
      "No hay ninguna licitación {id} en esta red.",
      "El identificador lo dice «tender publish» y depende de la red, del organismo y del ocid.",
      "Revise el identificador y la red.",
    ],
    en: [
      "There is no tender {id} on this network.",
      "The id is said by “tender publish” and depends on network, public body and ocid.",
      "Check id and network.",
    ],
  },
  "beacon-other": {
    params: { deployed: "digest", known: "digest" },
    es: [
      "Este despliegue usa el faro {deployed} y aquí se conoce {known}.",
      "Un sobre cifrado a otro faro no se abre cuando corresponde.",
      "Ponga los datos públicos de ese faro en beacon.json, junto a la identidad de la red.",
    ],
    en: [
      "This deployment uses the beacon {deployed} and {known} is known here.",
      "An envelope encrypted to another beacon does not open when it should.",
      "Put the public data of that beacon into beacon.json, beside the network's identity.",
    ],
  },
  "bid-price": {
    params: { price: "amount", least: "amount", most: "amount" },
    es: [
      "El precio {price} no sería admisible.",
      "Se admite desde {least} hasta el presupuesto de {most}.",
      "Corrija el precio.",
    ],
    en: [
      "The price {price} would not be admissible.",
      "From {least} to the budget of {most} is admissible.",
      "Correct the price.",
    ],
  },
  "score-count": {
    params: { found: "count", expected: "count" },
    es: [
      "Hay {found} notas y los criterios técnicos son {expected}.",
      "Cada oferta se evalúa en cada criterio técnico, en el orden de las bases.",
      "Complete las notas.",
    ],
    en: [
      "There are {found} scores and {expected} technical criteria.",
      "Every bid is scored on every technical criterion, in the order of the terms.",
      "Complete the scores.",
    ],
  },
  "award-missing": {
    params: { id: "digest" },
    es: [
      "La licitación {id} no tiene adjudicación vigente.",
      "Aún no se adjudica, o el adjudicatario fue retirado.",
      "Ejecute «tender award».",
    ],
    en: ["Tender {id} has no award.", "It was not awarded yet, or the winner was removed.", "Run “tender award”."],
  },
  "bid-missing": {
    params: { bidder: "entity" },
    es: [
      "{bidder} no tiene oferta en la versión vigente de las bases.",
      "Retirarla o una modificación de las bases la deja sin efecto.",
      "Revise el oferente y la licitación.",
    ],
    en: [
      "{bidder} has no bid under the version that holds.",
      "A withdrawal or an amendment leaves it without effect.",
      "Check bidder and tender.",
    ],
  },
  "joint-differs": {
    params: {},
    es: [
      "Las firmas de la unión temporal no son de lo mismo, o falta una.",
      "Cada integrante firma la misma licitación, integrantes, acuerdo y plazo.",
      "Reúna una firma de cada integrante sobre el mismo archivo.",
    ],
    en: [
      "The signatures of the joint bid are not on the same text, or one is missing.",
      "Each member signs the same tender, members, agreement and deadline.",
      "Gather one signature of each member on the same file.",
    ],
  },
  "tender-mismatch": {
    params: { count: "count", parts: "own" },
    es: [
      "La licitación no coincide con sus reglas en {count} cifras: {parts}.",
      "Lo que se recalcula desde la cadena y lo que la cadena dice son distintos.",
      "No se base en esta adjudicación hasta aclararlo.",
    ],
    en: [
      "The tender does not match its rules in {count} figures: {parts}.",
      "What is worked out from the chain and what the chain says differ.",
      "Do not rely on this award until that is explained.",
    ],
  },
} as const satisfies Catalogue;
