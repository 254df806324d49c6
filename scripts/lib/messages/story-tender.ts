import type { Catalogue } from "./types.ts";

/** What can be wrong in the tender that the demo is to play. */
export const storyTenderMessages = {
  "story-tender-direct": {
    params: {},
    es: [
      "Un contrato que se licita no se contrata por trato directo.",
      "El archivo trae ambas cosas.",
      'Quite "tratoDirecto" o "licitacion".',
    ],
    en: [
      "A contract that is tendered is not awarded directly.",
      "The file has both.",
      'Remove "tratoDirecto" or "licitacion".',
    ],
  },
  "story-line-budget": {
    params: { found: "amount", budget: "amount" },
    es: [
      "La línea recibe {found} y el presupuesto de la licitación es {budget}.",
      "El presupuesto se compromete entero al publicar: no alcanza.",
      "Asigne al menos el presupuesto.",
    ],
    en: [
      "The line receives {found} and the budget of the tender is {budget}.",
      "The budget is committed whole at publication: that is not enough.",
      "Appropriate at least the budget.",
    ],
  },
  "story-date": {
    params: { found: "date", least: "date", most: "date" },
    es: ["La fecha {found} cae fuera de su etapa.", "Se acepta desde {least} hasta {most}.", "Corrija la fecha."],
    en: ["The date {found} is outside its stage.", "From {least} to {most} is accepted.", "Correct the date."],
  },
  "story-bidder-twice": {
    params: { found: "text" },
    es: ["«{found}» oferta dos veces.", "Cada oferente tiene una sola oferta.", "Quite una."],
    en: ["“{found}” bids twice.", "Each bidder has one bid only.", "Remove one."],
  },
  "story-supplier-bid": {
    params: { name: "text" },
    es: [
      "«{name}» no presenta una oferta propia que vaya a firmar.",
      "El proveedor del contrato es quien gana la licitación y firma.",
      "Agregue su oferta.",
    ],
    en: [
      "“{name}” makes no bid of its own that it would sign.",
      "The contract's supplier is who wins the tender and signs.",
      "Add its bid.",
    ],
  },
  "story-scores": {
    params: { found: "count", expected: "count" },
    es: [
      "Hay {found} y deben ser {expected}.",
      "Las notas van en una lista por criterio técnico, con una nota por integrante de la comisión.",
      "Complete las notas.",
    ],
    en: [
      "There are {found} and there must be {expected}.",
      "Scores are one list a technical criterion, with one score a member of the panel.",
      "Complete the scores.",
    ],
  },
  "story-tender-share": {
    params: { found: "amount", expected: "amount" },
    es: [
      "El monto {found} no es el que resulta de la licitación, {expected}.",
      "Sus bases fijan cada monto del contrato en centésimas de por ciento del precio.",
      "Escriba el monto que resulta.",
    ],
    en: [
      "The amount {found} is not what the tender leads to, {expected}.",
      "Its terms fix each amount of the contract in hundredths of a per cent of the price.",
      "Write the amount that follows.",
    ],
  },
  "story-tender-winner": {
    params: { found: "own", expected: "text" },
    es: [
      "Según las reglas gana {found} y el contrato es de «{expected}».",
      "El archivo dice quién oferta qué; quién gana lo dicen las bases.",
      "Corrija las ofertas o el proveedor.",
    ],
    en: [
      "By the rules {found} wins, and the contract is that of “{expected}”.",
      "The file says who bids what; who wins is said by the terms.",
      "Correct the bids or the supplier.",
    ],
  },
  "story-complaint-winner": {
    params: {},
    es: [
      "Quien gana no reclama contra su propia adjudicación.",
      "Así no puede alargar el plazo de su firma.",
      "Elija otro oferente.",
    ],
    en: [
      "The winner does not complain against its own award.",
      "So it cannot lengthen the time of its signature.",
      "Choose another bidder.",
    ],
  },
  "story-sign-date": {
    params: { from: "date", until: "date" },
    es: [
      "El ganador puede firmar desde el {from} hasta el {until}.",
      "Antes corren reclamos y espera; después la adjudicación caduca o vence la vigencia de las ofertas.",
      "Escriba una fecha dentro del plazo.",
    ],
    en: [
      "The winner may sign from {from} until {until}.",
      "Before, complaints and standstill run; afterwards the award lapses or the bids are no longer valid.",
      "Write a date within that time.",
    ],
  },
} as const satisfies Catalogue;
