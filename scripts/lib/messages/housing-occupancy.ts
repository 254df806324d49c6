import { OCCUPANCY_STEPS } from "../housing/award-names.ts";
import { PROCESS_STAGES } from "../procurement/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of the duty to live in the home. */
export const housingOccupancyMessages = {
  Occupancy_Window: {
    params: { window: OCCUPANCY_STEPS, given: "duration", least: "duration", most: "duration" },
    es: [
      "El plazo para {window} es de {given}; se acepta de {least} a {most}.",
      "Cada parte tiene cinco días hábiles o más, y ningún plazo queda abierto sin término.",
      "Corrija el plazo.",
    ],
    en: [
      "The term for {window} is {given}; from {least} to {most} is accepted.",
      "Each side has five working days or more, and no term stays open without an end.",
      "Correct the term.",
    ],
  },
  Occupancy_Ended: {
    params: { nullifier: "digest", until: "date" },
    es: [
      "La obligación de habitar terminó el {until}.",
      "Dura cinco años desde que se pagó el subsidio o se entregó la vivienda.",
      "No hay nada que fiscalizar.",
    ],
    en: [
      "The duty to live in the home ended on {until}.",
      "It lasts five years from when the subsidy was paid or the home handed over.",
      "There is nothing to inspect.",
    ],
  },
  Occupancy_Stage: {
    params: { nullifier: "digest", stage: PROCESS_STAGES },
    es: [
      "El procedimiento no admite este paso; su etapa es: {stage}.",
      "Van en orden notificación, descargos, decisión, apelación y revisión, cada una en su plazo.",
      "Espere la etapa que corresponde.",
    ],
    en: [
      "The procedure does not allow this step; its stage is: {stage}.",
      "Notice, defence, decision, appeal and review follow in order, each in its window.",
      "Wait for the right stage.",
    ],
  },
  Occupancy_NoDocument: {
    params: { nullifier: "digest" },
    es: [
      "Falta la huella del acta, del escrito o de la resolución.",
      "Cada paso del procedimiento se apoya en un documento.",
      "Indique su huella.",
    ],
    en: [
      "The hash of the report, writ or ruling is missing.",
      "Each step of the procedure rests on a document.",
      "Give its hash.",
    ],
  },
  Occupancy_SameOffice: {
    params: { nullifier: "digest", caller: "address" },
    es: [
      "La cuenta {caller} ya decidió este procedimiento.",
      "La apelación la resuelve quien no dictó la decisión.",
      "Use la cuenta de la oficina revisora.",
    ],
    en: [
      "The account {caller} decided this procedure.",
      "The appeal is decided by somebody who did not give the decision.",
      "Use the account of the reviewing office.",
    ],
  },
} as const satisfies Catalogue;
