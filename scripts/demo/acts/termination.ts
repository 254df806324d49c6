import { BUYER, STRANGER, SUPPLIER, type Play } from "../play.ts";
import type { TerminationStory } from "../story-fields.ts";
import { paperOf } from "./documents.ts";
import { planDueProcess } from "./due-process.ts";

/**
 * Plans the course of a termination for cause: notice, defence, decision, appeal, end.
 *
 * @example planTermination(play, historia.terminoAnticipado);
 */
export function planTermination(play: Play, { fecha, causal, decision, garantia, apelacion }: TerminationStory): void {
  const { stage, draft, cast, file } = play;
  const { deed } = draft;
  const [buyer, supplier, reviewer, anyone] = [
    cast.of(BUYER),
    cast.of(SUPPLIER),
    cast.byAddress(file.oficinas.revisor),
    cast.of(STRANGER),
  ].map((account) => stage.contracts.court.connect(account)) as [Court, Court, Court, Court];
  const forfeit = garantia ?? 0n;
  const { digest } = paperOf("resolución de término");
  const isUpheld = decision === "termina";
  const isConfirmed = apelacion?.decision === "confirma";
  const confirmed = isConfirmed ? (apelacion.garantia ?? forfeit) : 0n;
  planDueProcess(play, fecha, {
    notice: (overrides) => buyer.noticeTermination(deed, causal, paperOf("aviso de término"), overrides),
    defend: (overrides) => supplier.defendTermination(deed, paperOf("descargos"), overrides),
    decide:
      decision === "silencio"
        ? undefined
        : (overrides) => buyer.decideTermination(deed, isUpheld, forfeit, digest, overrides),
    appeal: apelacion ? (overrides) => supplier.appealTermination(deed, paperOf("apelación"), overrides) : undefined,
    review:
      !apelacion || apelacion.decision === "silencio"
        ? undefined
        : (overrides) => reviewer.reviewTermination(deed, isConfirmed, confirmed, digest, overrides),
    close: (overrides) => anyone.closeTermination(deed, overrides),
  });
}

type Court = Play["stage"]["contracts"]["court"];
