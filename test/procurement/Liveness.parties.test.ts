import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { EVIDENCE, REASON, TOPIC } from "../helpers/court.ts";
import { AMOUNT } from "../helpers/fines.ts";
import { expectEnded, letTimePass } from "../helpers/liveness.ts";
import type { LiveState } from "../helpers/liveness.ts";
import { liveStates } from "../helpers/live-states.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const states = liveStates(connection);

type Doing = (state: LiveState) => Promise<unknown>;

/** The supplier delivers the rest of the schedule. */
async function deliverRest({ escrow, supplier, schedule, id }: LiveState) {
  for (const index of schedule.keys()) {
    const [{ amount }, { time }] = await escrow.getMilestone(id, index);
    if (amount === 0n || time !== 0n) continue;
    await escrow.connect(supplier).deliver(id, index, EVIDENCE);
  }
}

/** The inspector accepts what is under review. */
async function acceptAll({ escrow, reader, inspector, deed, schedule, id }: LiveState) {
  for (const index of schedule.keys()) {
    const underReview = (await reader.milestoneStatusOf(id, index)) === 2n;
    if (underReview) await escrow.connect(inspector).accept(deed.terms, index, EVIDENCE.digest);
  }
}

/** The supplier asks for the certificates of what is accepted, as far as it has not. */
async function requestRest({ desk, supplier, deed, schedule, id }: LiveState) {
  for (const [index, { certificates }] of schedule.entries()) {
    if (certificates === 0n || (await desk.getCertificate(id, index, 0)).deadline !== 0n) continue;
    await desk.connect(supplier).request(deed, index, 0, REASON);
  }
}

async function goOn(state: LiveState) {
  await deliverRest(state);
  await acceptAll(state);
  await requestRest(state);
}

/** The certifying office grants what was asked for, as far as it was not answered. */
const grantRest: Doing = async (state) => {
  await goOn(state);
  for (const index of [1, 2]) await state.desk.connect(state.certifier).grant(state.deed, index, 0, REASON.digest);
};

const days = (count: bigint) => networkHelpers.time.increase(count * DAY);

/** The arbiter rules in its window, the fallback arbiter in the next. */
const arbiterRules =
  (topic: bigint, toSupplier: bigint): Doing =>
  async (state) => {
    await goOn(state);
    await days(6n);
    await state.court.connect(state.arbiter).rule(state.deed, 0, topic, toSupplier, REASON.digest);
  };
const fallbackRules =
  (topic: bigint, toSupplier: bigint): Doing =>
  async (state) => {
    await goOn(state);
    await days(36n);
    await state.court.connect(state.fallbackArbiter).rule(state.deed, 0, topic, toSupplier, REASON.digest);
  };

const buyerFines: Doing = async ({ court, buyer, deed }) => {
  await days(11n);
  await court.connect(buyer).decideFine(deed, 0, AMOUNT, REASON.digest);
};
const buyerTerminates: Doing = async ({ court, buyer, deed }) => {
  await court.connect(buyer).noticeTermination(deed, 2, REASON);
  await days(11n);
  await court.connect(buyer).decideTermination(deed, true, 2_000_000n, REASON.digest);
};
const nothing: Doing = () => Promise.resolve();

/** Who is absent, where that party is waited for, what the others do meanwhile, and what the supplier's side ends with in millions. */
const rows: [absent: string, state: keyof typeof states, others: Doing, net: number][] = [
  ["the buyer", "fineDefended", goOn, 60],
  ["the buyer", "terminationDefended", goOn, 60],
  ["the buyer", "disputed", arbiterRules(TOPIC.delivery, 6_000_000n), 58],
  ["the buyer", "bondClaimed", arbiterRules(TOPIC.bond, 1_000_000n), 59],
  ["the inspector and the substitute", "opened", deliverRest, 60],
  ["the inspector and the substitute", "redelivered", deliverRest, 60],
  ["the inspector and the substitute", "advanced", deliverRest, 60],
  ["the inspector and the substitute", "completed", nothing, 60],
  ["the arbiter", "disputed", fallbackRules(TOPIC.delivery, 6_000_000n), 58],
  ["the arbiter", "bondClaimed", fallbackRules(TOPIC.bond, 0n), 58],
  ["both arbiters", "disputed", goOn, 56],
  ["both arbiters", "objectedTwice", goOn, 57.5],
  ["both arbiters", "certificateRefused", grantRest, 57.5],
  ["both arbiters", "bondClaimed", goOn, 60],
  ["both arbiters", "finallyObjected", nothing, 59.5],
  ["the supplier", "opened", buyerTerminates, -2],
  ["the supplier", "advanced", buyerTerminates, -2],
  ["the supplier", "delivered", acceptAll, 20],
  ["the supplier", "objected", nothing, 12],
  ["the supplier", "fineNoticed", buyerFines, 19],
  ["the supplier", "terminationDecided", acceptAll, 38],
  ["the certifying office", "certificateAwaited", goOn, 60],
  ["the certifying office", "certificateRequested", goOn, 60],
  ["the reviewer", "fineAppealed", goOn, 60],
  ["the reviewer", "terminationAppealed", goOn, 60],
];

describe("Liveness, given one party is absent and the others go on", () => {
  for (const [absent, name, others, net] of rows) {
    it(`without ${absent}, ${name}: the supplier's side ends with ${net} million`, async () => {
      const state = await states[name]();
      await others(state);
      await letTimePass(connection, state);
      await expectEnded(state, BigInt(net * 1_000_000));
    });
  }
});

describe("Liveness, given the supplier has lost its key", () => {
  it("credits what falls due while the account changes, and pays the new account", async () => {
    const state = await states.delivered();
    const { registry, treasury, escrow, accreditor, stranger, token, supplierId, deed } = state;
    await days(8n);
    await registry.connect(accreditor).proposeRecovery(supplierId, stranger);
    await days(1n);
    await escrow.settle(deed.terms, 0);
    expect(await treasury.creditOf(supplierId, token)).to.equal(18_000_000n);
    await days(6n);
    await registry.connect(stranger).acceptRotation(supplierId);
    await treasury.withdraw(supplierId, token);
    expect(await token.balanceOf(stranger)).to.equal(18_000_000n);
    await state.escrow.connect(stranger).deliver(state.id, 1, EVIDENCE);
    await letTimePass(connection, state);
    // what was retained of both milestones and the bond went to the new account
    expect(await token.balanceOf(stranger)).to.equal(43_000_000n);
    await expectEnded({ ...state, factor: stranger }, 40_000_000n);
  });

  it("credits every payment while the recovery stays contested, and loses none", async () => {
    const state = await states.completed();
    const { registry, treasury, closing, accreditor, supplier, stranger, token, supplierId, deed } = state;
    await days(63n);
    await registry.connect(accreditor).proposeRecovery(supplierId, stranger);
    await registry.connect(supplier).vetoRecovery(supplierId);
    await days(6n);
    await closing.releaseRetention(deed);
    expect(await treasury.creditOf(supplierId, token)).to.equal(3_000_000n);
    await letTimePass(connection, state);
    await expectEnded(state, 60_000_000n);
  });
});

describe("Liveness, given the buyer has lost its key", () => {
  it("changes nothing that is owed", async () => {
    const state = await states.disputed();
    await state.registry.connect(state.accreditor).proposeRecovery(state.buyerId, state.stranger);
    await goOn(state);
    await letTimePass(connection, state);
    await expectEnded(state, 56_000_000n);
  });
});
