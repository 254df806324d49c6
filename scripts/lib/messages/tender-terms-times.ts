import type { Catalogue, Labels } from "./types.ts";

const STAGES: Labels = {
  es: [
    "preguntas",
    "respuestas",
    "cierre",
    "comienzo de la apertura técnica",
    "fin de la apertura técnica",
    "evaluación",
    "evaluación de suplentes",
    "comienzo de la apertura de precios",
    "fin de la apertura de precios",
    "vigencia de las ofertas",
  ],
  en: [
    "enquiries",
    "answers",
    "closing",
    "start of the technical opening",
    "end of the technical opening",
    "evaluation",
    "evaluation by substitutes",
    "start of the price opening",
    "end of the price opening",
    "validity of the bids",
  ],
};

const TERMS: Labels = {
  es: [
    "ampliación del cierre",
    "reclamos",
    "revisión",
    "suspensión",
    "espera",
    "firma",
    "reclamos, revisión y firma juntos",
  ],
  en: [
    "extension of closing",
    "complaints",
    "review",
    "suspension",
    "standstill",
    "signature",
    "complaints, review and signature together",
  ],
};

/** Custom errors of the times in a tender's terms: stages, terms, rounds of the beacon. */
export const tenderTermsTimesMessages = {
  Terms_NoTimeLock: {
    params: {},
    es: [
      "La licitación no tiene garantía de seriedad ni sello de tiempo.",
      "Sin garantía, abrir o no abrir un precio saldría gratis; por eso el sello de tiempo es obligatorio.",
      "Active el sello de tiempo.",
    ],
    en: [
      "The tender has neither bid bond nor time lock.",
      "Without a bond, opening a price or not would cost nothing; so the time lock is due.",
      "Turn the time lock on.",
    ],
  },
  Terms_Beacon: {
    params: { genesis: "date", period: "duration" },
    es: [
      "El faro aleatorio no es válido: comienzo {genesis}, período {period}.",
      "Ambos se fijan al desplegar y no pueden ser cero.",
      "Corrija los parámetros del despliegue.",
    ],
    en: [
      "The beacon is not valid: genesis {genesis}, period {period}.",
      "Both are fixed at deployment and cannot be zero.",
      "Correct the parameters of the deployment.",
    ],
  },
  Terms_Round: {
    params: { opensAt: "date", over: "date", by: "date" },
    es: [
      "La ronda se conoce el {opensAt}; tiene que ser después del {over} y a más tardar el {by}.",
      "Un sobre no puede leerse antes de que termine la etapa anterior, y tiene que poder leerse en la suya. Sin sello de tiempo la ronda es 0.",
      "Elija otra ronda o mueva las fechas.",
    ],
    en: [
      "The round is known on {opensAt}; it must be after {over} and on {by} at the latest.",
      "An envelope cannot be readable before the stage ahead of it is over, and must be when its own begins. Without a time lock the round is 0.",
      "Choose another round or move the dates.",
    ],
  },
  Terms_Stage: {
    params: { stage: STAGES, given: "date", notBefore: "date" },
    es: [
      "La fecha de «{stage}» ({given}) es demasiado temprana: a lo menos el {notBefore}.",
      "Las etapas van en orden y cada una dura un día o más; la publicación, cinco.",
      "Mueva la fecha.",
    ],
    en: [
      "The date of «{stage}» ({given}) is too early: {notBefore} at least.",
      "The stages follow each other and each lasts a day or more; publication five.",
      "Move the date.",
    ],
  },
  Terms_Term: {
    params: { which: TERMS, given: "duration", least: "duration", most: "duration" },
    es: [
      "El plazo de «{which}» ({given}) está fuera de lo permitido: de {least} a {most}.",
      "Los mínimos protegen a oferentes y adjudicatario; los máximos, que nadie detenga la licitación.",
      "Corrija el plazo.",
    ],
    en: [
      "The term of «{which}» ({given}) is outside what is allowed: {least} to {most}.",
      "The least protects bidders and winner; the most, that nobody stalls the tender.",
      "Correct the term.",
    ],
  },
  Terms_Validity: {
    params: { given: "date", most: "date" },
    es: [
      "La vigencia de las ofertas ({given}) pasa del último día posible: {most}.",
      "El presupuesto se reserva a lo más por 730 días, y deben caber diez adjudicaciones sin firma.",
      "Acorte el calendario.",
    ],
    en: [
      "The validity of the bids ({given}) ends after the last possible day: {most}.",
      "The budget is reserved for at most 730 days, and ten awards without a signature must fit.",
      "Shorten the timetable.",
    ],
  },
} as const satisfies Catalogue;
