import { expect } from "chai";
import { network } from "hardhat";

import { AgileQuotes__factory } from "../../typechain-types/index.js";
import { DAY } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import {
  agileBook,
  BEACON,
  committedOf,
  draftRequest,
  LIMIT,
  OUTCOME,
  publishedRequest,
  publishRequest,
  roundAfter,
  STATUS,
} from "../helpers/quotes.ts";
import { THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const book = async () => agileBook(connection);
const published = async () => publishedRequest(connection);

describe("AgileQuotes, deployment", () => {
  it("reverts with a term for quotes under 24 hours", async () => {
    const { manager, registry, drafts, deployer, agile } = await networkHelpers.loadFixture(book);
    const factory = new AgileQuotes__factory(deployer);
    await expect(factory.deploy(manager, registry, drafts, BEACON, DAY - 1n))
      .to.be.revertedWithCustomError(agile, "Quote_MinimumTerm")
      .withArgs(DAY - 1n, DAY);
  });

  it("reverts without a beacon", async () => {
    const { manager, registry, drafts, deployer, agile } = await networkHelpers.loadFixture(book);
    const factory = new AgileQuotes__factory(deployer);
    for (const beacon of [
      { ...BEACON, genesis: 0n },
      { ...BEACON, period: 0n },
    ]) {
      await expect(factory.deploy(manager, registry, drafts, beacon, DAY))
        .to.be.revertedWithCustomError(agile, "Quote_Beacon")
        .withArgs(beacon.genesis, beacon.period);
    }
  });
});

describe("AgileQuotes.request", () => {
  it("reverts for everyone but a buyer", async () => {
    const state = await networkHelpers.loadFixture(book);
    const { request, terms, schedule } = await draftRequest(connection, state);
    await expect(state.agile.connect(state.stranger).request(request, terms, schedule))
      .to.be.revertedWithCustomError(state.agile, "AccessManagedUnauthorized")
      .withArgs(state.stranger);
  });

  it("reverts while a pause is on", async () => {
    const state = await networkHelpers.loadFixture(book);
    await state.agile.connect(state.guardian).pause(REASON.digest);
    const until = (await latest(connection)) + 7n * DAY;
    const draft = await draftRequest(connection, state);
    await expect(publishRequest(state, draft)).to.be.revertedWithCustomError(state.agile, "Pause_On").withArgs(until);
  });

  it("reverts for a request of another body", async () => {
    const state = await networkHelpers.loadFixture(book);
    const draft = await draftRequest(connection, state, { buyer: state.supplierId });
    await expect(publishRequest(state, draft))
      .to.be.revertedWithCustomError(state.agile, "Quote_NotTheBuyer")
      .withArgs(draft.id, state.buyer, state.supplierId);
  });

  it("reverts for a suspended body", async () => {
    const state = await networkHelpers.loadFixture(book);
    const until = (await latest(connection)) + 100n * DAY;
    await state.registry.connect(state.sanctions).suspend(state.buyerId, until, REASON.digest);
    const draft = await draftRequest(connection, state);
    await expect(publishRequest(state, draft))
      .to.be.revertedWithCustomError(state.agile, "Quote_NotTheBuyer")
      .withArgs(draft.id, state.buyer, state.buyerId);
  });

  it("reverts for an ocid that the buyer has used", async () => {
    const state = await networkHelpers.loadFixture(published);
    const draft = await draftRequest(connection, state, { budget: 1n });
    await expect(publishRequest(state, draft))
      .to.be.revertedWithCustomError(state.agile, "Quote_AlreadyRequested")
      .withArgs(state.id);
  });

  it("reverts without an ocid, a document or an item", async () => {
    const state = await networkHelpers.loadFixture(book);
    for (const change of [{ ocid: ZERO_HASH }, { document: ZERO_HASH }, { item: 0n }]) {
      const draft = await draftRequest(connection, state, change);
      await expect(publishRequest(state, draft))
        .to.be.revertedWithCustomError(state.agile, "Quote_InvalidDocument")
        .withArgs(draft.id);
    }
  });

  it("reverts where the token has no threshold", async () => {
    const state = await networkHelpers.loadFixture(book);
    const draft = await draftRequest(connection, state, { token: state.stranger.address });
    await expect(publishRequest(state, draft))
      .to.be.revertedWithCustomError(state.opening, "Opening_NoThreshold")
      .withArgs(state.stranger);
  });

  it("reverts for windows outside their limits, each by one second", async () => {
    const state = await networkHelpers.loadFixture(book);
    const now = await latest(connection);
    const time = now + 10n;
    const closesAt = time + 3n * DAY;
    const last = time + 365n * DAY;
    const wrong = [
      [1n, { closesAt: time + DAY - 1n }, time + DAY - 1n, time + DAY],
      [1n, { closesAt: last + 1n }, last + 1n, last],
      [2n, { closesAt, opensBy: closesAt + DAY - 1n }, closesAt + DAY - 1n, closesAt + DAY],
      [2n, { closesAt, opensBy: last + 1n }, last + 1n, last],
      [3n, { choiceWindow: DAY - 1n }, DAY - 1n, DAY],
      [3n, { choiceWindow: 30n * DAY + 1n }, 30n * DAY + 1n, 30n * DAY],
      [4n, { acceptanceWindow: 2n * DAY - 1n }, 2n * DAY - 1n, 2n * DAY],
      [4n, { acceptanceWindow: 30n * DAY + 1n }, 30n * DAY + 1n, 30n * DAY],
      [
        5n,
        { closesAt, opensBy: closesAt + DAY, validUntil: closesAt + 6n * DAY - 1n },
        closesAt + 6n * DAY - 1n,
        closesAt + 6n * DAY,
      ],
      [5n, { validUntil: last + 1n }, last + 1n, last],
    ] as const;
    for (const [stage, windows, given, bound] of wrong) {
      const draft = await draftRequest(connection, state, { timetable: windows });
      await networkHelpers.time.setNextBlockTimestamp(time);
      await expect(publishRequest(state, draft).then((tx) => tx.wait()))
        .to.be.revertedWithCustomError(state.agile, "Quote_Timetable")
        .withArgs(stage, given, bound);
      await networkHelpers.loadFixture(book);
    }
  });

  it("reverts without a round of the beacon, before closing and in the last day of the openings", async () => {
    const state = await networkHelpers.loadFixture(book);
    const { timetable } = (await draftRequest(connection, state)).request;
    const none = await draftRequest(connection, state, { timetable: { ...timetable, round: 0n } });
    await expect(publishRequest(state, none)).to.be.revertedWithCustomError(state.agile, "Quote_NoTimeLock");
    const closesAt = BigInt(timetable.closesAt);
    const by = BigInt(timetable.opensBy) - DAY;
    const before = (closesAt - BEACON.genesis) / BEACON.period + 1n;
    const after = (by - BEACON.genesis) / BEACON.period + 2n;
    for (const round of [before, after]) {
      const draft = await draftRequest(connection, state, { timetable: { ...timetable, round } });
      const opensAt = BEACON.genesis + (round - 1n) * BEACON.period;
      await expect(publishRequest(state, draft))
        .to.be.revertedWithCustomError(state.agile, "Quote_TimeLock")
        .withArgs(opensAt, closesAt, by);
    }
    for (const round of [before + 1n, after - 1n]) {
      const draft = await draftRequest(connection, state, {
        timetable: { ...timetable, round },
        item: round,
        budget: 10_000n,
        ocid: `0x${round.toString(16).padStart(64, "0")}`,
      });
      await expect(publishRequest(state, draft)).to.emit(state.agile, "QuotesRequested");
    }
  });

  it("reverts for parts that are not the whole, or for one of nothing", async () => {
    const state = await networkHelpers.loadFixture(book);
    const draft = await draftRequest(connection, state);
    const half = draft.schedule[0]!;
    const short = [{ ...half, bps: 9_999n }];
    const empty = [10_000n, 0n].map((bps) => ({ ...half, bps }));
    await expect(publishRequest(state, { ...draft, schedule: short }))
      .to.be.revertedWithCustomError(state.drafts, "Terms_Shares")
      .withArgs(9_999n, 10_000n);
    await expect(publishRequest(state, { ...draft, schedule: empty }))
      .to.be.revertedWithCustomError(state.drafts, "Terms_Shares")
      .withArgs(10_000n, 10_000n);
  });

  it("reverts for a contract to come that breaks the law", async () => {
    const state = await networkHelpers.loadFixture(book);
    const draft = await draftRequest(connection, state, { contract: { fineCapBps: 3_001n } });
    await expect(publishRequest(state, draft))
      .to.be.revertedWithCustomError(state.opening, "Terms_BasisPoints")
      .withArgs(3_001n, 0n, 3_000n);
  });

  it("reserves the budget until the last acceptance and publishes the contract to come", async () => {
    const state = await networkHelpers.loadFixture(book);
    const draft = await draftRequest(connection, state);
    const published = publishRequest(state, draft);
    await expect(published)
      .to.emit(state.agile, "QuotesRequested")
      .withArgs(draft.id, state.buyer, draft.request.ocid, () => true);
    await expect(published)
      .to.emit(state.drafts, "TermsPublished")
      .withArgs(
        draft.id,
        state.agile,
        draft.request.ocid,
        () => true,
        5_000_000n,
        () => true,
        () => true,
      );
    expect(await committedOf(state)).to.equal(5_000_000n);
    const { validUntil, acceptanceWindow } = draft.request.timetable;
    const reservation = await state.opening.getReservation(state.drafts, draft.id);
    expect(reservation.until).to.equal(BigInt(validUntil) + BigInt(acceptanceWindow));
    const contest = await state.agile.getContest(draft.id);
    expect([contest.leastPrice, contest.minimum, contest.budget, contest.buyer]).to.deep.equal([
      2n,
      3n,
      5_000_000n,
      state.buyerId,
    ]);
    expect(await state.agile.statusOf(draft.id)).to.equal(STATUS.quoting);
  });
});

describe("AgileQuotes, attack: a budget above 100 UTM", () => {
  it("reverts a unit above, and not at the limit", async () => {
    const state = await networkHelpers.loadFixture(book);
    const above = await draftRequest(connection, state, { budget: LIMIT + 1n });
    await expect(publishRequest(state, above))
      .to.be.revertedWithCustomError(state.agile, "Quote_Budget")
      .withArgs(above.id, LIMIT + 1n, LIMIT);
    await publishRequest(state, await draftRequest(connection, state, { budget: LIMIT }));
    expect(await committedOf(state)).to.equal(THRESHOLD / 10n);
  });
});

describe("AgileQuotes, attack: a purchase split into several requests", () => {
  const OTHER = `0x${"22".repeat(32)}`;

  it("reverts above 100 UTM together, within thirty days, for the same item", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { agile, token, buyerId, request } = state;
    expect(await agile.boughtOf(buyerId, token, request.item)).to.equal(5_000_000n);
    const rest = LIMIT - 5_000_000n;
    await networkHelpers.time.increase(15n * DAY);
    const above = await draftRequest(connection, state, { ocid: OTHER, budget: rest + 1n });
    await expect(publishRequest(state, above))
      .to.be.revertedWithCustomError(agile, "Quote_Splitting")
      .withArgs(buyerId, LIMIT + 1n, LIMIT);
    await publishRequest(state, await draftRequest(connection, state, { ocid: OTHER, budget: rest }));
    expect(await agile.boughtOf(buyerId, token, request.item)).to.equal(LIMIT);
  });

  it("counts the thirty days before, to the day", async () => {
    const state = await networkHelpers.loadFixture(published);
    const day = (await latest(connection)) / DAY;
    const draft = await draftRequest(connection, state, { ocid: OTHER, budget: LIMIT });
    const later = async (time: bigint) => {
      const next = await draftRequest(connection, state, { ocid: OTHER, budget: LIMIT });
      const closesAt = time + 4n * DAY;
      const timetable = {
        ...next.request.timetable,
        closesAt,
        opensBy: closesAt + 2n * DAY,
        validUntil: closesAt + 40n * DAY,
        round: roundAfter(closesAt),
      };
      await at(connection, time);
      return publishRequest(state, { ...draft, request: { ...next.request, timetable } });
    };
    await expect(later((day + 31n) * DAY - 1n)).to.be.revertedWithCustomError(state.agile, "Quote_Splitting");
    await expect(later((day + 31n) * DAY)).to.emit(state.agile, "QuotesRequested");
  });

  it("lets the buyer ask for another item", async () => {
    const state = await networkHelpers.loadFixture(published);
    const draft = await draftRequest(connection, state, { ocid: OTHER, budget: LIMIT, item: 44_121_706n });
    await expect(publishRequest(state, draft)).to.emit(state.agile, "QuotesRequested");
  });

  it("counts no longer what was cancelled", async () => {
    const state = await networkHelpers.loadFixture(published);
    await state.agile.connect(state.buyer).cancel(state.id, REASON.digest);
    expect(await state.agile.boughtOf(state.buyerId, state.token, state.request.item)).to.equal(0n);
    const draft = await draftRequest(connection, state, { ocid: OTHER, budget: LIMIT });
    await expect(publishRequest(state, draft)).to.emit(state.agile, "QuotesRequested");
  });
});

describe("AgileQuotes.cancel", () => {
  it("reverts for everyone but the buyer, and without a reason", async () => {
    const { agile, buyer, buyerId, stranger, id } = await networkHelpers.loadFixture(published);
    await expect(agile.connect(stranger).cancel(id, REASON.digest))
      .to.be.revertedWithCustomError(agile, "Quote_NotTheBuyer")
      .withArgs(id, stranger, buyerId);
    await expect(agile.connect(buyer).cancel(id, ZERO_HASH))
      .to.be.revertedWithCustomError(agile, "Quote_InvalidDocument")
      .withArgs(id);
  });

  it("gives the whole budget back, in the last second for quotes and during a pause", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { agile, buyer, guardian, id, request } = state;
    await agile.connect(guardian).pause(REASON.digest);
    await at(connection, BigInt(request.timetable.closesAt));
    await expect(agile.connect(buyer).cancel(id, REASON.digest))
      .to.emit(agile, "ContestEnded")
      .withArgs(id, buyer, OUTCOME.cancelled, REASON.digest);
    expect(await committedOf(state)).to.equal(0n);
    expect(await agile.statusOf(id)).to.equal(STATUS.cancelled);
  });
});

describe("AgileQuotes, attack: cancelling after the openings began", () => {
  it("is impossible from the first second after closing", async () => {
    const { agile, buyer, id, request } = await networkHelpers.loadFixture(published);
    await at(connection, BigInt(request.timetable.closesAt) + 1n);
    await expect(agile.connect(buyer).cancel(id, REASON.digest))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.opening);
  });
});
