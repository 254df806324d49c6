import * as z from "zod";

import { digestField } from "../../input/document-fields.ts";
import { entityField, integerField, percentField, record } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { CRITERION } from "../../tender/evaluation/rules.ts";
import { countingEvaluators } from "../../tender/evaluation/counting-evaluators.ts";
import { scorePages, tallyPages } from "../../tender/evaluation/pages.ts";
import type { Rules } from "../../tender/terms/types.ts";
import { oneMove, type Act, type Move } from "../act.ts";
import { entityOf, happened, nameOf } from "../context.ts";
import { openedBids, sittingOf } from "../tender-sitting.ts";
import { tenderAct, type TenderContext } from "../tender-act.ts";

const MOST_BIDS = 5_000;
const TALLIED = 8n;
const UNSUCCESSFUL = 2n;

/** `Award.Ruling`. */
const RULINGS = { confirmar: 1n, excluir: 2n, anular: 3n } as const;

/** Scores in the order of the technical criteria, put where the rules have those. */
function scoresOf({ criteria }: Rules, notes: readonly number[]): bigint[] {
  const given = notes.map(BigInt);
  const expected = criteria.filter(({ kind }) => kind === CRITERION.technical).length;
  if (given.length !== expected) throw new InputError("score-count", { found: given.length, expected });
  return criteria.map(({ kind }) => (kind === CRITERION.technical ? (given.shift() ?? 0n) : 0n));
}

async function scoreMove(context: TenderContext, rows: ReadonlyMap<bigint, bigint[]>, page: bigint[]): Promise<Move> {
  const { id, terms, contracts } = context;
  const { panel } = contracts;
  const scores = page.map((bidder) => rows.get(bidder) ?? []);
  const names = await Promise.all(page.map((bidder) => nameOf(context, bidder)));
  return {
    key: `score-${page[0]}`,
    call: panel.score.populateTransaction(id, terms.panel, terms.rules, page, scores),
    done: async (account) => {
      for (const bidder of page) {
        const { scores: kept, given } = await panel.scoresOf(id, account, bidder);
        if (!given || kept.join() !== (rows.get(bidder) ?? []).join()) return false;
      }
      return true;
    },
    deadline: terms.timetable.substitutesBy,
    words: (say) => say.pick(`Evaluar las ofertas de ${names.join(", ")}.`, `Score the bids of ${names.join(", ")}.`),
  };
}

/** What evaluators and the reviewer do, and what anyone does with their work. */
export const tenderPanelActs: Readonly<Record<string, Act>> = {
  conflict: tenderAct(
    null,
    () => ({}),
    (_, context) => {
      const { id, terms, contracts, version, tender } = context;
      return oneMove(
        "conflict",
        contracts.panel.declareConflict.populateTransaction(id, terms.panel),
        (account) => Promise.resolve(tender.conflicts.some((each) => each.by === account && each.version === version)),
        (say) =>
          say.pick(
            "Declarar un conflicto de interés: una suplencia toma el lugar.",
            "Declare a conflict of interest: a substitute takes the place.",
          ),
      );
    },
  ),

  score: tenderAct(
    null,
    () => ({
      evaluaciones: z
        .array(record({ oferente: entityField(), notas: z.array(percentField()).max(8) }))
        .min(1)
        .max(MOST_BIDS),
    }),
    async ({ evaluaciones }, context) => {
      const rows = new Map<bigint, bigint[]>();
      for (const { oferente, notas } of evaluaciones) {
        rows.set(await entityOf(context, oferente, [1n]), scoresOf(context.terms.rules, notas));
      }
      return Promise.all(scorePages([...rows.keys()]).map((page) => scoreMove(context, rows, page)));
    },
  ),

  tally: tenderAct(
    null,
    () => ({}),
    (_, context) => {
      const { id, terms, contracts } = context;
      const opened = openedBids(context);
      const { evaluators } = countingEvaluators(sittingOf(context));
      const technical = terms.rules.criteria.filter(({ kind }) => kind === CRITERION.technical).length;
      return tallyPages(opened, evaluators.length, technical).map((page) => ({
        key: `tally-${page[0]}`,
        call: contracts.panel.tally.populateTransaction(id, terms.panel, terms.rules, page),
        done: async () => (await contracts.book.getBids(id, page)).every(({ offer }) => (offer.flags & TALLIED) !== 0n),
        deadline: terms.timetable.pricesFrom - 1n,
        words: (say) =>
          say.pick(
            `Ingresar las medianas de ${page.length} ofertas, de ${evaluators.length} evaluaciones completas.`,
            `Enter the medians of ${page.length} bids, of ${evaluators.length} complete evaluations.`,
          ),
      }));
    },
  ),

  fail: tenderAct(
    null,
    () => ({}),
    (_, { id, terms, contracts }) =>
      oneMove(
        "fail",
        contracts.panel.fail.populateTransaction(id, terms.panel),
        async () => (await contracts.book.getDesk(id)).outcome === UNSUCCESSFUL,
        (say) =>
          say.pick(
            "Declarar desierta la licitación cuya comisión no evaluó; quedan nombrados quienes callaron.",
            "End the tender whose panel did not score; those who were silent are named.",
          ),
      ),
  ),

  rule: tenderAct(
    (_, { terms }) => terms.procedure.reviewer,
    (door) => ({
      decision: z.enum(["confirmar", "excluir", "anular"]),
      oferente: entityField().optional(),
      causal: integerField(1, 255).optional(),
      motivo: digestField(door),
    }),
    async ({ decision, oferente, causal, motivo }, context) => {
      const { id, contracts } = context;
      const { awards } = contracts;
      const bidder = oferente === undefined ? 0n : await entityOf(context, oferente, [1n]);
      const name = bidder === 0n ? "" : await nameOf(context, bidder);
      const { round } = await awards.getReview(id);
      const ruling = RULINGS[decision];
      return oneMove(
        "rule",
        awards.rule.populateTransaction(id, ruling, bidder, causal ?? 0, motivo),
        () =>
          happened(context, awards, awards.filters.ComplaintRuled(id), ({ args }) => {
            const isOfNow = args.round === round || (ruling === RULINGS.excluir && args.round === round - 1n);
            return isOfNow && args.ruling === ruling && args.bidder === bidder && args.reason === motivo;
          }),
        (say) =>
          ({
            confirmar: say.pick("Confirmar la adjudicación.", "Confirm the award."),
            excluir: say.pick(
              `Excluir la oferta de ${name} por la causal ${causal ?? 0}.`,
              `Exclude the bid of ${name} on ground ${causal ?? 0}.`,
            ),
            anular: say.pick("Anular la licitación.", "Annul the tender."),
          })[decision],
      );
    },
  ),
};
