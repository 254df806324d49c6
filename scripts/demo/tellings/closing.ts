import type { Tellings } from "./telling.ts";

/** Final acceptance, and the reconciliation. */
export const closingTellings = {
  finalAcceptance: {
    params: {},
    es: "Terminada la garantía de la obra, la inspección da la recepción definitiva.",
    en: "The warranty is over and the inspector gives final acceptance.",
  },
  finalObjection: {
    params: { amount: "amount" },
    es: "Terminada la garantía de la obra, la inspección observa {amount} de la retención.",
    en: "The warranty is over and the inspector objects to {amount} of the retention.",
  },
  finalSilence: {
    params: {},
    es: "Terminada la garantía de la obra, la inspección calló 8 días: la recepción definitiva se da por otorgada.",
    en: "The warranty is over and the inspector was silent for 8 days: final acceptance counts as given.",
  },
  retention: {
    params: {},
    es: "Un tercero pide que se pague la retención.",
    en: "A stranger asks for the retention to be paid.",
  },
  table: {
    params: {},
    es: "Cuadre de la Tesorería: cada peso, de los eventos de la cadena.",
    en: "Reconciliation of the Treasury: every peso, from the events of the chain.",
  },
  difference: {
    params: { what: "own", replayed: "amount", onChain: "amount" },
    es: "No cuadra {what}: según los eventos {replayed}, según la cadena {onChain}.",
    en: "{what} does not reconcile: {replayed} by the events, {onChain} by the chain.",
  },
  reconciled: {
    params: { balance: "amount" },
    es: "Cuadra al peso: los {balance} que tiene la Tesorería son los que la cuenta explica, y las consultas a los contratos dicen lo mismo.",
    en: "It reconciles to the peso: the {balance} that the Treasury has are those that the account explains, and the contracts answer the same.",
  },
  unreconciled: {
    params: {},
    es: "La cuenta no cuadra.",
    en: "The account does not reconcile.",
  },
} as const satisfies Tellings;
