import type { Tellings } from "./telling.ts";

/** The end of a contract before its schedule: by expiry, by agreement, for cause. */
export const terminationTellings = {
  expired: {
    params: {},
    es: "Pasó el último día del contrato y un tercero, sin cargo alguno, pide que se le ponga término.",
    en: "The last day of the contract has passed and a stranger, who holds no office, asks for its end.",
  },
  ended: {
    params: { amount: "amount" },
    es: "El programa del contrato termina con {amount} sin entregar; lo entregado sigue su curso.",
    en: "The contract's schedule ends with {amount} not delivered; what was delivered goes on.",
  },
  terminationAgreed: {
    params: {},
    es: "Ambas partes firman la resciliación.",
    en: "Both sides sign the end of the contract by agreement.",
  },
  terminationNoticed: {
    params: { buyer: "entity", cause: "id" },
    es: "{buyer} avisa el término anticipado por la causal {cause} del artículo 13 bis de la Ley 19.886.",
    en: "{buyer} gives notice of termination for cause {cause} of article 13 bis of Ley 19.886.",
  },
  terminationDecided: {
    params: { buyer: "entity", forfeit: "amount" },
    es: "{buyer} decide poner término al contrato y ejecutar {forfeit} de la garantía. Se puede apelar.",
    en: "{buyer} decides to terminate the contract and to forfeit {forfeit} of the bond. It can be appealed.",
  },
  terminationDropped: {
    params: { buyer: "entity" },
    es: "{buyer} acoge los descargos y desiste del término.",
    en: "{buyer} grants the defence and drops the termination.",
  },
  terminationConfirmed: {
    params: { forfeit: "amount" },
    es: "Quien revisa confirma el término, con {forfeit} de la garantía.",
    en: "The reviewer confirms the termination, with {forfeit} of the bond.",
  },
  terminationAnnulled: {
    params: {},
    es: "Quien revisa deja el término sin efecto.",
    en: "The reviewer annuls the termination.",
  },
  terminated: {
    params: {},
    es: "El término está firme y un tercero pide que se cumpla.",
    en: "The termination is final and a stranger asks for it to be carried out.",
  },
  terminationEnds: {
    params: {},
    es: "El procedimiento de término acaba sin efecto y el contrato sigue.",
    en: "The procedure of termination ends without effect and the contract goes on.",
  },
} as const satisfies Tellings;
