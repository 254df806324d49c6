import { sentenceInBoth } from "../messages/render-message.ts";
import { SendError } from "./send-error.ts";
import { isBusy, refusalOf, type Rpc } from "./rpc.ts";
import { safeText } from "./safe-text.ts";

/** Waits so many milliseconds; rejects when the run is interrupted. */
export type Sleep = (ms: number) => Promise<void>;

/** How long a node's faults are borne: attempts in all, milliseconds per answer, first and longest pause. */
export interface RpcPatience {
  readonly attempts: number;
  readonly timeoutMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const DEFAULT_PATIENCE: RpcPatience = {
  attempts: 6,
  timeoutMs: 15_000,
  firstPauseMs: 250,
  longestPauseMs: 8_000,
};

/** A provider whose passing faults are borne. */
export interface SteadyRpc {
  /** Asks until there is an answer that `parse` accepts. Throws RpcRefusal, or SendError "rpc-unavailable". */
  ask<T>(method: string, params: unknown[], parse: (answer: unknown) => T, attempts?: number): Promise<T>;
}

/**
 * Wraps a provider: each question has a time limit; no answer, a broken answer or "busy" is asked again with doubling
 * pauses, a bounded number of times. A refusal by the node is an answer and is thrown at once.
 *
 * @example steadyRpc(provider, sleep).ask("eth_blockNumber", [], BigInt)
 */
export function steadyRpc(rpc: Rpc, sleep: Sleep, patience: RpcPatience = DEFAULT_PATIENCE): SteadyRpc {
  return {
    async ask(method, params, parse, attempts = patience.attempts) {
      for (let attempt = 1; ; attempt++) {
        try {
          return parse(await withTimeout(rpc.send(method, params), patience.timeoutMs));
        } catch (error) {
          const refusal = refusalOf(error);
          if (refusal !== undefined && !isBusy(refusal)) throw Object.assign(refusal, { method });
          if (attempt >= attempts) {
            const reason = error instanceof Timeout ? sentenceInBoth("rpc-timeout", { ms: error.ms }) : safeText(error);
            throw new SendError("rpc-unavailable", { method, attempts, reason });
          }
          await sleep(Math.min(patience.firstPauseMs * 2 ** (attempt - 1), patience.longestPauseMs));
        }
      }
    },
  };
}

/** No answer in so many milliseconds. */
class Timeout extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super();
    this.ms = ms;
  }
}

async function withTimeout<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Timeout(ms));
    }, ms);
  });
  try {
    return await Promise.race([answer, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
