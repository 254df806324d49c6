import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import type { Application } from "../../../scripts/lib/housing/application.ts";
import { HousingErrors__factory } from "../../../typechain-types/index.js";
import { type Connection } from "../../helpers/suite.ts";
import { COMMITTEE, IDA, STATUS, applications, corrected, file, reject, untilOf, uphold } from "./appeals.ts";
import { ANA, BEA, EVA, offeredSeats } from "./seats.ts";
import {
  drawnCall,
  housing,
  keyFor,
  keyIn,
  leafOf,
  now,
  placeIn,
  REASON,
  reviewed,
  settled,
  signClaim,
  travel,
  WINDOWS,
} from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const errors = { interface: HousingErrors__factory.createInterface() };

const fixedFixture = () => offeredSeats(connection, { applications });
const fixed = () => networkHelpers.loadFixture(fixedFixture);

describe("AppealDesk.start", () => {
  it("reverts before the cutoffs of the first round", async () => {
    const suite = await housing(connection);
    const call = await drawnCall(suite, { applications: [ANA], cutoffs: null });
    await expect(suite.appeals.start(call.id))
      .to.be.revertedWithCustomError(errors, "Round_NotFixed")
      .withArgs(call.id, 1n);
    expect(await suite.appeals.windowOf(call.id)).to.deep.equal([0n, 0n]);
  });

  it("counts from the fixing, whenever it is called, and does not change with a later round", async () => {
    const { suite, call } = await fixed();
    const from = (await suite.book.getCourse(call.id)).movedAt;
    await networkHelpers.time.increase(86_400n);
    await expect(suite.appeals.connect(suite.stranger).start(call.id))
      .to.emit(suite.appeals, "AppealsOpened")
      .withArgs(call.id, from, from + WINDOWS.appeals);
    await networkHelpers.time.increaseTo((await suite.book.awardOf(ANA.nullifier)).until + 1n);
    await suite.benefits.decide([ANA.nullifier, BEA.nullifier]);
    await suite.modules.results.openRound(call.id);
    await expect(suite.appeals.start(call.id)).to.not.emit(suite.appeals, "AppealsOpened");
    expect(await suite.appeals.windowOf(call.id)).to.deep.equal([from, from + WINDOWS.appeals]);
  });

  it("counts from the next round's beginning where nobody noted it before: it lengthens, and never shortens", async () => {
    const { suite, call } = await fixed();
    await networkHelpers.time.increaseTo((await suite.book.awardOf(BEA.nullifier)).until + 1n);
    await suite.benefits.decide([ANA.nullifier, BEA.nullifier]);
    await suite.modules.results.openRound(call.id);
    const opened = await now(suite);
    await file(suite, call, EVA, 3);
    expect((await suite.appeals.windowOf(call.id)).from).to.equal(opened);
  });
});

describe("AppealDesk.file", () => {
  it("reverts after the last second of the window, and not in it", async () => {
    const { suite, call } = await fixed();
    const until = await untilOf(suite, call);
    const snapshot = await networkHelpers.takeSnapshot();
    await travel(suite, until + 1n);
    await expect(file(suite, call, EVA, 3))
      .to.be.revertedWithCustomError(errors, "Appeal_TooLate")
      .withArgs(call.id, until);
    await snapshot.restore();
    await travel(suite, until);
    await expect(file(suite, call, EVA, 3))
      .to.emit(suite.appeals, "AppealFiled")
      .withArgs(call.id, EVA.nullifier, REASON);
  });

  it("reverts for a second appeal, without a reason, for a committee and for a household that has a seat", async () => {
    const { suite, call } = await fixed();
    await file(suite, call, EVA, 3);
    await expect(file(suite, call, EVA, 3, ANA.nullifier))
      .to.be.revertedWithCustomError(errors, "Appeal_Filed")
      .withArgs(call.id, EVA.nullifier);
    await expect(file(suite, call, IDA, 4, ZeroHash))
      .to.be.revertedWithCustomError(errors, "Appeal_NoReason")
      .withArgs(call.id, IDA.nullifier);
    await expect(file(suite, call, COMMITTEE, 6))
      .to.be.revertedWithCustomError(errors, "Appeal_Committee")
      .withArgs(call.id, COMMITTEE.nullifier, 4n);
    await expect(file(suite, call, ANA, 1))
      .to.be.revertedWithCustomError(errors, "Seat_Taken")
      .withArgs(ANA.nullifier, 1n);
  });

  it("reverts for an application that does not stand, for another's key, and for a writ signed for another call", async () => {
    const { suite, call } = await fixed();
    const place = placeIn(call, EVA);
    const leaf = leafOf(corrected(EVA));
    await expect(suite.appeals.file(call.id, place.index, leaf, place.path, REASON, keyFor(3), "0x"))
      .to.be.revertedWithCustomError(errors, "Seat_NotProven")
      .withArgs(call.id);
    await expect(file(suite, call, EVA, 4))
      .to.be.revertedWithCustomError(errors, "Claim_NotTheKey")
      .withArgs(EVA.nullifier, keyFor(4).address);
    const other = { callId: ANA.nullifier, nullifier: EVA.nullifier, reason: REASON };
    const signature = await signClaim(suite, keyFor(3), "AppealDesk.Appeal", other);
    await expect(suite.appeals.file(call.id, place.index, place.application, place.path, REASON, keyFor(3), signature))
      .to.be.revertedWithCustomError(errors, "Claim_FalseSignature")
      .withArgs(EVA.nullifier, keyFor(3).address);
  });
});

describe("AppealDesk.enter", () => {
  it("reverts for a stranger and another office, and for a household that has appealed", async () => {
    const { suite, call } = await fixed();
    await expect(
      suite.appeals.connect(suite.stranger).enter(call.id, EVA.nullifier, REASON),
    ).to.be.revertedWithCustomError(suite.appeals, "AccessManagedUnauthorized");
    await expect(suite.appeals.enter(call.id, EVA.nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Call_NotTheOffice")
      .withArgs(call.id, suite.admin, suite.office);
    await file(suite, call, EVA, 3);
    await expect(suite.appeals.connect(suite.office).enter(call.id, EVA.nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Appeal_Filed")
      .withArgs(call.id, EVA.nullifier);
  });

  it("enters what came on paper, and keeps nobody from appealing with its own key", async () => {
    const { suite, call } = await fixed();
    await expect(suite.appeals.connect(suite.office).enter(call.id, EVA.nullifier, REASON))
      .to.emit(suite.appeals, "AppealEntered")
      .withArgs(call.id, EVA.nullifier, suite.office, REASON);
    expect((await suite.appeals.getAppeal(call.id, EVA.nullifier)).claim).to.equal(`0x${"00".repeat(13)}`);
    await file(suite, call, EVA, 3);
    expect((await suite.appeals.getAppeal(call.id, EVA.nullifier)).claim).to.equal(EVA.claim.slice(0, 28));
  });
});

describe("AppealDesk.uphold", () => {
  it("reverts for what nobody appealed, and after the last second of the rulings, not in it", async () => {
    const { suite, call } = await fixed();
    await expect(uphold(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Appeal_Status")
      .withArgs(call.id, EVA.nullifier, STATUS.none);
    await file(suite, call, EVA, 3);
    const { filedAt } = await suite.appeals.getAppeal(call.id, EVA.nullifier);
    const snapshot = await networkHelpers.takeSnapshot();
    await networkHelpers.time.increaseTo(filedAt + WINDOWS.rulings + 1n);
    await expect(uphold(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Appeal_Status")
      .withArgs(call.id, EVA.nullifier, STATUS.rejected);
    expect(await suite.appeals.statusOf(call.id, EVA.nullifier)).to.equal(STATUS.rejected);
    await snapshot.restore();
    await travel(suite, filedAt + WINDOWS.rulings);
    await expect(uphold(suite, call, corrected(EVA)))
      .to.emit(suite.appeals, "AppealUpheld")
      .withArgs(call.id, EVA.nullifier, 0n, 0n, Object.values(leafOf(corrected(EVA))));
    expect(await suite.appeals.lineOf(call.id)).to.deep.equal([[EVA.nullifier], 0n]);
    await expect(uphold(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Appeal_Status")
      .withArgs(call.id, EVA.nullifier, STATUS.upheld);
  });

  it("reverts where the correction changes the key, is no household's or not eligible, or lists what is not there", async () => {
    const { suite, call } = await fixed();
    await file(suite, call, EVA, 3);
    const refused: [Partial<Application>, string, unknown[]][] = [
      [{ claim: ANA.claim }, "Appeal_OtherKey", []],
      [{ size: 2 }, "Appeal_Committee", [2n]],
      [{ eligible: false }, "Appeal_Application", []],
      [{ slots: [0, 0] }, "Appeal_Application", []],
      [{ slots: [3] }, "Appeal_Application", []],
      [{ slots: [] }, "Appeal_Application", []],
      [{ slots: [2] }, "Appeal_NothingCleared", []],
      [{ score: 1n }, "Appeal_NothingCleared", []],
    ];
    for (const [changes, name, args] of refused) {
      await expect(uphold(suite, call, corrected(EVA, changes)), name)
        .to.be.revertedWithCustomError(errors, name)
        .withArgs(call.id, EVA.nullifier, ...args);
    }
  });

  it("admits a correction for the first slot that its key clears, and for no other", async () => {
    const { suite, call } = await fixed();
    await file(suite, call, EVA, 3);
    const both = { slots: [0, 1] };
    await expect(uphold(suite, call, corrected(EVA, both), 1n))
      .to.be.revertedWithCustomError(errors, "Appeal_Slot")
      .withArgs(call.id, EVA.nullifier, 1n, 0n);
    const low = corrected(EVA, { ...both, score: 99n });
    expect(keyIn(low)).to.be.below(keyIn(ANA));
    await expect(uphold(suite, call, low, 0n))
      .to.be.revertedWithCustomError(errors, "Appeal_Slot")
      .withArgs(call.id, EVA.nullifier, 0n, 1n);
    await uphold(suite, call, low, 1n);
  });

  it("reverts for a household that got a seat meanwhile, and without the reviewers", async () => {
    const { suite, call } = await fixed();
    await file(suite, call, EVA, 3);
    const leaf = leafOf(corrected(EVA));
    const other = await reviewed(suite, suite.appeals, await suite.appeals.upholdReport(call.id, leaf, 1n));
    await expect(suite.appeals.uphold(call.id, leaf, 0n, other)).to.be.revertedWithCustomError(
      suite.appeals,
      "Attestation_FalseSignature",
    );
    const next = await drawnCall(suite, { name: "next call", applications: [EVA] });
    await settled(suite, next, EVA);
    await expect(uphold(suite, call, corrected(EVA)))
      .to.be.revertedWithCustomError(errors, "Seat_Taken")
      .withArgs(EVA.nullifier, 2n);
  });
});

describe("AppealDesk.reject", () => {
  it("reverts without an appeal, a reason or the reviewers; and rejects once", async () => {
    const { suite, call } = await fixed();
    await expect(reject(suite, call, EVA))
      .to.be.revertedWithCustomError(errors, "Appeal_Status")
      .withArgs(call.id, EVA.nullifier, STATUS.none);
    await file(suite, call, EVA, 3);
    await expect(reject(suite, call, EVA, ZeroHash))
      .to.be.revertedWithCustomError(errors, "Appeal_NoReason")
      .withArgs(call.id, EVA.nullifier);
    await expect(
      suite.appeals.reject(call.id, EVA.nullifier, REASON, { epoch: 1n, endorsements: [] }),
    ).to.be.revertedWithCustomError(suite.appeals, "Attestation_TooFew");
    await expect(reject(suite, call, EVA))
      .to.emit(suite.appeals, "AppealRejected")
      .withArgs(call.id, EVA.nullifier, REASON);
    await expect(file(suite, call, EVA, 3)).to.be.revertedWithCustomError(errors, "Appeal_Filed");
  });
});
