import { JOURNAL_MESSAGES } from "./messages-journal.ts";
import { NETWORK_MESSAGES } from "./messages-network.ts";
import { PROGRESS_MESSAGES } from "./messages-progress.ts";
import { STEP_MESSAGES } from "./messages-step.ts";
import type { Language, Text } from "./text.ts";

/**
 * Every sentence of the sending layer. `{name}` is replaced by the detail of that name.
 *
 * @example MESSAGES["wrong-genesis"].en
 */
export const MESSAGES = {
  ...NETWORK_MESSAGES,
  ...JOURNAL_MESSAGES,
  ...STEP_MESSAGES,
  ...PROGRESS_MESSAGES,
} as const satisfies Record<string, Text>;

export type MessageCode = keyof typeof MESSAGES;

/** Values put into a sentence; a bilingual value is put in the language of the sentence. */
export type Details = Readonly<Record<string, string | number | bigint | Text>>;

/**
 * The sentence of a code in one language.
 *
 * @param code - Code of the catalogue.
 * @param language - "es" or "en".
 * @param details - Values for the `{name}` places; a place without value is left as it is.
 * @example sentence("step-final", "en", { key: "pay-1" }) // "pay-1: final."
 */
export function sentence(code: MessageCode, language: Language, details: Details = {}): string {
  return MESSAGES[code][language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = details[name];
    if (value === undefined) return place;
    return plain(typeof value === "object" ? value[language] : value.toString());
  });
}

/** A value from a file or from the chain, without characters that could move a terminal's cursor or turn its text. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
