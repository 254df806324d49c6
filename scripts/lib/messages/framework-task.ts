import type { Catalogue } from "./types.ts";

/** What can be wrong with a command about a framework beyond the form of its input file. */
export const frameworkTaskMessages = {
  "framework-unknown": {
    params: { id: "digest" },
    es: [
      "No hay ningún convenio {id} en esta red.",
      "El identificador lo dice «framework publish».",
      "Revise el identificador y la red.",
    ],
    en: [
      "There is no framework {id} on this network.",
      "The id is said by “framework publish”.",
      "Check id and network.",
    ],
  },
  "call-off-unknown": {
    params: { id: "digest" },
    es: [
      "No hay ninguna orden {id} en esta red.",
      "El identificador lo dice «framework order call-off».",
      "Revise el identificador y la red.",
    ],
    en: [
      "There is no call-off {id} on this network.",
      "The id is said by “framework order call-off”.",
      "Check id and network.",
    ],
  },
  "product-unknown": {
    params: { code: "id" },
    es: [
      "El producto {code} no está en el catálogo del convenio.",
      "Se ofrece y se ordena solo lo que el convenio publicó.",
      "Revise el código.",
    ],
    en: [
      "The product {code} is not in the framework's catalogue.",
      "Only what the framework published is offered and ordered.",
      "Check the code.",
    ],
  },
  "product-twice": {
    params: { code: "id" },
    es: [
      "El producto {code} aparece dos veces.",
      "Cada producto tiene un precio y una cantidad.",
      "Deje una sola entrada.",
    ],
    en: ["The product {code} is named twice.", "Each product has one price and one quantity.", "Leave one entry."],
  },
  "product-price": {
    params: { code: "id", price: "amount", most: "amount" },
    es: [
      "El precio {price} del producto {code} pasa su máximo.",
      "El convenio admite hasta {most}; una lista con un precio mayor queda fuera entera.",
      "Rebaje el precio.",
    ],
    en: [
      "The price {price} of the product {code} is above its highest.",
      "The framework takes up to {most}; a list with a higher price is out as a whole.",
      "Lower the price.",
    ],
  },
  "list-missing": {
    params: { supplier: "entity" },
    es: [
      "{supplier} no tiene una lista admitida en el convenio.",
      "Se admite a quien abrió su lista con precios dentro de los máximos, y todo su grupo con él.",
      "Elija un proveedor admitido.",
    ],
    en: [
      "{supplier} has no admitted list in the framework.",
      "Those are admitted who opened a list within the highest prices, with all of their group.",
      "Choose an admitted supplier.",
    ],
  },
  "list-none": {
    params: {},
    es: [
      "Ninguna lista admitida cubre la canasta por menos.",
      "Una orden va a la lista más barata que la cubre; una objeción muestra otra aún más barata.",
      "Revise la canasta, o nombre al proveedor.",
    ],
    en: [
      "No admitted list covers the basket for less.",
      "A call-off goes to the cheapest list that covers it; an objection shows one cheaper still.",
      "Check the basket, or name the supplier.",
    ],
  },
} as const satisfies Catalogue;
