import { InputError, isInputError } from "../../input/input-error.ts";
import type { Files } from "../../send/files.ts";
import { decryptText, encryptText } from "./bid-cipher.ts";

/** The file system of a bidder's secrets; `replace` makes files that only their owner reads. */
export interface BidFiles extends Pick<Files, "read" | "replace"> {
  /** Work of a new file, where it is not the format's own. */
  readonly work?: number;
}

/** What a file is to hold. */
export interface Secret {
  readonly text: string;
  /** The text of what a file holds already; it throws where that is something else. */
  readonly textOf: (text: string) => string;
}

/**
 * Writes a secret into an encrypted file of its own. Saving the same one again changes nothing.
 *
 * @throws InputError `bid-file-taken` when the file holds another secret; as `loadSecret` when it cannot be opened
 * @throws SendError `output-unwritable`
 * @example await saveSecret(file, { text: bidText(bid), textOf }, password, nodeFiles);
 */
export async function saveSecret(file: string, secret: Secret, password: string, files: BidFiles): Promise<void> {
  const earlier = readFile(file, files);
  if (earlier === null) {
    await files.replace(file, await encryptText(secret.text, password, files.work));
    return;
  }
  const held = await at(file, async () => secret.textOf(await decryptText(earlier, password)));
  if (held !== secret.text) throw new InputError("bid-file-taken", {}, { file });
}

/**
 * Reads a secret back from its encrypted file.
 *
 * @param read makes it of its text, or throws an InputError, which gets the file's name
 * @throws InputError with the file: `file-missing`, `file-unreadable`, `bid-file-damaged`, `bid-file-password`, and `read`'s
 * @example await loadSecret(file, readBidText, password, nodeFiles);
 */
export async function loadSecret<T>(
  file: string,
  read: (text: string) => T,
  password: string,
  files: Pick<BidFiles, "read">,
): Promise<T> {
  const text = readFile(file, files);
  if (text === null) throw new InputError("file-missing", {}, { file });
  return at(file, async () => read(await decryptText(text, password)));
}

function readFile(file: string, files: Pick<BidFiles, "read">): string | null {
  try {
    return files.read(file);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "?";
    throw new InputError("file-unreadable", { reason }, { file });
  }
}

async function at<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.code, error.params, { file });
  }
}
