import { expect } from "chai";
import { network } from "hardhat";

import { basketHash, priceListHash } from "../../scripts/lib/tender/quotes/basket.ts";
import { DAY } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import { activeFramework, draftOrder, FRAMEWORK, LISTS } from "../helpers/framework.ts";
import { CIPHERTEXT, committedOf, OUTCOME, saltOf, sealedBy, STATUS, timetable } from "../helpers/quotes.ts";
import type { Connection, Signer } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

/** A hundred computers: 70 million by the first list, 65 million by the second; the third does not cover them. */
const HUNDRED = [{ item: 1n, quantity: 100n }];
const BUDGET = 80_000_000n;

/** A framework in which a competition for a hundred computers may be published. */
async function competing(overrides: Parameters<typeof timetable>[1] = {}) {
  const state = await activeFramework(connection);
  const address = await state.contests.getAddress();
  const windows = timetable(await latest(connection), { choiceWindow: 0n, ...overrides });
  return { ...state, ...draftOrder(state, address, HUNDRED), windows, contestsAddress: address };
}

type ContestState = Awaited<ReturnType<typeof competing>>;

const draft = async () => competing();

const compete = ({ contests, buyer, order, windows, contract, schedule }: ContestState, budget = BUDGET) =>
  contests.connect(buyer).compete(order, budget, windows, contract, schedule);

const offer = async ({ contests, contestsAddress, firms, id }: ContestState, index: number, price: bigint) => {
  const { account, id: supplier } = firms[index]!;
  return contests.connect(account).quote(id, sealedBy(contestsAddress, id, supplier, price), CIPHERTEXT);
};

const open = (
  { contests, stranger, firms, id }: ContestState,
  index: number,
  price: bigint,
  prices = LISTS[index]!,
) => {
  const supplier = firms[index]!.id;
  return contests.connect(stranger).open(id, supplier, price, saltOf(supplier), HUNDRED, prices, 0n);
};

const accept = ({ contests, id, purchase, contract, schedule }: ContestState, account: Signer) =>
  contests.connect(account).accept(id, purchase, contract, schedule);

async function published() {
  const state = await competing();
  await compete(state);
  return state;
}

/** The first firm offers 64 million, the second 66, more than its list, and the third, which does not sell computers, 1. */
async function filed() {
  const state = await published();
  await offer(state, 0, 64_000_000n);
  await offer(state, 1, 66_000_000n);
  await offer(state, 2, 1n);
  await networkHelpers.time.increaseTo(BigInt(state.windows.closesAt));
  return state;
}

async function opened() {
  const state = await filed();
  await open(state, 0, 64_000_000n);
  await open(state, 1, 66_000_000n);
  await open(state, 2, 1n);
  await networkHelpers.time.increaseTo(BigInt(state.windows.opensBy));
  return state;
}

describe("FrameworkContests.compete", () => {
  it("reverts for everyone but a buyer, during a pause, and for another body", async () => {
    const state = await networkHelpers.loadFixture(draft);
    const { contests, stranger, buyer, guardian, supplierId, order, windows, contract, schedule } = state;
    await expect(contests.connect(stranger).compete(order, BUDGET, windows, contract, schedule))
      .to.be.revertedWithCustomError(contests, "AccessManagedUnauthorized")
      .withArgs(stranger);
    const foreign = draftOrder({ ...state, buyerId: supplierId }, state.contestsAddress, HUNDRED);
    await expect(compete({ ...state, order: foreign.order }))
      .to.be.revertedWithCustomError(contests, "Quote_NotTheBuyer")
      .withArgs(foreign.id, buyer, supplierId);
    await contests.connect(guardian).pause(REASON.digest);
    await expect(compete(state)).to.be.revertedWithCustomError(contests, "Pause_On");
  });

  it("reverts for an ocid used before, a window of choice, no round, other terms, and above the ceiling", async () => {
    const state = await networkHelpers.loadFixture(draft);
    const { contests, frameworks, framework, id } = state;
    await expect(compete({ ...state, windows: { ...state.windows, choiceWindow: 1n } }))
      .to.be.revertedWithCustomError(contests, "Quote_Timetable")
      .withArgs(3n, 1n, 0n);
    await expect(compete({ ...state, windows: { ...state.windows, round: 0n } })).to.be.revertedWithCustomError(
      contests,
      "Quote_NoTimeLock",
    );
    await expect(compete({ ...state, contract: { ...state.contract, warranty: 1n } })).to.be.revertedWithCustomError(
      contests,
      "Quote_TermsMismatch",
    );
    await expect(compete(state, 100_000_001n))
      .to.be.revertedWithCustomError(frameworks, "Framework_Ceiling")
      .withArgs(framework, 100_000_001n, 100_000_000n);
    await compete(state);
    await expect(compete(state)).to.be.revertedWithCustomError(contests, "Quote_AlreadyRequested").withArgs(id);
  });

  it("reverts outside the framework's validity", async () => {
    const state = await networkHelpers.loadFixture(draft);
    await networkHelpers.time.increaseTo(BigInt(state.terms.validUntil));
    const windows = timetable(await latest(connection), { choiceWindow: 0n });
    await expect(compete({ ...state, windows }))
      .to.be.revertedWithCustomError(state.frameworks, "Framework_Status")
      .withArgs(state.framework, FRAMEWORK.expired);
  });

  it("takes budget and ceiling", async () => {
    const state = await networkHelpers.loadFixture(draft);
    const { contests, frameworks, buyer, framework, id } = state;
    await expect(compete(state))
      .to.emit(contests, "CompetitionOpened")
      .withArgs(
        id,
        buyer,
        framework,
        () => true,
        BUDGET,
        () => true,
      );
    expect([await committedOf(state), (await frameworks.getFramework(framework)).used]).to.deep.equal([BUDGET, BUDGET]);
    expect(await contests.getSubject(id)).to.deep.equal([framework, basketHash(HUNDRED)]);
    const contest = await contests.getContest(id);
    expect([contest.minimum, contest.leastPrice, contest.choiceWindow]).to.deep.equal([1n, 2n, 0n]);
  });
});

describe("FrameworkContests.cancel", () => {
  it("gives budget and ceiling back before closing", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { contests, frameworks, buyer, framework, id } = state;
    await expect(contests.connect(buyer).cancel(id, REASON.digest))
      .to.emit(contests, "ContestEnded")
      .withArgs(id, buyer, OUTCOME.cancelled, REASON.digest);
    expect([await committedOf(state), (await frameworks.getFramework(framework)).used]).to.deep.equal([0n, 0n]);
  });
});

describe("FrameworkContests.quote", () => {
  it("reverts for a supplier that is not admitted, or suspended", async () => {
    const { contests, registry, sanctions, supplier, supplierId, firms, id } =
      await networkHelpers.loadFixture(published);
    await expect(contests.connect(supplier).quote(id, saltOf(1n), CIPHERTEXT))
      .to.be.revertedWithCustomError(contests, "Quote_NotEligible")
      .withArgs(id, supplierId);
    await registry.connect(sanctions).suspend(firms[0]!.id, (await latest(connection)) + DAY, REASON.digest);
    await expect(contests.connect(firms[0]!.account).quote(id, saltOf(1n), CIPHERTEXT))
      .to.be.revertedWithCustomError(contests, "Quote_NotEligible")
      .withArgs(id, firms[0]!.id);
  });
});

describe("FrameworkContests.open", () => {
  it("reverts for another basket, and for a list that is not the supplier's", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { contests, stranger, firms, id } = state;
    const other = [{ item: 1n, quantity: 99n }];
    const supplier = firms[0]!.id;
    await expect(contests.connect(stranger).open(id, supplier, 64_000_000n, saltOf(supplier), other, LISTS[0]!, 0n))
      .to.be.revertedWithCustomError(contests, "CallOff_BasketMismatch")
      .withArgs(id, basketHash(other), basketHash(HUNDRED));
    await expect(open(state, 0, 64_000_000n, LISTS[1]))
      .to.be.revertedWithCustomError(contests, "Framework_ListMismatch")
      .withArgs(id, supplier, priceListHash(LISTS[1]!), priceListHash(LISTS[0]!));
  });

  it("counts an offer above the supplier's own list as the list, and one that it does not cover as none", async () => {
    const { contests, firms, id } = await networkHelpers.loadFixture(opened);
    expect((await contests.getQuote(id, firms[1]!.id)).price).to.equal(65_000_000n);
    expect((await contests.getQuote(id, firms[2]!.id)).price).to.equal(0n);
    expect((await contests.getContest(id)).ranked).to.equal(2n);
    expect(await contests.cheapestOf(id)).to.deep.equal([firms[0]!.id, 64_000_000n]);
  });
});

describe("FrameworkContests, attack: a list lowered after the offers are known", () => {
  it("neither lowers the offer nor takes it back", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { frameworks, contests, framework, firms, id } = state;
    const cheaper = [4_500n, 1n, 300n];
    await frameworks.connect(firms[0]!.account).lower(framework, LISTS[0]!, cheaper);
    await expect(open(state, 0, 64_000_000n, cheaper)).to.be.revertedWithCustomError(
      contests,
      "Framework_ListMismatch",
    );
    await open(state, 0, 64_000_000n);
    expect(await contests.cheapestOf(id)).to.deep.equal([firms[0]!.id, 64_000_000n]);
  });
});

describe("FrameworkContests, the course of a competition", () => {
  it("has the lowest chosen at once by anyone, and the next where it stays silent", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { contests, frameworks, framework, stranger, firms, id } = state;
    await contests.connect(stranger).chooseCheapest(id);
    expect((await contests.getContest(id)).chosen).to.equal(firms[0]!.id);
    await networkHelpers.time.increase(3n * DAY + 1n);
    await contests.connect(stranger).passOver(id);
    await contests.connect(stranger).chooseCheapest(id);
    await expect(accept(state, firms[1]!.account))
      .to.emit(contests, "QuoteAccepted")
      .withArgs(id, firms[1]!.account, firms[1]!.id, 65_000_000n, (contractId: string) => contractId !== ZERO_HASH);
    expect(await committedOf(state)).to.equal(65_000_000n);
    expect((await frameworks.getFramework(framework)).used).to.equal(65_000_000n);
    expect(await contests.statusOf(id)).to.equal(STATUS.contracted);
  });

  it("ends where nobody is left, and everything returns", async () => {
    const state = await networkHelpers.loadFixture(opened);
    const { contests, frameworks, framework, stranger, firms, id } = state;
    await networkHelpers.mine();
    await expect(contests.end(id))
      .to.be.revertedWithCustomError(contests, "Quote_Status")
      .withArgs(id, STATUS.cheapest);
    for (const index of [0, 1]) {
      await contests.connect(stranger).chooseCheapest(id);
      await contests.connect(firms[index]!.account).decline(id);
    }
    await expect(contests.connect(stranger).end(id))
      .to.emit(contests, "ContestEnded")
      .withArgs(id, stranger, OUTCOME.unsuccessful, ZERO_HASH);
    expect([await committedOf(state), (await frameworks.getFramework(framework)).used]).to.deep.equal([0n, 0n]);
  });

  it("ends without an offer", async () => {
    const state = await networkHelpers.loadFixture(published);
    await at(connection, BigInt(state.windows.opensBy) + 1n);
    await state.contests.end(state.id);
    expect(await committedOf(state)).to.equal(0n);
    expect(await state.contests.cheapestOf(state.id)).to.deep.equal([0n, 0n]);
  });
});
