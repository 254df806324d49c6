import { expect } from "chai";
import { network } from "hardhat";

import { claimDigest } from "../../../scripts/lib/housing/application.ts";
import { HousingErrors__factory, MockWallet__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";
import { ANA, BEA, accept, acceptedSeats, EVA, LOSS, NOT_BEGUN, offeredSeats, STATE } from "./seats.ts";
import {
  applicationOf,
  DAY,
  drawnCall,
  housing,
  keyFor,
  now,
  placeIn,
  seatOf,
  settled,
  signClaim,
  SUBSIDY,
  travel,
  WINDOWS,
  type Housing,
} from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const errors = { interface: HousingErrors__factory.createInterface() };

const offeredFixture = () => offeredSeats(connection);
const silentFixture = () => offeredSeats(connection, { windows: { silenceAccepts: true } });
const acceptedFixture = () => acceptedSeats(connection);

const bothOf = [ANA.nullifier, BEA.nullifier];

async function acceptance(suite: Housing, changes: object = {}, at: object = {}): Promise<string> {
  const message = { ...(await seatOf(suite, ANA.nullifier)), inLine: false, ...changes };
  return signClaim(suite, keyFor(1), "BenefitDesk.Acceptance", message, at);
}

describe("BenefitDesk.accept", () => {
  it("reverts for a household without an offered seat", async () => {
    const { suite } = await networkHelpers.loadFixture(acceptedFixture);
    for (const [{ nullifier }, state] of [
      [EVA, STATE.none],
      [ANA, STATE.accepted],
    ] as const) {
      await expect(suite.benefits.accept(nullifier, false, keyFor(1), "0x"))
        .to.be.revertedWithCustomError(errors, "Seat_State")
        .withArgs(nullifier, state);
    }
  });

  it("reverts after the last second to accept, and not in it", async () => {
    const { suite } = await networkHelpers.loadFixture(offeredFixture);
    const signature = await acceptance(suite);
    const { until } = await suite.book.awardOf(ANA.nullifier);
    const snapshot = await networkHelpers.takeSnapshot();
    await travel(suite, until + 1n);
    await expect(suite.benefits.accept(ANA.nullifier, false, keyFor(1), signature))
      .to.be.revertedWithCustomError(errors, "Benefit_TooLate")
      .withArgs(ANA.nullifier, until);
    await snapshot.restore();
    await travel(suite, until);
    await expect(suite.benefits.accept(ANA.nullifier, false, keyFor(1), signature))
      .to.emit(suite.book, "Accepted")
      .withArgs((await seatOf(suite, ANA.nullifier)).callId, ANA.nullifier, false, until + WINDOWS.validity);
  });

  it("reverts for the claim key of another household", async () => {
    const { suite } = await networkHelpers.loadFixture(offeredFixture);
    const message = { ...(await seatOf(suite, ANA.nullifier)), inLine: false };
    const signature = await signClaim(suite, keyFor(2), "BenefitDesk.Acceptance", message);
    await expect(suite.benefits.accept(ANA.nullifier, false, keyFor(2), signature))
      .to.be.revertedWithCustomError(errors, "Claim_NotTheKey")
      .withArgs(ANA.nullifier, keyFor(2).address);
    await expect(suite.benefits.accept(ANA.nullifier, false, keyFor(1), signature))
      .to.be.revertedWithCustomError(errors, "Claim_FalseSignature")
      .withArgs(ANA.nullifier, keyFor(1).address);
  });

  it("reverts for a signature of another call, household, slot, round, act, wish, contract or chain", async () => {
    const { suite } = await networkHelpers.loadFixture(offeredFixture);
    const others = [
      ...[{ callId: EVA.nullifier }, { nullifier: BEA.nullifier }, { slot: 1n }, { round: 2n }, { step: 1n }],
      { inLine: true },
    ];
    const signatures = [
      ...(await Promise.all(others.map((changes) => acceptance(suite, changes)))),
      await acceptance(suite, {}, { contract: await suite.book.getAddress() }),
      await acceptance(suite, {}, { chainId: 1n }),
    ];
    for (const signature of signatures) {
      await expect(suite.benefits.accept(ANA.nullifier, false, keyFor(1), signature))
        .to.be.revertedWithCustomError(errors, "Claim_FalseSignature")
        .withArgs(ANA.nullifier, keyFor(1).address);
    }
  });

  it("lets a household stay in line only as its application said; its validity does not begin", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    expect((await suite.book.awardOf(BEA.nullifier)).until).to.equal(NOT_BEGUN);
    expect(await suite.book.inLineOf(call.id, 1)).to.equal(1n);
    expect((await suite.benefits.getRequest(BEA.nullifier)).step).to.equal(1n);
  });

  it("leaves nobody in line whose application did not say so", async () => {
    const { suite, call } = await networkHelpers.loadFixture(offeredFixture);
    await accept(suite, ANA, keyFor(1), true);
    expect(await suite.book.inLineOf(call.id, 0)).to.equal(0n);
    expect((await suite.book.awardOf(ANA.nullifier)).until).to.equal((await now(suite)) + WINDOWS.validity);
  });

  it("takes the signature of a contract account, by its present owner", async () => {
    const suite = await housing(connection);
    const wallet = await new MockWallet__factory(suite.admin).deploy(suite.members[0]!);
    const assisted = applicationOf(9, { claim: claimDigest(await wallet.getAddress()) });
    const call = await drawnCall(suite, { applications: [assisted] });
    await settled(suite, call, assisted);
    const message = { ...(await seatOf(suite, assisted.nullifier)), inLine: false };
    const signature = await signClaim(suite, suite.members[0]!, "BenefitDesk.Acceptance", message);
    await wallet.setOwner(suite.members[1]!);
    await expect(suite.benefits.accept(assisted.nullifier, false, wallet, signature))
      .to.be.revertedWithCustomError(errors, "Claim_FalseSignature")
      .withArgs(assisted.nullifier, await wallet.getAddress());
    await wallet.setOwner(suite.members[0]!);
    await expect(suite.benefits.accept(assisted.nullifier, false, wallet, signature)).to.emit(suite.book, "Accepted");
  });

  it("is stopped by no pause of the treasury", async () => {
    const { suite } = await networkHelpers.loadFixture(offeredFixture);
    await suite.treasury.pause(EVA.nullifier);
    await accept(suite, ANA, keyFor(1));
    expect((await suite.book.awardOf(ANA.nullifier)).state).to.equal(STATE.accepted);
  });
});

describe("BenefitDesk.waive", () => {
  const waiver = async (suite: Housing) =>
    signClaim(suite, keyFor(1), "BenefitDesk.Waiver", await seatOf(suite, ANA.nullifier));

  it("frees an offered seat or an accepted one, and no signature of it serves before a later act", async () => {
    const { suite, call } = await networkHelpers.loadFixture(offeredFixture);
    const early = await waiver(suite);
    await accept(suite, ANA, keyFor(1));
    await expect(suite.benefits.waive(ANA.nullifier, keyFor(1), early)).to.be.revertedWithCustomError(
      errors,
      "Claim_FalseSignature",
    );
    await expect(suite.benefits.connect(suite.stranger).waive(ANA.nullifier, keyFor(1), await waiver(suite)))
      .to.emit(suite.book, "Vacated")
      .withArgs(call.id, ANA.nullifier, LOSS.waived);
    expect((await suite.book.getSlot(call.id, 0)).taken).to.equal(0n);
    const { index, application, path } = placeIn(call, ANA);
    await expect(suite.book.claim(call.id, index, application, path)).to.be.revertedWithCustomError(
      errors,
      "Seat_NotProven",
    );
  });

  it("frees an offered seat", async () => {
    const { suite, call } = await networkHelpers.loadFixture(offeredFixture);
    await suite.benefits.waive(ANA.nullifier, keyFor(1), await waiver(suite));
    expect((await suite.book.getCourse(call.id)).undecided).to.equal(1n);
  });

  it("reverts for a household without a seat: nobody holds its key", async () => {
    const { suite } = await networkHelpers.loadFixture(offeredFixture);
    await expect(suite.benefits.waive(EVA.nullifier, keyFor(3), "0x"))
      .to.be.revertedWithCustomError(errors, "Claim_NotTheKey")
      .withArgs(EVA.nullifier, keyFor(3).address);
  });
});

describe("BenefitDesk.decide", () => {
  it("passes by a seat in its last second, and lapses it in the next one", async () => {
    const { suite, call } = await networkHelpers.loadFixture(offeredFixture);
    const { until } = await suite.book.awardOf(BEA.nullifier);
    await accept(suite, ANA, keyFor(1));
    const many = [...bothOf, EVA.nullifier, BEA.nullifier];
    await travel(suite, until);
    await expect(suite.benefits.connect(suite.stranger).decide(many)).to.not.emit(suite.book, "Vacated");
    await travel(suite, until + 1n);
    await expect(suite.benefits.connect(suite.stranger).decide(many))
      .to.emit(suite.book, "Vacated")
      .withArgs(call.id, BEA.nullifier, LOSS.lapsed);
    expect((await suite.book.awardOf(ANA.nullifier)).state).to.equal(STATE.accepted);
    expect((await suite.book.getCourse(call.id)).undecided).to.equal(0n);
  });

  it("accepts where silence accepts, in line as the application said", async () => {
    const { suite, call } = await networkHelpers.loadFixture(silentFixture);
    const { until } = await suite.book.awardOf(BEA.nullifier);
    await travel(suite, until + 9n);
    await suite.benefits.decide(bothOf);
    const [ana, bea] = await Promise.all(bothOf.map((nullifier) => suite.book.awardOf(nullifier)));
    expect([ana!.state, ana!.until]).to.deep.equal([STATE.accepted, until + 9n + WINDOWS.validity]);
    expect([bea!.state, bea!.until, bea!.inLine]).to.deep.equal([STATE.accepted, NOT_BEGUN, true]);
    expect(await suite.book.inLineOf(call.id, 1)).to.equal(1n);
  });
});

describe("BenefitDesk.leaveLine", () => {
  const exit = async (suite: Housing, changes: object = {}) =>
    signClaim(suite, keyFor(2), "BenefitDesk.LineExit", { ...(await seatOf(suite, BEA.nullifier)), ...changes });

  it("reverts without an accepted seat, without the key, and for whoever is not in line", async () => {
    const { suite } = await networkHelpers.loadFixture(acceptedFixture);
    await expect(suite.benefits.leaveLine(EVA.nullifier, keyFor(3), "0x")).to.be.revertedWithCustomError(
      errors,
      "Seat_State",
    );
    const stale = await exit(suite, { step: 0n });
    await expect(suite.benefits.leaveLine(BEA.nullifier, keyFor(2), stale)).to.be.revertedWithCustomError(
      errors,
      "Claim_FalseSignature",
    );
    const ana = await signClaim(suite, keyFor(1), "BenefitDesk.LineExit", await seatOf(suite, ANA.nullifier));
    await expect(suite.benefits.leaveLine(ANA.nullifier, keyFor(1), ana)).to.be.revertedWithCustomError(
      errors,
      "Seat_None",
    );
  });

  it("begins the validity", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    const tx = suite.benefits.connect(suite.stranger).leaveLine(BEA.nullifier, keyFor(2), await exit(suite));
    await expect(tx).to.emit(suite.book, "LineLeft").withArgs(call.id, BEA.nullifier);
    const until = (await now(suite)) + WINDOWS.validity;
    await expect(tx).to.emit(suite.benefits, "ValiditySet").withArgs(call.id, BEA.nullifier, until);
    expect((await suite.book.awardOf(BEA.nullifier)).until).to.equal(until);
  });

  it("reverts while a round is open in which the household is not settled", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    const waiver = await signClaim(suite, keyFor(1), "BenefitDesk.Waiver", await seatOf(suite, ANA.nullifier));
    await suite.benefits.waive(ANA.nullifier, keyFor(1), waiver);
    await suite.modules.results.openRound(call.id);
    await expect(suite.benefits.leaveLine(BEA.nullifier, keyFor(2), await exit(suite)))
      .to.be.revertedWithCustomError(errors, "Seat_InLine")
      .withArgs(BEA.nullifier, 1n, 2n);
  });
});

describe("BenefitDesk.begin", () => {
  it("passes by whoever waits, and begins the validity of whoever was moved up to the first slot", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    await suite.benefits.begin([...bothOf, EVA.nullifier]);
    expect((await suite.book.awardOf(BEA.nullifier)).until).to.equal(NOT_BEGUN);
    const waiver = await signClaim(suite, keyFor(1), "BenefitDesk.Waiver", await seatOf(suite, ANA.nullifier));
    await suite.benefits.waive(ANA.nullifier, keyFor(1), waiver);
    await suite.modules.results.openRound(call.id);
    await suite.modules.results.fix(call.id, [0n, 0n, 0n], 2n);
    await settled(suite, call, BEA);
    const { slot, inLine, until } = await suite.book.awardOf(BEA.nullifier);
    expect([slot, inLine, until]).to.deep.equal([0n, false, NOT_BEGUN]);
    await suite.benefits.connect(suite.stranger).begin([BEA.nullifier, BEA.nullifier]);
    expect((await suite.book.awardOf(BEA.nullifier)).until).to.equal((await now(suite)) + WINDOWS.validity);
  });

  it("begins the validity of whoever waits when the call has ended", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    await suite.modules.desk.end(call.id, 1n, EVA.nullifier);
    await suite.benefits.connect(suite.stranger).begin(bothOf);
    const { inLine, until } = await suite.book.awardOf(BEA.nullifier);
    expect([inLine, until]).to.deep.equal([false, (await now(suite)) + WINDOWS.validity]);
  });
});

describe("BenefitDesk.expire", () => {
  it("passes by a seat in the last second of its validity and whoever is in line, and frees it in the next one", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    const { until } = await suite.book.awardOf(ANA.nullifier);
    const many = [...bothOf, EVA.nullifier];
    await travel(suite, until);
    await expect(suite.benefits.expire(many)).to.not.emit(suite.book, "Vacated");
    await travel(suite, until + 1n);
    await expect(suite.benefits.connect(suite.stranger).expire(many))
      .to.emit(suite.book, "Vacated")
      .withArgs(call.id, ANA.nullifier, LOSS.expired);
    expect((await suite.book.awardOf(BEA.nullifier)).inLine).to.equal(true);
  });

  it("returns the subsidy to the line after the end of the call", async () => {
    const { suite, call } = await networkHelpers.loadFixture(acceptedFixture);
    await suite.modules.desk.end(call.id, 1n, EVA.nullifier);
    const before = (await suite.book.getMoney(call.id)).left;
    await travel(suite, (await now(suite)) + WINDOWS.validity + DAY);
    await suite.benefits.expire([ANA.nullifier]);
    expect(before - (await suite.book.getMoney(call.id)).left).to.equal(SUBSIDY);
  });

  it("lets a household of an expired seat apply to another call with nothing carried over", async () => {
    const { suite } = await networkHelpers.loadFixture(acceptedFixture);
    await travel(suite, (await now(suite)) + WINDOWS.validity + DAY);
    await suite.benefits.expire([ANA.nullifier]);
    const next = await drawnCall(suite, { name: "next call", applications: [ANA] });
    await settled(suite, next, ANA);
    const { call, state } = await suite.book.awardOf(ANA.nullifier);
    expect([call, state]).to.deep.equal([2n, STATE.offered]);
    expect((await suite.benefits.getRequest(ANA.nullifier)).step).to.equal(1n);
  });
});
