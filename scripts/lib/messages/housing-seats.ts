import { SEAT_STATES } from "../housing/call/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of the seats of housing calls. */
export const housingSeatsMessages = {
  Seat_NotProven: {
    params: { id: "digest" },
    es: [
      "La prueba no muestra esas postulaciones en la nómina del llamado {id}.",
      "Cada postulación se prueba como está en la nómina firmada, o como la dejó un hecho probado.",
      "Genere la prueba de nuevo con la tabla publicada.",
    ],
    en: [
      "The proof does not show these applications in the roll of call {id}.",
      "Each application is proven as it stands in the signed roll, or as a proven fact left it.",
      "Make the proof again from the published table.",
    ],
  },
  Seat_None: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "El hogar {nullifier} no tiene en el llamado {id} un cupo por inscribir.",
      "Ya lo tiene, no alcanza ningún corte de su lista, no fue admitido, o su cupo aún no ha sido desocupado.",
      "Consulte la explicación del hogar.",
    ],
    en: [
      "Household {nullifier} has no seat to be settled in call {id}.",
      "It has it already, clears no cutoff of its list, was not admitted, or nobody has left its seat yet.",
      "Look at the household's explanation.",
    ],
  },
  Seat_State: {
    params: { nullifier: "digest", state: SEAT_STATES },
    es: [
      "El cupo del hogar {nullifier} está en otro estado: {state}.",
      "Se acepta o renuncia lo ofrecido, se usa lo aceptado, se revoca lo entregado.",
      "Consulte la explicación del hogar.",
    ],
    en: [
      "The seat of household {nullifier} is in another state: {state}.",
      "What is offered is accepted or waived, what is accepted is used, what was given is revoked.",
      "Look at the household's explanation.",
    ],
  },
  Seat_InLine: {
    params: { nullifier: "digest", settledIn: "id", round: "id" },
    es: [
      "El hogar {nullifier} espera un cupo mejor y su lugar fue inscrito en la vuelta {settledIn}, no en la {round}.",
      "Mientras una vuelta está abierta, lo de quienes esperan no cambia; para usar el subsidio hay que dejar la espera.",
      "Inscriba su asignación de esta vuelta, y después repita.",
    ],
    en: [
      "Household {nullifier} waits for a better seat and was settled in round {settledIn}, not in round {round}.",
      "While a round is open nothing changes for those in line; to use the subsidy one leaves the line.",
      "Settle its entry of this round, then repeat.",
    ],
  },
  Seat_Taken: {
    params: { nullifier: "digest", call: "id" },
    es: [
      "El hogar {nullifier} ya tiene un cupo del llamado número {call}.",
      "Cada hogar recibe un solo beneficio.",
      "No hay nada que hacer.",
    ],
    en: [
      "Household {nullifier} has a seat of call number {call} already.",
      "Each household receives one benefit.",
      "There is nothing to do.",
    ],
  },
  Seat_NoPool: {
    params: { id: "digest" },
    es: [
      "El llamado {id} no tiene más lugares para recursos.",
      "Un recurso acogido nunca desplaza a un seleccionado; tendrá prioridad en el llamado siguiente.",
      "Espere el llamado siguiente.",
    ],
    en: [
      "Call {id} has no seats for appeals left.",
      "An upheld appeal never displaces anybody selected; it comes first in the next call.",
      "Wait for the next call.",
    ],
  },
} as const satisfies Catalogue;
