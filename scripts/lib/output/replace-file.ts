import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/**
 * Replaces a file's content whole or not at all, also when the disk fills up or the process dies: the text goes to a
 * new file beside it, reaches the disk, and takes its name. Written here because `write-file-atomic` 8 makes one write
 * and takes a short one, which a full disk gives, for success.
 *
 * @param mode permissions of the file, less the umask
 * @throws the file system's error, after which the earlier file is intact and nothing is left beside it
 * @example await replaceFile("result.json", "{}\n");
 */
export async function replaceFile(file: string, text: string, mode = 0o666): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  try {
    const handle = await open(fresh, "wx", mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
