import type { Tellings } from "./telling.ts";

/** A tender while its prices are sealed: publication, enquiries, bids, technical opening, scores. */
export const tenderTellings = {
  tenderParties: {
    params: { buyer: "text", buyerRut: "text", budget: "amount" },
    es: "{buyer}, RUT {buyerRut}, licita la obra con un presupuesto de {budget}.",
    en: "{buyer}, RUT {buyerRut}, calls for bids with a budget of {budget}.",
  },
  tenderThreshold: {
    params: { threshold: "amount" },
    es: "1.000 UTM equivalen a {threshold}: sobre cinco veces esa suma se puede pedir garantía de seriedad de la oferta.",
    en: "1,000 UTM are worth {threshold}: above five times that sum bid bonds may be asked for.",
  },
  published: {
    params: { buyer: "entity", budget: "amount", closes: "day" },
    es: "{buyer} publica las bases y compromete {budget}: el dinero queda apartado antes de la primera oferta. Se oferta hasta el {closes}.",
    en: "{buyer} publishes the terms and commits {budget}: the money is set apart before the first bid. Bids close on {closes}.",
  },
  criteria: {
    params: { list: "own", low: "amount" },
    es: "Criterios: {list}. Un precio bajo {low} es temerario y no sirve de referencia a los demás.",
    en: "Criteria: {list}. A price under {low} is abnormally low and is no reference for the others.",
  },
  rounds: {
    params: { technicalRound: "id", technicalFrom: "day", priceRound: "id", pricesFrom: "day" },
    es: "Cada sobre técnico se cifra para la ronda {technicalRound} del faro, que llega el {technicalFrom}; cada precio, para la ronda {priceRound}, del {pricesFrom}. Antes nadie los puede leer.",
    en: "Each technical envelope is encrypted to round {technicalRound} of the beacon, due on {technicalFrom}; each price to round {priceRound}, due on {pricesFrom}. Before that nobody can read them.",
  },
  asked: {
    params: { bidder: "entity", question: "text" },
    es: "{bidder} pregunta: «{question}»",
    en: "{bidder} asks: “{question}”",
  },
  answered: {
    params: { buyer: "entity", answer: "text" },
    es: "{buyer} responde a todos: «{answer}»",
    en: "{buyer} answers for all to read: “{answer}”",
  },
  bidFiled: {
    params: { bidder: "entity" },
    es: "{bidder} presenta su oferta en dos sobres sellados.",
    en: "{bidder} files its bid in two sealed envelopes.",
  },
  bidCopied: {
    params: { bidder: "entity", copied: "entity" },
    es: "{bidder} copia de la cadena el sello y los sobres de {copied} y los presenta como suyos.",
    en: "{bidder} copies seal and envelopes of {copied} from the chain and files them as its own.",
  },
  copiedStanding: {
    params: { count: "count" },
    es: "Cerrado el plazo, un tercero fija lo que el registro dice de los {count} oferentes: grupo, tamaño y región ya no cambian.",
    en: "After closing a stranger fixes what the registry says of the {count} bidders: group, size and region change no more.",
  },
  sameGroup: {
    params: { names: "own" },
    es: "Del mismo grupo empresarial: {names}. Contará solo el menor de sus precios.",
    en: "Of one business group: {names}. Only the lower of their prices will count.",
  },
  smallFirms: {
    params: { names: "own" },
    es: "Empresas de menor tamaño de la región: {names}.",
    en: "Smaller firms of the region: {names}.",
  },
  technicalOpened: {
    params: { round: "id", opened: "count", count: "count" },
    es: "La ronda {round} es pública. Un tercero la usa para abrir los sobres técnicos, sin pedir la clave a nadie: {opened} de {count} se abren.",
    en: "Round {round} is public. A stranger uses it to open the technical envelopes, asking nobody for a key: {opened} of {count} open.",
  },
  technicalFails: {
    params: { bidder: "entity", reason: "reason" },
    es: "El de {bidder} no se abre. {reason}. Queda fuera.",
    en: "That of {bidder} does not open. {reason}. It takes no further part.",
  },
  conflict: {
    params: { evaluator: "address", substitute: "address" },
    es: "{evaluator} declara un conflicto de interés y se abstiene; {substitute} ocupa su lugar.",
    en: "{evaluator} declares a conflict of interest and abstains; {substitute} takes the seat.",
  },
  conflictVacant: {
    params: { evaluator: "address" },
    es: "{evaluator} declara un conflicto de interés y se abstiene; no queda suplente.",
    en: "{evaluator} declares a conflict of interest and abstains; no substitute is left.",
  },
  scored: {
    params: { count: "count" },
    es: "Las {count} personas de la comisión entregan sus notas mientras los precios siguen cerrados.",
    en: "The {count} members of the panel give their scores while the prices are still sealed.",
  },
  bidQualified: {
    params: { bidder: "entity", technical: "bps", attributes: "bps" },
    es: "{bidder}: {technical} por la mediana de las notas y {attributes} por lo demás.",
    en: "{bidder}: {technical} by the median of the scores and {attributes} by the rest.",
  },
  bidCounted: {
    params: { bidder: "entity", attributes: "bps" },
    es: "{bidder}: {attributes} por lo que declara y lo que dice el registro.",
    en: "{bidder}: {attributes} by what it declares and what the registry says.",
  },
  bidUnqualified: {
    params: { bidder: "entity", technical: "bps", attributes: "bps" },
    es: "{bidder} no llega al mínimo técnico con {technical}: su precio no se abrirá.",
    en: "{bidder} does not reach the technical minimum with {technical}: its price will not be opened.",
  },
} as const satisfies Tellings;
