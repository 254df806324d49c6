import type { Lang } from "../lib/lang.ts";
import { langOf } from "../lib/input/options.ts";
import { describeError } from "../lib/messages/describe-error.ts";
import { amountAsText } from "../lib/output/json-file.ts";
import { printError } from "../lib/output/print-error.ts";
import { createPrinter, type Printer } from "../lib/output/printer.ts";
import { INTERFACES } from "../lib/tasks/contracts.ts";

/** Options that every command has. */
export interface SpeakOptions {
  readonly lang: string;
  readonly json: boolean;
}

/**
 * Runs the work of a command and tells its end: words for people, one JSON object for machines. Whatever is thrown is
 * caught here and becomes a sentence and the exit code: 1 refused by the chain, 2 bad input, 130 interrupted.
 *
 * @example await speak({ lang: "es", json: false }, async (printer, lang) => ({ lines: 3 }));
 */
export async function speak(
  { lang: asked, json }: SpeakOptions,
  work: (printer: Printer, lang: Lang) => Promise<unknown>,
): Promise<void> {
  let lang: Lang = "es";
  const people = json ? process.stderr : process.stdout;
  const printer = createPrinter((text) => people.write(text));
  const machine = (value: unknown): void => {
    if (json) process.stdout.write(`${JSON.stringify(value, amountAsText, 2)}\n`);
  };
  try {
    lang = langOf(asked);
    machine({ ok: true, result: (await work(printer, lang)) ?? null });
  } catch (error) {
    const { code, exitCode, sentence } = describeError(error, INTERFACES, lang);
    printError(
      createPrinter((text) => process.stderr.write(text)),
      describeError(error, INTERFACES, lang),
      lang,
    );
    machine({ ok: false, error: { code, sentence, exitCode } });
    process.exitCode = exitCode;
  }
}
