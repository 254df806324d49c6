import { expect } from "chai";
import { keccak256, ZeroHash } from "ethers";
import { network } from "hardhat";

import type { Application } from "../../../scripts/lib/housing/application.ts";
import { bookStage, enterCall, leafOf, seatOf } from "../../helpers/housing/call-book.ts";
import type { Connection } from "../../helpers/suite.ts";
import { SEED } from "../support.ts";
import { ana, ben, cleo, drawn, key, slot, SUBSIDY, UNTIL } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers, ethers } = connection;
const stage = () => bookStage(connection);

describe("CallBook, rounds and money", () => {
  it("H3: lets no cutoff rise, opens no round before the last one is settled and decided, nor without a free seat", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const results = book.connect(modules.results);
    const { id, fix, settle } = await drawn(at, [slot(1), slot(1)], [ana, ben, cleo]);
    await expect(results.openRound(id)).to.be.revertedWithCustomError(book, "Round_NotFixed").withArgs(id, 1);
    await expect(results.fix(id, [1n], 1))
      .to.be.revertedWithCustomError(book, "Round_Slots")
      .withArgs(id, 1, 2);
    await fix([key(ana), key(ben)], 2);
    await expect(results.openRound(id)).to.be.revertedWithCustomError(book, "Round_Unsettled").withArgs(id, 2, 0);
    await settle(ana, ben);
    await expect(results.openRound(id)).to.be.revertedWithCustomError(book, "Round_Unsettled").withArgs(id, 0, 2);
    await book.connect(modules.benefits).accept(ana.nullifier, false, UNTIL);
    await book.connect(modules.benefits).accept(ben.nullifier, true, UNTIL);
    await expect(results.openRound(id)).to.be.revertedWithCustomError(book, "Round_NothingFree").withArgs(id);
    await book.connect(modules.benefits).vacate(ana.nullifier, 0);
    await expect(results.openRound(id)).to.emit(book, "RoundOpened").withArgs(id, 2, "0x000001000001");
    expect(await book.offersOf(id)).to.equal(keccak256("0x000001000001"));
    // Ben is in line: while the round is not settled for him, nothing of his changes.
    for (const act of [
      book.connect(modules.benefits).leaveLine(ben.nullifier),
      book.connect(modules.benefits).vacate(ben.nullifier, 0),
      book.connect(modules.benefits).fulfil(ben.nullifier, at.sellerId),
    ]) {
      await expect(act).to.be.revertedWithCustomError(book, "Seat_InLine").withArgs(ben.nullifier, 1, 2);
    }
    await expect(results.fix(id, [key(ben), key(ben) + 1n], 2))
      .to.be.revertedWithCustomError(book, "Round_CutoffRises")
      .withArgs(id, 1, key(ben) + 1n, key(ben));
    await fix([key(ben), key(cleo)], 2);
    // In the order of the indexes one may come before the seat is left for it; it comes again.
    for (let turn = 0; turn < 2; turn += 1) await settle(ben, cleo);
    expect(await seatOf(book, ben.nullifier)).to.include({
      slot: 0n,
      round: 2n,
      inLine: false,
      state: 2n,
    });
    expect(await seatOf(book, cleo.nullifier)).to.include({ slot: 1n, round: 2n, state: 1n });
    expect(await book.inLineOf(id, 1)).to.equal(0n);
  });

  it("accepts, frees and pays only in the state for it", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules, token, supplier, sellerId } = at;
    const benefits = book.connect(modules.benefits);
    const { id, fix, settle } = await drawn(at, [slot(2), slot(1, false, 0n)], [ana, ben, cleo]);
    await fix([key(ben), 0n], 3);
    const state = (one: Application, given: bigint) => [one.nullifier, given] as const;
    await expect(benefits.accept(ana.nullifier, false, UNTIL))
      .to.be.revertedWithCustomError(book, "Seat_State")
      .withArgs(...state(ana, 0n));
    await settle(ana, ben, cleo);
    for (const act of [
      benefits.leaveLine(ana.nullifier),
      benefits.extend(ana.nullifier, 1),
      benefits.fulfil(ana.nullifier, sellerId),
      book.connect(modules.occupancy).revoke(ana.nullifier),
    ]) {
      await expect(act)
        .to.be.revertedWithCustomError(book, "Seat_State")
        .withArgs(...state(ana, 1n));
    }
    await expect(benefits.accept(ana.nullifier, true, UNTIL))
      .to.emit(book, "Accepted")
      .withArgs(id, ana.nullifier, false, UNTIL);
    await expect(benefits.leaveLine(ana.nullifier)).to.be.revertedWithCustomError(book, "Seat_None");
    await benefits.extend(ana.nullifier, UNTIL + 5n);
    expect((await book.awardOf(ana.nullifier)).until).to.equal(UNTIL + 5n);
    const before = await token.balanceOf(supplier);
    await expect(benefits.fulfil(ana.nullifier, sellerId))
      .to.emit(book, "Fulfilled")
      .withArgs(id, ana.nullifier, sellerId, SUBSIDY);
    expect(await token.balanceOf(supplier)).to.equal(before + SUBSIDY);
    expect((await book.getMoney(id)).left).to.equal(SUBSIDY);
    await expect(benefits.vacate(ana.nullifier, 0))
      .to.be.revertedWithCustomError(book, "Seat_State")
      .withArgs(...state(ana, 3n));
    await book.connect(modules.occupancy).revoke(ana.nullifier);
    expect((await book.awardOf(ana.nullifier)).state).to.equal(4n);

    // A home that is paid for elsewhere: no money moves.
    await benefits.accept(cleo.nullifier, false, UNTIL);
    await expect(benefits.fulfil(cleo.nullifier, sellerId))
      .to.emit(book, "Fulfilled")
      .withArgs(id, cleo.nullifier, sellerId, 0);
    await expect(benefits.vacate(ben.nullifier, 1)).to.emit(book, "Vacated").withArgs(id, ben.nullifier, 1);
    expect((await book.getCourse(id)).undecided).to.equal(0n);
  });

  it("serves appeals from their pool alone, and lets what is left of it enter its slot", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules } = at;
    const appeals = book.connect(modules.appeals);
    const slots = [slot(1), slot(1, false, 400n)];
    const { id, fix, claim } = await drawn(at, slots, [ana, ben, cleo], { appealSeats: 3n, appealSlot: 1n });
    await expect(appeals.grant(id, 9, leafOf(cleo), 1)).to.be.revertedWithCustomError(book, "Round_NotFixed");
    await fix([key(ana), key(ben)], 2);
    await claim(ana);
    await expect(appeals.grant(id, 9, leafOf(cleo), 1))
      .to.be.revertedWithCustomError(book, "Round_Unsettled")
      .withArgs(id, 1, 1);
    await claim(ben);
    await expect(appeals.grant(id, 9, leafOf(ana), 1))
      .to.be.revertedWithCustomError(book, "Seat_Taken")
      .withArgs(ana.nullifier, 1);
    await expect(appeals.grant(id, 9, leafOf(cleo), 1))
      .to.emit(book, "Granted")
      .withArgs(id, cleo.nullifier, 1);
    // Of the largest subsidy that the pool has committed, what the slot's does not need is free at once.
    expect((await book.getMoney(id)).left).to.equal(SUBSIDY + 400n + 400n + 2n * SUBSIDY);
    expect((await book.getSlot(id, 1)).taken).to.equal(1n);
    await book.connect(modules.benefits).accept(cleo.nullifier, false, UNTIL);
    await book.connect(modules.benefits).vacate(cleo.nullifier, 2);
    expect((await book.getMoney(id)).left).to.equal(SUBSIDY + 400n + 2n * SUBSIDY);
    await expect(appeals.releasePool(id)).to.emit(book, "SeatsAdded").withArgs(id, 1, 2);
    expect((await book.getSlot(id, 1)).seats).to.equal(3n);
    expect((await book.getMoney(id)).left).to.equal(SUBSIDY + 400n + 2n * 400n);
    await expect(appeals.releasePool(id)).not.to.emit(book, "SeatsAdded");
    await expect(appeals.grant(id, 9, leafOf(cleo), 1))
      .to.be.revertedWithCustomError(book, "Seat_NoPool")
      .withArgs(id);
  });

  it("ends once, for good, and releases what nobody has a claim to", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules, treasury, lineId } = at;
    const desk = book.connect(modules.desk);
    await expect(desk.end(SEED, 1, ZeroHash))
      .to.be.revertedWithCustomError(book, "Call_Unknown")
      .withArgs(SEED);
    const { id, fix, claim, settle } = await drawn(at, [slot(2), slot(3)], [ana, ben, cleo], { appealSeats: 2n });
    await fix([key(ana), key(ben)], 2);
    await settle(ana, ben);
    await expect(desk.end(id, 1, SEED))
      .to.emit(book, "CallEnded")
      .withArgs(id, 1, SEED);
    expect((await book.getMoney(id)).left).to.equal(2n * SUBSIDY);
    expect((await treasury.getLine(lineId)).balance.committed).to.equal(2n * SUBSIDY);
    await expect(desk.end(id, 1, SEED))
      .to.be.revertedWithCustomError(book, "Call_Ended")
      .withArgs(id, 1);
    for (const act of [
      claim(cleo),
      book.connect(modules.results).openRound(id),
      book.connect(modules.results).fix(id, [0n, 0n], 1),
      book.connect(modules.appeals).releasePool(id),
      book.connect(modules.appeals).grant(id, 9, leafOf(cleo), 1),
    ]) {
      await expect(act).to.be.revertedWithCustomError(book, "Call_Ended").withArgs(id, 1);
    }
    await book.connect(modules.benefits).accept(ana.nullifier, false, UNTIL);
    await book.connect(modules.benefits).vacate(ana.nullifier, 2);
    await book.connect(modules.benefits).vacate(ben.nullifier, 1);
    expect((await book.getMoney(id)).left).to.equal(0n);
    expect((await treasury.getLine(lineId)).balance.committed).to.equal(0n);
  });

  it("costs nothing where every home is paid for elsewhere", async () => {
    const at = await networkHelpers.loadFixture(stage);
    const id = await enterCall(at, [slot(4, false, 0n)]);
    expect((await at.treasury.getLine(at.lineId)).balance.committed).to.equal(0n);
    await at.book.connect(at.modules.desk).end(id, 3, ZeroHash);
    expect(await at.book.idOf(1)).to.equal(id);
    expect([await at.book.rootOf(id), await at.book.seedOf(id)]).to.deep.equal([ZeroHash, ZeroHash]);
    await at.book.connect(at.modules.intake).setAnchored(id);
    expect((await at.book.getCourse(id)).anchored).to.equal(true);
    expect(await ethers.provider.getBalance(at.book)).to.equal(0n);
  });
});
