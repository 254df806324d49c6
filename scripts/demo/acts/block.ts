import { castOf } from "../cast.ts";
import type { Story } from "../story-fields.ts";
import { STRANGER, perform, type Play } from "../play.ts";

type BlockStory = NonNullable<Story["bloqueo"]>;

/**
 * Plans the time in which the token's issuer blocks a payee, and the withdrawal of what has become its credit.
 *
 * @param party name of the payee in the file
 * @example planBlock(play, historia.bloqueo, file.proveedor.nombre);
 */
export function planBlock(play: Play, { desde, hasta }: BlockStory, party: string): void {
  const { agenda, stage, cast, say, paragraph } = play;
  const { token, treasury } = stage.contracts;
  const { address } = cast.of(castOf(play.file, party));
  const entity = play.entity(party);
  agenda.add(desde, async () => {
    await perform(play, (overrides) => token.setBlocked(address, true, overrides));
    paragraph.push(say("blocked", { entity }));
  });
  if (hasta === undefined) return;
  agenda.add(hasta, async () => {
    await perform(play, (overrides) => token.setBlocked(address, false, overrides));
    paragraph.push(say("unblocked", { entity }));
    if ((await treasury.creditOf(entity, token)) === 0n) return;
    await perform(play, (overrides) => treasury.connect(cast.of(STRANGER)).withdraw(entity, token, overrides));
  });
}
