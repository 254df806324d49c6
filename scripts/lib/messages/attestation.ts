import type { Catalogue } from "./types.ts";

/** Custom errors of the reports that a board signs. */
export const attestationMessages = {
  Attestation_Members: {
    params: { board: "id", count: "count", least: "count", most: "count" },
    es: [
      "La comisión {board} no puede tener {count} miembros.",
      "Tiene entre {least} y {most}.",
      "Corrija la lista de cuentas.",
    ],
    en: [
      "Board {board} cannot have {count} members.",
      "It has between {least} and {most}.",
      "Correct the list of accounts.",
    ],
  },
  Attestation_Threshold: {
    params: { board: "id", threshold: "count", least: "count", most: "count" },
    es: [
      "La comisión {board} no puede decidir con {threshold} firmas.",
      "Se exige la mayoría de los miembros: entre {least} y {most}.",
      "Indique un número dentro de ese rango.",
    ],
    en: [
      "Board {board} cannot decide with {threshold} signatures.",
      "A majority of the members is required: between {least} and {most}.",
      "State a number in that range.",
    ],
  },
  Attestation_MemberOrder: {
    params: { board: "id", member: "address", previous: "address" },
    es: [
      "Los miembros de la comisión {board} no están en orden: {member} va tras {previous}.",
      "Se listan de menor a mayor y ninguno dos veces.",
      "Ordene la lista y quite los repetidos.",
    ],
    en: [
      "The members of board {board} are out of order: {member} comes after {previous}.",
      "They are listed ascending, and none twice.",
      "Sort the list and take repeated ones out.",
    ],
  },
  Attestation_NoBoard: {
    params: { board: "id" },
    es: [
      "La comisión {board} no existe.",
      "Todavía no se ha integrado.",
      "Pida a la oficina que corresponde que la integre.",
    ],
    en: ["There is no board {board}.", "It has not been composed yet.", "Ask the office in charge to compose it."],
  },
  Attestation_StaleEpoch: {
    params: { board: "id", epoch: "id", current: "id" },
    es: [
      "Las firmas son de la integración {epoch} de la comisión {board}; rige la {current}.",
      "La comisión cambió y las firmas anteriores ya no valen.",
      "Pida firmas a los miembros actuales.",
    ],
    en: [
      "The signatures are of composition {epoch} of board {board}; {current} is in force.",
      "The board has changed, and earlier signatures count no longer.",
      "Ask the present members to sign.",
    ],
  },
  Attestation_TooFew: {
    params: { board: "id", count: "count", threshold: "count" },
    es: [
      "El informe tiene {count} firmas de la comisión {board} y necesita {threshold}.",
      "Un informe vale cuando lo firman los miembros necesarios.",
      "Reúna las firmas que faltan.",
    ],
    en: [
      "The report has {count} signatures of board {board} and needs {threshold}.",
      "A report counts when the members needed have signed it.",
      "Gather the signatures that are missing.",
    ],
  },
  Attestation_SignerOrder: {
    params: { board: "id", signer: "address", previous: "address" },
    es: [
      "Las firmas de la comisión {board} no están en orden: {signer} va tras {previous}.",
      "Se entregan por cuenta, de menor a mayor, y ninguna dos veces.",
      "Ordene las firmas y quite las repetidas.",
    ],
    en: [
      "The signatures of board {board} are out of order: {signer} comes after {previous}.",
      "They are handed in by account, ascending, and none twice.",
      "Sort the signatures and take repeated ones out.",
    ],
  },
  Attestation_NotAMember: {
    params: { board: "id", signer: "address" },
    es: [
      "{signer} no integra la comisión {board}.",
      "Solo cuentan las firmas de sus miembros.",
      "Quite esa firma y reúna la de un miembro.",
    ],
    en: [
      "{signer} has no seat on board {board}.",
      "Only signatures of its members count.",
      "Take that signature out and gather a member's.",
    ],
  },
  Attestation_FalseSignature: {
    params: { board: "id", signer: "address" },
    es: [
      "La firma de {signer} para la comisión {board} no corresponde a este informe.",
      "Es de otro informe, de otro contrato o de otra cadena, o está alterada.",
      "Pídale que firme este informe.",
    ],
    en: [
      "The signature of {signer} for board {board} does not belong to this report.",
      "It is of another report, contract or chain, or was altered.",
      "Ask the member to sign this report.",
    ],
  },
} as const satisfies Catalogue;
