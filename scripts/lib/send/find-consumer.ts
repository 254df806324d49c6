import type { ChainTransaction } from "./chain-answers.ts";
import type { LiveRecord } from "./ledger.ts";
import { transactionsByNonce } from "./nonce-history.ts";
import { stepDigest } from "./plan.ts";
import { note, stepOf, watchOf, type Run } from "./run.ts";
import { SendError } from "./send-error.ts";

/**
 * For a record whose nonce is used although no receipt of ours is shown: after some patience with a lagging node,
 * looks for the transaction that used the nonce.
 *
 * @throws SendError "nonce-replaced" when it is another call, "history-unavailable" when it cannot be looked for.
 * @example await findConsumer(run, record)
 */
export async function findConsumer(run: Run, record: LiveRecord): Promise<void> {
  const watch = watchOf(run, record);
  const isHashKnown = record.attempts.some(({ hash }) => hash !== null);
  if (isHashKnown && ++watch.missing < run.limits.lagPolls) return;
  watch.missing = 0;
  const { nonce } = record;
  const fromBlock = record.attempts[0]?.block ?? 0;
  const span = { fromNonce: nonce, toNonce: nonce + 1, fromBlock, toBlock: run.head.number };
  const consumer = (await transactionsByNonce(run.chain, run.account.address, span)).get(nonce);
  if (consumer !== undefined) adopt(run, record, consumer);
}

/**
 * Takes a transaction with the record's nonce as the record's own when it makes the same call.
 *
 * @throws SendError "nonce-replaced" when it makes another one.
 * @example adopt(run, record, transaction)
 */
export function adopt(run: Run, record: LiveRecord, transaction: ChainTransaction): void {
  const { hash, to, input, value } = transaction;
  if (record.attempts.some((attempt) => attempt.hash === hash)) return;
  const isSameCall = to !== null && stepDigest({ to, data: input, value }) === stepDigest(stepOf(run, record.key));
  if (!isSameCall) throw new SendError("nonce-replaced", { key: record.key, nonce: record.nonce, hash });
  note(run, { type: "sent", key: record.key, hash });
}
