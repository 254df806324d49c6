import type { Catalogue } from "./types.ts";

/** Figures on which a replay of the events and the chain may differ. */
export const reconciliationMessages = {
  "figure-treasury-balance": { params: {}, es: ["saldo de la tesorería"], en: ["balance of the treasury"] },
  "figure-line-available": {
    params: { line: "id" },
    es: ["disponible de la línea {line}"],
    en: ["available of line {line}"],
  },
  "figure-line-committed": {
    params: { line: "id" },
    es: ["comprometido de la línea {line}"],
    en: ["committed of line {line}"],
  },
  "figure-bond": { params: { record: "digest" }, es: ["garantía {record}"], en: ["bond {record}"] },
  "figure-credit": { params: { entity: "entity" }, es: ["crédito de {entity}"], en: ["credit of {entity}"] },
  "figure-contract-unpaid": {
    params: { id: "digest" },
    es: ["por pagar del contrato {id}"],
    en: ["unpaid of contract {id}"],
  },
  "figure-contract-retained": {
    params: { id: "digest" },
    es: ["retenido del contrato {id}"],
    en: ["retained of contract {id}"],
  },
  "figure-contract-advance-left": {
    params: { id: "digest" },
    es: ["anticipo por amortizar del contrato {id}"],
    en: ["advance left of contract {id}"],
  },
  "figure-contract-fines-left": {
    params: { id: "digest" },
    es: ["multas por cobrar del contrato {id}"],
    en: ["fines left of contract {id}"],
  },
  "figure-contract-set-aside": {
    params: { id: "digest" },
    es: ["apartado del contrato {id}"],
    en: ["set aside of contract {id}"],
  },
  "figure-contract-paid": {
    params: { id: "digest" },
    es: ["pagado por el contrato {id}"],
    en: ["paid for contract {id}"],
  },
  "figure-contract-balance": {
    params: { id: "digest" },
    es: ["cuadratura del contrato {id}"],
    en: ["balance of contract {id}"],
  },
} as const satisfies Catalogue;
