import type { Catalogue } from "./types.ts";

/** Custom errors of the Treasury: lines, programs and tokens. */
export const treasuryMessages = {
  Treasury_NotAContract: {
    params: { account: "address" },
    es: [
      "En {account} no hay un contrato.",
      "Tokens, programas y Registro son contratos desplegados en esta red.",
      "Revise la dirección y la red.",
    ],
    en: [
      "There is no contract at {account}.",
      "Tokens, programs and Registry are contracts deployed on this network.",
      "Check the address and the network.",
    ],
  },
  Treasury_TokenNotAllowed: {
    params: { token: "address" },
    es: [
      "El token {token} no está habilitado.",
      "La oficina de presupuesto decide en qué token entra dinero nuevo.",
      "Use un token habilitado o pida que lo habiliten.",
    ],
    en: [
      "The token {token} is not allowed.",
      "The budget office decides in which token new money enters.",
      "Use an allowed token, or ask for it to be allowed.",
    ],
  },
  Treasury_ProgramNotApproved: {
    params: { program: "address" },
    es: [
      "El programa {program} no está aprobado.",
      "Un programa recibe líneas presupuestarias solo tras su aprobación, que se anuncia antes.",
      "Pida la aprobación y repita cuando rija.",
    ],
    en: [
      "The program {program} is not approved.",
      "A program receives budget lines only after its approval, which is announced ahead.",
      "Ask for the approval and repeat once it is in force.",
    ],
  },
  Treasury_OwnerNotActive: {
    params: { entity: "entity" },
    es: [
      "No puede ser dueño de una línea: {entity}.",
      "El dueño debe ser un organismo público acreditado y no suspendido.",
      "Acredítelo o elija otro organismo.",
    ],
    en: [
      "It cannot own a line: {entity}.",
      "The owner must be a public body that is accredited and not suspended.",
      "Accredit it or choose another body.",
    ],
  },
  Treasury_UnknownLine: {
    params: { lineId: "id" },
    es: ["La línea {lineId} no existe.", "Las líneas se numeran desde 1.", "Revise el número de la línea."],
    en: ["Line {lineId} does not exist.", "Lines are numbered from 1.", "Check the line's number."],
  },
  Treasury_NotTheProgram: {
    params: { lineId: "id", caller: "address" },
    es: [
      "La cuenta {caller} no es el programa de la línea {lineId}.",
      "Cada línea la gasta un solo programa.",
      "Opere a través de ese programa.",
    ],
    en: [
      "The account {caller} is not the program of line {lineId}.",
      "Each line is spent by one program.",
      "Act through that program.",
    ],
  },
  Treasury_LineClosed: {
    params: { lineId: "id" },
    es: [
      "La línea {lineId} está cerrada.",
      "Una línea cerrada no recibe dinero ni compromisos; lo comprometido se sigue pagando.",
      "Use otra línea.",
    ],
    en: [
      "Line {lineId} is closed.",
      "A closed line takes no money and no commitments; what is committed goes on being paid.",
      "Use another line.",
    ],
  },
  Treasury_LineNotClosed: {
    params: { lineId: "id" },
    es: [
      "La línea {lineId} sigue abierta.",
      "Lo no comprometido vuelve al organismo solo tras el cierre.",
      "Pida su cierre a la oficina de presupuesto.",
    ],
    en: [
      "Line {lineId} is still open.",
      "Uncommitted money goes back to the public body only after closing.",
      "Ask the budget office to close it.",
    ],
  },
  Treasury_NotLineOwner: {
    params: { lineId: "id", entity: "entity", owner: "entity" },
    es: [
      "La línea {lineId} no pertenece a {entity}, sino a {owner}.",
      "Solo se compromete el dinero del propio organismo.",
      "Indique una línea del organismo comprador.",
    ],
    en: [
      "Line {lineId} does not belong to {entity} but to {owner}.",
      "A public body commits its own money only.",
      "Name a line of the buyer.",
    ],
  },
} as const satisfies Catalogue;
