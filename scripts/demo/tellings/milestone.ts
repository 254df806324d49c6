import type { Tellings } from "./telling.ts";

/** Delivery, review, certificates and payment of milestones. */
export const milestoneTellings = {
  deliveredInTime: {
    params: { supplier: "entity", number: "id", name: "text", amount: "amount", due: "day", until: "day" },
    es: "{supplier} entrega a tiempo el hito {number}, «{name}», de {amount}; vencía el {due}. La inspección puede responder hasta el {until}; su silencio es aceptación.",
    en: "{supplier} delivers milestone {number}, “{name}”, of {amount}, in time; it was due on {due}. The inspector may answer until {until}; silence is acceptance.",
  },
  deliveredLate: {
    params: {
      supplier: "entity",
      number: "id",
      name: "text",
      amount: "amount",
      due: "day",
      days: "count",
      until: "day",
    },
    es: "{supplier} entrega el hito {number}, «{name}», de {amount}, con atraso de {days} días completos; vencía el {due}. La inspección puede responder hasta el {until}; su silencio es aceptación.",
    en: "{supplier} delivers milestone {number}, “{name}”, of {amount}, {days} whole days late; it was due on {due}. The inspector may answer until {until}; silence is acceptance.",
  },
  accepted: {
    params: { number: "id" },
    es: "La inspección acepta el hito {number}.",
    en: "The inspector accepts milestone {number}.",
  },
  deemed: {
    params: { number: "id" },
    es: "Nadie respondió en 8 días: el hito {number} se da por aceptado (Ley 19.983 art. 3) y un tercero, sin cargo alguno, pide que se pague.",
    en: "Nobody answered in 8 days: milestone {number} counts as accepted (Ley 19.983 art. 3) and a stranger, who holds no office, asks for the payment.",
  },
  deemedWaits: {
    params: { number: "id" },
    es: "Nadie respondió en 8 días: el hito {number} se da por aceptado (Ley 19.983 art. 3). Falta su certificado.",
    en: "Nobody answered in 8 days: milestone {number} counts as accepted (Ley 19.983 art. 3). Its certificate is missing.",
  },
  askedFor: {
    params: { number: "id" },
    es: "Ya nada se interpone y un tercero pide que se pague el hito {number}.",
    en: "Nothing stands in the way any more and a stranger asks for the payment of milestone {number}.",
  },
  paid: {
    params: { gross: "amount", number: "id" },
    es: "Del hito {number} se pagan {gross} aceptados.",
    en: "Of milestone {number}, {gross} accepted are paid.",
  },
  amortised: {
    params: { amount: "amount" },
    es: "{amount} ya se habían anticipado.",
    en: "{amount} had been advanced already.",
  },
  retained: {
    params: { amount: "amount" },
    es: "{amount} se retienen hasta la recepción definitiva.",
    en: "{amount} are retained until final acceptance.",
  },
  fined: {
    params: { amount: "amount" },
    es: "{amount} se descuentan por multas firmes y vuelven a la línea.",
    en: "{amount} are taken for final fines and return to the line.",
  },
  remains: {
    params: { amount: "amount" },
    es: "Quedan por pagar del contrato {amount}.",
    en: "{amount} of the contract remain to be paid.",
  },
  objected: {
    params: { number: "id", objected: "amount", accepted: "amount" },
    es: "La inspección observa {objected} del hito {number} y acepta {accepted}.",
    en: "The inspector objects to {objected} of milestone {number} and accepts {accepted}.",
  },
  corrected: {
    params: { supplier: "entity", number: "id", until: "day" },
    es: "{supplier} entrega de nuevo lo observado del hito {number}. La inspección puede responder hasta el {until}; su silencio es aceptación.",
    en: "{supplier} delivers again what was objected to of milestone {number}. The inspector may answer until {until}; silence is acceptance.",
  },
  upheld: {
    params: { number: "id" },
    es: "En 30 días el proveedor ni corrigió ni reclamó: la observación del hito {number} queda firme.",
    en: "In 30 days the supplier neither corrected nor disputed: the objection to milestone {number} stands.",
  },
  assigned: {
    params: { from: "entity", number: "id", assignee: "entity" },
    es: "{from} cede el cobro del hito {number} a {assignee}, sin permiso de nadie: lo que se acepte se le pagará a quien lo compró.",
    en: "{from} assigns the receivable of milestone {number} to {assignee}, with nobody's leave: what is accepted will be paid to its buyer.",
  },
  requested: {
    params: { name: "text", number: "id", until: "day" },
    es: "Se pide el certificado «{name}» del hito {number}; la oficina responde hasta el {until} y su silencio lo otorga.",
    en: "The certificate “{name}” for milestone {number} is requested; the office answers until {until} and its silence grants it.",
  },
  granted: {
    params: { name: "text", number: "id" },
    es: "La oficina otorga el certificado «{name}» del hito {number}.",
    en: "The office grants the certificate “{name}” for milestone {number}.",
  },
  refused: {
    params: { name: "text", number: "id", amount: "amount" },
    es: "La oficina rechaza el certificado «{name}» del hito {number} por {amount}.",
    en: "The office refuses the certificate “{name}” for milestone {number} in {amount}.",
  },
  silentOffice: {
    params: { name: "text", number: "id" },
    es: "La oficina no respondió: el certificado «{name}» del hito {number} se da por otorgado.",
    en: "The office did not answer: the certificate “{name}” for milestone {number} counts as granted.",
  },
  completed: {
    params: {},
    es: "Nada queda por entregar ni pagar: corre la garantía de la obra.",
    en: "Nothing is left to deliver or pay: the warranty runs.",
  },
} as const satisfies Tellings;
