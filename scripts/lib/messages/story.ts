import type { Catalogue } from "./types.ts";

/** What can be wrong in the story that the demo is to play of a contract. */
export const storyMessages = {
  "story-line-short": {
    params: { found: "amount", price: "amount" },
    es: [
      "La línea recibe {found} y el contrato vale {price}.",
      "El contrato se compromete entero antes de empezar: no alcanza.",
      "Asigne al menos el precio.",
    ],
    en: [
      "The line receives {found} and the contract costs {price}.",
      "The contract is committed whole before it begins: that is not enough.",
      "Appropriate at least the price.",
    ],
  },
  "story-above": {
    params: { found: "amount", most: "amount" },
    es: [
      "El monto {found} es muy alto.",
      "Se acepta a lo más {most}: no hay más de que disponer.",
      "Escriba uno menor.",
    ],
    en: [
      "The amount {found} is too high.",
      "At most {most} is accepted: there is no more to dispose of.",
      "Write less.",
    ],
  },
  "story-repeated": {
    params: { number: "id" },
    es: ["El hito {number} aparece dos veces.", "Cada hito tiene una sola historia.", "Una ambas o quite una."],
    en: ["Milestone {number} appears twice.", "Each milestone has one story.", "Join both or remove one."],
  },
  "story-needs": {
    params: { needs: "text" },
    es: ["Este campo no vale aquí.", "Solo vale con {needs}.", "Agregue eso o quite el campo."],
    en: ["This field is not accepted here.", "It is accepted with {needs} only.", "Add that or remove the field."],
  },
  "story-party": {
    params: { name: "text" },
    es: [
      "«{name}» aparece con otro RUT, o su RUT con otro nombre.",
      "Un nombre y un RUT son de una sola entidad.",
      "Escriba ambos igual en todo el archivo.",
    ],
    en: [
      "“{name}” appears with another RUT, or its RUT with another name.",
      "A name and a RUT belong to one entity only.",
      "Write both alike in the whole file.",
    ],
  },
  "story-certificate-twice": {
    params: { found: "text" },
    es: ["El certificado «{found}» aparece dos veces.", "Lo da una sola oficina y se pide una vez.", "Quite uno."],
    en: ["The certificate “{found}” appears twice.", "One office gives it and it is asked for once.", "Remove one."],
  },
  "output-is-input": {
    params: {},
    es: [
      "El resultado no puede escribirse sobre el archivo de entrada.",
      "Lo reemplazaría entero.",
      "Elija otro archivo.",
    ],
    en: ["The result cannot be written over the input file.", "It would replace it whole.", "Choose another file."],
  },
  "story-no-assignee": {
    params: {},
    es: [
      "Nadie en el archivo es cesionario.",
      'Un bloqueo del cesionario necesita un hito con "cesion".',
      "Agregue la cesión o bloquee al proveedor.",
    ],
    en: [
      "Nobody in the file is an assignee.",
      'Blocking the assignee needs a milestone with "cesion".',
      "Add the assignment or block the supplier.",
    ],
  },
  MockClp_Blocked: {
    params: { account: "address" },
    es: [
      "El token de prueba tiene bloqueada la cuenta {account}.",
      "Quien lo emite puede bloquear cuentas: no pueden enviar ni recibir.",
      "Desbloquéela antes de este paso.",
    ],
    en: [
      "The trial token blocks the account {account}.",
      "Its issuer can block accounts: they can neither send nor receive.",
      "Unblock it before this step.",
    ],
  },
} as const satisfies Catalogue;
