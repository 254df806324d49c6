import { STRANGER, perform, type Play } from "../play.ts";

/**
 * A stranger asks for the payment of what is accepted and cleared; nothing happens where there is none.
 *
 * @param why by the inspector's silence, or because nothing stands in the way any more
 * @example await settle(play, 1, "deemed");
 */
export async function settle(play: Play, index: number, why: "deemed" | "askedFor"): Promise<void> {
  const { stage, id, draft, cast, say, paragraph } = play;
  const { reader, escrow } = stage.contracts;
  if ((await reader.payableOf(id, index)) === 0n) return;
  paragraph.push(say(why, { number: index + 1 }));
  await perform(play, (overrides) => escrow.connect(cast.of(STRANGER)).settle(draft.deed.terms, index, overrides));
}
