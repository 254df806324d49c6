import { expect } from "chai";
import { network } from "hardhat";

import { contractId, DAY, documentOf } from "../helpers/agreement.ts";
import { applyChange, orderOf } from "../helpers/changes.ts";
import { at, BOND, bondedContract, EVIDENCE, latest, REASON, TOPIC } from "../helpers/court.ts";
import { draftContract, fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection, ContractOptions } from "../helpers/suite.ts";
import { AWARDING_ROLE, awardingContract } from "../helpers/tender.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;
const JUNK = documentOf("empty file");
const SETTLED = 8n;

async function opened(options: ContractOptions = {}) {
  const fixture = await fundedLine(connection);
  return { ...fixture, ...(await openContract(fixture, options)) };
}

type Bonded = Awaited<ReturnType<typeof bondedContract>>;

/** Ways in which a decision becomes final, by its second: the last one at which a delivery counts, and the review where it ends that. */
const APPEALS: Record<string, (state: Bonded, decidedAt: bigint) => Promise<{ last: bigint; review?: () => unknown }>> =
  {
    "where nobody appeals": (_, decidedAt) => Promise.resolve({ last: decidedAt + 5n * DAY }),
    "where a pause lengthened the appeal": async ({ opening, guardian }, decidedAt) => {
      await opening.connect(guardian).pause(REASON.digest);
      return { last: decidedAt + 12n * DAY };
    },
    "where the reviewer confirms it": async ({ court, supplier, reviewer, deed }, decidedAt) => {
      await court.connect(supplier).appealTermination(deed, REASON);
      const review = () => court.connect(reviewer).reviewTermination(deed, true, 0n, REASON.digest);
      return { last: decidedAt + 10n * DAY, review };
    },
  };

describe("Evasions that a review of the contracts tried", () => {
  it("no advance is drawn against a receivable that was sold", async () => {
    const { escrow, supplier, factorId, deed, id } = await opened({ terms: { advance: 40_000_000n } });
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await escrow.connect(supplier).assign(id, 0, factorId);
    await expect(escrow.connect(supplier).drawAdvance(deed))
      .to.be.revertedWithCustomError(escrow, "Escrow_NoAdvance")
      .withArgs(id);
  });

  it("no advance is drawn while a termination runs", async () => {
    const { escrow, court, buyer, supplier, deed, id } = await opened({ terms: { advance: 60_000_000n } });
    await court.connect(buyer).noticeTermination(deed, 2, REASON);
    expect(await court.isTerminating(id)).to.equal(true);
    await expect(escrow.connect(supplier).drawAdvance(deed))
      .to.be.revertedWithCustomError(escrow, "Escrow_NoAdvance")
      .withArgs(id);
  });

  it("only the holder of a receivable settles a dispute on it", async () => {
    const state = await opened({ certificates: 1n });
    const { escrow, court, desk, supplier, inspector, certifier, buyer, factor, factorId, token, deed, id } = state;
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await escrow.connect(supplier).assign(id, 0, factorId);
    await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
    await desk.connect(factor).request(deed, 0, 0, REASON);
    await desk.connect(certifier).refuse(deed, 0, 0, 20_000_000n, REASON);
    await court.connect(buyer).offer(deed.terms, 0, TOPIC.certificate0, 10_000_000n);
    await expect(court.connect(supplier).acceptOffer(deed.terms, 0, TOPIC.certificate0, 10_000_000n))
      .to.be.revertedWithCustomError(court, "Dispute_NotAParty")
      .withArgs(id, supplier);
    await expect(court.connect(supplier).offer(deed.terms, 0, TOPIC.certificate0, 0n))
      .to.be.revertedWithCustomError(court, "Dispute_NotAParty")
      .withArgs(id, supplier);
    await expect(
      court.connect(factor).acceptOffer(deed.terms, 0, TOPIC.certificate0, 10_000_000n),
    ).to.changeTokenBalance(ethers, token, factor, 9_000_000n);
  });

  it("the holder of a receivable may take an objection before the court", async () => {
    const { escrow, court, supplier, inspector, factor, factorId, deed, id } = await opened();
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await escrow.connect(supplier).assign(id, 0, factorId);
    await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 5_000_000n, REASON);
    await court.connect(factor).dispute(id, 0, REASON);
    expect((await court.getCase(id, 0, TOPIC.delivery)).amount).to.equal(5_000_000n);
  });

  it("a thief's own proposal keeps the office from nothing and frees no credit", async () => {
    const { escrow, registry, treasury, accreditor, supplier, inspector, stranger, factor, ...state } = await opened();
    const { supplierId, token, deed, id } = state;
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await registry.connect(supplier).proposeRotation(supplierId, stranger);
    await escrow.connect(inspector).accept(deed.terms, 0, EVIDENCE.digest);
    await registry.connect(accreditor).proposeRecovery(supplierId, inspector);
    await expect(registry.connect(supplier).cancelRotation(supplierId))
      .to.be.revertedWithCustomError(registry, "Registry_NoRotation")
      .withArgs(supplierId);
    await expect(treasury.connect(factor).withdraw(supplierId, token))
      .to.be.revertedWithCustomError(treasury, "Treasury_NoAccount")
      .withArgs(supplierId);
  });

  it("what an awarding contract reserved is free again after its last second", async () => {
    const fixture = await fundedLine(connection);
    const { opening, treasury, buyerId, stranger, token } = fixture;
    const tender = await awardingContract(connection, fixture);
    await tender.reserve(1n, token, buyerId, 10_000_000_000n, REASON.digest);
    const { until } = await opening.getReservation(tender, REASON.digest);
    await at(connection, until);
    await expect(opening.connect(stranger).lapseReservation(tender, REASON.digest))
      .to.be.revertedWithCustomError(opening, "Opening_ReservationRunning")
      .withArgs(REASON.digest, until);
    await at(connection, until + 1n);
    await expect(opening.connect(stranger).lapseReservation(tender, REASON.digest))
      .to.emit(opening, "ReservationReleased")
      .withArgs(REASON.digest, stranger, 10_000_000_000n);
    expect((await treasury.getLine(1n)).balance.committed).to.equal(0n);
  });

  for (const [when, ahead] of [
    ["in the past", 0n],
    ["after the longest term", 731n * DAY],
  ] as const) {
    it(`no reservation ends ${when}`, async () => {
      const fixture = await fundedLine(connection);
      const { opening, manager, admin, buyer, buyerId, token } = fixture;
      await networkHelpers.time.increase(1n);
      const grant = manager.interface.encodeFunctionData("grantRole", [AWARDING_ROLE, buyer.address, 0]);
      await manager.connect(admin).schedule(manager, grant, 0n);
      await networkHelpers.time.increase(5n * DAY);
      await manager.connect(admin).execute(manager, grant);
      const until = (await latest(connection)) + ahead;
      await expect(opening.connect(buyer).reserve(1n, token, buyerId, 1n, REASON.digest, until))
        .to.be.revertedWithCustomError(opening, "Opening_InvalidTerm")
        .withArgs(REASON.digest, until);
    });
  }

  it("no contract opens under a reservation for a buyer that does not own the line", async () => {
    const fixture = await fundedLine(connection);
    const { opening, token, buyerId, factorId } = fixture;
    const tender = await awardingContract(connection, fixture);
    const draft = await draftContract(fixture);
    await tender.reserve(1n, token, buyerId, 60_000_000n, REASON.digest);
    const terms = { ...draft.deed.terms, buyer: factorId };
    await expect(tender.open({ terms, annex: draft.deed.annex }, draft.schedule, REASON.digest))
      .to.be.revertedWithCustomError(opening, "Opening_OtherLine")
      .withArgs(REASON.digest, 1n);
    expect((await fixture.escrow.getFacts(contractId(terms))).count).to.equal(0n);
  });

  it("an empty file in time is no delivery for the fine", async () => {
    const { escrow, court, supplier, inspector, deed, id, schedule } = await bondedContract(connection);
    await at(connection, BigInt(schedule[0]!.dueAt));
    await escrow.connect(supplier).deliver(id, 0, JUNK);
    await escrow.connect(inspector).object(deed.terms, 0, JUNK.digest, 20_000_000n, REASON);
    await networkHelpers.time.increase(10n * DAY);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    expect((await court.getFine(id, 0)).amount).to.equal(2_000_000n);
  });

  it("a wholly objected delivery counts once the court gives the supplier a part of it", async () => {
    const { escrow, court, supplier, inspector, arbiter, deed, id, schedule } = await bondedContract(connection);
    await at(connection, BigInt(schedule[0]!.dueAt));
    await escrow.connect(supplier).deliver(id, 0, EVIDENCE);
    await escrow.connect(inspector).object(deed.terms, 0, EVIDENCE.digest, 20_000_000n, REASON);
    await court.connect(supplier).dispute(id, 0, REASON);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await court.connect(arbiter).rule(deed, 0, TOPIC.delivery, 1n, REASON.digest);
    expect((await escrow.getMilestone(id, 0)).milestone.flags & SETTLED).to.equal(SETTLED);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Fine_NotLate")
      .withArgs(id, 0);
  });

  it("a schedule that runs out during the appeal saves no forfeit", async () => {
    const { escrow, court, buyer, supplier, reviewer, stranger, deed, id } = await bondedContract(connection);
    const endsAt = BigInt(deed.annex.endsAt);
    await at(connection, endsAt - 12n * DAY);
    await court.connect(buyer).noticeTermination(deed, 2, REASON);
    await at(connection, endsAt - 2n * DAY);
    await court.connect(supplier).defendTermination(deed, REASON);
    await court.connect(buyer).decideTermination(deed, true, BOND, REASON.digest);
    await at(connection, endsAt);
    await court.connect(supplier).appealTermination(deed, REASON);
    await escrow.connect(supplier).expire(deed.terms);
    await court.connect(reviewer).reviewTermination(deed, true, BOND, REASON.digest);
    await court.connect(stranger).closeTermination(deed);
    expect(await escrow.performanceBondOf(id)).to.equal(0n);
  });

  for (const [how, appeal] of Object.entries(APPEALS)) {
    it(`what is delivered after a termination is final counts as not delivered, ${how}`, async () => {
      const state = await bondedContract(connection);
      const { escrow, court, treasury, buyer, supplier, stranger, deed, id } = state;
      await court.connect(buyer).noticeTermination(deed, 2, REASON);
      await networkHelpers.time.increase(10n * DAY + 1n);
      await court.connect(buyer).decideTermination(deed, true, 0n, REASON.digest);
      const { last, review } = await appeal(state, await latest(connection));
      await at(connection, last);
      await escrow.connect(supplier).deliver(id, 0, EVIDENCE); // still a delivery like any other
      await review?.();
      await escrow.connect(supplier).deliver(id, 1, JUNK);
      await escrow.connect(supplier).deliver(id, 2, JUNK);
      await court.connect(stranger).closeTermination(deed);
      expect((await treasury.getLine(1n)).balance.committed).to.equal(20_000_000n);
    });
  }

  it("what is delivered after a termination is final and reviewed before it is closed counts, and is not released twice", async () => {
    const state = await bondedContract(connection, { terms: { retentionBps: 0n } });
    const { escrow, court, treasury, buyer, supplier, inspector, stranger, deed, id } = state;
    await court.connect(buyer).noticeTermination(deed, 2, REASON);
    await networkHelpers.time.increase(10n * DAY + 1n);
    await court.connect(buyer).decideTermination(deed, true, 0n, REASON.digest);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await escrow.connect(supplier).deliver(id, 1, EVIDENCE);
    await escrow.connect(inspector).object(deed.terms, 1, EVIDENCE.digest, 5_000_000n, REASON);
    await court.connect(stranger).closeTermination(deed);
    expect((await treasury.getLine(1n)).balance.committed).to.equal(5_000_000n);
  });

  it("a fine noticed after the bond's expiry leaves a bond alone that a claim keeps", async () => {
    const now = await latest(connection);
    const annex = { endsAt: now + 100n * DAY, bondUntil: now + 110n * DAY };
    const { escrow, court, buyer, inspector, deed, id } = await bondedContract(connection, { annex });
    await at(connection, BigInt(deed.annex.endsAt) + 1n);
    await escrow.expire(deed.terms);
    await at(connection, BigInt(deed.annex.bondUntil));
    await court.connect(buyer).claimBond(deed, 1n, REASON);
    await court.connect(inspector).noticeFine(deed, 0, REASON);
    await networkHelpers.time.increase(10n * DAY + 1n);
    await court.connect(buyer).decideFine(deed, 0, (await court.getFine(id, 0)).amount, REASON.digest);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await court.closeFine(deed, 0);
    expect(await escrow.performanceBondOf(id)).to.equal(BOND);
  });

  it("a termination may forfeit what a change order added to the bond", async () => {
    const state = await bondedContract(connection);
    const { escrow, court, buyer, deed, id, schedule } = state;
    await applyChange(
      state,
      await orderOf(connection, state, [[2n, { ...schedule[2]!, amount: 38_000_000n }]], { bondIncrease: 5_000_000n }),
    );
    await court.connect(buyer).noticeTermination(deed, 2, REASON);
    await networkHelpers.time.increase(10n * DAY + 1n);
    await court.connect(buyer).decideTermination(deed, true, BOND + 5_000_000n, REASON.digest);
    await networkHelpers.time.increase(5n * DAY + 1n);
    await court.closeTermination(deed);
    expect(await escrow.performanceBondOf(id)).to.equal(0n);
  });

  it("no fine is noticed after the window of final acceptance", async () => {
    const { court, escrow, inspector, supplier, deed, id, schedule } = await bondedContract(connection);
    await at(connection, BigInt(schedule[2]!.dueAt) + 5n * DAY);
    for (const index of [0, 1, 2]) {
      await escrow.connect(supplier).deliver(id, index, EVIDENCE);
      await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
    }
    await networkHelpers.time.increase(BigInt(deed.annex.warranty) + 8n * DAY + 1n);
    await expect(court.connect(inspector).noticeFine(deed, 0, REASON))
      .to.be.revertedWithCustomError(court, "Escrow_Ended")
      .withArgs(id);
  });
});
