import { ZeroHash } from "ethers";

import { TOPICS } from "../creditor.ts";
import { ACCEPTANCE_WINDOW } from "../narrate-parts.ts";
import { DAY, HOUR, STRANGER, perform, type Play } from "../play.ts";
import { planResolution } from "./dispute.ts";
import { paperOf } from "./documents.ts";

/**
 * Plans the end of a completed contract: advance bond, final acceptance, retention, performance bond.
 *
 * @example if (events.some(({ name }) => name === "ContractCompleted")) planClosing(play);
 */
export function planClosing(play: Play): void {
  const { agenda, clock, draft, stage, id, cast } = play;
  const { closing, escrow, treasury } = stage.contracts;
  const { deed } = draft;
  const anyone = closing.connect(cast.of(STRANGER));
  const warrantyEnds = clock.now + deed.annex.warranty;

  agenda.add(clock.now + DAY, async () => {
    const { amount } = await treasury.getDeposit(escrow, await escrow.advanceBondKey(id));
    if (amount !== 0n) await perform(play, (overrides) => anyone.returnAdvanceBond(id, overrides));
  });
  planFinalAcceptance(play, warrantyEnds);
  const bondUntil = deed.annex.bondUntil;
  agenda.add(bondUntil > clock.now ? bondUntil + HOUR : clock.now + 2n * DAY, () => returnBond(play));
}

function planFinalAcceptance(play: Play, from: bigint): void {
  const { agenda, draft, stage, cast, say, paragraph, file } = play;
  const { closing } = stage.contracts;
  const inspector = closing.connect(cast.byAddress(file.oficinas.inspector));
  const { deed } = draft;
  const { recepcionDefinitiva, observacionFinal } = file.historia ?? {};
  if (recepcionDefinitiva === "silencio") {
    agenda.add(from + ACCEPTANCE_WINDOW + HOUR, async () => {
      paragraph.push(say("finalSilence", {}));
      await releaseRetention(play);
    });
    return;
  }
  agenda.add(from + 2n * DAY, async () => {
    const objected = observacionFinal?.monto ?? 0n;
    const reason = observacionFinal ? paperOf("observación final").digest : ZeroHash;
    await perform(play, (overrides) => inspector.reviewFinal(deed, objected, reason, overrides));
    if (observacionFinal) planResolution(play, { index: 0, topic: TOPICS.finalAcceptance }, observacionFinal);
    await releaseRetention(play);
  });
}

async function releaseRetention(play: Play): Promise<void> {
  const { stage, draft, id, cast, say, paragraph } = play;
  const { closing, escrow } = stage.contracts;
  const { ledger } = await escrow.getBalances(id);
  if (ledger.retained === 0n) return;
  paragraph.push(say("retention", {}));
  await perform(play, (overrides) => closing.connect(cast.of(STRANGER)).releaseRetention(draft.deed, overrides));
}

/**
 * Plans the payment of what was set aside for a fine and becomes retention again after final acceptance.
 *
 * @example if (events.some(({ name }) => name === "SetAsideReturned")) planLateRetention(play);
 */
export function planLateRetention(play: Play): void {
  const { agenda, clock, stage, draft, id } = play;
  const { closing, escrow } = stage.contracts;
  agenda.add(clock.now + DAY, async () => {
    const { completedAt } = await escrow.getFacts(id);
    if (completedAt === 0n) return;
    const isSilenceOver = clock.now > completedAt + draft.deed.annex.warranty + ACCEPTANCE_WINDOW;
    if (isSilenceOver || (await closing.isFinallyReviewed(id))) await releaseRetention(play);
  });
}

/** Returns the performance bond once nothing keeps it; a change order may have lengthened it. */
async function returnBond(play: Play): Promise<void> {
  const { agenda, clock, stage, draft, id, cast } = play;
  const { closing, escrow, court } = stage.contracts;
  if ((await escrow.performanceBondOf(id)) === 0n) return;
  const until = (await escrow.bondExtensionOf(id)) || draft.deed.annex.bondUntil;
  if (clock.now <= until) agenda.add(until + HOUR, () => returnBond(play));
  else if (await court.holdsBond(id)) agenda.add(clock.now + 30n * DAY, () => returnBond(play));
  else {
    await perform(play, (overrides) => closing.connect(cast.of(STRANGER)).returnPerformanceBond(draft.deed, overrides));
  }
}
