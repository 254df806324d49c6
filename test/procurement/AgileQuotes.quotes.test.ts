import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import {
  CIPHERTEXT,
  fileQuotes,
  firm,
  openedRequest,
  openQuote,
  publishedRequest,
  saltOf,
  sealedBy,
  STATUS,
} from "../helpers/quotes.ts";
import { accredit, KIND } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const published = async () => publishedRequest(connection);
const COMMITMENT = saltOf(1n);

/** The first three firms and the fifth, of the first one's group, have filed; the openings have begun. */
async function filed() {
  const state = await publishedRequest(connection);
  await fileQuotes(state, [4_000_000n, 3_000_000n, 3_500_000n, 4_900_000n, 2_900_000n]);
  await networkHelpers.time.increaseTo(BigInt(state.request.timetable.closesAt));
  return state;
}

describe("AgileQuotes.quote", () => {
  it("reverts for an account without a supplier", async () => {
    const { agile, stranger, id } = await networkHelpers.loadFixture(published);
    await expect(agile.connect(stranger).quote(id, COMMITMENT, CIPHERTEXT))
      .to.be.revertedWithCustomError(agile, "Quote_NotEligible")
      .withArgs(id, 0n);
  });

  it("reverts for a large firm, and for one of unstated size", async () => {
    const state = await networkHelpers.loadFixture(published);
    for (const [number, size] of [
      [78_000_000n, 4n],
      [78_000_001n, 0n],
    ] as const) {
      const { account, id: supplier } = await firm(connection, state, { number, size });
      await expect(state.agile.connect(account).quote(state.id, COMMITMENT, CIPHERTEXT))
        .to.be.revertedWithCustomError(state.agile, "Quote_NotEligible")
        .withArgs(state.id, supplier);
    }
  });

  it("takes a cooperative's", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { account, id: supplier } = await firm(connection, state, { number: 78_000_002n, size: 5n });
    await expect(state.agile.connect(account).quote(state.id, COMMITMENT, CIPHERTEXT))
      .to.emit(state.agile, "QuoteFiled")
      .withArgs(state.id, account, supplier, 78_000_002n, COMMITMENT, CIPHERTEXT);
  });

  it("reverts for a suspended supplier", async () => {
    const { agile, registry, sanctions, firms, id } = await networkHelpers.loadFixture(published);
    const { account, id: supplier } = firms[0]!;
    await registry.connect(sanctions).suspend(supplier, (await latest(connection)) + DAY, REASON.digest);
    await expect(agile.connect(account).quote(id, COMMITMENT, CIPHERTEXT))
      .to.be.revertedWithCustomError(agile, "Quote_NotEligible")
      .withArgs(id, supplier);
  });

  it("reverts for an unknown request, and from the first second after closing", async () => {
    const { agile, firms, id, request } = await networkHelpers.loadFixture(published);
    const { account } = firms[0]!;
    await expect(agile.connect(account).quote(ZERO_HASH, COMMITMENT, CIPHERTEXT))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(ZERO_HASH, STATUS.unknown);
    await at(connection, BigInt(request.timetable.closesAt));
    await agile.connect(account).quote(id, COMMITMENT, CIPHERTEXT);
    await at(connection, BigInt(request.timetable.closesAt) + 1n);
    await expect(agile.connect(account).quote(id, COMMITMENT, CIPHERTEXT))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.opening);
  });

  it("reverts without a commitment", async () => {
    const { agile, firms, id } = await networkHelpers.loadFixture(published);
    const { account } = firms[0]!;
    await expect(agile.connect(account).quote(id, ZERO_HASH, CIPHERTEXT))
      .to.be.revertedWithCustomError(agile, "Quote_NoCommitment")
      .withArgs(id);
  });

  it("wants a ciphertext of at most 2,048 bytes", async () => {
    const { agile, firms, id } = await networkHelpers.loadFixture(published);
    const { account } = firms[0]!;
    for (const [ciphertext, size] of [
      ["0x", 0n],
      [`0x${"ab".repeat(2_049)}`, 2_049n],
    ] as const) {
      await expect(agile.connect(account).quote(id, COMMITMENT, ciphertext))
        .to.be.revertedWithCustomError(agile, "Quote_Ciphertext")
        .withArgs(id, size, 2_048n);
    }
    const longest = `0x${"ab".repeat(2_048)}`;
    await expect(agile.connect(account).quote(id, COMMITMENT, longest))
      .to.emit(agile, "QuoteFiled")
      .withArgs(id, account, firms[0]!.id, firms[0]!.group, COMMITMENT, longest);
  });

  it("replaces a quote, also where the firm has changed its group", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { agile, registry, accreditor, firms, id } = state;
    const { account, id: supplier, group } = firms[1]!;
    await agile.connect(account).quote(id, COMMITMENT, CIPHERTEXT);
    await accredit(registry, accreditor, account, { kind: KIND.supplier, number: group, group: firms[0]!.group });
    await agile.connect(account).quote(id, saltOf(9n), CIPHERTEXT);
    expect((await agile.getContest(id)).filed).to.equal(1n);
    expect((await agile.getGroup(id, group)).filed).to.equal(0n);
    expect((await agile.getGroup(id, firms[0]!.group)).filed).to.equal(1n);
    const kept = await agile.getQuote(id, supplier);
    expect([kept.commitment, kept.group]).to.deep.equal([saltOf(9n), firms[0]!.group]);
  });
});

describe("AgileQuotes.withdraw", () => {
  it("reverts without a quote, and after closing", async () => {
    const { agile, firms, id, request } = await networkHelpers.loadFixture(published);
    const { account, id: supplier } = firms[0]!;
    await expect(agile.connect(account).withdraw(id))
      .to.be.revertedWithCustomError(agile, "Quote_None")
      .withArgs(id, supplier);
    await at(connection, BigInt(request.timetable.closesAt) + 1n);
    await expect(agile.connect(account).withdraw(id))
      .to.be.revertedWithCustomError(agile, "Quote_Status")
      .withArgs(id, STATUS.opening);
  });

  it("leaves nothing of the quote", async () => {
    const { agile, firms, id } = await networkHelpers.loadFixture(published);
    const { account, id: supplier, group } = firms[0]!;
    await agile.connect(account).quote(id, COMMITMENT, CIPHERTEXT);
    await expect(agile.connect(account).withdraw(id)).to.emit(agile, "QuoteWithdrawn").withArgs(id, account, supplier);
    expect((await agile.getQuote(id, supplier)).commitment).to.equal(ZERO_HASH);
    expect([(await agile.getContest(id)).filed, (await agile.getGroup(id, group)).filed]).to.deep.equal([0n, 0n]);
  });
});

describe("AgileQuotes.open", () => {
  it("reverts before closing", async () => {
    const state = await networkHelpers.loadFixture(published);
    await fileQuotes(state, [4_000_000n]);
    await expect(openQuote(state, 0, 4_000_000n))
      .to.be.revertedWithCustomError(state.agile, "Quote_Status")
      .withArgs(state.id, STATUS.quoting);
  });

  it("reverts for a supplier without a quote, and for a quote opened before", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { agile, firms, id } = state;
    await expect(openQuote(state, 5, 1n))
      .to.be.revertedWithCustomError(agile, "Quote_None")
      .withArgs(id, firms[5]!.id);
    await openQuote(state, 0, 4_000_000n);
    await expect(openQuote(state, 0, 4_000_000n))
      .to.be.revertedWithCustomError(agile, "Quote_AlreadyOpened")
      .withArgs(id, firms[0]!.id);
  });

  it("reverts for a price that was not sealed", async () => {
    const state = await networkHelpers.loadFixture(filed);
    await expect(openQuote(state, 0, 3_999_999n))
      .to.be.revertedWithCustomError(state.agile, "Quote_Mismatch")
      .withArgs(state.id, state.firms[0]!.id);
  });

  it("ranks a group with its last quote, at its lowest price", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { agile, firms, id, stranger } = state;
    await expect(openQuote(state, 0, 4_000_000n))
      .to.emit(agile, "QuoteOpened")
      .withArgs(id, stranger, firms[0]!.id, 4_000_000n, saltOf(firms[0]!.id), true)
      .and.not.to.emit(agile, "GroupRanked");
    await expect(openQuote(state, 4, 2_900_000n))
      .to.emit(agile, "GroupRanked")
      .withArgs(id, stranger, firms[4]!.id, firms[0]!.group, 2_900_000n);
    expect((await agile.getContest(id)).ranked).to.equal(1n);
    expect(await agile.cheapestOf(id)).to.deep.equal([firms[4]!.id, 2_900_000n]);
  });

  it("keeps the order whatever the hint", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { agile, firms, id } = state;
    const groups = firms.map(({ group }) => group);
    await openQuote(state, 3, 4_900_000n, 12_345n);
    await openQuote(state, 1, 3_000_000n, groups[3]);
    await openQuote(state, 2, 3_500_000n, groups[1]);
    await openQuote(state, 4, 2_900_000n);
    await openQuote(state, 0, 4_000_000n, groups[3]);
    const order = [];
    for (let at = (await agile.getNode(id, 0n)).next; at !== 0n; at = (await agile.getNode(id, at)).next)
      order.push(at);
    expect(order).to.deep.equal([groups[0]!, groups[1]!, groups[2]!, groups[3]!]);
    expect((await agile.getNode(id, 0n)).previous).to.equal(groups[3]!);
  });

  it("ranks nothing above the budget, and nothing of zero, and goes on with the rest", async () => {
    const state = await openedRequest(connection, [5_000_001n, 0n, 1n, 2n]);
    const contest = await state.agile.getContest(state.id);
    expect([contest.ranked, contest.admissible, contest.filed]).to.deep.equal([1n, 1n, 4n]);
    expect(await state.agile.cheapestOf(state.id)).to.deep.equal([state.firms[3]!.id, 2n]);
  });

  it("is never stopped by a pause", async () => {
    const state = await networkHelpers.loadFixture(filed);
    await state.agile.connect(state.guardian).pause(REASON.digest);
    await expect(openQuote(state, 1, 3_000_000n)).to.emit(state.agile, "GroupRanked");
  });
});

describe("AgileQuotes, attack: a copied commitment", () => {
  it("opens for nobody but the one who made it, and spoils the copier", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { agile, firms, id, address, request } = state;
    const [maker, copier] = [firms[0]!, firms[1]!];
    const commitment = sealedBy(address, id, maker.id, 3_000_000n);
    await agile.connect(copier.account).quote(id, commitment, CIPHERTEXT);
    await agile.connect(maker.account).quote(id, commitment, CIPHERTEXT);
    await at(connection, BigInt(request.timetable.closesAt) + 1n);
    await expect(agile.connect(copier.account).open(id, copier.id, 3_000_000n, saltOf(maker.id), 0n))
      .to.be.revertedWithCustomError(agile, "Quote_Mismatch")
      .withArgs(id, copier.id);
    await openQuote(state, 0, 3_000_000n);
    expect(await agile.cheapestOf(id)).to.deep.equal([maker.id, 3_000_000n]);
  });
});

describe("AgileQuotes, attack: a stale or foreign opening", () => {
  it("fails for a commitment that was replaced", async () => {
    const state = await networkHelpers.loadFixture(published);
    await fileQuotes(state, [4_000_000n]);
    await fileQuotes(state, [3_000_000n]);
    await at(connection, BigInt(state.request.timetable.closesAt) + 1n);
    await expect(openQuote(state, 0, 4_000_000n)).to.be.revertedWithCustomError(state.agile, "Quote_Mismatch");
    await openQuote(state, 0, 3_000_000n);
  });

  it("fails for a commitment made for another request, or another contract", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { agile, firms, id, address, opening, request } = state;
    const [first, second] = [firms[0]!, firms[1]!];
    await agile.connect(first.account).quote(id, sealedBy(address, ZERO_HASH, first.id, 3n), CIPHERTEXT);
    await agile.connect(second.account).quote(id, sealedBy(await opening.getAddress(), id, second.id, 3n), CIPHERTEXT);
    await at(connection, BigInt(request.timetable.closesAt) + 1n);
    for (const index of [0, 1]) {
      await expect(openQuote(state, index, 3n))
        .to.be.revertedWithCustomError(agile, "Quote_Mismatch")
        .withArgs(id, firms[index]!.id);
    }
  });
});

describe("AgileQuotes, attack: a late opening", () => {
  it("counts in the last second and not in the next", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const opensBy = BigInt(state.request.timetable.opensBy);
    await at(connection, opensBy);
    await openQuote(state, 1, 3_000_000n);
    await at(connection, opensBy + 1n);
    await expect(openQuote(state, 2, 3_500_000n))
      .to.be.revertedWithCustomError(state.agile, "Quote_Status")
      .withArgs(state.id, STATUS.ending);
  });
});

describe("AgileQuotes, attack: a group that opens one of its quotes", () => {
  it("is out with all of them", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { agile, firms, id, request } = state;
    for (const [index, price] of [
      [0, 4_000_000n],
      [1, 3_000_000n],
      [2, 3_500_000n],
      [3, 4_900_000n],
    ] as const) {
      await openQuote(state, index, price);
    }
    await networkHelpers.time.increaseTo(BigInt(request.timetable.opensBy));
    expect((await agile.getContest(id)).admissible).to.equal(3n);
    await expect(agile.connect(state.buyer).choose(id, firms[0]!.id, REASON))
      .to.be.revertedWithCustomError(agile, "Quote_NotRanked")
      .withArgs(id, firms[0]!.id);
    expect(await agile.cheapestOf(id)).to.deep.equal([firms[1]!.id, 3_000_000n]);
  });
});

describe("AgileQuotes, attack: an envelope that decrypts to something else", () => {
  it("opens for nobody, counts as not made, and leaves its supplier no choice once prices can be read", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { agile, buyer, firms, id, address, request } = state;
    await fileQuotes(state, [4_000_000n, 3_000_000n, 3_500_000n]);
    const [thief, salt] = [firms[3]!, saltOf(firms[3]!.id)];
    const sealed = sealedBy(address, id, thief.id, 3_400_000n);
    await agile.connect(thief.account).quote(id, sealed, "0xbad0");
    await networkHelpers.time.increaseTo(BigInt(request.timetable.closesAt));
    for (const [index, price] of [4_000_000n, 3_000_000n, 3_500_000n].entries()) await openQuote(state, index, price);
    await expect(agile.connect(thief.account).open(id, thief.id, 2_999_999n, salt, 0n))
      .to.be.revertedWithCustomError(agile, "Quote_Mismatch")
      .withArgs(id, thief.id);
    await networkHelpers.time.increaseTo(BigInt(request.timetable.opensBy));
    expect((await agile.getContest(id)).admissible).to.equal(3n);
    await expect(agile.connect(buyer).choose(id, thief.id, REASON))
      .to.be.revertedWithCustomError(agile, "Quote_NotRanked")
      .withArgs(id, thief.id);
    expect(await agile.cheapestOf(id)).to.deep.equal([firms[1]!.id, 3_000_000n]);
  });
});
