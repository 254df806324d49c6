import { Transaction, type TransactionLike } from "ethers";
import type { Fees } from "./fees.ts";
import type { Intent } from "./journal-entry.ts";
import { stepDigest, type Step } from "./plan.ts";
import type { Run } from "./run.ts";
import { SendError } from "./send-error.ts";
import { safeText } from "./safe-text.ts";

/**
 * The transaction of a step at a nonce, signed where the account can, as the entry to be journalled before any node
 * sees it.
 *
 * @param gas - Gas limit.
 * @throws SendError "signing-failed", or "signed-otherwise" when the signer returned something else.
 * @example note(run, await signIntent(run, step, 7, 21_000n, fees))
 */
export async function signIntent(run: Run, step: Step, nonce: number, gas: bigint, fees: Fees): Promise<Intent> {
  const raw = run.account.sign === null ? null : await sign(run, step, nonce, gas, fees);
  return {
    type: "intent",
    key: step.key,
    digest: stepDigest(step),
    nonce,
    hash: raw === null ? null : Transaction.from(raw).hash,
    raw,
    gas,
    ...fees,
    block: run.head.number,
  };
}

async function sign(run: Run, step: Step, nonce: number, gas: bigint, fees: Fees): Promise<string> {
  const { key, to, data, value = 0n } = step;
  const { address, sign: signer } = run.account;
  const wanted: TransactionLike = {
    ...{ to, data, value, nonce, chainId: run.identity.chainId, gasLimit: gas },
    ...(fees.legacy
      ? { type: 0, gasPrice: fees.maxFee }
      : { type: 2, maxFeePerGas: fees.maxFee, maxPriorityFeePerGas: fees.tip }),
  };
  let signed: Transaction;
  try {
    signed = Transaction.from(await signer?.(wanted));
  } catch (error) {
    throw new SendError("signing-failed", { key, reason: safeText(error) });
  }
  const isAsAsked = signed.unsignedSerialized === Transaction.from(wanted).unsignedSerialized;
  if (signed.from?.toLowerCase() !== address.toLowerCase() || !isAsAsked) {
    throw new SendError("signed-otherwise", { key, account: address });
  }
  return signed.serialized;
}
