import { ORDER_STATUS_NAMES } from "../tender/quotes/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of call-offs under a framework. */
export const callOffMessages = {
  CallOff_Exists: {
    params: { id: "digest" },
    es: ["La orden {id} ya existe.", "Cada orden tiene su propio OCID.", "Use otro OCID."],
    en: ["The call-off {id} already exists.", "Each call-off has an OCID of its own.", "Use another OCID."],
  },
  CallOff_Basket: {
    params: { id: "digest", total: "amount" },
    es: [
      "La canasta cuesta {total} según la lista, y no es válida.",
      "La lista debe cubrirla, los productos van en orden, y cada hito vale al menos una unidad.",
      "Corrija la canasta o elija otra lista.",
    ],
    en: [
      "The basket costs {total} by the list, and is not valid.",
      "The list must cover it, items are in order, and each milestone is worth a unit.",
      "Correct the basket or choose another list.",
    ],
  },
  CallOff_BasketMismatch: {
    params: { id: "digest", given: "digest", expected: "digest" },
    es: ["La canasta dada no es la de la orden.", "La publicada es {expected}.", "Use la canasta publicada."],
    en: ["The given basket is not the call-off's.", "The published one is {expected}.", "Use the published basket."],
  },
  CallOff_CompetitionDue: {
    params: { id: "digest", bought: "amount", below: "amount" },
    es: [
      "Con esta orden el comprador suma {bought} en treinta días.",
      "Desde {below} se compite de nuevo entre los proveedores del convenio.",
      "Llame a una segunda competencia.",
    ],
    en: [
      "With this call-off the buyer comes to {bought} in thirty days.",
      "From {below} on the suppliers of the framework compete again.",
      "Call a second competition.",
    ],
  },
  CallOff_Status: {
    params: { id: "digest", status: ORDER_STATUS_NAMES },
    es: [
      "La orden no admite este paso; su estado es: {status}.",
      "Primero objeciones, luego aceptación del proveedor.",
      "Espere la etapa que corresponde.",
    ],
    en: [
      "The call-off does not allow this step; its status is: {status}.",
      "First objections, then the supplier's acceptance.",
      "Wait for the right stage.",
    ],
  },
  CallOff_NotCheaper: {
    params: { id: "digest", total: "amount", price: "amount" },
    es: [
      "La lista mostrada da {total}.",
      "Solo desplaza a la orden una lista que dé menos de {price}.",
      "Muestre una lista más barata.",
    ],
    en: ["The list shown comes to {total}.", "Only a list below {price} moves the call-off.", "Show a cheaper list."],
  },
  CallOff_Barred: {
    params: { id: "digest", supplier: "entity", group: "count" },
    es: [
      "La lista de {supplier} ya no desplaza órdenes de este convenio.",
      "Su grupo, {group}, rechazó una orden que una objeción le había llevado.",
      "Muestre la lista de otro grupo.",
    ],
    en: [
      "The list of {supplier} moves no more orders of this framework.",
      "Its group, {group}, refused an order that an objection had brought it.",
      "Show a list of another group.",
    ],
  },
  CallOff_NotTheSupplier: {
    params: { id: "digest", caller: "address", supplier: "entity" },
    es: [
      "La cuenta {caller} no actúa por el proveedor de la orden: {supplier}.",
      "Acepta o declina solo ese proveedor.",
      "Use su cuenta inscrita.",
    ],
    en: [
      "The account {caller} does not act for the call-off's supplier: {supplier}.",
      "Only that supplier accepts or declines.",
      "Use its registered account.",
    ],
  },
} as const satisfies Catalogue;
