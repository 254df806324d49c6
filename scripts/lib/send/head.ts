import type { Block } from "./chain-answers.ts";
import type { Chain } from "./chain.ts";
import { SendError } from "./send-error.ts";
import type { Sleep } from "./steady-rpc.ts";

/** The furthest point of the chain that was ever seen: block number and Unix seconds. */
export interface Seen {
  readonly number: number;
  readonly timestamp: bigint;
}

/** Seconds by which the head may be earlier than one seen before: a reorganisation replaces it by another. */
const REORGANISED = 300n;

/**
 * The head of the chain. A node that is behind what was already seen (lower number, or too early by the chain's own
 * clock, the only one used) is asked again, then refused.
 *
 * @throws SendError "stale-node".
 * @example await freshHead(chain, { number: 0, timestamp: 0n }, sleep, { polls: 5, pollMs: 1000 })
 */
export async function freshHead(
  chain: Chain,
  seen: Seen,
  sleep: Sleep,
  patience: { readonly polls: number; readonly pollMs: number },
): Promise<Block> {
  for (let poll = 1; ; poll++) {
    const head = await chain.block("latest");
    if (head !== null && head.number >= seen.number && head.timestamp + REORGANISED >= seen.timestamp) return head;
    if (poll >= patience.polls) {
      const { number: found = 0, timestamp: foundTime = 0n } = head ?? {};
      throw new SendError("stale-node", { found, foundTime, seen: seen.number, seenTime: seen.timestamp });
    }
    await sleep(patience.pollMs);
  }
}
