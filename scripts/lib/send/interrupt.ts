import { setTimeout as wait } from "node:timers/promises";
import { SendError } from "./send-error.ts";
import type { Sleep } from "./steady-rpc.ts";

/** The part of `process` that tells of Ctrl-C. */
export interface SignalSource {
  once(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  removeListener(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
}

/**
 * A signal that the first Ctrl-C (or SIGTERM) raises: the run ends after its current write. A second Ctrl-C ends the
 * process at once, as nobody listens any more. Call `dispose` when the run is over.
 *
 * @example const { signal, dispose } = interruptSignal(process);
 */
export function interruptSignal(source: SignalSource): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    dispose();
    controller.abort();
  };
  const dispose = (): void => {
    source.removeListener("SIGINT", stop);
    source.removeListener("SIGTERM", stop);
  };
  source.once("SIGINT", stop);
  source.once("SIGTERM", stop);
  return { signal: controller.signal, dispose };
}

/**
 * A sleep that the signal cuts short.
 *
 * @param sleep - Another way to wait, for tests; the machine's timer when absent.
 * @example await interruptible(undefined, signal)(1000)
 */
export function interruptible(sleep: Sleep | undefined, signal: AbortSignal | undefined): Sleep {
  return async (ms) => {
    refuseInterrupted(signal);
    if (sleep !== undefined) await sleep(ms);
    else await wait(ms, undefined, { signal }).catch(() => undefined);
    refuseInterrupted(signal);
  };
}

/**
 * Ends the run once the signal is raised.
 *
 * @throws SendError "interrupted".
 * @example refuseInterrupted(signal)
 */
export function refuseInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new SendError("interrupted", {});
}
