import { creditorOf, TOPICS } from "../creditor.ts";
import { DAY, HOUR, BUYER, STRANGER, SUPPLIER, perform, type Play } from "../play.ts";
import type { DisputeStory } from "../story-fields.ts";
import { paperOf } from "./documents.ts";

/** The supplier disputes an objection this long after it; the arbiter rules this long after its window began. */
const DISPUTE_AFTER = 2n * DAY;
const RULING_AFTER = 3n * DAY;

/** What a dispute is about. */
export interface Subject {
  /** Milestone, from 0; 0 where it is about none. */
  readonly index: number;
  /** `Dispute.Topic`. */
  readonly topic: bigint;
}

/**
 * Plans the supplier's dispute of an objected part, and its end.
 *
 * @example planDispute(play, 3, { ofertas: { organismo: 5n, proveedor: 11n }, fallo: 8n });
 */
export function planDispute(play: Play, index: number, story: DisputeStory): void {
  const { agenda, clock, stage, id, cast } = play;
  const court = stage.contracts.court.connect(cast.of(SUPPLIER));
  agenda.add(clock.now + DISPUTE_AFTER, async () => {
    await perform(play, (overrides) => court.dispute(id, index, paperOf("reclamo", index), overrides));
    planResolution(play, { index, topic: TOPICS.delivery }, story);
  });
}

/**
 * Plans the end of a dispute that is open: equal offers settle it; else the arbiter rules, or where the file has no
 * ruling, the published default applies after both arbiters' silence.
 *
 * @example planResolution(play, { index: 0, topic: TOPICS.bond }, { fallo: 8n });
 */
export function planResolution(play: Play, subject: Subject, { ofertas, fallo }: DisputeStory): void {
  const { agenda, clock, draft } = play;
  const { settlementWindow } = draft.deed.annex;
  if (ofertas) agenda.add(clock.now + settlementWindow / 2n, () => offer(play, subject, ofertas));
  if (ofertas?.organismo !== ofertas?.proveedor || !ofertas) planEnd(play, subject, fallo);
}

type Offers = NonNullable<DisputeStory["ofertas"]>;

async function offer(play: Play, { index, topic }: Subject, { organismo, proveedor }: Offers): Promise<void> {
  const { stage, draft, cast, file } = play;
  const { terms } = draft.deed;
  const buyer = stage.contracts.court.connect(cast.of(BUYER));
  const creditor = stage.contracts.court.connect(cast.of(creditorOf(file, index, topic).name));
  await perform(play, (overrides) => buyer.offer(terms, index, topic, organismo, overrides));
  if (organismo === proveedor) {
    await perform(play, (overrides) => creditor.acceptOffer(terms, index, topic, organismo, overrides));
  } else {
    await perform(play, (overrides) => creditor.offer(terms, index, topic, proveedor, overrides));
  }
}

function planEnd(play: Play, { index, topic }: Subject, ruling: bigint | undefined): void {
  const { agenda, clock, stage, draft, cast, file } = play;
  const { deed } = draft;
  const { court } = stage.contracts;
  const { settlementWindow, rulingWindow } = deed.annex;
  if (ruling === undefined) {
    agenda.add(clock.now + settlementWindow + 2n * rulingWindow + HOUR, () =>
      perform(play, (overrides) => court.connect(cast.of(STRANGER)).applyDefault(deed, index, topic, overrides)),
    );
    return;
  }
  const after = RULING_AFTER < rulingWindow ? RULING_AFTER : HOUR;
  agenda.add(clock.now + settlementWindow + after, () =>
    perform(play, (overrides) =>
      court
        .connect(cast.byAddress(file.oficinas.arbitro))
        .rule(deed, index, topic, ruling, paperOf("fallo", index).digest, overrides),
    ),
  );
}
