import { expect } from "chai";
import { network } from "hardhat";

import { DAY, documentOf } from "../helpers/agreement.ts";
import { at, LONG_POINTER, NO_DOCUMENT, REASON } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import { sealedTender, STATUS } from "../helpers/tender-life.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const QUESTION = documentOf("question");
const ANSWER = documentOf("answer");
const UNKNOWN = documentOf("no such tender").digest;

async function published() {
  const life = await sealedTender(connection, [{ price: 500_000_000n }]);
  return { ...life, account: life.bids[0]!.bidder.account, bidder: life.bids[0]!.bidder.id };
}

async function asked() {
  const life = await published();
  await life.stage.publication.connect(life.account).ask(life.id, QUESTION);
  return life;
}

describe("PublicationDesk.ask", () => {
  it("numbers the enquiries of registered bidders", async () => {
    const { stage, id, account, bidder } = await networkHelpers.loadFixture(asked);
    await expect(stage.publication.connect(account).ask(id, QUESTION))
      .to.emit(stage.publication, "EnquiryFiled")
      .withArgs(id, account.address, bidder, 1n, [QUESTION.digest, ""]);
    expect((await stage.book.getDesk(id)).asked).to.equal(2n);
  });

  it("reverts above the published number", async () => {
    const { stage, id, account, bidder } = await networkHelpers.loadFixture(asked);
    await stage.publication.connect(account).ask(id, QUESTION);
    await expect(stage.publication.connect(account).ask(id, QUESTION))
      .to.be.revertedWithCustomError(stage.publication, "Enquiry_TooMany")
      .withArgs(id, bidder, 2n);
  });

  it("counts in the last second and not in the next", async () => {
    const { stage, id, account, terms } = await networkHelpers.loadFixture(published);
    const until = terms.timetable.enquiriesUntil as bigint;
    await at(connection, until);
    await stage.publication.connect(account).ask(id, QUESTION);
    await expect(stage.publication.connect(account).ask(id, QUESTION))
      .to.be.revertedWithCustomError(stage.publication, "Tender_OutsideWindow")
      .withArgs(id, 0n, until);
  });

  it("reverts for accounts of nobody, of buyers and of suspended suppliers", async () => {
    const { stage, id, account, bidder, terms } = await networkHelpers.loadFixture(published);
    await stage.registry.connect(stage.sanctions).suspend(bidder, terms.timetable.closesAt, REASON.digest);
    for (const [signer, entity] of [
      [stage.stranger, 0n],
      [stage.buyer, stage.buyerId],
      [account, bidder],
    ] as const) {
      await expect(stage.publication.connect(signer).ask(id, QUESTION))
        .to.be.revertedWithCustomError(stage.publication, "Tender_NotActive")
        .withArgs(id, entity);
    }
  });

  it("reverts without a document and of a tender that nobody published or that has ended", async () => {
    const { stage, id, account } = await networkHelpers.loadFixture(published);
    const asBidder = stage.publication.connect(account);
    for (const question of [NO_DOCUMENT, LONG_POINTER]) {
      await expect(asBidder.ask(id, question))
        .to.be.revertedWithCustomError(stage.publication, "Tender_InvalidDocument")
        .withArgs(id);
    }
    await expect(asBidder.ask(UNKNOWN, QUESTION))
      .to.be.revertedWithCustomError(stage.publication, "Tender_Unknown")
      .withArgs(UNKNOWN);
    await stage.publication.connect(stage.buyer).cancel(id, REASON.digest);
    await expect(asBidder.ask(id, QUESTION))
      .to.be.revertedWithCustomError(stage.publication, "Tender_Ended")
      .withArgs(id, 3n);
  });
});

describe("PublicationDesk.answer", () => {
  it("answers an enquiry once, in the last second too, and closing stays", async () => {
    const { stage, id, terms } = await networkHelpers.loadFixture(asked);
    const until = terms.timetable.answersUntil as bigint;
    await at(connection, until);
    await expect(stage.publication.connect(stage.buyer).answer(id, 0n, ANSWER))
      .to.emit(stage.publication, "EnquiryAnswered")
      .withArgs(id, stage.buyer.address, 0n, [ANSWER.digest, ""]);
    await networkHelpers.time.increaseTo(until + 1n);
    expect(await stage.book.closesAt(id)).to.equal(terms.timetable.closesAt);
    await expect(stage.publication.recordSilence(id))
      .to.be.revertedWithCustomError(stage.publication, "Enquiry_AllAnswered")
      .withArgs(id);
  });

  it("reverts after its last second, however late closing becomes by it", async () => {
    const { stage, id, terms } = await networkHelpers.loadFixture(asked);
    const until = terms.timetable.answersUntil as bigint;
    await at(connection, until + 1n);
    await expect(stage.publication.connect(stage.buyer).answer(id, 0n, ANSWER))
      .to.be.revertedWithCustomError(stage.publication, "Tender_OutsideWindow")
      .withArgs(id, 0n, until);
    await networkHelpers.time.increaseTo(until + 1n);
    expect(await stage.book.closesAt(id)).to.equal((terms.timetable.closesAt as bigint) + DAY);
  });

  it("reverts for an enquiry that was not filed or is answered", async () => {
    const { stage, id } = await networkHelpers.loadFixture(asked);
    const asBuyer = stage.publication.connect(stage.buyer);
    await asBuyer.answer(id, 0n, ANSWER);
    for (const number of [0n, 1n, 256n]) {
      await expect(asBuyer.answer(id, number, ANSWER))
        .to.be.revertedWithCustomError(stage.publication, "Enquiry_Unknown")
        .withArgs(id, number);
    }
  });

  it("reverts for everyone but the buyer, and without a document", async () => {
    const { stage, id, account } = await networkHelpers.loadFixture(asked);
    await expect(stage.publication.connect(account).answer(id, 0n, ANSWER))
      .to.be.revertedWithCustomError(stage.publication, "Tender_NotTheBuyer")
      .withArgs(id, account.address, stage.buyer.address);
    await expect(stage.publication.connect(stage.buyer).answer(id, 0n, NO_DOCUMENT))
      .to.be.revertedWithCustomError(stage.publication, "Tender_InvalidDocument")
      .withArgs(id);
  });
});

describe("PublicationDesk.recordSilence", () => {
  it("reverts while answers are due, and in the second after says how many are missing", async () => {
    const { stage, id, account, terms } = await networkHelpers.loadFixture(asked);
    await stage.publication.connect(account).ask(id, QUESTION);
    await stage.publication.connect(stage.buyer).answer(id, 1n, ANSWER);
    const until = terms.timetable.answersUntil as bigint;
    await at(connection, until);
    await expect(stage.publication.recordSilence(id)).to.be.revertedWithCustomError(
      stage.publication,
      "Enquiry_AllAnswered",
    );
    const closes = (terms.timetable.closesAt as bigint) + DAY;
    await at(connection, until + 1n);
    await expect(stage.publication.connect(stage.stranger).recordSilence(id))
      .to.emit(stage.publication, "AnswersMissed")
      .withArgs(id, stage.stranger.address, 1n, closes);
    await at(connection, closes);
    await stage.publication.recordSilence(id);
    expect(await stage.book.statusOf(id)).to.equal(STATUS.bidding);
    await networkHelpers.time.increaseTo(closes + 1n);
    expect(await stage.book.statusOf(id)).to.equal(STATUS.closed);
  });
});
