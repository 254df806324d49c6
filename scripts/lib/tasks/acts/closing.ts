import { digestField } from "../../input/document-fields.ts";
import { amountField } from "../../input/fields.ts";
import { happened } from "../context.ts";
import { deedAct, oneMove, type Act } from "../act.ts";

const NOTHING = `0x${"0".repeat(64)}`;

/** What inspector and anyone do at the end of a contract. */
export const closingActs: Readonly<Record<string, Act>> = {
  final: deedAct(
    "inspector",
    (door) => ({ observado: amountField(door.decimals), motivo: digestField(door).optional() }),
    ({ observado, motivo = NOTHING }, { id, deed, ...context }) => {
      const { closing } = context.contracts;
      return oneMove(
        "final",
        closing.reviewFinal.populateTransaction(deed, observado, motivo),
        () =>
          happened(
            context,
            closing,
            closing.filters.FinalAcceptance(id),
            ({ args }) => args.objected === observado && args.reason === motivo,
          ),
        (say) =>
          observado === 0n
            ? say.pick("Dar la recepción definitiva.", "Give final acceptance.")
            : say.pick(
                `Observar ${say.amount(observado)} en la recepción definitiva; se abre una controversia.`,
                `Object to ${say.amount(observado)} at final acceptance; a dispute opens.`,
              ),
      );
    },
  ),
  retention: deedAct(
    null,
    () => ({}),
    async (_, { id, deed, contracts: { closing, escrow } }) => {
      const { retained } = (await escrow.getBalances(id)).ledger;
      return oneMove(
        "retention",
        closing.releaseRetention.populateTransaction(deed),
        async () => {
          const { completedAt } = await escrow.getFacts(id);
          return completedAt !== 0n && (await escrow.getBalances(id)).ledger.retained === 0n;
        },
        (say) =>
          say.pick(
            `Pagar al proveedor la retención de ${say.amount(retained)}, primero las multas firmes.`,
            `Pay the supplier the retention of ${say.amount(retained)}, final fines first.`,
          ),
      );
    },
  ),
  "return-advance-bond": deedAct(
    null,
    () => ({}),
    async (_, { id, contracts: { closing, escrow, treasury } }) => {
      const key = await escrow.advanceBondKey(id);
      const held = async (): Promise<bigint> => (await treasury.getDeposit(escrow, key)).amount;
      return oneMove(
        "return-advance-bond",
        closing.returnAdvanceBond.populateTransaction(id),
        async () => {
          const { dues, ledger } = await escrow.getBalances(id);
          return ledger.advanceDrawn && (await held()) <= dues.advanceLeft;
        },
        (say) =>
          say.pick(
            "Devolver la garantía del anticipo en lo ya amortizado.",
            "Return the advance bond as far as the advance is amortised.",
          ),
      );
    },
  ),
  "return-bond": deedAct(
    null,
    () => ({}),
    (_, { id, deed, contracts: { closing, escrow } }) =>
      oneMove(
        "return-bond",
        closing.returnPerformanceBond.populateTransaction(deed),
        async () => (await escrow.getFacts(id)).count !== 0n && (await escrow.performanceBondOf(id)) === 0n,
        (say) => say.pick("Devolver la garantía de fiel cumplimiento.", "Return the performance bond."),
      ),
  ),
};
