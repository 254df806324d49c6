import { HOUR, STRANGER, perform, type Play } from "../play.ts";

/** Whether the schedule of the contract goes on. */
export async function isRunning({ stage, id }: Play): Promise<boolean> {
  const { endedAt, completedAt } = await stage.contracts.escrow.getFacts(id);
  return endedAt === 0n && completedAt === 0n;
}

/**
 * Plans the end of a contract of which a milestone is never delivered: a stranger asks for it after the last day,
 * which a change order may have moved.
 *
 * @param at unix seconds
 * @example planExpiry(play, draft.deed.annex.endsAt + HOUR);
 */
export function planExpiry(play: Play, at: bigint): void {
  const { agenda, clock, stage, draft, id, cast, say, paragraph } = play;
  const { escrow } = stage.contracts;
  agenda.add(at, async () => {
    if (!(await isRunning(play))) return;
    const { endsAt } = await escrow.getFacts(id);
    if (clock.now <= endsAt) {
      planExpiry(play, endsAt + HOUR);
      return;
    }
    paragraph.push(say("expired", {}));
    await perform(play, (overrides) => escrow.connect(cast.of(STRANGER)).expire(draft.deed.terms, overrides));
  });
}
