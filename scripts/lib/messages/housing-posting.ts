import { POSTING_STATES } from "../housing/results/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of who posts the result of a housing round, and when. */
export const housingPostingMessages = {
  Result_NotActive: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no publica resultados del llamado {id}.",
      "Publica quien actúa por una entidad vigente del Registro, que responde con una garantía.",
      "Use la cuenta de la entidad, o acredítela.",
    ],
    en: [
      "The account {caller} posts no results of call {id}.",
      "Whoever acts for an active entity of the Registry posts, and answers with a bond.",
      "Use the entity's account, or have it accredited.",
    ],
  },
  Result_Round: {
    params: { id: "digest", given: "id", round: "id" },
    es: [
      "El resultado es de la ronda {given}; el llamado {id} está en la ronda {round}.",
      "La ronda 0 es la de un llamado sin sortear.",
      "Calcule el resultado de la ronda abierta.",
    ],
    en: [
      "The result is of round {given}; call {id} is in round {round}.",
      "Round 0 is that of a call that was not drawn yet.",
      "Work out the result of the open round.",
    ],
  },
  Result_Late: {
    params: { id: "digest", until: "date" },
    es: [
      "En el llamado {id} eso se podía hasta el {until}.",
      "Quien publica otro resultado tiene la primera mitad del plazo, y quien objeta, todo el plazo.",
      "Revise qué resultado queda en pie.",
    ],
    en: [
      "In call {id} that was possible until {until}.",
      "Whoever posts another result has the first half of the window, whoever refutes one the whole.",
      "See which result stands.",
    ],
  },
  Result_NotDue: {
    params: { id: "digest", round: "id", until: "date" },
    es: [
      "La ronda {round} del llamado {id} no está decidida.",
      "Se decide con un resultado en pie cuando pasa su plazo, que termina el {until}.",
      "Espere, o publique un resultado si no queda ninguno en pie.",
    ],
    en: [
      "Round {round} of call {id} is not decided.",
      "It is decided by a result that stands when its window is over, which ends on {until}.",
      "Wait, or post a result if none stands.",
    ],
  },
  Result_LastRound: {
    params: { id: "digest", rounds: "count" },
    es: [
      "El llamado {id} tuvo ya sus {rounds} rondas.",
      "El número de rondas se fija al abrir el llamado.",
      "Cierre el llamado.",
    ],
    en: [
      "Call {id} has had its {rounds} rounds.",
      "The number of rounds is fixed when the call is opened.",
      "Close the call.",
    ],
  },
  Result_State: {
    params: { id: "digest", number: "id", state: POSTING_STATES },
    es: [
      "El resultado {number} de la ronda, en el llamado {id}, {state}.",
      "Solo se objeta, o se devuelve la garantía, de uno que está en pie.",
      "Revise el número.",
    ],
    en: [
      "Result {number} of the round, in call {id}, {state}.",
      "Only one that stands is refuted, or has its bond given back.",
      "Check the number.",
    ],
  },
} as const satisfies Catalogue;
