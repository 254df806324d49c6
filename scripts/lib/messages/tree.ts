import type { Catalogue } from "./types.ts";

/** What can be wrong with the rows of a tree. */
export const treeMessages = {
  "tree-key-repeated": {
    params: { key: "digest", first: "id", second: "id" },
    es: [
      "La clave {key} está dos veces: en las filas {first} y {second}.",
      "Cada clave entra una sola vez en el árbol.",
      "Quite una de las dos filas y repita.",
    ],
    en: [
      "The key {key} is there twice: in rows {first} and {second}.",
      "Each key enters the tree once.",
      "Take one of the two rows out and repeat.",
    ],
  },
} as const satisfies Catalogue;
