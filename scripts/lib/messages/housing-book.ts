import type { Catalogue } from "./types.ts";

/** Custom errors of the book of housing calls: its modules and rounds. */
export const housingBookMessages = {
  Book_AlreadyBound: {
    params: { desk: "address" },
    es: [
      "El libro de llamados ya tiene sus módulos ({desk}).",
      "Se enlazan una sola vez, al desplegar.",
      "No hay nada que hacer; use la suite desplegada.",
    ],
    en: [
      "The call book has its modules already ({desk}).",
      "They are bound once, at deployment.",
      "There is nothing to do; use the deployed suite.",
    ],
  },
  Book_NotAContract: {
    params: { account: "address" },
    es: [
      "En {account} no hay ningún contrato.",
      "Los módulos del libro de llamados son contratos.",
      "Revise la dirección.",
    ],
    en: ["There is no contract at {account}.", "The modules of the call book are contracts.", "Check the address."],
  },
  Book_OnlyModule: {
    params: { caller: "address" },
    es: [
      "La cuenta {caller} no es el módulo del libro de llamados que puede hacerlo.",
      "Cada módulo ordena al libro solo lo suyo.",
      "Use la función del módulo.",
    ],
    en: [
      "The account {caller} is not the module of the call book that may do this.",
      "Each module orders the book only what is its own.",
      "Use the module's function.",
    ],
  },
  Round_Fixed: {
    params: { id: "digest", round: "id" },
    es: [
      "La vuelta {round} del llamado {id} ya tiene sus puntajes de corte, o aún no hay sorteo.",
      "Los cortes de una vuelta se fijan una vez.",
      "Consulte el estado del llamado.",
    ],
    en: [
      "Round {round} of call {id} has its cutoffs already, or there is no draw yet.",
      "The cutoffs of a round are fixed once.",
      "Look at the call's status.",
    ],
  },
  Round_NotFixed: {
    params: { id: "digest", round: "id" },
    es: [
      "La vuelta {round} del llamado {id} todavía no tiene puntajes de corte.",
      "Se asigna cuando el resultado publicado resistió su plazo de objeciones y fue fijado.",
      "Publique o fije el resultado, o espere.",
    ],
    en: [
      "Round {round} of call {id} has no cutoffs yet.",
      "Seats are given once the posted result has outlasted its time for refutation and is fixed.",
      "Post or fix the result, or wait.",
    ],
  },
  Round_Unsettled: {
    params: { id: "digest", unsettled: "count", undecided: "count" },
    es: [
      "En el llamado {id} quedan {unsettled} asignaciones por inscribir y {undecided} ofertas sin decidir.",
      "La vuelta siguiente, los recursos y el cierre esperan a que no quede ninguna; cualquiera puede inscribirlas.",
      "Inscriba las asignaciones y aplique el silencio de las ofertas vencidas.",
    ],
    en: [
      "In call {id}, {unsettled} entries are not settled and {undecided} offers not decided.",
      "The next round, appeals and the close wait until none is left; anyone may settle them.",
      "Settle the entries and apply the silence of the offers that ran out.",
    ],
  },
  Round_NothingFree: {
    params: { id: "digest" },
    es: ["En el llamado {id} no quedó libre ningún cupo.", "Otra vuelta daría lo mismo.", "Cierre el llamado."],
    en: ["No seat of call {id} has become free.", "Another round would give the same.", "Close the call."],
  },
  Round_Slots: {
    params: { id: "digest", given: "count", slots: "count" },
    es: [
      "Se dieron {given} puntajes de corte; el llamado {id} tiene {slots} cupos.",
      "Cada cupo tiene uno.",
      "Corrija la lista.",
    ],
    en: ["{given} cutoffs were given; call {id} has {slots} slots.", "Each slot has one.", "Correct the list."],
  },
  Round_CutoffRises: {
    params: { id: "digest", slot: "ordinal", given: "id", before: "id" },
    es: [
      "En el llamado {id} el corte del cupo {slot} subiría de {before} a {given}.",
      "De una vuelta a otra los cortes solo bajan, para que nadie pierda lo asignado.",
      "Revise el resultado.",
    ],
    en: [
      "In call {id} the cutoff of slot {slot} would rise from {before} to {given}.",
      "From one round to the next cutoffs only fall, so that nobody loses a seat.",
      "Check the result.",
    ],
  },
} as const satisfies Catalogue;
