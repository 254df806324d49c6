import { isSettled, type Ledger } from "./ledger.ts";
import type { Lang } from "../lang.ts";
import { sentenceIn } from "../messages/render-message.ts";
import type { Plan } from "./plan.ts";
import { SendError } from "./send-error.ts";

/** What became of a step: "todo" when nothing of it was ever sent. */
export interface StepReport {
  readonly key: string;
  readonly status: "todo" | "open" | "mined" | "final" | "failed" | "found";
  readonly hash: string | null;
  readonly block: number | null;
}

export interface SendReport {
  readonly steps: readonly StepReport[];
  /** Keys of the steps that are neither final nor found done. */
  readonly remaining: readonly string[];
}

const MOST_KEYS_TOLD = 20;

/**
 * The report of a plan from what its journal knows.
 *
 * @example reportOf(plan, ledger).remaining.length
 */
export function reportOf(plan: Plan, ledger: Ledger): SendReport {
  const steps = plan.steps.map(({ key }): StepReport => {
    const record = ledger.records.get(key);
    const { hash = null, block = null } = record?.inclusion ?? {};
    return { key, status: record?.status ?? "todo", hash, block };
  });
  const remaining = plan.steps.map(({ key }) => key).filter((key) => !isSettled(ledger.records.get(key)));
  return { steps, remaining };
}

/**
 * The sentences that end a run which could not finish: the steps left and how to go on.
 *
 * @param path - Journal of the plan.
 * @example remainingLines(reportOf(plan, ledger), "en", "plan.jsonl", error)
 */
export function remainingLines(report: SendReport, language: Lang, path: string, error: unknown): string[] {
  const told = report.remaining.slice(0, MOST_KEYS_TOLD).join(", ");
  const keys = report.remaining.length > MOST_KEYS_TOLD ? `${told}, ...` : told;
  const say = sentenceIn(language);
  const isForeign = error instanceof SendError && /^(foreign|nonce)-/.test(error.code);
  return [
    say("remaining", { count: report.remaining.length, keys }),
    say(isForeign ? "rebuild-hint" : "resume-hint", { path }),
  ];
}
