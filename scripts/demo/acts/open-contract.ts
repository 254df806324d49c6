import { contractSignatureData } from "../../lib/procurement/agreement.ts";
import type { DemoFile } from "../demo-file.ts";
import { openingOf } from "../story-start.ts";
import { BUYER, DAY, HOUR, SUPPLIER, perform, type Play } from "../play.ts";

type DirectAward = NonNullable<DemoFile["tratoDirecto"]>;

/**
 * Plans the announcement and the signature of a direct award.
 *
 * @param begin runs when the contract is open
 * @example planOpening(play, file.tratoDirecto, () => planMilestones(play));
 */
export function planOpening(play: Play, award: DirectAward, begin: () => void): void {
  const { agenda, draft, stage, cast, file } = play;
  const { opening } = stage.contracts;
  const buyer = cast.of(BUYER);
  const { from, noticeUntil, opensAt } = openingOf(file);
  if (noticeUntil !== undefined) {
    agenda.add(from, () =>
      perform(play, (overrides) =>
        opening.connect(buyer).announce(draft.deed, award.fundamento, noticeUntil, overrides),
      ),
    );
  }
  agenda.add(opensAt, async () => {
    await sign(play, award);
    begin();
  });
}

/**
 * Plans the advance, if the contract has one.
 *
 * @example planAdvance(play);
 */
export function planAdvance({ agenda, draft, stage, cast, file, ...play }: Play): void {
  const { from, noticeUntil } = openingOf(file);
  if (draft.deed.terms.advance === 0n) return;
  agenda.add((noticeUntil ?? from) + 3n * DAY + 11n * HOUR, () =>
    perform({ stage, ...play }, (overrides) =>
      stage.contracts.escrow.connect(cast.of(SUPPLIER)).drawAdvance(draft.deed, overrides),
    ),
  );
}

async function sign(play: Play, { causal, fundamento }: DirectAward): Promise<void> {
  const { draft, stage, cast, file, say, paragraph, entity } = play;
  const { opening, treasury } = stage.contracts;
  const { deed, schedule } = draft;
  const place = { chainId: stage.chainId, contract: await opening.getAddress() };
  const { domain, types, message } = contractSignatureData(place, deed, schedule);
  const signature = await cast.of(SUPPLIER).signTypedData(domain, types, message);
  const told = paragraph.length;
  await perform(play, (overrides) =>
    opening.connect(cast.of(BUYER)).award(deed, [...schedule], causal, fundamento, signature, overrides),
  );
  const { balance } = await treasury.getLine(deed.terms.lineId);
  const supplier = entity(file.proveedor.nombre);
  const opened = say("opened", { supplier, price: deed.terms.price, available: balance.available });
  paragraph.splice(told, 0, opened);
}
