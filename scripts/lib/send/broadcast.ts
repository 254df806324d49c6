import { toQuantity } from "ethers";
import { answers } from "./chain-answers.ts";
import type { Attempt, LiveRecord } from "./ledger.ts";
import { RpcRefusal } from "./rpc.ts";
import { assertSameChain, note, stepOf, watchOf, type Run } from "./run.ts";
import { SendError } from "./send-error.ts";

/**
 * Hands the latest attempt of a record to the node. The answer may be lost although the node took it, so before each
 * new try the chain is asked; what is tried again is the same transaction, or for accounts of the node the same nonce,
 * of which only one can ever be included.
 *
 * @throws SendError "network-changed", "lock-lost", "node-refused", "foreign-pending" or "rpc-unavailable".
 * @example await broadcast(run, record)
 */
export async function broadcast(run: Run, record: LiveRecord): Promise<void> {
  const attempt = record.attempts.at(-1);
  if (attempt === undefined) return;
  await assertSameChain(run);
  run.lock.assertHeld();
  for (let attempts = 1; ; attempts++) {
    try {
      const hash = await hand(run, record, attempt);
      sent(run, record, attempt, hash);
      return;
    } catch (error) {
      if (await landed(run, record)) {
        sent(run, record, attempt, null);
        return;
      }
      if (error instanceof RpcRefusal) throw await refusal(run, record, error);
      if (attempts >= run.limits.sendAttempts) throw error;
      await run.sleep(run.limits.pollMs);
    }
  }
}

function hand(run: Run, record: LiveRecord, attempt: Attempt): Promise<string> {
  const { rpc } = run.chain;
  if (attempt.raw !== null) return rpc.ask("eth_sendRawTransaction", [attempt.raw], answers.hash, 1);
  const step = stepOf(run, record.key);
  const fees = attempt.legacy
    ? { gasPrice: toQuantity(attempt.maxFee) }
    : { maxFeePerGas: toQuantity(attempt.maxFee), maxPriorityFeePerGas: toQuantity(attempt.tip) };
  const transaction = {
    from: run.account.address,
    to: step.to,
    data: step.data,
    value: toQuantity(step.value ?? 0n),
    nonce: toQuantity(record.nonce),
    gas: toQuantity(attempt.gas),
    ...fees,
  };
  return rpc.ask("eth_sendTransaction", [transaction], answers.hash, 1);
}

/** Whether the node has it all the same, or the nonce is used, so that looking at the chain settles the matter. */
async function landed(run: Run, record: LiveRecord): Promise<boolean> {
  const { chain, account } = run;
  for (const { hash } of record.attempts) {
    if (hash !== null && (await chain.transaction(hash)) !== null) return true;
  }
  if ((await chain.nonce(account.address, "latest")) > record.nonce) return true;
  return account.sign === null && (await chain.nonce(account.address, "pending")) > record.nonce;
}

async function refusal(run: Run, record: LiveRecord, error: RpcRefusal): Promise<SendError> {
  const { address } = run.account;
  const pending = await run.chain.nonce(address, "pending");
  if (pending > record.nonce) {
    return new SendError("foreign-pending", { account: address, expected: record.nonce, found: pending });
  }
  return new SendError("node-refused", { key: record.key, reason: error.message });
}

function sent(run: Run, record: LiveRecord, attempt: Attempt, answered: string | null): void {
  watchOf(run, record).sentHere = true;
  const hash = attempt.hash ?? answered;
  if (hash !== null && !attempt.sent) note(run, { type: "sent", key: record.key, hash });
}
