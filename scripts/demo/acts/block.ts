import type { DemoFile } from "../demo-file.ts";
import { STRANGER, perform, type Play } from "../play.ts";

type BlockStory = NonNullable<NonNullable<DemoFile["historia"]>["bloqueo"]>;

/**
 * Plans the time in which the token's issuer blocks a payee, and the withdrawal of what has become its credit.
 *
 * @param name of the payee in the cast
 * @param party its name in the file
 * @example planBlock(play, historia.bloqueo, "proveedor", file.proveedor.nombre);
 */
export function planBlock(play: Play, { desde, hasta }: BlockStory, name: string, party: string): void {
  const { agenda, stage, cast, say, paragraph } = play;
  const { token, treasury } = stage.contracts;
  const { address } = cast.of(name);
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
