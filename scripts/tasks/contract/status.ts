import { readFile } from "node:fs/promises";

import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { readOption } from "../../lib/input/options.ts";
import { parsePercent } from "../../lib/units/basis-points.ts";
import { latePayments } from "../../lib/tasks/late-payments.ts";
import { contractStatus } from "../../lib/tasks/contract-status.ts";
import { tokenAt } from "../../lib/tasks/context.ts";
import { loadDeed } from "../../lib/tasks/deed-file.ts";
import { sayIn } from "../../lib/tasks/say.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

const HEADS = {
  es: ["qué", "estado", "espera a", "hasta", "si calla"],
  en: ["what", "status", "waits for", "until", "on silence"],
} as const;

const action: NewTaskActionFunction<{ deed: string; interest: string; lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const annualBps = BigInt(args.interest === "" ? 0 : readOption("--interest", () => parsePercent(args.interest)));
    const context = await contextOf(await connect(hre));
    const deedFile = await loadDeed(args.deed, { ...context.door, readFile });
    const { unit } = await tokenAt(context.runner, deedFile.deed.terms.token);
    const { status, pending, ...balances } = await contractStatus(deedFile, context);
    const say = sayIn(lang, unit);
    printer.line(
      say.pick(
        `Contrato ${balances.id}: ${status(say)}. Precio ${say.amount(balances.price)}, por pagar ${say.amount(balances.unpaid)}, retenido ${say.amount(balances.retained)}, garantía ${say.amount(balances.bond)}.`,
        `Contract ${balances.id}: ${status(say)}. Price ${say.amount(balances.price)}, unpaid ${say.amount(balances.unpaid)}, retained ${say.amount(balances.retained)}, bond ${say.amount(balances.bond)}.`,
      ),
    );
    const rows = pending.map(({ what, status: stage, who, until, silence }) => [
      ...[what(say), stage(say), who(say), until === 0n ? "-" : say.date(until), silence(say)],
    ]);
    printer.table(HEADS[lang], rows);
    const late = await latePayments(deedFile, context, annualBps);
    for (const { index, amount, days, interest, recoveryFee, isPaid } of late) {
      const owed =
        annualBps === 0n ? say.pick("interés según --interest", "interest by --interest") : say.amount(interest);
      printer.line(
        say.pick(
          `Hito ${index + 1}: ${say.amount(amount)} ${isPaid ? "se pagó" : "se debe"} con ${days} días de mora; interés ${owed}, comisión ${say.amount(recoveryFee)} (Ley 19.983).`,
          `Milestone ${index + 1}: ${say.amount(amount)} ${isPaid ? "was paid" : "is owed"} ${days} days late; interest ${owed}, fee ${say.amount(recoveryFee)} (Ley 19.983).`,
        ),
      );
    }
    return { ...balances, status: status(say), pending: rows, late };
  });

export default action;
