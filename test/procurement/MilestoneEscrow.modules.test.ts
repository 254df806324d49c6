import { expect } from "chai";
import { network } from "hardhat";

import { contractId } from "../helpers/agreement.ts";
import { escrowStates, WHOLE } from "../helpers/escrow-states.ts";
import type { OpenedState } from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { opened, delivered, completed } = escrowStates(connection, { annex: { performanceBond: 3_000_000n } });
const MODULES = ["opening", "court", "desk", "changes", "closing"] as const;
type Module = (typeof MODULES)[number];

/** The orders that the escrow takes, and from whom. */
const ORDERS: Readonly<
  Record<string, { of: readonly Module[]; refusedBy: Module; args: (s: OpenedState) => unknown[] }>
> = {
  reserve: order("opening", (s) => [s.lineId, s.deed.terms.token, s.buyerId, 1n, ethers.ZeroHash]),
  unreserve: order("opening", (s) => [s.lineId, s.deed.terms.token, 1n, ethers.ZeroHash]),
  enter: order("opening", (s) => [s.deed.terms, s.schedule, 4_000_000_000n, 0n, false]),
  submit: order("court", (s) => [s.id, 0]),
  resolve: order("court", (s) => [s.deed.terms, 0, 1n, 1n, false]),
  resolveFinal: order("court", (s) => [s.deed.terms, 1n, 1n]),
  forfeitBond: order("court", (s) => [s.deed.terms, 1n]),
  setAside: order("court", (s) => [s.id, 1n]),
  returnAside: order("court", (s) => [s.id, 1n]),
  collectFine: order("court", (s) => [s.deed.terms, 1n, 0n, true]),
  terminate: { of: ["court", "changes"], refusedBy: "court", args: (s) => [s.deed.terms, 0n] },
  disputeRetention: order("closing", (s) => [s.id, 1n]),
  payRetention: order("closing", (s) => [s.deed.terms]),
  giveBackBond: order("closing", () => [ethers.ZeroHash, 0n]),
  withhold: order("desk", (s) => [s.id, 0, 0, 1n]),
  reschedule: order("changes", (s) => [s.id, 0, s.schedule[0]]),
  amend: order("changes", (s) => [s.deed.terms, 1n, 0n, 4_000_000_000n, 0n, 0n]),
};

function order(module: Module, args: (s: OpenedState) => unknown[]) {
  return { of: [module], refusedBy: module, args };
}

/** The module itself as a caller. */
async function as(state: OpenedState, module: Module) {
  const address = await state[module].getAddress();
  await networkHelpers.setBalance(address, 10n ** 18n);
  return ethers.getImpersonatedSigner(address);
}

describe("MilestoneEscrow, the modules' orders", () => {
  it("are all the functions that change something and that the table of states does not have", async () => {
    const { escrow } = await opened();
    const names: string[] = [];
    escrow.interface.forEachFunction((fragment) => {
      if (fragment.stateMutability === "nonpayable") names.push(fragment.name);
    });
    const people = ["drawAdvance", "deliver", "assign", "accept", "object", "settle", "uphold", "expire"];
    expect(names.sort()).to.deep.equal([...Object.keys(ORDERS), ...people].sort());
  });

  for (const [name, { of, refusedBy, args }] of Object.entries(ORDERS)) {
    describe(`given ${name} belongs to ${of.join(" and ")}`, () => {
      describe("when anybody else orders it", () => {
        it("reverts", async () => {
          const state = await opened();
          const others = await Promise.all(MODULES.filter((m) => !of.includes(m)).map((m) => as(state, m)));
          const { supplier, buyer, inspector, arbiter, guardian, admin, deployer, stranger } = state;
          for (const caller of [...others, supplier, buyer, inspector, arbiter, guardian, admin, deployer, stranger]) {
            const data = state.escrow.interface.encodeFunctionData(name as "reserve", args(state) as never);
            await expect(caller.call({ to: state.escrow, data }))
              .to.be.revertedWithCustomError(state.escrow, "Escrow_OnlyModule")
              .withArgs(caller.address, await state[refusedBy].getAddress());
          }
        });
      });
    });
  }
});

describe("MilestoneEscrow, what each module may order", () => {
  describe("given the contract is open", () => {
    describe("when the opening desk enters the same terms again", () => {
      it("reverts", async () => {
        const state = await opened();
        const { escrow, deed, schedule, id } = state;
        await expect(escrow.connect(await as(state, "opening")).enter(deed.terms, schedule, 4_000_000_000n, 0n, false))
          .to.be.revertedWithCustomError(escrow, "Escrow_AlreadyOpen")
          .withArgs(id);
      });
    });
    describe("when the opening desk reserves, opens with it and gives the rest back", () => {
      it("commits once", async () => {
        const state = await opened();
        const { escrow, treasury, deed, schedule, token, lineId, buyerId } = state;
        const desk = escrow.connect(await as(state, "opening"));
        await desk.reserve(lineId, token, buyerId, 70_000_000n, ethers.id("tender"));
        await desk.enter({ ...deed.terms, inspector: state.stranger }, schedule, 4_000_000_000n, 0n, true);
        await desk.unreserve(lineId, token, 10_000_000n, ethers.id("tender"));
        expect((await treasury.getLine(lineId)).balance.committed).to.equal(120_000_000n);
      });
    });
    describe("when the price does not fit the ledger", () => {
      it("reverts", async () => {
        const state = await opened();
        const { escrow, deed, schedule } = state;
        const price = 2n ** 112n;
        const entering = escrow
          .connect(await as(state, "opening"))
          .enter({ ...deed.terms, price }, schedule, 4_000_000_000n, 0n, true);
        await expect(entering)
          .to.be.revertedWithCustomError(escrow, "SafeCastOverflowedUintDowncast")
          .withArgs(112, price);
      });
    });
  });

  describe("given a bond is held", () => {
    describe("when the court forfeits more than there is", () => {
      it("takes what there is, once", async () => {
        const state = await opened();
        const { escrow, deed, id } = state;
        const court = await as(state, "court");
        await expect(escrow.connect(court).forfeitBond(deed.terms, 4_000_000n))
          .to.emit(escrow, "BondForfeited")
          .withArgs(id, court.address, 3_000_000n);
        await expect(escrow.connect(court).forfeitBond(deed.terms, 1n)).not.to.emit(escrow, "BondForfeited");
      });
    });
  });

  describe("given less is retained than a fine needs", () => {
    describe("when the court collects it", () => {
      it("takes set-aside, retention, bond, and waits for payments", async () => {
        const state = await completed();
        const { escrow, deed, id } = state;
        const court = await as(state, "court");
        await escrow.connect(court).setAside(id, 1_000_000n);
        await expect(escrow.connect(court).collectFine(deed.terms, 7_000_000n, 1_000_000n, true))
          .to.emit(escrow, "FineCollected")
          .withArgs(id, court.address, 3_000_000n, 3_000_000n, 1_000_000n);
        const { ledger, dues } = await escrow.getBalances(id);
        expect([ledger.retained, ledger.finesDue, dues.finesLeft]).to.deep.equal([0n, true, 1_000_000n]);
        await expect(escrow.connect(court).setAside(id, 1n)).not.to.emit(escrow, "SetAside");
      });
    });
  });

  describe("given a part of the retention is set aside", () => {
    describe("when the court returns it", () => {
      it("makes it ordinary retention again", async () => {
        const state = await completed();
        const { escrow, id } = state;
        const court = await as(state, "court");
        await escrow.connect(court).setAside(id, 1_000_000n);
        await expect(escrow.connect(court).returnAside(id, 1_000_000n))
          .to.emit(escrow, "SetAsideReturned")
          .withArgs(id, court.address, 1_000_000n);
        const { ledger, dues } = await escrow.getBalances(id);
        expect([ledger.retained, dues.setAside]).to.deep.equal([3_000_000n, 0n]);
      });
    });
  });

  describe("given retention and bond cover a fine", () => {
    describe("when the court collects it", () => {
      it("takes no more of the bond than the retention leaves", async () => {
        const state = await completed();
        const { escrow, deed, id } = state;
        const court = await as(state, "court");
        await expect(escrow.connect(court).collectFine(deed.terms, 4_000_000n, 0n, true))
          .to.emit(escrow, "FineCollected")
          .withArgs(id, court.address, 3_000_000n, 1_000_000n, 0n);
        expect(await escrow.performanceBondOf(id)).to.equal(2_000_000n);
      });
    });
  });

  describe("given one milestone of three is delivered", () => {
    for (const module of ["court", "changes"] as const) {
      describe(`when the ${module} module terminates`, () => {
        it("releases the other two, once", async () => {
          const state = await delivered();
          const { escrow, reader, deed, id } = state;
          const caller = await as(state, module);
          await expect(escrow.connect(caller).terminate(deed.terms, await networkHelpers.time.latest()))
            .to.emit(escrow, "ContractEnded")
            .withArgs(id, caller.address, 40_000_000n);
          expect(await reader.statusOf(id)).to.equal(2n);
          await expect(escrow.connect(caller).terminate(deed.terms, await networkHelpers.time.latest()))
            .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
            .withArgs(id);
        });
      });
    }
  });

  describe("given the schedule of an open contract", () => {
    for (const [index, why] of [
      [0, "was delivered"],
      [4, "would leave a gap"],
    ] as const) {
      describe(`when the milestone ${why}`, () => {
        it("reverts", async () => {
          const state = await delivered();
          const { escrow, schedule, id } = state;
          await expect(escrow.connect(await as(state, "changes")).reschedule(id, index, schedule[0]!))
            .to.be.revertedWithCustomError(escrow, "Change_Milestone")
            .withArgs(id, index);
        });
      });
    }
    describe("when a milestone is dropped and one is added", () => {
      it("commits and releases the difference", async () => {
        const state = await delivered();
        const { escrow, treasury, reader, deed, schedule, id, lineId } = state;
        const changes = await as(state, "changes");
        const bound = escrow.connect(changes);
        await bound.reschedule(id, 1, { ...schedule[1]!, amount: 0n });
        await bound.reschedule(id, 3, { ...schedule[1]!, amount: 25_000_000n });
        await bound.amend(deed.terms, 25_000_000n, 20_000_000n, 4_000_000_000n, 4_000_000_001n, 250_000n);
        const facts = await escrow.getFacts(id);
        expect([facts.count, facts.endsAt]).to.deep.equal([4n, 4_000_000_000n]);
        expect(await escrow.bondExtensionOf(id)).to.equal(4_000_000_001n);
        expect(await escrow.performanceBondOf(id)).to.equal(3_250_000n);
        expect(await reader.milestoneStatusOf(id, 1)).to.equal(6n);
        expect((await treasury.getLine(lineId)).balance.committed).to.equal(65_000_000n);
        await expect(bound.amend(deed.terms, 0n, 5_000_000n, 4_000_000_000n, 4_000_000_001n, 0n))
          .to.emit(escrow, "PartReleased")
          .withArgs(id, changes.address, WHOLE, 5_000_000n, 0n);
        await expect(bound.reschedule(id, 1, schedule[1]!))
          .to.be.revertedWithCustomError(escrow, "Change_Milestone")
          .withArgs(id, 1);
      });
    });
    describe("when there is no such contract to amend", () => {
      it("reverts", async () => {
        const state = await opened();
        const { escrow, deed } = state;
        const terms = { ...deed.terms, price: 1n };
        await expect(escrow.connect(await as(state, "changes")).amend(terms, 1n, 0n, 0n, 0n, 0n))
          .to.be.revertedWithCustomError(escrow, "Escrow_UnknownContract")
          .withArgs(contractId(terms));
      });
    });
  });
});
