import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { roleMarkdown, roleRows } from "../../lib/tasks/role-table.ts";
import { speak } from "../speak.ts";

const action: NewTaskActionFunction<{ lang: string; json: boolean; markdown: boolean }> = (args) =>
  speak(args, (printer, lang) => {
    const { head, rows } = roleRows(lang);
    if (args.markdown) for (const line of roleMarkdown(lang).split("\n")) printer.line(line);
    else printer.table(head, rows);
    return Promise.resolve(rows);
  });

export default action;
