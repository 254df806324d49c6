import type { Labels } from "../../messages/types.ts";

/** `Quotes.Status` in words, in the order of the enum. */
export const CONTEST_STATUS_NAMES: Labels = {
  es: [
    "desconocido",
    "recibe cotizaciones",
    "apertura",
    "elección del comprador",
    "elección de la más barata",
    "aceptación",
    "vencido el plazo de aceptación",
    "por terminar",
    "contratado",
    "desierto",
    "cancelado",
    "caducado",
  ],
  en: [
    "unknown",
    "taking quotes",
    "opening",
    "buyer's choice",
    "choice of the cheapest",
    "acceptance",
    "acceptance overdue",
    "to be ended",
    "contracted",
    "unsuccessful",
    "cancelled",
    "lapsed",
  ],
};

/** `Framework.Status` in words, in the order of the enum. */
export const FRAMEWORK_STATUS_NAMES: Labels = {
  es: ["desconocido", "recibe ofertas", "apertura", "vigente", "desierto", "vencido", "cancelado"],
  en: ["unknown", "taking offers", "opening", "active", "unsuccessful", "expired", "cancelled"],
};

/** `Framework.OrderStatus` in words, in the order of the enum. */
export const ORDER_STATUS_NAMES: Labels = {
  es: ["desconocida", "objeciones", "aceptación", "vencido el plazo de aceptación", "contratada", "caducada"],
  en: ["unknown", "objections", "acceptance", "acceptance overdue", "contracted", "lapsed"],
};
