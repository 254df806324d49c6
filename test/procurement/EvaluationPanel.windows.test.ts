import { expect } from "chai";
import { network } from "hardhat";

import { ID, publishedPanel, scoreAll } from "../helpers/evaluation.ts";
import type { PanelState } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

async function evaluating() {
  const state = await publishedPanel(connection);
  await time.increaseTo(state.times.technicalBy);
  return state;
}

async function scored() {
  const state = await evaluating();
  await scoreAll(state, state.evaluators[0]!, 8_000n, 4_000n);
  return state;
}

/** Only one of three evaluators counts, the quorum is two, and the substitutes' window is open. */
async function quorumFailed() {
  const state = await scored();
  await time.increaseTo(state.times.scoresBy);
  return state;
}

const load = <T>(fixture: () => Promise<T>) => networkHelpers.loadFixture(fixture);
describe("EvaluationPanel.score, its windows", () => {
  describe("given the bounds of the evaluators' window", () => {
    it("takes scores from the second after the opening to its last second", async () => {
      const state = await publishedPanel(connection);
      const { panel, times, evaluators } = state;
      const refused = [ID, times.technicalBy + 1n, times.scoresBy] as const;
      await time.setNextBlockTimestamp(times.technicalBy);
      await expect(scoreAll(state, evaluators[0]!))
        .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
        .withArgs(...refused);
      await time.setNextBlockTimestamp(times.technicalBy + 1n);
      await scoreAll(state, evaluators[0]!);
      await time.setNextBlockTimestamp(times.scoresBy);
      await scoreAll(state, evaluators[1]!);
      await time.setNextBlockTimestamp(times.scoresBy + 1n);
      await expect(scoreAll(state, evaluators[2]!))
        .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
        .withArgs(...refused);
    });
  });

  describe("given the quorum failed", () => {
    describe("when substitutes score", () => {
      it("counts them, until the last second of their window", async () => {
        const state = await load(quorumFailed);
        const { panel, substitutes, times } = state;
        await expect(scoreAll(state, substitutes[1]!))
          .to.emit(panel, "EvaluatorCompleted")
          .withArgs(ID, substitutes[1]!.address, true);
        await time.setNextBlockTimestamp(times.substitutesBy);
        await scoreAll(state, substitutes[0]!);
        expect(await panel.completeOf(ID)).to.deep.equal([1n, 2n]);
        await time.setNextBlockTimestamp(times.substitutesBy + 1n);
        await expect(scoreAll(state, substitutes[0]!))
          .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
          .withArgs(ID, times.scoresBy + 1n, times.substitutesBy);
      });
    });

    describe("when an evaluator that was late, or one that counts, scores", () => {
      it("reverts", async () => {
        const state = await load(quorumFailed);
        for (const evaluator of state.evaluators) {
          await expect(scoreAll(state, evaluator)).to.be.revertedWithCustomError(state.panel, "Tender_OutsideWindow");
        }
      });
    });
  });

  describe("given the quorum was reached", () => {
    describe("when a substitute scores", () => {
      it("reverts", async () => {
        const state = await load(scored);
        await scoreAll(state, state.evaluators[2]!);
        await time.increaseTo(state.times.scoresBy);
        await expect(scoreAll(state, state.substitutes[0]!))
          .to.be.revertedWithCustomError(state.panel, "Panel_Quorum")
          .withArgs(ID, 2n, 2n);
        expect(await state.panel.mayScore(ID, state.named, state.substitutes[0]!)).to.equal(false);
      });
    });
  });
});

describe("EvaluationPanel.mayScore", () => {
  const answers = async ({ panel, named, evaluators, substitutes, stranger }: PanelState) =>
    Promise.all([evaluators[0]!, substitutes[0]!, stranger].map((account) => panel.mayScore(ID, named, account)));

  it("follows the windows", async () => {
    const state = await publishedPanel(connection);
    expect(await answers(state)).to.deep.equal([false, false, false]);
    await time.increaseTo(state.times.technicalBy + 1n);
    expect(await answers(state)).to.deep.equal([true, false, false]);
    await time.increaseTo(state.times.scoresBy + 1n);
    expect(await answers(state)).to.deep.equal([false, true, false]);
    await time.increaseTo(state.times.substitutesBy + 1n);
    expect(await answers(state)).to.deep.equal([false, false, false]);
  });

  it("is false for the unused places and once the tender has ended", async () => {
    const { panel, book, named, evaluators } = await load(evaluating);
    await time.increase(1n);
    expect(await panel.mayScore(ID, named, ethers.ZeroAddress)).to.equal(false);
    expect(await panel.mayScore(ID, named, evaluators[0]!)).to.equal(true);
    await book.end(ID, 3n, ethers.ZeroHash);
    expect(await panel.mayScore(ID, named, evaluators[0]!)).to.equal(false);
  });

  it("refuses a panel that was not published", async () => {
    const { panel, named, evaluators } = await load(evaluating);
    await expect(panel.mayScore(ID, { ...named, quorum: 7n }, evaluators[0]!)).to.be.revertedWithCustomError(
      panel,
      "Tender_TermsMismatch",
    );
  });
});
