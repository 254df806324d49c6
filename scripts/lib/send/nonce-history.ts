import type { ChainTransaction } from "./chain-answers.ts";
import type { Chain } from "./chain.ts";
import { RpcRefusal } from "./rpc.ts";
import { SendError } from "./send-error.ts";

/** Nonces `fromNonce` to `toNonce` (excluded), looked for in blocks `fromBlock` to `toBlock` (included). */
export interface NonceSpan {
  readonly fromNonce: number;
  readonly toNonce: number;
  readonly fromBlock: number;
  readonly toBlock: number;
}

/**
 * The transactions with which an account used a span of nonces, by nonce. JSON-RPC has no such question; the blocks
 * are found by halving on the account's transaction count, which needs the state of those blocks.
 *
 * @throws SendError "history-unavailable" when the node no longer keeps that state.
 * @example (await transactionsByNonce(chain, account, span)).get(7)?.hash
 */
export async function transactionsByNonce(
  chain: Chain,
  account: string,
  span: NonceSpan,
): Promise<Map<number, ChainTransaction>> {
  const found = new Map<number, ChainTransaction>();
  const own = account.toLowerCase();
  const countAt = async (block: number): Promise<number> => (block < 0 ? 0 : chain.nonce(account, block));

  async function search(low: number, high: number, countLow: number, countHigh: number): Promise<void> {
    const isInside = countHigh > countLow && countHigh > span.fromNonce && countLow < span.toNonce;
    if (!isInside) return;
    if (high - low === 1) {
      for (const transaction of await chain.transactionsOf(high)) {
        const { from, nonce } = transaction;
        if (from === own && nonce >= span.fromNonce && nonce < span.toNonce) found.set(nonce, transaction);
      }
      return;
    }
    const middle = Math.floor((low + high) / 2);
    const countMiddle = await countAt(middle);
    await search(low, middle, countLow, countMiddle);
    await search(middle, high, countMiddle, countHigh);
  }

  try {
    const before = span.fromBlock - 1;
    await search(before, span.toBlock, await countAt(before), await countAt(span.toBlock));
  } catch (error) {
    if (error instanceof RpcRefusal) throw new SendError("history-unavailable", { nonce: span.fromNonce });
    throw error;
  }
  return found;
}
