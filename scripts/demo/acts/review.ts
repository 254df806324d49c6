import { daysLate } from "../../lib/procurement/fines.ts";
import { SUITE_RULES } from "../../lib/procurement/law.ts";
import { TOPICS } from "../creditor.ts";
import { ACCEPTANCE_WINDOW, dayOf } from "../narrate-parts.ts";
import { DAY, HOUR, STRANGER, SUPPLIER, perform, type Play } from "../play.ts";
import type { MilestoneStory } from "../story-fields.ts";
import { planCertificates } from "./certificates.ts";
import { planDispute, planResolution } from "./dispute.ts";
import { paperOf } from "./documents.ts";
import { planFine } from "./fine.ts";
import { settle } from "./settle.ts";

/** How long after a delivery the inspector answers, if it does; and after an objection, the supplier by another one. */
const REVIEW_AFTER = 3n * DAY;
const CORRECT_AFTER = 10n * DAY;
/** `Agreement.MilestoneStatus`. */
const SETTLED = 6n;

type Told = Omit<MilestoneStory, "hito">;

/**
 * Plans what follows from the first delivery of a milestone: the inspector's answer or silence, the certificates of
 * what is accepted, the supplier's answer to an objection.
 *
 * @param amount of the milestone, token units
 * @example planReview(play, 3, milestone.amount, story);
 */
export function planReview(play: Play, index: number, amount: bigint, story: Told): void {
  const deliveredAt = play.clock.now;
  const isRejected = story.observado === amount;
  if (!isRejected) planCertificates(play, index, story, answerAt(play, story));
  planAnswer(play, index, paperOf("entrega", index).digest, story, () => {
    const { agenda, clock } = play;
    if (story.respuesta === "corrige") {
      agenda.add(clock.now + CORRECT_AFTER, () => correct(play, index, story, isRejected ? deliveredAt : undefined));
    } else if (story.respuesta === "calla") {
      agenda.add(clock.now + SUITE_RULES.objectionWindow + HOUR, () => uphold(play, index));
    } else {
      planDispute(play, index, story);
    }
  });
}

type Answer = NonNullable<Told["correccion"]>;

const answerAt = ({ clock }: Play, { revision }: Answer): bigint =>
  clock.now + (revision === "silencio" ? ACCEPTANCE_WINDOW + HOUR : REVIEW_AFTER);

/** The inspector accepts, objects or is silent; it has nothing to answer where the contract's end undid the delivery. */
function planAnswer(play: Play, index: number, evidence: string, answer: Answer, objected: () => void): void {
  const { agenda, stage, draft, id, cast, file, say, paragraph } = play;
  const { terms } = draft.deed;
  const { reader } = stage.contracts;
  const escrow = stage.contracts.escrow.connect(cast.byAddress(file.oficinas.inspector));
  const { revision, observado = 0n } = answer;
  agenda.add(answerAt(play, answer), async () => {
    if ((await reader.milestoneStatusOf(id, index)) === SETTLED) return;
    if (revision === "silencio") {
      const isWaiting = (await reader.payableOf(id, index)) === 0n;
      if (isWaiting) paragraph.push(say("deemedWaits", { number: index + 1 }));
      else await settle(play, index, "deemed");
    } else if (revision === "acepta") {
      await perform(play, (overrides) => escrow.accept(terms, index, evidence, overrides));
    } else {
      const reason = paperOf("observación", index);
      await perform(play, (overrides) => escrow.object(terms, index, evidence, observado, reason, overrides));
      objected();
    }
  });
}

/** @param rejectedAt when the whole was delivered that was objected to; undefined where it was a part */
async function correct(play: Play, index: number, story: Told, rejectedAt: bigint | undefined): Promise<void> {
  const { stage, id, cast, say, paragraph, entity, file, clock } = play;
  const { escrow } = stage.contracts;
  const evidence = paperOf("corrección", index);
  await perform(play, (overrides) => escrow.connect(cast.of(SUPPLIER)).deliver(id, index, evidence, overrides));
  paragraph.push(
    say("corrected", {
      supplier: entity(file.proveedor.nombre),
      number: index + 1,
      until: dayOf(clock.now + ACCEPTANCE_WINDOW),
    }),
  );
  const answer = story.correccion ?? { revision: "acepta" };
  if (rejectedAt !== undefined) {
    if (answer.observado !== story.observado) planCertificates(play, index, story, answerAt(play, answer));
    const { milestone } = await escrow.getMilestone(id, index);
    const wasInTime = daysLate(milestone.dueAt, rejectedAt) === 0n;
    if (wasInTime && daysLate(milestone.dueAt, clock.now) !== 0n) planFine(play, index, story.multa);
  }
  planAnswer(play, index, evidence.digest, answer, () => {
    planResolution(play, { index, topic: TOPICS.delivery }, story);
  });
}

async function uphold(play: Play, index: number): Promise<void> {
  const { stage, draft, cast } = play;
  const escrow = stage.contracts.escrow.connect(cast.of(STRANGER));
  await perform(play, (overrides) => escrow.uphold(draft.deed.terms, index, overrides));
}
