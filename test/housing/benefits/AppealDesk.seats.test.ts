import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import type { Application } from "../../../scripts/lib/housing/application.ts";
import { HousingErrors__factory } from "../../../typechain-types/index.js";
import { accredit, KIND, type Connection } from "../../helpers/suite.ts";
import { IDA, NO_INDEX, STATUS, UMA, applications, corrected, file, serve, untilOf, uphold } from "./appeals.ts";
import { ANA, BEA, EVA, offeredSeats, STATE } from "./seats.ts";
import {
  drawnCall,
  housing,
  keyIn,
  leafOf,
  now,
  placeIn,
  REASON,
  settled,
  SMALLER,
  SUBSIDY,
  travel,
  WINDOWS,
  type DrawnCall,
  type Housing,
} from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const errors = { interface: HousingErrors__factory.createInterface() };

const fixedFixture = () => offeredSeats(connection, { applications });
const onePlaceFixture = () => offeredSeats(connection, { applications, pool: 1n });
const fixed = () => networkHelpers.loadFixture(fixedFixture);

/** Eva and Ida have appealed and were upheld in this order; filing is over. */
async function upheld(fixture: () => Promise<{ suite: Housing; call: DrawnCall }> = fixedFixture) {
  const { suite, call } = await networkHelpers.loadFixture(fixture);
  await file(suite, call, EVA, 3);
  await file(suite, call, IDA, 4);
  await uphold(suite, call, corrected(EVA));
  await uphold(suite, call, corrected(IDA));
  await networkHelpers.time.increaseTo((await untilOf(suite, call)) + 1n);
  return { suite, call };
}

describe("AppealDesk.serve", () => {
  it("reverts while appeals are filed, for whoever is not next, and for another application than the upheld one", async () => {
    const { suite, call } = await fixed();
    await expect(serve(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Appeal_Running")
      .withArgs(call.id, await untilOf(suite, call));
    const late = await upheld();
    await expect(serve(late.suite, late.call, corrected(IDA)))
      .to.be.revertedWithCustomError(errors, "Appeal_NotNext")
      .withArgs(late.call.id, IDA.nullifier, EVA.nullifier);
    await expect(serve(late.suite, late.call, EVA))
      .to.be.revertedWithCustomError(errors, "Appeal_Application")
      .withArgs(late.call.id, EVA.nullifier);
  });

  it("reverts before the first cutoffs and once the line is empty", async () => {
    const suite = await housing(connection);
    const call = await drawnCall(suite, { applications: [ANA], cutoffs: null });
    await expect(serve(suite, call, ANA))
      .to.be.revertedWithCustomError(errors, "Appeal_Running")
      .withArgs(call.id, 0n);
    const late = await upheld();
    await serve(late.suite, late.call, corrected(EVA));
    await serve(late.suite, late.call, corrected(IDA));
    await expect(serve(late.suite, late.call, corrected(IDA)))
      .to.be.revertedWithCustomError(errors, "Appeal_NotNext")
      .withArgs(late.call.id, IDA.nullifier, ZeroHash);
    const blank = corrected(IDA, { nullifier: ZeroHash });
    await expect(serve(late.suite, late.call, blank))
      .to.be.revertedWithCustomError(errors, "Appeal_Application")
      .withArgs(late.call.id, ZeroHash);
  });

  it("gives a seat of the pool, and takes nobody's: no winner is displaced, no slot loses a seat", async () => {
    const { suite, call } = await upheld();
    const before = await Promise.all([ANA, BEA].map(({ nullifier }) => suite.book.awardOf(nullifier)));
    const slots = await suite.book.getSlots(call.id);
    await expect(serve(suite, call, corrected(EVA)))
      .to.emit(suite.book, "Granted")
      .withArgs(call.id, EVA.nullifier, 0n);
    const { index, round, state, until } = await suite.book.awardOf(EVA.nullifier);
    const now_ = await now(suite);
    expect([index, round, state, until]).to.deep.equal([NO_INDEX, 0n, STATE.offered, now_ + WINDOWS.acceptance]);
    expect(await Promise.all([ANA, BEA].map(({ nullifier }) => suite.book.awardOf(nullifier)))).to.deep.equal(before);
    expect(await suite.book.getSlots(call.id)).to.deep.equal(slots);
    expect(await suite.appeals.statusOf(call.id, EVA.nullifier)).to.equal(STATUS.served);
    expect((await suite.book.getMoney(call.id)).pool).to.equal(1n);
  });

  it("waits where the round is not settled", async () => {
    const { suite, call } = await networkHelpers.loadFixture(fixedFixture);
    await file(suite, call, EVA, 3);
    await uphold(suite, call, corrected(EVA));
    await networkHelpers.time.increaseTo((await untilOf(suite, call)) + 1n);
    await suite.benefits.decide([ANA.nullifier, BEA.nullifier]);
    await suite.modules.results.openRound(call.id);
    await expect(serve(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Round_NotFixed")
      .withArgs(call.id, 2n);
    await suite.modules.results.fix(call.id, [keyIn(UMA), 0n, 0n], 1n);
    await expect(serve(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Round_Unsettled")
      .withArgs(call.id, 1n, 0n);
    await settled(suite, call, UMA);
    await serve(suite, call, corrected(EVA));
  });

  it("needs nothing for a household that got a seat after its ruling, and goes on with the next", async () => {
    const { suite, call } = await upheld();
    const other = await drawnCall(suite, { name: "other call", applications: [EVA] });
    await settled(suite, other, EVA);
    await expect(serve(suite, call, corrected(EVA)))
      .to.emit(suite.appeals, "AppealConcluded")
      .withArgs(call.id, EVA.nullifier, STATUS.needless);
    await serve(suite, call, corrected(IDA));
    expect((await suite.book.awardOf(IDA.nullifier)).call).to.equal(1n);
  });

  it("notes whom an empty pool cannot serve, in the order of the rulings, and after the end of the call too", async () => {
    const { suite, call } = await upheld(onePlaceFixture);
    await serve(suite, call, corrected(EVA));
    await expect(serve(suite, call, corrected(IDA)))
      .to.emit(suite.appeals, "AppealConcluded")
      .withArgs(call.id, IDA.nullifier, STATUS.noted);
    expect(await suite.appeals.priorOf(IDA.nullifier)).to.equal(1n);
    const ended = await upheld();
    await ended.suite.modules.desk.end(ended.call.id, 1n, REASON);
    await serve(ended.suite, ended.call, corrected(EVA));
    expect(await ended.suite.appeals.priorOf(EVA.nullifier)).to.equal(1n);
  });
});

/** A line of another public body. */
async function otherOffice({ registry, treasury, token, book, admin, reviewer }: Housing) {
  const office = await accredit(registry, admin, reviewer, { kind: KIND.publicBody, number: 61_003_000n });
  await treasury.openLine(token, book, office, REASON);
  await token.mint(reviewer, 10n ** 12n);
  await token.connect(reviewer).approve(treasury, 10n ** 12n);
  await treasury.connect(reviewer).fund(2n, 10n ** 12n);
  return { office, lineId: 2n };
}

describe("AppealDesk.servePrior", () => {
  /** Ida is noted from the first call, and takes part in a second one of the same office. */
  async function noted(changes: Partial<Application> = {}, isOtherOffice = false) {
    const { suite, call } = await upheld(onePlaceFixture);
    await serve(suite, call, corrected(EVA));
    await serve(suite, call, corrected(IDA));
    const ida = { ...IDA, slots: [1], ...changes };
    const next = await drawnCall(suite, {
      ...{ name: "next call", applications: [ida, UMA], cutoffs: [keyIn(UMA), keyIn(UMA), 0n], entries: 0n },
      ...(isOtherOffice ? await otherOffice(suite) : {}),
    });
    const servePrior = (at: DrawnCall, application: Application = ida) => {
      const { index, application: leaf, path } = placeIn(at, application);
      return suite.appeals.connect(suite.stranger).servePrior(at.id, index, leaf, path);
    };
    return { suite, call, next, ida, servePrior };
  }

  it("gives a seat of the later call's pool while its own appeals are still filed, once", async () => {
    const { suite, call, next, ida, servePrior } = await noted();
    const tx = servePrior(next);
    await expect(tx).to.emit(suite.appeals, "PriorServed").withArgs(next.id, ida.nullifier, call.id);
    await expect(tx).to.emit(suite.book, "Granted").withArgs(next.id, ida.nullifier, 1n);
    await expect(tx)
      .to.emit(suite.treasury, "Released")
      .withArgs(1n, next.id, SUBSIDY - SMALLER);
    expect(await suite.appeals.priorOf(ida.nullifier)).to.equal(0n);
    await expect(servePrior(next))
      .to.be.revertedWithCustomError(errors, "Appeal_NoPriority")
      .withArgs(next.id, ida.nullifier, 0n);
  });

  it("reverts in the same call, for whoever has no priority, and in a call of another office", async () => {
    const { suite, call, next, servePrior } = await noted();
    await expect(servePrior(call, IDA))
      .to.be.revertedWithCustomError(errors, "Appeal_NoPriority")
      .withArgs(call.id, IDA.nullifier, 1n);
    await expect(servePrior(next, UMA))
      .to.be.revertedWithCustomError(errors, "Appeal_NoPriority")
      .withArgs(next.id, UMA.nullifier, 0n);
    const { index, path } = placeIn(next, IDA);
    await expect(suite.appeals.servePrior(next.id, index, leafOf(corrected(IDA)), path))
      .to.be.revertedWithCustomError(errors, "Seat_NotProven")
      .withArgs(next.id);
    const elsewhere = await noted({}, true);
    await expect(elsewhere.servePrior(elsewhere.next))
      .to.be.revertedWithCustomError(errors, "Appeal_NoPriority")
      .withArgs(elsewhere.next.id, IDA.nullifier, 1n);
  });

  it("reverts for an application that is not eligible, a committee's, or lists a slot of committees first", async () => {
    for (const [changes, name] of [
      [{ eligible: false }, "Appeal_Application"],
      [{ size: 2 }, "Appeal_Committee"],
      [{ slots: [2, 1] }, "Appeal_Application"],
    ] as [Partial<Application>, string][]) {
      const { next, servePrior } = await noted(changes);
      await expect(servePrior(next), name).to.be.revertedWithCustomError(errors, name);
    }
  });
});

describe("AppealDesk.releasePool", () => {
  it("reverts before the first cutoffs, until the rulings' last second, and while an upheld appeal waits", async () => {
    const suite = await housing(connection);
    const early = await drawnCall(suite, { applications: [ANA], cutoffs: null });
    await expect(suite.appeals.releasePool(early.id)).to.be.revertedWithCustomError(errors, "Appeal_Running");
    const late = await upheld();
    const until = (await untilOf(late.suite, late.call)) + WINDOWS.rulings;
    await travel(late.suite, until);
    await expect(late.suite.appeals.releasePool(late.call.id))
      .to.be.revertedWithCustomError(errors, "Appeal_Running")
      .withArgs(late.call.id, until);
    await travel(late.suite, until + 1n);
    await expect(late.suite.appeals.releasePool(late.call.id))
      .to.be.revertedWithCustomError(errors, "Appeal_Unserved")
      .withArgs(late.call.id, 2n);
  });

  it("lets what is left enter its slot in the next second, at that slot's subsidy, whoever was silent", async () => {
    const { suite, call } = await fixed();
    await file(suite, call, EVA, 3);
    const from = (await suite.book.getCourse(call.id)).movedAt;
    await travel(suite, from + WINDOWS.appeals + WINDOWS.rulings + 1n);
    const tx = suite.appeals.connect(suite.stranger).releasePool(call.id);
    await expect(tx).to.emit(suite.book, "SeatsAdded").withArgs(call.id, 1n, 2n);
    await expect(tx)
      .to.emit(suite.treasury, "Released")
      .withArgs(1n, call.id, 2n * (SUBSIDY - SMALLER));
    expect((await suite.book.getSlot(call.id, 1)).seats).to.equal(11n);
  });
});
