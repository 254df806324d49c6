import { daysLate, fineFor } from "../../lib/procurement/fines.ts";
import { DAY, BUYER, STRANGER, SUPPLIER, type Play } from "../play.ts";
import type { MilestoneStory } from "../story-fields.ts";
import { paperOf } from "./documents.ts";
import { planDueProcess } from "./due-process.ts";

/** When the inspector notices, counted from the delivery. */
const NOTICE_AFTER = 2n * DAY;

/**
 * Plans the course of the fine of a late milestone: notice, defence, decision, appeal, collection. Nothing is noticed
 * where the bound of all fines has been reached.
 *
 * @param story what is decided; without a word, the noticed amount, and no appeal
 * @example planFine(play, 2, { decision: 761_600n });
 */
export function planFine(play: Play, index: number, story: MilestoneStory["multa"]): void {
  const { agenda, clock } = play;
  const deliveredAt = clock.now;
  agenda.add(deliveredAt + NOTICE_AFTER, async () => {
    if ((await dueFine(play, index, deliveredAt)) !== 0n) planCourse(play, index, story);
  });
}

async function dueFine({ stage, draft, id }: Play, index: number, deliveredAt: bigint): Promise<bigint> {
  const { court, escrow } = stage.contracts;
  const { terms, annex } = draft.deed;
  const { milestone } = await escrow.getMilestone(id, index);
  return fineFor({
    amount: milestone.amount,
    bpsPerDay: annex.fineBpsPerDay,
    lateDays: daysLate(milestone.dueAt, deliveredAt),
    price: terms.price,
    capBps: annex.fineCapBps,
    imposed: await court.finesImposedOf(id),
  });
}

function planCourse(play: Play, index: number, story: MilestoneStory["multa"]): void {
  const { clock, stage, draft, id, cast, file } = play;
  const { deed } = draft;
  const { court } = stage.contracts;
  const inspector = court.connect(cast.byAddress(file.oficinas.inspector));
  const buyer = court.connect(cast.of(BUYER));
  const supplier = court.connect(cast.of(SUPPLIER));
  const reviewer = court.connect(cast.byAddress(file.oficinas.revisor));
  const { decision, apelacion } = story ?? {};
  const { digest } = paperOf("resolución de multa", index);
  const reviewed = apelacion?.decision;
  planDueProcess(play, clock.now, {
    notice: (overrides) => inspector.noticeFine(deed, index, paperOf("multa", index), overrides),
    defend: (overrides) => supplier.defendFine(deed, index, paperOf("descargos", index), overrides),
    decide:
      decision === "silencio"
        ? undefined
        : async (overrides) => {
            const amount = decision ?? (await court.getFine(id, index)).amount;
            return buyer.decideFine(deed, index, amount, digest, overrides);
          },
    appeal: apelacion
      ? (overrides) => supplier.appealFine(deed, index, paperOf("apelación", index), overrides)
      : undefined,
    review:
      typeof reviewed === "bigint"
        ? (overrides) => reviewer.reviewFine(deed, index, reviewed, digest, overrides)
        : undefined,
    close: (overrides) => court.connect(cast.of(STRANGER)).closeFine(deed, index, overrides),
  });
}
