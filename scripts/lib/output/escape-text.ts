/** Control and format characters (bidi marks, tags), line separators, invisible, private and unpaired code points. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{DI}]/gu;

/**
 * Makes text from a chain or a file safe to show on one line: whatever would move the cursor, reverse the reading
 * order or stay invisible is written as its code point.
 *
 * @example escapeText("Obra\u202Etxt"); // "Obra\\u{202e}txt"
 */
export function escapeText(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
