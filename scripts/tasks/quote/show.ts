import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { auditContest, refuseContestDifference } from "../../lib/tasks/contest-audit.ts";
import type { ContestBook } from "../../lib/tasks/contest-act.ts";
import { tokenAt, type TaskContext } from "../../lib/tasks/context.ts";
import type { PurchaseStatus } from "../../lib/tasks/quote-status.ts";
import { sayIn } from "../../lib/tasks/say.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

/** What the command line of a reading says. */
interface ReadingArguments {
  readonly id: string;
  readonly lang: string;
  readonly json: boolean;
}

/**
 * The action of a command that tells where something stands.
 *
 * @example statusAction((id, context) => frameworkStatus(id, context));
 */
export function statusAction(
  read: (id: string, context: TaskContext) => Promise<PurchaseStatus>,
): NewTaskActionFunction<ReadingArguments> {
  return (args, hre) =>
    speak(args, async (printer, lang) => {
      const context = await contextOf(await connect(hre));
      const { id, token, status, lines } = await read(args.id, context);
      const say = sayIn(lang, (await tokenAt(context.runner, token)).unit);
      const said = lines.map((line) => line(say));
      for (const line of [`${id}: ${status(say)}.`, ...said]) printer.line(line);
      return { id, status: status(say), lines: said };
    });
}

/**
 * The action of a command that works a contest out again; it ends with 1 on any difference.
 *
 * @example verifyAction("quotes");
 */
export function verifyAction(book: ContestBook): NewTaskActionFunction<ReadingArguments> {
  return (args, hre) =>
    speak(args, async (printer, lang) => {
      const context = await contextOf(await connect(hre));
      const { verification, token, lines } = await auditContest(book, args.id, context);
      const say = sayIn(lang, (await tokenAt(context.runner, token)).unit);
      for (const line of lines) printer.line(line(say));
      refuseContestDifference(verification);
      return verification;
    });
}
