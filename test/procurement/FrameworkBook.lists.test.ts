import { expect } from "chai";
import { network } from "hardhat";

import { priceListHash } from "../../scripts/lib/tender/quotes/basket.ts";
import { DAY } from "../helpers/agreement.ts";
import { at, latest, REASON, ZERO_HASH } from "../helpers/court.ts";
import {
  activeFramework,
  filedLists,
  FRAMEWORK,
  ITEMS,
  LISTS,
  offerList,
  openList,
  publishedFramework,
} from "../helpers/framework.ts";
import { CIPHERTEXT, saltOf } from "../helpers/quotes.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const published = async () => publishedFramework(connection);
const filed = async () => filedLists(connection);
const active = async () => activeFramework(connection);

describe("FrameworkBook.offer and withdraw", () => {
  it("revert for a stranger, a suspended supplier, no commitment and a ciphertext that is empty or too long", async () => {
    const { frameworks, registry, sanctions, stranger, firms, framework } = await networkHelpers.loadFixture(published);
    const [first, second] = [firms[0]!, firms[1]!];
    await expect(frameworks.connect(stranger).offer(framework, saltOf(1n), CIPHERTEXT))
      .to.be.revertedWithCustomError(frameworks, "Quote_NotEligible")
      .withArgs(framework, 0n);
    await registry.connect(sanctions).suspend(first.id, (await latest(connection)) + DAY, REASON.digest);
    await expect(frameworks.connect(first.account).offer(framework, saltOf(1n), CIPHERTEXT))
      .to.be.revertedWithCustomError(frameworks, "Quote_NotEligible")
      .withArgs(framework, first.id);
    await expect(frameworks.connect(second.account).offer(framework, ZERO_HASH, CIPHERTEXT))
      .to.be.revertedWithCustomError(frameworks, "Quote_NoCommitment")
      .withArgs(framework);
    for (const [ciphertext, size] of [
      ["0x", 0n],
      [`0x${"ab".repeat(8_193)}`, 8_193n],
    ] as const) {
      await expect(frameworks.connect(second.account).offer(framework, saltOf(1n), ciphertext))
        .to.be.revertedWithCustomError(frameworks, "Quote_Ciphertext")
        .withArgs(framework, size, 8_192n);
    }
    await expect(frameworks.connect(second.account).offer(framework, saltOf(1n), CIPHERTEXT))
      .to.emit(frameworks, "ListFiled")
      .withArgs(framework, second.account, second.id, second.group, saltOf(1n), CIPHERTEXT);
  });

  it("replace and take back a list until closing", async () => {
    const state = await networkHelpers.loadFixture(published);
    const { frameworks, firms, framework, terms } = state;
    const { account, id } = firms[0]!;
    await expect(frameworks.connect(account).withdraw(framework))
      .to.be.revertedWithCustomError(frameworks, "Quote_None")
      .withArgs(framework, id);
    await offerList(state, 0, LISTS[1]!);
    await offerList(state, 0, LISTS[0]!);
    await expect(frameworks.connect(account).withdraw(framework))
      .to.emit(frameworks, "ListWithdrawn")
      .withArgs(framework, account, id);
    expect((await frameworks.getOffer(framework, id)).commitment).to.equal(ZERO_HASH);
    await at(connection, BigInt(terms.closesAt) + 1n);
    await expect(offerList(state, 0, LISTS[0]!))
      .to.be.revertedWithCustomError(frameworks, "Framework_Status")
      .withArgs(framework, FRAMEWORK.opening);
  });
});

describe("FrameworkBook.open", () => {
  it("reverts for another catalogue, before closing, without a list, twice, and for other prices", async () => {
    const early = await networkHelpers.loadFixture(published);
    await offerList(early, 0, LISTS[0]!);
    await expect(openList(early, 0, LISTS[0]!))
      .to.be.revertedWithCustomError(early.frameworks, "Framework_Status")
      .withArgs(early.framework, FRAMEWORK.offering);
    const state = await networkHelpers.loadFixture(filed);
    const { frameworks, framework, firms } = state;
    await expect(openList(state, 0, LISTS[0]!, ITEMS.slice(1))).to.be.revertedWithCustomError(
      frameworks,
      "Quote_TermsMismatch",
    );
    await expect(openList(state, 3, LISTS[0]!))
      .to.be.revertedWithCustomError(frameworks, "Quote_None")
      .withArgs(framework, firms[3]!.id);
    await expect(openList(state, 0, LISTS[1]!))
      .to.be.revertedWithCustomError(frameworks, "Quote_Mismatch")
      .withArgs(framework, firms[0]!.id);
    await openList(state, 0, LISTS[0]!);
    await expect(openList(state, 0, LISTS[0]!))
      .to.be.revertedWithCustomError(frameworks, "Quote_AlreadyOpened")
      .withArgs(framework, firms[0]!.id);
  });

  it("admits what is within the catalogue and nothing else, and stops for nothing", async () => {
    const above = [5_001n, 1n, 1n];
    const state = await activeFramework(connection, [LISTS[0]!, above, [0n, 0n, 0n]]);
    const { frameworks, framework, firms } = state;
    expect(await frameworks.listOf(framework, firms[0]!.id)).to.equal(priceListHash(LISTS[0]!));
    for (const index of [1, 2, 3]) expect(await frameworks.listOf(framework, firms[index]!.id)).to.equal(ZERO_HASH);
    await networkHelpers.mine();
    expect(await frameworks.statusOf(framework)).to.equal(FRAMEWORK.unsuccessful);
  });

  it("makes the framework active from two groups on, until its last second", async () => {
    const { frameworks, framework, terms } = await networkHelpers.loadFixture(active);
    await networkHelpers.time.increaseTo(BigInt(terms.validUntil));
    expect(await frameworks.statusOf(framework)).to.equal(FRAMEWORK.active);
    await networkHelpers.mine();
    expect(await frameworks.statusOf(framework)).to.equal(FRAMEWORK.expired);
  });
});

describe("FrameworkBook, attack: a group that opens one of its lists", () => {
  it("is out with all of them", async () => {
    const state = await filedLists(connection, [...LISTS, [4_999n, 799_999n, 299n]]);
    for (const index of [0, 1, 2]) await openList(state, index, LISTS[index]!);
    expect(await state.frameworks.listOf(state.framework, state.firms[0]!.id)).to.equal(ZERO_HASH);
    expect((await state.frameworks.getFramework(state.framework)).admitted).to.equal(2n);
    await openList(state, 3, [4_999n, 799_999n, 299n]);
    expect(await state.frameworks.listOf(state.framework, state.firms[0]!.id)).to.equal(priceListHash(LISTS[0]!));
    expect((await state.frameworks.getFramework(state.framework)).admitted).to.equal(3n);
  });
});

describe("FrameworkBook.lower", () => {
  it("reverts before the framework is active", async () => {
    const state = await networkHelpers.loadFixture(filed);
    const { account } = state.firms[0]!;
    await expect(state.frameworks.connect(account).lower(state.framework, LISTS[0]!, [1n, 1n, 1n]))
      .to.be.revertedWithCustomError(state.frameworks, "Framework_Status")
      .withArgs(state.framework, FRAMEWORK.opening);
  });

  it("reverts for a supplier that is not admitted, and from a list that is not its own", async () => {
    const { frameworks, framework, supplier, supplierId, firms } = await networkHelpers.loadFixture(active);
    await expect(frameworks.connect(supplier).lower(framework, LISTS[0]!, [1n, 1n, 1n]))
      .to.be.revertedWithCustomError(frameworks, "Framework_NotAdmitted")
      .withArgs(framework, supplierId);
    await expect(frameworks.connect(firms[0]!.account).lower(framework, LISTS[1]!, [1n, 1n, 1n]))
      .to.be.revertedWithCustomError(frameworks, "Framework_ListMismatch")
      .withArgs(framework, firms[0]!.id, priceListHash(LISTS[1]!), priceListHash(LISTS[0]!));
  });

  it("stores the lower list", async () => {
    const { frameworks, framework, firms } = await networkHelpers.loadFixture(active);
    const { account, id } = firms[0]!;
    const cheaper = [4_500n, 699_999n, 300n];
    await expect(frameworks.connect(account).lower(framework, LISTS[0]!, cheaper))
      .to.emit(frameworks, "ListLowered")
      .withArgs(framework, account, id, cheaper);
    expect(await frameworks.listOf(framework, id)).to.equal(priceListHash(cheaper));
  });
});

describe("FrameworkBook, attack: a price raised after admission", () => {
  it("reverts for one price up, an item dropped or added, and no change", async () => {
    const { frameworks, framework, firms } = await networkHelpers.loadFixture(active);
    const { account, id } = firms[2]!;
    for (const prices of [
      [4_001n, 0n, 1n],
      [0n, 0n, 250n],
      [3_000n, 1n, 250n],
      [4_000n, 0n, 250n],
      [4_000n, 0n],
    ]) {
      await expect(frameworks.connect(account).lower(framework, LISTS[2]!, prices))
        .to.be.revertedWithCustomError(frameworks, "Framework_NotLower")
        .withArgs(framework, id);
    }
  });
});

describe("FrameworkBook.take and giveBack", () => {
  it("revert for everyone but the modules", async () => {
    const { frameworks, framework, buyer } = await networkHelpers.loadFixture(active);
    await expect(frameworks.connect(buyer).take(framework, 1n))
      .to.be.revertedWithCustomError(frameworks, "Framework_OnlyModules")
      .withArgs(buyer);
    await expect(frameworks.connect(buyer).giveBack(framework, 1n))
      .to.be.revertedWithCustomError(frameworks, "Framework_OnlyModules")
      .withArgs(buyer);
  });
});
