import type { Receipt } from "./chain-answers.ts";
import { freshHead } from "./head.ts";
import { liveRecords, type LiveRecord } from "./ledger.ts";
import { findConsumer } from "./find-consumer.ts";
import { assertSameChain, note, stepOf, watchOf, type Run } from "./run.ts";
import { SendError } from "./send-error.ts";
import { failureReason } from "./simulate.ts";
import { tendWaiting } from "./tend-waiting.ts";

/**
 * One look at the chain: the head, the account's nonce, and what became of every transaction that is awaited.
 *
 * @throws SendError "stale-node", "nonce-replaced", "nonce-gap", "stuck" and those of a new broadcast.
 * @example await settle(run)
 */
export async function settle(run: Run): Promise<void> {
  const { chain, limits } = run;
  run.head = await freshHead(chain, run.head, run.sleep, { polls: limits.lagPolls, pollMs: limits.pollMs });
  run.latestNonce = await chain.nonce(run.account.address, "latest");
  for (const record of liveRecords(run.ledger)) {
    if (record.status === "open") await settleOpen(run, record);
    if (record.status === "mined") await settleMined(run, record);
  }
}

async function settleOpen(run: Run, record: LiveRecord): Promise<void> {
  refuseStuck(run, record, watchOf(run, record).since);
  if (record.nonce >= run.latestNonce) return tendWaiting(run, record);
  const receipt = await receiptOf(run, record);
  if (receipt === null) return findConsumer(run, record);
  await noteMined(run, record, receipt);
}

async function settleMined(run: Run, record: LiveRecord): Promise<void> {
  const { inclusion, key } = record;
  if (inclusion === null) return;
  if (record.nonce >= run.latestNonce) {
    note(run, { type: "reorged", key, hash: inclusion.hash });
    run.watches.delete(key);
    run.say("step-reorged", { key });
    return;
  }
  if (run.head.number - inclusion.block + 1 < run.limits.confirmations) return;
  const receipt = await receiptOf(run, record);
  if (receipt === null) {
    refuseStuck(run, record, inclusion.block + run.limits.confirmations);
    return findConsumer(run, record);
  }
  if (receipt.blockHash !== inclusion.blockHash) return noteMined(run, record, receipt);
  await assertSameChain(run);
  const { hash, block } = inclusion;
  if (inclusion.ok) {
    note(run, { type: "final", key, hash, block });
    run.say("step-final", { key });
  } else {
    const gas = record.attempts.find((attempt) => attempt.hash === hash)?.gas ?? 0n;
    const reason = await failureReason(run, stepOf(run, key), { block, gas, gasUsed: receipt.gasUsed });
    run.stop ??= new SendError("step-failed", { key, hash, reason });
    note(run, { type: "failed", key, hash, block });
  }
}

function refuseStuck({ head, limits }: Run, { key }: LiveRecord, since: number): void {
  if (head.number - since > limits.giveUpBlocks) throw new SendError("stuck", { key, blocks: limits.giveUpBlocks });
}

async function receiptOf(run: Run, record: LiveRecord): Promise<Receipt | null> {
  for (const { hash } of record.attempts) {
    const receipt = hash === null ? null : await run.chain.receipt(hash);
    if (receipt !== null) return receipt;
  }
  return null;
}

async function noteMined(run: Run, record: LiveRecord, receipt: Receipt): Promise<void> {
  const block = await run.chain.block(receipt.blockNumber);
  const { blockNumber, blockHash, status: ok, transactionHash: hash } = receipt;
  const time = block?.timestamp ?? run.head.timestamp;
  note(run, { type: "mined", key: record.key, hash, block: blockNumber, blockHash, time, ok });
  run.say("step-mined", { key: record.key, block: blockNumber });
}
