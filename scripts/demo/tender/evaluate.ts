import { seatsOf } from "../../lib/tender/evaluation/seats.ts";
import { liveBids } from "../../lib/tender/read/read-tender.ts";
import { perform } from "../play.ts";
import type { Bidding } from "./bidding.ts";
import { MORNING, sheetOf } from "./plan-awards.ts";
import { returnFreeBonds } from "./return-bonds.ts";

/**
 * Plans the work of the panel: a conflict, the scores, and their tally by a stranger.
 *
 * @example planEvaluation(bidding);
 */
export function planEvaluation(bidding: Bidding): void {
  const { agenda } = bidding.play;
  const { technicalBy, scoresBy } = bidding.terms.timetable;
  const { conflicto, comision } = bidding.file.licitacion;
  if (conflicto) agenda.add(conflicto.fecha, () => abstain(bidding, conflicto.evaluador));
  if (comision) agenda.add(technicalBy + MORNING, () => score(bidding));
  agenda.add(scoresBy + MORNING, () => tally(bidding));
}

const seated = ({ terms, file }: Bidding): readonly string[] =>
  seatsOf(terms.panel, file.licitacion.conflicto ? [file.licitacion.conflicto.evaluador] : []).seated;

async function abstain(bidding: Bidding, evaluator: string): Promise<void> {
  const { play, terms, id } = bidding;
  const { stage, cast, say, paragraph } = play;
  const panel = stage.contracts.panel.connect(cast.byAddress(evaluator));
  await perform(play, (overrides) => panel.declareConflict(id, terms.panel, overrides));
  const substitute = seated(bidding).find((account) => !terms.panel.evaluators.includes(account));
  paragraph.push(
    substitute === undefined ? say("conflictVacant", { evaluator }) : say("conflict", { evaluator, substitute }),
  );
}

async function score(bidding: Bidding): Promise<void> {
  const { play, file, terms, id, read } = bidding;
  const { stage, cast, say, paragraph, entityName } = play;
  const opened = liveBids(await read()).filter(({ technical }) => technical !== null);
  const accounts = seated(bidding);
  for (const [seat, account] of accounts.entries()) {
    const sheets = opened.map(({ bidder }) => {
      const bid = file.licitacion.ofertas.find(({ nombre }) => nombre === entityName(bidder));
      if (!bid) throw new Error(`entity ${bidder} is not in the file`);
      return sheetOf(terms.rules, bid, seat);
    });
    const panel = stage.contracts.panel.connect(cast.byAddress(account));
    const bidders = opened.map(({ bidder }) => bidder);
    await perform(play, (overrides) => panel.score(id, terms.panel, terms.rules, bidders, sheets, overrides));
  }
  paragraph.push(say("scored", { count: accounts.length }));
  await returnFreeBonds(bidding, (bid) => bid.technical === null);
}

async function tally({ play, terms, id, stranger, read }: Bidding): Promise<void> {
  const bidders = liveBids(await read()).map(({ bidder }) => bidder);
  const panel = play.stage.contracts.panel.connect(stranger);
  await perform(play, (overrides) => panel.tally(id, terms.panel, terms.rules, bidders, overrides));
}
