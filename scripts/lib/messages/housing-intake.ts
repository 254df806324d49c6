import type { Catalogue } from "./types.ts";

/** Custom errors of receipts, rolls and demands in a housing call. */
export const housingIntakeMessages = {
  Intake_NoRoot: {
    params: { id: "digest" },
    es: [
      "La raíz del llamado {id} viene vacía, o le falta la tabla.",
      "Una nómina tiene raíz, una postulación o más, y los datos de los que sale.",
      "Calcule la raíz otra vez y complete los datos.",
    ],
    en: [
      "The root of call {id} is empty, or its table is missing.",
      "A roll has a root, one application or more, and the data that it comes from.",
      "Work out the root again and complete the data.",
    ],
  },
  Intake_RootUsed: {
    params: { id: "digest", root: "digest" },
    es: [
      "La raíz {root} ya se usó y no sirve para el llamado {id}.",
      "Una raíz vale para un solo llamado, y una corrección es distinta de lo que corrige.",
      "Presente la raíz de la nómina de este llamado.",
    ],
    en: [
      "Root {root} was used before and does not serve for call {id}.",
      "A root counts for one call only, and a correction differs from what it corrects.",
      "Submit the root of this call's roll.",
    ],
  },
  Intake_NotASigner: {
    params: { id: "digest", account: "address" },
    es: [
      "La cuenta {account} no firma comprobantes en el llamado {id}.",
      "Solo valen los que firma la oficina de postulaciones.",
      "Use un comprobante firmado por esa oficina.",
    ],
    en: [
      "Account {account} does not sign receipts in call {id}.",
      "Only those count that the intake office signs.",
      "Use a receipt that this office has signed.",
    ],
  },
  Intake_FalseSignature: {
    params: { id: "digest", account: "address" },
    es: [
      "La firma de {account} no corresponde a este comprobante del llamado {id}.",
      "El comprobante fue alterado, o es de otra red o de otro contrato.",
      "Use el comprobante tal como se entregó.",
    ],
    en: [
      "The signature of {account} does not fit this receipt of call {id}.",
      "The receipt was altered, or is of another network or contract.",
      "Use the receipt as it was handed over.",
    ],
  },
  Intake_NotNewer: {
    params: { id: "digest", nullifier: "digest", issuedAt: "date", lodgedAt: "date" },
    es: [
      "El comprobante del hogar {nullifier} es del {issuedAt}; en el llamado {id} ya hay uno del {lodgedAt}.",
      "Vale el último de cada hogar.",
      "Deposite uno posterior, o nada.",
    ],
    en: [
      "The receipt of household {nullifier} is of {issuedAt}; call {id} has one of {lodgedAt} already.",
      "The last one of each household counts.",
      "Lodge a later one, or none.",
    ],
  },
  Intake_NoReceipt: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "El comprobante del hogar {nullifier} no vale en el llamado {id}.",
      "No está en la raíz ni depositado, es de otro llamado o de otra fecha, o hay uno posterior depositado.",
      "Muestre el último comprobante con su prueba.",
    ],
    en: [
      "The receipt of household {nullifier} does not count in call {id}.",
      "It is neither in the root nor lodged, is of another call or time, or a later one is lodged.",
      "Show the last receipt with its proof.",
    ],
  },
  Intake_NotDeclared: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "La postulación del hogar {nullifier} no es la de su comprobante en el llamado {id}.",
      "Vale lo que el hogar declaró, con el puntaje del comprobante.",
      "Entregue la postulación tal como se recibió.",
    ],
    en: [
      "The application of household {nullifier} is not that of its receipt in call {id}.",
      "What the household declared counts, with the score of the receipt.",
      "Give the application as it was received.",
    ],
  },
  Intake_Demanded: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "El hogar {nullifier} ya pidió que se muestre su inclusión en el llamado {id}.",
      "Se pide una sola vez.",
      "Espere la respuesta hasta que venza el plazo.",
    ],
    en: [
      "Household {nullifier} has already demanded to be shown in call {id}.",
      "It is demanded once only.",
      "Wait for the answer until the term ends.",
    ],
  },
  Intake_NoDemand: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "No queda pendiente esa petición del hogar {nullifier} en el llamado {id}.",
      "No se pidió, se pidió con otra postulación, o ya se mostró.",
      "Revise los eventos del llamado.",
    ],
    en: [
      "No such demand of household {nullifier} is open in call {id}.",
      "It was not made, was made with another application, or was answered.",
      "Look at the events of the call.",
    ],
  },
} as const satisfies Catalogue;
