import { canonicalJson } from "../../documents/canonical-json.ts";
import type { Field } from "../../input/fields.ts";
import { InputError } from "../../input/input-error.ts";
import { loadInput, type DoorContext } from "../../input/load-input.ts";
import { deedAct, oneMove, pathField, type Act, type ActDoor } from "../act.ts";
import { changeFileField, terminationFileField, type SignedFile } from "../change-order.ts";
import { happened } from "../context.ts";

const signatures = (door: ActDoor) => ({ firmaOrganismo: pathField(door), firmaProveedor: pathField(door) });

/** The signatures of both sides, which must be on the same text. */
async function bothSigned<T>(
  files: { readonly firmaOrganismo: string; readonly firmaProveedor: string },
  field: () => Field<SignedFile<T>>,
  door: DoorContext,
): Promise<{ signed: T; buyer: string; supplier: string }> {
  const buyer = await loadInput(files.firmaOrganismo, field, door);
  const supplier = await loadInput(files.firmaProveedor, field, door);
  if (canonicalJson(buyer.signed) !== canonicalJson(supplier.signed)) {
    throw new InputError("signatures-differ", {}, { file: files.firmaProveedor });
  }
  return { signed: buyer.signed, buyer: buyer.signature, supplier: supplier.signature };
}

/** What anyone may submit once both sides have signed it. */
export const changeActs: Readonly<Record<string, Act>> = {
  change: deedAct(null, signatures, async (files, { id, deed, ...context }) => {
    const { changes } = context.contracts;
    const { signed, buyer, supplier } = await bothSigned(files, changeFileField, context.door);
    return [
      {
        key: "change",
        call: changes.change.populateTransaction(deed, signed, buyer, supplier),
        done: () =>
          happened(
            context,
            changes,
            changes.filters.ContractChanged(id),
            ({ args }) => (args.order as { termsHash: string }).termsHash === signed.termsHash,
          ),
        deadline: signed.deadline,
        words: (say) =>
          say.pick(
            `Aplicar la modificación firmada por ambas partes: hitos que cambian, ${signed.indexes.length}; término ${say.date(signed.endsAt)}.`,
            `Apply the change that both sides signed: milestones changed, ${signed.indexes.length}; end ${say.date(signed.endsAt)}.`,
          ),
      },
    ];
  }),

  "agree-termination": deedAct(null, signatures, async (files, { id, deed, ...context }) => {
    const { changes } = context.contracts;
    const { signed, buyer, supplier } = await bothSigned(files, terminationFileField, context.door);
    const { termsHash, document, deadline } = signed;
    return oneMove(
      "agree-termination",
      changes.agreeTermination.populateTransaction(deed.terms, termsHash, document, deadline, buyer, supplier),
      () => happened(context, changes, changes.filters.TerminationAgreed(id)),
      (say) =>
        say.pick(
          "Terminar el contrato de común acuerdo: lo aceptado se paga y lo no entregado vuelve a la línea.",
          "End the contract by agreement: what is accepted is paid, what was not delivered returns to the line.",
        ),
    );
  }),
};
