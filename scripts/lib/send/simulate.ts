import type { Block } from "./chain-answers.ts";
import type { BlockTag, Call, Chain } from "./chain.ts";
import type { SendLimits } from "./limits.ts";
import type { Text } from "../lang.ts";
import { sentenceInBoth } from "../messages/render-message.ts";
import type { Step } from "./plan.ts";
import { RpcRefusal } from "./rpc.ts";
import type { DescribeError } from "./run.ts";
import { SendError } from "./send-error.ts";

/** What a simulation needs besides the step. */
export interface SimulationContext {
  readonly chain: Chain;
  readonly head: Block;
  readonly limits: SendLimits;
  readonly describeError: DescribeError;
  readonly account: { readonly address: string };
}

const OUT_OF_GAS = /out of gas|gas required exceeds|gas limit|gas cap/i;

/**
 * Simulates a step on the latest block and returns its gas limit: the estimate with margin, within the cap.
 *
 * @throws SendError "step-refused" with the contract's reason, or "gas-over-cap".
 * @example await gasLimitOf(run, step)
 */
export async function gasLimitOf(context: SimulationContext, step: Step): Promise<bigint> {
  const { limits, head } = context;
  const cap = head.gasLimit < limits.gasCap ? head.gasLimit : limits.gasCap;
  const call: Call = { ...callOf(context, step), gas: cap };
  let estimate: bigint;
  try {
    estimate = await context.chain.estimateGas(call);
  } catch (error) {
    if (!(error instanceof RpcRefusal)) throw error;
    if (OUT_OF_GAS.test(error.message)) throw new SendError("gas-over-cap", { key: step.key, cap });
    const reason = describe(context, error) ?? (await refusalReason(context, call, "latest")) ?? error.message;
    throw new SendError("step-refused", { key: step.key, reason });
  }
  if (estimate > cap) throw new SendError("gas-over-cap", { key: step.key, cap });
  const withMargin = (estimate * limits.gasPercent) / 100n;
  return withMargin < cap ? withMargin : cap;
}

/**
 * Why an included transaction failed: out of gas, or the reason that the same call gives just before its block; best
 * effort, as the state within the block is not at hand. Block number, gas limit and gas used of the transaction.
 *
 * @example await failureReason(run, step, { block: 12, gas: 50_000n, gasUsed: 50_000n })
 */
export async function failureReason(
  context: SimulationContext,
  step: Step,
  failure: { readonly block: number; readonly gas: bigint; readonly gasUsed: bigint },
): Promise<Text | string> {
  if (failure.gasUsed >= failure.gas) return sentenceInBoth("step-out-of-gas", { gas: failure.gas });
  const call = { ...callOf(context, step), gas: failure.gas };
  return (await refusalReason(context, call, failure.block - 1)) ?? sentenceInBoth("step-reason-unknown", {});
}

async function refusalReason(context: SimulationContext, call: Call, tag: BlockTag): Promise<Text | string | null> {
  try {
    await context.chain.call(call, tag);
    return null;
  } catch (error) {
    if (!(error instanceof RpcRefusal)) throw error;
    return describe(context, error) ?? error.message;
  }
}

function describe(context: SimulationContext, refusal: RpcRefusal): Text | null {
  return refusal.data === undefined || refusal.data === "0x" ? null : context.describeError(refusal.data);
}

function callOf(context: SimulationContext, step: Step): Call {
  return { from: context.account.address, to: step.to, data: step.data, value: step.value ?? 0n };
}
