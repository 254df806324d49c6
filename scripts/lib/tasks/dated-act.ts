import { ZeroAddress } from "ethers";

import { isInputError } from "../input/input-error.ts";
import type { Act, PreparedAct } from "./act.ts";
import type { TaskContext } from "./context.ts";

/**
 * An act whose file holds dates that must lie ahead: they are judged only while the act is not done, so that a command typed again after
 * them says that it is done.
 *
 * @throws what the act throws, where the chain does not show its effect
 * @example datedAct(act("sanctions", () => record({ hasta: dateTimeField(door) }), movesOf))
 */
export const datedAct = (act: Act): Act => ({
  async prepare(file, context) {
    try {
      return await act.prepare(file, context);
    } catch (error) {
      const found = isInputError(error) ? await preparedAsDone(act, file, context) : null;
      if (found === null) throw error;
      return found;
    }
  },
});

/** The act of a file whose dates may have passed; null where it is not one, or the chain does not show its effect. */
async function preparedAsDone(act: Act, file: string, context: TaskContext): Promise<PreparedAct | null> {
  try {
    const prepared = await act.prepare(file, { ...context, door: { ...context.door, pastDates: true } });
    for (const { done } of prepared.moves) if (!(await done(prepared.by ?? ZeroAddress))) return null;
    return prepared;
  } catch (error) {
    if (isInputError(error)) return null;
    throw error;
  }
}
