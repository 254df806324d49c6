import type { Lang } from "../lib/lang.ts";
import { formatArgument } from "../lib/messages/format-argument.ts";
import type { Printer } from "../lib/output/printer.ts";
import { groupDigits } from "../lib/units/format-amount.ts";
import type { Play } from "./play.ts";
import type { Account } from "./read-chain.ts";

const WORDS = {
  es: {
    heads: ["Concepto", "CLP"],
    funded: "Asignado a la línea",
    paid: "Pagado, llegó a sus destinatarios",
    to: "  ordenado para",
    released: "Vuelto a la línea",
    fines: "  de ello, multas cobradas",
    forfeited: "  de ello, garantías ejecutadas",
    posted: "Garantías recibidas de terceros",
    returned: "Garantías devueltas",
    available: "Disponible en la línea",
    committed: "Comprometido y sin pagar",
    held: "Garantías en custodia",
    credits: "Créditos por retirar",
    sum: "Suma que la Tesorería debe tener",
    balance: "Saldo que el token dice que tiene",
    difference: "Diferencia",
  },
  en: {
    heads: ["Item", "CLP"],
    funded: "Appropriated to the line",
    paid: "Paid, reached its payees",
    to: "  ordered for",
    released: "Returned to the line",
    fines: "  of which fines collected",
    forfeited: "  of which bonds forfeited",
    posted: "Bonds posted by third parties",
    returned: "Bonds given back",
    available: "Available in the line",
    committed: "Committed and not paid",
    held: "Bonds held",
    credits: "Credits to withdraw",
    sum: "Sum that the Treasury must have",
    balance: "Balance that the token says it has",
    difference: "Difference",
  },
} as const satisfies Record<Lang, unknown>;

/**
 * Prints where every peso is, and every difference that there may be.
 *
 * @example printAccount(printer, account, play, "es");
 */
export function printAccount(
  printer: Printer,
  { reconciliation, bonds, payees }: Account,
  { say, entityName }: Pick<Play, "say" | "entityName">,
  lang: Lang,
): void {
  const words = WORDS[lang];
  const shown = (amount: bigint): string =>
    `${amount < 0n ? "-" : ""}${groupDigits(amount < 0n ? -amount : amount, lang)}`;
  const { available, committed, held, credits, balance } = reconciliation;
  const sum = available + committed + held + credits;
  const named = (id: bigint): string => formatArgument("entity", id, lang, { entityName });
  const rows: [string, bigint][] = [
    [words.funded, reconciliation.funded],
    [words.paid, reconciliation.paid],
    ...[...payees].map(([payee, amount]): [string, bigint] => [`${words.to} ${named(payee)}`, amount]),
    [words.released, reconciliation.released],
    [words.fines, reconciliation.fines],
    [words.forfeited, bonds.forfeited],
    [words.posted, bonds.posted],
    [words.returned, bonds.returned],
  ];
  const balanceRows: [string, bigint][] = [
    [words.available, available],
    [words.committed, committed],
    [words.held, held],
    [words.credits, credits],
    [words.sum, sum],
    [words.balance, balance],
    [words.difference, balance - sum],
  ];
  printer.line(say("table", {}));
  printer.line();
  for (const part of [rows, balanceRows]) {
    printer.table(
      words.heads,
      part.map(([item, amount]) => [item, shown(amount)]),
    );
    printer.line();
  }
  for (const { what, replayed, onChain } of reconciliation.differences) {
    printer.line(say("difference", { what, replayed, onChain }));
  }
  printer.line(reconciliation.reconciled ? say("reconciled", { balance }) : say("unreconciled", {}));
}
