import { expect } from "chai";
import { network } from "hardhat";

import { BIDDERS, ID, PLAIN_RULES, publishedPanel, RULES, scoreAll, sheet, UNOPENED } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;
const load = <T>(fixture: () => Promise<T>) => networkHelpers.loadFixture(fixture);

/** Figures 45 of 90 to 30 and 50 of 0 to 100, the region of the terms and a small firm: 7,500, 5,000 and twice 10,000. */
const ATTRIBUTES = 500n * 7_500n + 300n * 5_000n + 400n * 10_000n + 300n * 10_000n;

/** Two of three evaluators count; the third scored the first bid only, with all it could give. */
async function scored() {
  const state = await publishedPanel(connection);
  const { panel, named, evaluators, times } = state;
  await time.increaseTo(times.technicalBy);
  await scoreAll(state, evaluators[0]!, 8_000n, 4_000n);
  await scoreAll(state, evaluators[1]!, 5_001n, 4_000n);
  await panel.connect(evaluators[2]).score(ID, named, RULES, [11n], [sheet(10_000n, 10_000n)]);
  await time.increaseTo(times.scoresBy);
  return state;
}

/** Floor of the mean of the two first scores, and the second. */
const TECHNICAL = 3_000n * 6_500n + 1_500n * 4_000n;

async function quorumFailed() {
  const state = await publishedPanel(connection);
  await time.increaseTo(state.times.technicalBy);
  await scoreAll(state, state.evaluators[0]!, 10_000n, 9_000n);
  await time.increaseTo(state.times.scoresBy);
  return state;
}

async function withoutPanel() {
  return publishedPanel(connection, { quorum: 0n, evaluators: 0, substitutes: 0, rules: PLAIN_RULES });
}

describe("EvaluationPanel.tally", () => {
  describe("given the tender has ended", () => {
    it("reverts", async () => {
      const { panel, book, named } = await load(scored);
      await book.end(ID, 3n, ethers.ZeroHash);
      await expect(panel.tally(ID, named, RULES, BIDDERS.slice())).to.be.revertedWithCustomError(panel, "Tender_Ended");
    });
  });

  describe("given the evaluators reached the quorum", () => {
    describe("when panel or rules are swapped", () => {
      it("reverts", async () => {
        const { panel, named } = await load(scored);
        const easier = { ...RULES, minTechnicalBps: 0n };
        for (const args of [
          [{ ...named, quorum: 3n }, RULES],
          [named, easier],
        ] as const) {
          await expect(panel.tally(ID, ...args, BIDDERS.slice())).to.be.revertedWithCustomError(
            panel,
            "Tender_TermsMismatch",
          );
        }
      });
    });

    describe("when scores may still come, in the evaluators' last second", () => {
      it("reverts", async () => {
        const state = await publishedPanel(connection);
        const { panel, named, evaluators, times } = state;
        await time.increaseTo(times.technicalBy);
        for (const evaluator of evaluators) await scoreAll(state, evaluator);
        await time.setNextBlockTimestamp(times.scoresBy);
        await expect(panel.tally(ID, named, RULES, BIDDERS.slice()))
          .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
          .withArgs(ID, times.scoresBy + 1n, times.pricesFrom - 1n);
      });
    });

    describe("when a stranger tallies from the next second on", () => {
      it("enters medians of those who count and attributes, each bid once", async () => {
        const { panel, book, named, stranger } = await load(scored);
        const page = [11n, UNOPENED, 99n, 11n, 12n];
        const tallied = panel.connect(stranger).tally(ID, named, RULES, page);
        for (const bidder of [11n, 12n]) {
          await expect(tallied)
            .to.emit(book, "BidEvaluated")
            .withArgs(ID, bidder, TECHNICAL, ATTRIBUTES, TECHNICAL >= 6_000n * 4_500n);
        }
        expect((await book.getOpenings(ID)).tallied).to.equal(2n);
        await panel.connect(stranger).tally(ID, named, RULES, BIDDERS.slice());
        expect((await book.getOpenings(ID)).tallied).to.equal(3n);
        const flags = await book.getBids(ID, [UNOPENED]);
        expect(flags[0]!.bid.flags).to.equal(3n);
      });
    });

    describe("when an evaluator corrects its scores after the deadline", () => {
      it("reverts, and the medians stay", async () => {
        const state = await load(scored);
        await expect(scoreAll(state, state.evaluators[0]!, 0n, 0n)).to.be.revertedWithCustomError(
          state.panel,
          "Tender_OutsideWindow",
        );
        await state.panel.tally(ID, state.named, RULES, [13n]);
        expect((await state.book.getBids(ID, [13n]))[0]!.offer.technical).to.equal(TECHNICAL);
      });
    });

    describe("when the price opening begins in a second", () => {
      it("tallies", async () => {
        const { panel, book, named, times } = await load(scored);
        await time.setNextBlockTimestamp(times.pricesFrom - 1n);
        await expect(panel.tally(ID, named, RULES, [11n])).to.emit(book, "BidEvaluated");
      });
    });

    describe("when the price opening has begun", () => {
      it("reverts", async () => {
        const { panel, named, times } = await load(scored);
        await time.setNextBlockTimestamp(times.pricesFrom);
        await expect(panel.tally(ID, named, RULES, [11n]))
          .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
          .withArgs(ID, times.scoresBy + 1n, times.pricesFrom - 1n);
      });
    });
  });

  for (const [score, qualified] of [
    [5_999n, false],
    [6_000n, true],
  ] as const) {
    describe(`given medians of ${score.toString()} of a minimum of 6,000`, () => {
      it(qualified ? "qualifies" : "does not qualify", async () => {
        const state = await publishedPanel(connection);
        const { panel, book, named, evaluators, times } = state;
        await time.increaseTo(times.technicalBy);
        for (const [evaluator, given] of [score, 0n, 10_000n].entries()) {
          await scoreAll(state, evaluators[evaluator]!, given, given);
        }
        await time.increaseTo(times.scoresBy);
        await expect(panel.tally(ID, named, RULES, [11n]))
          .to.emit(book, "BidEvaluated")
          .withArgs(ID, 11n, 4_500n * score, ATTRIBUTES, qualified);
      });
    });
  }

  describe("given the quorum failed", () => {
    describe("when the substitutes' window is open", () => {
      it("reverts, with the quorum of substitutes too", async () => {
        const state = await load(quorumFailed);
        const { panel, named, times, substitutes } = state;
        await scoreAll(state, substitutes[0]!);
        await time.setNextBlockTimestamp(times.substitutesBy);
        await expect(panel.tally(ID, named, RULES, [11n]))
          .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
          .withArgs(ID, times.substitutesBy + 1n, times.pricesFrom - 1n);
      });
    });

    describe("when a substitute completed the quorum", () => {
      it("takes the median of evaluators and substitutes together", async () => {
        const state = await load(quorumFailed);
        const { panel, book, named, times, substitutes } = state;
        await scoreAll(state, substitutes[1]!, 7_001n, 9_000n);
        await time.increaseTo(times.substitutesBy);
        await expect(panel.tally(ID, named, RULES, [12n]))
          .to.emit(book, "BidEvaluated")
          .withArgs(ID, 12n, 3_000n * 8_500n + 1_500n * 9_000n, ATTRIBUTES, true);
      });
    });

    describe("when the substitutes were silent too", () => {
      it("reverts", async () => {
        const { panel, named, times } = await load(quorumFailed);
        await time.increaseTo(times.substitutesBy);
        await expect(panel.tally(ID, named, RULES, [11n]))
          .to.be.revertedWithCustomError(panel, "Panel_NoQuorum")
          .withArgs(ID, 1n, 2n);
      });
    });
  });

  describe("given no criterion is technical", () => {
    it("tallies right after the technical opening, without a technical score", async () => {
      const { panel, book, named, times } = await load(withoutPanel);
      await time.setNextBlockTimestamp(times.technicalBy);
      await expect(panel.tally(ID, named, PLAIN_RULES, BIDDERS.slice()))
        .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
        .withArgs(ID, times.technicalBy + 1n, times.pricesFrom - 1n);
      await time.setNextBlockTimestamp(times.technicalBy + 1n);
      await expect(panel.tally(ID, named, PLAIN_RULES, BIDDERS.slice()))
        .to.emit(book, "BidEvaluated")
        .withArgs(ID, 11n, 0n, 2_000n * 10_000n, true);
    });
  });
});
