import { resolveAddress, ZeroAddress, type ContractRunner } from "ethers";

import type { Chain } from "../send/chain.ts";

/**
 * A runner for ethers' contracts that only reads, and bears a node's passing faults as the chain's reader does.
 *
 * @throws RpcRefusal when the chain refuses a call, SendError "rpc-unavailable" when the node gives no answer
 * @example new Contract(address, abi, steadyRunner(chain)).getFunction("decimals")()
 */
export function steadyRunner(chain: Pick<Chain, "call">): ContractRunner {
  return {
    provider: null,
    call: async ({ from, to, data }) => {
      const caller = await resolveAddress(from ?? ZeroAddress);
      const target = await resolveAddress(to ?? ZeroAddress);
      return chain.call({ from: caller, to: target, data: data ?? "0x", value: 0n }, "latest");
    },
  };
}
