import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";

import { HousingErrors__factory } from "../../../typechain-types/index.js";
import type { Connection } from "../../helpers/suite.ts";
import { ANA, BEA, acceptedSeats, EVA, LOSS, requestedUse, requestUse, STAGE, STATE } from "./seats.ts"; // prettier-ignore
import { DEED, keyFor, now, REASON, reviewed, seatOf, signClaim, travel, WINDOWS, type Housing } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const errors = { interface: HousingErrors__factory.createInterface() };
const { nullifier } = ANA;

const acceptedFixture = () => acceptedSeats(connection);
const requestedFixture = () => requestedUse(connection);
const accepted = () => networkHelpers.loadFixture(acceptedFixture);
const requested = () => networkHelpers.loadFixture(requestedFixture);

async function objected() {
  const state = await requested();
  await state.suite.benefits.connect(state.suite.office).object(nullifier, REASON);
  return { ...state, objectedAt: await now(state.suite) };
}

const use = async (suite: Housing, changes: object = {}) => {
  const message = { ...(await seatOf(suite, nullifier)), seller: suite.sellerId, deed: DEED, ...changes };
  return signClaim(suite, keyFor(1), "BenefitDesk.Use", message);
};

describe("BenefitDesk.request", () => {
  it("reverts for whoever has not accepted a seat", async () => {
    const { suite } = await accepted();
    await expect(suite.benefits.request(EVA.nullifier, suite.sellerId, DEED, keyFor(3), "0x"))
      .to.be.revertedWithCustomError(errors, "Seat_State")
      .withArgs(EVA.nullifier, STATE.none);
  });

  it("reverts while another request is pending", async () => {
    const { suite } = await requested();
    await expect(requestUse(suite, ANA, keyFor(1)))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.pending);
  });

  it("reverts after the last second of the validity, and not in it", async () => {
    const { suite } = await accepted();
    const { until } = await suite.book.awardOf(nullifier);
    const signature = await use(suite);
    const snapshot = await networkHelpers.takeSnapshot();
    await travel(suite, until + 1n);
    await expect(suite.benefits.request(nullifier, suite.sellerId, DEED, keyFor(1), signature))
      .to.be.revertedWithCustomError(errors, "Benefit_TooLate")
      .withArgs(nullifier, until);
    await snapshot.restore();
    await travel(suite, until);
    await suite.benefits.request(nullifier, suite.sellerId, DEED, keyFor(1), signature);
  });

  it("reverts for a seller that is neither supplier nor public body, is unknown or suspended, and without a deed", async () => {
    const { suite } = await accepted();
    await suite.registry.suspend(suite.otherSellerId, (await now(suite)) + 86_400n, REASON);
    for (const seller of [suite.schoolId, 99n, suite.otherSellerId]) {
      await expect(requestUse(suite, ANA, keyFor(1), seller))
        .to.be.revertedWithCustomError(errors, "Benefit_Seller")
        .withArgs(nullifier, seller);
    }
    await expect(requestUse(suite, ANA, keyFor(1), suite.sellerId, ZeroHash))
      .to.be.revertedWithCustomError(errors, "Benefit_NoDocument")
      .withArgs(nullifier);
    await requestUse(suite, ANA, keyFor(1), suite.officeId);
  });

  it("reverts when whoever carries the signature swaps the seller or the deed", async () => {
    const { suite } = await accepted();
    const signature = await use(suite);
    for (const [seller, deed] of [
      [suite.otherSellerId, DEED],
      [suite.sellerId, REASON],
    ] as const) {
      await expect(suite.benefits.connect(suite.otherSeller).request(nullifier, seller, deed, keyFor(1), signature))
        .to.be.revertedWithCustomError(errors, "Claim_FalseSignature")
        .withArgs(nullifier, keyFor(1).address);
    }
  });

  it("puts seller and deed on record", async () => {
    const { suite, call } = await accepted();
    await expect(requestUse(suite, ANA, keyFor(1)))
      .to.emit(suite.benefits, "UseRequested")
      .withArgs(call.id, nullifier, suite.sellerId, 2n, DEED);
    const { seller, requestedAt, count } = await suite.benefits.getRequest(nullifier);
    expect([seller, requestedAt, count]).to.deep.equal([suite.sellerId, await now(suite), 1n]);
    expect(await suite.benefits.stageOf(nullifier)).to.equal(STAGE.pending);
  });

  it("takes whoever waits out of the line and lets the validity begin", async () => {
    const { suite, call } = await accepted();
    await expect(requestUse(suite, BEA, keyFor(2)))
      .to.emit(suite.book, "LineLeft")
      .withArgs(call.id, BEA.nullifier);
    expect((await suite.book.awardOf(BEA.nullifier)).until).to.equal((await now(suite)) + WINDOWS.validity);
  });
});

describe("BenefitDesk.object", () => {
  it("reverts for a stranger, another office, without a reason, and outside the window", async () => {
    const { suite, call } = await requested();
    await expect(suite.benefits.connect(suite.stranger).object(nullifier, REASON)).to.be.revertedWithCustomError(
      suite.benefits,
      "AccessManagedUnauthorized",
    );
    await expect(suite.benefits.object(nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Call_NotTheOffice")
      .withArgs(call.id, suite.admin, suite.office);
    await expect(suite.benefits.connect(suite.office).object(nullifier, ZeroHash))
      .to.be.revertedWithCustomError(errors, "Benefit_NoDocument")
      .withArgs(nullifier);
    await expect(suite.benefits.connect(suite.office).object(EVA.nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(EVA.nullifier, STAGE.none);
    await travel(suite, (await suite.benefits.getRequest(nullifier)).requestedAt + WINDOWS.certification + 1n);
    await expect(suite.benefits.connect(suite.office).object(nullifier, REASON))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.certified);
  });

  it("objects in the last second of the window", async () => {
    const { suite, call } = await requested();
    await travel(suite, (await suite.benefits.getRequest(nullifier)).requestedAt + WINDOWS.certification);
    await expect(suite.benefits.connect(suite.office).object(nullifier, REASON))
      .to.emit(suite.benefits, "UseObjected")
      .withArgs(call.id, nullifier, suite.office, REASON);
    expect(await suite.benefits.stageOf(nullifier)).to.equal(STAGE.objected);
  });
});

describe("BenefitDesk.certify", () => {
  it("reverts for a stranger and another office, and after an objection", async () => {
    const { suite, call } = await objected();
    await expect(suite.benefits.connect(suite.stranger).certify(nullifier)).to.be.revertedWithCustomError(
      suite.benefits,
      "AccessManagedUnauthorized",
    );
    await expect(suite.benefits.connect(suite.office).certify(nullifier))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.objected);
    await travel(suite, (await now(suite)) + WINDOWS.certification + 1n);
    await requestUse(suite, ANA, keyFor(1));
    await expect(suite.benefits.certify(nullifier))
      .to.be.revertedWithCustomError(errors, "Call_NotTheOffice")
      .withArgs(call.id, suite.admin, suite.office);
    await expect(suite.benefits.connect(suite.office).certify(nullifier))
      .to.emit(suite.benefits, "UseCertified")
      .withArgs(call.id, nullifier, suite.office);
  });
});

describe("BenefitDesk.overrule", () => {
  it("reverts unless there is an objection in its window, and without the reviewers' signatures", async () => {
    const { suite, objectedAt } = await objected();
    const attested = await reviewed(suite, suite.benefits, await suite.benefits.overruleReport(nullifier));
    await expect(suite.benefits.overrule(nullifier, { ...attested, endorsements: attested.endorsements.slice(1) }))
      .to.be.revertedWithCustomError(suite.benefits, "Attestation_TooFew")
      .withArgs(1n, 1n, 2n);
    await expect(suite.benefits.overrule(EVA.nullifier, attested))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(EVA.nullifier, STAGE.none);
    await travel(suite, objectedAt + WINDOWS.certification + 1n);
    await expect(suite.benefits.overrule(nullifier, attested))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.refused);
  });

  it("certifies in the last second, and one request only: its signatures overrule no later objection", async () => {
    const { suite, call, objectedAt } = await objected();
    const attested = await reviewed(suite, suite.benefits, await suite.benefits.overruleReport(nullifier));
    const snapshot = await networkHelpers.takeSnapshot();
    await travel(suite, objectedAt + WINDOWS.certification + 1n);
    await requestUse(suite, ANA, keyFor(1));
    await suite.benefits.connect(suite.office).object(nullifier, REASON);
    await expect(suite.benefits.overrule(nullifier, attested)).to.be.revertedWithCustomError(
      suite.benefits,
      "Attestation_FalseSignature",
    );
    await snapshot.restore();
    await travel(suite, objectedAt + WINDOWS.certification);
    await expect(suite.benefits.connect(suite.stranger).overrule(nullifier, attested))
      .to.emit(suite.benefits, "ObjectionOverruled")
      .withArgs(call.id, nullifier, suite.stranger);
    expect(await suite.benefits.stageOf(nullifier)).to.equal(STAGE.certified);
  });
});

describe("BenefitDesk.withdraw", () => {
  const withdrawal = async (suite: Housing) =>
    signClaim(suite, keyFor(1), "BenefitDesk.Withdrawal", await seatOf(suite, nullifier));

  it("reverts without a request that can be withdrawn, and for a signature that served", async () => {
    const { suite, call } = await requested();
    const signature = await withdrawal(suite);
    await expect(suite.benefits.connect(suite.stranger).withdraw(nullifier, keyFor(1), signature))
      .to.emit(suite.benefits, "UseWithdrawn")
      .withArgs(call.id, nullifier);
    await expect(suite.benefits.withdraw(nullifier, keyFor(1), signature))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.none);
    await requestUse(suite, ANA, keyFor(1));
    await expect(suite.benefits.withdraw(nullifier, keyFor(1), signature)).to.be.revertedWithCustomError(
      errors,
      "Claim_FalseSignature",
    );
    await suite.benefits.connect(suite.office).certify(nullifier);
    await expect(suite.benefits.withdraw(nullifier, keyFor(1), signature))
      .to.be.revertedWithCustomError(errors, "Benefit_Stage")
      .withArgs(nullifier, STAGE.certified);
  });

  it("gives no time back, and lets the household waive", async () => {
    const { suite, call } = await objected();
    const { until } = await suite.book.awardOf(nullifier);
    const waive = async () =>
      suite.benefits.waive(
        nullifier,
        keyFor(1),
        await signClaim(suite, keyFor(1), "BenefitDesk.Waiver", await seatOf(suite, nullifier)),
      );
    await expect(waive()).to.be.revertedWithCustomError(errors, "Benefit_Stage").withArgs(nullifier, STAGE.objected);
    await suite.benefits.withdraw(nullifier, keyFor(1), await withdrawal(suite));
    expect(await suite.benefits.usableUntil(nullifier)).to.equal(until);
    await expect(waive()).to.emit(suite.book, "Vacated").withArgs(call.id, nullifier, LOSS.waived);
  });
});
