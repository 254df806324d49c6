import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { at, latest, LONG_POINTER, NO_DOCUMENT, REASON, ZERO_HASH } from "../helpers/court.ts";
import { announcedDraft, awardDirectly, largeDraft } from "../helpers/direct-award.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const draftedLarge = () => largeDraft(connection);
const announced = () => announcedDraft(connection);

describe("OpeningDesk.announce", () => {
  it("reverts for an account without the buyers' role", async () => {
    const { opening, manager, stranger, deed } = await networkHelpers.loadFixture(draftedLarge);
    await expect(opening.connect(stranger).announce(deed, REASON, 0n))
      .to.be.revertedWithCustomError(opening, "AccessManagedUnauthorized")
      .withArgs(stranger);
    expect(await manager.hasRole(100n, stranger)).to.deep.equal([false, 0n]);
  });

  it("reverts while a pause is on", async () => {
    const { opening, guardian, buyer, deed, openFrom } = await networkHelpers.loadFixture(announced);
    await opening.connect(guardian).pause(REASON.digest);
    const until = (await latest(connection)) + 7n * DAY;
    await expect(opening.connect(buyer).announce(deed, REASON, openFrom))
      .to.be.revertedWithCustomError(opening, "Pause_On")
      .withArgs(until);
  });

  it("reverts for a buyer that is not the buyer of the terms", async () => {
    const { opening, buyer, supplier, deed, supplierId } = await networkHelpers.loadFixture(draftedLarge);
    const other = { ...deed, terms: { ...deed.terms, buyer: supplierId } };
    await expect(opening.connect(buyer).announce(other, REASON, 0n))
      .to.be.revertedWithCustomError(opening, "Award_NotTheBuyer")
      .withArgs(buyer, supplier);
  });

  for (const [what, document] of [
    ["names no file", NO_DOCUMENT],
    ["has too long a pointer", LONG_POINTER],
  ] as const) {
    it(`reverts where the justification ${what}`, async () => {
      const { opening, buyer, deed, id } = await networkHelpers.loadFixture(draftedLarge);
      await expect(opening.connect(buyer).announce(deed, document, 4_000_000_000n))
        .to.be.revertedWithCustomError(opening, "Award_NoJustification")
        .withArgs(id);
    });
  }

  it("reverts a second time", async () => {
    const { opening, buyer, deed, id, openFrom } = await networkHelpers.loadFixture(announced);
    await expect(opening.connect(buyer).announce(deed, REASON, 4_000_000_000n))
      .to.be.revertedWithCustomError(opening, "Award_AlreadyAnnounced")
      .withArgs(id, openFrom - 5n * DAY);
  });

  it("reverts for a notice a second shorter than 5 days", async () => {
    const { opening, buyer, deed, id } = await networkHelpers.loadFixture(draftedLarge);
    const time = (await latest(connection)) + 10n;
    await at(connection, time);
    await expect(opening.connect(buyer).announce(deed, REASON, time + 5n * DAY - 1n))
      .to.be.revertedWithCustomError(opening, "Award_NoticeRunning")
      .withArgs(id, time + 5n * DAY);
  });

  it("publishes the terms and the justification", async () => {
    const { opening, buyer, deed, id, supplierId } = await networkHelpers.loadFixture(draftedLarge);
    const openFrom = 4_000_000_000n;
    await expect(opening.connect(buyer).announce(deed, REASON, openFrom))
      .to.emit(opening, "AwardAnnounced")
      .withArgs(id, buyer, supplierId, () => true, Object.values(REASON), openFrom);
    const announcement = await opening.getAnnouncement(id);
    expect([announcement.announcedAt, announcement.openFrom, announcement.annulled]).to.deep.equal([
      await latest(connection),
      openFrom,
      false,
    ]);
  });
});

describe("OpeningDesk.objectTo", () => {
  it("reverts where nothing was announced", async () => {
    const { opening, factor, id } = await networkHelpers.loadFixture(draftedLarge);
    await expect(opening.connect(factor).objectTo(id, REASON))
      .to.be.revertedWithCustomError(opening, "Award_NotAnnounced")
      .withArgs(id);
  });

  it("reverts for an account that is no registered supplier", async () => {
    const { opening, stranger, buyer, id } = await networkHelpers.loadFixture(announced);
    for (const caller of [stranger, buyer]) {
      await expect(opening.connect(caller).objectTo(id, REASON))
        .to.be.revertedWithCustomError(opening, "Award_NotARegisteredSupplier")
        .withArgs(caller);
    }
  });

  it("reverts without a reason", async () => {
    const { opening, factor, id } = await networkHelpers.loadFixture(announced);
    await expect(opening.connect(factor).objectTo(id, NO_DOCUMENT))
      .to.be.revertedWithCustomError(opening, "Award_NoJustification")
      .withArgs(id);
  });

  it("is possible until the second before the contract may open", async () => {
    const { opening, factor, factorId, id, openFrom } = await networkHelpers.loadFixture(announced);
    await at(connection, openFrom - 1n);
    await expect(opening.connect(factor).objectTo(id, REASON))
      .to.emit(opening, "AwardObjected")
      .withArgs(id, factor, factorId, Object.values(REASON));
    await at(connection, openFrom);
    await expect(opening.connect(factor).objectTo(id, REASON))
      .to.be.revertedWithCustomError(opening, "Award_NotAnnounced")
      .withArgs(id);
  });
});

describe("OpeningDesk.annul", () => {
  it("reverts for everyone but the reviewer of the terms", async () => {
    const { opening, buyer, deed, id } = await networkHelpers.loadFixture(announced);
    await expect(opening.connect(buyer).annul(deed, REASON.digest))
      .to.be.revertedWithCustomError(opening, "Award_NotTheReviewer")
      .withArgs(id, buyer);
  });

  it("reverts without a reason", async () => {
    const { opening, reviewer, deed, id } = await networkHelpers.loadFixture(announced);
    await expect(opening.connect(reviewer).annul(deed, ZERO_HASH))
      .to.be.revertedWithCustomError(opening, "Award_NoJustification")
      .withArgs(id);
  });

  it("reverts once the contract may open", async () => {
    const { opening, reviewer, deed, id, openFrom } = await networkHelpers.loadFixture(announced);
    await at(connection, openFrom);
    await expect(opening.connect(reviewer).annul(deed, REASON.digest))
      .to.be.revertedWithCustomError(opening, "Award_NotAnnounced")
      .withArgs(id);
  });

  it("stops the award, objections and a second annulment", async () => {
    const state = await networkHelpers.loadFixture(announced);
    const { opening, reviewer, factor, deed, id, openFrom } = state;
    await expect(opening.connect(reviewer).annul(deed, REASON.digest))
      .to.emit(opening, "AwardAnnulled")
      .withArgs(id, reviewer, REASON.digest);
    await expect(opening.connect(reviewer).annul(deed, REASON.digest))
      .to.be.revertedWithCustomError(opening, "Award_Annulled")
      .withArgs(id);
    await expect(opening.connect(factor).objectTo(id, REASON))
      .to.be.revertedWithCustomError(opening, "Award_Annulled")
      .withArgs(id);
    await at(connection, openFrom);
    await expect(awardDirectly(state)).to.be.revertedWithCustomError(opening, "Award_Annulled").withArgs(id);
  });
});
