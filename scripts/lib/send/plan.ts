import { AbiCoder, isAddress, isHexString, keccak256 } from "ethers";
import type { Text } from "../lang.ts";
import { SendError } from "./send-error.ts";

/** One transaction of a plan. */
export interface Step {
  /** Stable and unique in the plan: a re-run knows the step by it. */
  readonly key: string;
  readonly to: string;
  readonly data: string;
  /** Wei; 0 when absent. */
  readonly value?: bigint;
  readonly description: Text;
  /** Unix seconds of chain time after which the step is no longer sent. */
  readonly deadline?: bigint;
  /** Asks the chain whether the effect already exists. */
  readonly done?: () => Promise<boolean>;
}

/** Ordered steps of one account. */
export interface Plan {
  readonly id: string;
  readonly title: Text;
  readonly steps: readonly Step[];
}

/**
 * What a step does, as a digest: a journal notices by it that a key now means something else, and two people can
 * compare what they are about to send.
 *
 * @example stepDigest({ to, data: "0x", value: 1n })
 */
export function stepDigest(step: Pick<Step, "to" | "data" | "value">): string {
  const values = [step.to, step.data, step.value ?? 0n];
  return keccak256(AbiCoder.defaultAbiCoder().encode(["address", "bytes", "uint256"], values));
}

/**
 * Checks the form of a plan: at least one step, unique keys, addresses and data well formed.
 *
 * @throws SendError "plan-empty" or "plan-step-bad".
 * @example validatePlan(plan)
 */
export function validatePlan(plan: Plan): void {
  if (plan.steps.length === 0) throw new SendError("plan-empty", { plan: plan.id });
  const keys = new Set<string>();
  for (const step of plan.steps) {
    const reason = faultOf(step, keys);
    if (reason !== null) throw new SendError("plan-step-bad", { key: step.key, plan: plan.id, reason });
    keys.add(step.key);
  }
}

function faultOf(step: Step, keys: ReadonlySet<string>): Text | null {
  if (step.key === "") return { es: "la clave está vacía.", en: "the key is empty." };
  if (keys.has(step.key)) return { es: "la clave está repetida.", en: "the key is repeated." };
  if (!isAddress(step.to)) return { es: "«to» no es una dirección.", en: '"to" is not an address.' };
  if (!isHexString(step.data, true)) return { es: "«data» no es hexadecimal.", en: '"data" is not hexadecimal.' };
  if ((step.value ?? 0n) < 0n) return { es: "el valor es negativo.", en: "the value is negative." };
  return null;
}
