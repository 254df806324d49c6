import type { Catalogue } from "./types.ts";

/** What can be wrong with a field's presence, type or text. */
export const fieldMessages = {
  "field-missing": {
    params: {},
    es: ["Falta este campo.", "Es obligatorio.", "Agréguelo al archivo."],
    en: ["This field is missing.", "It is required.", "Add it to the file."],
  },
  "field-unknown": {
    params: { key: "text", accepted: "text" },
    es: ["El campo «{key}» no se conoce.", "Aquí se aceptan: {accepted}.", "Corrija el nombre o quite el campo."],
    en: ["The field “{key}” is not known.", "Accepted here: {accepted}.", "Correct its name or remove it."],
  },
  "field-type": {
    params: { found: "jsonType", expected: "jsonType" },
    es: [
      "El valor es {found} y debe ser {expected}.",
      "Los textos, montos y fechas van entre comillas; los números enteros, sin ellas.",
      "Escriba {expected}.",
    ],
    en: [
      "The value is {found} and must be {expected}.",
      "Texts, amounts and dates are in quotes; whole numbers are not.",
      "Write {expected}.",
    ],
  },
  "field-not-listed": {
    params: { found: "text", accepted: "text" },
    es: ["«{found}» no es una de las opciones.", "Se aceptan: {accepted}.", "Escriba una de ellas."],
    en: ["“{found}” is not one of the options.", "Accepted: {accepted}.", "Write one of them."],
  },
  "field-refused": {
    params: {},
    es: ["El valor no se acepta.", "No cumple la forma de este campo.", "Compare con el archivo de ejemplo."],
    en: ["The value is not accepted.", "It does not have this field's form.", "Compare with the sample file."],
  },
  "list-too-short": {
    params: { found: "count", min: "count" },
    es: ["La lista tiene {found} elementos.", "Debe tener al menos {min}.", "Agregue los que faltan."],
    en: ["The list has {found} elements.", "It must have at least {min}.", "Add those that are missing."],
  },
  "list-too-long": {
    params: { found: "count", max: "count" },
    es: ["La lista tiene {found} elementos.", "Se aceptan a lo más {max}.", "Quite los que sobran."],
    en: ["The list has {found} elements.", "At most {max} are accepted.", "Remove those in excess."],
  },
  "integer-range": {
    params: { found: "count", min: "count", max: "count" },
    es: ["El número {found} está fuera de rango.", "Se acepta de {min} a {max}.", "Escriba un número del rango."],
    en: ["The number {found} is out of range.", "From {min} to {max} is accepted.", "Write a number in the range."],
  },
  "text-empty": {
    params: {},
    es: ["El texto está vacío.", "Debe tener al menos una letra o cifra.", "Escríbalo."],
    en: ["The text is empty.", "It must have at least one letter or digit.", "Write it."],
  },
  "text-too-long": {
    params: { found: "count", max: "count" },
    es: ["El texto tiene {found} caracteres.", "Se aceptan a lo más {max}.", "Acórtelo."],
    en: ["The text has {found} characters.", "At most {max} are accepted.", "Shorten it."],
  },
  "text-characters": {
    params: { found: "text" },
    es: [
      "«{found}» tiene caracteres que no se aceptan.",
      "Se aceptan letras latinas, cifras y signos visibles: otros alfabetos e invisibles imitan nombres ajenos.",
      "Escriba el texto de nuevo a mano.",
    ],
    en: [
      "“{found}” has characters that are not accepted.",
      "Latin letters, digits and visible signs are: other alphabets and invisible characters imitate others' names.",
      "Type the text again by hand.",
    ],
  },
  "text-formula": {
    params: { found: "text" },
    es: [
      "«{found}» empieza como una fórmula de planilla.",
      "Un texto no puede empezar con =, +, - ni @: una planilla lo ejecutaría.",
      "Quite el primer signo.",
    ],
    en: [
      "“{found}” begins like a spreadsheet formula.",
      "A text cannot begin with =, +, - or @: a spreadsheet would run it.",
      "Remove the first sign.",
    ],
  },
} as const satisfies Catalogue;
