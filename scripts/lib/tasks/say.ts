import { formatInstant } from "../calendar/format-date.ts";
import type { Lang, Text } from "../lang.ts";
import type { Labels } from "../messages/types.ts";
import { formatAmount, type TokenUnit } from "../units/format-amount.ts";

/** How an act says its amounts, dates and names in one language. */
export interface Say {
  readonly lang: Lang;
  /** One of two wordings. */
  pick(es: string, en: string): string;
  /** Smallest units of the act's token. */
  amount(units: bigint): string;
  /** Unix seconds. */
  date(instant: bigint): string;
  /** The name of an enum's value. */
  label(labels: Labels, value: bigint | number): string;
}

/** A sentence in whichever language it is asked for. */
export type Words = (say: Say) => string;

/**
 * The words of a language and a token.
 *
 * @example sayIn("es", { decimals: 0, symbol: "CLP" }).amount(1_250_000n); // "1.250.000 CLP"
 */
export function sayIn(lang: Lang, unit: TokenUnit): Say {
  return {
    lang,
    pick: (es, en) => (lang === "es" ? es : en),
    amount: (units) => formatAmount(units, unit, lang),
    date: (instant) => formatInstant(instant, lang),
    label: (labels, value) => labels[lang][Number(value)] ?? String(value),
  };
}

/**
 * A sentence in both languages, as the sending layer prints it.
 *
 * @example inBoth((say) => say.pick("Pagar.", "Pay."), unit).en; // "Pay."
 */
export function inBoth(words: Words, unit: TokenUnit): Text {
  return { es: words(sayIn("es", unit)), en: words(sayIn("en", unit)) };
}
