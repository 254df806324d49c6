import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";

import { contractStatus } from "../../scripts/lib/tasks/contract-status.ts";
import { loadDeed } from "../../scripts/lib/tasks/deed-file.ts";
import { sayIn } from "../../scripts/lib/tasks/say.ts";
import { DAY, documentOf } from "../helpers/agreement.ts";
import type { Connection } from "../helpers/suite.ts";
import { deskFixture, TestDesk } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const REPORT = documentOf("report");
const PAUSE = 7n * DAY;

async function desk() {
  return deskFixture(connection);
}

/** What a command says of the deed's contract: what waits, in which stage, for whom and until when. */
async function statusOf(office: TestDesk) {
  const context = await office.context();
  const deedFile = await loadDeed(join(office.folder, "escritura.json"), context.door);
  const { pending } = await contractStatus(deedFile, context);
  const say = sayIn("en", office.unit);
  const rows = pending.map(({ what, status, who, until }) => ({
    ...{ what: what(say), until },
    waits: `${status(say)}: ${who(say)}`,
  }));
  return { deedFile, rows };
}

/** A contract with a late milestone that is fined and objected to. */
async function contested() {
  const office = new TestDesk(await networkHelpers.loadFixture(desk));
  await office.open();
  const { deedFile } = await statusOf(office);
  const { id, deed } = deedFile;
  const { escrow, court, supplier, inspector } = office.fixture;
  await networkHelpers.time.increase(35n * DAY);
  await escrow.connect(supplier).deliver(id, 0, REPORT);
  await escrow.connect(inspector).object(deed.terms, 0, REPORT.digest, 4_000_000n, REPORT);
  await court.connect(inspector).noticeFine(deed, 0, REPORT);
  const { objectedAt } = (await escrow.getMilestone(id, 0))[2];
  const { noticedAt } = (await court.getFine(id, 0)).course;
  return { office, id, deed, objected: objectedAt + 30n * DAY, noticed: noticedAt + deed.annex.defenceWindow };
}

const FINE = "fine of milestone 1";

describe("contractStatus", () => {
  it("names the last second of a defence and of an objection", async () => {
    const { office, objected, noticed } = await contested();
    const { rows } = await statusOf(office);
    expect(rows[0]).to.include({ waits: "objected: supplier", until: objected });
    expect(rows[1]).to.include({ waits: "defence: supplier", until: noticed });
    expect(rows[1]?.what).to.contain(FINE);
  });

  it("adds the pause to both, as the contracts do", async () => {
    const { office, id, deed, objected, noticed } = await contested();
    const { opening, escrow, court, guardian, supplier, stranger } = office.fixture;
    await opening.connect(guardian).pause(REPORT.digest);

    const { rows } = await statusOf(office);

    expect(rows[0]).to.include({ waits: "objected: supplier", until: objected + PAUSE });
    expect(rows[1]).to.include({ waits: "defence: supplier", until: noticed + PAUSE });
    await networkHelpers.time.setNextBlockTimestamp(noticed + PAUSE);
    await court.connect(supplier).defendFine(deed, 0, REPORT);
    const uphold = () => escrow.connect(stranger).uphold(deed.terms, 0);
    await networkHelpers.time.setNextBlockTimestamp(objected + PAUSE);
    await expect(uphold())
      .to.be.revertedWithCustomError(escrow, "Escrow_WindowOpen")
      .withArgs(id, 0, objected + PAUSE);
    await networkHelpers.time.setNextBlockTimestamp(objected + PAUSE + 1n);
    await uphold();
  });

  it("leaves the authority's terms as they were", async () => {
    const { office, deed } = await contested();
    const { opening, court, guardian, supplier } = office.fixture;
    await court.connect(supplier).defendFine(deed, 0, REPORT);
    const defended = BigInt(await networkHelpers.time.latest());
    await opening.connect(guardian).pause(REPORT.digest);
    const { rows } = await statusOf(office);
    expect(rows[1]).to.include({ waits: "decision: buyer", until: defended + deed.annex.decisionWindow });
  });

  it("says up to when deliveries count once a termination is final", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    await office.open();
    const { deed, id } = (await statusOf(office)).deedFile;
    const { court, buyer, supplier } = office.fixture;
    await court.connect(buyer).noticeTermination(deed, 2, REPORT);
    await court.connect(supplier).defendTermination(deed, REPORT);
    await court.connect(buyer).decideTermination(deed, true, 0n, REPORT.digest);
    const { decidedAt } = (await court.getTermination(id)).course;
    const last = decidedAt + deed.annex.appealWindow;
    const silence = async () => {
      const context = await office.context();
      const { pending } = await contractStatus(
        await loadDeed(join(office.folder, "escritura.json"), context.door),
        context,
      );
      const say = sayIn("en", office.unit);
      return [pending.find(({ what }) => what(say) === "early termination")?.silence(say), say.date(last)];
    };
    await networkHelpers.time.increaseTo(last);
    expect((await silence())[0]).to.equal("it becomes final");
    await networkHelpers.time.increaseTo(last + 1n);
    const [told, date] = await silence();
    expect(told).to.equal(`it may be closed now; what was delivered up to ${date} counts`);
  });

  it("says who may end a dispute, and until when", async () => {
    const { office, id, deed } = await contested();
    const { court, supplier } = office.fixture;
    await court.connect(supplier).dispute(id, 0, REPORT);
    const opened = BigInt(await networkHelpers.time.latest());
    const { settlementWindow, rulingWindow } = deed.annex;
    const stages = [
      { waits: "offers: both sides", until: opened + settlementWindow },
      { waits: "arbiter: arbiter", until: opened + settlementWindow + rulingWindow },
      { waits: "fallback arbiter: fallback arbiter", until: opened + settlementWindow + 2n * rulingWindow },
      { waits: "published default: anyone", until: 0n },
    ];
    for (const { waits, until } of stages) {
      const { rows } = await statusOf(office);
      const dispute = rows.find(({ what }) => what.startsWith("dispute of milestone 1, delivery"));
      expect(dispute).to.include({ waits, until });
      if (until !== 0n) await networkHelpers.time.increaseTo(until + 1n);
    }
  });

  it("tells the publication of a direct award and the last day of signature", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    await office.draft();
    const { annex } = (await statusOf(office)).deedFile.deed;
    expect((await statusOf(office)).rows).to.deep.equal([
      { what: "direct award", waits: "not published: buyer", until: annex.signBy },
    ]);
    await office.perform("contract announce", { contrato: "escritura.json" });
    const { id } = (await statusOf(office)).deedFile;
    const { openFrom } = await office.fixture.opening.getAnnouncement(id);
    expect((await statusOf(office)).rows[0]).to.include({
      ...{ waits: "being published: other suppliers", until: openFrom - 1n },
    });
    await networkHelpers.time.increaseTo(openFrom);
    expect((await statusOf(office)).rows[0]).to.include({ waits: "published: buyer", until: annex.signBy });
  });

  it("tells final acceptance, the retention and the return of the bond, to the second of the contracts", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    await office.open({ amounts: [40_000_000n], annex: { performanceBond: 5_000_000n } });
    const { id, deed } = (await statusOf(office)).deedFile;
    const { escrow, closing, supplier, inspector, stranger } = office.fixture;
    const bond = { what: "bond (5,000,000 tCLP)", waits: "held: anyone", until: deed.annex.bondUntil };
    expect((await statusOf(office)).rows[1]).to.deep.equal(bond);
    await escrow.connect(supplier).deliver(id, 0, REPORT);
    await escrow.connect(inspector).accept(deed.terms, 0, REPORT.digest);
    const { completedAt } = await escrow.getFacts(id);
    const from = completedAt + deed.annex.warranty;
    const until = from + 8n * DAY;
    const final = { what: "final acceptance", until };
    expect((await statusOf(office)).rows).to.deep.equal([{ ...final, waits: "warranty runs: inspector" }, bond]);
    await expect(closing.connect(stranger).releaseRetention(deed))
      .to.be.revertedWithCustomError(closing, "Closing_FinalAcceptance")
      .withArgs(id, from, until);
    await networkHelpers.time.increaseTo(until);
    expect((await statusOf(office)).rows[0]).to.deep.equal({ ...final, waits: "to be given: inspector" });
    await networkHelpers.time.increaseTo(until + 1n);
    expect((await statusOf(office)).rows[0]).to.deep.equal({
      ...{ what: "retention (2,000,000 tCLP)", waits: "payable: anyone", until: 0n },
    });
    await office.perform("contract retention", { contrato: "escritura.json" });
    expect((await statusOf(office)).rows).to.deep.equal([bond]);
    await networkHelpers.time.increaseTo(deed.annex.bondUntil + 1n);
    expect((await statusOf(office)).rows).to.deep.equal([{ ...bond, until: 0n }]);
    await office.perform("contract return-bond", { contrato: "escritura.json" });
    expect((await statusOf(office)).rows).to.deep.equal([]);
  });

  it("tells that a claim keeps the bond, and that an amortised advance frees its own", async () => {
    const office = new TestDesk(await networkHelpers.loadFixture(desk));
    const amounts = [20_000_000n, 20_000_000n];
    const annex = { performanceBond: 5_000_000n, advanceBond: 4_000_000n };
    await office.open({ amounts, terms: { advance: 4_000_000n }, annex });
    await office.perform("contract advance", { contrato: "escritura.json" });
    const { id, deed } = (await statusOf(office)).deedFile;
    const { escrow, court, supplier, inspector, buyer } = office.fixture;
    await escrow.connect(supplier).deliver(id, 0, REPORT);
    await escrow.connect(inspector).accept(deed.terms, 0, REPORT.digest);
    await court.connect(buyer).claimBond(deed, 1_000_000n, REPORT);
    const { rows } = await statusOf(office);
    expect(rows.at(-2)).to.deep.equal({
      ...{ what: "advance bond (2,000,000 tCLP)", waits: "amortised: anyone", until: 0n },
    });
    expect(rows.at(-1)).to.include({ waits: "kept by a procedure: anyone" });
  });
});
