import { changeData } from "../../lib/procurement/agreement.ts";
import type { ChangeStory } from "../story-fields.ts";
import { DAY, BUYER, SUPPLIER, perform, type Play } from "../play.ts";
import { paperOf } from "./documents.ts";

/**
 * Plans the change order of the file, which both sides sign.
 *
 * @example if (historia.modificacion) planChange(play, historia.modificacion);
 */
export function planChange(play: Play, story: ChangeStory): void {
  play.agenda.add(story.fecha, () => change(play, story));
}

async function change(play: Play, story: ChangeStory): Promise<void> {
  const { stage, draft, id, cast, clock } = play;
  const { changes, escrow } = stage.contracts;
  const index = story.hito - 1;
  const { milestone } = await escrow.getMilestone(id, index);
  const { endsAt } = await escrow.getFacts(id);
  const bondUntil = (await escrow.bondExtensionOf(id)) || draft.deed.annex.bondUntil;
  const order = {
    termsHash: await changes.termsHashOf(id),
    document: paperOf("modificación", index).digest,
    indexes: [BigInt(index)],
    schedule: [
      {
        amount: story.monto,
        notBefore: milestone.notBefore,
        dueAt: story.vence,
        certificates: milestone.certificates,
      },
    ],
    endsAt: story.terminaEn ?? endsAt,
    bondUntil: story.garantiaHasta ?? bondUntil,
    bondIncrease: story.aumentoGarantia ?? 0n,
    deadline: clock.now + 10n * DAY,
  };
  const place = { chainId: stage.chainId, contract: await changes.getAddress() };
  const { domain, types, message } = changeData(place, order);
  const signatures = await Promise.all(
    [BUYER, SUPPLIER].map((name) => cast.of(name).signTypedData(domain, types, message)),
  );
  const [buyer = "", supplier = ""] = signatures;
  await perform(play, (overrides) =>
    changes.connect(cast.of(SUPPLIER)).change(draft.deed, order, buyer, supplier, overrides),
  );
}
