import { FRAMEWORK_STATUS_NAMES } from "../tender/quotes/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of framework agreements (convenios marco). */
export const frameworkMessages = {
  Framework_AlreadyBound: {
    params: { orders: "address", contests: "address" },
    es: [
      "El libro ya está unido a {orders} y {contests}.",
      "Se une una vez, al desplegar.",
      "Despliegue un libro nuevo.",
    ],
    en: [
      "The book is already bound to {orders} and {contests}.",
      "It is bound once, at deployment.",
      "Deploy a new book.",
    ],
  },
  Framework_OnlyModules: {
    params: { caller: "address" },
    es: [
      "La cuenta {caller} no mueve el tope del convenio.",
      "Lo mueven solo las órdenes y las segundas competencias.",
      "Ordene por ellas.",
    ],
    en: [
      "The account {caller} does not move the framework's ceiling.",
      "Only call-offs and second competitions move it.",
      "Order through them.",
    ],
  },
  Framework_AlreadyPublished: {
    params: { id: "digest" },
    es: ["El convenio {id} ya está publicado.", "Cada proceso tiene su propio OCID.", "Use otro OCID."],
    en: ["The framework {id} is already published.", "Each process has an OCID of its own.", "Use another OCID."],
  },
  Framework_NotTheBody: {
    params: { id: "digest", caller: "address", body: "entity" },
    es: [
      "La cuenta {caller} no actúa por un organismo vigente: {body}.",
      "Publica y cancela el organismo del convenio.",
      "Use la cuenta del organismo.",
    ],
    en: [
      "The account {caller} does not act for an active body: {body}.",
      "The framework's body publishes and cancels it.",
      "Use the body's account.",
    ],
  },
  Framework_InvalidDocument: {
    params: { id: "digest" },
    es: ["Falta el documento o el motivo.", "Todo acto público se funda.", "Indique el documento."],
    en: ["The document or the reason is missing.", "Every public act gives its reasons.", "State the document."],
  },
  Framework_Catalogue: {
    params: { id: "digest", items: "count", most: "count" },
    es: [
      "El catálogo de {items} productos no es válido.",
      "Son hasta {most}, en orden ascendente de código y con precio máximo.",
      "Ordene el catálogo y complete los precios.",
    ],
    en: [
      "The catalogue of {items} items is not valid.",
      "There are up to {most}, in ascending order of code, each with a highest price.",
      "Sort the catalogue and complete the prices.",
    ],
  },
  Framework_Limits: {
    params: { id: "digest", ceiling: "amount", minimum: "count" },
    es: [
      "El tope {ceiling} o el mínimo de {minimum} proveedores no es válido.",
      "El tope no es cero, y un convenio tiene al menos dos proveedores.",
      "Corrija el tope o el mínimo.",
    ],
    en: [
      "The ceiling {ceiling} or the minimum of {minimum} suppliers is not valid.",
      "The ceiling is not zero, and a framework has two suppliers at least.",
      "Correct the ceiling or the minimum.",
    ],
  },
  Framework_Status: {
    params: { id: "digest", status: FRAMEWORK_STATUS_NAMES },
    es: [
      "El convenio no admite este paso; su estado es: {status}.",
      "Primero ofertas, luego apertura, luego órdenes hasta su vencimiento.",
      "Espere la etapa que corresponde.",
    ],
    en: [
      "The framework does not allow this step; its status is: {status}.",
      "First offers, then openings, then call-offs until it expires.",
      "Wait for the right stage.",
    ],
  },
  Framework_Ceiling: {
    params: { id: "digest", used: "amount", ceiling: "amount" },
    es: [
      "Con esto el convenio llegaría a {used}.",
      "Su tope para todas las órdenes es {ceiling}.",
      "Ordene menos, o publique otro convenio.",
    ],
    en: [
      "With this the framework would reach {used}.",
      "Its ceiling for all call-offs is {ceiling}.",
      "Order less, or publish another framework.",
    ],
  },
  Framework_ListMismatch: {
    params: { id: "digest", supplier: "entity", given: "digest", expected: "digest" },
    es: [
      "La lista de precios dada no es la vigente de {supplier}.",
      "La vigente es {expected}; si es cero, el proveedor no fue admitido.",
      "Use su última lista publicada.",
    ],
    en: [
      "The given price list is not the present one of {supplier}.",
      "The present one is {expected}; if it is zero, the supplier was not admitted.",
      "Use its last published list.",
    ],
  },
  Framework_NotLower: {
    params: { id: "digest", supplier: "entity" },
    es: [
      "La lista nueva de {supplier} no es más barata.",
      "Los precios solo bajan, y los productos no cambian.",
      "Baje al menos un precio y suba ninguno.",
    ],
    en: [
      "The new list of {supplier} is not cheaper.",
      "Prices only fall, and the items stay the same.",
      "Lower one price at least and raise none.",
    ],
  },
  Framework_NotAdmitted: {
    params: { id: "digest", supplier: "entity" },
    es: [
      "No está en el convenio: {supplier}.",
      "Se admite a quien abrió su lista con precios dentro de los máximos.",
      "Elija un proveedor admitido.",
    ],
    en: [
      "It is not in the framework: {supplier}.",
      "Those are admitted who opened a list within the highest prices.",
      "Choose an admitted supplier.",
    ],
  },
} as const satisfies Catalogue;
