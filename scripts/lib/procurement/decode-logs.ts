import type { Interface, Result } from "ethers";

/** A log as any node returns it. */
export interface ChainLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: number;
  /** Position in its block. */
  readonly index: number;
}

/** A contract whose events are read. */
export interface LogSource {
  getAddress(): Promise<string>;
  readonly interface: Interface;
}

/** An event by the name that the caller gave its contract. */
export interface DecodedEvent<S extends string = string> {
  readonly source: S;
  readonly name: string;
  readonly args: Result;
}

/**
 * The events of some contracts in the order in which they happened; logs of other contracts are left out.
 *
 * @param logs in any order
 * @param sources contracts by the name that the events are to carry
 * @throws Error when a log of a named contract is none of its events: then the interface is not the deployed contract's
 * @example const events = await decodeLogs(await provider.getLogs({ fromBlock: 0 }), { treasury, escrow });
 */
export async function decodeLogs<S extends string>(
  logs: readonly ChainLog[],
  sources: Readonly<Record<S, LogSource>>,
): Promise<DecodedEvent<S>[]> {
  const named = new Map<string, { source: S; contract: LogSource }>();
  for (const source of Object.keys(sources) as S[]) {
    named.set((await sources[source].getAddress()).toLowerCase(), { source, contract: sources[source] });
  }
  const ordered = logs.toSorted((a, b) => a.blockNumber - b.blockNumber || a.index - b.index);
  return ordered.flatMap((log) => {
    const found = named.get(log.address.toLowerCase());
    if (!found) return [];
    const parsed = found.contract.interface.parseLog(log);
    if (!parsed) throw new Error(`unknown event of ${found.source} in block ${log.blockNumber}, log ${log.index}`);
    return [{ source: found.source, name: parsed.name, args: parsed.args }];
  });
}

/**
 * An unsigned integer of an event.
 *
 * @throws Error when the event has no such argument: then its interface is another than the caller expects
 * @example uintOf(event, "amount");
 */
export function uintOf({ name, args }: DecodedEvent, argument: string): bigint {
  const value: unknown = args.getValue(argument);
  if (typeof value !== "bigint") throw new Error(`${name} has no number ${argument}`);
  return value;
}

/**
 * An address or a 32-byte word of an event, 0x hex.
 *
 * @throws Error when the event has no such argument: then its interface is another than the caller expects
 * @example wordOf(event, "record");
 */
export function wordOf({ name, args }: DecodedEvent, argument: string): string {
  const value: unknown = args.getValue(argument);
  if (typeof value !== "string") throw new Error(`${name} has no word ${argument}`);
  return value;
}
