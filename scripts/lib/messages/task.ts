import type { Catalogue } from "./types.ts";

/** What can be wrong with a command of an office beyond the form of its input file. */
export const taskMessages = {
  "signer-wrong": {
    params: { account: "address", expected: "address" },
    es: [
      "La cuenta {account} no es la que debe firmar.",
      "La firma que vale es la de {expected}.",
      "Repita con --account y esa cuenta.",
    ],
    en: [
      "Account {account} is not the one that must sign.",
      "The signature that counts is that of {expected}.",
      "Repeat with --account and that account.",
    ],
  },
  "deed-mismatch": {
    params: { found: "digest", expected: "digest" },
    es: [
      "La escritura fue alterada: sus términos dan el identificador {found} y dice {expected}.",
      "El identificador es la huella de los términos.",
      "Use el archivo tal como lo escribió «contract draft».",
    ],
    en: [
      "The deed was altered: its terms give the id {found} and it says {expected}.",
      "The id is the digest of the terms.",
      "Use the file as “contract draft” wrote it.",
    ],
  },
  "line-unknown": {
    params: { line: "id" },
    es: [
      "No existe la línea presupuestaria {line}.",
      "Las líneas se numeran desde 1 en el orden en que se abren.",
      "Vea las que hay con «treasury status».",
    ],
    en: [
      "There is no budget line {line}.",
      "Lines are numbered from 1 in the order in which they are opened.",
      "See which there are with “treasury status”.",
    ],
  },
  "line-total": {
    params: { line: "id", found: "amount", expected: "amount" },
    es: [
      "La línea {line} ha recibido {found}, y según el archivo tenía {expected} antes de esta asignación.",
      "El total del archivo protege de asignar dos veces lo mismo.",
      "Corrija el monto o el total.",
    ],
    en: [
      "Line {line} has received {found}, and by the file it had {expected} before this appropriation.",
      "The total in the file guards against appropriating the same twice.",
      "Correct the amount or the total.",
    ],
  },
  "entity-unknown": {
    params: { rut: "text" },
    es: [
      "El registro no conoce a {rut}.",
      "Solo actúan y cobran entidades acreditadas.",
      "Acredítela primero con «registry accredit».",
    ],
    en: [
      "The registry does not know {rut}.",
      "Only accredited entities act and are paid.",
      "Accredit it first with “registry accredit”.",
    ],
  },
  "budget-code-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es un ítem presupuestario.",
      "Se acepta el código del ítem de la ley, hasta 31 letras, cifras, puntos y guiones.",
      'Escríbalo, por ejemplo, "31-02-004".',
    ],
    en: [
      "“{found}” is not a budget item.",
      "Accepted: the item's code in the law, up to 31 letters, digits, dots and hyphens.",
      'Write it, for example, "31-02-004".',
    ],
  },
  "already-done": {
    params: {},
    es: ["Ya está hecho en la cadena: no hay nada que enviar.", "La cadena muestra el efecto.", "No hace falta nada."],
    en: ["It is done on the chain already: there is nothing to send.", "The chain shows the effect.", "Do nothing."],
  },
  "suite-mismatch": {
    params: { parts: "own" },
    es: [
      "El despliegue no es como debe ser: {parts}.",
      "Un contrato no es el de la compilación, una oficina no tiene su rol o quien desplegó conserva uno.",
      "No opere con este despliegue hasta aclararlo.",
    ],
    en: [
      "The deployment is not as it should be: {parts}.",
      "A contract is not that of the build, an office lacks its role or the deployer keeps one.",
      "Do not work with this deployment until that is explained.",
    ],
  },
  "signatures-differ": {
    params: {},
    es: [
      "Las dos firmas no son de lo mismo.",
      "Vale lo que ambas partes firmaron igual, hasta la última cifra.",
      "Haga firmar a ambas el mismo archivo.",
    ],
    en: [
      "The two signatures are not on the same text.",
      "What counts is what both sides signed alike, to the last digit.",
      "Have both sign the same file.",
    ],
  },
} as const satisfies Catalogue;
