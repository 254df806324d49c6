import { CALL_MOMENTS, CALL_WINDOWS } from "../housing/call/names.ts";
import type { Catalogue } from "./types.ts";

/** Custom errors of the terms and times of a housing call. */
export const housingTimetableMessages = {
  Call_Time: {
    params: { moment: CALL_MOMENTS, given: "date", least: "date" },
    es: [
      "El calendario pone {moment} el {given}; se acepta desde el {least}.",
      "Cada etapa dura un día o más, y el sorteo llega 24 horas o más después del último cambio posible.",
      "Corrija el calendario.",
    ],
    en: [
      "The timetable puts {moment} on {given}; from {least} on is accepted.",
      "Each stage lasts a day or more, and the draw comes 24 hours or more after the last possible change.",
      "Correct the timetable.",
    ],
  },
  Call_TooLong: {
    params: { given: "date", most: "date" },
    es: [
      "El sorteo llegaría a más tardar el {given}; se acepta hasta el {most}.",
      "El dinero de un llamado no puede quedar comprometido sin término.",
      "Acorte el calendario.",
    ],
    en: [
      "The draw would come by {given}; until {most} is accepted.",
      "The money of a call cannot stay committed without an end.",
      "Shorten the timetable.",
    ],
  },
  Call_NoRules: {
    params: {},
    es: [
      "Faltan las reglas del llamado o su resolución.",
      "Nadie postula a reglas que no están publicadas.",
      "Indique la huella de las reglas y el documento.",
    ],
    en: [
      "The rules of the call or its resolution are missing.",
      "Nobody applies under rules that are not published.",
      "Give the hash of the rules and the document.",
    ],
  },
  Call_SameBeacon: {
    params: {},
    es: [
      "La segunda fuente del sorteo es la misma que la primera.",
      "Si la primera deja de funcionar, la segunda debe ser otra.",
      "Nombre dos faros distintos.",
    ],
    en: [
      "The second source of the draw is the same as the first.",
      "If the first stops, the second has to be another one.",
      "Name two different beacons.",
    ],
  },
  Call_Uf: {
    params: { given: "amount", givenAt: "date" },
    es: [
      "El valor de la UF, {given} del {givenAt}, no sirve.",
      "Los subsidios se fijan con el valor de un día que ya llegó.",
      "Indique valor y fecha.",
    ],
    en: [
      "The value of the UF, {given} of {givenAt}, does not serve.",
      "Subsidies are fixed with the value of a day that has come.",
      "Give value and date.",
    ],
  },
  Call_Snapshot: {
    params: { given: "date" },
    es: [
      "La fecha del Registro Social de Hogares, {given}, es posterior a la nómina.",
      "La nómina se hace con los datos de esa fecha.",
      "Adelante la fecha.",
    ],
    en: [
      "The date of the social registry, {given}, is after the roll.",
      "The roll is made with the data of that date.",
      "Bring the date forward.",
    ],
  },
  Call_NoBond: {
    params: {},
    es: [
      "Falta la garantía de quien publica un resultado.",
      "Sin garantía se podrían publicar resultados falsos sin costo.",
      "Indique un monto.",
    ],
    en: [
      "The bond of whoever posts a result is missing.",
      "Without a bond, false results could be posted at no cost.",
      "Give an amount.",
    ],
  },
  Call_Window: {
    params: { window: CALL_WINDOWS, given: "duration", least: "duration", most: "duration" },
    es: [
      "El plazo para {window} es de {given}; se acepta de {least} a {most}.",
      "Cada persona tiene tiempo de actuar y ningún plazo queda abierto sin término (Ley 19.880, art. 59: cinco días hábiles para recurrir).",
      "Corrija el plazo.",
    ],
    en: [
      "The term for {window} is {given}; from {least} to {most} is accepted.",
      "Everybody has time to act and no term stays open without an end (Ley 19.880, art. 59: five working days to appeal).",
      "Correct the term.",
    ],
  },
  Call_Rounds: {
    params: { given: "count", most: "count" },
    es: [
      "El llamado admite {given} vueltas; se aceptan de 1 a {most}.",
      "En cada vuelta se reparten los cupos que quedaron libres.",
      "Corrija el número.",
    ],
    en: [
      "The call allows {given} rounds; from 1 to {most} are accepted.",
      "Each round gives the seats that became free.",
      "Correct the number.",
    ],
  },
} as const satisfies Catalogue;
