import { formatDay, formatDuration, formatInstant } from "../calendar/format-date.ts";
import type { Lang, Text } from "../lang.ts";
import { escapeText } from "../output/escape-text.ts";
import { redactForeign } from "../output/redact.ts";
import { formatPercent } from "../units/basis-points.ts";
import { formatAmount, groupDigits, type TokenUnit } from "../units/format-amount.ts";
import type { ArgumentValues, JsonType, ParamSpec } from "./types.ts";

/** What a task knows that makes its messages clearer. */
export interface MessageContext {
  /** The token of the amounts; without it they are shown in smallest units. */
  readonly token?: TokenUnit;
  /** The name under which people know a Registry entity. */
  readonly entityName?: (id: bigint) => string | undefined;
  /** The name under which people know an account: an office, a firm, a contract of the suite. */
  readonly accountName?: (address: string) => string | undefined;
}

const MAX_TEXT = 120;

const JSON_TYPES: Readonly<Record<JsonType, Readonly<Record<Lang, string>>>> = {
  text: { es: "un texto", en: "a text" },
  number: { es: "un número", en: "a number" },
  integer: { es: "un número entero", en: "a whole number" },
  boolean: { es: "verdadero o falso", en: "true or false" },
  null: { es: "nulo", en: "null" },
  list: { es: "una lista", en: "a list" },
  object: { es: "un objeto", en: "an object" },
  nothing: { es: "nada", en: "nothing" },
};

function shortText(text: string): string {
  const characters = Array.from(redactForeign(text));
  return escapeText(characters.length > MAX_TEXT ? `${characters.slice(0, MAX_TEXT).join("")}…` : characters.join(""));
}

const ownText = (text: string | Text, lang: Lang): string => escapeText(typeof text === "string" ? text : text[lang]);

const reasonText = (reason: string | Text, lang: Lang): string =>
  (typeof reason === "string" ? shortText(reason) : ownText(reason, lang)).replace(/\.$/, "");

function entityText(id: bigint, lang: Lang, context: MessageContext): string {
  const name = context.entityName?.(id);
  return name === undefined ? `${lang === "es" ? "entidad" : "entity"} ${id}` : shortText(name);
}

function accountText(address: string, _lang: Lang, context: MessageContext): string {
  const name = context.accountName?.(address);
  return name === undefined ? address : shortText(name);
}

type Formatters = {
  readonly [K in keyof ArgumentValues]: (value: ArgumentValues[K], lang: Lang, context: MessageContext) => string;
};

const FORMATTERS: Formatters = {
  text: shortText,
  own: ownText,
  reason: reasonText,
  jsonType: (type, lang) => JSON_TYPES[type][lang],
  count: (value, lang) => groupDigits(BigInt(value), lang),
  id: (value) => value.toString(),
  ordinal: (value) => (BigInt(value) + 1n).toString(),
  amount: (value, lang, { token }) =>
    formatAmount(value, token ?? { decimals: 0, symbol: lang === "es" ? "unidades" : "units" }, lang),
  date: formatInstant,
  day: formatDay,
  duration: formatDuration,
  bps: formatPercent,
  address: accountText,
  entity: entityText,
  digest: (digest) => digest,
  flag: (value, lang) => (value ? { es: "sí", en: "yes" } : { es: "no", en: "no" })[lang],
};

/**
 * Puts an argument of a message into words.
 *
 * @param spec the argument's kind, or the names of the enum that it belongs to
 * @param value of the type that `ArgumentValues` states for the kind
 * @throws TypeError when the value is not of that type
 * @example formatArgument("amount", 1_250_000n, "es", { token: { decimals: 0, symbol: "CLP" } }); // "1.250.000 CLP"
 */
export function formatArgument(spec: ParamSpec, value: unknown, lang: Lang, context: MessageContext): string {
  if (typeof spec !== "string") return spec[lang][Number(value)] ?? String(value);
  const format = FORMATTERS[spec] as (value: unknown, lang: Lang, context: MessageContext) => string;
  return format(value, lang, context);
}
