import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { ACCEPTANCE, escrowStates, EVIDENCE, REASON, withAnnex } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { opened, completed, fined } = escrowStates(connection);
const { completed: unretained } = escrowStates(connection, { terms: { retentionBps: 0n } });
const WARRANTY = 60n * DAY;
const RETAINED = 3_000_000n;

/** Completed, the warranty over, the window of final acceptance open. */
async function finalWindow() {
  const state = await completed();
  const from = state.completedAt + WARRANTY;
  await networkHelpers.time.increaseTo(from + 1n);
  return { ...state, from, until: from + ACCEPTANCE };
}
async function reviewed() {
  const state = await finalWindow();
  await state.closing.connect(state.inspector).reviewFinal(state.deed, 0n, ethers.ZeroHash);
  return state;
}
async function objectedFinally() {
  const state = await finalWindow();
  await state.closing.connect(state.inspector).reviewFinal(state.deed, 1_000_000n, REASON.digest);
  return state;
}
/** Paid in full but for the retention, with a final fine that the payments did not reach. */
async function finedRetention() {
  const state = await fined();
  const { escrow, supplier, inspector, factorId, deed, id } = state;
  for (const index of [1, 2]) await escrow.connect(supplier).deliver(id, index, EVIDENCE);
  for (const index of [0, 1, 2]) {
    await escrow.connect(supplier).assign(id, index, factorId);
    await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
  }
  await networkHelpers.time.increase(WARRANTY + ACCEPTANCE + 1n);
  return state;
}

describe("ClosingDesk.reviewFinal", () => {
  describe("given the warranty is over", () => {
    describe("when the annex is not that of the terms", () => {
      it("reverts", async () => {
        const { closing, inspector, deed } = await finalWindow();
        const other = withAnnex(deed, { warranty: 0n });
        await expect(
          closing.connect(inspector).reviewFinal({ terms: deed.terms, annex: other.annex }, 0n, REASON.digest),
        )
          .to.be.revertedWithCustomError(closing, "Terms_AnnexMismatch")
          .withArgs(other.terms.annex, deed.terms.annex);
      });
    });
    for (const caller of ["supplier", "buyer", "stranger"] as const) {
      describe(`when the ${caller} reviews`, () => {
        it("reverts", async () => {
          const state = await finalWindow();
          await expect(state.closing.connect(state[caller]).reviewFinal(state.deed, 0n, ethers.ZeroHash))
            .to.be.revertedWithCustomError(state.closing, "Escrow_NotTheInspector")
            .withArgs(state.id, state[caller].address);
        });
      });
    }
    describe("when an objection names no reason", () => {
      it("reverts", async () => {
        const { closing, inspector, deed, id } = await finalWindow();
        await expect(closing.connect(inspector).reviewFinal(deed, 1n, ethers.ZeroHash))
          .to.be.revertedWithCustomError(closing, "Escrow_InvalidDocument")
          .withArgs(id);
      });
    });
    describe("when more is objected to than is retained", () => {
      it("reverts", async () => {
        const { closing, escrow, inspector, deed, id } = await finalWindow();
        await expect(closing.connect(inspector).reviewFinal(deed, RETAINED + 1n, REASON.digest))
          .to.be.revertedWithCustomError(escrow, "Escrow_AmountOutOfRange")
          .withArgs(id, RETAINED + 1n, RETAINED);
      });
    });
    describe("when the substitute accepts", () => {
      it("records it, and the retention may be paid", async () => {
        const { closing, substitute, stranger, supplier, token, deed, id } = await finalWindow();
        await expect(closing.connect(substitute).reviewFinal(deed, 0n, ethers.ZeroHash))
          .to.emit(closing, "FinalAcceptance")
          .withArgs(id, substitute.address, 0n, ethers.ZeroHash);
        const releasing = closing.connect(stranger).releaseRetention(deed);
        await expect(releasing).to.changeTokenBalance(ethers, token, supplier, RETAINED);
      });
    });
    describe("when the inspector objects to a part", () => {
      it("sets it aside and opens its dispute", async () => {
        const { closing, court, escrow, reader, inspector, deed, id } = await finalWindow();
        const objecting = closing.connect(inspector).reviewFinal(deed, 1_000_000n, REASON.digest);
        await expect(objecting)
          .to.emit(escrow, "SetAside")
          .withArgs(id, await closing.getAddress(), 1_000_000n);
        expect((await court.getCase(id, 0, 4)).amount).to.equal(1_000_000n);
        const { ledger, dues } = await escrow.getBalances(id);
        expect([ledger.retained, dues.setAside]).to.deep.equal([2_000_000n, 1_000_000n]);
        expect(await reader.statusOf(id)).to.equal(3n);
      });
    });
  });

  describe("given the contract is not completed", () => {
    describe("when the inspector reviews", () => {
      it("reverts", async () => {
        const { closing, inspector, deed, id } = await opened();
        await expect(closing.connect(inspector).reviewFinal(deed, 0n, ethers.ZeroHash))
          .to.be.revertedWithCustomError(closing, "Closing_NotCompleted")
          .withArgs(id);
      });
    });
  });

  describe("given the window of final acceptance", () => {
    for (const [when_, allowed] of [
      [-1n, false],
      [0n, false],
      [1n, true],
      [ACCEPTANCE - 1n, true],
      [ACCEPTANCE, true],
      [ACCEPTANCE + 1n, false],
    ] as const) {
      describe(`when it is ${when_.toString()} seconds after the warranty`, () => {
        it("takes the review only inside the window", async () => {
          const { closing, inspector, deed, id, completedAt } = await completed();
          const from = completedAt + WARRANTY;
          await networkHelpers.time.setNextBlockTimestamp(from + when_);
          const reviewing = closing.connect(inspector).reviewFinal(deed, 0n, ethers.ZeroHash);
          if (allowed) await expect(reviewing).to.emit(closing, "FinalAcceptance");
          else {
            await expect(reviewing)
              .to.be.revertedWithCustomError(closing, "Closing_FinalAcceptance")
              .withArgs(id, from, from + ACCEPTANCE);
          }
        });
      });
    }
    for (const [name, state] of Object.entries({ reviewed, objectedFinally })) {
      describe(`when it was used already (${name})`, () => {
        it("reverts", async () => {
          const { closing, substitute, deed, id, from, until } = await state();
          await expect(closing.connect(substitute).reviewFinal(deed, 0n, ethers.ZeroHash))
            .to.be.revertedWithCustomError(closing, "Closing_FinalAcceptance")
            .withArgs(id, from, until);
        });
      });
    }
  });
});

describe("ClosingDesk.releaseRetention", () => {
  describe("given the contract is not completed", () => {
    describe("when a stranger releases", () => {
      it("reverts", async () => {
        const { closing, stranger, deed, id } = await opened();
        await expect(closing.connect(stranger).releaseRetention(deed))
          .to.be.revertedWithCustomError(closing, "Closing_NotCompleted")
          .withArgs(id);
      });
    });
  });

  describe("given the inspector is silent", () => {
    for (const early of [0n, 1n]) {
      describe(`when the window ends in ${early.toString()} seconds`, () => {
        it("reverts", async () => {
          const { closing, stranger, deed, id, from, until } = await finalWindow();
          await networkHelpers.time.setNextBlockTimestamp(until - early);
          await expect(closing.connect(stranger).releaseRetention(deed))
            .to.be.revertedWithCustomError(closing, "Closing_FinalAcceptance")
            .withArgs(id, from, until);
        });
      });
    }
    describe("when the window ended a second ago", () => {
      it("pays the retention and closes the contract", async () => {
        const { closing, escrow, reader, stranger, supplier, token, deed, id, until } = await finalWindow();
        await networkHelpers.time.setNextBlockTimestamp(until + 1n);
        const releasing = closing.connect(stranger).releaseRetention(deed);
        await expect(releasing)
          .to.emit(escrow, "RetentionPaid")
          .withArgs(id, await closing.getAddress(), RETAINED, 0n);
        await expect(releasing).to.changeTokenBalance(ethers, token, supplier, RETAINED);
        expect(await reader.statusOf(id)).to.equal(4n);
        await expect(closing.connect(stranger).releaseRetention(deed))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingHeld")
          .withArgs(id);
      });
    });
  });

  describe("given nothing was retained", () => {
    describe("when final acceptance is over", () => {
      it("reverts: the contract closed as it completed", async () => {
        const { closing, escrow, reader, stranger, deed, id } = await unretained();
        expect(await reader.statusOf(id)).to.equal(4n);
        await networkHelpers.time.increase(WARRANTY + ACCEPTANCE + 1n);
        await expect(closing.connect(stranger).releaseRetention(deed))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingHeld")
          .withArgs(id);
      });
    });
  });

  describe("given a part was objected to", () => {
    describe("when the rest is released and the arbiters are silent", () => {
      it("pays at least half of the part, the rest to the line", async () => {
        const { closing, court, escrow, treasury, reader, stranger, supplier, token, deed, id, lineId } =
          await objectedFinally();
        const releasing = closing.connect(stranger).releaseRetention(deed);
        await expect(releasing).to.changeTokenBalance(ethers, token, supplier, 2_000_000n);
        await networkHelpers.time.increase(66n * DAY);
        const resolving = court.connect(stranger).applyDefault(deed, 0, 4);
        await expect(resolving)
          .to.emit(escrow, "RetentionPaid")
          .withArgs(id, await court.getAddress(), 500_000n, 0n);
        await expect(resolving).to.emit(treasury, "Released").withArgs(lineId, id, 500_000n);
        expect(await reader.statusOf(id)).to.equal(4n);
      });
    });
  });

  describe("given a final fine was not covered by payments", () => {
    describe("when the retention is released", () => {
      it("takes the fine first", async () => {
        const { closing, escrow, supplier, stranger, token, deed, id } = await finedRetention();
        const releasing = closing.connect(stranger).releaseRetention(deed);
        await expect(releasing)
          .to.emit(escrow, "RetentionPaid")
          .withArgs(id, await closing.getAddress(), 2_000_000n, 1_000_000n);
        await expect(releasing).to.changeTokenBalance(ethers, token, supplier, 2_000_000n);
      });
    });
  });
});
