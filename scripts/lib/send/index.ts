/**
 * The sending layer: the one way in which tasks send transactions.
 *
 * What it rests on: a step is bound in its journal to one nonce before any node sees it, and of all transactions with
 * one nonce a chain includes one. So whatever is cut, lost, repeated or reorganised, a step is included at most once,
 * and a nonce used by anybody else is noticed. A lost journal is replaced by what the steps' own `done` says.
 *
 * @example
 * const identity = loadIdentity(nodeFiles, "deployments/identity.json");
 * const { signal, dispose } = interruptSignal(process);
 * const report = await sendPlan({
 *   ...{ rpc: ethers.provider, account: nodeAccount(office.address), identity, signal },
 *   ...{ plan, journal: "runs/fund-2026.jsonl", send: flags.send, language: "es", print: console.log },
 *   ...{ decode: decodeWith(contracts), describeError },
 * });
 */

export { nodeAccount, signingAccount, type SendAccount } from "./account.ts";
export { readChain, type Chain } from "./chain.ts";
export type { Log } from "./chain-answers.ts";
export { nodeFiles, type Files } from "./files.ts";
export { loadIdentity, saveIdentity } from "./identity-file.ts";
export { interruptible, interruptSignal } from "./interrupt.ts";
export { DEFAULT_LIMITS, type SendLimits } from "./limits.ts";
export { checkIdentity, recordIdentity, type NetworkIdentity } from "./network-identity.ts";
export { stepDigest, type Plan, type Step } from "./plan.ts";
export { decodeWith, type Decode } from "./print-plan.ts";
export { contiguous, readEvents, type EventQuery } from "./read-events.ts";
export type { SendReport, StepReport } from "./report.ts";
export { fromEip1193, type Rpc } from "./rpc.ts";
export { safeText } from "./safe-text.ts";
export { SendError } from "./send-error.ts";
export type { SendOptions } from "./send-options.ts";
export { sendPlan } from "./send-plan.ts";
export { splitByGas } from "./split-by-gas.ts";
export { steadyRpc } from "./steady-rpc.ts";
