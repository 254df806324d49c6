import { SUITE_RULES } from "../procurement/law.ts";
import { isLast, type TaskContext } from "./context.ts";
import type { RecordBook } from "./record-id.ts";

/**
 * Whether a contract is paused now, and for this reason: an earlier pause of the same reason has ended and is no effect.
 *
 * @param name which of the contracts that a guardian may pause
 * @param reason digest of the published reason
 * @example await isPausedFor("treasury", motivo, context);
 */
export async function isPausedFor(
  name: "treasury" | "opening" | "publication" | RecordBook,
  reason: string,
  context: Pick<TaskContext, "chain" | "identity" | "contracts" | "door">,
): Promise<boolean> {
  const contract = context.contracts[name];
  const resumesAt = (await contract.pausedAt()) + SUITE_RULES.pauseTerm;
  const isOn = context.door.now < resumesAt;
  return isOn && isLast(context, contract, contract.filters.Paused(), (args) => args.reason === reason);
}
