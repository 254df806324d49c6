import { toQuantity } from "ethers";
import { answers, type Block, type ChainTransaction, type Receipt } from "./chain-answers.ts";
import type { SteadyRpc } from "./steady-rpc.ts";

export type BlockTag = number | "latest" | "pending";

/** A message call: addresses and data as hex, value in wei, gas limit in units of gas. */
export interface Call {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly value: bigint;
  readonly gas?: bigint;
}

/** The chain as the layer reads it; every question is borne with patience by the steady RPC below it. */
export interface Chain {
  readonly rpc: SteadyRpc;
  chainId(): Promise<bigint>;
  block(tag: BlockTag): Promise<Block | null>;
  transactionsOf(tag: BlockTag): Promise<ChainTransaction[]>;
  code(address: string): Promise<string>;
  nonce(address: string, tag: BlockTag): Promise<number>;
  transaction(hash: string): Promise<ChainTransaction | null>;
  receipt(hash: string): Promise<Receipt | null>;
  estimateGas(call: Call): Promise<bigint>;
  call(call: Call, tag: BlockTag): Promise<string>;
  price(method: "eth_gasPrice" | "eth_maxPriorityFeePerGas"): Promise<bigint>;
}

/**
 * Reads a chain through a steady RPC.
 *
 * @example (await readChain(steadyRpc(provider, sleep)).block("latest"))?.number
 */
export function readChain(rpc: SteadyRpc): Chain {
  return {
    rpc,
    chainId: () => rpc.ask("eth_chainId", [], answers.quantity),
    block: (tag) => rpc.ask("eth_getBlockByNumber", [tagOf(tag), false], answers.block),
    transactionsOf: async (tag) => {
      const found = await rpc.ask("eth_getBlockByNumber", [tagOf(tag), true], answers.transactions);
      return found?.transactions ?? [];
    },
    code: (address) => rpc.ask("eth_getCode", [address, "latest"], answers.data),
    nonce: (address, tag) => rpc.ask("eth_getTransactionCount", [address, tagOf(tag)], answers.count),
    transaction: (hash) => rpc.ask("eth_getTransactionByHash", [hash], answers.transaction),
    receipt: (hash) => rpc.ask("eth_getTransactionReceipt", [hash], answers.receipt),
    estimateGas: (call) => rpc.ask("eth_estimateGas", [callObject(call), "latest"], answers.quantity),
    call: (call, tag) => rpc.ask("eth_call", [callObject(call), tagOf(tag)], answers.data),
    price: (method) => rpc.ask(method, [], answers.quantity),
  };
}

function tagOf(tag: BlockTag): string {
  return typeof tag === "number" ? toQuantity(tag) : tag;
}

function callObject({ from, to, data, value, gas }: Call): Record<string, string> {
  const object = { from, to, data, value: toQuantity(value) };
  return gas === undefined ? object : { ...object, gas: toQuantity(gas) };
}
