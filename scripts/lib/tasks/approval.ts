import type { ActContext, Move } from "./act.ts";
import { tokenAt } from "./context.ts";

/**
 * Lets the treasury take exactly so much of an account's tokens.
 *
 * @param amount smallest units
 * @example await approval(context, token, 1_250_000n, done);
 */
export async function approval(context: ActContext, token: string, amount: bigint, done: Move["done"]): Promise<Move> {
  const { contract } = await tokenAt(context.runner, token);
  const treasury = await context.contracts.treasury.getAddress();
  return {
    key: "approve",
    call: contract.getFunction("approve").populateTransaction(treasury, amount),
    done,
    words: (say) =>
      say.pick(
        `Autorizar a la tesorería a tomar ${say.amount(amount)}.`,
        `Allow the treasury to take ${say.amount(amount)}.`,
      ),
  };
}
