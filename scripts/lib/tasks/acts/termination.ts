import type { Result } from "ethers";
import * as z from "zod";

import { digestField, documentField } from "../../input/document-fields.ts";
import { amountField, integerField } from "../../input/fields.ts";
import { deedAct, oneMove, type Act, type ActDoor } from "../act.ts";
import { happened, isDocument, isLast } from "../context.ts";

const decision = (door: ActDoor) => ({
  terminar: z.boolean(),
  garantiaPerdida: amountField(door.decimals),
  resolucion: digestField(door),
});

interface Decision {
  readonly terminar: boolean;
  readonly garantiaPerdida: bigint;
  readonly resolucion: string;
}

/** Whether an event tells this very decision. */
const says =
  ({ terminar, garantiaPerdida, resolucion }: Decision) =>
  ({ upheld, forfeit, reason }: Result): boolean =>
    upheld === terminar && forfeit === garantiaPerdida && reason === resolucion;

/** What buyer, supplier, reviewer and anyone do about an early termination for cause. */
export const terminationActs: Readonly<Record<string, Act>> = {
  notice: deedAct(
    "buyer",
    (door) => ({ causal: integerField(1, 7), motivo: documentField(door) }),
    ({ causal, motivo }, context) => {
      const { court } = context.contracts;
      return oneMove(
        "notice",
        court.noticeTermination.populateTransaction(context.deed, causal, motivo),
        async () =>
          (await court.isTerminating(context.id)) &&
          isLast(
            context,
            court,
            court.filters.TerminationNoticed(context.id),
            (args) => args.cause === BigInt(causal) && isDocument(args.reason, motivo),
          ),
        (say) =>
          say.pick(
            `Notificar el término anticipado por la causal ${"abcdefg"[causal - 1] ?? ""} del artículo 13 bis; el proveedor puede defenderse.`,
            `Notice early termination on ground ${"abcdefg"[causal - 1] ?? ""} of article 13 bis; the supplier may answer.`,
          ),
      );
    },
  ),
  defend: deedAct(
    "supplier",
    (door) => ({ descargos: documentField(door) }),
    ({ descargos }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      return oneMove(
        "defend",
        court.defendTermination.populateTransaction(deed, descargos),
        async () =>
          (await court.getTermination(id)).course.defendedAt !== 0n &&
          isLast(context, court, court.filters.TerminationDefended(id), ({ defence }) =>
            isDocument(defence, descargos),
          ),
        (say) => say.pick("Presentar descargos por el término anticipado.", "Answer the early termination."),
      );
    },
  ),
  decide: deedAct("buyer", decision, (input, { id, deed, ...context }) => {
    const { court } = context.contracts;
    const { terminar, garantiaPerdida, resolucion } = input;
    return oneMove(
      "decide",
      court.decideTermination.populateTransaction(deed, terminar, garantiaPerdida, resolucion),
      async () =>
        (await court.getTermination(id)).course.decidedAt !== 0n &&
        isLast(context, court, court.filters.TerminationDecided(id), says(input)),
      (say) =>
        terminar
          ? say.pick(
              `Resolver el término anticipado, con pérdida de ${say.amount(garantiaPerdida)} de la garantía; el proveedor puede apelar.`,
              `Decide the early termination, forfeiting ${say.amount(garantiaPerdida)} of the bond; the supplier may appeal.`,
            )
          : say.pick("Desestimar el término anticipado.", "Dismiss the early termination."),
    );
  }),
  appeal: deedAct(
    "supplier",
    (door) => ({ apelacion: documentField(door) }),
    ({ apelacion }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      return oneMove(
        "appeal",
        court.appealTermination.populateTransaction(deed, apelacion),
        async () =>
          (await court.getTermination(id)).course.appealedAt !== 0n &&
          isLast(context, court, court.filters.TerminationAppealed(id), ({ appeal }) => isDocument(appeal, apelacion)),
        (say) => say.pick("Apelar el término anticipado.", "Appeal the early termination."),
      );
    },
  ),
  review: deedAct("reviewer", decision, (input, { id, deed, ...context }) => {
    const { court } = context.contracts;
    const { terminar, garantiaPerdida, resolucion } = input;
    return oneMove(
      "review",
      court.reviewTermination.populateTransaction(deed, terminar, garantiaPerdida, resolucion),
      async () =>
        (await court.getTermination(id)).course.reviewedAt !== 0n &&
        isLast(context, court, court.filters.TerminationReviewed(id), says(input)),
      (say) =>
        terminar
          ? say.pick(
              `Confirmar el término anticipado, con pérdida de ${say.amount(garantiaPerdida)} de la garantía.`,
              `Confirm the early termination, forfeiting ${say.amount(garantiaPerdida)} of the bond.`,
            )
          : say.pick("Revocar el término anticipado.", "Revoke the early termination."),
    );
  }),
  close: deedAct(
    null,
    () => ({}),
    (_, context) => {
      const { court } = context.contracts;
      return oneMove(
        "close",
        court.closeTermination.populateTransaction(context.deed),
        async () =>
          (await court.getTermination(context.id)).course.noticedAt === 0n &&
          (await happened(context, court, court.filters.TerminationClosed(context.id))),
        (say) =>
          say.pick(
            "Cerrar el procedimiento: el contrato termina si la decisión está firme y sigue si se extinguió.",
            "Close the procedure: the contract ends if the decision is final and goes on if it was extinguished.",
          ),
      );
    },
  ),
};
