import { CALL_OUTCOMES, CALL_STATUSES } from "../housing/call/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of opening and ending a housing call. */
export const housingDeskMessages = {
  Call_Beacons: {
    params: { beacon: "address", fallbackBeacon: "address" },
    es: [
      "El llamado nombra los faros {beacon} y {fallbackBeacon}, que no son los de esta instalación.",
      "El sorteo usa el primer faro, y el segundo solo si nadie prueba la ronda del primero.",
      "Use los faros de la suite desplegada.",
    ],
    en: [
      "The call names the beacons {beacon} and {fallbackBeacon}, which are not those of this deployment.",
      "The draw uses the first beacon, and the second only if nobody proves the first one's round.",
      "Use the beacons of the deployed suite.",
    ],
  },
  Call_AlreadyOpen: {
    params: { id: "digest" },
    es: [
      "El llamado {id} ya está abierto.",
      "Un llamado se identifica por sus bases; con otras bases es otro llamado.",
      "No hay nada que hacer.",
    ],
    en: [
      "Call {id} is open already.",
      "A call is known by its terms; with other terms it is another call.",
      "There is nothing to do.",
    ],
  },
  Call_Unknown: {
    params: { id: "digest" },
    es: [
      "No hay ningún llamado {id}.",
      "El identificador sale de la apertura del llamado.",
      "Revise el identificador.",
    ],
    en: ["There is no call {id}.", "The id comes from the opening of the call.", "Check the id."],
  },
  Call_Ended: {
    params: { id: "digest", outcome: CALL_OUTCOMES },
    es: [
      "El llamado {id} ya terminó: {outcome}.",
      "Un llamado terminado no asigna más cupos; lo aceptado todavía se puede usar.",
      "Consulte su estado.",
    ],
    en: [
      "Call {id} has ended: {outcome}.",
      "An ended call gives no more seats; what was accepted can still be used.",
      "Look at its status.",
    ],
  },
  Call_Status: {
    params: { id: "digest", status: CALL_STATUSES },
    es: [
      "El llamado {id} está en otra etapa: {status}.",
      "Cada acto tiene su etapa, fijada por el calendario publicado.",
      "Consulte el estado y las próximas fechas del llamado.",
    ],
    en: [
      "Call {id} is at another stage: {status}.",
      "Each act has its stage, which the published timetable sets.",
      "Look at the call's status and next dates.",
    ],
  },
  Call_NotTheOffice: {
    params: { id: "digest", caller: "address", account: "address" },
    es: [
      "La cuenta {caller} no es la del organismo que llama ({account}), llamado {id}.",
      "Solo el organismo que publica el llamado puede hacerlo.",
      "Firme con la cuenta del organismo.",
    ],
    en: [
      "The account {caller} is not that of the body that calls ({account}), call {id}.",
      "Only the body that publishes the call may do this.",
      "Sign with the body's account.",
    ],
  },
  Call_NoReason: {
    params: { id: "digest" },
    es: [
      "Falta el motivo para cancelar el llamado {id}.",
      "Un llamado se cancela por un motivo publicado.",
      "Indique el documento con el motivo.",
    ],
    en: [
      "The reason to cancel call {id} is missing.",
      "A call is cancelled for a published reason.",
      "Name the document with the reason.",
    ],
  },
  Call_Unfinished: {
    params: { id: "digest", from: "date" },
    es: [
      "El llamado {id} todavía tiene cupos por asignar, o lugares para recursos.",
      "Se cierra cuando no queda nada que asignar, o desde el {from} si nada avanza hasta entonces.",
      "Asigne, decida y abra la vuelta siguiente, o espere esa fecha.",
    ],
    en: [
      "Call {id} still has seats to give, or seats for appeals.",
      "It closes when nothing is left to give, or from {from} on if nothing moves until then.",
      "Settle, decide and open the next round, or wait for that date.",
    ],
  },
} as const satisfies Catalogue;
