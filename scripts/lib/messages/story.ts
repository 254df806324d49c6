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
  "story-above-milestone": {
    params: { found: "amount", most: "amount" },
    es: ["El monto {found} pasa del hito.", "Se acepta a lo más {most}.", "Escriba un monto menor."],
    en: ["The amount {found} is above the milestone's.", "At most {most} is accepted.", "Write a lower amount."],
  },
  "story-above-disputed": {
    params: { found: "amount", most: "amount" },
    es: ["El monto {found} pasa de lo observado.", "Se acepta a lo más {most}.", "Escriba un monto menor."],
    en: ["The amount {found} is above what is disputed.", "At most {most} is accepted.", "Write a lower amount."],
  },
  "story-repeated": {
    params: { number: "id" },
    es: ["El hito {number} aparece dos veces.", "Cada hito tiene una sola historia.", "Una ambas o quite una."],
    en: ["Milestone {number} appears twice.", "Each milestone has one story.", "Join both or remove one."],
  },
  "story-without-objection": {
    params: {},
    es: [
      "Este campo es de un hito observado.",
      'Solo vale con "revision": "observa".',
      "Cambie la revisión o quite el campo.",
    ],
    en: [
      "This field is of a milestone that was objected to.",
      'It is accepted with "revision": "observa" only.',
      "Change the review or remove the field.",
    ],
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
