import * as z from "zod";

import { digestField, documentField } from "../../input/document-fields.ts";
import { amountField, positiveAmountField, type Field } from "../../input/fields.ts";
import { DISPUTE_TOPICS } from "../../procurement/names.ts";
import { deedAct, milestoneField, oneMove, type Act, type ActDoor, type DeedContext, type Move } from "../act.ts";
import { happened } from "../context.ts";
import type { Words } from "../say.ts";

/** Matters of a dispute as files name them, in the order of `Dispute.Topic`. */
const TOPICS = [
  "entrega",
  "certificado-0",
  "certificado-1",
  "certificado-2",
  "recepcion-definitiva",
  "garantia",
] as const;

/** A matter that concerns the whole contract is filed under the first milestone. */
const WHOLE = 4;

const topicField = (): Field<number> => z.enum(TOPICS).transform((name) => TOPICS.indexOf(name));

/** Which dispute: of a milestone, or of the whole contract, where the milestone may be left out. */
const caseShape = () => ({ hito: milestoneField().optional(), materia: topicField() });
const shareShape = (door: ActDoor) => ({ ...caseShape(), alProveedor: amountField(door.decimals) });

interface CaseInput {
  readonly hito?: number | undefined;
  readonly materia: number;
}

const indexOf = ({ hito, materia }: CaseInput): number => (materia >= WHOLE ? 0 : (hito ?? 0));

async function isResolved({ contracts, id }: DeedContext, input: CaseInput): Promise<boolean> {
  return (await contracts.court.getCase(id, indexOf(input), input.materia)).resolved;
}

/** The dispute in words: "hito 4, entrega". */
const named =
  (input: CaseInput): Words =>
  (say) =>
    input.materia >= WHOLE
      ? say.label(DISPUTE_TOPICS, input.materia)
      : `${say.pick("hito", "milestone")} ${indexOf(input) + 1}, ${say.label(DISPUTE_TOPICS, input.materia)}`;

function ending(
  key: string,
  input: CaseInput,
  context: DeedContext,
  call: Move["call"],
  words: Words,
): readonly Move[] {
  return oneMove(key, call, () => isResolved(context, input), words);
}

/** What both sides, the arbiters and anyone do in a dispute. */
export const disputeActs: Readonly<Record<string, Act>> = {
  dispute: deedAct(
    "supplier",
    (door) => ({ hito: milestoneField(), motivo: documentField(door) }),
    ({ hito, motivo }, { id, contracts: { court } }) =>
      oneMove(
        "dispute",
        court.dispute.populateTransaction(id, hito, motivo),
        async () => (await court.getCase(id, hito, 0)).openedAt !== 0n,
        (say) =>
          say.pick(
            `Disputar lo observado del hito ${hito + 1}; el resto del contrato sigue.`,
            `Dispute what was objected to in milestone ${hito + 1}; the rest of the contract goes on.`,
          ),
      ),
  ),

  "claim-bond": deedAct(
    "buyer",
    (door) => ({ monto: positiveAmountField(door.decimals), motivo: documentField(door) }),
    ({ monto, motivo }, { id, deed, contracts: { court } }) =>
      oneMove(
        "claim-bond",
        court.claimBond.populateTransaction(deed, monto, motivo),
        async () => (await court.getCase(id, 0, 5)).openedAt !== 0n,
        (say) =>
          say.pick(
            `Reclamar ${say.amount(monto)} de la garantía, que queda retenida hasta el fallo.`,
            `Claim ${say.amount(monto)} of the bond, which is kept until the ruling.`,
          ),
      ),
  ),

  offer: deedAct("buyer", shareShape, (input, context) => {
    const { court } = context.contracts;
    const index = indexOf(input);
    return oneMove(
      "offer",
      court.offer.populateTransaction(context.deed.terms, index, input.materia, input.alProveedor),
      () =>
        happened(
          context,
          court,
          court.filters.SettlementOffered(context.id, undefined, index),
          ({ args }) => Number(args.topic) === input.materia && args.toSupplier === input.alProveedor,
        ),
      (say) =>
        say.pick(
          `Ofrecer ${say.amount(input.alProveedor)} para el proveedor (${named(input)(say)}).`,
          `Offer ${say.amount(input.alProveedor)} for the supplier (${named(input)(say)}).`,
        ),
    );
  }),

  "accept-offer": deedAct("supplier", shareShape, (input, context) => {
    const { court } = context.contracts;
    const call = court.acceptOffer.populateTransaction(
      context.deed.terms,
      indexOf(input),
      input.materia,
      input.alProveedor,
    );
    return ending("accept-offer", input, context, call, (say) =>
      say.pick(
        `Aceptar la oferta de ${say.amount(input.alProveedor)} para el proveedor (${named(input)(say)}).`,
        `Accept the offer of ${say.amount(input.alProveedor)} for the supplier (${named(input)(say)}).`,
      ),
    );
  }),

  rule: deedAct(
    "arbiter",
    (door) => ({ ...shareShape(door), fallo: digestField(door) }),
    (input, context) => {
      const { court } = context.contracts;
      const { materia, alProveedor, fallo } = input;
      const call = court.rule.populateTransaction(context.deed, indexOf(input), materia, alProveedor, fallo);
      return ending("rule", input, context, call, (say) =>
        say.pick(
          `Fallar ${say.amount(alProveedor)} para el proveedor (${named(input)(say)}); el resto vuelve a la línea.`,
          `Rule ${say.amount(alProveedor)} for the supplier (${named(input)(say)}); the rest returns to the line.`,
        ),
      );
    },
  ),

  default: deedAct(null, caseShape, (input, context) => {
    const { court } = context.contracts;
    const call = court.applyDefault.populateTransaction(context.deed, indexOf(input), input.materia);
    return ending("default", input, context, call, (say) =>
      say.pick(
        `Aplicar la regla publicada, pues nadie falló a tiempo (${named(input)(say)}).`,
        `Apply the published default, as nobody ruled in time (${named(input)(say)}).`,
      ),
    );
  }),
};
