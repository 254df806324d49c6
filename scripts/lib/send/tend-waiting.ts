import { broadcast } from "./broadcast.ts";
import { quoteFees, raiseFees } from "./fees.ts";
import { adopt } from "./find-consumer.ts";
import type { LiveRecord } from "./ledger.ts";
import { note, stepOf, watchOf, type Run } from "./run.ts";
import { SendError } from "./send-error.ts";
import { signIntent } from "./sign-attempt.ts";
import { gasLimitOf } from "./simulate.ts";
import { checkDeadline, isDone } from "./start-step.ts";

/**
 * Looks after a transaction that is not included yet: sends the very same one again when the node has lost it, raises
 * the fee of one that is stuck, and notices a nonce before it that nobody will use.
 *
 * @throws SendError "nonce-gap", "nonce-replaced", "step-refused" (of a resumed step) and those of a broadcast.
 * @example await tendWaiting(run, record)
 */
export async function tendWaiting(run: Run, record: LiveRecord): Promise<void> {
  if (await isWaiting(run, record)) {
    const isStuck = run.head.number - watchOf(run, record).since >= run.limits.stuckBlocks;
    if (record.nonce !== run.latestNonce) noticeGap(run, record);
    else if (isStuck) await raise(run, record);
    return;
  }
  if (watchOf(run, record).sentHere) return sendAgain(run, record);
  if (record.nonce !== run.latestNonce) {
    noticeGap(run, record);
    return;
  }
  if (await isDone(stepOf(run, record.key))) {
    note(run, { type: "found", key: record.key });
    run.say("step-found", { key: record.key });
    return;
  }
  checkDeadline(run, stepOf(run, record.key));
  await gasLimitOf(run, stepOf(run, record.key));
  return sendAgain(run, record);
}

/** Whether the node has one of the record's transactions. */
async function isWaiting(run: Run, record: LiveRecord): Promise<boolean> {
  const { chain, account } = run;
  for (const { hash } of record.attempts) {
    if (hash !== null && (await chain.transaction(hash)) !== null) return true;
  }
  if (record.attempts.at(-1)?.hash !== null) return false;
  if ((await chain.nonce(account.address, "pending")) <= record.nonce) return false;
  const own = account.address.toLowerCase();
  const waiting = await chain.transactionsOf("pending");
  const candidate = waiting.find(({ from, nonce }) => from === own && nonce === record.nonce);
  if (candidate !== undefined) adopt(run, record, candidate);
  return true;
}

/** A node takes nothing back that offers less than the base fee; the next block's may be an eighth above this one's. */
async function sendAgain(run: Run, record: LiveRecord): Promise<void> {
  const base = run.head.baseFeePerGas ?? 0n;
  if ((record.attempts.at(-1)?.maxFee ?? 0n) * 8n < base * 9n) return raise(run, record);
  await broadcast(run, record);
  run.say("step-resent", { key: record.key, hash: record.attempts.at(-1)?.hash ?? "-" });
}

/** Replaces a transaction by itself with a higher fee, as far as the caps allow; otherwise it waits. */
async function raise(run: Run, record: LiveRecord): Promise<void> {
  const { limits, head } = run;
  const watch = watchOf(run, record);
  const last = record.attempts.at(-1);
  if (last === undefined || watch.bumps >= limits.bumps) return;
  const quote = await quoteFees(run.chain, head, limits.feeCap).catch((error: unknown) => {
    if (error instanceof SendError && error.code === "fee-over-cap") return null;
    throw error;
  });
  const fees = quote && raiseFees(last, quote, limits.bumpPercent, limits.feeCap);
  if (fees === null) return;
  note(run, await signIntent(run, stepOf(run, record.key), record.nonce, last.gas, fees));
  watch.bumps++;
  watch.since = head.number;
  run.say("step-bumped", { key: record.key, nonce: record.nonce, fee: fees.maxFee });
  await broadcast(run, record);
}

/** A nonce below the record's that no transaction of the journal will use keeps it waiting for ever. */
function noticeGap(run: Run, record: LiveRecord): void {
  const watch = watchOf(run, record);
  const isTended = [...run.ledger.live.values()].some(({ nonce }) => nonce === run.latestNonce);
  if (isTended || ++watch.missing < run.limits.lagPolls) return;
  throw new SendError("nonce-gap", { key: record.key, nonce: record.nonce, found: run.latestNonce });
}
