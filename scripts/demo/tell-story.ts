import { formatDay } from "../lib/calendar/format-date.ts";
import { readLocal } from "../lib/calendar/local-time.ts";
import type { Printer } from "../lib/output/printer.ts";
import type { Agenda } from "./agenda.ts";
import type { Stage } from "./stage.ts";
import { wrap } from "./wrap.ts";

const WIDTH = 100;

/**
 * Prints a sentence, indented, on as many lines as it takes.
 *
 * @example printSentence(printer, "La inspección acepta el hito 1.");
 */
export function printSentence(printer: Printer, sentence: string): void {
  for (const line of wrap(sentence, WIDTH - 2)) printer.line(`  ${line}`);
}

/**
 * Plays everything on an agenda, moment by moment, and prints what each has to tell.
 *
 * @param paragraph into which the acts put their sentences
 * @throws the chain's refusal
 * @example await tellStory(agenda, paragraph, stage);
 */
export async function tellStory(agenda: Agenda, paragraph: string[], { clock, printer, lang }: Stage): Promise<void> {
  for (let next = agenda.next(); next; next = agenda.next()) {
    paragraph.length = 0;
    await clock.moveTo(next.at);
    const { date, time } = readLocal(clock.now);
    await next.act();
    if (paragraph.length === 0) continue;
    printer.line(`${formatDay(date, lang)}, ${time.slice(0, 5)}`);
    for (const sentence of paragraph) printSentence(printer, sentence);
    printer.line();
  }
}
