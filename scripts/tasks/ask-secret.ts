import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Swallows what a terminal would echo. */
const silent = (): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });

/**
 * Asks the person at the terminal for something that is not shown while it is typed.
 *
 * @example await askSecret("Clave: ");
 */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: silent(), terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
