import { expect } from "chai";
import { network } from "hardhat";

import { annexHash, contractId, DAY } from "../helpers/agreement.ts";
import { escrowStates, EVIDENCE, OBJECTION, REASON, SECOND } from "../helpers/escrow-states.ts";
import type { OpenedState } from "../helpers/escrow-states.ts";
import { APPROPRIATION, awardDraft, draftContract, fundedLine, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { MockClp__factory } from "../../typechain-types/index.js";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const ADVANCE = 12_000_000n;
const { opened, fined, assigned } = escrowStates(connection);
const { opened: advanced } = escrowStates(connection, {
  terms: { advance: ADVANCE },
  annex: { advanceBond: ADVANCE },
});
const { opened: allAdvanced } = escrowStates(connection, { terms: { advance: 60_000_000n } });
const { delivered: odd } = escrowStates(connection, {
  amounts: [333_333n, 333_333n, 333_334n],
  terms: { retentionBps: 333n, retentionCapBps: 10_000n, advance: 100_001n },
});

async function deliverAndAccept({ escrow, supplier, inspector, deed, id }: OpenedState, index: number) {
  await escrow.connect(supplier).deliver(id, index, EVIDENCE);
  return escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
}

/** What the treasury has committed for the fixture's only contract, and what the escrow's books say that it is. */
async function committed({ treasury, escrow, lineId, id }: OpenedState): Promise<[bigint, bigint]> {
  const { balance } = await treasury.getLine(lineId);
  const { ledger, dues } = await escrow.getBalances(id);
  return [balance.committed, ledger.unpaid + ledger.retained + dues.setAside - dues.advanceLeft];
}

/** A delivered milestone of a contract in a token that can block its payees. */
async function blockingToken() {
  const fixture = await fundedLine(connection);
  const { treasury, budgetOffice, supplier, deployer, escrow, opening, thresholds, buyerId } = fixture;
  const clp = await new MockClp__factory(deployer).deploy(0);
  await treasury.connect(budgetOffice).allowToken(clp, true);
  await treasury.connect(budgetOffice).openLine(clp, escrow, buyerId, REASON.digest);
  await opening.connect(thresholds).setThreshold(clp, THRESHOLD);
  await clp.mint(budgetOffice, APPROPRIATION);
  await clp.connect(budgetOffice).approve(treasury, APPROPRIATION);
  await treasury.connect(budgetOffice).fund(2n, APPROPRIATION);
  const draft = await draftContract(fixture, { terms: { lineId: 2n, token: await clp.getAddress() } });
  await awardDraft(fixture, draft);
  await escrow.connect(supplier).deliver(draft.id, 0, EVIDENCE);
  return { ...fixture, ...draft, clp };
}

describe("MilestoneEscrow, payments", () => {
  describe("given the advance was drawn", () => {
    describe("when the milestones are accepted", () => {
      it("amortises in proportion and retains up to the cap", async () => {
        const state = await advanced();
        const { escrow, token, supplier, inspector, closing, deed, id } = state;
        await escrow.connect(supplier).drawAdvance(deed);
        const parts = [
          [14_000_000n, 4_000_000n, 2_000_000n, 0n],
          [15_000_000n, 4_000_000n, 1_000_000n, 0n],
          [16_000_000n, 4_000_000n, 0n, 0n],
        ];
        for (const [index, part] of parts.entries()) {
          const paying = deliverAndAccept(state, index);
          await expect(paying)
            .to.emit(escrow, "MilestonePaid")
            .withArgs(id, inspector.address, index, ...part);
          await expect(paying).to.changeTokenBalance(ethers, token, supplier, part[0]!);
          const [kept, booked] = await committed(state);
          expect(kept).to.equal(booked);
        }
        await expect(closing.returnAdvanceBond(id)).to.changeTokenBalance(ethers, token, supplier, ADVANCE);
      });
    });
    describe("when it was the whole price", () => {
      it("pays nothing more and retains nothing", async () => {
        const state = await allAdvanced();
        const { escrow, treasury, token, supplier, inspector, deed, id } = state;
        await escrow.connect(supplier).drawAdvance(deed);
        for (const index of [0, 1, 2]) {
          const paying = deliverAndAccept(state, index);
          await expect(paying)
            .to.emit(escrow, "MilestonePaid")
            .withArgs(id, inspector.address, index, 0n, 20_000_000n, 0n, 0n);
          await expect(paying).to.changeTokenBalance(ethers, token, treasury, 0n);
        }
        expect((await escrow.getFacts(id)).completedAt).not.to.equal(0n);
        expect(await committed(state)).to.deep.equal([0n, 0n]);
      });
    });
  });

  describe("given amounts that do not divide", () => {
    describe("when all is paid, in parts", () => {
      it("loses nothing to rounding", async () => {
        const state = await odd();
        const { escrow, closing, token, supplier, inspector, stranger, deed, id } = state;
        const before = await token.balanceOf(supplier);
        await escrow.connect(supplier).drawAdvance(deed);
        await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 1n, REASON);
        await escrow.connect(supplier).deliver(id, 0, SECOND);
        await escrow.connect(inspector).accept(deed.terms, 0, SECOND.digest);
        for (const index of [1, 2]) await deliverAndAccept(state, index);
        const { ledger, dues } = await escrow.getBalances(id);
        expect(dues.advanceLeft).to.equal(0n);
        expect((await token.balanceOf(supplier)) - before).to.equal(1_000_000n - ledger.retained);
        await networkHelpers.time.increase(69n * DAY);
        await closing.connect(stranger).releaseRetention(deed);
        expect((await token.balanceOf(supplier)) - before).to.equal(1_000_000n);
        expect(await committed(state)).to.deep.equal([0n, 0n]);
      });
    });
  });

  describe("given a final fine that nothing has covered", () => {
    describe("when the next payment is made", () => {
      it("takes it, into the line", async () => {
        const state = await fined();
        const { escrow, treasury, inspector, deed, id, lineId } = state;
        const paying = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(paying)
          .to.emit(escrow, "MilestonePaid")
          .withArgs(id, inspector.address, 0, 17_000_000n, 0n, 2_000_000n, 1_000_000n);
        await expect(paying).to.emit(treasury, "Released").withArgs(lineId, id, 1_000_000n);
        const { ledger, dues } = await escrow.getBalances(id);
        expect([ledger.finesDue, dues.finesLeft]).to.deep.equal([false, 0n]);
      });
    });
    describe("when the payment is smaller", () => {
      it("takes all of it and waits for the next", async () => {
        const { escrow, inspector, deed, id } = await fined();
        const paying = escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 19_500_000n, REASON);
        await expect(paying)
          .to.emit(escrow, "MilestonePaid")
          .withArgs(id, inspector.address, 0, 0n, 0n, 50_000n, 450_000n);
        const { ledger, dues } = await escrow.getBalances(id);
        expect([ledger.finesDue, dues.finesLeft]).to.deep.equal([true, 550_000n]);
      });
    });
  });

  describe("given the receivable was assigned", () => {
    describe("when a part is objected to and upheld", () => {
      it("pays the assignee what was accepted", async () => {
        const { escrow, token, supplier, factor, inspector, stranger, deed } = await assigned();
        const objecting = escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 8_000_000n, REASON);
        await expect(objecting).to.changeTokenBalances(ethers, token, [supplier, factor], [0n, 10_800_000n]);
        await networkHelpers.time.increase(OBJECTION + 1n);
        await expect(escrow.connect(stranger).uphold(deed.terms, 0)).to.changeTokenBalance(ethers, token, factor, 0n);
      });
    });
  });

  describe("given the token blocks the payee", () => {
    describe("when a milestone is accepted", () => {
      it("credits the amount and goes on", async () => {
        const { escrow, treasury, clp, supplier, supplierId, inspector, deed, id } =
          await networkHelpers.loadFixture(blockingToken);
        await clp.setBlocked(supplier, true);
        const paying = escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        await expect(paying)
          .to.emit(treasury, "Credited")
          .withArgs(supplierId, await clp.getAddress(), id, 18_000_000n);
        expect((await escrow.getBalances(id)).ledger.unpaid).to.equal(40_000_000n);
        await clp.setBlocked(supplier, false);
        await expect(treasury.withdraw(supplierId, clp)).to.changeTokenBalance(ethers, clp, supplier, 18_000_000n);
      });
    });
  });

  describe("given the last milestone", () => {
    describe("when it is paid", () => {
      it("completes the contract", async () => {
        const state = await opened();
        const { escrow, inspector, id } = state;
        await deliverAndAccept(state, 0);
        await deliverAndAccept(state, 2);
        expect((await escrow.getFacts(id)).completedAt).to.equal(0n);
        await expect(deliverAndAccept(state, 1)).to.emit(escrow, "ContractCompleted").withArgs(id, inspector.address);
        expect(await committed(state)).to.deep.equal([3_000_000n, 3_000_000n]);
      });
    });
  });

  describe("given two contracts that differ in the annex alone", () => {
    describe("when one is paid", () => {
      it("touches nothing of the other", async () => {
        const state = await opened();
        const { escrow, deed, id } = state;
        const draft = await draftContract(state, { annex: { document: SECOND.digest } });
        expect(draft.deed.terms.annex).to.equal(annexHash(draft.deed.annex));
        await awardDraft(state, draft);
        await deliverAndAccept(state, 0);
        const other = contractId(draft.deed.terms);
        expect(other).not.to.equal(contractId(deed.terms));
        expect((await escrow.getBalances(id)).ledger.unpaid).to.equal(40_000_000n);
        expect((await escrow.getBalances(other)).ledger.unpaid).to.equal(60_000_000n);
      });
    });
  });
});
