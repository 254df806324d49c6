import { expect } from "chai";
import { network } from "hardhat";

import { BIDDERS, ID, publishedPanel, RULES, scoreAll, sheet, UNOPENED } from "../helpers/evaluation.ts";
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

const load = <T>(fixture: () => Promise<T>) => networkHelpers.loadFixture(fixture);
const one = sheet(5_000n, 5_000n);

const scoreOne = ({ panel, named, rules, evaluators }: PanelState, bidder: bigint, scores = one) =>
  panel.connect(evaluators[0]).score(ID, named, rules, [bidder], [scores]);

describe("EvaluationPanel.score", () => {
  describe("given the tender has ended", () => {
    it("reverts", async () => {
      const state = await load(evaluating);
      await state.book.end(ID, 4n, ethers.ZeroHash);
      await expect(scoreAll(state, state.evaluators[0]!))
        .to.be.revertedWithCustomError(state.panel, "Tender_Ended")
        .withArgs(ID, 4n);
    });
  });

  describe("given the evaluation is under way", () => {
    describe("when the panel passed seats the caller but is not the published one", () => {
      it("reverts", async () => {
        const { panel, named, stranger } = await load(evaluating);
        const [, ...others] = named.evaluators;
        const swapped = { ...named, evaluators: [stranger.address, ...others] as typeof named.evaluators };
        await expect(panel.connect(stranger).score(ID, swapped, RULES, [11n], [one])).to.be.revertedWithCustomError(
          panel,
          "Tender_TermsMismatch",
        );
      });
    });

    describe("when the rules passed are not the published ones", () => {
      it("reverts", async () => {
        const { panel, named, evaluators } = await load(evaluating);
        const swapped = { ...RULES, criteria: [...RULES.criteria].reverse() };
        await expect(
          panel.connect(evaluators[0]).score(ID, named, swapped, [11n], [one]),
        ).to.be.revertedWithCustomError(panel, "Tender_TermsMismatch");
      });
    });

    describe("when a stranger scores", () => {
      it("reverts", async () => {
        const state = await load(evaluating);
        await expect(scoreAll(state, state.stranger))
          .to.be.revertedWithCustomError(state.panel, "Panel_NotAnEvaluator")
          .withArgs(ID, state.stranger.address);
      });
    });

    describe("when a substitute that does not sit scores", () => {
      it("reverts: its window has not begun", async () => {
        const state = await load(evaluating);
        const { panel, substitutes, times } = state;
        await expect(scoreAll(state, substitutes[0]!))
          .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
          .withArgs(ID, times.scoresBy + 1n, times.substitutesBy);
      });
    });

    describe("when there are more bidders than scores", () => {
      it("reverts", async () => {
        const { panel, named, evaluators } = await load(evaluating);
        await expect(panel.connect(evaluators[0]).score(ID, named, RULES, [11n, 12n], [one]))
          .to.be.revertedWithCustomError(panel, "Panel_Lengths")
          .withArgs(2n, 1n);
      });
    });

    for (const bidder of [UNOPENED, 99n]) {
      describe(`when bid ${bidder.toString()} was not opened`, () => {
        it("reverts", async () => {
          const state = await load(evaluating);
          await expect(scoreOne(state, bidder))
            .to.be.revertedWithCustomError(state.panel, "Panel_NotOpened")
            .withArgs(ID, bidder);
        });
      });
    }

    describe("when a score is above the whole", () => {
      it("reverts", async () => {
        const state = await load(evaluating);
        await expect(scoreOne(state, 11n, sheet(10_000n, 10_001n)))
          .to.be.revertedWithCustomError(state.panel, "Panel_Score")
          .withArgs(ID, 11n, 2n);
      });
    });

    for (const criterion of [0, 3, 4, 5, 6, 7]) {
      describe(`when criterion ${criterion.toString()}, which is not technical, has a score`, () => {
        it("reverts", async () => {
          const state = await load(evaluating);
          const scores = sheet(1n, 1n);
          scores[criterion] = 1n;
          await expect(scoreOne(state, 12n, scores))
            .to.be.revertedWithCustomError(state.panel, "Panel_Score")
            .withArgs(ID, 12n, BigInt(criterion));
        });
      });
    }

    describe("when an evaluator scores all but one", () => {
      it("does not count until the last has its scores, of zero too", async () => {
        const state = await load(evaluating);
        const { panel, named, evaluators } = state;
        const scores = [sheet(10_000n, 0n), sheet(0n, 0n)];
        await expect(panel.connect(evaluators[0]).score(ID, named, RULES, [13n, 11n], scores))
          .to.emit(panel, "BidScored")
          .withArgs(ID, evaluators[0]!.address, 11n, scores[1])
          .and.not.to.emit(panel, "EvaluatorCompleted");
        expect(await panel.completeOf(ID)).to.deep.equal([0n, 0n]);
        expect(await panel.scoredBy(ID, evaluators[0]!)).to.equal(2n);
        expect(await panel.scoresOf(ID, evaluators[0]!, 11n)).to.deep.equal([scores[1], true]);
        expect(await panel.scoresOf(ID, evaluators[0]!, 12n)).to.deep.equal([scores[1], false]);
        await expect(scoreOne(state, 12n))
          .to.emit(panel, "EvaluatorCompleted")
          .withArgs(ID, evaluators[0]!.address, false);
        expect(await panel.completeOf(ID)).to.deep.equal([1n, 0n]);
      });
    });

    describe("when an evaluator scores one bid as often as there are bids", () => {
      it("has scored one bid", async () => {
        const state = await load(evaluating);
        const { panel, named, evaluators } = state;
        const scores = [sheet(1n, 1n), sheet(2n, 2n), sheet(3n, 3n)];
        await panel.connect(evaluators[0]).score(ID, named, RULES, [11n, 11n, 11n], scores);
        await scoreOne(state, 11n);
        expect(await panel.scoredBy(ID, evaluators[0]!)).to.equal(1n);
        expect(await panel.completeOf(ID)).to.deep.equal([0n, 0n]);
        expect(await panel.scoresOf(ID, evaluators[0]!, 11n)).to.deep.equal([one, true]);
      });
    });

    describe("when an evaluator that counts corrects its scores", () => {
      it("counts once, with the last", async () => {
        const state = await load(scored);
        const { panel, evaluators } = state;
        await expect(scoreAll(state, evaluators[0]!, 1n, 2n)).to.not.emit(panel, "EvaluatorCompleted");
        expect(await panel.completeOf(ID)).to.deep.equal([1n, 0n]);
        expect(await panel.scoresOf(ID, evaluators[0]!, 12n)).to.deep.equal([sheet(1n, 2n), true]);
      });
    });

    describe("when an evaluator with a conflict scores", () => {
      it("reverts, and the substitute in its seat scores in its place", async () => {
        const state = await publishedPanel(connection);
        const { panel, named, evaluators, substitutes, times } = state;
        await panel.connect(evaluators[0]).declareConflict(ID, named);
        await time.increaseTo(times.technicalBy);
        await expect(scoreAll(state, evaluators[0]!)).to.be.revertedWithCustomError(panel, "Panel_NotAnEvaluator");
        expect(await panel.mayScore(ID, named, evaluators[0]!)).to.equal(false);
        await expect(scoreAll(state, substitutes[0]!))
          .to.emit(panel, "EvaluatorCompleted")
          .withArgs(ID, substitutes[0]!.address, false);
        expect(await panel.completeOf(ID)).to.deep.equal([1n, 0n]);
      });
    });
  });
});

describe("EvaluationPanel.scoresOf", () => {
  it("keeps the scores of each evaluator, bid and version apart", async () => {
    const { panel, book, named, evaluators, times } = await load(scored);
    expect(await panel.scoresOf(ID, evaluators[0]!, BIDDERS[0])).to.deep.equal([sheet(8_000n, 4_000n), true]);
    expect((await panel.scoresOf(ID, evaluators[1]!, BIDDERS[0])).given).to.equal(false);
    await book.publish(ID, RULES, named, times);
    expect((await panel.scoresOf(ID, evaluators[0]!, BIDDERS[0])).given).to.equal(false);
    expect(await panel.scoredBy(ID, evaluators[0]!)).to.equal(0n);
  });
});
