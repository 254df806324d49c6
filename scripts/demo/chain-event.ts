import type { Interface } from "ethers";

/** A log as a node gives it. */
export interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** An event in words of its contract's interface. */
export interface ChainEvent {
  /** Address of the contract that emitted it. */
  readonly address: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Decodes logs, in their order, by the interfaces of the contracts that emitted them; logs of others are left out.
 *
 * @param interfaces by address
 * @example decodeLogs(receipt.logs, new Map([[await treasury.getAddress(), treasury.interface]]));
 */
export function decodeLogs(logs: readonly RawLog[], interfaces: ReadonlyMap<string, Interface>): ChainEvent[] {
  return logs.flatMap(({ address, topics, data }) => {
    const parsed = interfaces.get(address)?.parseLog({ topics: [...topics], data });
    if (!parsed) return [];
    return [{ address, name: parsed.name, args: parsed.args.toObject() as Record<string, unknown> }];
  });
}
