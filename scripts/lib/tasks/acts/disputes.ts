import { digestField, documentField } from "../../input/document-fields.ts";
import { positiveAmountField } from "../../input/fields.ts";
import { deedAct, milestoneField, oneMove, type Act, type ActDoor } from "../act.ts";
import { happened, isDocument } from "../context.ts";
import { BOND, caseMisfit, caseShape, ending, indexOf, named, shareShape } from "../dispute-case.ts";

/** What both sides, the arbiters and anyone do in a dispute. */
export const disputeActs: Readonly<Record<string, Act>> = {
  dispute: deedAct(
    "supplier",
    (door) => ({ hito: milestoneField(), motivo: documentField(door) }),
    ({ hito, motivo }, { id, ...context }) => {
      const { court } = context.contracts;
      return oneMove(
        "dispute",
        court.dispute.populateTransaction(id, hito, motivo),
        () =>
          happened(
            context,
            court,
            court.filters.DisputeOpened(id, undefined, hito),
            ({ args }) => Number(args.topic) === 0 && isDocument(args.reason, motivo),
          ),
        (say) =>
          say.pick(
            `Disputar lo observado del hito ${hito + 1}; el resto del contrato sigue.`,
            `Dispute what was objected to in milestone ${hito + 1}; the rest of the contract goes on.`,
          ),
      );
    },
  ),

  "claim-bond": deedAct(
    "buyer",
    (door) => ({ monto: positiveAmountField(door.decimals), motivo: documentField(door) }),
    ({ monto, motivo }, { id, deed, ...context }) => {
      const { court } = context.contracts;
      return oneMove(
        "claim-bond",
        court.claimBond.populateTransaction(deed, monto, motivo),
        () =>
          happened(
            context,
            court,
            court.filters.DisputeOpened(id, undefined, 0),
            ({ args }) => Number(args.topic) === BOND && args.amount === monto && isDocument(args.reason, motivo),
          ),
        (say) =>
          say.pick(
            `Reclamar ${say.amount(monto)} de la garantía, que queda retenida hasta el fallo.`,
            `Claim ${say.amount(monto)} of the bond, which is kept until the ruling.`,
          ),
      );
    },
  ),

  offer: deedAct(
    "buyer",
    shareShape,
    (input, context) => {
      const { court } = context.contracts;
      const index = indexOf(input);
      return oneMove(
        "offer",
        court.offer.populateTransaction(context.deed.terms, index, input.materia, input.alProveedor),
        async (account) => {
          const { terms } = context.deed;
          const found = await court.getCase(context.id, index, input.materia);
          const { registry } = context.contracts;
          const isBuyer = account === (await registry.accountOf(terms.buyer));
          const [isOffered, offered] = isBuyer
            ? [found.buyerOffered, found.buyerOffer]
            : [found.offeredBy === (await registry.entityOf(account)), found.supplierOffer];
          return isOffered && offered === input.alProveedor;
        },
        (say) =>
          say.pick(
            `Ofrecer ${say.amount(input.alProveedor)} para el proveedor (${named(input)(say)}).`,
            `Offer ${say.amount(input.alProveedor)} for the supplier (${named(input)(say)}).`,
          ),
      );
    },
    caseMisfit,
  ),

  "accept-offer": deedAct(
    "supplier",
    shareShape,
    (input, context) => {
      const { court } = context.contracts;
      const call = court.acceptOffer.populateTransaction(
        context.deed.terms,
        indexOf(input),
        input.materia,
        input.alProveedor,
      );
      return ending("accept-offer", input, input, context, call, (say) =>
        say.pick(
          `Aceptar la oferta de ${say.amount(input.alProveedor)} para el proveedor (${named(input)(say)}).`,
          `Accept the offer of ${say.amount(input.alProveedor)} for the supplier (${named(input)(say)}).`,
        ),
      );
    },
    caseMisfit,
  ),

  rule: deedAct(
    "arbiter",
    (door: ActDoor) => ({ ...shareShape(door), fallo: digestField(door) }),
    (input, context) => {
      const { court } = context.contracts;
      const { materia, alProveedor, fallo } = input;
      const call = court.rule.populateTransaction(context.deed, indexOf(input), materia, alProveedor, fallo);
      return ending("rule", input, input, context, call, (say) =>
        say.pick(
          `Fallar ${say.amount(alProveedor)} para el proveedor (${named(input)(say)}); el resto vuelve a la línea.`,
          `Rule ${say.amount(alProveedor)} for the supplier (${named(input)(say)}); the rest returns to the line.`,
        ),
      );
    },
    caseMisfit,
  ),

  default: deedAct(
    null,
    caseShape,
    (input, context) => {
      const { court } = context.contracts;
      const call = court.applyDefault.populateTransaction(context.deed, indexOf(input), input.materia);
      return ending("default", {}, input, context, call, (say) =>
        say.pick(
          `Aplicar la regla publicada, pues nadie falló a tiempo (${named(input)(say)}).`,
          `Apply the published default, as nobody ruled in time (${named(input)(say)}).`,
        ),
      );
    },
    caseMisfit,
  ),
};
