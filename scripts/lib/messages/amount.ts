import type { Catalogue } from "./types.ts";

/** What can be wrong with amounts, percentages and values of UF and UTM. */
export const amountMessages = {
  "amount-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es un monto.",
      'Se acepta "1250000", "1.250.000" o "1.250.000,50": punto de miles, coma decimal, sin signo ni símbolo.',
      "Escríbalo en una de esas formas.",
    ],
    en: [
      "“{found}” is not an amount.",
      'Accepted: "1250000", "1.250.000" or "1.250.000,50": dot for thousands, comma for decimals, no sign or symbol.',
      "Write it in one of those forms.",
    ],
  },
  "amount-ambiguous": {
    params: { found: "text" },
    es: [
      "«{found}» se puede leer de dos maneras.",
      "Este monto admite tres decimales o más: el signo puede separar miles o decimales.",
      'Escriba los miles sin punto ("1250") o el decimal con otro largo ("1,25").',
    ],
    en: [
      "“{found}” can be read in two ways.",
      "This amount may have three decimals or more: the mark may separate thousands or decimals.",
      'Write thousands without a dot ("1250") or the decimals at another length ("1,25").',
    ],
  },
  "amount-too-precise": {
    params: { found: "text", decimals: "count" },
    es: [
      "«{found}» tiene más decimales que los que existen.",
      "Aquí se aceptan a lo más {decimals} decimales y no se redondea.",
      "Quite los decimales que sobran.",
    ],
    en: [
      "“{found}” has more decimals than exist.",
      "At most {decimals} decimals are accepted here and nothing is rounded.",
      "Remove the decimals in excess.",
    ],
  },
  "amount-too-large": {
    params: { found: "text" },
    es: [
      "«{found}» es más de lo que un contrato puede guardar.",
      "El máximo es 2^128 - 1 unidades mínimas.",
      "Revise la cantidad de ceros.",
    ],
    en: ["“{found}” is more than a contract can hold.", "The maximum is 2^128 - 1 smallest units.", "Count the zeros."],
  },
  "amount-zero": {
    params: {},
    es: ["El monto es cero.", "Aquí debe ser mayor que cero.", "Escriba el monto."],
    en: ["The amount is zero.", "It must be above zero here.", "Write the amount."],
  },
  "percent-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es un porcentaje.",
      'Se acepta "5 %" o "0,5 %", con coma decimal y sin signo.',
      "Escríbalo en esa forma.",
    ],
    en: [
      "“{found}” is not a percentage.",
      'Accepted: "5 %" or "0,5 %", with a decimal comma and no sign.',
      "Write it in that form.",
    ],
  },
  "percent-too-precise": {
    params: { found: "text" },
    es: [
      "«{found}» tiene más de dos decimales.",
      "Los contratos cuentan centésimas de por ciento.",
      "Quite decimales.",
    ],
    en: ["“{found}” has more than two decimals.", "The contracts count hundredths of a percent.", "Remove decimals."],
  },
  "percent-too-large": {
    params: { found: "text", max: "bps" },
    es: ["«{found}» pasa el máximo.", "Aquí se acepta a lo más {max}.", "Escriba un porcentaje menor."],
    en: ["“{found}” is above the maximum.", "At most {max} is accepted here.", "Write a lower percentage."],
  },
  "index-value-missing": {
    params: { unit: "text", day: "day" },
    es: [
      "Falta el valor de la {unit} para el {day}.",
      "La tabla de valores debe traerlo, con su fecha y su fuente: la UTM al día 1 del mes, la UF al día.",
      "Agréguelo a la tabla.",
    ],
    en: [
      "The value of the {unit} for {day} is missing.",
      "The table of values must have it, with date and source: the UTM on the 1st of the month, the UF on the day.",
      "Add it to the table.",
    ],
  },
} as const satisfies Catalogue;
