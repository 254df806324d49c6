import { digestField, documentField } from "../../input/document-fields.ts";
import { positiveAmountField } from "../../input/fields.ts";
import { deedAct, milestoneField, oneMove, type Act, type DeedContext } from "../act.ts";
import { happened } from "../context.ts";

const SETTLED = 6n;

const amountOf = ({ schedule }: DeedContext, index: number): bigint => schedule[index]?.amount ?? 0n;

/** What supplier, inspector and anyone do while a contract runs. */
export const milestoneActs: Readonly<Record<string, Act>> = {
  deliver: deedAct(
    "supplier",
    (door) => ({ hito: milestoneField(), evidencia: documentField(door) }),
    ({ hito, evidencia }, context) => {
      const { escrow } = context.contracts;
      return oneMove(
        "deliver",
        escrow.deliver.populateTransaction(context.id, hito, evidencia),
        () =>
          happened(
            context,
            escrow,
            escrow.filters.MilestoneDelivered(context.id, undefined, hito),
            ({ args }) => (args.evidence as { digest: string }).digest === evidencia.digest,
          ),
        (say) =>
          say.pick(
            `Entregar el hito ${hito + 1}, de ${say.amount(amountOf(context, hito))}, con la evidencia ${evidencia.digest}. La inspección tiene 8 días; su silencio acepta.`,
            `Deliver milestone ${hito + 1}, of ${say.amount(amountOf(context, hito))}, with evidence ${evidencia.digest}. The inspector has 8 days; silence accepts.`,
          ),
      );
    },
  ),

  accept: deedAct(
    "inspector",
    (door) => ({ hito: milestoneField(), evidencia: digestField(door) }),
    ({ hito, evidencia }, context) => {
      const { escrow } = context.contracts;
      return oneMove(
        "accept",
        escrow.accept.populateTransaction(context.deed.terms, hito, evidencia),
        () =>
          happened(
            context,
            escrow,
            escrow.filters.MilestoneAccepted(context.id, undefined, hito),
            ({ args }) => args.evidence === evidencia,
          ),
        (say) =>
          say.pick(
            `Aceptar el hito ${hito + 1}, de ${say.amount(amountOf(context, hito))}; se paga al momento si no falta ningún certificado.`,
            `Accept milestone ${hito + 1}, of ${say.amount(amountOf(context, hito))}; it is paid at once if no certificate is missing.`,
          ),
      );
    },
  ),

  object: deedAct(
    "inspector",
    (door) => ({
      hito: milestoneField(),
      evidencia: digestField(door),
      monto: positiveAmountField(door.decimals),
      motivo: documentField(door),
    }),
    ({ hito, evidencia, monto, motivo }, context) => {
      const { escrow } = context.contracts;
      return oneMove(
        "object",
        escrow.object.populateTransaction(context.deed.terms, hito, evidencia, monto, motivo),
        () =>
          happened(
            context,
            escrow,
            escrow.filters.MilestoneObjected(context.id, undefined, hito),
            ({ args }) => (args.reason as { digest: string }).digest === motivo.digest && args.objected === monto,
          ),
        (say) =>
          say.pick(
            `Observar ${say.amount(monto)} del hito ${hito + 1} y aceptar el resto. El proveedor tiene 30 días para entregar de nuevo o disputar.`,
            `Object to ${say.amount(monto)} of milestone ${hito + 1} and accept the rest. The supplier has 30 days to deliver again or dispute.`,
          ),
      );
    },
  ),

  settle: deedAct(
    null,
    () => ({ hito: milestoneField() }),
    ({ hito }, { id, deed, contracts }) =>
      oneMove(
        "settle",
        contracts.escrow.settle.populateTransaction(deed.terms, hito),
        async () => (await contracts.reader.milestoneStatusOf(id, hito)) === SETTLED,
        (say) => say.pick(`Pagar lo aceptado del hito ${hito + 1}.`, `Pay what is accepted of milestone ${hito + 1}.`),
      ),
  ),

  uphold: deedAct(
    null,
    () => ({ hito: milestoneField() }),
    ({ hito }, context) => {
      const { escrow } = context.contracts;
      return oneMove(
        "uphold",
        escrow.uphold.populateTransaction(context.deed.terms, hito),
        () => happened(context, escrow, escrow.filters.ObjectionUpheld(context.id, undefined, hito)),
        (say) =>
          say.pick(
            `Dejar firme la observación del hito ${hito + 1}, que nadie contestó: esa parte vuelve a la línea.`,
            `Uphold the objection to milestone ${hito + 1}, which nobody answered: that part returns to the line.`,
          ),
      );
    },
  ),
};
