import { PROCESS_STAGES } from "../procurement/names.ts";
import { fineMessages } from "./fine.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of terminations and change orders. */
export const changeMessages = {
  Termination_WrongStage: {
    params: { id: "digest", stage: PROCESS_STAGES },
    es: [
      "El término anticipado no admite este paso; su etapa es: {stage}.",
      "Van en orden notificación, descargos, decisión, apelación y revisión, cada una en su plazo.",
      "Espere la etapa que corresponde.",
    ],
    en: [
      "The termination does not allow this step; its stage is: {stage}.",
      "Notice, defence, decision, appeal and review follow in order, each in its window.",
      "Wait for the right stage.",
    ],
  },
  Termination_TooSoon: {
    params: { id: "digest", notBefore: "date" },
    es: [
      "El próximo término anticipado puede notificarse desde el {notBefore}.",
      "Uno que terminó sin efecto deja libre el contrato por 30 días.",
      "Espere esa fecha.",
    ],
    en: [
      "The next termination may be noticed from {notBefore}.",
      "One that ended without effect leaves the contract free for 30 days.",
      "Wait for that date.",
    ],
  },
  Termination_UnknownCause: {
    params: { id: "digest", cause: "id" },
    es: [
      "La causal {cause} no existe.",
      "La ley tiene siete, de la letra a (1) a la g (7) (Ley 19.886, art. 13 bis).",
      "Indique un número de 1 a 7.",
    ],
    en: [
      "There is no cause {cause}.",
      "The law has seven, from letter a (1) to g (7) (Ley 19.886, art. 13 bis).",
      "State a number from 1 to 7.",
    ],
  },
  Termination_NotTheBuyer: {
    params: { id: "digest", caller: "address" },
    es: [
      "La cuenta {caller} no es la del comprador.",
      "El comprador notifica y decide el término anticipado.",
      "Use su cuenta inscrita.",
    ],
    en: [
      "The account {caller} is not the buyer's.",
      "The buyer notices and decides the termination.",
      "Use its registered account.",
    ],
  },
  Termination_NotTheReviewer: fineMessages.Fine_NotTheReviewer,
  Change_TermsMismatch: {
    params: { id: "digest", given: "digest", expected: "digest" },
    es: [
      "El contrato ya no es el que se firmó modificar o terminar.",
      "Hubo otra modificación entretanto; cada firma vale para los términos que cita, y una vez.",
      "Rehaga el documento sobre los términos actuales y fírmelo de nuevo.",
    ],
    en: [
      "The contract is no longer the one that was signed to be changed or ended.",
      "There was another change meanwhile; a signature is good for the terms that it names, and once.",
      "Draw up the document on the present terms and sign it again.",
    ],
  },
  Change_DeadlinePassed: {
    params: { id: "digest", deadline: "date" },
    es: [
      "Las firmas vencieron el {deadline}.",
      "Toda firma sirve hasta la fecha que ella misma indica.",
      "Firmen de nuevo con otra fecha.",
    ],
    en: [
      "The signatures expired on {deadline}.",
      "Each signature is good until the date that it states.",
      "Sign again with another date.",
    ],
  },
  Change_BadSignature: {
    params: { id: "digest", expected: "address" },
    es: [
      "Falta la firma de {expected}, o no es de este documento.",
      "Comprador y proveedor firman lo mismo, palabra por palabra, en esta red.",
      "Pida la firma otra vez.",
    ],
    en: [
      "The signature of {expected} is missing, or not on this document.",
      "Buyer and supplier sign the same, word by word, on this network.",
      "Ask for the signature again.",
    ],
  },
  Change_Milestone: {
    params: { id: "digest", index: "ordinal" },
    es: [
      "El hito {index} no se puede modificar así.",
      "Se cambian hitos sin entregar, en orden, con monto y fechas coherentes; uno nuevo lleva el número siguiente.",
      "Corrija la lista de hitos.",
    ],
    en: [
      "Milestone {index} cannot be changed in this way.",
      "Milestones not delivered are changed, in order, with sound amount and dates; a new one takes the next number.",
      "Correct the list of milestones.",
    ],
  },
  Change_AboveCap: {
    params: { id: "digest", changed: "amount", most: "amount" },
    es: [
      "Las modificaciones sumarían {changed} y el tope es {most}.",
      "Todas juntas llegan a lo más al 30 % del precio original (Ley 19.886, art. 13).",
      "Reduzca la modificación.",
    ],
    en: [
      "The changes would sum to {changed} and the cap is {most}.",
      "All together they reach at most 30 % of the original price (Ley 19.886, art. 13).",
      "Reduce the change.",
    ],
  },
  Change_Dates: {
    params: { id: "digest", given: "date", least: "date" },
    es: [
      "Una modificación no puede acortar el contrato ni su garantía.",
      "La fecha es {given} y debe ser al menos {least}.",
      "Indique esa fecha o una posterior.",
    ],
    en: [
      "A change cannot shorten the contract or its bond.",
      "The date is {given} and must be at least {least}.",
      "State that date or a later one.",
    ],
  },
  Change_BondIncrease: {
    params: { id: "digest", given: "amount", least: "amount" },
    es: [
      "La garantía de fiel cumplimiento aumenta en {given} y debe aumentar al menos en {least}.",
      "Sigue al precio final: 5 % del aumento neto, o de todo el precio neto si llega a 1.000 UTM sin garantía (Ley 19.886, art. 11).",
      "Suba el aumento de la garantía (bondIncrease).",
    ],
    en: [
      "The performance bond grows by {given} and must grow by at least {least}.",
      "It follows the final price: 5 % of the net increase, or of the whole net price that reaches 1,000 UTM unguaranteed (Ley 19.886, art. 11).",
      "Raise the increase of the bond (bondIncrease).",
    ],
  },
} as const satisfies Catalogue;
