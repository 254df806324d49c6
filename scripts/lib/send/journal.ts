import { createHash } from "node:crypto";
import { amountAsText } from "../output/json-file.ts";
import type { Appender, Files } from "./files.ts";
import { entrySchema, type Entry } from "./journal-entry.ts";
import type { Text } from "../lang.ts";
import { SendError } from "./send-error.ts";

/** The readable part of a journal file. */
export interface JournalText {
  readonly entries: readonly Entry[];
  /** The lines that were read whole, as they stand in the file. */
  readonly whole: string;
  readonly lastSum: string;
  /** Whether the file ends in a line without its end: a write cut short, after which nothing was sent. */
  readonly torn: boolean;
  /** The first line that cannot be trusted, and why; null when all is well. */
  readonly fault: { readonly line: number; readonly reason: Text } | null;
}

/** A journal opened for appending. */
export interface Journal {
  append(entry: Entry): void;
  close(): void;
}

const NOT_A_JOURNAL: Text = { es: "no tiene la forma de un diario.", en: "it does not look like a journal." };

/**
 * Reads a journal: one JSON object a line, `{"sum", "entry"}`, where each sum is the SHA-256 of the sum before it and of
 * the entry, so that a changed, missing or moved line is noticed. A file without its first line is damaged: both are written
 * in one step.
 *
 * @example readJournal(text).entries.length
 */
export function readJournal(text: string): JournalText {
  const lines = text.split("\n");
  const tail = lines.pop() ?? "";
  const entries: Entry[] = [];
  let lastSum = "";
  let whole = "";
  for (const [index, line] of lines.entries()) {
    const reason = faultOf(line, lastSum, index);
    if (typeof reason !== "string") {
      return { entries, whole, lastSum, torn: false, fault: { line: index + 1, reason } };
    }
    const entry = entrySchema.safeParse(JSON.parse(reason));
    if (!entry.success)
      return { entries, whole, lastSum, torn: false, fault: { line: index + 1, reason: NOT_A_JOURNAL } };
    entries.push(entry.data);
    lastSum = sumOf(lastSum, reason);
    whole += `${line}\n`;
  }
  const fault = entries.length === 0 ? { line: 1, reason: NOT_A_JOURNAL } : null;
  return { entries, whole, lastSum, torn: tail !== "", fault };
}

/**
 * Opens a journal that has been read without fault.
 *
 * @throws SendError "output-unwritable".
 * @example await openJournal(nodeFiles, "plan.jsonl", readJournal(text))
 */
export async function openJournal(files: Files, path: string, text: JournalText): Promise<Journal> {
  if (text.torn) await files.replace(path, text.whole);
  const file: Appender = files.open(path);
  let lastSum = text.lastSum;
  return {
    append(entry) {
      const { line, sum } = lineOf(lastSum, entry);
      file.append(line);
      lastSum = sum;
    },
    close() {
      file.close();
    },
  };
}

/**
 * The text of a journal with these entries, for a new or a rebuilt one.
 *
 * @example journalText([header])
 */
export function journalText(entries: readonly Entry[]): string {
  let lastSum = "";
  let whole = "";
  for (const entry of entries) {
    const { line, sum } = lineOf(lastSum, entry);
    whole += line;
    lastSum = sum;
  }
  return whole;
}

/**
 * Throws the refusal for a journal that cannot be trusted.
 *
 * @throws SendError "journal-corrupt".
 * @example refuseCorrupt("plan.jsonl", readJournal(text))
 */
export function refuseCorrupt(path: string, text: JournalText): void {
  if (text.fault !== null) throw new SendError("journal-corrupt", { path, ...text.fault });
}

function lineOf(lastSum: string, entry: Entry): { line: string; sum: string } {
  const body = JSON.stringify(entry, amountAsText);
  const sum = sumOf(lastSum, body);
  return { line: `{"sum":"${sum}","entry":${body}}\n`, sum };
}

function sumOf(lastSum: string, body: string): string {
  return createHash("sha256").update(lastSum).update(body).digest("hex");
}

/** The entry's own text when the line holds together, or what is wrong with it. */
function faultOf(line: string, lastSum: string, index: number): string | Text {
  const parts = /^\{"sum":"([0-9a-f]{64})","entry":(\{.*\})\}$/.exec(line);
  if (!parts?.[1] || !parts[2]) return NOT_A_JOURNAL;
  if (parts[1] !== sumOf(lastSum, parts[2])) {
    return { es: "su suma de control no calza.", en: "its checksum does not match." };
  }
  const isHeader = parts[2].startsWith('{"type":"header"');
  if (isHeader !== (index === 0))
    return { es: "el encabezado no está al inicio.", en: "the heading is not at the top." };
  return parts[2];
}
