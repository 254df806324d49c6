import type { Lang } from "../lang.ts";
import type { Step } from "../send/plan.ts";
import { isDone } from "../send/start-step.ts";

/** A transaction as the screens of a multisig take it. */
export interface Transaction {
  readonly what: Step["description"];
  readonly to: string;
  /** Wei. */
  readonly value: string;
  readonly data: string;
}

/**
 * The transactions of the steps that the chain does not show as done.
 *
 * @throws SendError "done-check-failed"
 * @example (await openTransactions(steps)).map(({ to }) => to)
 */
export async function openTransactions(steps: readonly Step[]): Promise<Transaction[]> {
  const open: Transaction[] = [];
  for (const step of steps) {
    const { description: what, to, value = 0n, data } = step;
    if (!(await isDone(step))) open.push({ what, to, value: value.toString(), data });
  }
  return open;
}

/**
 * What is to be typed into a multisig, transaction by transaction.
 *
 * @example calldataLines(transactions, "es")[0] // "1. Abrir una línea presupuestaria…"
 */
export function calldataLines(transactions: readonly Transaction[], lang: Lang): string[] {
  const [target, wei, bytes] = lang === "es" ? ["destino", "valor", "datos"] : ["target", "value", "data"];
  return transactions.flatMap(({ what, to, value, data }, index) => [
    `${index + 1}. ${what[lang]}`,
    `   ${target}: ${to}`,
    `   ${wei}: ${value}`,
    `   ${bytes}: ${data}`,
  ]);
}
