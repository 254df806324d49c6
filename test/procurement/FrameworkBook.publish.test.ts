import { expect } from "chai";
import { network } from "hardhat";

import { FrameworkBook__factory } from "../../typechain-types/index.js";
import { DAY } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import {
  draftFramework,
  FRAMEWORK,
  frameworkBook,
  ITEMS,
  publishedFramework,
  publishFramework,
} from "../helpers/framework.ts";
import { BEACON, saltOf } from "../helpers/quotes.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const bare = async () => frameworkBook(connection);
const published = async () => publishedFramework(connection);

describe("FrameworkBook, deployment", () => {
  it("reverts without a beacon, or with a term under 24 hours", async () => {
    const { manager, registry, drafts, deployer, frameworks } = await networkHelpers.loadFixture(bare);
    const factory = new FrameworkBook__factory(deployer);
    await expect(factory.deploy(manager, registry, drafts, { ...BEACON, period: 0n }, DAY))
      .to.be.revertedWithCustomError(frameworks, "Quote_Beacon")
      .withArgs(BEACON.genesis, 0n);
    await expect(factory.deploy(manager, registry, drafts, BEACON, DAY - 1n))
      .to.be.revertedWithCustomError(frameworks, "Quote_MinimumTerm")
      .withArgs(DAY - 1n, DAY);
  });

  it("binds its modules once, and only contracts", async () => {
    const { manager, registry, drafts, deployer, orders, contests, stranger, frameworks } =
      await networkHelpers.loadFixture(bare);
    const other = await new FrameworkBook__factory(deployer).deploy(manager, registry, drafts, BEACON, DAY);
    await expect(other.bindModules(stranger, contests))
      .to.be.revertedWithCustomError(other, "Quote_NotAContract")
      .withArgs(stranger);
    await expect(other.bindModules(orders, stranger))
      .to.be.revertedWithCustomError(other, "Quote_NotAContract")
      .withArgs(stranger);
    await expect(other.bindModules(orders, contests)).to.emit(other, "ModulesBound").withArgs(orders, contests);
    await expect(frameworks.bindModules(orders, contests))
      .to.be.revertedWithCustomError(frameworks, "Framework_AlreadyBound")
      .withArgs(orders, contests);
  });
});

describe("FrameworkBook.publish", () => {
  it("reverts for everyone but a buyer, during a pause, and for another body", async () => {
    const state = await networkHelpers.loadFixture(bare);
    const { frameworks, stranger, buyer, guardian, supplierId } = state;
    const draft = await draftFramework(connection, state);
    await expect(frameworks.connect(stranger).publish(draft.terms, ITEMS, draft.contract, draft.schedule))
      .to.be.revertedWithCustomError(frameworks, "AccessManagedUnauthorized")
      .withArgs(stranger);
    const foreign = await draftFramework(connection, state, { body: supplierId });
    await expect(publishFramework(state, foreign))
      .to.be.revertedWithCustomError(frameworks, "Framework_NotTheBody")
      .withArgs(foreign.framework, buyer, supplierId);
    await frameworks.connect(guardian).pause(REASON.digest);
    await expect(publishFramework(state, draft)).to.be.revertedWithCustomError(frameworks, "Pause_On");
  });

  it("reverts for an ocid that the body has used, and without ocid or document", async () => {
    const state = await networkHelpers.loadFixture(published);
    const again = await draftFramework(connection, state);
    await expect(publishFramework(state, again))
      .to.be.revertedWithCustomError(state.frameworks, "Framework_AlreadyPublished")
      .withArgs(state.framework);
    for (const change of [{ ocid: ZERO_HASH }, { ocid: saltOf(1n), document: ZERO_HASH }]) {
      const draft = await draftFramework(connection, state, change);
      await expect(publishFramework(state, draft))
        .to.be.revertedWithCustomError(state.frameworks, "Framework_InvalidDocument")
        .withArgs(draft.framework);
    }
  });

  it("reverts for a catalogue that is empty, out of order, without a price or too long", async () => {
    const state = await networkHelpers.loadFixture(bare);
    const draft = await draftFramework(connection, state);
    const [first, second] = ITEMS;
    const long = Array.from({ length: 257 }, (_, index) => ({ code: BigInt(index + 1), maxPrice: 1n }));
    for (const items of [[], [second!, first!], [first!, first!], [{ ...first!, maxPrice: 0n }], long]) {
      await expect(publishFramework(state, draft, items))
        .to.be.revertedWithCustomError(state.frameworks, "Framework_Catalogue")
        .withArgs(draft.framework, items.length, 256n);
    }
    await publishFramework(state, draft, long.slice(1));
  });

  it("reverts without a ceiling, above 112 bits, and for a single supplier", async () => {
    const state = await networkHelpers.loadFixture(bare);
    for (const change of [{ ceiling: 0n }, { ceiling: 2n ** 112n }, { minimum: 1n }]) {
      const draft = await draftFramework(connection, state, change);
      await expect(publishFramework(state, draft))
        .to.be.revertedWithCustomError(state.frameworks, "Framework_Limits")
        .withArgs(draft.framework, draft.terms.ceiling, draft.terms.minimum);
    }
  });

  it("reverts for windows and rounds outside their limits", async () => {
    const state = await networkHelpers.loadFixture(bare);
    const { terms } = await draftFramework(connection, state);
    const { closesAt, opensBy } = terms;
    const wrong = [
      [2n, { opensBy: BigInt(closesAt) + DAY - 1n }, BigInt(closesAt) + DAY - 1n, BigInt(closesAt) + DAY],
      [3n, { objectionWindow: DAY - 1n }, DAY - 1n, DAY],
      [3n, { objectionWindow: 30n * DAY + 1n }, 30n * DAY + 1n, 30n * DAY],
      [4n, { acceptanceWindow: 2n * DAY - 1n }, 2n * DAY - 1n, 2n * DAY],
      [5n, { validUntil: opensBy }, BigInt(opensBy), BigInt(opensBy) + 1n],
    ] as const;
    for (const [stage, change, given, bound] of wrong) {
      const draft = await draftFramework(connection, state, { closesAt, opensBy, ...change });
      await expect(publishFramework(state, draft))
        .to.be.revertedWithCustomError(state.frameworks, "Quote_Timetable")
        .withArgs(stage, given, bound);
    }
    const soon = await draftFramework(connection, state, { closesAt: (await latest(connection)) + DAY - 100n });
    await expect(publishFramework(state, soon)).to.be.revertedWithCustomError(state.frameworks, "Quote_Timetable");
    const open = await draftFramework(connection, state, { round: 0n });
    await expect(publishFramework(state, open)).to.be.revertedWithCustomError(state.frameworks, "Quote_NoTimeLock");
    const early = await draftFramework(connection, state, { round: 1n });
    await expect(publishFramework(state, early))
      .to.be.revertedWithCustomError(state.frameworks, "Quote_TimeLock")
      .withArgs(BEACON.genesis, early.terms.closesAt, BigInt(early.terms.opensBy) - DAY);
  });

  it("reverts for a contract of the call-offs that breaks the law at the ceiling", async () => {
    const state = await networkHelpers.loadFixture(bare);
    const draft = await draftFramework(connection, state);
    await expect(publishFramework(state, { ...draft, contract: { ...draft.contract, performanceBps: 0n } }))
      .to.be.revertedWithCustomError(state.opening, "Terms_PerformanceBond")
      .withArgs(0n, 4_201_681n);
    const tiny = await draftFramework(connection, state, { ceiling: 20n });
    await expect(publishFramework(state, { ...tiny, contract: { ...tiny.contract, performanceBps: 499n } }))
      .to.be.revertedWithCustomError(state.drafts, "Terms_Guarantee")
      .withArgs(499n, 500n);
    await expect(publishFramework(state, { ...draft, schedule: draft.schedule.slice(1) }))
      .to.be.revertedWithCustomError(state.frameworks, "Terms_Shares")
      .withArgs(5_000n, 10_000n);
  });

  it("takes lists from now on and commits no money", async () => {
    const state = await networkHelpers.loadFixture(published);
    expect(await state.frameworks.statusOf(state.framework)).to.equal(FRAMEWORK.offering);
    expect(await state.frameworks.statusOf(ZERO_HASH)).to.equal(FRAMEWORK.unknown);
    expect((await state.treasury.getLine(1n))[1].committed).to.equal(0n);
    const stored = await state.frameworks.getFramework(state.framework);
    expect([stored.ceiling, stored.used, stored.minimum]).to.deep.equal([100_000_000n, 0n, 2n]);
  });
});

describe("FrameworkBook.cancel", () => {
  it("reverts for a stranger, without a reason, and after closing", async () => {
    const { frameworks, buyer, buyerId, stranger, framework, terms } = await networkHelpers.loadFixture(published);
    await expect(frameworks.connect(stranger).cancel(framework, REASON.digest))
      .to.be.revertedWithCustomError(frameworks, "Framework_NotTheBody")
      .withArgs(framework, stranger, buyerId);
    await expect(frameworks.connect(buyer).cancel(framework, ZERO_HASH))
      .to.be.revertedWithCustomError(frameworks, "Framework_InvalidDocument")
      .withArgs(framework);
    await at(connection, BigInt(terms.closesAt) + 1n);
    await expect(frameworks.connect(buyer).cancel(framework, REASON.digest))
      .to.be.revertedWithCustomError(frameworks, "Framework_Status")
      .withArgs(framework, FRAMEWORK.opening);
  });

  it("ends it for good", async () => {
    const { frameworks, buyer, framework } = await networkHelpers.loadFixture(published);
    await expect(frameworks.connect(buyer).cancel(framework, REASON.digest))
      .to.emit(frameworks, "FrameworkCancelled")
      .withArgs(framework, buyer, REASON.digest);
    expect(await frameworks.statusOf(framework)).to.equal(FRAMEWORK.cancelled);
  });
});
