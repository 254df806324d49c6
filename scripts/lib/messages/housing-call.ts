import type { Catalogue } from "./types.ts";

/** Custom errors of the slots and subsidies of a housing call. */
export const housingCallMessages = {
  Call_Slots: {
    params: { given: "count", most: "count" },
    es: [
      "El llamado tiene {given} cupos; se aceptan de 1 a {most}.",
      "Todos se abren en una transacción.",
      "Reparta los proyectos en varios llamados.",
    ],
    en: [
      "The call has {given} slots; from 1 to {most} are accepted.",
      "All are opened in one transaction.",
      "Spread the projects over several calls.",
    ],
  },
  Call_Benefits: {
    params: { given: "count", most: "count" },
    es: [
      "El llamado tiene {given} montos de subsidio; se aceptan de 1 a {most}.",
      "Cada cupo nombra uno de ellos.",
      "Corrija la lista de montos.",
    ],
    en: [
      "The call has {given} amounts of subsidy; from 1 to {most} are accepted.",
      "Each slot names one of them.",
      "Correct the list of amounts.",
    ],
  },
  Call_Slot: {
    params: { slot: "ordinal", seats: "count", benefit: "ordinal" },
    es: [
      "El cupo {slot} tiene {seats} lugares y nombra el subsidio {benefit}.",
      "Cada cupo tiene un lugar o más y nombra un subsidio de la lista.",
      "Corrija el cupo.",
    ],
    en: [
      "Slot {slot} has {seats} seats and names subsidy {benefit}.",
      "Each slot has one seat or more and names a subsidy of the list.",
      "Correct the slot.",
    ],
  },
  Call_AppealSlot: {
    params: { slot: "ordinal" },
    es: [
      "Los lugares para recursos no pueden pasar al cupo {slot}.",
      "Los que ningún recurso necesita pasan a un cupo de hogares del llamado, que no puede superar 16.777.215 lugares.",
      "Indique otro cupo.",
    ],
    en: [
      "The seats for appeals cannot enter slot {slot}.",
      "Those that no appeal needs enter a slot of households of the call, which holds 16,777,215 seats at most.",
      "Name another slot.",
    ],
  },
  Call_Cost: {
    params: { total: "amount" },
    es: [
      "El llamado cuesta {total}, más de lo que la Tesorería puede contar.",
      "Los lugares por sus subsidios, más los de recursos, se comprometen al abrir.",
      "Corrija lugares y montos.",
    ],
    en: [
      "The call costs {total}, more than the Treasury can count.",
      "Seats times subsidies, with those for appeals, are committed at opening.",
      "Correct seats and amounts.",
    ],
  },
} as const satisfies Catalogue;
