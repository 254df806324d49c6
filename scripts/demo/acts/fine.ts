import { DAY, HOUR, BUYER, STRANGER, SUPPLIER, perform, type Play } from "../play.ts";
import { paperOf } from "./documents.ts";

/** When the inspector notices, counted from the delivery; then each step waits half of its window. */
const NOTICE_AFTER = 2n * DAY;

/**
 * Plans the course of the fine of a late milestone: notice, defence, decision, collection.
 *
 * @param decision what the buyer decides, token units; the noticed amount without it
 * @example planFine(play, 2, 761_600n);
 */
export function planFine(play: Play, index: number, decision: bigint | undefined): void {
  const { agenda, clock, stage, draft, id, cast, file } = play;
  const { deed } = draft;
  const { defenceWindow, decisionWindow, appealWindow, fineBpsPerDay } = deed.annex;
  const { court } = stage.contracts;
  if (fineBpsPerDay === 0n) return;

  const noticed = clock.now + NOTICE_AFTER;
  const defended = noticed + defenceWindow / 2n;
  const decided = defended + decisionWindow / 2n;
  agenda.add(noticed, () =>
    perform(play, (overrides) =>
      court
        .connect(cast.byAddress(file.oficinas.inspector))
        .noticeFine(deed, index, paperOf("multa", index), overrides),
    ),
  );
  agenda.add(defended, () =>
    perform(play, (overrides) =>
      court.connect(cast.of(SUPPLIER)).defendFine(deed, index, paperOf("descargos", index), overrides),
    ),
  );
  agenda.add(decided, async () => {
    const amount = decision ?? (await court.getFine(id, index)).amount;
    const { digest } = paperOf("resolución de multa", index);
    await perform(play, (overrides) =>
      court.connect(cast.of(BUYER)).decideFine(deed, index, amount, digest, overrides),
    );
  });
  agenda.add(decided + appealWindow + HOUR, () =>
    perform(play, (overrides) => court.connect(cast.of(STRANGER)).closeFine(deed, index, overrides)),
  );
}
