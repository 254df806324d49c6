import { oneMove, type Act } from "../act.ts";
import { pauseAct } from "../pause-act.ts";
import { tenderAct, type TenderContext } from "../tender-act.ts";
import { openingMoves } from "../open-envelopes.ts";

const COPIED = 1n;
/** Bids whose standing one transaction copies: well under the gas of a transaction. */
const COPIES_A_PAGE = 100;

const pagesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) => items.slice(page * size, (page + 1) * size));

const hasEnded = async ({ id, contracts }: TenderContext): Promise<boolean> =>
  (await contracts.book.getDesk(id)).outcome !== 0n;

/** What anyone does, so that a tender goes on whoever is silent; and the guardian's pause. */
export const tenderCourseActs: Readonly<Record<string, Act>> = {
  silence: tenderAct(
    null,
    () => ({}),
    (_, { id, contracts, tender }) =>
      oneMove(
        "silence",
        contracts.publication.recordSilence.populateTransaction(id),
        () => Promise.resolve(tender.silence !== null),
        (say) =>
          say.pick(
            "Dejar constancia de las preguntas sin respuesta: el cierre se amplía.",
            "Put unanswered enquiries on record: closing is extended.",
          ),
      ),
  ),

  copy: tenderAct(
    null,
    () => ({}),
    (_, { id, contracts, live, terms }) =>
      pagesOf(
        live.map(({ bidder }) => bidder),
        COPIES_A_PAGE,
      ).map((page) => ({
        key: `copy-${page[0]}`,
        call: contracts.book.copyStanding.populateTransaction(id, page),
        done: async () => (await contracts.book.getBids(id, page)).every(({ bid }) => (bid.flags & COPIED) !== 0n),
        deadline: terms.timetable.technicalBy,
        words: (say) =>
          say.pick(
            `Copiar en ${page.length} ofertas lo que el registro dice al cierre.`,
            `Copy into ${page.length} bids what the registry says at closing.`,
          ),
      })),
  ),

  "open-all": tenderAct(
    null,
    () => ({}),
    (_, context) => openingMoves(context),
  ),

  lapse: tenderAct(
    null,
    () => ({}),
    (_, context) =>
      oneMove(
        "lapse",
        context.contracts.book.lapse.populateTransaction(context.id),
        () => hasEnded(context),
        (say) =>
          say.pick(
            "Declarar desierta una licitación que ya no se puede adjudicar; el presupuesto vuelve a la línea.",
            "End a tender that can no longer be awarded; the budget returns to the line.",
          ),
      ),
  ),

  pause: pauseAct("publication", {
    es: "Pausar la publicación de licitaciones. Las que están en curso siguen; la pausa termina sola.",
    en: "Pause the publication of tenders. Running ones go on; the pause ends by itself.",
  }),
};
