import type { SendAccount } from "./account.ts";
import type { Files } from "./files.ts";
import type { SendLimits } from "./limits.ts";
import type { LockPatience } from "./lock.ts";
import type { Lang } from "../lang.ts";
import type { NetworkIdentity } from "./network-identity.ts";
import type { Plan } from "./plan.ts";
import type { Decode } from "./print-plan.ts";
import type { RebuildRequest } from "./rebuild.ts";
import type { Rpc } from "./rpc.ts";
import type { DescribeError } from "./run.ts";
import type { RpcPatience, Sleep } from "./steady-rpc.ts";

/** What a run is given; what may be left out has the default named beside it. */
export interface SendOptions {
  readonly rpc: Rpc;
  readonly account: SendAccount;
  /** The recorded identity of the chain, as `loadIdentity` reads it. */
  readonly identity: NetworkIdentity;
  readonly plan: Plan;
  /** Path of this plan's journal, made on the first run; the account's lock lies beside it. */
  readonly journal: string;
  /** When false the plan is printed, its first open step simulated, and nothing is sent. */
  readonly send: boolean;
  readonly language: Lang;
  readonly print: (line: string) => void;
  /** Says in words what calldata does (see `decodeWith`); without it the data is printed as it is. */
  readonly decode?: Decode;
  /** The sentence of a contract's error data; without it the node's own words are told. */
  readonly describeError?: DescribeError;
  /** Shows a question and returns what the operator typed; live chains are refused without it. */
  readonly confirm?: (question: string) => Promise<string>;
  /** Ends the run after the current write (see `interruptSignal`). */
  readonly signal?: AbortSignal;
  /** Rebuilds the journal from the chain before going on. */
  readonly rebuild?: RebuildRequest;
  /** Over DEFAULT_LIMITS. */
  readonly limits?: Partial<SendLimits>;
  /** DEFAULT_PATIENCE. */
  readonly patience?: RpcPatience;
  /** DEFAULT_LOCK_PATIENCE. */
  readonly lock?: LockPatience;
  /** `nodeFiles`. */
  readonly files?: Files;
  /** The machine's timer. */
  readonly sleep?: Sleep;
}
