import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { DAY, LAW } from "../../scripts/lib/procurement/law.ts";
import { isInArrears } from "../../scripts/lib/procurement/review.ts";
import { documentOf } from "../helpers/agreement.ts";
import { fundedLine, openContract } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { textOf } from "./support/agree.ts";
import { storedRecord } from "./support/stored-record.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const WALKS = process.env.ERARIO_DEEP === "1" ? 60 : 12;
const STEPS = 16;
const REPORT = documentOf("report");

/** A contract of which the first milestone needs no certificate, the second one, and its court. */
async function opened() {
  const fixture = await fundedLine(connection);
  const plain = await openContract(fixture, { annex: { document: documentOf("plain").digest } });
  const certified = await openContract(fixture, { certificates: 1n });
  return { ...fixture, contracts: [plain, certified] };
}

type Opened = Awaited<ReturnType<typeof opened>>;
type Contract = Opened["contracts"][number];

/** What may happen to a milestone; what the contract refuses does not happen. */
const ACTS: Readonly<Record<string, (fixture: Opened, contract: Contract, index: bigint) => Promise<unknown>>> = {
  deliver: ({ escrow, supplier }, { id }, index) => escrow.connect(supplier).deliver(id, index, REPORT),
  accept: ({ escrow, inspector }, { deed }, index) =>
    escrow.connect(inspector).accept(deed.terms, index, REPORT.digest),
  object: ({ escrow, inspector }, { deed }, index) =>
    escrow.connect(inspector).object(deed.terms, index, REPORT.digest, 5_000_000n, REPORT),
  settle: ({ escrow, stranger }, { deed }, index) => escrow.connect(stranger).settle(deed.terms, index),
  dispute: ({ court, supplier }, { id }, index) => court.connect(supplier).dispute(id, index, REPORT),
  request: ({ desk, supplier }, { deed }, index) => desk.connect(supplier).request(deed, index, 0, REPORT),
  refuse: ({ desk, certifier }, { deed }, index) => desk.connect(certifier).refuse(deed, index, 0, 2_000_000n, REPORT),
  grant: ({ desk, certifier }, { deed }, index) => desk.connect(certifier).grant(deed, index, 0, REPORT.digest),
};

const step = fc.record({
  contract: fc.nat(1),
  index: fc.bigInt({ min: 0n, max: 1n }),
  acts: fc.shuffledSubarray(Object.keys(ACTS), { minLength: 1, maxLength: 4 }),
  /** Days that pass, or the end of the term of payment and a second around it. */
  wait: fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((days) => ({ days: BigInt(days) })),
    fc.constantFrom(-1n, 0n, 1n).map((around) => ({ around })),
  ),
});

describe("isInArrears", () => {
  it("agrees with the court over random lives of milestones, to the second in which the term ends", async () => {
    const seen = { true: 0, false: 0, "at the end": 0 };
    const seed = Math.floor(Math.random() * 2 ** 31);
    const walks = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), { numRuns: WALKS, seed });
    for (const walk of walks) {
      const fixture = await networkHelpers.loadFixture(opened);
      const { escrow, desk, court, contracts } = fixture;
      for (const { contract, index, acts, wait } of walk) {
        const about = contracts[contract]!;
        for (const act of acts) await ACTS[act]!(fixture, about, index).catch(() => undefined);
        const { deliveredAt } = await storedRecord(escrow, about.id, index);
        const now = BigInt(await networkHelpers.time.latest());
        const termEnds = deliveredAt + LAW.paymentTerm;
        const until = "days" in wait ? now + wait.days * DAY : termEnds + wait.around;
        if (until > now) await networkHelpers.time.increaseTo(until);
        const time = BigInt(await networkHelpers.time.latest());
        const record = await storedRecord(escrow, about.id, index);
        const { milestone } = await escrow.getMilestone(about.id, index);
        const cleared = await desk.isCleared(about.id, index, milestone.certificates);
        const onChain = await court.isInArrears(about.id, index);
        expect(isInArrears(record, cleared, time), `seed ${seed}, walk ${textOf(walk)}`).to.equal(onChain);
        seen[onChain ? "true" : "false"]++;
        if (time - termEnds <= 1n && termEnds - time <= 1n) seen["at the end"]++;
      }
    }
    for (const times of Object.values(seen)) expect(times).to.be.above(WALKS / 4);
  });
});
