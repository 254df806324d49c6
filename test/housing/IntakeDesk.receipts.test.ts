import { expect } from "chai";
import { id, TypedDataEncoder, ZeroHash } from "ethers";
import { network } from "hardhat";

import {
  declaredDigest,
  lastReceipts,
  receiptData,
  receiptDigest,
  receiptsToLodge,
  receiptTree,
  type Receipt,
} from "../../scripts/lib/housing/intake/receipts.ts";
import { asStruct, evidenceOf, lodgedEvidence } from "../../scripts/lib/housing/intake/roll-proofs.ts";
import { CALL_STATUS } from "../../scripts/lib/housing/call/call-status.ts";
import {
  challengedCall,
  CLOSES_AT,
  endorseReceipt,
  enterStatus,
  householdOf,
  byNullifier,
  intakeScene,
  OPENS_AT,
  receiptOf,
  type IntakeScene,
} from "../helpers/intake.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const CALL = id("call");
const OTHER_CALL = id("other call");
const statusNumber = (status: (typeof CALL_STATUS)[number]) => CALL_STATUS.indexOf(status);

const ready = () => intakeScene(connection);
const scene = () => networkHelpers.loadFixture(ready);

const ana = householdOf(1);
const ben = householdOf(2);
const eva = householdOf(3);

const lodge = async (of: IntakeScene, receipt: Receipt, endorse = () => endorseReceipt(of, receipt)) =>
  of.intake.connect(of.stranger).lodge(CALL, receipt, await endorse());

describe("IntakeDesk.setSigner and anchorReceipts", () => {
  it("are the intake office's, and say so", async () => {
    const { intake, stranger, office } = await scene();
    for (const refused of [
      () => intake.connect(stranger).setSigner(stranger, true),
      () => intake.connect(stranger).anchorReceipts(CALL, id("root"), 1),
    ]) {
      await expect(refused()).to.be.revertedWithCustomError(intake, "AccessManagedUnauthorized").withArgs(stranger);
    }
    await expect(intake.setSigner(stranger, true)).to.emit(intake, "SignerSet").withArgs(stranger, office, true);
    expect(await intake.isSigner(stranger)).to.equal(true);
  });

  it("anchor a root once, between the close and the deadline", async () => {
    const of = await scene();
    const { intake, book, office } = of;
    await enterStatus(of, CALL, "intake");
    await expect(intake.anchorReceipts(CALL, id("root"), 1))
      .to.be.revertedWithCustomError(intake, "Call_Status")
      .withArgs(CALL, statusNumber("intake"));
    await enterStatus(of, CALL, "receipts");
    await expect(intake.anchorReceipts(CALL, ZeroHash, 1))
      .to.be.revertedWithCustomError(intake, "Intake_NoRoot")
      .withArgs(CALL);
    await expect(intake.anchorReceipts(CALL, id("root"), 7))
      .to.emit(intake, "ReceiptsAnchored")
      .withArgs(CALL, office, id("root"), 7);
    expect((await book.getCourse(CALL)).anchored).to.equal(true);
    expect((await intake.getFile(CALL)).receipts).to.deep.equal([id("root"), 7n]);
  });
});

describe("IntakeDesk.lodge", () => {
  it("keeps a receipt that anyone brings while applications are taken", async () => {
    const of = await scene();
    await enterStatus(of, CALL, "intake");
    const receipt = receiptOf(CALL, ana);
    await expect(lodge(of, receipt))
      .to.emit(of.intake, "ReceiptLodged")
      .withArgs(CALL, of.stranger, ana.nullifier, Object.values(receipt));
    const lodged = await of.intake.getLodged(CALL, ana.nullifier);
    expect(lodged).to.deep.equal([receiptDigest(receipt), receipt.issuedAt]);
  });

  it("refuses one that is forged, of another chain or desk, or of an account that signs no longer", async () => {
    const of = await scene();
    const { intake, stranger, signer } = of;
    await enterStatus(of, CALL, "intake");
    const receipt = receiptOf(CALL, ana);
    await expect(lodge(of, receipt, () => endorseReceipt(of, receipt, stranger)))
      .to.be.revertedWithCustomError(intake, "Intake_NotASigner")
      .withArgs(CALL, stranger);
    const bookAddress = await of.book.getAddress();
    const better = { ...receipt, score: receipt.score + 1n };
    for (const [given, endorsement] of [
      [better, () => endorseReceipt(of, receipt)],
      [receipt, () => endorseReceipt(of, receipt, signer, { chainId: 1n })],
      [receipt, () => endorseReceipt(of, receipt, signer, { contract: bookAddress })],
    ] as const) {
      await expect(lodge(of, given, endorsement))
        .to.be.revertedWithCustomError(intake, "Intake_FalseSignature")
        .withArgs(CALL, signer);
    }
    await intake.setSigner(signer, false);
    await expect(lodge(of, receipt)).to.be.revertedWithCustomError(intake, "Intake_NotASigner").withArgs(CALL, signer);
  });

  it("refuses one of another call, and one of a second in which nothing could be issued yet or no longer", async () => {
    const of = await scene();
    await enterStatus(of, CALL, "intake");
    const now = BigInt(await networkHelpers.time.latest());
    for (const changes of [
      { callId: OTHER_CALL },
      { issuedAt: OPENS_AT - 1n },
      { issuedAt: CLOSES_AT + 1n },
      { issuedAt: now + 1_000n },
    ]) {
      await expect(lodge(of, receiptOf(CALL, ana, changes)))
        .to.be.revertedWithCustomError(of.intake, "Intake_NoReceipt")
        .withArgs(CALL, ana.nullifier);
    }
  });

  it("takes a later receipt of the household in its place, and none that is not later", async () => {
    const of = await scene();
    await enterStatus(of, CALL, "intake");
    const [first, second] = [receiptOf(CALL, ana), receiptOf(CALL, ana, { issuedAt: OPENS_AT + 20n })];
    await lodge(of, first);
    await lodge(of, second);
    for (const old of [first, second]) {
      await expect(lodge(of, old))
        .to.be.revertedWithCustomError(of.intake, "Intake_NotNewer")
        .withArgs(CALL, ana.nullifier, old.issuedAt, second.issuedAt);
    }
  });

  it("takes after the close only what replaces a receipt that is kept, until the root is anchored", async () => {
    const of = await scene();
    await enterStatus(of, CALL, "intake");
    await lodge(of, receiptOf(CALL, ana));
    await enterStatus(of, CALL, "receipts");
    await expect(lodge(of, receiptOf(CALL, ben)))
      .to.be.revertedWithCustomError(of.intake, "Call_Status")
      .withArgs(CALL, statusNumber("receipts"));
    const later = receiptOf(CALL, ana, { issuedAt: OPENS_AT + 20n });
    await lodge(of, later);
    await enterStatus(of, CALL, "roots");
    await expect(lodge(of, { ...later, issuedAt: OPENS_AT + 30n }))
      .to.be.revertedWithCustomError(of.intake, "Call_Status")
      .withArgs(CALL, statusNumber("roots"));
  });
});

describe("IntakeDesk, given evidence of a receipt", () => {
  const prove = (
    of: IntakeScene,
    roll: Awaited<ReturnType<typeof challengedCall>>["roll"],
    evidence: ReturnType<typeof lodgedEvidence>,
    application = ana,
  ) => of.intake.proveOmission(CALL, evidence, asStruct(application), roll.gap(application.nullifier));

  it("counts one that the office left out of its root, if it was lodged before the close", async () => {
    const of = await scene();
    await enterStatus(of, CALL, "intake");
    const receipt = receiptOf(CALL, ana);
    await lodge(of, receipt);
    const { roll, receipts } = await challengedCall(of, CALL, byNullifier([ben, eva]), [receiptOf(CALL, ben)]);
    await expect(prove(of, roll, evidenceOf(receipts, receiptOf(CALL, ana, { score: 7n }))))
      .to.be.revertedWithCustomError(of.intake, "Intake_NoReceipt")
      .withArgs(CALL, ana.nullifier);
    await expect(prove(of, roll, lodgedEvidence(receipt))).to.emit(of.intake, "ApplicationPut");
  });

  it("refuses one that is signed and in neither, one dated after the close, and one of another call in the root", async () => {
    const of = await scene();
    for (const [number, changes] of [
      undefined,
      { issuedAt: CLOSES_AT + 1n },
      { issuedAt: OPENS_AT - 1n },
      { callId: OTHER_CALL },
    ].entries()) {
      const call = id(`call ${number}`);
      const receipt = receiptOf(call, ana, changes);
      const anchored = changes === undefined ? receiptOf(call, ben) : receipt;
      const { roll, receipts } = await challengedCall(of, call, [householdOf(9)], [anchored]);
      await expect(of.intake.proveOmission(call, evidenceOf(receipts, receipt), asStruct(ana), roll.gap(ana.nullifier)))
        .to.be.revertedWithCustomError(of.intake, "Intake_NoReceipt")
        .withArgs(call, ana.nullifier);
    }
  });

  it("refuses an anchored one if a later one is lodged: a household cannot fall back on what it changed", async () => {
    const of = await scene();
    await enterStatus(of, CALL, "intake");
    const [first, second] = [receiptOf(CALL, ana), receiptOf(CALL, ana, { issuedAt: OPENS_AT + 20n, score: 1n })];
    await lodge(of, second);
    const { roll, receipts } = await challengedCall(of, CALL, [ben], [first]);
    await expect(prove(of, roll, evidenceOf(receipts, first)))
      .to.be.revertedWithCustomError(of.intake, "Intake_NoReceipt")
      .withArgs(CALL, ana.nullifier);
    await prove(of, roll, lodgedEvidence(second), { ...ana, score: 1n });
  });
});

describe("receipts", () => {
  it("have the digest of EIP-712, as has what is declared", () => {
    const receipt = receiptOf(CALL, ana);
    const { types, message } = receiptData({ chainId: 1n, contract: `0x${"1".repeat(40)}` }, receipt);
    expect(receiptDigest(receipt)).to.equal(TypedDataEncoder.hashStruct("Receipt", types, message));
    const fields = ["bytes32 nullifier", "uint16[] slots", "uint16 size", "bool keepsWaiting", "bytes32 attributes"];
    const declared = [...fields, "bytes32 members", "bytes32 claim"].map((field) => {
      const [type = "", name = ""] = field.split(" ");
      return { type, name };
    });
    expect(declaredDigest(ana)).to.equal(TypedDataEncoder.hashStruct("Declared", { Declared: declared }, ana));
  });

  it("count the last of each household; the office lodges those that are later than what is kept", () => {
    const [old, later, same] = [10n, 20n, 20n].map((after, index) =>
      receiptOf(CALL, ana, { issuedAt: OPENS_AT + after, score: BigInt(index) }),
    );
    const other = receiptOf(CALL, ben);
    const last = lastReceipts([later!, old!, same!, other]);
    expect([...last.values()]).to.deep.equal([same, other]);
    expect(receiptTree([...last.values()]).count).to.equal(2);
    expect(() => receiptTree([old!, later!]))
      .to.throw()
      .with.property("code", "tree-key-repeated");
    const lodge = (at: bigint) => receiptsToLodge(new Map([[ana.nullifier, at]]), [old!, same!, other]);
    expect(lodge(old!.issuedAt)).to.deep.equal([same]);
    expect(lodge(same!.issuedAt)).to.deep.equal([]);
  });
});
