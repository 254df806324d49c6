import { digestField } from "../input/document-fields.ts";
import { record } from "../input/fields.ts";
import type { Text } from "../lang.ts";
import { SUITE_RULES } from "../procurement/law.ts";
import { act, oneMove, type Act } from "./act.ts";
import { isLast, type TaskContext } from "./context.ts";
import type { RecordBook } from "./record-id.ts";

/** The contracts that a guardian may pause. */
type Pausable = "treasury" | "opening" | "publication" | RecordBook;

/**
 * A guardian's pause of new obligations, with the digest of its published reason.
 *
 * @param words what it stops, and what it does not
 * @example pauseAct("orders", { es: "Pausar las órdenes nuevas.", en: "Pause new orders." })
 */
export function pauseAct(name: Pausable, words: Text): Act {
  return act(
    "guardian",
    (door) => record({ motivo: digestField(door) }),
    ({ motivo }, context) =>
      oneMove(
        "pause",
        context.contracts[name].pause.populateTransaction(motivo),
        () => isPausedFor(name, motivo, context),
        (say) => say.pick(words.es, words.en),
      ),
  );
}

/** Whether a contract is paused now, and for this reason: an earlier pause of the same reason has ended and is no effect. */
async function isPausedFor(
  name: Pausable,
  reason: string,
  context: Pick<TaskContext, "chain" | "identity" | "contracts" | "door">,
): Promise<boolean> {
  const contract = context.contracts[name];
  const resumesAt = (await contract.pausedAt()) + SUITE_RULES.pauseTerm;
  const isOn = context.door.now < resumesAt;
  return isOn && isLast(context, contract, contract.filters.Paused(), (args) => args.reason === reason);
}
