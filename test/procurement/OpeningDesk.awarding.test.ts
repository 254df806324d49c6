import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { network } from "hardhat";

import { annexHash, contractId, DAY, documentOf } from "../helpers/agreement.ts";
import { at, EVIDENCE, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import { draftContract, fundedLine, THRESHOLD } from "../helpers/suite.ts";
import { awardingContract } from "../helpers/tender.ts";
import type { Connection } from "../helpers/suite.ts";
import { MockTender__factory } from "../../typechain-types/index.js";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const RECORD = documentOf("tender 1").digest;

/** An awarding contract, and terms of 60 million that it may open. */
async function tendered() {
  const fixture = await fundedLine(connection);
  const tender = await awardingContract(connection, fixture);
  return { ...fixture, tender, ...(await draftContract(fixture)) };
}

/** 100 million reserved for the award. */
async function reserved() {
  const state = await tendered();
  await state.tender.reserve(1n, state.token, state.buyerId, 100_000_000n, RECORD);
  return state;
}

describe("OpeningDesk.setThreshold", () => {
  it("reverts for everyone but the thresholds office", async () => {
    const { opening, buyer, token } = await networkHelpers.loadFixture(tendered);
    await expect(opening.connect(buyer).setThreshold(token, 1n))
      .to.be.revertedWithCustomError(opening, "AccessManagedUnauthorized")
      .withArgs(buyer);
  });

  it("reverts for zero", async () => {
    const { opening, thresholds, token } = await networkHelpers.loadFixture(tendered);
    await expect(opening.connect(thresholds).setThreshold(token, 0n))
      .to.be.revertedWithCustomError(opening, "Opening_NoThreshold")
      .withArgs(token);
  });

  it("logs the old and the new one, which holds five days later", async () => {
    const { opening, thresholds, token } = await networkHelpers.loadFixture(tendered);
    const now = (await latest(connection)) + 10n;
    const from = now + 5n * DAY;
    await at(connection, now);
    await expect(opening.connect(thresholds).setThreshold(token, 71_000_000n))
      .to.emit(opening, "ThresholdSet")
      .withArgs(token, thresholds, 71_000_000n, THRESHOLD, from);
    expect(await opening.getThreshold(token)).to.deep.equal([THRESHOLD, 71_000_000n, from]);
    await networkHelpers.time.increaseTo(from - 1n);
    expect(await opening.thresholdOf(token)).to.equal(THRESHOLD);
    await networkHelpers.time.increaseTo(from);
    expect(await opening.thresholdOf(token)).to.equal(71_000_000n);
  });

  it("begins the five days again with another change, and meanwhile keeps what held", async () => {
    const { opening, thresholds, token } = await networkHelpers.loadFixture(tendered);
    await opening.connect(thresholds).setThreshold(token, 1n);
    await networkHelpers.time.increase(4n * DAY);
    await opening.connect(thresholds).setThreshold(token, 71_000_000n);
    await networkHelpers.time.increase(5n * DAY - 1n);
    expect(await opening.thresholdOf(token)).to.equal(THRESHOLD);
    await networkHelpers.time.increase(1n);
    expect(await opening.thresholdOf(token)).to.equal(71_000_000n);
  });

  it("holds at once for a token that had none", async () => {
    const { opening, thresholds, stranger } = await networkHelpers.loadFixture(tendered);
    await opening.connect(thresholds).setThreshold(stranger, 5n);
    expect(await opening.thresholdOf(stranger)).to.equal(5n);
  });
});

describe("OpeningDesk.pause", () => {
  it("reverts for everyone but the guardian, and without a reason", async () => {
    const { opening, guardian, admin } = await networkHelpers.loadFixture(tendered);
    await expect(opening.connect(admin).pause(REASON.digest))
      .to.be.revertedWithCustomError(opening, "AccessManagedUnauthorized")
      .withArgs(admin);
    await expect(opening.connect(guardian).pause(ZERO_HASH)).to.be.revertedWithCustomError(opening, "Pause_NoReason");
  });

  it("names its end and cannot be armed again too soon", async () => {
    const { opening, guardian } = await networkHelpers.loadFixture(tendered);
    const time = (await latest(connection)) + 5n;
    await at(connection, time);
    await expect(opening.connect(guardian).pause(REASON.digest))
      .to.emit(opening, "Paused")
      .withArgs(guardian, REASON.digest, time + 7n * DAY);
    await networkHelpers.time.increase(7n * DAY);
    await expect(opening.connect(guardian).pause(REASON.digest)).to.be.revertedWithCustomError(
      opening,
      "Pause_NotRearmed",
    );
    expect(await opening.pausedAt()).to.equal(time);
  });

  it("leaves everything of a running contract as it was", async () => {
    const state = await networkHelpers.loadFixture(reserved);
    const { opening, escrow, guardian, supplier, inspector, token, tender, deed, schedule, id } = state;
    await tender.open(deed, schedule, RECORD);
    await opening.connect(guardian).pause(REASON.digest);
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await expect(escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest)).to.changeTokenBalance(
      ethers,
      token,
      supplier,
      18_000_000n,
    );
  });
});

describe("OpeningDesk.reserve", () => {
  it("reverts for a contract without the role", async () => {
    const { opening, token, buyerId, deployer } = await networkHelpers.loadFixture(tendered);
    const other = await new MockTender__factory(deployer).deploy(opening);
    await expect(other.reserve(1n, token, buyerId, 1n, RECORD))
      .to.be.revertedWithCustomError(opening, "AccessManagedUnauthorized")
      .withArgs(other);
  });

  it("reverts while a pause is on", async () => {
    const { opening, guardian, tender, token, buyerId } = await networkHelpers.loadFixture(tendered);
    await opening.connect(guardian).pause(REASON.digest);
    const until = (await latest(connection)) + 7n * DAY;
    await expect(tender.reserve(1n, token, buyerId, 1n, RECORD))
      .to.be.revertedWithCustomError(opening, "Pause_On")
      .withArgs(until);
  });

  it("reverts without a record, and for a record that has money", async () => {
    const { opening, tender, token, buyerId } = await networkHelpers.loadFixture(reserved);
    for (const record of [ZERO_HASH, RECORD]) {
      await expect(tender.reserve(1n, token, buyerId, 1n, record))
        .to.be.revertedWithCustomError(opening, "Opening_ReservationTaken")
        .withArgs(record);
    }
  });

  it("reverts for a token without a threshold", async () => {
    const { opening, tender, buyerId, stranger } = await networkHelpers.loadFixture(tendered);
    await expect(tender.reserve(1n, stranger, buyerId, 1n, RECORD))
      .to.be.revertedWithCustomError(opening, "Opening_NoThreshold")
      .withArgs(stranger);
  });

  it("reverts for a line of another owner", async () => {
    const { treasury, tender, token, supplierId, buyerId } = await networkHelpers.loadFixture(tendered);
    await expect(tender.reserve(1n, token, supplierId, 1n, RECORD))
      .to.be.revertedWithCustomError(treasury, "Treasury_NotLineOwner")
      .withArgs(1n, supplierId, buyerId);
  });

  it("commits the money in the treasury", async () => {
    const { opening, treasury, tender, token, buyerId } = await networkHelpers.loadFixture(tendered);
    await expect(tender.reserve(1n, token, buyerId, 100_000_000n, RECORD))
      .to.emit(opening, "Reserved")
      .withArgs(RECORD, tender, 1n, buyerId, 100_000_000n, anyValue);
    expect((await treasury.getLine(1n))[1].committed).to.equal(100_000_000n);
    const reservation = await opening.getReservation(tender, RECORD);
    expect(reservation.until).to.equal(BigInt(await networkHelpers.time.latest()) + (await tender.TERM()));
    expect([reservation.amount, reservation.lineId, reservation.token, reservation.owner]).to.deep.equal([
      100_000_000n,
      1n,
      await token.getAddress(),
      buyerId,
    ]);
  });
});

describe("OpeningDesk.unreserve", () => {
  it("reverts above what is reserved, also for another's record", async () => {
    const { opening, tender, stranger } = await networkHelpers.loadFixture(reserved);
    await expect(tender.unreserve(100_000_001n, RECORD))
      .to.be.revertedWithCustomError(opening, "Opening_NotReserved")
      .withArgs(RECORD, 100_000_001n, 100_000_000n);
    await expect(opening.connect(stranger).unreserve(1n, RECORD))
      .to.be.revertedWithCustomError(opening, "Opening_NotReserved")
      .withArgs(RECORD, 1n, 0n);
  });

  it("gives back to the line, also during a pause", async () => {
    const { opening, treasury, guardian, tender } = await networkHelpers.loadFixture(reserved);
    await opening.connect(guardian).pause(REASON.digest);
    await expect(tender.unreserve(99_999_999n, RECORD))
      .to.emit(opening, "ReservationReleased")
      .withArgs(RECORD, tender, 99_999_999n);
    expect((await treasury.getLine(1n))[1].committed).to.equal(1n);
    expect((await opening.getReservation(tender, RECORD)).amount).to.equal(1n);
  });
});

describe("OpeningDesk.open", () => {
  it("reverts for a contract without the role", async () => {
    const { opening, deployer, deed, schedule } = await networkHelpers.loadFixture(reserved);
    const other = await new MockTender__factory(deployer).deploy(opening);
    await expect(other.open(deed, schedule, RECORD))
      .to.be.revertedWithCustomError(opening, "AccessManagedUnauthorized")
      .withArgs(other);
  });

  it("reverts above the reservation", async () => {
    const { opening, tender, deed, schedule } = await networkHelpers.loadFixture(reserved);
    await tender.unreserve(40_000_001n, RECORD);
    await expect(tender.open(deed, schedule, RECORD))
      .to.be.revertedWithCustomError(opening, "Opening_NotReserved")
      .withArgs(RECORD, 60_000_000n, 59_999_999n);
  });

  it("reverts for terms of another line", async () => {
    const { opening, tender, deed, schedule } = await networkHelpers.loadFixture(reserved);
    await expect(tender.open({ ...deed, terms: { ...deed.terms, lineId: 2n } }, schedule, RECORD))
      .to.be.revertedWithCustomError(opening, "Opening_OtherLine")
      .withArgs(RECORD, 1n);
  });

  it("reverts for terms of another token", async () => {
    const { opening, tender, deed, schedule, stranger } = await networkHelpers.loadFixture(reserved);
    await expect(tender.open({ ...deed, terms: { ...deed.terms, token: stranger.address } }, schedule, RECORD))
      .to.be.revertedWithCustomError(opening, "Opening_OtherLine")
      .withArgs(RECORD, 1n);
  });

  it("reverts where an office is a side's account", async () => {
    const { opening, tender, supplier, deed, schedule } = await networkHelpers.loadFixture(reserved);
    const annex = { ...deed.annex, arbiter: supplier.address };
    const terms = { ...deed.terms, annex: annexHash(annex) };
    await expect(tender.open({ terms, annex }, schedule, RECORD))
      .to.be.revertedWithCustomError(opening, "Terms_SameAccount")
      .withArgs(supplier);
  });

  it("reverts where the token has no threshold", async () => {
    const { opening, tender, stranger, deed, schedule } = await networkHelpers.loadFixture(reserved);
    const terms = { ...deed.terms, token: stranger.address };
    await expect(tender.open({ ...deed, terms }, schedule, ZERO_HASH))
      .to.be.revertedWithCustomError(opening, "Opening_NoThreshold")
      .withArgs(stranger);
  });

  it("draws on the reservation, also during a pause, and commits nothing more", async () => {
    const state = await networkHelpers.loadFixture(reserved);
    const { opening, escrow, treasury, guardian, tender, deed, schedule, id } = state;
    await opening.connect(guardian).pause(REASON.digest);
    await expect(tender.open(deed, schedule, RECORD))
      .to.emit(opening, "ContractOpened")
      .withArgs(
        id,
        tender,
        deed.annex.ocid,
        () => true,
        () => true,
        RECORD,
      );
    expect((await treasury.getLine(1n))[1].committed).to.equal(100_000_000n);
    expect((await opening.getReservation(tender, RECORD)).amount).to.equal(40_000_000n);
    expect((await escrow.getBalances(id))[0].unpaid).to.equal(60_000_000n);
    await tender.unreserve(40_000_000n, RECORD);
    expect((await treasury.getLine(1n))[1].committed).to.equal(60_000_000n);
  });

  it("asks the bonds of the day of the reservation, and those of today without one", async () => {
    const { opening, thresholds, tender, token, deed, schedule } = await networkHelpers.loadFixture(reserved);
    await opening.connect(thresholds).setThreshold(token, 1n);
    await networkHelpers.time.increase(5n * DAY);
    expect((await opening.getReservation(tender, RECORD)).threshold).to.equal(THRESHOLD);
    await expect(tender.open(deed, schedule, ZERO_HASH))
      .to.be.revertedWithCustomError(opening, "Terms_PerformanceBond")
      .withArgs(0n, 3_000_000n);
    await expect(tender.open(deed, schedule, RECORD)).to.emit(opening, "ContractOpened");
  });

  it("opens two contracts from one reservation, and refuses a third", async () => {
    const { opening, tender, deed, schedule } = await networkHelpers.loadFixture(reserved);
    const half = { ...deed, terms: { ...deed.terms, price: 50_000_000n } };
    const annex = { ...deed.annex, netPrice: 50_000_000n };
    const rows = [{ ...schedule[0]!, amount: 50_000_000n }];
    for (const retentionBps of [0n, 1n, 2n]) {
      const terms = { ...half.terms, retentionBps, annex: annexHash(annex) };
      const opened = tender.open({ terms, annex }, rows, RECORD);
      if (retentionBps !== 2n) {
        await expect(opened).to.emit(opening, "ContractOpened");
        continue;
      }
      await expect(opened)
        .to.be.revertedWithCustomError(opening, "Opening_NotReserved")
        .withArgs(RECORD, 50_000_000n, 0n);
      expect(contractId(terms)).not.to.equal(contractId(half.terms));
    }
  });

  it("commits from the line without a reservation, but not during a pause", async () => {
    const { opening, treasury, guardian, tender, deed, schedule } = await networkHelpers.loadFixture(tendered);
    await opening.connect(guardian).pause(REASON.digest);
    const until = (await latest(connection)) + 7n * DAY;
    await expect(tender.open(deed, schedule, ZERO_HASH))
      .to.be.revertedWithCustomError(opening, "Pause_On")
      .withArgs(until);
    await at(connection, until);
    await tender.open(deed, schedule, ZERO_HASH);
    expect((await treasury.getLine(1n))[1].committed).to.equal(60_000_000n);
  });
});
