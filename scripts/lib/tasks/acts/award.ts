import { chileanCalendar } from "../../calendar/business-calendar.ts";
import { readLocal } from "../../calendar/local-time.ts";
import { STATUTORY_TERMS, termDeadline } from "../../calendar/terms.ts";
import { InputError } from "../../input/input-error.ts";
import { dateTimeField } from "../../input/date-fields.ts";
import { digestField, documentField } from "../../input/document-fields.ts";
import { loadInput } from "../../input/load-input.ts";
import { act, deedAct, oneMove, pathField, type Act } from "../act.ts";
import { happened, isDocument, nameOf } from "../context.ts";
import { datedAct } from "../dated-act.ts";
import { thresholdField } from "../threshold-file.ts";
import { pauseAct } from "../pause-act.ts";
import { contractSignatureFileField } from "../contract-signature.ts";

/** What thresholds office, buyer, suppliers and reviewer do before a contract runs. */
export const awardActs: Readonly<Record<string, Act>> = {
  threshold: act("thresholds", thresholdField, ({ token, milUtm }, { contracts: { opening } }) =>
    oneMove(
      "threshold",
      opening.setThreshold.populateTransaction(token, milUtm),
      async () => (await opening.getThreshold(token)).threshold === milUtm,
      (say) =>
        say.pick(
          `Fijar en ${say.amount(milUtm)} las 1.000 UTM desde las que se exigen garantías y publicidad previa; un cambio rige a los 5 días.`,
          `Set to ${say.amount(milUtm)} the 1,000 UTM from which bonds and prior publication are due; a change holds after 5 days.`,
        ),
    ),
  ),

  pause: pauseAct("opening", {
    es: "Pausar la apertura de contratos. Los que están en curso y sus pagos siguen; la pausa termina sola.",
    en: "Pause the opening of contracts. Running ones and their payments go on; the pause ends by itself.",
  }),

  announce: datedAct(
    deedAct(
      "buyer",
      (door) => ({ abreDesde: dateTimeField(door).optional() }),
      async ({ abreDesde: asked }, { id, deed, directAward, ...context }) => {
        const { opening } = context.contracts;
        const { announcedAt, openFrom } = await opening.getAnnouncement(id);
        const publishedAt = announcedAt === 0n ? context.door.now : announcedAt;
        const earliest = termDeadline(
          readLocal(publishedAt).date,
          STATUTORY_TERMS.directAwardNotice,
          chileanCalendar(),
        );
        const abreDesde = asked ?? (announcedAt === 0n ? earliest : openFrom);
        if (abreDesde < earliest) throw new InputError("notice-too-short", { asked: abreDesde, earliest });
        const supplier = await nameOf(context, deed.terms.supplier);
        return oneMove(
          "announce",
          opening.announce.populateTransaction(deed, directAward.justification, abreDesde),
          async () => (await opening.getAnnouncement(id)).openFrom === abreDesde,
          (say) =>
            say.pick(
              `Publicar la intención de contratar directamente a ${supplier} por ${say.amount(deed.terms.price)}; el contrato puede abrirse desde ${say.date(abreDesde)}.`,
              `Publish the intent to contract ${supplier} directly for ${say.amount(deed.terms.price)}; the contract may open from ${say.date(abreDesde)}.`,
            ),
        );
      },
    ),
  ),

  "object-award": deedAct(
    null,
    (door) => ({ motivo: documentField(door) }),
    ({ motivo }, { id, ...context }) => {
      const { opening } = context.contracts;
      return oneMove(
        "object-award",
        opening.objectTo.populateTransaction(id, motivo),
        () =>
          happened(context, opening, opening.filters.AwardObjected(id), ({ args }) => isDocument(args.reason, motivo)),
        (say) =>
          say.pick(
            "Objetar un trato directo publicado, como proveedor.",
            "Object to a published direct award, as a supplier.",
          ),
      );
    },
  ),

  annul: deedAct(
    "reviewer",
    (door) => ({ motivo: digestField(door) }),
    ({ motivo }, { id, deed, contracts: { opening } }) =>
      oneMove(
        "annul",
        opening.annul.populateTransaction(deed, motivo),
        async () => (await opening.getAnnouncement(id)).annulled,
        (say) =>
          say.pick(
            "Anular un trato directo publicado: el contrato no se abrirá.",
            "Annul a published direct award: the contract will not open.",
          ),
      ),
  ),

  award: deedAct(
    "buyer",
    (door) => ({ firma: pathField(door) }),
    async ({ firma }, { id, deed, schedule, directAward, ...context }) => {
      const { opening, escrow } = context.contracts;
      const { signature } = await loadInput(firma, contractSignatureFileField, context.door);
      const { route, justification } = directAward;
      const supplier = await nameOf(context, deed.terms.supplier);
      const { price, lineId } = deed.terms;
      return [
        {
          key: "award",
          call: opening.award.populateTransaction(deed, [...schedule], route, justification, signature),
          done: async () => (await escrow.getFacts(id)).count !== 0n,
          deadline: deed.annex.signBy,
          words: (say) =>
            say.pick(
              `Contratar directamente a ${supplier}: comprometer ${say.amount(price)} de la línea ${lineId} y tomar de la cuenta del proveedor la garantía de ${say.amount(deed.annex.performanceBond)}. Hitos: ${schedule.length}.`,
              `Contract ${supplier} directly: commit ${say.amount(price)} of line ${lineId} and take the bond of ${say.amount(deed.annex.performanceBond)} from the supplier's account. Milestones: ${schedule.length}.`,
            ),
        },
      ];
    },
  ),
};
