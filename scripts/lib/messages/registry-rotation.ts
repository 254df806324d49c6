import type { Catalogue } from "./types.ts";

/** Custom errors of the Registry: terms of suspension, and changes of an entity's account. */
export const registryRotationMessages = {
  Registry_TermOutOfRange: {
    params: { entity: "entity", until: "date", latest: "date" },
    es: [
      "La suspensión de {entity} no puede durar hasta el {until}.",
      "Debe terminar en el futuro y a más tardar el {latest}.",
      "Indique una fecha dentro de ese plazo.",
    ],
    en: [
      "The suspension of {entity} cannot last until {until}.",
      "It must end in the future and on {latest} at the latest.",
      "State a date within that term.",
    ],
  },
  Registry_NotSuspended: {
    params: { entity: "entity" },
    es: ["No hay suspensión vigente: {entity}.", "Terminó o nunca se impuso.", "No hay nada que alzar."],
    en: ["No suspension is in force: {entity}.", "It has ended or was never imposed.", "There is nothing to lift."],
  },
  Registry_RotationPending: {
    params: { entity: "entity", until: "date" },
    es: [
      "Ya hay un cambio de cuenta en curso: {entity}.",
      "Termina a más tardar el {until}.",
      "Espere su término, o retire la propuesta si es suya.",
    ],
    en: [
      "A change of account is already pending: {entity}.",
      "It ends on {until} at the latest.",
      "Wait for its end, or take the proposal back if it is yours.",
    ],
  },
  Registry_RotationTooSoon: {
    params: { entity: "entity", notBefore: "date" },
    es: [
      "Todavía no se puede proponer otro cambio de cuenta: {entity}.",
      "Tras una propuesta fallida hay que esperar, porque cada una retiene los pagos de la entidad.",
      "Repita después del {notBefore}.",
    ],
    en: [
      "Another change of account cannot be proposed yet: {entity}.",
      "After a failed proposal there is a wait, because each one holds the entity's payments back.",
      "Repeat after {notBefore}.",
    ],
  },
  Registry_NoRotation: {
    params: { entity: "entity" },
    es: [
      "No hay un cambio de cuenta pendiente que usted pueda tocar: {entity}.",
      "No se propuso, terminó, o lo propuso la otra parte.",
      "Revise el estado de la entidad.",
    ],
    en: [
      "There is no pending change of account that you may touch: {entity}.",
      "None was proposed, it has ended, or the other side proposed it.",
      "Check the entity's state.",
    ],
  },
  Registry_RotationContested: {
    params: { entity: "entity" },
    es: [
      "El cambio de cuenta está objetado: {entity}.",
      "Lo decide la segunda instancia; su silencio lo rechaza.",
      "Espere su decisión.",
    ],
    en: [
      "The change of account is contested: {entity}.",
      "The second office decides it; its silence refuses it.",
      "Wait for its decision.",
    ],
  },
  Registry_RotationNotContested: {
    params: { entity: "entity" },
    es: [
      "No hay un cambio de cuenta objetado que decidir: {entity}.",
      "La segunda instancia decide solo lo que alguien objetó a tiempo.",
      "Revise el estado de la entidad.",
    ],
    en: [
      "There is no contested change of account to decide: {entity}.",
      "The second office decides only what somebody contested in time.",
      "Check the entity's state.",
    ],
  },
  Registry_TooLateToContest: {
    params: { entity: "entity", until: "date" },
    es: [
      "Ya no se puede objetar el cambio de cuenta: {entity}.",
      "El plazo para objetar terminó el {until}.",
      "Proponga a su vez la cuenta que corresponda.",
    ],
    en: [
      "The change of account can no longer be contested: {entity}.",
      "The time to object ended on {until}.",
      "Propose the right account in turn.",
    ],
  },
  Registry_RotationNotDue: {
    params: { entity: "entity", notBefore: "date" },
    es: [
      "La cuenta nueva todavía no puede aceptar: {entity}.",
      "Antes corre el plazo para objetar, o falta la aprobación.",
      "Repita desde el {notBefore}.",
    ],
    en: [
      "The new account cannot accept yet: {entity}.",
      "The time to object runs first, or the approval is missing.",
      "Repeat from {notBefore} on.",
    ],
  },
} as const satisfies Catalogue;
