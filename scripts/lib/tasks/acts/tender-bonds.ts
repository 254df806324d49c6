import { entityField } from "../../input/fields.ts";
import type { Rut } from "../../rut.ts";
import { oneMove, type Act } from "../act.ts";
import { entityOf, happened, nameOf } from "../context.ts";
import { tenderAct, type TenderContext } from "../tender-act.ts";

/** The bond of a bidder, token units, and its name. */
async function bondOf(rut: Rut, context: TenderContext) {
  const bidder = await entityOf(context, rut, [1n]);
  const amount = await context.contracts.book.bondOf(context.id, bidder);
  return { bidder, amount, name: await nameOf(context, bidder) };
}

/** What anyone does with bid bonds (garantías de seriedad). */
export const tenderBondActs: Readonly<Record<string, Act>> = {
  "return-bond": tenderAct(
    null,
    () => ({ oferente: entityField() }),
    async ({ oferente }, context) => {
      const { id, contracts } = context;
      const { book } = contracts;
      const { bidder, amount, name } = await bondOf(oferente, context);
      return oneMove(
        "return-bond",
        book.returnBond.populateTransaction(id, bidder),
        async () =>
          (await book.bondOf(id, bidder)) === 0n &&
          happened(context, book, book.filters.BidBondReturned(id, undefined, bidder)),
        (say) =>
          say.pick(
            `Devolver a ${name} su garantía de seriedad de ${say.amount(amount)}.`,
            `Return the bid bond of ${say.amount(amount)} to ${name}.`,
          ),
      );
    },
  ),

  "forfeit-bond": tenderAct(
    null,
    () => ({ oferente: entityField() }),
    async ({ oferente }, context) => {
      const { id, contracts } = context;
      const { book } = contracts;
      const { bidder, amount, name } = await bondOf(oferente, context);
      return oneMove(
        "forfeit-bond",
        book.forfeitBond.populateTransaction(id, bidder),
        () => happened(context, book, book.filters.BidBondForfeited(id, undefined, bidder)),
        (say) =>
          say.pick(
            `Cobrar para la línea la garantía de ${say.amount(amount)} de ${name}, cuyo precio no se abrió.`,
            `Forfeit to the line the bond of ${say.amount(amount)} of ${name}, whose price was not opened.`,
          ),
      );
    },
  ),
};
