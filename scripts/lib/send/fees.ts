import type { Block } from "./chain-answers.ts";
import type { Chain } from "./chain.ts";
import { RpcRefusal } from "./rpc.ts";
import { SendError } from "./send-error.ts";

/** What is offered per unit of gas, in wei; `legacy` for chains without a base fee. */
export interface Fees {
  readonly maxFee: bigint;
  readonly tip: bigint;
  readonly legacy: boolean;
}

/**
 * The fees to offer on this head: twice the base fee plus the usual tip, never above the cap.
 *
 * @param cap - Wei per gas.
 * @throws SendError "fee-over-cap" when the network already charges more than the cap.
 * @example await quoteFees(chain, head, 500_000_000_000n)
 */
export async function quoteFees(chain: Chain, head: Block, cap: bigint): Promise<Fees> {
  const base = head.baseFeePerGas;
  if (base === null) {
    const price = await chain.price("eth_gasPrice");
    if (price > cap) throw new SendError("fee-over-cap", { found: price, cap });
    return { maxFee: price, tip: price, legacy: true };
  }
  const tip = await usualTip(chain, base);
  if (base + tip > cap) throw new SendError("fee-over-cap", { found: base + tip, cap });
  return { maxFee: smaller(2n * base + tip, cap), tip, legacy: false };
}

/**
 * The fees of a replacement: `percent` above the old ones, or the present quote where that is higher; null when that
 * would pass the cap.
 *
 * @example raiseFees(old, quote, 15n, 500_000_000_000n)?.maxFee
 */
export function raiseFees(old: Fees, quote: Fees, percent: bigint, cap: bigint): Fees | null {
  const raise = (fee: bigint): bigint => fee + (fee * percent) / 100n + 1n;
  const maxFee = larger(raise(old.maxFee), quote.maxFee);
  const tip = larger(raise(old.tip), quote.tip);
  return maxFee > cap ? null : { maxFee, tip: smaller(tip, maxFee), legacy: old.legacy };
}

async function usualTip(chain: Chain, base: bigint): Promise<bigint> {
  try {
    return await chain.price("eth_maxPriorityFeePerGas");
  } catch (error) {
    if (!(error instanceof RpcRefusal)) throw error;
    return larger((await chain.price("eth_gasPrice")) - base, 0n);
  }
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
