import type { ActContext, Move } from "./act.ts";
import { approval } from "./approval.ts";
import { tokenAt } from "./context.ts";

/**
 * Lets the treasury take a bond in a token, unless it may already or the act that needs it is done.
 *
 * @param amount smallest units; nothing is needed for 0
 * @example [...(await bondApproval(context, token, bidBond, isFiled)), bidMove]
 */
export async function bondApproval(
  context: ActContext,
  token: string,
  amount: bigint,
  isActDone: Move["done"],
): Promise<Move[]> {
  if (amount === 0n) return [];
  const { contract } = await tokenAt(context.runner, token);
  const treasury = await context.contracts.treasury.getAddress();
  const done: Move["done"] = async (account) => {
    if (await isActDone(account)) return true;
    return ((await contract.getFunction("allowance")(account, treasury)) as bigint) >= amount;
  };
  return [await approval(context, token, amount, done)];
}
