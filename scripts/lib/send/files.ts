import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { replaceFile } from "../output/replace-file.ts";
import { SendError } from "./send-error.ts";
import { safeText } from "./safe-text.ts";

/** A file opened for appending by one process. */
export interface Appender {
  /** Appends and waits for the disk; on failure the file is as before. Throws "output-unwritable" or "journal-raced". */
  append(text: string): void;
  close(): void;
}

/** The file system as the layer uses it. Files are created readable by their owner only. */
export interface Files {
  /** The text of a file, or null when there is none. */
  read(path: string): string | null;
  /** Replaces a whole file in one step: whoever reads it sees the old text or the new one. */
  replace(path: string, text: string): Promise<void>;
  open(path: string): Appender;
}

const OWNER_ONLY = 0o600;

/**
 * The machine's own file system. A line is appended synchronously, so that Ctrl-C never cuts one.
 *
 * @example await nodeFiles.replace("identity.json", "{}\n")
 */
export const nodeFiles: Files = {
  read(path) {
    try {
      return readFileSync(path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  },

  async replace(path, text) {
    attempt(path, () => mkdirSync(dirname(path), { recursive: true }));
    await replaceFile(path, text, OWNER_ONLY).catch((error: unknown) => {
      throw unwritable(path, error);
    });
  },

  open(path) {
    const file = attempt(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, "a", OWNER_ONLY);
    });
    const { ino, size: sizeBefore } = fstatSync(file);
    let size = sizeBefore;
    return {
      append(text) {
        const now = attempt(path, () => statSync(path));
        if (now.size !== size || now.ino !== ino) throw new SendError("journal-raced", { path });
        const bytes = Buffer.from(text, "utf8");
        attempt(path, () => {
          try {
            for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
            fsyncSync(file);
          } catch (error) {
            undo(file, size);
            throw error;
          }
        });
        size += bytes.length;
      },
      close() {
        closeSync(file);
      },
    };
  },
};

/** Takes back what was written of a line; if that fails too, the half line is dropped when the file is next read. */
function undo(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    return;
  }
}

/**
 * Does something to the disk.
 *
 * @throws SendError "output-unwritable" naming the path.
 * @example attempt(path, () => mkdirSync(path))
 */
export function attempt<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw unwritable(path, error);
  }
}

const unwritable = (file: string, error: unknown): SendError =>
  new SendError("output-unwritable", { file, reason: safeText(error) });
