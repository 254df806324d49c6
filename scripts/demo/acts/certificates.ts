import { TOPICS } from "../creditor.ts";
import { certificateName } from "../narrate-parts.ts";
import { DAY, HOUR, SUPPLIER, perform, type Play } from "../play.ts";
import type { MilestoneStory } from "../story-fields.ts";
import { planResolution } from "./dispute.ts";
import { paperOf } from "./documents.ts";
import { settle } from "./settle.ts";

/** How long after the acceptance a certifying office answers, if it does. */
const ANSWER_AFTER = 4n * DAY;

/**
 * Plans the request of every certificate that a milestone needs, and the offices' answers or silence. Where the file
 * has a refusal, the first office refuses and the others grant.
 *
 * @param from when something is accepted, unix seconds
 * @example planCertificates(play, 0, { certificados: "otorga" }, clock.now + 3n * DAY);
 */
export function planCertificates(
  play: Play,
  index: number,
  { certificados, rechazo }: Pick<MilestoneStory, "certificados" | "rechazo">,
  from: bigint,
): void {
  const { agenda, draft, stage, file, cast, say, paragraph } = play;
  const mask = draft.schedule[index]?.certificates ?? 0n;
  const required = file.oficinas.certificadores.flatMap((_, kind) =>
    ((mask >> BigInt(kind)) & 1n) === 1n ? [kind] : [],
  );
  for (const kind of required) {
    const { desk } = stage.contracts;
    agenda.add(from + HOUR, () =>
      perform(play, (overrides) =>
        desk.connect(cast.of(SUPPLIER)).request(draft.deed, index, kind, paperOf("planillas", index), overrides),
      ),
    );
    if (certificados === "silencio") {
      agenda.add(from + 2n * HOUR + draft.deed.annex.certificateWindow + HOUR, async () => {
        paragraph.push(say("silentOffice", { name: certificateName(play, BigInt(kind)), number: index + 1 }));
        await settle(play, index, "askedFor");
      });
    } else {
      agenda.add(from + ANSWER_AFTER, () => answer(play, index, kind, kind === required[0] ? rechazo : undefined));
    }
  }
}

async function answer(play: Play, index: number, kind: number, refusal: MilestoneStory["rechazo"]): Promise<void> {
  const { stage, draft, cast, file } = play;
  const office = stage.contracts.desk.connect(cast.byAddress(file.oficinas.certificadores[kind]?.cuenta ?? ""));
  const { deed } = draft;
  if (refusal) {
    const reason = paperOf("rechazo", index);
    await perform(play, (overrides) => office.refuse(deed, index, kind, refusal.monto, reason, overrides));
    planResolution(play, { index, topic: TOPICS.certificate + BigInt(kind) }, refusal);
  } else {
    const { digest } = paperOf("certificado", index);
    await perform(play, (overrides) => office.grant(deed, index, kind, digest, overrides));
  }
  await settle(play, index, "askedFor");
}
