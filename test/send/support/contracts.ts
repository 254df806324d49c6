import { getAddress, hexlify, randomBytes } from "ethers";

import type { Rpc, Step } from "../../../scripts/lib/send/index.ts";

/** Runtime code of a few bytes, for behaviours that no contract of the suite has. */
export const CODE = {
  /** Adds one to slot 0 and logs the new count as its only topic. */
  counter: "0x6000546001018060005560006000a100",
  /** Accepts one call for ever. */
  once: "0x600054600c576001600055005b600080fd",
  /** Reverts with the four bytes of REFUSED. */
  refuser: "0x637e1de9fb6000526004601cfd",
  /** Never ends. */
  endless: "0x5b600056",
} as const;

/** Error data of `CODE.refuser`. */
export const REFUSED = "0x7e1de9fb";

/** Puts runtime code at a fresh address. */
export async function place(rpc: Rpc, code: keyof typeof CODE): Promise<string> {
  const address = getAddress(hexlify(randomBytes(20)));
  await rpc.send("hardhat_setCode", [address, CODE[code]]);
  return address;
}

/** A step that calls a contract without arguments. */
export function callTo(to: string, key: string): Step {
  return { key, to, data: "0x", description: { es: `Llamar ${key}.`, en: `Call ${key}.` } };
}

/** What slot 0 of a contract holds. */
export async function countOf(rpc: Rpc, address: string): Promise<bigint> {
  return BigInt((await rpc.send("eth_getStorageAt", [address, "0x0", "latest"])) as string);
}
