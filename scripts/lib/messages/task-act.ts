import type { Catalogue } from "./types.ts";

/** What of an act does not fit the token, the milestone or the term that it is about. */
export const taskActMessages = {
  "token-silent": {
    params: { token: "address" },
    es: [
      "En {token} no hay un token que diga sus decimales.",
      "Sin ellos no se sabe cuánto es un monto escrito.",
      "Revise la dirección del token.",
    ],
    en: [
      "At {token} there is no token that says its decimals.",
      "Without them it is not known how much a written amount is.",
      "Check the token's address.",
    ],
  },
  "milestone-misplaced": {
    params: { matter: "text" },
    es: [
      "La materia «{matter}» no es de un hito.",
      "Concierne al contrato entero.",
      "Quite el campo, o escriba la materia del hito.",
    ],
    en: [
      "The matter “{matter}” is not of a milestone.",
      "It concerns the whole contract.",
      "Remove the field, or write the milestone's matter.",
    ],
  },
  "notice-too-short": {
    params: { asked: "date", earliest: "date" },
    es: [
      "El contrato no puede abrirse el {asked}: la publicación corre hasta el {earliest}.",
      "Entre la publicación y el contrato pasan 5 días hábiles (Ley 19.886, art. 8 bis).",
      "Escriba esa fecha o una posterior, o quite el campo abreDesde.",
    ],
    en: [
      "The contract cannot open on {asked}: the publication runs until {earliest}.",
      "Between publication and contract lie 5 business days (Ley 19.886, art. 8 bis).",
      "Write that date or a later one, or remove the field abreDesde.",
    ],
  },
} as const satisfies Catalogue;
