import type { Catalogue } from "./types.ts";

/** What can be wrong with the encrypted file in which a bidder keeps a sealed bid, and with its password. */
export const sealedBidMessages = {
  "bid-file-damaged": {
    params: {},
    es: [
      "El archivo de la oferta está dañado.",
      "Su contenido no es el que se escribió: fue cortado o modificado, o es otro archivo.",
      "Use una copia de respaldo.",
    ],
    en: [
      "The bid's file is damaged.",
      "Its content is not what was written: it was cut or changed, or is another file.",
      "Use a backup copy.",
    ],
  },
  "bid-file-password": {
    params: {},
    es: [
      "La clave no abre el archivo de la oferta.",
      "Es otra que la elegida al guardarla, o alguien rehízo el archivo.",
      "Escriba la clave con que se guardó.",
    ],
    en: [
      "The password does not open the bid's file.",
      "It is not the one chosen when it was saved, or somebody made the file anew.",
      "Enter the password that it was saved with.",
    ],
  },
  "bid-file-other": {
    params: {
      part: {
        es: [
          "de otra red",
          "de otro contrato",
          "de otra licitación",
          "de otra versión de las bases",
          "de otro oferente",
          "otra",
        ],
        en: [
          "of another network",
          "of another contract",
          "of another tender",
          "of another version",
          "of another bidder",
          "another",
        ],
      },
    },
    es: [
      "El archivo guarda otra oferta: es {part}.",
      "Cada oferta tiene su propio archivo y abre solo la que se comprometió.",
      "Indique el archivo de esa oferta.",
    ],
    en: [
      "The file holds another bid: it is {part}.",
      "Each bid has a file of its own, which opens only what was committed to.",
      "State the file of that bid.",
    ],
  },
  "bid-file-taken": {
    params: {},
    es: [
      "El archivo ya guarda otra oferta.",
      "Ninguna oferta guardada se sobrescribe, porque sin su archivo no se puede abrir.",
      "Use otra carpeta.",
    ],
    en: [
      "The file already holds another bid.",
      "No saved bid is overwritten, because without its file it cannot be opened.",
      "Use another folder.",
    ],
  },
  "bid-password-missing": {
    params: { variable: "text" },
    es: [
      "Falta la clave del archivo de la oferta.",
      "Se escribe en la terminal o se toma de la variable {variable}; nunca es un argumento.",
      "Repita en una terminal o defina esa variable.",
    ],
    en: [
      "The password of the bid's file is missing.",
      "It is typed at the terminal or taken from the variable {variable}; it is never an argument.",
      "Repeat at a terminal, or set that variable.",
    ],
  },
  "bid-password-short": {
    params: { minimum: "count" },
    es: [
      "La clave es demasiado corta.",
      "Quien copie el archivo puede probar claves sin límite; se piden al menos {minimum} caracteres.",
      "Elija una más larga.",
    ],
    en: [
      "The password is too short.",
      "Whoever copies the file can try passwords without limit; at least {minimum} characters are asked for.",
      "Choose a longer one.",
    ],
  },
  "bid-password-differs": {
    params: {},
    es: [
      "Las dos claves escritas no son iguales.",
      "Una clave mal escrita dejaría la oferta cerrada también para usted.",
      "Repita y escríbala dos veces igual.",
    ],
    en: [
      "The two passwords typed are not the same.",
      "A mistyped password would lock the bid for you as well.",
      "Repeat and type it the same twice.",
    ],
  },
} as const satisfies Catalogue;
