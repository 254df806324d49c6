import { reconcile, type Reconciliation } from "../lib/procurement/replay.ts";
import type { Connection } from "./cast.ts";
import { decodeLogs, type ChainEvent } from "./chain-event.ts";
import type { Play } from "./play.ts";

/** What a reader of the chain's logs finds: where the money went, and whether the contracts agree. */
export interface Account {
  readonly reconciliation: Reconciliation;
  /** Bonds posted, given back and forfeited, token units. */
  readonly bonds: Readonly<Record<"posted" | "returned" | "forfeited", bigint>>;
  /** Ordered to be paid, by the payee's registry entity, token units. */
  readonly payees: ReadonlyMap<bigint, bigint>;
}

/**
 * Every log of the story's chain, in order.
 *
 * @example const logs = await readLogs(connection);
 */
export const readLogs = ({ ethers }: Connection): ReturnType<Connection["ethers"]["provider"]["getLogs"]> =>
  ethers.provider.getLogs({ fromBlock: 0, toBlock: "latest" });

/**
 * Accounts for every unit of the token from the chain's logs alone, and asks the contracts and the token whether it is so.
 *
 * @param logs all of them; one that is missing shows as a difference, or is refused
 * @throws Error when logs are missing that others rest on
 * @example const { reconciliation } = await accountFor(await readLogs(connection), play);
 */
export async function accountFor(
  logs: Parameters<typeof reconcile>[0],
  { stage }: Pick<Play, "stage">,
): Promise<Account> {
  const { treasury, escrow, opening, court, changes, token } = stage.contracts;
  const reconciliation = await reconcile(logs, { treasury, escrow, opening, court, changes }, token);
  const events = decodeLogs(logs, stage.interfaces);
  const payees = new Map<bigint, bigint>();
  for (const { name, args } of events) {
    if (name !== "Paid") continue;
    const payee = args.payee as bigint;
    payees.set(payee, (payees.get(payee) ?? 0n) + (args.amount as bigint));
  }
  const bonds = {
    posted: sumOf(events, "DepositHeld"),
    returned: sumOf(events, "DepositReturned"),
    forfeited: sumOf(events, "DepositForfeited"),
  };
  return { reconciliation, bonds, payees };
}

const sumOf = (events: readonly ChainEvent[], wanted: string): bigint =>
  events.reduce((sum, { name, args }) => (name === wanted ? sum + (args.amount as bigint) : sum), 0n);
