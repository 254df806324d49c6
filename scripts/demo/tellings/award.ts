import type { Tellings } from "./telling.ts";

/** From the prices of a tender to the signature: opening, award, complaint, lapse, and what was worked out again. */
export const awardTellings = {
  pricesOpened: {
    params: { round: "id" },
    es: "Con la ronda {round} un tercero abre los precios.",
    en: "With round {round} a stranger opens the prices.",
  },
  priceOpened: {
    params: { bidder: "entity", price: "amount" },
    es: "{bidder}: {price}.",
    en: "{bidder}: {price}.",
  },
  priceLow: {
    params: { bidder: "entity", price: "amount" },
    es: "{bidder}: {price}, un precio temerario, que no sirve de referencia.",
    en: "{bidder}: {price}, which is abnormally low and sets no reference.",
  },
  priceInadmissible: {
    params: { bidder: "entity", price: "amount" },
    es: "{bidder}: {price}, que pasa del presupuesto; su precio no es admisible.",
    en: "{bidder}: {price}, which is above the budget; its price is not admissible.",
  },
  awarded: {
    params: { winner: "entity", total: "bps", basis: "amount" },
    es: "Un tercero aplica las reglas y la licitación se adjudica a {winner}, con {total} del puntaje. El precio de referencia es {basis}.",
    en: "A stranger applies the rules and the tender is awarded to {winner}, with {total} of the points. The reference price is {basis}.",
  },
  awardedLow: {
    params: {},
    es: "Su precio es temerario: para firmar deberá una garantía mayor.",
    en: "Its price is abnormally low: to sign it will owe a higher bond.",
  },
  complained: {
    params: { bidder: "entity", reason: "text" },
    es: "{bidder} reclama: «{reason}»",
    en: "{bidder} complains: “{reason}”",
  },
  complaintRejected: {
    params: {},
    es: "La instancia de revisión rechaza el reclamo y la adjudicación sigue en pie.",
    en: "The reviewer rejects the complaint and the award stands.",
  },
  complaintSilence: {
    params: {},
    es: "La instancia de revisión calló hasta el fin de su plazo: el reclamo se da por rechazado.",
    en: "The reviewer stayed silent to the end of its time: the complaint counts as rejected.",
  },
  signatureLapsed: {
    params: { bidder: "entity" },
    es: "{bidder} no firmó en su plazo y queda fuera.",
    en: "{bidder} did not sign in its time and is out.",
  },
  bidBondForfeited: {
    params: { bidder: "entity", amount: "amount" },
    es: "La garantía de seriedad de {bidder}, de {amount}, pasa a la línea.",
    en: "The bid bond of {bidder}, {amount}, goes to the line.",
  },
  rerun: {
    params: {},
    es: "Las reglas se aplican de nuevo a las ofertas que quedan, como si esa no se hubiera hecho.",
    en: "The rules are applied again to the bids that remain, as if that one had never been made.",
  },
  signed: {
    params: {
      supplier: "entity",
      price: "amount",
      milestones: "count",
      budget: "amount",
      rest: "amount",
      available: "amount",
    },
    es: "{supplier} firma y el contrato se abre por {price} en {milestones} hitos. De los {budget} comprometidos, {rest} quedan libres; en la línea hay {available} disponibles.",
    en: "{supplier} signs and the contract opens for {price} in {milestones} milestones. Of the {budget} committed {rest} are free again; {available} are available in the line.",
  },
  comparison: {
    params: {},
    es: "Las ofertas, calculadas de nuevo solo con lo que dice la cadena (puntos de 100)",
    en: "The bids, worked out again from the chain alone (points out of 100)",
  },
  verified: {
    params: { count: "count" },
    es: "{count} cifras calculadas de nuevo, todas iguales a las de la cadena: la adjudicación se verifica.",
    en: "{count} figures worked out again, all equal to the chain's: the award is verified.",
  },
  unverified: {
    params: { what: "own", derived: "own", onChain: "own" },
    es: "DIFERENCIA en {what}: según las reglas {derived}, en la cadena {onChain}.",
    en: "DIFFERENCE in {what}: by the rules {derived}, on the chain {onChain}.",
  },
} as const satisfies Tellings;
