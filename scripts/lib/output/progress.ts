import { SingleBar } from "cli-progress";

/** Shows how far a long piece of work has come. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/**
 * A progress bar on a terminal, and nothing anywhere else. An interruption (Ctrl-C) is left to the caller.
 *
 * @param stream the error output, so that the output proper stays clean
 * @param label what is being done
 * @param total steps of the work
 * @example const progress = startProgress(process.stderr, "Pagos", 120);
 */
export function startProgress(stream: NodeJS.WriteStream, label: string, total: number): Progress {
  const format = "{label} {bar} {value}/{total}";
  const bar = new SingleBar({ stream, format, clearOnComplete: true, noTTYOutput: false, gracefulExit: false });
  bar.start(total, 0, { label });
  return bar;
}
