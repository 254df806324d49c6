import { refuseInterrupted } from "./interrupt.ts";
import { isSettled } from "./ledger.ts";
import type { Run } from "./run.ts";
import { SendError, type StopCode } from "./send-error.ts";
import { settle } from "./settle.ts";
import { startSteps } from "./start-step.ts";

/** Reasons not to start a step that leave those already on their way to be awaited. */
const STOPS_ONLY_NEW: ReadonlySet<StopCode> = new Set<StopCode>([
  "step-refused",
  "gas-over-cap",
  "fee-over-cap",
  "deadline-passed",
  "done-check-failed",
  "signing-failed",
  "signed-otherwise",
]);

/**
 * Carries a plan to its end: looks at the chain, starts what the window allows, waits, and again, until every step is
 * final. Every look that finds no new block counts, so that the loop ends.
 *
 * @throws SendError, with everything written that is needed to go on later.
 * @example await work(run, signal)
 */
export async function work(run: Run, signal: AbortSignal | undefined): Promise<void> {
  let idle = 0;
  for (;;) {
    refuseInterrupted(signal);
    const { writes, head } = run;
    if (isComplete(run)) return;
    await settle(run);
    if (run.stop === null) await startMore(run);
    if (run.stop !== null && run.ledger.live.size === 0) throw run.stop;
    const isMoving = run.writes !== writes || run.head.number !== head.number;
    idle = isMoving ? 0 : idle + 1;
    if (run.writes !== writes) continue;
    if (idle > run.limits.idlePolls) throw new SendError("no-progress", { block: run.head.number });
    await run.sleep(run.limits.pollMs);
  }
}

async function startMore(run: Run): Promise<void> {
  try {
    await startSteps(run);
  } catch (error) {
    if (!(error instanceof SendError) || !STOPS_ONLY_NEW.has(error.code)) throw error;
    run.stop = error;
  }
}

function isComplete(run: Run): boolean {
  return run.plan.steps.every(({ key }) => isSettled(run.ledger.records.get(key)));
}
