import { ACCEPTANCE_WINDOW, dayOf } from "../narrate-parts.ts";
import { DAY, HOUR, SUPPLIER, perform, type Play } from "../play.ts";
import type { MilestoneStory } from "../story-fields.ts";
import { paperOf } from "./documents.ts";
import { isRunning, planExpiry } from "./expiry.ts";
import { planFine } from "./fine.ts";
import { planReview } from "./review.ts";

type Told = Omit<MilestoneStory, "hito">;

const BY_DEFAULT: Told = { revision: "acepta", certificados: "otorga" };

/** What the file tells of a milestone; without a word, it is delivered in time and accepted. */
const storyOf = ({ file }: Play, index: number): Told =>
  file.historia?.hitos.find(({ hito }) => hito === index + 1) ?? BY_DEFAULT;

/**
 * Plans the delivery of every milestone and what follows from it, or from none.
 *
 * @example planMilestones(play);
 */
export function planMilestones(play: Play): void {
  const { schedule, deed } = play.draft;
  for (const [index, { notBefore, dueAt }] of schedule.entries()) {
    const inTime = dueAt - DAY > notBefore ? dueAt - DAY : notBefore;
    const story = storyOf(play, index);
    const { entrega = inTime } = story;
    if (entrega === "nunca") planExpiry(play, deed.annex.endsAt + HOUR);
    else play.agenda.add(entrega, () => deliver(play, index, story));
  }
}

/** Nothing is delivered once the contract has ended before its schedule. */
async function deliver(play: Play, index: number, story: Told): Promise<void> {
  const { agenda, stage, id, cast, say, paragraph, entity, file } = play;
  const { escrow } = stage.contracts;
  if (!(await isRunning(play))) return;
  const told = paragraph.length;
  await perform(play, (overrides) =>
    escrow.connect(cast.of(SUPPLIER)).deliver(id, index, paperOf("entrega", index), overrides),
  );
  const deliveredAt = play.clock.now;
  const { milestone } = await escrow.getMilestone(id, index);
  const days = deliveredAt > milestone.dueAt ? (deliveredAt - milestone.dueAt) / DAY : 0n;
  const facts = {
    supplier: entity(file.proveedor.nombre),
    number: index + 1,
    name: file.hitos[index]?.nombre ?? "",
    amount: milestone.amount,
    due: dayOf(milestone.dueAt),
    until: dayOf(deliveredAt + ACCEPTANCE_WINDOW),
  };
  const sentence = days === 0n ? say("deliveredInTime", facts) : say("deliveredLate", { ...facts, days });
  paragraph.splice(told, 0, sentence);

  if (story.cesion) {
    const assignee = entity(story.cesion.nombre);
    agenda.add(deliveredAt + DAY, () =>
      perform(play, (overrides) => escrow.connect(cast.of(SUPPLIER)).assign(id, index, assignee, overrides)),
    );
  }
  planReview(play, index, milestone.amount, story);
  if (days !== 0n) planFine(play, index, story.multa);
}
