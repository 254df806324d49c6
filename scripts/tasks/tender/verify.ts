import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { tokenAt } from "../../lib/tasks/context.ts";
import { sayIn } from "../../lib/tasks/say.ts";
import { openTender } from "../../lib/tasks/tender-act.ts";
import { auditTender, refuseDifference } from "../../lib/tasks/tender-audit.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

const action: NewTaskActionFunction<{ id: string; lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const context = await contextOf(await connect(hre));
    const { terms } = await openTender(args.id, context);
    const { unit } = await tokenAt(context.runner, terms.call.token);
    const { verification, lines } = await auditTender(args.id, context);
    for (const line of lines) printer.line(line(sayIn(lang, unit)));
    refuseDifference(verification);
    return verification;
  });

export default action;
