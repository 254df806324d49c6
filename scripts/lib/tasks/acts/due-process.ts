import type { Result } from "ethers";

import { digestField, documentField } from "../../input/document-fields.ts";
import { amountField } from "../../input/fields.ts";
import { deedAct, milestoneField, oneMove, pathField, type Act } from "../act.ts";
import { happened, isDocument, isLast } from "../context.ts";
import { loadDeed } from "../deed-file.ts";

const milestone = () => ({ hito: milestoneField() });

/** What inspector, supplier, buyer, reviewer and anyone do about the fine of a late milestone. */
export const fineActs: Readonly<Record<string, Act>> = {
  notice: deedAct(
    "inspector",
    (door) => ({ ...milestone(), motivo: documentField(door) }),
    ({ hito, motivo }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      const { FineNoticed } = court.filters;
      return oneMove(
        "notice",
        court.noticeFine.populateTransaction(deed, hito, motivo),
        async () => {
          const { course, closed } = await court.getFine(id, hito);
          const isRunning = course.noticedAt !== 0n && !closed;
          return (
            isRunning &&
            isLast(context, court, FineNoticed(id, undefined, hito), ({ reason }) => isDocument(reason, motivo))
          );
        },
        (say) =>
          say.pick(
            `Notificar la multa por atraso del hito ${hito + 1}; el contrato calcula el monto y el proveedor puede defenderse.`,
            `Notice the fine for delay of milestone ${hito + 1}; the contract computes the amount and the supplier may answer.`,
          ),
      );
    },
  ),
  defend: deedAct(
    "supplier",
    (door) => ({ ...milestone(), descargos: documentField(door) }),
    ({ hito, descargos }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      return oneMove(
        "defend",
        court.defendFine.populateTransaction(deed, hito, descargos),
        async () =>
          (await court.getFine(id, hito)).course.defendedAt !== 0n &&
          isLast(context, court, court.filters.FineDefended(id, undefined, hito), ({ defence }) =>
            isDocument(defence, descargos),
          ),
        (say) =>
          say.pick(
            `Presentar descargos por la multa del hito ${hito + 1}.`,
            `Answer the fine of milestone ${hito + 1}.`,
          ),
      );
    },
  ),
  decide: deedAct(
    "buyer",
    (door) => ({ ...milestone(), monto: amountField(door.decimals), resolucion: digestField(door) }),
    ({ hito, monto, resolucion }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      const isSame = ({ amount, reason }: Result): boolean => amount === monto && reason === resolucion;
      return oneMove(
        "decide",
        court.decideFine.populateTransaction(deed, hito, monto, resolucion),
        async () =>
          (await court.getFine(id, hito)).course.decidedAt !== 0n &&
          isLast(context, court, court.filters.FineDecided(id, undefined, hito), isSame),
        (say) =>
          say.pick(
            `Resolver la multa del hito ${hito + 1} en ${say.amount(monto)}; el proveedor puede apelar.`,
            `Decide the fine of milestone ${hito + 1} at ${say.amount(monto)}; the supplier may appeal.`,
          ),
      );
    },
  ),
  appeal: deedAct(
    "supplier",
    (door) => ({ ...milestone(), apelacion: documentField(door) }),
    ({ hito, apelacion }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      return oneMove(
        "appeal",
        court.appealFine.populateTransaction(deed, hito, apelacion),
        async () =>
          (await court.getFine(id, hito)).course.appealedAt !== 0n &&
          isLast(context, court, court.filters.FineAppealed(id, undefined, hito), ({ appeal }) =>
            isDocument(appeal, apelacion),
          ),
        (say) => say.pick(`Apelar la multa del hito ${hito + 1}.`, `Appeal the fine of milestone ${hito + 1}.`),
      );
    },
  ),
  review: deedAct(
    "reviewer",
    (door) => ({ ...milestone(), monto: amountField(door.decimals), resolucion: digestField(door) }),
    ({ hito, monto, resolucion }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      const isSame = ({ amount, reason }: Result): boolean => amount === monto && reason === resolucion;
      return oneMove(
        "review",
        court.reviewFine.populateTransaction(deed, hito, monto, resolucion),
        async () =>
          (await court.getFine(id, hito)).course.reviewedAt !== 0n &&
          isLast(context, court, court.filters.FineReviewed(id, undefined, hito), isSame),
        (say) =>
          say.pick(
            `Resolver la apelación de la multa del hito ${hito + 1} en ${say.amount(monto)}.`,
            `Decide the appeal of the fine of milestone ${hito + 1} at ${say.amount(monto)}.`,
          ),
      );
    },
  ),
  resist: deedAct(
    null,
    (door) => ({ ...milestone(), contratoEnMora: pathField(door), hitoEnMora: milestoneField() }),
    async ({ hito, contratoEnMora, hitoEnMora }, context) => {
      const { court } = context.contracts;
      const other = await loadDeed(contratoEnMora, context.door);
      return oneMove(
        "resist",
        court.resistFine.populateTransaction(context.deed.terms, hito, other.deed.terms, hitoEnMora),
        () =>
          happened(
            context,
            court,
            court.filters.FineResisted(context.id, undefined, hito),
            ({ args }) => args.arrearsOf === other.id && args.arrearsIndex === BigInt(hitoEnMora),
          ),
        (say) =>
          say.pick(
            `Oponer a la multa del hito ${hito + 1} la mora del organismo en el hito ${hitoEnMora + 1} del contrato ${other.id}.`,
            `Hold against the fine of milestone ${hito + 1} the buyer's arrears in milestone ${hitoEnMora + 1} of contract ${other.id}.`,
          ),
      );
    },
  ),
  close: deedAct(null, milestone, ({ hito }, { id, deed, contracts: { court } }) =>
    oneMove(
      "close",
      court.closeFine.populateTransaction(deed, hito),
      async () => (await court.getFine(id, hito)).closed,
      (say) =>
        say.pick(
          `Cerrar la multa del hito ${hito + 1}: se cobra si está firme y se devuelve lo apartado si se extinguió.`,
          `Close the fine of milestone ${hito + 1}: collected if final, what was set aside returned if extinguished.`,
        ),
    ),
  ),
};
