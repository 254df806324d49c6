import type { ContractTransactionResponse } from "ethers";

import { HOUR, perform, type Play } from "../play.ts";

type Step = (overrides: { gasLimit: bigint }) => Promise<ContractTransactionResponse>;

/** The steps of a fine or of a termination; an authority without a step is silent. */
export interface Steps {
  readonly notice: Step;
  readonly defend: Step;
  readonly decide?: Step | undefined;
  readonly appeal?: Step | undefined;
  readonly review?: Step | undefined;
  readonly close: Step;
}

/**
 * Plans notice, defence, decision, appeal, review and end: each step waits half of its window, and the end comes when
 * nobody can act any more.
 *
 * @param from when it is noticed, unix seconds
 * @example planDueProcess(play, historia.terminoAnticipado.fecha, steps);
 */
export function planDueProcess(
  play: Play,
  from: bigint,
  { notice, defend, decide, appeal, review, close }: Steps,
): void {
  const { defenceWindow, decisionWindow, appealWindow, reviewWindow } = play.draft.deed.annex;
  const plan = (at: bigint, step: Step): void => {
    play.agenda.add(at, () => perform(play, step));
  };
  plan(from, notice);
  const defendedAt = from + defenceWindow / 2n;
  plan(defendedAt, defend);
  if (!decide) {
    plan(defendedAt + decisionWindow + HOUR, close);
    return;
  }
  const decidedAt = defendedAt + decisionWindow / 2n;
  plan(decidedAt, decide);
  if (!appeal) {
    plan(decidedAt + appealWindow + HOUR, close);
    return;
  }
  const appealedAt = decidedAt + appealWindow / 2n;
  plan(appealedAt, appeal);
  if (review) plan(appealedAt + reviewWindow / 2n, review);
  plan(appealedAt + (review ? reviewWindow / 2n : reviewWindow) + HOUR, close);
}
