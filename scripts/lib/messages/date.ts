import type { Catalogue } from "./types.ts";

/** What can be wrong with dates and times. */
export const dateMessages = {
  "date-malformed": {
    params: { found: "text" },
    es: ["«{found}» no es una fecha.", 'Se acepta año-mes-día: "2026-09-18".', "Escríbala en esa forma."],
    en: ["“{found}” is not a date.", 'Year-month-day is accepted: "2026-09-18".', "Write it in that form."],
  },
  "date-unreal": {
    params: { found: "text" },
    es: ["El día {found} no existe.", "Ese mes no tiene tal día.", "Corrija el día."],
    en: ["The day {found} does not exist.", "That month has no such day.", "Correct the day."],
  },
  "time-malformed": {
    params: { found: "text" },
    es: [
      "«{found}» no es una fecha con hora.",
      'Se acepta "2026-09-18T15:00" en hora de Santiago, o con zona: "2026-09-18T18:00Z", "2026-09-18T15:00-03:00".',
      "Escríbala en una de esas formas.",
    ],
    en: [
      "“{found}” is not a date and time.",
      'Accepted: "2026-09-18T15:00" in Santiago, or with a zone: "2026-09-18T18:00Z", "2026-09-18T15:00-03:00".',
      "Write it in one of those forms.",
    ],
  },
  "time-skipped": {
    params: { found: "text" },
    es: [
      "La hora {found} no existe en Santiago.",
      "Esa noche los relojes se adelantan y se saltan esa hora.",
      "Escriba una hora anterior o posterior al cambio.",
    ],
    en: [
      "The time {found} does not exist in Santiago.",
      "The clocks go forward that night and skip it.",
      "Write a time before or after the change.",
    ],
  },
  "time-repeated": {
    params: { found: "text", first: "text", second: "text" },
    es: [
      "La hora {found} ocurre dos veces en Santiago.",
      "Esa noche los relojes se atrasan y la repiten.",
      "Escriba cuál: {first} o {second}.",
    ],
    en: [
      "The time {found} occurs twice in Santiago.",
      "The clocks go back that night and repeat it.",
      "Write which: {first} or {second}.",
    ],
  },
  "date-past": {
    params: { found: "date", now: "date" },
    es: ["El plazo ya pasó: {found}.", "Debe ser posterior al reloj de la cadena: {now}.", "Escriba una fecha futura."],
    en: ["The date has passed: {found}.", "It must be after the chain's clock: {now}.", "Write a future date."],
  },
  "date-too-far": {
    params: { found: "date", limit: "date" },
    es: ["La fecha está demasiado lejos: {found}.", "Se acepta hasta {limit}.", "Revise el año."],
    en: ["The date is too far ahead: {found}.", "Up to {limit} is accepted.", "Check the year."],
  },
  "date-outside-calendar": {
    params: { year: "id", first: "id", last: "id" },
    es: [
      "El calendario de días hábiles no cubre el año {year}.",
      "Conoce los feriados de {first} a {last}.",
      "Use una fecha de esos años.",
    ],
    en: [
      "The calendar of business days does not cover the year {year}.",
      "It knows the holidays from {first} to {last}.",
      "Use a date of those years.",
    ],
  },
} as const satisfies Catalogue;
