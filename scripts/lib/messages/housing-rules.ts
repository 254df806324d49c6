import { RULE_LISTS } from "../housing/rules/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of the published rules of a housing call, and of the values of a household. */
export const housingRulesMessages = {
  Rules_Count: {
    params: { list: RULE_LISTS, given: "count", least: "count", most: "count" },
    es: [
      "Las reglas tienen {given} {list}; se aceptan de {least} a {most}.",
      "Un llamado tiene siempre atributos, requisitos y factores, y nadie puede publicar listas que no se puedan revisar.",
      "Corrija la lista.",
    ],
    en: [
      "The rules have {given} {list}; from {least} to {most} are accepted.",
      "A call always has attributes, requirements and factors, and nobody may publish lists too long to check.",
      "Correct the list.",
    ],
  },
  Rules_Attribute: {
    params: { attribute: "ordinal" },
    es: [
      "El atributo {attribute} no es válido.",
      "Cada uno tiene un nombre propio y un valor mínimo menor que el máximo.",
      "Corrija el atributo.",
    ],
    en: [
      "Attribute {attribute} is not valid.",
      "Each has a name of its own and a lowest value below its highest.",
      "Correct the attribute.",
    ],
  },
  Rules_Condition: {
    params: { list: RULE_LISTS, index: "ordinal", condition: "ordinal" },
    es: [
      "La condición {condition} del número {index} de la lista de {list} no es válida.",
      "Nombra un atributo de la lista, con un rango que no se invierte o con al menos una opción, y nada más.",
      "Corrija la condición.",
    ],
    en: [
      "Condition {condition} of number {index} in the list of {list} is not valid.",
      "It names an attribute of the list, with a range that is not inverted or at least one option, and nothing else.",
      "Correct the condition.",
    ],
  },
  Rules_Factor: {
    params: { factor: "ordinal" },
    es: [
      "El factor {factor} no es válido.",
      "Tiene ponderación de hasta 100 %, un tope que es su mayor puntaje y solo los datos de su tipo.",
      "Corrija el factor.",
    ],
    en: [
      "Factor {factor} is not valid.",
      "It has a weight of up to 100%, a cap that is its highest score, and only the data of its kind.",
      "Correct the factor.",
    ],
  },
  Rules_Bracket: {
    params: { factor: "ordinal", bracket: "ordinal" },
    es: [
      "El tramo {bracket} del factor {factor} no empieza después del anterior.",
      "Los tramos van de menor a mayor y sin repetirse, para que cada valor caiga en uno solo.",
      "Ordene los tramos.",
    ],
    en: [
      "Bracket {bracket} of factor {factor} does not begin after the one before it.",
      "Brackets ascend without repeats, so that each value falls into one only.",
      "Order the brackets.",
    ],
  },
  Rules_Total: {
    params: { total: "count", most: "count" },
    es: [
      "El mayor puntaje posible es {total} diezmilésimas y caben {most}.",
      "Un puntaje mayor pasaría al número del sorteo y cambiaría el orden.",
      "Rebaje los puntos.",
    ],
    en: [
      "The highest possible score is {total} ten-thousandths and {most} fit.",
      "A higher score would reach into the number of the draw and change the order.",
      "Lower the points.",
    ],
  },
  Rules_Committee: {
    params: {},
    es: [
      "La regla de las postulaciones grupales no es válida.",
      "Tiene un atributo, de dos integrantes hacia arriba, un tramo bajo menor que el alto y porcentajes de hasta 100 %.",
      "Corrija la regla o déjela vacía.",
    ],
    en: [
      "The rule of group applications is not valid.",
      "It has an attribute, two members or more, a low bracket below the high one, and shares of up to 100%.",
      "Correct the rule or leave it empty.",
    ],
  },
  Household_Count: {
    params: { given: "count", expected: "count" },
    es: [
      "El hogar tiene {given} valores y las reglas nombran {expected} atributos.",
      "Hay un valor por atributo, en el mismo orden.",
      "Complete los valores.",
    ],
    en: [
      "The household has {given} values and the rules name {expected} attributes.",
      "There is one value per attribute, in the same order.",
      "Complete the values.",
    ],
  },
  Household_Value: {
    params: { attribute: "ordinal" },
    es: [
      "El valor del atributo {attribute} está fuera de lo que existe.",
      "Las reglas publican el mínimo y el máximo de cada atributo y cuáles se cuentan en enteros.",
      "Revise el valor en su fuente.",
    ],
    en: [
      "The value of attribute {attribute} is outside what exists.",
      "The rules publish the lowest and highest value of each attribute and which are counted in whole numbers.",
      "Check the value at its source.",
    ],
  },
  Household_NoReserve: {
    params: { reserve: "id", reserves: "count" },
    es: [
      "La reserva {reserve} no existe.",
      "Las reglas publican {reserves} reservas; la 0 está abierta a todos.",
      "Use una de ellas.",
    ],
    en: [
      "Reserve {reserve} does not exist.",
      "The rules publish {reserves} reserves; number 0 is open to all.",
      "Use one of them.",
    ],
  },
  Household_Opening: {
    params: { given: "digest", expected: "digest" },
    es: [
      "Los datos no son los que la postulación selló.",
      "Su huella con la clave es {given} y la postulación lleva {expected}.",
      "Use los datos y la clave de esa postulación.",
    ],
    en: [
      "The data are not those that the application sealed.",
      "Their digest with the salt is {given} and the application carries {expected}.",
      "Use the data and the salt of that application.",
    ],
  },
} as const satisfies Catalogue;
