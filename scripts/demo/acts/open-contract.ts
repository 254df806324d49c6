import { contractSignatureData } from "../../lib/procurement/agreement.ts";
import { openingOf } from "../story-start.ts";
import { BUYER, DAY, HOUR, SUPPLIER, perform, type Play } from "../play.ts";

/**
 * Plans the announcement, the signature and the advance.
 *
 * @param begin runs when the contract is open
 * @example planOpening(play, () => planMilestones(play));
 */
export function planOpening(play: Play, begin: () => void): void {
  const { agenda, draft, stage, cast, file } = play;
  const { opening } = stage.contracts;
  const buyer = cast.of(BUYER);
  const { from, noticeUntil, opensAt } = openingOf(file);
  if (noticeUntil !== undefined) {
    agenda.add(from, () =>
      perform(play, (overrides) =>
        opening.connect(buyer).announce(draft.deed, file.tratoDirecto.fundamento, noticeUntil, overrides),
      ),
    );
  }
  agenda.add(opensAt, async () => {
    await sign(play);
    begin();
  });
  if (draft.deed.terms.advance !== 0n) {
    agenda.add((noticeUntil ?? from) + 3n * DAY + 11n * HOUR, () =>
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
