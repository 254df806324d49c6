import { expect } from "chai";
import { network } from "hardhat";

import { ID, publishedPanel, RULES, scoreAll, sheet } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;
const load = <T>(fixture: () => Promise<T>) => networkHelpers.loadFixture(fixture);

/** The first evaluator counts, the second scored one bid only, the third has a conflict and its substitute is silent. */
async function failing() {
  const state = await publishedPanel(connection);
  const { panel, named, evaluators, times } = state;
  await panel.connect(evaluators[2]).declareConflict(ID, named);
  await time.increaseTo(times.technicalBy);
  await scoreAll(state, evaluators[0]!);
  await panel.connect(evaluators[1]).score(ID, named, RULES, [11n], [sheet(1n, 1n)]);
  await time.increaseTo(times.substitutesBy - 10n);
  return state;
}

describe("EvaluationPanel.fail", () => {
  describe("given the substitutes' window is open", () => {
    it("reverts", async () => {
      const { panel, named, times } = await load(failing);
      await time.setNextBlockTimestamp(times.substitutesBy);
      await expect(panel.fail(ID, named))
        .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
        .withArgs(ID, times.substitutesBy + 1n, 2n ** 40n - 1n);
    });
  });

  describe("given the substitutes' window has passed without the quorum", () => {
    describe("when the panel is swapped", () => {
      it("reverts", async () => {
        const { panel, named, times } = await load(failing);
        await time.increaseTo(times.substitutesBy);
        await expect(panel.fail(ID, { ...named, quorum: 7n })).to.be.revertedWithCustomError(
          panel,
          "Tender_TermsMismatch",
        );
      });
    });

    describe("when a stranger ends the tender", () => {
      it("names the silent, and nothing happens twice", async () => {
        const { panel, book, named, times, evaluators, substitutes, stranger } = await load(failing);
        await time.setNextBlockTimestamp(times.substitutesBy + 1n);
        await expect(panel.connect(stranger).fail(ID, named))
          .to.emit(panel, "PanelFailed")
          .withArgs(ID, stranger.address, [evaluators[1]!.address, substitutes[0]!.address, substitutes[1]!.address])
          .and.to.emit(book, "TenderEnded")
          .withArgs(ID, 2n, ethers.ZeroHash);
        await expect(panel.fail(ID, named)).to.be.revertedWithCustomError(panel, "Tender_Ended").withArgs(ID, 2n);
      });
    });
  });

  describe("given a substitute completed the quorum", () => {
    it("reverts", async () => {
      const state = await load(failing);
      await scoreAll(state, state.substitutes[1]!);
      await time.increaseTo(state.times.substitutesBy);
      await expect(state.panel.fail(ID, state.named))
        .to.be.revertedWithCustomError(state.panel, "Panel_Quorum")
        .withArgs(ID, 2n, 2n);
    });
  });

  describe("given no bid was opened", () => {
    it("reverts: nobody had anything to score", async () => {
      const { panel, named, times } = await publishedPanel(connection, { bidders: [] });
      await time.increaseTo(times.substitutesBy);
      await expect(panel.fail(ID, named)).to.be.revertedWithCustomError(panel, "Panel_NotOpened").withArgs(ID, 0n);
    });
  });
});
