import { Interface } from "ethers";

import { decodeWith, type Decode } from "../send/print-plan.ts";
import { ERC20, type TaskContext } from "./context.ts";

const TOKEN = new Interface(ERC20);
const MANAGED = new Set(["schedule", "execute", "cancel"]);

/**
 * Says what a call does: of the suite's contracts by their own interfaces, of any other address as a token's, and of a
 * call that the AccessManager is to make, that one too.
 *
 * @example decoderOf(context)({ to: token, data }); // ERC20.approve(spender: "0x…", amount: 1250000)
 */
export function decoderOf({ contracts, identity }: Pick<TaskContext, "contracts" | "identity">): Decode {
  const known = Object.entries(contracts).flatMap(([name, contract]) => {
    const address = identity.contracts[name]?.address;
    return address === undefined ? [] : [[address, { name, abi: contract.interface }] as const];
  });
  const ofSuite = decodeWith(Object.fromEntries(known));
  const decode: Decode = (step) => ofSuite(step) ?? decodeWith({ [step.to]: { name: "ERC20", abi: TOKEN } })(step);
  const manager = contracts.manager.interface;
  const managerAt = identity.contracts.manager?.address;
  return (step) => {
    const outer = decode(step);
    if (outer === null || step.to !== managerAt) return outer;
    const call = manager.parseTransaction({ data: step.data });
    if (call === null || !MANAGED.has(call.name)) return outer;
    const { target, data } = call.args as unknown as { target: string; data: string };
    const inner = decode({ to: target, data });
    return inner === null ? outer : `${outer} = ${inner}`;
  };
}
