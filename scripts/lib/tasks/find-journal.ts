import type { Files } from "../send/files.ts";
import { readJournal } from "../send/journal.ts";
import { foldEntries, isSettled } from "../send/ledger.ts";
import type { Step } from "../send/plan.ts";
import { isDone } from "../send/start-step.ts";

/**
 * The journal of a command: one that is not finished is gone on with; where the last one is finished and the chain no
 * longer shows the effect (a token allowed, stopped and to be allowed again), the command is a new one.
 *
 * @param base path without extension
 * @returns where the journal is or shall be, and whether nothing is left to do
 * @throws SendError "done-check-failed"
 * @example await findJournal(nodeFiles, ".erario/localhost/treasury-fund-1", steps);
 */
export async function findJournal(
  files: Pick<Files, "read">,
  base: string,
  steps: readonly Step[],
): Promise<{ path: string; alreadyDone: boolean }> {
  for (let count = 1; ; count++) {
    const path = count === 1 ? `${base}.jsonl` : `${base}-${count}.jsonl`;
    const text = files.read(path);
    if (text !== null && !isFinished(text, steps)) return { path, alreadyDone: false };
    if (text === null) return { path, alreadyDone: await areAllDone(steps) };
  }
}

function isFinished(text: string, steps: readonly Step[]): boolean {
  const { records } = foldEntries(readJournal(text).entries);
  return steps.every(({ key }) => isSettled(records.get(key)));
}

async function areAllDone(steps: readonly Step[]): Promise<boolean> {
  for (const step of steps) if (!(await isDone(step))) return false;
  return true;
}
