import { digestField } from "../../input/document-fields.ts";
import { integerField } from "../../input/fields.ts";
import { OUTCOME } from "../../tender/quotes/contest-record.ts";
import { oneMove, type Act, type ActContext } from "../act.ts";
import { contestAct, type ContestBook, type ContestSubject } from "../contest-act.ts";
import { isLast, nameOf } from "../context.ts";
import { pauseAct } from "../pause-act.ts";

const MOST_STEPS = 10_000;

type ContestContext = ActContext & ContestSubject;

/** The account of the buyer of a contest. */
export const contestBuyer = (_: unknown, { contracts, contest }: ContestContext): Promise<string> =>
  contracts.registry.accountOf(contest.contract.call.buyer);

/** Whether a contest ended so. */
const hasOutcome = async ({ id, book, contracts }: ContestContext, ...outcomes: readonly bigint[]): Promise<boolean> =>
  outcomes.includes((await contracts[book].getContest(id)).outcome);

/**
 * What its buyer and anyone do in a contest of sealed quotes, whatever it is called for.
 *
 * @example { ...contestActs("quotes"), request }
 */
export function contestActs(book: ContestBook): Record<string, Act> {
  const about = contestAct(book);
  return {
    cancel: about(
      contestBuyer,
      (door) => ({ motivo: digestField(door) }),
      ({ motivo }, context) => {
        const contract = context.contracts[book];
        return oneMove(
          "cancel",
          contract.cancel.populateTransaction(context.id, motivo),
          () =>
            isLast(
              context,
              contract,
              contract.filters.ContestEnded(context.id),
              ({ outcome, reason }) => outcome === OUTCOME.cancelled && reason === motivo,
            ),
          (say) =>
            say.pick("Cancelar antes del cierre: el presupuesto vuelve.", "Cancel before closing: the budget returns."),
        );
      },
    ),

    draw: about(
      null,
      () => ({ pasos: integerField(1, MOST_STEPS) }),
      ({ pasos }, context) =>
        oneMove(
          "draw",
          context.contracts[book].draw.populateTransaction(context.id, pasos),
          async () => {
            const { chosen, outcome } = await context.contracts[book].getContest(context.id);
            return chosen !== 0n || outcome !== 0n;
          },
          (say) =>
            say.pick(
              `Recorrer hasta ${pasos} grupos del precio más bajo, para el sorteo entre iguales.`,
              `Go through up to ${pasos} groups of the lowest price, for the lot between equals.`,
            ),
        ),
    ),

    "choose-cheapest": about(
      null,
      () => ({}),
      async (_, context) => {
        const { id, contracts } = context;
        const { supplier, price } = await contracts[book].cheapestOf(id);
        const name = supplier === 0n ? "-" : await nameOf(context, supplier);
        return oneMove(
          "choose-cheapest",
          contracts[book].chooseCheapest.populateTransaction(id),
          async () => {
            const { chosen, outcome } = await contracts[book].getContest(id);
            return chosen !== 0n || outcome !== 0n;
          },
          (say) =>
            say.pick(
              `Elegir la cotización más barata: ${name}, ${say.amount(price)}.`,
              `Choose the cheapest quote: ${name}, ${say.amount(price)}.`,
            ),
        );
      },
    ),

    end: about(
      null,
      () => ({}),
      (_, context) =>
        oneMove(
          "end",
          context.contracts[book].end.populateTransaction(context.id),
          () => hasOutcome(context, OUTCOME.unsuccessful, OUTCOME.lapsed),
          (say) =>
            say.pick(
              "Terminar un proceso del que ya no puede salir un contrato; el presupuesto vuelve a la línea.",
              "End a process that no contract can come of; the budget returns to the line.",
            ),
        ),
    ),

    pause: pauseAct(book, {
      es: "Pausar los procesos nuevos. Los que están en curso siguen; la pausa termina sola.",
      en: "Pause new processes. Running ones go on; the pause ends by itself.",
    }),
  };
}
