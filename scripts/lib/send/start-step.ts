import { broadcast } from "./broadcast.ts";
import { quoteFees } from "./fees.ts";
import { isSettled, liveRecords, type LiveRecord } from "./ledger.ts";
import type { Step } from "./plan.ts";
import { note, type Run } from "./run.ts";
import { safeText } from "./safe-text.ts";
import { SendError } from "./send-error.ts";
import { signIntent } from "./sign-attempt.ts";
import { gasLimitOf } from "./simulate.ts";

/**
 * Starts the next steps of the plan, in order, while the window has room.
 *
 * @throws SendError: nothing of the step concerned was sent, unless its intent is in the journal.
 * @example await startSteps(run)
 */
export async function startSteps(run: Run): Promise<void> {
  if (liveRecords(run.ledger).some(({ inclusion }) => inclusion?.ok === false)) return;
  for (const step of run.plan.steps) {
    if (isSettled(run.ledger.records.get(step.key)) || run.ledger.live.has(step.key)) continue;
    const live = liveRecords(run.ledger);
    if (live.filter((record) => record.status === "open").length >= run.limits.window) return;
    if (!(await startStep(run, step, nextNonce(run, live)))) return;
  }
}

/** Returns whether the step was started or found done; false asks to look at the chain again first. */
async function startStep(run: Run, step: Step, nonce: number): Promise<boolean> {
  if (await isDone(step)) {
    note(run, { type: "found", key: step.key });
    run.say("step-found", { key: step.key });
    return true;
  }
  if (run.latestNonce < run.checkedNonce) return false;
  checkDeadline(run, step);
  const gas = await gasLimitOf(run, step);
  const fees = await quoteFees(run.chain, run.head, run.limits.feeCap);
  await guardNonce(run, nonce);
  const intent = await signIntent(run, step, nonce, gas, fees);
  run.lock.assertHeld();
  note(run, intent);
  const record = run.ledger.live.get(step.key);
  if (record === undefined) return true;
  await broadcast(run, record);
  run.say("step-sent", { key: step.key, nonce, hash: record.attempts.at(-1)?.hash ?? "-" });
  return true;
}

/**
 * Whether the step's effect is on the chain already.
 *
 * @throws SendError "done-check-failed" when the plan's own question failed.
 * @example await isDone(step)
 */
export async function isDone(step: Step): Promise<boolean> {
  try {
    return (await step.done?.()) ?? false;
  } catch (error) {
    throw new SendError("done-check-failed", { key: step.key, reason: safeText(error) });
  }
}

/**
 * Refuses a step whose deadline has passed by the time of the latest block; the machine's clock is not asked.
 *
 * @throws SendError "deadline-passed".
 * @example checkDeadline(run, step)
 */
export function checkDeadline(run: Pick<Run, "head">, step: Step): void {
  const { timestamp } = run.head;
  if (step.deadline !== undefined && timestamp > step.deadline) {
    throw new SendError("deadline-passed", { key: step.key, now: timestamp, deadline: step.deadline });
  }
}

/**
 * Refuses to go on when the account was used by anybody else since the journal began: each used nonce must be one of
 * the journal's, and no other transaction may be waiting.
 */
async function guardNonce(run: Run, nonce: number): Promise<void> {
  const account = run.account.address;
  const latest = await run.chain.nonce(account, "latest");
  for (; run.checkedNonce < latest; run.checkedNonce++) {
    if (!run.ledger.nonces.has(run.checkedNonce)) {
      throw new SendError("foreign-transaction", { account, expected: run.checkedNonce, found: latest });
    }
  }
  const pending = await run.chain.nonce(account, "pending");
  if (pending > nonce) throw new SendError("foreign-pending", { account, expected: nonce, found: pending });
}

function nextNonce(run: Run, live: readonly LiveRecord[]): number {
  const taken = new Set(live.map((record) => record.nonce));
  let nonce = run.latestNonce;
  while (taken.has(nonce)) nonce++;
  return nonce;
}
