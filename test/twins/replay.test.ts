import { expect } from "chai";
import { network } from "hardhat";

import type { Deed, MilestoneTerms } from "../../scripts/lib/procurement/agreement.ts";
import type { ChainLog } from "../../scripts/lib/procurement/decode-logs.ts";
import { reconcile } from "../../scripts/lib/procurement/replay.ts";
import { imbalanceOf } from "../../scripts/lib/procurement/replay-contracts.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import { signChange, signTermination } from "../helpers/changes.ts";
import { APPROPRIATION, fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection, LineFixture } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

const REPORT = documentOf("report");
const TOPIC = { delivery: 0n, finalAcceptance: 4n };
const BALANCE = { es: "saldo de la tesorería", en: "balance of the treasury" };
const LATER = 4_000_000_000n;

const wait = (days: bigint) => networkHelpers.time.increase(days * DAY);

/** A contract of 60 million in three milestones, with a fifth of it advanced and every bond posted. */
async function securedContract(fixture: LineFixture, name: string) {
  const { deed, schedule, id } = await openContract(fixture, {
    terms: { advance: 12_000_000n },
    annex: { advanceBond: 12_000_000n, performanceBond: 3_000_000n, document: documentOf(name).digest },
  });
  await fixture.escrow.connect(fixture.supplier).drawAdvance(deed);
  return { deed: deed as Deed, schedule: schedule as MilestoneTerms[], id };
}

type Contract = Awaited<ReturnType<typeof securedContract>>;

async function deliverAndAccept({ escrow, supplier, inspector }: LineFixture, { deed, id }: Contract, index: number) {
  await escrow.connect(supplier).deliver(id, index, REPORT);
  await escrow.connect(inspector).accept(deed.terms, index, REPORT.digest);
}

/** Ends a contract by agreement while most of its advance is not amortised. */
async function endByAgreement({ changes, buyer, supplier }: LineFixture, { deed, id }: Contract) {
  const termination = {
    termsHash: await changes.termsHashOf(id),
    document: documentOf("end").digest,
    deadline: LATER,
  };
  const signatures = [
    await signTermination(changes, buyer, termination),
    await signTermination(changes, supplier, termination),
  ] as const;
  await changes.agreeTermination(deed.terms, termination.termsHash, termination.document, LATER, ...signatures);
}

/** A change order on the last milestone. */
async function change({ changes, buyer, supplier }: LineFixture, { deed, schedule, id }: Contract, amount: bigint) {
  const order = {
    termsHash: await changes.termsHashOf(id),
    document: documentOf("change").digest,
    indexes: [2n],
    schedule: [{ ...schedule[2]!, amount }],
    endsAt: deed.annex.endsAt,
    bondUntil: deed.annex.bondUntil,
    bondIncrease: amount > 20_000_000n ? (amount - 20_000_000n) / 20n : 0n,
    deadline: LATER,
  };
  await changes.change(
    deed,
    order,
    await signChange(changes, buyer, order),
    await signChange(changes, supplier, order),
  );
}

/** Two contracts under way: one ended by agreement, one with a payment that waits as a credit and a third milestone to come. */
async function underWay() {
  const fixture = await fundedLine(connection);
  const { escrow, registry, supplier, supplierId, stranger } = fixture;
  const ended = await securedContract(fixture, "ended");
  await deliverAndAccept(fixture, ended, 0);
  await change(fixture, ended, 15_000_000n);
  await endByAgreement(fixture, ended);
  const contract = await securedContract(fixture, "contract");
  await deliverAndAccept(fixture, contract, 0);
  await escrow.connect(supplier).deliver(contract.id, 1, REPORT);
  await registry.connect(supplier).proposeRotation(supplierId, stranger);
  await wait(9n);
  await escrow.connect(stranger).settle(contract.deed.terms, 1);
  return { ...fixture, contract, ended };
}

/** The rest of its life: change order, late delivery, assignment, fine, dispute, final acceptance, return of every bond. */
async function closed() {
  const fixture = await underWay();
  const { escrow, court, closing, treasury, registry, contract, ended } = fixture;
  const { supplier, buyer, inspector, arbiter, stranger, supplierId, factorId, token, budgetOffice } = fixture;
  const { deed, id } = contract;
  await registry.connect(supplier).cancelRotation(supplierId);
  await treasury.connect(stranger).withdraw(supplierId, token);
  await change(fixture, contract, 23_000_000n);
  await networkHelpers.time.setNextBlockTimestamp(contract.schedule[2]!.dueAt + 14n * DAY);
  await escrow.connect(supplier).deliver(id, 2, REPORT);
  await escrow.connect(supplier).assign(id, 2, factorId);
  await court.connect(inspector).noticeFine(deed, 2, REPORT);
  await escrow.connect(inspector).object(deed.terms, 2, REPORT.digest, 5_000_000n, REPORT);
  await court.connect(supplier).dispute(id, 2, REPORT);
  await wait(6n);
  await court.connect(arbiter).rule(deed, 2, TOPIC.delivery, 2_000_000n, REPORT.digest);
  await wait(5n);
  await court.connect(buyer).decideFine(deed, 2, 2_500_000n, REPORT.digest);
  await wait(6n);
  await court.connect(stranger).closeFine(deed, 2);
  await networkHelpers.time.increaseTo((await escrow.getFacts(id)).completedAt + deed.annex.warranty + 1n);
  await closing.connect(inspector).reviewFinal(deed, 200_001n, REPORT.digest);
  await court.connect(supplier).offer(deed.terms, 0, TOPIC.finalAcceptance, 150_000n);
  await court.connect(buyer).acceptOffer(deed.terms, 0, TOPIC.finalAcceptance, 150_000n);
  await closing.connect(stranger).releaseRetention(deed);
  await closing.connect(stranger).returnAdvanceBond(id);
  await closing.connect(stranger).returnAdvanceBond(ended.id);
  await wait(500n);
  await closing.connect(stranger).returnPerformanceBond(deed);
  await registry.connect(buyer).proposeRotation(fixture.buyerId, inspector);
  await treasury.connect(budgetOffice).closeLine(fixture.lineId);
  await treasury.connect(stranger).sweepLine(fixture.lineId);
  return fixture;
}

/** A late contract whose fine is taken from retention, from the payment after it, and what is left from the last retention. */
async function fined() {
  const fixture = await fundedLine(connection);
  const { escrow, court, closing, supplier, buyer, inspector, stranger } = fixture;
  const { deed, id } = await openContract(fixture, { amounts: [30_000_000n, 2_000_000n] });
  await wait(50n);
  await escrow.connect(supplier).deliver(id, 0, REPORT);
  await escrow.connect(inspector).accept(deed.terms, 0, REPORT.digest);
  await court.connect(inspector).noticeFine(deed, 0, REPORT);
  await wait(11n);
  await court.connect(buyer).decideFine(deed, 0, 3_500_000n, REPORT.digest);
  await wait(6n);
  await court.connect(stranger).closeFine(deed, 0);
  const pay = async () => {
    await escrow.connect(supplier).deliver(id, 1, REPORT);
    await escrow.connect(inspector).accept(deed.terms, 1, REPORT.digest);
  };
  const close = async () => {
    await networkHelpers.time.increaseTo((await escrow.getFacts(id)).completedAt + BigInt(deed.annex.warranty) + 1n);
    await closing.connect(inspector).reviewFinal(deed, 0n, REPORT.digest);
    await closing.connect(stranger).releaseRetention(deed);
  };
  return { ...fixture, pay, close };
}

const allLogs = async (): Promise<readonly ChainLog[]> => ethers.provider.getLogs({ fromBlock: 0 });

describe("reconcile", () => {
  it("finds every unit of two contracts under way, a credit and an ended contract among them", async () => {
    const fixture = await networkHelpers.loadFixture(underWay);
    const found = await reconcile(await allLogs(), fixture, fixture.token);
    expect(found.differences).to.deep.equal([]);
    expect(found.reconciled).to.equal(true);
    // Advance 12 + 14 accepted for each; the second milestone of the second contract, 20 - 4 - 1, waits as a credit.
    expect(found.paid).to.equal(52_000_000n);
    expect(found.credits).to.equal(15_000_000n);
    // The ended contract: 5 by the change order; 35 undelivered of which 8 had been advanced; these 8 from its bond.
    expect(found.released).to.equal(40_000_000n);
    expect(found.fines).to.equal(0n);
    expect(found.held).to.equal(12_000_000n + 4_000_000n + 2n * 3_000_000n);
    expect(found.funded).to.equal(APPROPRIATION);
    expect(found.balance).to.equal(found.available + found.committed + found.held + found.credits);
  });

  it("finds every unit at the end, when fines, disputes and bonds have run their course", async () => {
    const fixture = await networkHelpers.loadFixture(closed);
    const found = await reconcile(await allLogs(), fixture, fixture.token);
    expect(found.differences).to.deep.equal([]);
    expect(found.fines).to.equal(2_500_000n);
    // What the first half paid and its credit. Of the third milestone, 23 by the change order, 18 are accepted and 2 of 5
    // ruled: 20 without 3.4 amortised and 2 retained. All retention at last (0.5 came back from what the fine had set aside).
    expect(found.paid).to.equal(67_000_000n + 14_600_000n + 150_000n + 2_500_000n - 200_001n);
    // 40 before; 3 refused in the dispute (0.6 of them advanced, so from the bond), the fine, what final acceptance cost.
    expect(found.released).to.equal(40_000_000n + 3_000_000n + 2_500_000n + 50_001n);
    expect(found.held).to.equal(3_000_000n); // the ended contract's bond and retention wait for somebody to ask
    expect([found.available, found.committed]).to.deep.equal([0n, 2_000_000n]);
    // Swept while the buyer changes its account; 8.6 came from advance bonds.
    expect(found.credits).to.equal(APPROPRIATION + 8_600_000n - found.paid - 2_000_000n);
    expect(found.contracts.map(imbalanceOf)).to.deep.equal([0n, 0n]);
  });

  it("follows a fine through retention, a payment and the payment of the retention", async () => {
    const fixture = await networkHelpers.loadFixture(fined);
    /** Fines collected and left, retained, and paid, when every figure agrees with the chain. */
    const figures = async (): Promise<bigint[]> => {
      const { differences, fines, paid, released, contracts } = await reconcile(
        await allLogs(),
        fixture,
        fixture.token,
      );
      expect(differences).to.deep.equal([]);
      expect(released).to.equal(fines);
      return [fines, contracts[0]!.finesLeft, contracts[0]!.retained, paid];
    };
    // 30 paid less the most that may be retained, 5 % of 32; the fine of 3.5 took all of it.
    expect(await figures()).to.deep.equal([1_600_000n, 1_900_000n, 0n, 28_400_000n]);
    await fixture.pay(); // 2, of which 10 % is retained and the rest goes to the fine
    expect(await figures()).to.deep.equal([3_400_000n, 100_000n, 200_000n, 28_400_000n]);
    await fixture.close();
    expect(await figures()).to.deep.equal([3_500_000n, 0n, 0n, 28_500_000n]);
  });

  it("says where it is off when a log is missing", async () => {
    const fixture = await networkHelpers.loadFixture(underWay);
    const credited = fixture.treasury.interface.getEvent("Credited").topicHash;
    const logs = (await allLogs()).filter(({ topics }) => topics[0] !== credited);
    const found = await reconcile(logs, fixture, fixture.token);
    expect(found.reconciled).to.equal(false);
    expect(found.differences.map(({ what }) => what.en)).to.deep.equal(["balance of the treasury"]);
  });

  it("refuses logs that begin too late", async () => {
    const fixture = await networkHelpers.loadFixture(underWay);
    const opened = fixture.opening.interface.getEvent("ContractOpened").topicHash;
    const logs = (await allLogs()).filter(({ topics }) => topics[0] !== opened);
    const refusal: unknown = await reconcile(logs, fixture, fixture.token).catch((error: unknown) => error);
    expect(String(refusal)).to.match(/no event opened the contract 0x/);
  });

  it("does not see tokens that were sent without a call", async () => {
    const fixture = await networkHelpers.loadFixture(underWay);
    await fixture.token.mint(fixture.treasury, 7n);
    const found = await reconcile(await allLogs(), fixture, fixture.token);
    expect(found.differences).to.deep.equal([{ what: BALANCE, replayed: found.balance - 7n, onChain: found.balance }]);
  });
});
