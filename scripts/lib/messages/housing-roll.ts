import { CORRECTION_FAULTS, FACT_KINDS } from "../housing/intake/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of what is proven against a roll, of rulings and of the corrected roll. */
export const housingRollMessages = {
  Intake_NotProven: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "La prueba sobre {nullifier} no se sostiene en el llamado {id}.",
      "Las hojas, los lugares o el camino no llevan a la raíz, o no muestran lo que se afirma.",
      "Haga la prueba otra vez con la tabla publicada.",
    ],
    en: [
      "The proof about {nullifier} does not hold in call {id}.",
      "Leaves, places or path do not lead to the root, or do not show what is claimed.",
      "Make the proof again from the published table.",
    ],
  },
  Intake_Marked: {
    params: { id: "digest", nullifier: "digest", kind: FACT_KINDS },
    es: [
      "Para el hogar {nullifier} del llamado {id} ya rige {kind}.",
      "Cada hogar se corrige una vez; después, solo por resolución.",
      "Pida una resolución si aún está mal.",
    ],
    en: [
      "For household {nullifier} of call {id} there is already {kind}.",
      "Each household is corrected once; afterwards by a ruling only.",
      "Ask for a ruling if it is still wrong.",
    ],
  },
  Intake_NothingDone: {
    params: { id: "digest" },
    es: [
      "Nada de lo enviado cambia algo en el llamado {id}.",
      "Otra persona ya lo hizo, o lo que se muestra no es lo que falta.",
      "Revise los eventos del llamado.",
    ],
    en: [
      "Nothing of what was sent changes anything in call {id}.",
      "Somebody else has done it, or what is shown is not what is missing.",
      "Look at the events of the call.",
    ],
  },
  Intake_NoReason: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "Falta el fundamento de la resolución sobre el hogar {nullifier} del llamado {id}.",
      "Toda resolución es fundada (Ley 19.880, art. 41).",
      "Indique la huella de la resolución.",
    ],
    en: [
      "The reason of the ruling about household {nullifier} of call {id} is missing.",
      "Every ruling states its reasons (Ley 19.880, art. 41).",
      "Give the hash of the ruling.",
    ],
  },
  Intake_NoFact: {
    params: { id: "digest", nullifier: "digest" },
    es: [
      "El hogar {nullifier} no está fuera del llamado {id}, o su ausencia ya se mostró.",
      "Solo se muestra la ausencia de quien quedó fuera.",
      "Revise los eventos del llamado.",
    ],
    en: [
      "Household {nullifier} is not out of call {id}, or its absence was shown already.",
      "Absence is shown only of whoever is out.",
      "Look at the events of the call.",
    ],
  },
  Intake_NoFacts: {
    params: { id: "digest" },
    es: [
      "La nómina del llamado {id} no admite corrección.",
      "Se corrige solo lo que se probó, y nada se ha probado.",
      "Deje la nómina como está.",
    ],
    en: [
      "The roll of call {id} admits no correction.",
      "Only what was proven is corrected, and nothing was.",
      "Leave the roll as it is.",
    ],
  },
  Intake_Corrected: {
    params: { id: "digest" },
    es: [
      "La nómina del llamado {id} ya se corrigió.",
      "Se corrige una vez, para que nadie elija entre nóminas.",
      "Revise la corrección presentada.",
    ],
    en: [
      "The roll of call {id} has been corrected already.",
      "It is corrected once, so that nobody chooses between rolls.",
      "Look at the correction that came.",
    ],
  },
  Intake_NoCorrection: {
    params: { id: "digest", fault: CORRECTION_FAULTS },
    es: [
      "No hay corrección en revisión en el llamado {id}: {fault}.",
      "Rige la primera nómina con lo que se probó contra ella.",
      "No hace falta hacer nada.",
    ],
    en: [
      "No correction is under review in call {id}: {fault}.",
      "The first roll counts, with what was proven against it.",
      "Nothing needs to be done.",
    ],
  },
  Intake_NotOnABoard: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no integra ninguna de las comisiones del llamado {id}.",
      "Sin prueba solo objetan quienes firman nóminas o resoluciones.",
      "Presente una prueba, o pida a un integrante que objete.",
    ],
    en: [
      "Account {caller} sits on none of the boards of call {id}.",
      "Without a proof only those object who sign rolls or rulings.",
      "Bring a proof, or ask a member to object.",
    ],
  },
} as const satisfies Catalogue;
