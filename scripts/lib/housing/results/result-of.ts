import type { Round } from "../rounds.ts";
import type { RoundResult } from "./types.ts";

/**
 * The result of a round as it is posted.
 *
 * @param indexOf the index in the call of each row of the table; the row itself where no proven fact added or moved any
 * @example resultOf(firstRound(market)).lists[slot];
 */
export const resultOf = (
  { cutoffs, entries, misfits }: Round,
  indexOf: (row: number) => number = (row) => row,
): RoundResult => ({
  cutoffs,
  lists: entries.map((rows) => rows.map(indexOf)),
  misfits: misfits.map((row) => (row === undefined ? undefined : indexOf(row))),
});
