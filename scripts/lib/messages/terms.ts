import { CATEGORIES } from "../procurement/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of the terms' check: parties, documents, schedule, dates. */
export const termsMessages = {
  Terms_NotAContract: {
    params: { account: "address" },
    es: ["En {account} no hay un contrato desplegado.", "El sistema lo necesita ahí.", "Revise la dirección y la red."],
    en: ["There is no contract at {account}.", "The system needs one there.", "Check the address and the network."],
  },
  Terms_AnnexMismatch: {
    params: { given: "digest", expected: "digest" },
    es: [
      "El anexo no es el que los términos citan.",
      "Algún dato del anexo cambió después de fijar los términos.",
      "Use el archivo exacto que ambas partes firmaron.",
    ],
    en: [
      "The annex is not the one that the terms name.",
      "Something in the annex changed after the terms were fixed.",
      "Use the exact file that both sides signed.",
    ],
  },
  Terms_NoDocument: {
    params: {},
    es: [
      "Falta el documento del contrato (document) o el identificador del proceso (ocid).",
      "Todo contrato cita su texto y el proceso del que nace.",
      "Complete ambos campos.",
    ],
    en: [
      "The contract's document (document) or the process id (ocid) is missing.",
      "Every contract names its text and the process that it comes from.",
      "Fill in both fields.",
    ],
  },
  Terms_SameParty: {
    params: { entity: "entity" },
    es: [
      "Comprador (buyer) y proveedor (supplier) son la misma entidad: {entity}.",
      "Nadie contrata consigo mismo.",
      "Corrija una de las partes.",
    ],
    en: [
      "Buyer and supplier are the same entity: {entity}.",
      "Nobody makes a contract with itself.",
      "Correct one of the parties.",
    ],
  },
  Terms_SameAccount: {
    params: { account: "address" },
    es: [
      "La cuenta {account} falta o tiene dos papeles en el contrato.",
      "Partes, inspector, suplente, árbitros y revisor son distintos; el certificador no es una parte.",
      "Nombre cuentas distintas.",
    ],
    en: [
      "The account {account} is missing or has two parts in the contract.",
      "Parties, inspector, substitute, arbiters and reviewer differ; a certifier is no party.",
      "Name different accounts.",
    ],
  },
  Terms_SumMismatch: {
    params: { sum: "amount", price: "amount" },
    es: [
      "Los hitos suman {sum} y el precio (price) es {price}.",
      "El precio es exactamente la suma de los hitos.",
      "Corrija los montos de los hitos o el precio.",
    ],
    en: [
      "The milestones sum to {sum} and the price is {price}.",
      "The price is exactly the sum of the milestones.",
      "Correct the milestones' amounts or the price.",
    ],
  },
  Terms_MilestoneCount: {
    params: { count: "count", most: "count" },
    es: ["El contrato tiene {count} hitos.", "Se admite de 1 a {most}.", "Junte o agregue hitos."],
    en: ["The contract has {count} milestones.", "From 1 to {most} are allowed.", "Merge or add milestones."],
  },
  Terms_Milestone: {
    params: { index: "ordinal" },
    es: [
      "El hito {index} no es válido.",
      "Necesita monto, entrega posible antes de su vencimiento, y vencer dentro del contrato (notBefore, dueAt, endsAt).",
      "Corrija el monto o las fechas del hito.",
    ],
    en: [
      "Milestone {index} is not valid.",
      "It needs an amount, a delivery possible before it is due, and to be due within the contract (notBefore, dueAt, endsAt).",
      "Correct the milestone's amount or dates.",
    ],
  },
  Terms_Certifier: {
    params: { kind: "ordinal" },
    es: [
      "Ninguna oficina otorga el certificado {kind} que un hito exige.",
      "Cada certificado exigido necesita su oficina (certifiers).",
      "Nombre la oficina o no exija el certificado.",
    ],
    en: [
      "No office grants certificate {kind}, which a milestone requires.",
      "Each required certificate needs its office (certifiers).",
      "Name the office or do not require the certificate.",
    ],
  },
  Terms_BondExemption: {
    params: { exemption: "id", category: CATEGORIES },
    es: [
      "El caso {exemption} no exime de la garantía de fiel cumplimiento (bondExemption) en un contrato de {category}.",
      "La ley conoce tres casos, y ninguno para obras (Ley 19.886, art. 11).",
      "Pida la garantía, o cite un caso de 1 a 3.",
    ],
    en: [
      "Case {exemption} does not exempt a contract of {category} from the performance bond (bondExemption).",
      "The law knows three cases, and none for works (Ley 19.886, art. 11).",
      "Ask for the bond, or cite a case from 1 to 3.",
    ],
  },
} as const satisfies Catalogue;
