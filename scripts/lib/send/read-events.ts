import { toQuantity } from "ethers";
import { answers, type Log } from "./chain-answers.ts";
import type { Chain } from "./chain.ts";
import type { Text } from "../lang.ts";
import { RpcRefusal } from "./rpc.ts";
import { SendError } from "./send-error.ts";

/** Which events to read: one contract, topics as in `eth_getLogs`, blocks included at both ends. */
export interface EventQuery {
  readonly address: string;
  readonly topics?: readonly (string | readonly string[] | null)[];
  readonly fromBlock: number;
  readonly toBlock: number;
  /** Blocks asked for at once to begin with. */
  readonly page?: number;
  /** Looks at each page in order; returns what is missing, or null (see `contiguous`). */
  readonly complete?: (logs: readonly Log[]) => Text | null;
}

const DEFAULT_PAGE = 5_000;

/** How fast a range that had to be cut grows again; slowly, so that few questions are refused. */
const GROWTH = 1.25;

/**
 * Reads a long history of events page by page. A node that refuses a range (too many blocks, too many results) is asked
 * for half of it, then by and by for more again; logs outside the range or of another contract are a fault of the node.
 *
 * @throws SendError "events-range-refused" when a single block is refused, "events-incomplete" when `complete` objects.
 * @example for await (const logs of readEvents(chain, { address, fromBlock: 0, toBlock: 9_000_000 })) use(logs)
 */
export async function* readEvents(chain: Chain, query: EventQuery): AsyncGenerator<readonly Log[]> {
  const { page = DEFAULT_PAGE, toBlock, complete } = query;
  let size = page;
  for (let from = query.fromBlock; from <= toBlock;) {
    const to = Math.min(from + size - 1, toBlock);
    const logs = await readPage(chain, query, from, to);
    if (logs instanceof RpcRefusal) {
      if (from === to) throw new SendError("events-range-refused", { from, reason: logs.message });
      size = Math.max(1, Math.floor((to - from + 1) / 2));
      continue;
    }
    const missing = complete?.(logs) ?? null;
    if (missing !== null) throw new SendError("events-incomplete", { from, to, reason: missing });
    yield logs;
    from = to + 1;
    size = Math.min(Math.ceil(size * GROWTH), page);
  }
}

/**
 * A completeness check for events that carry a counter: it must go up by one from `first`, whatever the pages.
 *
 * @param counterOf - The counter of an event.
 * @example readEvents(chain, { ...query, complete: contiguous((log) => BigInt(log.topics[1] ?? 0), 1n) })
 */
export function contiguous(counterOf: (log: Log) => bigint, first: bigint): (logs: readonly Log[]) => Text | null {
  let expected = first;
  return (logs) => {
    for (const log of logs) {
      const found = counterOf(log);
      if (found !== expected) {
        return {
          es: `se esperaba el ${expected} y vino el ${found}.`,
          en: `${expected} was expected and ${found} came.`,
        };
      }
      expected++;
    }
    return null;
  };
}

async function readPage(chain: Chain, query: EventQuery, from: number, to: number): Promise<Log[] | RpcRefusal> {
  const { address, topics = [] } = query;
  const filter = { address, topics, fromBlock: toQuantity(from), toBlock: toQuantity(to) };
  try {
    return await chain.rpc.ask("eth_getLogs", [filter], (answer) => inOrder(answers.logs(answer), address, from, to));
  } catch (error) {
    if (error instanceof RpcRefusal) return error;
    throw error;
  }
}

function inOrder(logs: Log[], address: string, from: number, to: number): Log[] {
  for (const log of logs) {
    const isAsked = log.address === address.toLowerCase() && log.blockNumber >= from && log.blockNumber <= to;
    if (!isAsked) throw new Error("the node answered with logs that were not asked for");
  }
  return logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex);
}
