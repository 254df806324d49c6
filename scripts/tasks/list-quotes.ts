import type { Text } from "../lib/lang.ts";

/** What is done in a contest of sealed quotes, whatever it is called for. */
const CONTEST: Readonly<Record<string, Text>> = {
  cancel: { es: "Cancelar antes del cierre.", en: "Cancel before closing." },
  submit: { es: "Presentar una cotización sellada.", en: "File a sealed quote." },
  withdraw: { es: "Retirar una cotización.", en: "Withdraw a quote." },
  open: { es: "Abrir la cotización propia.", en: "Open one's quote." },
  "open-all": { es: "Abrir todas las cotizaciones.", en: "Open every quote." },
  draw: { es: "Avanzar el sorteo entre iguales.", en: "Go on with the lot between equals." },
  "choose-cheapest": {
    es: "Elegir la más barata en silencio del comprador.",
    en: "Choose the cheapest where the buyer is silent.",
  },
  accept: { es: "Aceptar como elegido.", en: "Accept as the chosen one." },
  decline: { es: "Declinar como elegido.", en: "Decline as the chosen one." },
  "pass-over": { es: "Dejar atrás a quien no aceptó.", en: "Pass over who did not accept." },
  end: { es: "Terminar un proceso sin contrato.", en: "End a process without a contract." },
  pause: { es: "Pausar los procesos nuevos.", en: "Pause new processes." },
};

const contestTasks = (program: string): Record<string, Text> =>
  Object.fromEntries(Object.entries(CONTEST).map(([name, text]) => [`${program} ${name}`, text]));

/** Commands of agile purchases and framework agreements. */
export const QUOTE_TASKS: Readonly<Record<string, Text>> = {
  "quote request": { es: "Pedir cotizaciones (compra ágil).", en: "Request quotes (agile purchase)." },
  "quote choose": { es: "Elegir una cotización.", en: "Choose a quote." },
  ...contestTasks("quote"),
  "framework publish": { es: "Publicar un convenio marco.", en: "Publish a framework agreement." },
  "framework cancel": { es: "Cancelar un convenio antes del cierre.", en: "Cancel a framework before closing." },
  "framework submit": { es: "Presentar una lista de precios sellada.", en: "File a sealed price list." },
  "framework withdraw": { es: "Retirar una lista.", en: "Withdraw a list." },
  "framework open": { es: "Abrir la lista propia.", en: "Open one's list." },
  "framework open-all": { es: "Abrir todas las listas.", en: "Open every list." },
  "framework lower": { es: "Bajar precios de la lista propia.", en: "Lower prices of one's list." },
  "framework pause": { es: "Pausar los convenios nuevos.", en: "Pause new frameworks." },
  "framework order call-off": { es: "Ordenar bajo un convenio.", en: "Order under a framework." },
  "framework order object": { es: "Mostrar una lista más barata.", en: "Show a cheaper list." },
  "framework order accept": { es: "Aceptar una orden.", en: "Accept an order." },
  "framework order decline": { es: "Declinar una orden.", en: "Decline an order." },
  "framework order lapse": { es: "Dejar caducar una orden.", en: "Have an order lapse." },
  "framework order pause": { es: "Pausar las órdenes nuevas.", en: "Pause new orders." },
  "framework contest compete": { es: "Llamar a una segunda competencia.", en: "Call a second competition." },
  ...contestTasks("framework contest"),
};
