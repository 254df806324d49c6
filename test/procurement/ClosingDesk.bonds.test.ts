import { expect } from "chai";
import { network } from "hardhat";

import { escrowStates, EVIDENCE, openWith, REASON } from "../helpers/escrow-states.ts";
import { fundedLine } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const BOND = 3_000_000n;
const ADVANCE = 12_000_000n;
const { opened, completed } = escrowStates(connection, {
  terms: { advance: ADVANCE },
  annex: { advanceBond: ADVANCE, performanceBond: BOND },
});
const { opened: unbonded } = escrowStates(connection);

async function drawn() {
  const state = await opened();
  await state.escrow.connect(state.supplier).drawAdvance(state.deed);
  return state;
}
/** Ended at its last second, before the bond's expiry. */
async function ended() {
  const state = await opened();
  await networkHelpers.time.setNextBlockTimestamp(BigInt(state.deed.annex.endsAt) + 1n);
  await state.escrow.connect(state.stranger).expire(state.deed.terms);
  return state;
}
async function claimed() {
  const state = await ended();
  await networkHelpers.time.setNextBlockTimestamp(state.deed.annex.bondUntil);
  await state.court.connect(state.buyer).claimBond(state.deed, 1_000_000n, REASON);
  return state;
}

describe("MilestoneEscrow.enter", () => {
  describe("given a supplier that has not approved the treasury", () => {
    describe("when a contract with a performance bond is awarded", () => {
      it("reverts", async () => {
        const fixture = await networkHelpers.loadFixture(unapproved);
        await expect(openWith(fixture, { annex: { performanceBond: BOND } }))
          .to.be.revertedWithCustomError(fixture.token, "ERC20InsufficientAllowance")
          .withArgs(await fixture.treasury.getAddress(), 0n, BOND);
      });
    });
  });
  describe("given terms with a performance bond", () => {
    describe("when they are awarded", () => {
      it("commits the price and takes the bond from the supplier", async () => {
        const { escrow, treasury, token, supplier, supplierId, lineId, id, tx, deed } = await opened();
        await expect(tx).to.changeTokenBalances(ethers, token, [supplier, treasury], [-BOND, BOND]);
        await expect(tx).to.emit(treasury, "Committed").withArgs(lineId, id, 60_000_000n);
        expect(await escrow.performanceBondOf(id)).to.equal(BOND);
        const { timestamp } = (await tx.getBlock())!;
        expect(await escrow.getFacts(id)).to.deep.equal([supplierId, timestamp, deed.annex.endsAt, 0n, 0n, 3n]);
        const { ledger, dues } = await escrow.getBalances(id);
        expect([ledger, dues]).to.deep.equal([
          [60_000_000n, 0n, false, false, false],
          [0n, 0n, 0n],
        ]);
      });
    });
  });
  describe("given terms without a performance bond", () => {
    describe("when they are awarded", () => {
      it("moves no token", async () => {
        const { escrow, treasury, token, supplier, id, tx } = await unbonded();
        await expect(tx).to.changeTokenBalances(ethers, token, [supplier, treasury], [0n, 0n]);
        expect(await escrow.performanceBondOf(id)).to.equal(0n);
      });
    });
  });
});

/** A line whose supplier took its approval back. */
async function unapproved() {
  const fixture = await fundedLine(connection);
  await fixture.token.connect(fixture.supplier).approve(fixture.treasury, 0n);
  return fixture;
}

describe("ClosingDesk.returnAdvanceBond", () => {
  describe("given the advance was not drawn", () => {
    describe("when a stranger returns the bond", () => {
      it("reverts", async () => {
        const { closing, escrow, stranger, id } = await opened();
        await expect(closing.connect(stranger).returnAdvanceBond(id))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingHeld")
          .withArgs(await escrow.advanceBondKey(id));
      });
    });
  });
  describe("given nothing of the advance is amortised", () => {
    describe("when a stranger returns the bond", () => {
      it("reverts", async () => {
        const { closing, escrow, stranger, id } = await drawn();
        await expect(closing.connect(stranger).returnAdvanceBond(id))
          .to.be.revertedWithCustomError(escrow, "Escrow_NothingHeld")
          .withArgs(await escrow.advanceBondKey(id));
      });
    });
  });
  describe("given a third of it is amortised", () => {
    describe("when a stranger returns the bond", () => {
      it("gives that third back and keeps the rest", async () => {
        const { closing, escrow, treasury, token, supplier, inspector, stranger, deed, id } = await drawn();
        await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
        await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
        const returning = closing.connect(stranger).returnAdvanceBond(id);
        await expect(returning).to.changeTokenBalance(ethers, token, supplier, 4_000_000n);
        const bond = await treasury.getDeposit(escrow, await escrow.advanceBondKey(id));
        expect(bond.amount).to.equal(8_000_000n);
      });
    });
  });
});

describe("ClosingDesk.returnPerformanceBond", () => {
  describe("given the bond has not expired", () => {
    for (const [what, reach] of [
      ["completed", completed],
      ["ended", ended],
    ] as const) {
      for (const early of [0n, 1n]) {
        describe(`when it expires in ${early.toString()} seconds`, () => {
          it(`reverts, also for a contract that has ${what}`, async () => {
            const { closing, stranger, deed, id } = await reach();
            await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.bondUntil) - early);
            await expect(closing.connect(stranger).returnPerformanceBond(deed))
              .to.be.revertedWithCustomError(closing, "Closing_BondHeld")
              .withArgs(id, deed.annex.bondUntil);
          });
        });
      }
    }
  });
  describe("given the bond has expired and the contract still runs", () => {
    describe("when a stranger returns it", () => {
      it("reverts until the contract ends", async () => {
        const { closing, escrow, token, supplier, stranger, deed, id } = await opened();
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.bondUntil) + 1n);
        await expect(closing.connect(stranger).returnPerformanceBond(deed))
          .to.be.revertedWithCustomError(closing, "Closing_BondHeld")
          .withArgs(id, deed.annex.bondUntil);
        expect(await escrow.performanceBondOf(id)).to.equal(BOND);
        await escrow.connect(stranger).expire(deed.terms);
        const returning = closing.connect(stranger).returnPerformanceBond(deed);
        await expect(returning).to.changeTokenBalance(ethers, token, supplier, BOND);
      });
    });
  });
  describe("given a claim was filed in its last second", () => {
    describe("when the bond has expired and the claim is undecided", () => {
      it("reverts", async () => {
        const { closing, stranger, deed, id } = await claimed();
        await expect(closing.connect(stranger).returnPerformanceBond(deed))
          .to.be.revertedWithCustomError(closing, "Closing_BondHeld")
          .withArgs(id, deed.annex.bondUntil);
      });
    });
    describe("when the arbiter has given a part to the buyer", () => {
      it("gives the rest back", async () => {
        const { closing, court, token, arbiter, supplier, stranger, deed } = await claimed();
        await networkHelpers.time.increase(BigInt(deed.annex.settlementWindow) + 1n);
        await court.connect(arbiter).rule(deed, 0, 5, 400_000n, REASON.digest);
        const returning = closing.connect(stranger).returnPerformanceBond(deed);
        await expect(returning).to.changeTokenBalance(ethers, token, supplier, BOND - 600_000n);
      });
    });
  });
  for (const [what, reach] of [
    ["completed", completed],
    ["ended", ended],
  ] as const) {
    describe(`given the contract has ${what} and the bond has expired`, () => {
      describe("when a stranger returns it", () => {
        it("gives it back to the supplier, once", async () => {
          const { closing, escrow, token, supplier, stranger, deed, id } = await reach();
          await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.bondUntil) + 1n);
          const returning = closing.connect(stranger).returnPerformanceBond(deed);
          await expect(returning).to.changeTokenBalance(ethers, token, supplier, BOND);
          await expect(closing.connect(stranger).returnPerformanceBond(deed))
            .to.be.revertedWithCustomError(escrow, "Escrow_NothingHeld")
            .withArgs(await escrow.performanceBondKey(id));
        });
      });
    });
  }
  describe("given a change order moved its expiry", () => {
    describe("when the first expiry has passed", () => {
      it("reverts until the new one", async () => {
        const { changes, closing, escrow, token, supplier, stranger, deed, id } = await opened();
        const address = await changes.getAddress();
        await networkHelpers.setBalance(address, 10n ** 18n);
        const module = await ethers.getImpersonatedSigner(address);
        const until = BigInt(deed.annex.bondUntil) + 100n;
        await escrow.connect(module).amend(deed.terms, 0n, 0n, deed.annex.endsAt, until, 0n);
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + 1n);
        await escrow.connect(stranger).expire(deed.terms);
        await networkHelpers.time.setNextBlockTimestamp(until);
        await expect(closing.connect(stranger).returnPerformanceBond(deed))
          .to.be.revertedWithCustomError(closing, "Closing_BondHeld")
          .withArgs(id, until);
        await networkHelpers.time.setNextBlockTimestamp(until + 1n);
        const returning = closing.connect(stranger).returnPerformanceBond(deed);
        await expect(returning).to.changeTokenBalance(ethers, token, supplier, BOND);
      });
    });
  });
});
