import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { moveToWallet } from "../helpers/changes.ts";
import { at, BOND, latest, NO_DOCUMENT, REASON, ZERO_HASH } from "../helpers/court.ts";
import { announcedDraft, awardDirectly, largeDraft, smallDraft, withOtherAnnex } from "../helpers/direct-award.ts";
import { draftContract, fundedLine, signContract, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const drafted = () => smallDraft(connection);
const draftedLarge = () => largeDraft(connection);
const announced = () => announcedDraft(connection);

describe("OpeningDesk.award", () => {
  it("reverts while a pause is on, and works again in the second after it", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    const { opening, guardian } = state;
    await opening.connect(guardian).pause(REASON.digest);
    const until = (await latest(connection)) + 7n * DAY;
    await at(connection, until - 1n);
    await expect(awardDirectly(state)).to.be.revertedWithCustomError(opening, "Pause_On").withArgs(until);
    await at(connection, until);
    await expect(awardDirectly(state)).to.emit(opening, "ContractOpened");
  });

  it("reverts for a buyer that is not the buyer of the terms", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    const { opening, buyer, factor, deed, factorId } = state;
    await expect(awardDirectly(state, { deed: { ...deed, terms: { ...deed.terms, buyer: factorId } } }))
      .to.be.revertedWithCustomError(opening, "Award_NotTheBuyer")
      .withArgs(buyer, factor);
  });

  it("reverts for a suspended supplier", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    const { opening, registry, sanctions, supplierId } = state;
    await registry.connect(sanctions).suspend(supplierId, (await latest(connection)) + DAY, REASON.digest);
    await expect(awardDirectly(state))
      .to.be.revertedWithCustomError(opening, "Award_SupplierNotActive")
      .withArgs(supplierId);
  });

  it("reverts without a justification", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    await expect(awardDirectly(state, { reason: NO_DOCUMENT }))
      .to.be.revertedWithCustomError(state.opening, "Award_NoJustification")
      .withArgs(state.id);
  });

  it("reverts where it names no case of the law", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    const { opening, buyer, supplier, deed, schedule, id } = state;
    const signature = await signContract(opening, supplier, deed, schedule);
    await expect(opening.connect(buyer).award(deed, schedule, 0, REASON, signature))
      .to.be.revertedWithCustomError(opening, "Award_NoRoute")
      .withArgs(id);
  });

  it("needs no notice a peso below the threshold", async () => {
    const fixture = await fundedLine(connection);
    const state = { ...fixture, ...(await draftContract(fixture, { amounts: [THRESHOLD - 1n] })) };
    await expect(awardDirectly(state))
      .to.emit(state.opening, "AwardedDirectly")
      .withArgs(state.id, state.buyer, state.supplierId, 1, Object.values(REASON));
  });

  it("reverts at the threshold where nothing was announced", async () => {
    const state = await networkHelpers.loadFixture(draftedLarge);
    await expect(awardDirectly(state))
      .to.be.revertedWithCustomError(state.opening, "Award_NotAnnounced")
      .withArgs(state.id);
  });

  it("reverts a second before the notice has passed and opens at that second", async () => {
    const state = await networkHelpers.loadFixture(announced);
    const { opening, escrow, id, openFrom } = state;
    await at(connection, openFrom - 1n);
    await expect(awardDirectly(state))
      .to.be.revertedWithCustomError(opening, "Award_NoticeRunning")
      .withArgs(id, openFrom);
    await at(connection, openFrom);
    await expect(awardDirectly(state)).to.emit(opening, "ContractOpened");
    expect((await escrow.getFacts(id)).openedAt).to.equal(openFrom);
    expect(await escrow.performanceBondOf(id)).to.equal(3_500_000n);
  });

  it("waits for the notice also below the threshold, where one was given", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    const openFrom = (await latest(connection)) + 9n * DAY;
    await state.opening.connect(state.buyer).announce(state.deed, REASON, openFrom);
    await expect(awardDirectly(state))
      .to.be.revertedWithCustomError(state.opening, "Award_NoticeRunning")
      .withArgs(state.id, openFrom);
  });

  describe("when the supplier did not sign exactly this", () => {
    it("reverts for another's signature and for none", async () => {
      const state = await networkHelpers.loadFixture(drafted);
      const { opening, buyer, supplier, deed, schedule, id } = state;
      for (const signature of [await signContract(opening, buyer, deed, schedule), "0x"]) {
        await expect(awardDirectly(state, { signature }))
          .to.be.revertedWithCustomError(opening, "Award_BadSignature")
          .withArgs(id, supplier);
      }
    });

    it("reverts for another schedule", async () => {
      const state = await networkHelpers.loadFixture(drafted);
      const { opening, supplier, deed, schedule, id } = state;
      const later = schedule.map((milestone) => ({ ...milestone, dueAt: BigInt(milestone.dueAt) - DAY }));
      await expect(awardDirectly(state, { signature: await signContract(opening, supplier, deed, later) }))
        .to.be.revertedWithCustomError(opening, "Award_BadSignature")
        .withArgs(id, supplier);
    });

    it("reverts for other terms", async () => {
      const state = await networkHelpers.loadFixture(drafted);
      const { opening, supplier, deed, schedule } = state;
      const signature = await signContract(opening, supplier, deed, schedule);
      const changed = withOtherAnnex(state, { fineCapBps: 2_999n });
      await expect(awardDirectly(state, { deed: changed.deed, signature }))
        .to.be.revertedWithCustomError(opening, "Award_BadSignature")
        .withArgs(changed.id, supplier);
    });
  });

  it("takes the signature of a contract account (ERC-1271)", async () => {
    const fixture = await fundedLine(connection);
    const wallet = await moveToWallet(connection, fixture, fixture.supplierId, fixture.supplier);
    const state = { ...fixture, ...(await draftContract(fixture)) };
    await expect(awardDirectly(state)).to.emit(state.opening, "AwardedDirectly");
    await expect(
      wallet.execute(state.escrow, state.escrow.interface.encodeFunctionData("deliver", [state.id, 0, REASON])),
    )
      .to.emit(state.escrow, "MilestoneDelivered")
      .withArgs(state.id, wallet, 0, Object.values(REASON));
  });

  it("reverts a second time for the same terms", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    await awardDirectly(state);
    await expect(awardDirectly(state))
      .to.be.revertedWithCustomError(state.escrow, "Escrow_AlreadyOpen")
      .withArgs(state.id);
  });

  it("commits the price and takes the bond from the supplier", async () => {
    const state = await networkHelpers.loadFixture(drafted);
    const { opening, treasury, token, supplier, buyer } = state;
    const bonded = withOtherAnnex(state, { performanceBond: BOND });
    const opened = awardDirectly(state, { deed: bonded.deed });
    await expect(opened).to.changeTokenBalances(ethers, token, [supplier, treasury], [-BOND, BOND]);
    await expect(opened)
      .to.emit(opening, "ContractOpened")
      .withArgs(
        bonded.id,
        buyer,
        state.deed.annex.ocid,
        () => true,
        () => true,
        ZERO_HASH,
      );
    expect((await treasury.getLine(1n))[1].committed).to.equal(60_000_000n);
  });
});
