import { expect } from "chai";
import { network } from "hardhat";

import { DAY, documentOf } from "../helpers/agreement.ts";
import { at, latest, LONG_POINTER, NO_DOCUMENT, REASON } from "../helpers/court.ts";
import {
  acceptQuote,
  chosenQuote,
  closedOpenings,
  committedOf,
  openedRequest,
  OUTCOME,
  STATUS,
} from "../helpers/quotes.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const PRICES = [4_000_000n, 3_000_000n, 3_500_000n, 4_900_000n];

/** Four opened quotes, the second the cheapest; the buyer may choose. */
const choosing = async () => closedOpenings(connection, PRICES);
/** The buyer chose the third, with a justification. */
const chosen = async () => chosenQuote(connection, PRICES, 2);
/** The last day of the validity is the second of the choice. */
const expiring = async () => closedOpenings(connection, PRICES, { timetable: {} });

describe("AgileQuotes.choose", () => {
  it("reverts for everyone but the buyer", async () => {
    const { agile, buyerId, stranger, firms, id } = await networkHelpers.loadFixture(choosing);
    await expect(agile.connect(stranger).choose(id, firms[1]!.id, REASON))
      .to.be.revertedWithCustomError(agile, "Quote_NotTheBuyer")
      .withArgs(id, stranger, buyerId);
  });

  it("reverts during the openings", async () => {
    const { agile, buyer, firms, id } = await openedRequest(connection, PRICES);
    await expect(agile.connect(buyer).choose(id, firms[1]!.id, REASON))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.opening);
  });

  it("reverts for nobody, and for a supplier without a quote", async () => {
    const { agile, buyer, supplierId, id } = await networkHelpers.loadFixture(choosing);
    for (const supplier of [0n, supplierId]) {
      await expect(agile.connect(buyer).choose(id, supplier, REASON))
        .to.be.revertedWithCustomError(agile, "Quote_NotRanked")
        .withArgs(id, supplier);
    }
  });

  it("takes the cheapest without words, in the last second of the window", async () => {
    const { agile, buyer, firms, id, request } = await networkHelpers.loadFixture(choosing);
    const time = BigInt(request.timetable.opensBy) + 2n * DAY;
    await at(connection, time);
    await expect(agile.connect(buyer).choose(id, firms[1]!.id, NO_DOCUMENT))
      .to.emit(agile, "QuoteChosen")
      .withArgs(id, buyer, firms[1]!.id, 3_000_000n, true, time + 3n * DAY, Object.values(NO_DOCUMENT));
    expect(await agile.statusOf(id)).to.equal(STATUS.acceptance);
  });

  it("reverts a second after the window", async () => {
    const { agile, buyer, firms, id, request } = await networkHelpers.loadFixture(choosing);
    await at(connection, BigInt(request.timetable.opensBy) + 2n * DAY + 1n);
    await expect(agile.connect(buyer).choose(id, firms[1]!.id, NO_DOCUMENT))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.cheapest);
  });

  it("reverts while another is chosen", async () => {
    const { agile, buyer, firms, id } = await networkHelpers.loadFixture(chosen);
    await expect(agile.connect(buyer).choose(id, firms[1]!.id, NO_DOCUMENT))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.acceptance);
  });
});

describe("AgileQuotes, attack: the buyer picks a friend silently", () => {
  it("reverts without a justification, and publishes the one given", async () => {
    const { agile, buyer, firms, id } = await networkHelpers.loadFixture(choosing);
    for (const nothing of [NO_DOCUMENT, LONG_POINTER]) {
      await expect(agile.connect(buyer).choose(id, firms[3]!.id, nothing))
        .to.be.revertedWithCustomError(agile, "Quote_NoJustification")
        .withArgs(id, firms[3]!.id, firms[1]!.id);
    }
    const time = (await latest(connection)) + 10n;
    await at(connection, time);
    await expect(agile.connect(buyer).choose(id, firms[3]!.id, REASON))
      .to.emit(agile, "QuoteChosen")
      .withArgs(id, buyer, firms[3]!.id, 4_900_000n, false, time + 3n * DAY, Object.values(REASON));
  });
});

describe("AgileQuotes, attack: the buyer stays silent", () => {
  it("has the cheapest chosen by anyone, from the second after the window", async () => {
    const { agile, stranger, firms, id, request } = await networkHelpers.loadFixture(choosing);
    const last = BigInt(request.timetable.opensBy) + 2n * DAY;
    await at(connection, last);
    await expect(agile.connect(stranger).chooseCheapest(id))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.choice);
    await at(connection, last + 1n);
    await expect(agile.connect(stranger).chooseCheapest(id))
      .to.emit(agile, "QuoteChosen")
      .withArgs(id, stranger, firms[1]!.id, 3_000_000n, true, last + 1n + 3n * DAY, Object.values(NO_DOCUMENT));
  });
});

describe("AgileQuotes.accept", () => {
  it("reverts where nobody is chosen", async () => {
    const state = await networkHelpers.loadFixture(choosing);
    await expect(acceptQuote(state, state.firms[1]!.account))
      .to.be.revertedWithCustomError(state.agile, "Quote_Status")
      .withArgs(state.id, STATUS.choice);
  });

  it("reverts for everyone but the chosen supplier", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    await expect(acceptQuote(state, state.firms[1]!.account))
      .to.be.revertedWithCustomError(state.agile, "Quote_NotChosen")
      .withArgs(state.id, state.firms[1]!.account, state.chosen.id);
  });

  it("reverts for a supplier that is suspended by then", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    const { registry, sanctions } = state;
    await registry.connect(sanctions).suspend(state.chosen.id, (await latest(connection)) + DAY, REASON.digest);
    await expect(acceptQuote(state, state.chosen.account))
      .to.be.revertedWithCustomError(state.agile, "Quote_NotEligible")
      .withArgs(state.id, state.chosen.id);
  });

  it("reverts for terms that are not the published ones", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    const expected = await state.drafts.termsOf(state.id);
    const other = { ...state.terms, fineBpsPerDay: 1n };
    for (const changed of [
      { terms: other },
      { purchase: { ...state.purchase, category: 1n } },
      { schedule: state.schedule.slice(1) },
    ]) {
      await expect(acceptQuote({ ...state, ...changed }, state.chosen.account))
        .to.be.revertedWithCustomError(state.drafts, "Quote_TermsMismatch")
        .withArgs(state.id, (given: string) => given !== expected, expected);
    }
  });

  it("reverts a second after the window", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    await at(connection, state.chosenAt + 3n * DAY + 1n);
    await expect(acceptQuote(state, state.chosen.account))
      .to.be.revertedWithCustomError(state.agile, "Quote_Status")
      .withArgs(state.id, STATUS.silent);
  });

  it("opens the contract in the last second, releases the rest, and counts the price only", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    const { agile, opening, escrow, guardian, buyerId, token, request, id } = state;
    await opening.connect(guardian).pause(REASON.digest);
    await agile.connect(guardian).pause(REASON.digest);
    await at(connection, state.chosenAt + 3n * DAY);
    const contractId = await agile
      .connect(state.chosen.account)
      .accept.staticCall(id, state.purchase, state.terms, state.schedule);
    await expect(acceptQuote(state, state.chosen.account))
      .to.emit(agile, "QuoteAccepted")
      .withArgs(id, state.chosen.account, state.chosen.id, 3_500_000n, (opened: string) => opened !== contractId);
    const [log] = await opening.queryFilter(opening.filters.ContractOpened);
    const { deed } = log!.args;
    expect([deed.terms.supplier, deed.terms.price, deed.terms.lineId]).to.deep.equal([state.chosen.id, 3_500_000n, 1n]);
    expect((await escrow.getBalances(log!.args.id))[0].unpaid).to.equal(3_500_000n);
    expect(await committedOf(state)).to.equal(3_500_000n);
    expect(await agile.boughtOf(buyerId, token, request.item)).to.equal(3_500_000n);
    expect(await agile.statusOf(id)).to.equal(STATUS.contracted);
  });

  it("takes the performance bond that the terms ask from the supplier's allowance", async () => {
    const bonded = async () => closedOpenings(connection, PRICES, { contract: { performanceBps: 500n } });
    const state = await bonded();
    const { agile, buyer, treasury, token, firms, id } = state;
    await agile.connect(buyer).choose(id, firms[1]!.id, NO_DOCUMENT);
    const bond = 126_051n; // 5 % of the net price of 2,521,009, rounded up
    await expect(acceptQuote(state, firms[1]!.account)).to.changeTokenBalances(
      ethers,
      token,
      [firms[1]!.account, treasury],
      [-bond, bond],
    );
  });

  it("cannot be repeated", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    await acceptQuote(state, state.chosen.account);
    await expect(acceptQuote(state, state.chosen.account))
      .to.be.revertedWithCustomError(state.agile, "Quote_Status")
      .withArgs(state.id, STATUS.contracted);
  });
});

describe("AgileQuotes, attack: the chosen supplier stays silent", () => {
  it("is passed over by anyone, and the buyer may choose again from then on", async () => {
    const state = await networkHelpers.loadFixture(chosen);
    const { agile, stranger, buyer, firms, id } = state;
    const acceptBy = state.chosenAt + 3n * DAY;
    await at(connection, acceptBy);
    await expect(agile.connect(stranger).passOver(id))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.acceptance);
    await at(connection, acceptBy + 1n);
    await expect(agile.connect(stranger).passOver(id))
      .to.emit(agile, "QuotePassedOver")
      .withArgs(id, stranger, state.chosen.id, false);
    await expect(agile.connect(buyer).choose(id, state.chosen.id, REASON))
      .to.be.revertedWithCustomError(agile, "Quote_NotRanked")
      .withArgs(id, state.chosen.id);
    await at(connection, acceptBy + 2n * DAY);
    await agile.connect(buyer).choose(id, firms[1]!.id, NO_DOCUMENT);
    await acceptQuote(state, firms[1]!.account);
    expect(await committedOf(state)).to.equal(3_000_000n);
  });

  it("goes on with fewer than three: the number counted at the openings", async () => {
    const state = await networkHelpers.loadFixture(choosing);
    const { agile, stranger, firms, id } = state;
    for (const index of [1, 2, 0, 3]) {
      await networkHelpers.time.increase(2n * DAY + 1n);
      await agile.connect(stranger).chooseCheapest(id);
      expect((await agile.getContest(id)).chosen).to.equal(firms[index]!.id);
      await agile.connect(firms[index]!.account).decline(id);
    }
    expect(await agile.statusOf(id)).to.equal(STATUS.ending);
    await expect(agile.connect(stranger).end(id))
      .to.emit(agile, "ContestEnded")
      .withArgs(id, stranger, OUTCOME.unsuccessful, `0x${"00".repeat(32)}`);
    expect(await committedOf(state)).to.equal(0n);
  });

  it("takes its whole group along, so that nobody drops a quote to win with a dearer one", async () => {
    const state = await closedOpenings(connection, [3_000_000n, 4_000_000n, 3_500_000n, 4_900_000n, 3_100_000n]);
    const { agile, buyer, firms, id } = state;
    await agile.connect(buyer).choose(id, firms[0]!.id, NO_DOCUMENT);
    await agile.connect(firms[0]!.account).decline(id);
    await expect(agile.connect(buyer).choose(id, firms[4]!.id, REASON))
      .to.be.revertedWithCustomError(agile, "Quote_NotRanked")
      .withArgs(id, firms[4]!.id);
    expect(await agile.cheapestOf(id)).to.deep.equal([firms[2]!.id, 3_500_000n]);
  });
});

describe("AgileQuotes.decline", () => {
  it("reverts for everyone but the chosen supplier", async () => {
    const { agile, firms, chosen: winner, id } = await networkHelpers.loadFixture(chosen);
    await expect(agile.connect(firms[1]!.account).decline(id))
      .to.be.revertedWithCustomError(agile, "Quote_NotChosen")
      .withArgs(id, firms[1]!.account, winner.id);
  });

  it("lets the buyer choose again at once, for the whole window", async () => {
    const { agile, buyer, firms, chosen: winner, chosenAt, id } = await networkHelpers.loadFixture(chosen);
    await at(connection, chosenAt + 100n);
    await expect(agile.connect(winner.account).decline(id))
      .to.emit(agile, "QuotePassedOver")
      .withArgs(id, winner.account, winner.id, true);
    await at(connection, chosenAt + 100n + 2n * DAY);
    await agile.connect(buyer).choose(id, firms[3]!.id, documentOf("warranty"));
  });
});

describe("AgileQuotes.end", () => {
  it("reverts while something can come of it", async () => {
    const { agile, id } = await networkHelpers.loadFixture(choosing);
    await expect(agile.end(id)).to.be.revertedWithCustomError(agile, "Quote_Status").withArgs(id, STATUS.choice);
  });

  it("ends with two admissible groups, however many quotes they filed", async () => {
    const state = await closedOpenings(connection, [4_000_000n, 3_000_000n, 5_000_001n]);
    const { agile, stranger, buyer, firms, id } = state;
    await expect(agile.connect(buyer).choose(id, firms[1]!.id, NO_DOCUMENT))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.ending);
    await expect(agile.connect(stranger).end(id))
      .to.emit(agile, "ContestEnded")
      .withArgs(id, stranger, OUTCOME.unsuccessful, `0x${"00".repeat(32)}`);
    expect(await agile.statusOf(id)).to.equal(STATUS.unsuccessful);
    expect(await committedOf(state)).to.equal(0n);
    expect(await agile.boughtOf(state.buyerId, state.token, state.request.item)).to.equal(0n);
  });

  it("lapses after the validity, also where the reservation itself has lapsed before", async () => {
    const state = await networkHelpers.loadFixture(expiring);
    const { agile, opening, drafts, stranger, id, request } = state;
    const validUntil = BigInt(request.timetable.validUntil);
    await at(connection, validUntil);
    await agile.connect(stranger).chooseCheapest(id);
    expect((await opening.getReservation(drafts, id)).until).to.equal(validUntil + 3n * DAY);
    await networkHelpers.time.increaseTo(validUntil + 3n * DAY);
    await opening.connect(stranger).lapseReservation(drafts, id);
    await agile.connect(stranger).passOver(id);
    await expect(agile.connect(stranger).end(id))
      .to.emit(agile, "ContestEnded")
      .withArgs(id, stranger, OUTCOME.lapsed, `0x${"00".repeat(32)}`);
    expect(await agile.statusOf(id)).to.equal(STATUS.lapsed);
    expect(await committedOf(state)).to.equal(0n);
  });
});

describe("AgileQuotes.draw", () => {
  it("reverts during the openings", async () => {
    const { agile, id } = await openedRequest(connection, PRICES);
    await expect(agile.draw(id, 1n)).to.be.revertedWithCustomError(agile, "Quote_Status").withArgs(id, STATUS.opening);
  });

  it("finds in several calls whom one call finds", async () => {
    const state = await closedOpenings(connection, [3_000_000n, 3_000_000n, 3_000_000n, 4_000_000n]);
    const { agile, stranger, firms, id, request } = state;
    const [cheapest, price] = await agile.cheapestOf(id);
    expect(price).to.equal(3_000_000n);
    for (const steps of [0n, 1n, 1n, 1n, 5n]) await agile.connect(stranger).draw(id, steps);
    await at(connection, BigInt(request.timetable.opensBy) + 2n * DAY + 1n);
    await agile.connect(stranger).chooseCheapest(id);
    expect((await agile.getContest(id)).chosen).to.equal(cheapest);
    const winner = firms.find(({ id: supplier }) => supplier === cheapest)!;
    await agile.connect(winner.account).decline(id);
    const [next] = await agile.cheapestOf(id);
    expect(next).not.to.equal(cheapest);
    expect(firms.slice(0, 3).map(({ id: supplier }) => supplier)).to.include(next);
  });
});
