import type { Catalogue } from "./types.ts";

/** Custom errors of the seats that upheld appeals get. */
export const housingAppealSeatsMessages = {
  Appeal_Application: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "Esta postulación no puede recibir un lugar de los recursos.",
      "Debe ser hábil, de un hogar, con cupos del llamado, y la misma que se acogió.",
      "Use la postulación del fallo.",
    ],
    en: [
      "This application cannot get a seat of those for appeals.",
      "It must be eligible, a household's, with slots of the call, and the same that was upheld.",
      "Use the application of the ruling.",
    ],
  },
  Appeal_NothingCleared: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "La postulación corregida no alcanza ningún cupo de su lista.",
      "Se acoge solo lo que habría tenido cupo con los puntajes de corte.",
      "Rechace el recurso o corrija el puntaje.",
    ],
    en: [
      "The corrected application clears no slot of its list.",
      "Only what would have had a seat by the cutoffs is upheld.",
      "Reject the appeal or correct the score.",
    ],
  },
  Appeal_Slot: {
    params: { id: "digest", nullifier: "digest", given: "ordinal", first: "ordinal" },
    es: [
      "El fallo nombra el cupo {given}; el primero que la postulación alcanza es el {first}.",
      "Corresponde el primero de su lista, como a todos.",
      "Nombre ese cupo.",
    ],
    en: [
      "The ruling names slot {given}; the first that the application clears is {first}.",
      "It gets the first of its list, as everybody does.",
      "Name that slot.",
    ],
  },
  Appeal_Running: {
    params: { id: "digest", until: "date" },
    es: [
      "Todavía no se puede: el plazo dura hasta el {until}, o no ha comenzado.",
      "Hasta entonces se atiende a los hogares que vienen de un llamado anterior y se presentan y resuelven recursos.",
      "Repita después.",
    ],
    en: [
      "Not yet: the time lasts until {until}, or has not begun.",
      "Until then households from an earlier call are served and appeals are filed and ruled on.",
      "Repeat later.",
    ],
  },
  Appeal_NotNext: {
    params: { id: "digest", nullifier: "digest", next: "digest" },
    es: [
      "El recurso de {nullifier} no es el siguiente.",
      "Se atienden en el orden en que fueron acogidos; ahora corresponde {next}.",
      "Atienda ese primero.",
    ],
    en: [
      "The appeal of {nullifier} is not the next one.",
      "They are served in the order in which they were upheld; now it is {next}.",
      "Serve that one first.",
    ],
  },
  Appeal_NoPriority: {
    params: { id: "digest", nullifier: "digest", earlier: "id" },
    es: [
      "El hogar no tiene prioridad en este llamado (llamado anterior: {earlier}).",
      "La tiene en los llamados siguientes de la misma oficina, una vez, quien ganó un recurso sin que quedaran lugares.",
      "Postule con los demás.",
    ],
    en: [
      "The household has no priority in this call (earlier call: {earlier}).",
      "Whoever won an appeal when no seat was left has it in the later calls of the same office, once.",
      "Apply with the others.",
    ],
  },
  Appeal_Unserved: {
    params: { id: "digest", left: "count" },
    es: [
      "Faltan {left} recursos acogidos por atender.",
      "Los lugares que sobran pasan a su cupo solo después.",
      "Atiéndalos y repita.",
    ],
    en: [
      "{left} upheld appeals are not served yet.",
      "What is left of the seats enters its slot only after them.",
      "Serve them and repeat.",
    ],
  },
} as const satisfies Catalogue;
