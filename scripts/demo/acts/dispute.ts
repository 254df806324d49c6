import type { MilestoneStory } from "../demo-file.ts";
import { DAY, HOUR, BUYER, STRANGER, SUPPLIER, perform, type Play } from "../play.ts";
import { paperOf } from "./documents.ts";

/** `Dispute.Topic.Delivery`. */
const DELIVERY = 0;
/** The supplier disputes an objection this long after it; the arbiter rules this long after its window began. */
const DISPUTE_AFTER = 2n * DAY;
const RULING_AFTER = 3n * DAY;

/**
 * Plans the dispute of an objected part: offers, and then what ends it. Equal offers settle it; else the arbiter
 * rules, or where the file has no ruling, the published default applies after both arbiters' silence.
 *
 * @example planDispute(play, 3, { ofertas: { organismo: 5n, proveedor: 11n }, fallo: 8n });
 */
export function planDispute(play: Play, index: number, story: Pick<MilestoneStory, "ofertas" | "fallo">): void {
  const { agenda, clock, stage, draft, id, cast } = play;
  const court = stage.contracts.court.connect(cast.of(SUPPLIER));
  const { settlementWindow } = draft.deed.annex;
  agenda.add(clock.now + DISPUTE_AFTER, async () => {
    await perform(play, (overrides) => court.dispute(id, index, paperOf("reclamo", index), overrides));
    const { ofertas } = story;
    if (ofertas) agenda.add(clock.now + settlementWindow / 2n, () => offer(play, index, ofertas));
    if (ofertas?.organismo !== ofertas?.proveedor || !ofertas) planEnd(play, index, story.fallo);
  });
}

type Offers = NonNullable<MilestoneStory["ofertas"]>;

async function offer(play: Play, index: number, { organismo, proveedor }: Offers): Promise<void> {
  const { stage, draft, cast } = play;
  const { terms } = draft.deed;
  const buyer = stage.contracts.court.connect(cast.of(BUYER));
  const supplier = stage.contracts.court.connect(cast.of(SUPPLIER));
  await perform(play, (overrides) => buyer.offer(terms, index, DELIVERY, organismo, overrides));
  if (organismo === proveedor) {
    await perform(play, (overrides) => supplier.acceptOffer(terms, index, DELIVERY, organismo, overrides));
  } else {
    await perform(play, (overrides) => supplier.offer(terms, index, DELIVERY, proveedor, overrides));
  }
}

function planEnd(play: Play, index: number, ruling: bigint | undefined): void {
  const { agenda, clock, stage, draft, cast, file } = play;
  const { deed } = draft;
  const { court } = stage.contracts;
  const { settlementWindow, rulingWindow } = deed.annex;
  if (ruling === undefined) {
    agenda.add(clock.now + settlementWindow + 2n * rulingWindow + HOUR, () =>
      perform(play, (overrides) => court.connect(cast.of(STRANGER)).applyDefault(deed, index, DELIVERY, overrides)),
    );
    return;
  }
  const after = RULING_AFTER < rulingWindow ? RULING_AFTER : HOUR;
  agenda.add(clock.now + settlementWindow + after, () =>
    perform(play, (overrides) =>
      court
        .connect(cast.byAddress(file.oficinas.arbitro))
        .rule(deed, index, DELIVERY, ruling, paperOf("fallo", index).digest, overrides),
    ),
  );
}
