/**
 * Breaks a sentence into lines.
 *
 * @param width most characters of a line; a longer word stands alone
 * @example wrap("La inspección acepta el hito 1.", 20); // ["La inspección acepta", "el hito 1."]
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
