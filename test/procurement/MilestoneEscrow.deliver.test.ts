import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import {
  escrowStates,
  EVIDENCE,
  LONG_POINTER,
  NO_DOCUMENT,
  now,
  OBJECTION,
  REASON,
  SECOND,
} from "../helpers/escrow-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const { opened, delivered, accepted, expired, objected, redelivered, disputed } = escrowStates(connection);
const START = BigInt(await networkHelpers.time.latest()) + 10n * DAY;
const { opened: before } = escrowStates(connection, {}, [{ notBefore: START, dueAt: START + DAY }]);
const { accepted: pending } = escrowStates(connection, { certificates: 1n });

describe("MilestoneEscrow.deliver", () => {
  describe("given there is no such contract", () => {
    describe("when a supplier delivers", () => {
      it("reverts", async () => {
        const { escrow, supplier } = await opened();
        await expect(escrow.connect(supplier).deliver(ethers.ZeroHash, 0, EVIDENCE))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotTheSupplier")
          .withArgs(ethers.ZeroHash, supplier.address);
      });
    });
  });

  describe("given the milestone waits for its delivery", () => {
    for (const caller of ["stranger", "buyer", "inspector", "factor"] as const) {
      describe(`when the ${caller} delivers`, () => {
        it("reverts", async () => {
          const state = await opened();
          await expect(state.escrow.connect(state[caller]).deliver(state.id, 0, EVIDENCE))
            .to.be.revertedWithCustomError(state.escrow, "Escrow_NotTheSupplier")
            .withArgs(state.id, state[caller].address);
        });
      });
    }
    describe("when the contract's last second has passed", () => {
      it("reverts", async () => {
        const { escrow, supplier, deed, id } = await opened();
        await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + 1n);
        await expect(escrow.connect(supplier).deliver(id, 0, EVIDENCE))
          .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
          .withArgs(id);
      });
    });
    for (const late of [-1n, 0n]) {
      describe(`when the contract's last second is ${late === 0n ? "this one" : "the next one"}`, () => {
        it("takes it", async () => {
          const { escrow, supplier, deed, id } = await opened();
          await networkHelpers.time.setNextBlockTimestamp(BigInt(deed.annex.endsAt) + late);
          await expect(escrow.connect(supplier).deliver(id, 0, EVIDENCE)).to.emit(escrow, "MilestoneDelivered");
        });
      });
    }
    describe("when there is no milestone of this index", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await opened();
        await expect(escrow.connect(supplier).deliver(id, 3, EVIDENCE))
          .to.be.revertedWithCustomError(escrow, "Escrow_UnknownMilestone")
          .withArgs(id, 3);
      });
    });
    describe("when the evidence has no digest", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await opened();
        await expect(escrow.connect(supplier).deliver(id, 0, NO_DOCUMENT))
          .to.be.revertedWithCustomError(escrow, "Escrow_InvalidDocument")
          .withArgs(id);
      });
    });
    describe("when the evidence's pointer has 257 bytes", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await opened();
        await expect(escrow.connect(supplier).deliver(id, 0, LONG_POINTER))
          .to.be.revertedWithCustomError(escrow, "Escrow_InvalidDocument")
          .withArgs(id);
      });
    });
    describe("when the supplier delivers", () => {
      it("freezes the first 216 bits of the digest with the time", async () => {
        const { escrow, supplier, id } = await opened();
        const evidence = { ...EVIDENCE, pointer: "x".repeat(256) };
        await expect(escrow.connect(supplier).deliver(id, 0, evidence))
          .to.emit(escrow, "MilestoneDelivered")
          .withArgs(id, supplier.address, 0, [evidence.digest, evidence.pointer]);
        const { delivery } = await escrow.getMilestone(id, 0);
        expect(delivery.evidence).to.equal(EVIDENCE.digest.slice(0, 2 + 54));
        expect(delivery.time).to.equal(await now(connection));
      });
    });
  });

  describe("given the milestone's earliest date", () => {
    describe("when it comes in a second", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await before();
        await networkHelpers.time.setNextBlockTimestamp(START - 1n);
        await expect(escrow.connect(supplier).deliver(id, 0, EVIDENCE))
          .to.be.revertedWithCustomError(escrow, "Escrow_TooEarly")
          .withArgs(id, 0, START);
      });
    });
    for (const late of [0n, 1n]) {
      describe(`when it came ${late.toString()} seconds ago`, () => {
        it("takes it", async () => {
          const { escrow, supplier, id } = await before();
          await networkHelpers.time.setNextBlockTimestamp(START + late);
          await expect(escrow.connect(supplier).deliver(id, 0, EVIDENCE)).to.emit(escrow, "MilestoneDelivered");
        });
      });
    }
  });

  describe("given the contract has expired", () => {
    describe("when the supplier delivers", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await expired();
        await expect(escrow.connect(supplier).deliver(id, 1, EVIDENCE))
          .to.be.revertedWithCustomError(escrow, "Escrow_Ended")
          .withArgs(id);
      });
    });
  });

  describe("given the milestone is settled", () => {
    describe("when the supplier delivers again", () => {
      it("reverts", async () => {
        const { escrow, supplier, id } = await accepted();
        await expect(escrow.connect(supplier).deliver(id, 0, SECOND))
          .to.be.revertedWithCustomError(escrow, "Escrow_NotDeliverable")
          .withArgs(id, 0);
      });
    });
  });

  for (const [name, state] of Object.entries({ delivered, pending, redelivered, disputed })) {
    describe(`given nobody may answer an objection (${name})`, () => {
      describe("when the supplier swaps the evidence", () => {
        it("reverts", async () => {
          const { escrow, supplier, id } = await state();
          await expect(escrow.connect(supplier).deliver(id, 0, SECOND))
            .to.be.revertedWithCustomError(escrow, "Escrow_NotObjected")
            .withArgs(id, 0);
        });
      });
    });
  }

  describe("given a part of the milestone is objected to", () => {
    describe("when the objection window has ended a second ago", () => {
      it("reverts", async () => {
        const { escrow, supplier, id, objectedAt } = await objected();
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION + 1n);
        await expect(escrow.connect(supplier).deliver(id, 0, SECOND))
          .to.be.revertedWithCustomError(escrow, "Escrow_WindowClosed")
          .withArgs(id, 0, objectedAt + OBJECTION);
      });
    });
    for (const early of [0n, 1n]) {
      describe(`when the objection window ends in ${early.toString()} seconds`, () => {
        it("takes the second delivery", async () => {
          const { escrow, reader, supplier, id, objectedAt, deliveredAt } = await objected();
          await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION - early);
          await expect(escrow.connect(supplier).deliver(id, 0, SECOND))
            .to.emit(escrow, "MilestoneDelivered")
            .withArgs(id, supplier.address, 0, [SECOND.digest, ""]);
          const { exception } = await escrow.getMilestone(id, 0);
          expect(exception.objected).to.equal(8_000_000n);
          expect(exception.objectedAt).to.equal(0n);
          expect(exception.firstDeliveredAt).to.equal(deliveredAt);
          expect(await reader.milestoneStatusOf(id, 0)).to.equal(2n);
        });
      });
    }
    describe("when a pause fell into the window", () => {
      it("lengthens it by the whole pause", async () => {
        const { escrow, opening, guardian, supplier, id, objectedAt } = await objected();
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + DAY);
        await opening.connect(guardian).pause(REASON.digest);
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION + 7n * DAY);
        await expect(escrow.connect(supplier).deliver(id, 0, SECOND)).to.emit(escrow, "MilestoneDelivered");
      });
    });
    describe("when the lengthened window has ended too", () => {
      it("reverts", async () => {
        const { escrow, opening, guardian, supplier, id, objectedAt } = await objected();
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + DAY);
        await opening.connect(guardian).pause(REASON.digest);
        await networkHelpers.time.setNextBlockTimestamp(objectedAt + OBJECTION + 7n * DAY + 1n);
        await expect(escrow.connect(supplier).deliver(id, 0, SECOND))
          .to.be.revertedWithCustomError(escrow, "Escrow_WindowClosed")
          .withArgs(id, 0, objectedAt + OBJECTION + 7n * DAY);
      });
    });
  });
});
