import type { Lang } from "../lang.ts";
import type { LocalDate } from "./local-date.ts";
import { readLocal } from "./local-time.ts";

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/**
 * A calendar day in words.
 *
 * @example formatDay("2026-09-18", "es"); // "18 de septiembre de 2026"
 */
export function formatDay(date: LocalDate, lang: Lang): string {
  const [year, month, day] = date.split("-");
  const name = MONTHS[lang][Number(month) - 1] ?? "";
  return lang === "es" ? `${Number(day)} de ${name} de ${year}` : `${Number(day)} ${name} ${year}`;
}

const END_OF_YEAR_9999 = 253_402_300_799n;

/**
 * An instant in words: Santiago's day and clock, and UTC. Seconds are shown unless they are zero. Contracts use zero
 * for a date that is not set, and numbers past the year 9999 for none at all: those are shown as what they are.
 *
 * @param instant Unix seconds
 * @example formatInstant(1_789_754_400n, "en"); // "18 September 2026, 15:00 in Santiago (2026-09-18 18:00 UTC)"
 */
export function formatInstant(instant: bigint, lang: Lang): string {
  if (instant === 0n) return lang === "es" ? "sin fecha" : "no date";
  if (instant < 0n || instant > END_OF_YEAR_9999) return `${lang === "es" ? "instante" : "instant"} ${instant}`;
  const { date, time } = readLocal(instant);
  const [utcDate = "", utcTime = ""] = new Date(Number(instant) * 1000).toISOString().slice(0, 19).split("T");
  const place = lang === "es" ? "en Santiago" : "in Santiago";
  return `${formatDay(date, lang)}, ${clock(time)} ${place} (${utcDate} ${clock(utcTime)} UTC)`;
}

const clock = (time: string): string => (time.endsWith(":00") ? time.slice(0, 5) : time);

const UNITS = [
  { seconds: 86_400n, es: ["día", "días"], en: ["day", "days"] },
  { seconds: 3_600n, es: ["hora", "horas"], en: ["hour", "hours"] },
  { seconds: 60n, es: ["minuto", "minutos"], en: ["minute", "minutes"] },
  { seconds: 1n, es: ["segundo", "segundos"], en: ["second", "seconds"] },
] as const;

/**
 * A length of time in words, exact.
 *
 * @param seconds zero or more
 * @example formatDuration(691_200n, "es"); // "8 días"
 */
export function formatDuration(seconds: bigint, lang: Lang): string {
  let left = seconds;
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = left / unit.seconds;
    left %= unit.seconds;
    if (count > 0n) parts.push(`${count} ${unit[lang][count === 1n ? 0 : 1]}`);
  }
  return parts.length === 0 ? `0 ${UNITS[3][lang][1]}` : parts.join(" ");
}
