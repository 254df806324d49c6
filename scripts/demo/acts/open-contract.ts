import { addBusinessDays, chileanCalendar } from "../../lib/calendar/business-calendar.ts";
import { endOfDay, readLocal } from "../../lib/calendar/local-time.ts";
import { contractSignatureData } from "../../lib/procurement/agreement.ts";
import { startOf } from "../story-start.ts";
import { BUYER, DAY, HOUR, SUPPLIER, perform, type Play } from "../play.ts";

/** A direct award above the threshold is published 5 business days before (Ley 19.886 art. 8 bis). */
const NOTICE_DAYS = 5;

/** The notice runs from the day after the announcement; the contract may open in the morning after its last day. */
function noticeEnds(announcedAt: bigint): bigint {
  return endOfDay(addBusinessDays(readLocal(announcedAt).date, NOTICE_DAYS, chileanCalendar()));
}

/**
 * Plans the announcement, the signature and the advance.
 *
 * @param begin runs when the contract is open
 * @example planOpening(play, threshold, () => planMilestones(play));
 */
export function planOpening(play: Play, threshold: bigint, begin: () => void): void {
  const { agenda, draft, stage, cast, file } = play;
  const { opening } = stage.contracts;
  const buyer = cast.of(BUYER);
  const from = startOf(file) + DAY;
  const openFrom = noticeEnds(from);
  const isAnnounced = draft.deed.terms.price >= threshold;
  if (isAnnounced) {
    agenda.add(from, () =>
      perform(play, (overrides) =>
        opening.connect(buyer).announce(draft.deed, file.tratoDirecto.fundamento, openFrom, overrides),
      ),
    );
  }
  agenda.add(isAnnounced ? openFrom + 10n * HOUR : from, async () => {
    await sign(play);
    begin();
  });
  if (draft.deed.terms.advance !== 0n) {
    agenda.add((isAnnounced ? openFrom : from) + 3n * DAY + 11n * HOUR, () =>
      perform(play, (overrides) =>
        stage.contracts.escrow.connect(cast.of(SUPPLIER)).drawAdvance(draft.deed, overrides),
      ),
    );
  }
}

async function sign(play: Play): Promise<void> {
  const { draft, stage, cast, file, say, paragraph, entity } = play;
  const { opening, treasury } = stage.contracts;
  const { deed, schedule } = draft;
  const place = { chainId: stage.chainId, contract: await opening.getAddress() };
  const { domain, types, message } = contractSignatureData(place, deed, schedule);
  const signature = await cast.of(SUPPLIER).signTypedData(domain, types, message);
  const { causal, fundamento } = file.tratoDirecto;
  const told = paragraph.length;
  await perform(play, (overrides) =>
    opening.connect(cast.of(BUYER)).award(deed, [...schedule], causal, fundamento, signature, overrides),
  );
  const { balance } = await treasury.getLine(deed.terms.lineId);
  const supplier = entity(file.proveedor.nombre);
  const opened = say("opened", { supplier, price: deed.terms.price, available: balance.available });
  paragraph.splice(told, 0, opened);
}
