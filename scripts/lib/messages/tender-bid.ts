import type { Catalogue } from "./types.ts";

/** Custom errors of sealed bids and their bonds. */
export const tenderBidMessages = {
  Bid_None: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "{bidder} no tiene oferta en esta licitación.",
      "Solo se retira una oferta presentada.",
      "Revise el oferente y la licitación.",
    ],
    en: ["{bidder} has no bid in this tender.", "Only a filed bid can be withdrawn.", "Check bidder and tender."],
  },
  Bid_NoCommitment: {
    params: { id: "digest" },
    es: [
      "Falta el sello de la oferta.",
      "La oferta se compromete con una huella de sus dos sobres.",
      "Selle la oferta con la tarea de ofertar.",
    ],
    en: [
      "The bid's commitment is missing.",
      "A bid commits to a hash of its two envelopes.",
      "Seal the bid with the bidding task.",
    ],
  },
  Bid_Ciphertext: {
    params: { id: "digest", size: "count", most: "count" },
    es: [
      "El sobre cifrado tiene {size} bytes; lo más aquí es {most}.",
      "Con sello de tiempo ambos sobres van cifrados; sin él, ninguno.",
      "Selle la oferta de nuevo.",
    ],
    en: [
      "The encrypted envelope has {size} bytes; the most here is {most}.",
      "With a time lock both envelopes are encrypted; without one neither is.",
      "Seal the bid again.",
    ],
  },
  Bid_Stale: {
    params: { id: "digest", bidder: "entity", version: "count" },
    es: [
      "La oferta de {bidder} responde a la versión {version} de las bases.",
      "Después de una modificación hay que ofertar de nuevo.",
      "Esa oferta ya no cuenta; su garantía puede volver.",
    ],
    en: [
      "The bid of {bidder} answers version {version} of the terms.",
      "After an amendment bids are filed again.",
      "That bid does not count any more; its bond can go back.",
    ],
  },
  Bid_State: {
    params: { id: "digest", bidder: "entity", flags: "id" },
    es: [
      "La oferta de {bidder} no está en el estado que esto necesita ({flags}).",
      "Cada sobre se abre una vez, y el precio solo si la oferta alcanzó el mínimo técnico.",
      "Consulte el estado de la oferta.",
    ],
    en: [
      "The bid of {bidder} is not in the state that this needs ({flags}).",
      "Each envelope opens once, and the price only where the bid reached the technical minimum.",
      "Look at the bid's state.",
    ],
  },
  Bid_EnvelopeMismatch: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "El sobre no corresponde a lo que {bidder} selló.",
      "El sello ata red, libro, licitación, versión, oferente, contenido y secreto; una copia no abre para otro.",
      "Use el sobre original de esa oferta.",
    ],
    en: [
      "The envelope is not what {bidder} sealed.",
      "The seal binds network, book, tender, version, bidder, content and secret; a copy opens for nobody else.",
      "Use the original envelope of that bid.",
    ],
  },
  Bid_BondHeld: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "La garantía de seriedad de {bidder} no está en el estado que esto necesita.",
      "Se guarda mientras la oferta puede ganar, vuelve cuando ya no, y se pierde solo si un precio admitido no se abre o el adjudicatario no firma.",
      "Consulte el estado de la garantía.",
    ],
    en: [
      "The bid bond of {bidder} is not in the state that this needs.",
      "It is held while the bid can win, goes back when it cannot, and is lost only where a qualified price is not opened or the winner does not sign.",
      "Look at the bond's state.",
    ],
  },
  Bid_NoBond: {
    params: { id: "digest", bidder: "entity" },
    es: [
      "No queda garantía de seriedad de {bidder}.",
      "Ya volvió, ya se perdió, o nunca la hubo.",
      "No hay nada que hacer.",
    ],
    en: ["No bid bond of {bidder} is left.", "It went back, was forfeited, or never was.", "There is nothing to do."],
  },
} as const satisfies Catalogue;
