import { CodedError } from "../messages/coded-error.ts";
import { replaceFile } from "./replace-file.ts";

/**
 * What `JSON.stringify` is given so that it writes bigint as decimal strings.
 *
 * @example JSON.stringify({ paid: 1_250_000n }, amountAsText); // '{"paid":"1250000"}'
 */
export const amountAsText = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : value;

/**
 * Writes a value for machines: two spaces, a final line feed, bigint as decimal strings, keys in the order given.
 * The file is replaced whole or not at all.
 *
 * @param write puts the text into the file, or throws and leaves the file as it was
 * @throws CodedError `output-unwritable` when the file cannot be written; TypeError for a value that is not JSON
 * @example await writeJsonFile("result.json", { paid: 1_250_000n });
 */
export async function writeJsonFile(
  file: string,
  value: unknown,
  write: typeof replaceFile = replaceFile,
): Promise<void> {
  const text = `${JSON.stringify(value, amountAsText, 2)}\n`;
  try {
    await write(file, text);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "?";
    throw new CodedError("output-unwritable", { file, reason }, { cause });
  }
}
