import type { Lang } from "../lang.ts";
import type { Described } from "../messages/describe-error.ts";
import type { Printer } from "./printer.ts";

const HEADINGS = {
  es: { cause: "Por qué", remedy: "Qué hacer", also: "Además" },
  en: { cause: "Why", remedy: "What to do", also: "Also" },
} as const satisfies Record<Lang, unknown>;

/**
 * Writes a described error: the sentence, its cause, what to do, and the input's further faults.
 *
 * @example printError(printer, describeError(error, interfaces, "es"), "es");
 */
export function printError(printer: Printer, error: Described, lang: Lang): void {
  const { cause, remedy, also } = HEADINGS[lang];
  printer.line(error.sentence);
  if (error.cause !== "") printer.line(`  ${cause}: ${error.cause}`);
  if (error.remedy !== "") printer.line(`  ${remedy}: ${error.remedy}`);
  for (const other of error.others) printer.line(`  ${also}: ${other.sentence} ${other.cause}`);
}
