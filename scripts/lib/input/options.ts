import { LANGS, type Lang } from "../lang.ts";
import { InputError, isInputError } from "./input-error.ts";

/**
 * Reads an option or argument of the command line; what is wrong with it is told with its name.
 *
 * @param name as it is typed: `--lang`, `rut`
 * @example readOption("rut", () => parseEntityReference(text));
 */
export function readOption<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.code, error.params, { field: name });
  }
}

/**
 * The language that a command is asked for.
 *
 * @throws InputError `field-not-listed`
 * @example langOf("en");
 */
export function langOf(text: string): Lang {
  const lang = LANGS.find((known) => known === text);
  if (!lang) throw new InputError("field-not-listed", { found: text, accepted: LANGS.join(", ") }, { field: "--lang" });
  return lang;
}
