import type { MilestoneStory } from "../demo-file.ts";
import { certificateName } from "../narrate.ts";
import { ACCEPTANCE_WINDOW, dayOf } from "../narrate-parts.ts";
import { DAY, HOUR, STRANGER, SUPPLIER, perform, type Play } from "../play.ts";
import { planDispute } from "./dispute.ts";
import { paperOf } from "./documents.ts";
import { planFine } from "./fine.ts";

/** How long after a delivery the inspector answers, if it does. */
const REVIEW_AFTER = 3n * DAY;
/** How long after a delivery a certifying office answers, if it does. */
const GRANT_AFTER = 4n * DAY;

const BY_DEFAULT: Omit<MilestoneStory, "hito"> = { revision: "acepta", certificados: "otorga" };

/** What the file tells of a milestone; without a word, it is delivered in time and accepted. */
const storyOf = ({ file }: Play, index: number): Omit<MilestoneStory, "hito"> =>
  file.historia?.hitos.find(({ hito }) => hito === index + 1) ?? BY_DEFAULT;

/**
 * Plans the delivery of every milestone and what follows from it.
 *
 * @example planMilestones(play);
 */
export function planMilestones(play: Play): void {
  for (const [index, { notBefore, dueAt }] of play.draft.schedule.entries()) {
    const inTime = dueAt - DAY > notBefore ? dueAt - DAY : notBefore;
    const story = storyOf(play, index);
    play.agenda.add(story.entrega ?? inTime, () => deliver(play, index, story));
  }
}

async function deliver(play: Play, index: number, story: Omit<MilestoneStory, "hito">): Promise<void> {
  const { agenda, stage, id, cast, say, paragraph, entity, file } = play;
  const { escrow } = stage.contracts;
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
  const isAccepted = (story.observado ?? 0n) < milestone.amount;
  const acceptedAt = deliveredAt + (story.revision === "silencio" ? ACCEPTANCE_WINDOW + HOUR : REVIEW_AFTER);
  if (isAccepted) planCertificates(play, index, story, { mask: milestone.certificates, from: acceptedAt });
  planReview(play, index, story);
  if (days !== 0n) planFine(play, index, story.multa?.decision);
}

function planReview(play: Play, index: number, story: Omit<MilestoneStory, "hito">): void {
  const { agenda, clock, stage, draft, cast, file } = play;
  const inspector = cast.byAddress(file.oficinas.inspector);
  const escrow = stage.contracts.escrow.connect(inspector);
  const evidence = paperOf("entrega", index).digest;
  const { terms } = draft.deed;
  if (story.revision === "silencio") {
    agenda.add(clock.now + ACCEPTANCE_WINDOW + HOUR, () => settle(play, index, "deemed"));
  } else if (story.revision === "acepta") {
    agenda.add(clock.now + REVIEW_AFTER, async () => {
      await perform(play, (overrides) => escrow.accept(terms, index, evidence, overrides));
    });
  } else {
    const amount = story.observado ?? 0n;
    agenda.add(clock.now + REVIEW_AFTER, async () => {
      const reason = paperOf("observación", index);
      await perform(play, (overrides) => escrow.object(terms, index, evidence, amount, reason, overrides));
      planDispute(play, index, story);
    });
  }
}

function planCertificates(
  play: Play,
  index: number,
  { certificados }: Pick<MilestoneStory, "certificados">,
  { mask, from }: { mask: bigint; from: bigint },
): void {
  const { agenda, stage, draft, cast, file, say, paragraph } = play;
  const { desk } = stage.contracts;
  for (const [kind, { cuenta }] of file.oficinas.certificadores.entries()) {
    if ((mask & (1n << BigInt(kind))) === 0n) continue;
    agenda.add(from + HOUR, () =>
      perform(play, (overrides) =>
        desk.connect(cast.of(SUPPLIER)).request(draft.deed, index, kind, paperOf("planillas", index), overrides),
      ),
    );
    if (certificados === "otorga") {
      agenda.add(from + GRANT_AFTER, async () => {
        const office = desk.connect(cast.byAddress(cuenta));
        const { digest } = paperOf("certificado", index);
        await perform(play, (overrides) => office.grant(draft.deed, index, kind, digest, overrides));
        await settle(play, index, "askedFor");
      });
    } else {
      agenda.add(from + 2n * HOUR + draft.deed.annex.certificateWindow + HOUR, async () => {
        paragraph.push(say("silentOffice", { name: certificateName(play, BigInt(kind)), number: index + 1 }));
        await settle(play, index, "askedFor");
      });
    }
  }
}

/** A stranger asks for the payment of what is accepted and cleared; nothing happens where there is none. */
async function settle(play: Play, index: number, why: "deemed" | "askedFor"): Promise<void> {
  const { stage, id, draft, cast, say, paragraph } = play;
  const { reader, escrow } = stage.contracts;
  if (why === "deemed") {
    const { milestone } = await escrow.getMilestone(id, index);
    if (milestone.certificates !== 0n && (await reader.payableOf(id, index)) === 0n) return;
  } else if ((await reader.payableOf(id, index)) === 0n) return;
  paragraph.push(say(why, { number: index + 1 }));
  await perform(play, (overrides) => escrow.connect(cast.of(STRANGER)).settle(draft.deed.terms, index, overrides));
}
