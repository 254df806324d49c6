import { TOPICS } from "../creditor.ts";
import { BUYER, perform, type Play } from "../play.ts";
import type { Story } from "../story-fields.ts";
import { planResolution } from "./dispute.ts";
import { paperOf } from "./documents.ts";

/**
 * Plans the buyer's claim on the performance bond, and the end of the dispute that it opens.
 *
 * @example planBondClaim(play, historia.reclamoGarantia);
 */
export function planBondClaim(play: Play, story: NonNullable<Story["reclamoGarantia"]>): void {
  const { agenda, stage, draft, cast } = play;
  const court = stage.contracts.court.connect(cast.of(BUYER));
  agenda.add(story.fecha, async () => {
    const reason = paperOf("reclamo de la garantía");
    await perform(play, (overrides) => court.claimBond(draft.deed, story.monto, reason, overrides));
    planResolution(play, { index: 0, topic: TOPICS.bond }, story);
  });
}
