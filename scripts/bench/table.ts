import { groupDigits } from "../lib/units/format-amount.ts";
import type { Ceiling } from "../check/ceilings.ts";
import type { Gas } from "./operations.ts";

/** The columns of {@link benchRows}. */
export const BENCH_HEAD = ["operation", "gas", "at most", "ratio", "elsewhere", "ratio"] as const;

const ratio = (used: number, figure: number | undefined): string =>
  figure === undefined ? "-" : (used / figure).toFixed(2);
const figureText = (figure: number | undefined): string =>
  figure === undefined ? "-" : Number.isInteger(figure) ? groupDigits(BigInt(figure), "en") : figure.toFixed(2);

/**
 * The rows of the bench's table: gas, the ceiling and the best public figure, each with the ratio to it.
 *
 * @param gas What was measured.
 * @param table The ceilings; operations that they do not name follow below.
 *
 * @example
 * benchRows({ "escrow.open": 269_600 }, [{ operations: ["escrow.open"], atMost: 270_000, elsewhere: 168_000 }]);
 */
export function benchRows(gas: Gas, table: readonly Ceiling[]): string[][] {
  const row = (operation: string, used: number, { atMost, elsewhere }: Omit<Ceiling, "operations">): string[] => {
    const ceiling = atMost === "reported" ? undefined : atMost;
    return [
      operation,
      figureText(used),
      figureText(ceiling),
      ratio(used, ceiling),
      figureText(elsewhere),
      ratio(used, elsewhere),
    ];
  };
  const named = new Set(table.flatMap(({ operations }) => operations));
  const single = Object.entries(gas).map(([operation, used]) => {
    const ceiling = table.find(({ operations }) => operations.length === 1 && operations[0] === operation);
    return row(operation, used, ceiling ?? { atMost: "reported" });
  });
  const sums = table
    .filter(({ operations }) => operations.length > 1 && operations.every((operation) => named.has(operation)))
    .map((ceiling) =>
      row(
        ceiling.operations.join(" + "),
        ceiling.operations.reduce((sum, operation) => sum + (gas[operation] ?? 0), 0),
        ceiling,
      ),
    );
  return [...single, ...sums];
}
