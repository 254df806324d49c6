import type { Catalogue } from "./types.ts";

/** What can be wrong with an input file before its fields are read. */
export const fileMessages = {
  "file-missing": {
    params: {},
    es: [
      "El archivo no existe.",
      "Se busca en la ruta indicada, relativa a la carpeta actual.",
      "Revise el nombre y la carpeta.",
    ],
    en: [
      "The file does not exist.",
      "It is looked for at the given path, relative to the current folder.",
      "Check its name and folder.",
    ],
  },
  "file-unreadable": {
    params: { reason: "text" },
    es: [
      "El archivo no se puede leer ({reason}).",
      "Debe ser un archivo, no una carpeta, con permiso de lectura.",
      "Revise la ruta y los permisos.",
    ],
    en: [
      "The file cannot be read ({reason}).",
      "It must be a file, not a folder, that you may read.",
      "Check the path and the permissions.",
    ],
  },
  "file-not-utf8": {
    params: {},
    es: [
      "El archivo no está en UTF-8.",
      "Otra codificación cambia las tildes y la eñe sin aviso.",
      "Guárdelo de nuevo con codificación UTF-8.",
    ],
    en: [
      "The file is not in UTF-8.",
      "Another encoding changes accented letters without notice.",
      "Save it again with encoding UTF-8.",
    ],
  },
  "file-kind": {
    params: { found: "own", expected: "own" },
    es: [
      "El archivo es {found}; se espera {expected}.",
      "Sus campos son los de otra clase de archivo.",
      "Indique el archivo que se espera.",
    ],
    en: [
      "The file is {found}; what is expected is {expected}.",
      "Its fields are those of another kind of file.",
      "Give the file that is expected.",
    ],
  },
  "json-invalid": {
    params: { found: "text" },
    es: [
      "El archivo no es JSON válido: no se esperaba «{found}» aquí.",
      "Suele faltar o sobrar una coma, una comilla o una llave poco antes.",
      "Corrija el archivo en la línea y columna indicadas.",
    ],
    en: [
      "The file is not valid JSON: “{found}” was not expected here.",
      "A comma, quote or brace is usually missing or left over just before.",
      "Correct the file at the line and column given.",
    ],
  },
  "json-truncated": {
    params: {},
    es: [
      "El archivo termina antes de tiempo: no es JSON completo.",
      "Falta cerrar un texto, una lista o un objeto, o el archivo está vacío.",
      "Complete el archivo.",
    ],
    en: [
      "The file ends too early: it is not complete JSON.",
      "A text, list or object is not closed, or the file is empty.",
      "Complete the file.",
    ],
  },
  "json-duplicate-key": {
    params: { key: "text" },
    es: [
      "El campo «{key}» está escrito dos veces.",
      "No se puede saber cuál de los dos valores vale.",
      "Deje uno solo.",
    ],
    en: [
      "The field “{key}” is written twice.",
      "There is no telling which of the two values holds.",
      "Keep one of them.",
    ],
  },
  "json-number-form": {
    params: { found: "text" },
    es: [
      "«{found}» no es un número entero en cifras corrientes.",
      "Sin comillas solo se aceptan enteros como 8 o 120, sin decimales ni exponente.",
      'Escriba los montos y porcentajes entre comillas: "1.250.000", "0,5 %".',
    ],
    en: [
      "“{found}” is not a whole number in plain digits.",
      "Without quotes only whole numbers such as 8 or 120 are accepted, with no decimals or exponent.",
      'Write amounts and percentages in quotes: "1.250.000", "0,5 %".',
    ],
  },
} as const satisfies Catalogue;
