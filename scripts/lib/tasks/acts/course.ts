import { entityField } from "../../input/fields.ts";
import { deedAct, milestoneField, oneMove, type Act } from "../act.ts";
import { entityOf, nameOf } from "../context.ts";

/** What moves money or ends a contract beside its milestones. */
export const courseActs: Readonly<Record<string, Act>> = {
  advance: deedAct(
    "supplier",
    () => ({}),
    (_, { id, deed, contracts: { escrow } }) =>
      oneMove(
        "advance",
        escrow.drawAdvance.populateTransaction(deed),
        async () => (await escrow.getBalances(id)).ledger.advanceDrawn,
        (say) =>
          say.pick(
            `Entregar la garantía de ${say.amount(deed.annex.advanceBond)} y recibir el anticipo de ${say.amount(deed.terms.advance)}.`,
            `Post the bond of ${say.amount(deed.annex.advanceBond)} and receive the advance of ${say.amount(deed.terms.advance)}.`,
          ),
      ),
  ),

  assign: deedAct(
    "supplier",
    () => ({ hito: milestoneField(), cesionario: entityField() }),
    async ({ hito, cesionario }, context) => {
      const { escrow } = context.contracts;
      const assignee = await entityOf(context, cesionario);
      const name = await nameOf(context, assignee);
      return oneMove(
        "assign",
        escrow.assign.populateTransaction(context.id, hito, assignee),
        async () => (await escrow.holderOf(context.id, hito)) === assignee,
        (say) =>
          say.pick(
            `Ceder a ${name} el crédito del hito ${hito + 1}: lo que se acepte se le paga.`,
            `Assign the receivable of milestone ${hito + 1} to ${name}: what is accepted is paid to it.`,
          ),
      );
    },
  ),

  expire: deedAct(
    null,
    () => ({}),
    (_, { id, deed, contracts: { escrow } }) =>
      oneMove(
        "expire",
        escrow.expire.populateTransaction(deed.terms),
        async () => (await escrow.getFacts(id)).endedAt !== 0n,
        (say) =>
          say.pick(
            "Terminar el contrato vencido: lo que nunca se entregó vuelve a la línea.",
            "End the contract after its last day: what was never delivered returns to the line.",
          ),
      ),
  ),
};
