import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { formatAmount } from "../../lib/units/format-amount.ts";
import { treasuryStatus } from "../../lib/tasks/treasury-status.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

const HEADS = {
  es: {
    lines: ["línea", "organismo", "disponible", "comprometido", "cerrada"],
    deposits: ["garantía", "dueño", "monto"],
    credits: ["crédito de", "token", "monto"],
    tokens: ["token", "disponible", "comprometido", "garantías", "créditos", "saldo", "sobrante"],
    yes: "sí",
  },
  en: {
    lines: ["line", "public body", "available", "committed", "closed"],
    deposits: ["bond", "owner", "amount"],
    credits: ["credit of", "token", "amount"],
    tokens: ["token", "available", "committed", "bonds", "credits", "balance", "surplus"],
    yes: "yes",
  },
} as const;

const action: NewTaskActionFunction<{ lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const status = await treasuryStatus(await contextOf(await connect(hre)));
    const head = HEADS[lang];
    const show = (token: string, amount: bigint): string => {
      const unit = status.tokens.find((each) => each.token === token)?.unit;
      return unit === undefined ? amount.toString() : formatAmount(amount, unit, lang);
    };
    printer.table(
      head.lines,
      status.lines.map(({ id, owner, token, available, committed, closed }) => [
        ...[id.toString(), owner, show(token, available), show(token, committed), closed ? head.yes : "no"],
      ]),
    );
    printer.table(
      head.deposits,
      status.deposits.map(({ record, owner, token, amount }) => [record, owner, show(token, amount)]),
    );
    printer.table(
      head.credits,
      status.credits.map(({ entity, token, amount }) => [entity, token, show(token, amount)]),
    );
    printer.table(
      head.tokens,
      status.tokens.map((sums) => [
        sums.token,
        ...[sums.available, sums.committed, sums.held, sums.credits, sums.balance, sums.surplus].map((amount) =>
          show(sums.token, amount),
        ),
      ]),
    );
    return status;
  });

export default action;
