import type { Interface } from "ethers";
import { sentence, type Details } from "./messages.ts";
import type { Language } from "./text.ts";
import { stepDigest, type Plan, type Step } from "./plan.ts";

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
export function describePlan(plan: Plan, language: Language, decode: Decode | undefined, about: Details): string[] {
  const say = sentence;
  const heading = { ...about, plan: plan.id, title: plan.title, count: plan.steps.length };
  const lines = [say("plan-header", language, heading), say("plan-caps", language, about)];
  plan.steps.forEach((step, index) => {
    const undecoded = step.data === "0x" ? "plan-transfer" : "plan-undecoded";
    const call = decode?.(step) ?? say(undecoded, language, { data: step.data });
    const { key, description, to, value = 0n } = step;
    lines.push(say("plan-step", language, { number: index + 1, key, description }));
    lines.push(say("plan-call", language, { call, to, value, digest: stepDigest(step) }));
  });
  return lines;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
