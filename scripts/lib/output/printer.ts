import Table from "cli-table3";

import { escapeText } from "./escape-text.ts";
import { redactSecrets } from "./redact.ts";

/** Where a task writes for people. Nothing it writes carries colours or control codes, so NO_COLOR always holds. */
export interface Printer {
  /** Writes one line. */
  line(text?: string): void;
  /** Writes rows in columns; cells that start with a digit or a minus sign are aligned right. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void;
}

const PLAIN = {
  chars: Object.fromEntries(
    ["top", "bottom", "mid", "left", "right"]
      .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
      .map((name) => [name, ""]),
  ),
  style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
};

const shown = (text: string): string => escapeText(redactSecrets(text));

const isNumeric = (cell: string | undefined): boolean => /^-?\d/.test(cell ?? "");

/**
 * A printer of plain text. Secrets are hidden, control and bidi characters are shown as code points.
 *
 * @param write receives whole lines, each ended by a line feed
 * @example createPrinter((text) => process.stdout.write(text)).line("12.500.000 CLP");
 */
export function createPrinter(write: (text: string) => void): Printer {
  return {
    line(text = "") {
      write(`${shown(text)}\n`);
    },
    table(head, rows) {
      const colAligns = head.map((_, column) => (rows.every((row) => isNumeric(row[column])) ? "right" : "left"));
      const table = new Table({ ...PLAIN, chars: { ...PLAIN.chars, middle: "  " }, head: head.map(shown), colAligns });
      table.push(...rows.map((row) => row.map(shown)));
      for (const line of table.toString().split("\n")) write(`${line.trimEnd()}\n`);
    },
  };
}
