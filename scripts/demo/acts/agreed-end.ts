import { agreedTerminationData } from "../../lib/procurement/agreement.ts";
import { BUYER, DAY, SUPPLIER, perform, type Play } from "../play.ts";
import { paperOf } from "./documents.ts";

/**
 * Plans the end of the contract by agreement (resciliación), which both sides sign.
 *
 * @param at unix seconds
 * @example planAgreedEnd(play, historia.resciliacion.fecha);
 */
export function planAgreedEnd(play: Play, at: bigint): void {
  const { agenda, clock, stage, draft, id, cast } = play;
  const { changes } = stage.contracts;
  agenda.add(at, async () => {
    const termsHash = await changes.termsHashOf(id);
    const document = paperOf("resciliación").digest;
    const deadline = clock.now + 10n * DAY;
    const place = { chainId: stage.chainId, contract: await changes.getAddress() };
    const { domain, types, message } = agreedTerminationData(place, { termsHash, document, deadline });
    const [buyer = "", supplier = ""] = await Promise.all(
      [BUYER, SUPPLIER].map((name) => cast.of(name).signTypedData(domain, types, message)),
    );
    await perform(play, (overrides) =>
      changes
        .connect(cast.of(SUPPLIER))
        .agreeTermination(draft.deed.terms, termsHash, document, deadline, buyer, supplier, overrides),
    );
  });
}
