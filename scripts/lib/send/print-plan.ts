import type { Interface } from "ethers";
import type { Lang } from "../lang.ts";
import type { MessageParams } from "../messages/catalogue.ts";
import { sentenceIn } from "../messages/render-message.ts";
import { stepDigest, type Plan, type Step } from "./plan.ts";

/** The circumstances of a plan. */
export type About = Pick<MessageParams<"plan-header">, "chainId" | "account"> & MessageParams<"plan-caps">;

/** Says in words what the calldata of a step does, or null when it cannot. */
export type Decode = (step: Pick<Step, "to" | "data" | "value">) => string | null;

/**
 * Decodes calls to known contracts by their interfaces.
 *
 * @param contracts - Name and ethers interface by address.
 * @example decodeWith({ "0x...": { name: "Treasury", abi: treasury.interface } })
 */
export function decodeWith(contracts: Readonly<Record<string, { name: string; abi: Interface }>>): Decode {
  const byAddress = new Map(Object.entries(contracts).map(([address, entry]) => [address.toLowerCase(), entry]));
  return (step) => {
    const contract = byAddress.get(step.to.toLowerCase());
    const call = contract?.abi.parseTransaction({ data: step.data, value: step.value ?? 0n });
    if (!contract || !call) return null;
    const args = call.fragment.inputs.map((input, i) => `${input.name || i.toString()}: ${show(call.args[i])}`);
    return `${contract.name}.${call.name}(${args.join(", ")})`;
  };
}

/**
 * The plan in words: a heading, the caps, and for each step its description, decoded call, value in wei and digest.
 *
 * @example describePlan(plan, "en", decodeWith(contracts), { chainId, account, gasCap, feeCap, confirmations })
 */
export function describePlan(plan: Plan, language: Lang, decode: Decode | undefined, about: About): string[] {
  const say = sentenceIn(language);
  const heading = { ...about, plan: plan.id, title: plan.title, count: plan.steps.length };
  const lines = [say("plan-header", heading), say("plan-caps", about)];
  plan.steps.forEach((step, index) => {
    const { key, description, to, data, value = 0n } = step;
    const call = decode?.(step) ?? (data === "0x" ? say("plan-transfer", {}) : say("plan-undecoded", { data }));
    lines.push(say("plan-step", { number: index + 1, key, description }));
    lines.push(say("plan-call", { call, to, value, digest: stepDigest(step) }));
  });
  return lines;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
