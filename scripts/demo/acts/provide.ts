import type { Wallet } from "ethers";

import { perform, SUPPLIER, type Play } from "../play.ts";
import { openingOf } from "../story-start.ts";

/**
 * Gives an account pesos of the local chain, which the treasury may take.
 *
 * @example await provide(play, cast.of(SUPPLIER), 11_900_000n);
 */
export async function provide(play: Play, signer: Wallet, amount: bigint): Promise<void> {
  const { treasury, token } = play.stage.contracts;
  await perform(play, (overrides) => token.mint(signer.address, amount, overrides));
  await perform(play, (overrides) => token.connect(signer).approve(treasury, amount, overrides));
}

/**
 * Sets 1,000 UTM and appropriates the line.
 *
 * @param funds token units
 * @example await fundLine(play, file.precio);
 */
export async function fundLine(play: Play, funds: bigint): Promise<void> {
  const { file, stage, draft, say, paragraph } = play;
  const { treasury, token, opening } = stage.contracts;
  const { threshold } = openingOf(file);
  const budget = stage.office("budgetOffice");
  await perform(play, (overrides) =>
    opening.connect(stage.office("thresholds")).setThreshold(token, threshold, overrides),
  );
  paragraph.push(say(file.licitacion ? "tenderThreshold" : "threshold", { threshold }));
  await perform(play, (overrides) => token.mint(budget.address, funds, overrides));
  await perform(play, (overrides) => token.connect(budget).approve(treasury, funds, overrides));
  await perform(play, (overrides) => treasury.connect(budget).fund(draft.deed.terms.lineId, funds, overrides));
}

/**
 * Gives the supplier what it posts as bonds of the contract.
 *
 * @example await provideBonds(play);
 */
export async function provideBonds(play: Play): Promise<void> {
  const { annex } = play.draft.deed;
  const raise = play.file.historia?.modificacion?.aumentoGarantia ?? 0n;
  await provide(play, play.cast.of(SUPPLIER), annex.performanceBond + annex.advanceBond + raise);
}
