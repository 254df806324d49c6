import { expect } from "chai";
import { network } from "hardhat";

import { ID, publishedPanel, RULES, scoreAll } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const NOBODY = ethers.ZeroAddress;

async function published() {
  return publishedPanel(connection);
}

describe("EvaluationPanel.declareConflict", () => {
  describe("given the tender has ended", () => {
    it("reverts", async () => {
      const { panel, book, named, evaluators } = await networkHelpers.loadFixture(published);
      await book.end(ID, 3n, ethers.ZeroHash);
      await expect(panel.connect(evaluators[0]).declareConflict(ID, named))
        .to.be.revertedWithCustomError(panel, "Tender_Ended")
        .withArgs(ID, 3n);
    });
  });

  describe("given the technical opening has not ended", () => {
    describe("when the panel passed is not the published one", () => {
      it("reverts", async () => {
        const { panel, named, evaluators } = await networkHelpers.loadFixture(published);
        await expect(
          panel.connect(evaluators[0]).declareConflict(ID, { ...named, quorum: 1n }),
        ).to.be.revertedWithCustomError(panel, "Tender_TermsMismatch");
      });
    });

    describe("when the tender is unknown", () => {
      it("reverts", async () => {
        const { panel, named, evaluators } = await networkHelpers.loadFixture(published);
        await expect(
          panel.connect(evaluators[0]).declareConflict(ethers.id("none"), named),
        ).to.be.revertedWithCustomError(panel, "Tender_TermsMismatch");
      });
    });

    describe("when a stranger declares", () => {
      it("reverts", async () => {
        const { panel, named, stranger } = await networkHelpers.loadFixture(published);
        await expect(panel.connect(stranger).declareConflict(ID, named))
          .to.be.revertedWithCustomError(panel, "Panel_NotAnEvaluator")
          .withArgs(ID, stranger.address);
      });
    });

    describe("when an evaluator declares", () => {
      it("seats the first substitute, once", async () => {
        const { panel, named, evaluators, substitutes } = await networkHelpers.loadFixture(published);
        const declaring = evaluators[1]!;
        await expect(panel.connect(declaring).declareConflict(ID, named))
          .to.emit(panel, "ConflictDeclared")
          .withArgs(ID, declaring.address, substitutes[0]!.address);
        expect(await panel.sittingOf(ID)).to.deep.equal([2n, 0n]);
        await expect(panel.connect(declaring).declareConflict(ID, named))
          .to.be.revertedWithCustomError(panel, "Panel_AlreadyConflicted")
          .withArgs(ID, declaring.address);
      });
    });

    describe("when a substitute declares before it is needed", () => {
      it("is passed over", async () => {
        const { panel, named, evaluators, substitutes } = await networkHelpers.loadFixture(published);
        await expect(panel.connect(substitutes[0]).declareConflict(ID, named))
          .to.emit(panel, "ConflictDeclared")
          .withArgs(ID, substitutes[0]!.address, NOBODY);
        await expect(panel.connect(evaluators[0]).declareConflict(ID, named))
          .to.emit(panel, "ConflictDeclared")
          .withArgs(ID, evaluators[0]!.address, substitutes[1]!.address);
      });
    });

    describe("when a substitute that sits declares", () => {
      it("seats the next one, and nobody where none is left", async () => {
        const { panel, named, evaluators, substitutes } = await networkHelpers.loadFixture(published);
        await panel.connect(evaluators[2]).declareConflict(ID, named);
        await expect(panel.connect(substitutes[0]).declareConflict(ID, named))
          .to.emit(panel, "ConflictDeclared")
          .withArgs(ID, substitutes[0]!.address, substitutes[1]!.address);
        await expect(panel.connect(evaluators[0]).declareConflict(ID, named))
          .to.emit(panel, "ConflictDeclared")
          .withArgs(ID, evaluators[0]!.address, NOBODY);
      });
    });

    describe("when the last second of the opening has come", () => {
      it("still takes a conflict, and no more a second later", async () => {
        const { panel, named, evaluators, times } = await networkHelpers.loadFixture(published);
        await networkHelpers.time.setNextBlockTimestamp(times.technicalBy);
        await panel.connect(evaluators[0]).declareConflict(ID, named);
        await networkHelpers.time.setNextBlockTimestamp(times.technicalBy + 1n);
        await expect(panel.connect(evaluators[1]).declareConflict(ID, named))
          .to.be.revertedWithCustomError(panel, "Tender_OutsideWindow")
          .withArgs(ID, 0n, times.technicalBy);
      });
    });
  });

  describe("given an evaluator has scored", () => {
    describe("when it declares a conflict to void its scores", () => {
      it("reverts, and the scores stay", async () => {
        const state = await networkHelpers.loadFixture(published);
        const { panel, named, evaluators, times } = state;
        await networkHelpers.time.increaseTo(times.technicalBy + 1n);
        await scoreAll(state, evaluators[0]!);
        await expect(panel.connect(evaluators[0]).declareConflict(ID, named)).to.be.revertedWithCustomError(
          panel,
          "Tender_OutsideWindow",
        );
        expect(await panel.completeOf(ID)).to.deep.equal([1n, 0n]);
      });
    });
  });

  describe("given the terms were amended", () => {
    it("begins without conflicts", async () => {
      const { panel, book, named, times, evaluators } = await networkHelpers.loadFixture(published);
      await panel.connect(evaluators[0]).declareConflict(ID, named);
      await book.publish(ID, RULES, named, times);
      expect(await panel.sittingOf(ID)).to.deep.equal([0n, 0n]);
      await expect(panel.connect(evaluators[0]).declareConflict(ID, named)).to.emit(panel, "ConflictDeclared");
    });
  });
});
