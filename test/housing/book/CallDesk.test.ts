import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import { CALL_STATUS } from "../../../scripts/lib/housing/call/call-status.ts";
import { AccessManager__factory, CallDesk__factory } from "../../../typechain-types/index.js";
import { documentOf } from "../../helpers/agreement.ts";
import { bookStage } from "../../helpers/housing/call-book.ts";
import { accredit, KIND, type Connection } from "../../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers, ethers } = connection;
const { time } = networkHelpers;

const DAY = 86_400n;
const HOUSING = 200n;
const GUARDIAN = 901n;
const SUBSIDY = 1_000n;

/** The desk under a manager of its own, where the office has the housing office's role. */
async function deskStage() {
  let address = "";
  const at = await bookStage(connection, async ({ deployer, buyer, guardian, registry, quicknet, evmnet }, book) => {
    const manager = await new AccessManager__factory(deployer).deploy(deployer);
    const desk = await new CallDesk__factory(deployer).deploy(manager, registry, book, quicknet, evmnet);
    await manager.setTargetFunctionRole(desk, [desk.interface.getFunction("open").selector], HOUSING);
    await manager.setTargetFunctionRole(desk, [desk.interface.getFunction("pause").selector], GUARDIAN);
    await manager.grantRole(HOUSING, buyer, 0);
    await manager.grantRole(GUARDIAN, guardian, 0);
    address = await desk.getAddress();
    return { desk: address };
  });
  return { ...at, desk: CallDesk__factory.connect(address, at.buyer) };
}
type Stage = Awaited<ReturnType<typeof deskStage>>;

const slot = { project: 1n, reserve: 0n, seats: 10n, benefit: 0n, committees: false };
const SLOTS = [slot, { ...slot, reserve: 1n, seats: 2n }];

/** Lawful terms, a day between each moment and the next. */
async function termsOf(at: Stage) {
  const now = BigInt(await time.latest());
  const day = (count: bigint): bigint => now + count * DAY + 3_600n;
  return {
    ...{ lineId: at.lineId, token: await at.token.getAddress(), office: at.officeId },
    ...{
      rules: documentOf("rules").digest,
      document: documentOf("call"),
      snapshotAt: now,
      ufValue: 39_500n,
      ufAt: now,
    },
    ...{ appealSeats: 1n, appealSlot: 0n, resultBond: 500n },
    timetable: {
      ...{ opensAt: day(0n), closesAt: day(1n), receiptsBy: day(2n), rootBy: day(3n), challengeBy: day(4n) },
      ...{ answerBy: day(5n), correctBy: day(6n), recheckBy: day(7n), fallbackFrom: day(10n) },
    },
    draw: {
      ...{ beacon: await at.quicknet.getAddress(), round: await at.quicknet.firstRoundFrom(day(8n)) },
      ...{ fallbackBeacon: await at.evmnet.getAddress(), fallbackRound: await at.evmnet.firstRoundFrom(day(12n)) },
    },
    windows: {
      ...{ results: DAY, acceptance: DAY, appeals: 7n * DAY, rulings: DAY, certification: DAY, validity: 30n * DAY },
      ...{ silenceAccepts: false, rounds: 2n },
    },
  };
}

async function opened(at: Stage) {
  const terms = await termsOf(at);
  const id = await at.desk.open.staticCall(terms, SLOTS, [SUBSIDY]);
  await at.desk.open(terms, SLOTS, [SUBSIDY]);
  return { id, terms };
}

const statusOf = async ({ desk }: Stage, id: string) => CALL_STATUS[Number(await desk.statusOf(id))];

/** A call with one winner of two, settled and accepted. */
async function running(at: Stage) {
  const { id, terms } = await opened(at);
  const { book, modules } = at;
  await book.connect(modules.intake).setAnchored(id);
  await book.connect(modules.intake).setRoot(id, documentOf("root").digest, 2);
  await book.connect(modules.results).setSeed(id, documentOf("seed").digest);
  return { id, terms };
}

describe("CallDesk", () => {
  it("opens a call with all that follows from it, and commits what it may cost", async () => {
    const at = await networkHelpers.loadFixture(deskStage);
    const terms = await termsOf(at);
    const id = await at.desk.open.staticCall(terms, SLOTS, [SUBSIDY]);
    await expect(at.desk.open(terms, SLOTS, [SUBSIDY]))
      .to.emit(at.desk, "CallOpened")
      .withArgs(
        id,
        at.buyer.address,
        at.officeId,
        () => true,
        () => true,
        [SUBSIDY],
      );
    expect((await at.treasury.getLine(at.lineId)).balance.committed).to.equal(13n * SUBSIDY);
    expect(await statusOf(at, id)).to.equal("announced");
    expect((await at.desk.getTimetable(id)).recheckBy).to.equal(terms.timetable.recheckBy);
    expect((await at.desk.getDraw(id)).fallbackRound).to.equal(terms.draw.fallbackRound);
    expect((await at.desk.getWindows(id)).validity).to.equal(terms.windows.validity);
    expect(await at.desk.resultBondOf(id)).to.equal(terms.resultBond);
    expect(await at.desk.seedBy(id)).to.equal((await at.evmnet.timeOf(terms.draw.fallbackRound)) + 30n * DAY);
    expect((await at.book.getSlots(id)).map(({ seats }) => seats)).to.deep.equal([10n, 2n]);
    await expect(at.desk.open(terms, SLOTS, [SUBSIDY]))
      .to.be.revertedWithCustomError(at.desk, "Call_AlreadyOpen")
      .withArgs(id);
  });

  it("refuses another caller, other beacons, unlawful terms and a line without the money", async () => {
    const at = await networkHelpers.loadFixture(deskStage);
    const terms = await termsOf(at);
    await expect(at.desk.connect(at.stranger).open(terms, SLOTS, [SUBSIDY])).to.be.revertedWithCustomError(
      at.desk,
      "AccessManagedUnauthorized",
    );
    const other = await accredit(at.registry, at.accreditor, at.factor, { kind: KIND.publicBody, number: 61_813_000n });
    await expect(at.desk.open({ ...terms, office: other }, SLOTS, [SUBSIDY])).to.be.revertedWithCustomError(
      at.desk,
      "Call_NotTheOffice",
    );
    const { beacon, fallbackBeacon } = terms.draw;
    for (const draw of [
      { ...terms.draw, beacon: fallbackBeacon },
      { ...terms.draw, fallbackBeacon: beacon },
    ]) {
      await expect(at.desk.open({ ...terms, draw }, SLOTS, [SUBSIDY]))
        .to.be.revertedWithCustomError(at.desk, "Call_Beacons")
        .withArgs(draw.beacon, draw.fallbackBeacon);
    }
    await expect(at.desk.open({ ...terms, resultBond: 0n }, SLOTS, [SUBSIDY])).to.be.revertedWithCustomError(
      at.desk,
      "Call_NoBond",
    );
    const early = { ...terms.draw, round: (await at.quicknet.firstRoundFrom(terms.timetable.recheckBy + DAY)) - 1n };
    await expect(at.desk.open({ ...terms, draw: early }, SLOTS, [SUBSIDY]))
      .to.be.revertedWithCustomError(at.desk, "Call_Time")
      .withArgs(8, () => true, terms.timetable.recheckBy + DAY);
    await expect(at.desk.open(terms, SLOTS, [])).to.be.revertedWithCustomError(at.desk, "Call_Benefits");
    await expect(at.desk.open(terms, SLOTS, [10n ** 15n])).to.be.revertedWithCustomError(
      at.treasury,
      "Treasury_NotAvailable",
    );
    await expect(at.desk.open({ ...terms, lineId: 2n ** 64n }, SLOTS, [SUBSIDY])).to.be.revertedWithCustomError(
      at.desk,
      "SafeCastOverflowedUintDowncast",
    );
  });

  it("a pause stops new calls and nothing of a running one", async () => {
    const at = await networkHelpers.loadFixture(deskStage);
    const { id } = await opened(at);
    await at.desk.connect(at.guardian).pause(documentOf("reason").digest);
    await expect(
      at.desk.open({ ...(await termsOf(at)), resultBond: 7n }, SLOTS, [SUBSIDY]),
    ).to.be.revertedWithCustomError(at.desk, "Pause_On");
    await at.book.connect(at.modules.intake).setAnchored(id);
    await at.desk.cancel(id, documentOf("reason").digest);
  });

  it("lets only the office cancel, with a reason, while inputs can change; the money returns", async () => {
    const at = await networkHelpers.loadFixture(deskStage);
    const { id, terms } = await opened(at);
    const reason = documentOf("reason").digest;
    await expect(at.desk.cancel(reason, reason)).to.be.revertedWithCustomError(at.desk, "Call_Unknown");
    await expect(at.desk.connect(at.stranger).cancel(id, reason))
      .to.be.revertedWithCustomError(at.desk, "Call_NotTheOffice")
      .withArgs(id, at.stranger.address, at.buyer.address);
    await expect(at.desk.cancel(id, ZeroHash)).to.be.revertedWithCustomError(at.desk, "Call_NoReason").withArgs(id);
    await at.book.connect(at.modules.intake).setAnchored(id);
    await at.book.connect(at.modules.intake).setRoot(id, reason, 1);
    const snapshot = await networkHelpers.takeSnapshot();
    await time.setNextBlockTimestamp(terms.timetable.recheckBy);
    await expect(at.desk.cancel(id, reason)).to.emit(at.book, "CallEnded").withArgs(id, 2, reason);
    expect(await statusOf(at, id)).to.equal("cancelled");
    expect((await at.treasury.getLine(at.lineId)).balance.committed).to.equal(0n);
    await snapshot.restore();
    await time.setNextBlockTimestamp(terms.timetable.recheckBy + 1n);
    await expect(at.desk.cancel(id, reason))
      .to.be.revertedWithCustomError(at.desk, "Call_Status")
      .withArgs(id, CALL_STATUS.indexOf("sealed"));
  });

  it("anyone lapses a call without receipts, without a roll or without a seed, a second after its deadline", async () => {
    const at = await networkHelpers.loadFixture(deskStage);
    const { id, terms } = await opened(at);
    const { book, modules, desk, stranger } = at;
    const seedBy = await desk.seedBy(id);
    const steps: readonly (readonly [bigint, () => Promise<unknown>])[] = [
      [terms.timetable.receiptsBy, async () => book.connect(modules.intake).setAnchored(id)],
      [terms.timetable.rootBy, async () => book.connect(modules.intake).setRoot(id, documentOf("root").digest, 1)],
      [seedBy, () => Promise.resolve()],
    ];
    for (const [until, step] of steps) {
      const snapshot = await networkHelpers.takeSnapshot();
      await time.setNextBlockTimestamp(until);
      await expect(desk.connect(stranger).lapse(id)).to.be.revertedWithCustomError(desk, "Call_Status");
      await time.setNextBlockTimestamp(until + 1n);
      await expect(desk.connect(stranger).lapse(id)).to.emit(book, "CallEnded").withArgs(id, 3, ZeroHash);
      expect(await statusOf(at, id)).to.equal("lapsed");
      await snapshot.restore();
      await step();
    }
  });

  it("anyone closes a call that has nothing more to give, or that has stood still for 90 days", async () => {
    const at = await networkHelpers.loadFixture(deskStage);
    const { book, modules, desk } = at;
    const { id } = await running(at);
    const close = () => desk.connect(at.stranger).close(id);
    const drawnAt = (await book.getCourse(id)).movedAt;
    const stalledFrom = drawnAt + 90n * DAY + 1n;
    await expect(close()).to.be.revertedWithCustomError(desk, "Call_Unfinished").withArgs(id, stalledFrom);
    const snapshot = await networkHelpers.takeSnapshot();
    await time.setNextBlockTimestamp(stalledFrom - 1n);
    await expect(close()).to.be.revertedWithCustomError(desk, "Call_Unfinished");
    await time.setNextBlockTimestamp(stalledFrom);
    await expect(close()).to.emit(book, "CallEnded").withArgs(id, 1, ZeroHash);
    expect(await statusOf(at, id)).to.equal("closed");
    await expect(close()).to.be.revertedWithCustomError(desk, "Call_Status");
    await snapshot.restore();

    const second = await networkHelpers.takeSnapshot();
    await book.connect(modules.results).fix(id, [0n, 0n], 1);
    await expect(close()).to.be.revertedWithCustomError(desk, "Round_Unsettled").withArgs(id, 1, 0);
    await second.restore();
    await book.connect(modules.results).fix(id, [0n, 0n], 0);
    await expect(close(), "the pool").to.be.revertedWithCustomError(desk, "Call_Unfinished");
    await book.connect(modules.appeals).releasePool(id);
    await expect(close(), "seats came free").to.be.revertedWithCustomError(desk, "Call_Unfinished");
    await book.connect(modules.results).openRound(id);
    await book.connect(modules.results).fix(id, [0n, 0n], 0);
    await expect(close()).to.emit(book, "CallEnded").withArgs(id, 1, ZeroHash);
    expect((await at.treasury.getLine(at.lineId)).balance.committed).to.equal(0n);
    expect(await ethers.provider.getBalance(desk)).to.equal(0n);
  });
});
