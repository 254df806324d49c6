import type { Interface, Result } from "ethers";

import type { LogSource } from "../../procurement/decode-logs.ts";
import type { Log } from "../../send/chain-answers.ts";
import type { Chain } from "../../send/chain.ts";
import { readEvents } from "../../send/read-events.ts";
import type { Happening } from "./tender-record.ts";

/** The contracts whose events tell a tender. */
export type TenderContracts = Readonly<Record<"book" | "publication" | "joints" | "panel" | "awards", LogSource>>;

/** Where a tender is read. */
export interface TenderSource {
  readonly chain: Pick<Chain, "rpc" | "block" | "transaction">;
  readonly contracts: TenderContracts;
  /** Block of the deployment. */
  readonly fromBlock: number;
}

/** An event of a record: a tender, a contest of quotes, a framework, a call-off. */
export interface RecordEvent extends Happening {
  readonly name: string;
  readonly args: Result;
}

/** An event of a tender. */
export interface TenderEvent extends RecordEvent {
  /** The call, where a transaction made it to the book directly; otherwise null. */
  readonly call: { readonly name: string; readonly args: Result } | null;
}

/** Events whose calldata says more than they do. */
const WITH_CALL: ReadonlySet<string> = new Set(["TechnicalOpened", "PriceOpened"]);

/**
 * Every event of a tender in the order in which it happened, read page by page, with its time and its caller.
 *
 * @throws SendError as `readEvents`; Error where a log is no event of its contract
 * @example const events = await tenderLogs({ chain, contracts, fromBlock: identity.block }, id);
 */
export async function tenderLogs(source: TenderSource, id: string): Promise<TenderEvent[]> {
  const { chain, contracts, fromBlock } = source;
  const book = (await contracts.book.getAddress()).toLowerCase();
  const events: TenderEvent[] = [];
  for (const event of await recordLogs({ chain, fromBlock, contracts: Object.values(contracts) }, id)) {
    const call = WITH_CALL.has(event.name) ? await callOf(source, book, event.transaction) : null;
    events.push({ ...event, call });
  }
  return events;
}

/** Where a record is read. */
export interface RecordSource extends Pick<TenderSource, "chain" | "fromBlock"> {
  readonly contracts: readonly LogSource[];
}

/**
 * Every event of some contracts whose first indexed argument is a record's id, in the order in which it happened, with its time.
 *
 * @throws SendError as `readEvents`; Error where a log is no event of its contract
 * @example await recordLogs({ chain, fromBlock, contracts: [quotes, purchases] }, id);
 */
export async function recordLogs(source: RecordSource, id: string): Promise<RecordEvent[]> {
  const { chain, contracts, fromBlock } = source;
  const toBlock = (await chain.block("latest"))?.number ?? 0;
  const found: { log: Log; abi: Interface }[] = [];
  for (const contract of contracts) {
    const query = { address: await contract.getAddress(), topics: [null, id], fromBlock, toBlock };
    for await (const logs of readEvents(chain as Chain, query)) {
      found.push(...logs.map((log) => ({ log, abi: contract.interface })));
    }
  }
  const ordered = found.sort(({ log: a }, { log: b }) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex);
  const timeOf = blockTimes(source);
  const events: RecordEvent[] = [];
  for (const [order, { log, abi }] of ordered.entries()) {
    const parsed = abi.parseLog(log);
    if (!parsed) throw new Error(`unknown event in block ${log.blockNumber}, log ${log.logIndex}`);
    events.push({
      ...{ name: parsed.name, args: parsed.args, by: parsed.args.getValue("by") as string },
      ...{ order, block: log.blockNumber, transaction: log.transactionHash, time: await timeOf(log.blockNumber) },
    });
  }
  return events;
}

/**
 * When pauses of the publication desk began.
 *
 * @returns unix seconds, in order
 * @example await pauseTimes(source);
 */
export async function pauseTimes(source: TenderSource): Promise<bigint[]> {
  const { chain, contracts, fromBlock } = source;
  const { publication } = contracts;
  const toBlock = (await chain.block("latest"))?.number ?? 0;
  const topic = publication.interface.getEvent("Paused")?.topicHash ?? null;
  const query = { address: await publication.getAddress(), topics: [topic], fromBlock, toBlock };
  const timeOf = blockTimes(source);
  const times: bigint[] = [];
  for await (const logs of readEvents(chain as Chain, query)) {
    for (const { blockNumber } of logs) times.push(await timeOf(blockNumber));
  }
  return times;
}

function blockTimes({ chain }: Pick<TenderSource, "chain">): (block: number) => Promise<bigint> {
  const known = new Map<number, bigint>();
  return async (number) => {
    const time = known.get(number) ?? (await chain.block(number))?.timestamp;
    if (time === undefined) throw new Error(`the node does not know block ${number}`);
    known.set(number, time);
    return time;
  };
}

async function callOf({ chain, contracts }: TenderSource, book: string, hash: string): Promise<TenderEvent["call"]> {
  const transaction = await chain.transaction(hash);
  if (transaction?.to !== book) return null;
  const parsed = contracts.book.interface.parseTransaction({ data: transaction.input });
  return parsed && { name: parsed.name, args: parsed.args };
}
