import type { NewTaskActionFunction } from "hardhat/types/tasks";

import { tokenAt } from "../../lib/tasks/context.ts";
import { sayIn } from "../../lib/tasks/say.ts";
import { tenderStatus } from "../../lib/tasks/tender-status.ts";
import { connect, contextOf } from "../connect.ts";
import { speak } from "../speak.ts";

const HEADS = {
  es: { next: ["qué", "cuándo"], bids: ["oferta de", "estado", "garantía"] },
  en: { next: ["what", "when"], bids: ["bid of", "state", "bond"] },
} as const;

const action: NewTaskActionFunction<{ id: string; lang: string; json: boolean }> = (args, hre) =>
  speak(args, async (printer, lang) => {
    const context = await contextOf(await connect(hre));
    const { id, version, status, award, winner, terms, asked, unanswered, next, bids } = await tenderStatus(
      args.id,
      context,
    );
    const { unit } = await tokenAt(context.runner, terms.call.token);
    const say = sayIn(lang, unit);
    printer.line(
      say.pick(
        `Licitación ${id}, versión ${version}: ${status(say)}. Adjudicación: ${award(say)}${winner === null ? "" : `, ${winner}`}. Presupuesto ${say.amount(terms.call.budget)}. Preguntas ${asked}, sin respuesta ${unanswered}.`,
        `Tender ${id}, version ${version}: ${status(say)}. Award: ${award(say)}${winner === null ? "" : `, ${winner}`}. Budget ${say.amount(terms.call.budget)}. Enquiries ${asked}, unanswered ${unanswered}.`,
      ),
    );
    const dates = next.map(({ what, time }) => [what(say), say.date(time)]);
    const rows = bids.map(({ name, state, bond }) => [name, state(say), say.amount(bond)]);
    if (dates.length > 0) printer.table(HEADS[lang].next, dates);
    if (rows.length > 0) printer.table(HEADS[lang].bids, rows);
    return {
      ...{ id, version, status: status(say), award: award(say), winner, asked, unanswered },
      next: next.map(({ what, time }) => ({ what: what(say), time })),
      bids: bids.map(({ state, ...bid }) => ({ ...bid, state: state(say) })),
    };
  });

export default action;
