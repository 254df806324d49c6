import { dirname } from "node:path";

import type * as z from "zod";

import { wrongKind } from "./file-kinds.ts";
import { InputError, isInputError } from "./input-error.ts";
import { issueFaults } from "./issue-faults.ts";
import { JsonReader } from "./json-reader.ts";

/** What the door needs from outside. */
export interface DoorContext {
  /** As `readFile` of `node:fs/promises`. */
  readonly readFile: (file: string) => Promise<Uint8Array>;
  /** Unix seconds of the chain's clock. */
  readonly now: bigint;
  /** How many years ahead a date may lie. */
  readonly horizonYears: number;
  /** Whether dates may have passed, so that neither they nor the time they leave are judged: for an act that is done. */
  readonly pastDates?: boolean;
}

/** The context of the fields of one input file. */
export interface Door extends DoorContext {
  /** The folder of the input file, from which the paths in it are read. */
  readonly folder: string;
}

/**
 * Loads a JSON file and checks it against a schema, so that nothing behind the door sees an unchecked value. A byte
 * order mark and CRLF are accepted. All faults of the fields are found at once.
 *
 * @param file path of the input
 * @param schemaOf builds the schema from the blocks in `fields`
 * @returns the checked value: amounts as bigint, dates as Unix seconds
 * @throws InputError for the fault that stands first in the file, with the rest in `others`; `file-kind` for a file of another kind
 * @example await loadInput("obra.json", (door) => record({ inicio: dateTimeField(door) }), context);
 */
export async function loadInput<T>(
  file: string,
  schemaOf: (door: Door) => z.ZodType<T>,
  context: DoorContext,
): Promise<T> {
  const reader = parse(file, await readText(file, context));
  const checked = await schemaOf({ ...context, folder: dirname(file) }).safeParseAsync(reader.value);
  if (checked.success) return checked.data;
  const other = wrongKind(reader.value, checked.error.issues);
  if (other !== undefined) throw relocate(other, { file });
  const faults = checked.error.issues
    .flatMap((issue) => issueFaults(issue, reader.value))
    .map(({ path, error }) => ({ error, place: reader.placeOf(path) }))
    .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)
    .map(({ error, place }) => relocate(error, { file, ...place }));
  const [first = new InputError("field-refused", {}, { file }), ...others] = faults;
  throw new InputError(first.code, first.params, first.place, others);
}

async function readText(file: string, { readFile }: DoorContext): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "?";
    if (reason === "ENOENT") throw new InputError("file-missing", {}, { file });
    throw new InputError("file-unreadable", { reason }, { file });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("file-not-utf8", {}, { file });
  }
}

function parse(file: string, text: string): JsonReader {
  try {
    return new JsonReader(text);
  } catch (error) {
    if (isInputError(error)) throw relocate(error, { file, ...error.place });
    throw error;
  }
}

const relocate = (error: InputError, place: InputError["place"]): InputError =>
  new InputError(error.code, error.params, place, error.others);
