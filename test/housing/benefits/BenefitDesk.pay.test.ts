import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import { HousingErrors__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";
import { accept, ANA, BEA, acceptedSeats, EVA, NOT_BEGUN, paidSubsidy, requestedUse, requestUse, STAGE, STATE } from "./seats.ts"; // prettier-ignore
import {
  drawnCall,
  encoded,
  keyFor,
  now,
  REASON,
  seatOf,
  settled,
  signClaim,
  SMALLER,
  SUBSIDY,
  travel,
  WINDOWS,
  type Housing,
} from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const errors = { interface: HousingErrors__factory.createInterface() };
const { nullifier } = ANA;

const acceptedFixture = () => acceptedSeats(connection);
const requestedFixture = () => requestedUse(connection);
const paidFixture = () => paidSubsidy(connection);
const accepted = () => networkHelpers.loadFixture(acceptedFixture);
const requested = () => networkHelpers.loadFixture(requestedFixture);

/** A refused request of Ana's: objected to at once, and nobody overruled it. */
async function refuse(suite: Housing) {
  await suite.benefits.connect(suite.office).object(nullifier, REASON);
  await networkHelpers.time.increase(WINDOWS.certification + 1n);
}

describe("BenefitDesk of a refused request", () => {
  it("gives the time back that the request took, so that the household asks again", async () => {
    const { suite, call } = await requested();
    const { until } = await suite.book.awardOf(nullifier);
    const { requestedAt } = await suite.benefits.getRequest(nullifier);
    await suite.benefits.connect(suite.office).object(nullifier, REASON);
    const longer = until + (await now(suite)) + WINDOWS.certification - requestedAt;
    await travel(suite, longer);
    await expect(requestUse(suite, ANA, keyFor(1)))
      .to.emit(suite.benefits, "ValiditySet")
      .withArgs(call.id, nullifier, longer);
    expect((await suite.book.awardOf(nullifier)).until).to.equal(longer);
  });

  it("lets the seat expire in the second after the lengthened validity, not before", async () => {
    const { suite } = await requested();
    const { until } = await suite.book.awardOf(nullifier);
    const { requestedAt } = await suite.benefits.getRequest(nullifier);
    await suite.benefits.connect(suite.office).object(nullifier, REASON);
    const longer = until + (await now(suite)) + WINDOWS.certification - requestedAt;
    await travel(suite, longer);
    await expect(suite.benefits.expire([nullifier])).to.not.emit(suite.book, "Vacated");
    expect(await suite.benefits.usableUntil(nullifier)).to.equal(longer);
    await expect(suite.benefits.expire([nullifier])).to.emit(suite.book, "Vacated");
    expect(await suite.benefits.stageOf(nullifier)).to.equal(STAGE.none);
  });

  it("does not let a seat be held for ever: after five requests it expires", async () => {
    const { suite } = await accepted();
    for (let count = 0; count < 5; count += 1) {
      await requestUse(suite, ANA, keyFor(1));
      await refuse(suite);
    }
    await expect(requestUse(suite, ANA, keyFor(1)))
      .to.be.revertedWithCustomError(errors, "Benefit_Requests")
      .withArgs(nullifier, 5n);
    await travel(suite, (await suite.benefits.usableUntil(nullifier)) + 1n);
    await suite.benefits.expire([nullifier]);
    expect((await suite.book.awardOf(nullifier)).state).to.equal(STATE.none);
    const next = await drawnCall(suite, { name: "next call", applications: [ANA] });
    await settled(suite, next, ANA);
    await accept(suite, ANA, keyFor(1));
    await requestUse(suite, ANA, keyFor(1));
    expect((await suite.benefits.getRequest(nullifier)).count).to.equal(1n);
  });
});

describe("BenefitDesk.pay", () => {
  it("reverts unless the request is certified", async () => {
    const { suite } = await requested();
    await expect(suite.benefits.pay(nullifier))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.pending);
    await suite.benefits.connect(suite.office).object(nullifier, REASON);
    await expect(suite.benefits.pay(nullifier))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.objected);
  });

  it("pays the seller by the office's silence, from the first second after its window, during a pause too", async () => {
    const { suite, call } = await requested();
    const { requestedAt } = await suite.benefits.getRequest(nullifier);
    await suite.treasury.pause(REASON);
    await travel(suite, requestedAt + WINDOWS.certification);
    await expect(suite.benefits.pay(nullifier)).to.be.revertedWithCustomError(errors, "Benefit_Stage");
    await travel(suite, requestedAt + WINDOWS.certification + 1n);
    const tx = suite.benefits.connect(suite.stranger).pay(nullifier);
    await expect(tx).to.emit(suite.book, "Fulfilled").withArgs(call.id, nullifier, suite.sellerId, SUBSIDY);
    await expect(tx).to.changeTokenBalances(
      connection.ethers,
      suite.token,
      [suite.treasury, suite.seller],
      [-SUBSIDY, SUBSIDY],
    );
    expect(await suite.benefits.usedAt(nullifier)).to.equal(await now(suite));
  });

  it("pays once, and nothing of the seat can be done afterwards", async () => {
    const { suite } = await networkHelpers.loadFixture(paidFixture);
    await expect(suite.benefits.pay(nullifier))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.none);
    await expect(requestUse(suite, ANA, keyFor(1)))
      .to.be.revertedWithCustomError(errors, "Seat_State")
      .withArgs(nullifier, STATE.fulfilled);
    const waiver = await signClaim(suite, keyFor(1), "BenefitDesk.Waiver", await seatOf(suite, nullifier));
    await expect(suite.benefits.waive(nullifier, keyFor(1), waiver))
      .to.be.revertedWithCustomError(errors, "Seat_State")
      .withArgs(nullifier, STATE.fulfilled);
  });

  it("pays a certified request after its validity, which no expiry cuts off", async () => {
    const { suite } = await requested();
    await suite.benefits.connect(suite.office).certify(nullifier);
    await travel(suite, (await now(suite)) + 2n * WINDOWS.validity);
    await suite.benefits.expire([nullifier]);
    await suite.benefits.pay(nullifier);
    expect((await suite.book.awardOf(nullifier)).state).to.equal(STATE.fulfilled);
  });

  it("credits a seller to whom the token refuses to pay", async () => {
    const { suite } = await requested();
    await suite.benefits.connect(suite.office).certify(nullifier);
    await suite.token.setBlocked(suite.seller, true);
    await suite.benefits.connect(suite.stranger).pay(nullifier);
    expect(await suite.treasury.creditOf(suite.sellerId, suite.token)).to.equal(SUBSIDY);
  });

  it("pays after the end of the call", async () => {
    const { suite, call } = await requested();
    await suite.modules.desk.end(call.id, 1n, REASON);
    await suite.benefits.connect(suite.office).certify(nullifier);
    await suite.benefits.pay(nullifier);
    expect((await suite.book.getMoney(call.id)).left).to.equal(SMALLER);
  });

  it("pays the subsidy of the slot that the household has, and to nobody who waits in line", async () => {
    const { suite, call } = await accepted();
    await requestUse(suite, BEA, keyFor(2));
    await suite.benefits.connect(suite.office).certify(BEA.nullifier);
    await expect(suite.benefits.pay(BEA.nullifier))
      .to.emit(suite.book, "Fulfilled")
      .withArgs(call.id, BEA.nullifier, suite.sellerId, SMALLER);
    expect((await suite.book.awardOf(BEA.nullifier)).until).to.not.equal(NOT_BEGUN);
    expect(await suite.benefits.overruleReport(EVA.nullifier)).to.equal(
      encoded(
        ["bytes32", "bytes32", "bytes32", "uint32", "uint64"],
        [
          connection.ethers.id("Overrule(bytes32 callId,bytes32 nullifier,uint32 step,uint64 seller)"),
          ZeroHash,
          EVA.nullifier,
          0n,
          0n,
        ],
      ),
    );
  });
});
