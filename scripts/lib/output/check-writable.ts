import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";

import { InputError } from "../input/input-error.ts";

/**
 * Refuses a result that could not be written after the work: its folder is missing or read-only, or it is a folder.
 *
 * @param option as it is typed
 * @throws InputError `output-unwritable`
 * @example await checkWritable("resultado.json", "--json");
 */
export async function checkWritable(file: string, option: string): Promise<void> {
  try {
    const kind = await stat(file).catch(() => undefined);
    if (kind?.isDirectory() === true) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    await access(dirname(file), constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "?";
    throw new InputError("output-unwritable", { file, reason }, { field: option });
  }
}
