import { expect } from "chai";
import { network } from "hardhat";

import { rankBids } from "../../../scripts/lib/tender/award/rank-bids.ts";
import { countingEvaluators } from "../../../scripts/lib/tender/evaluation/counting-evaluators.ts";
import { evaluateBid } from "../../../scripts/lib/tender/evaluation/evaluate-bid.ts";
import type { BidRecord, TenderRecord } from "../../../scripts/lib/tender/read/tender-record.ts";
import type { Verification } from "../../../scripts/lib/tender/verify/verification.ts";
import type { Connection } from "../../helpers/suite.ts";
import { award, finish, openAll, recordOf, sealedTender, signaturesOf, verify } from "./support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

async function sealed() {
  return sealedTender(connection, false);
}

async function opened() {
  const tender = await sealed();
  await openAll(tender);
  return tender;
}

async function finished() {
  const tender = await opened();
  await finish(tender);
  return { ...tender, record: await recordOf(tender) };
}

async function locked() {
  const tender = await sealedTender(connection, true);
  await openAll(tender);
  await award(tender);
  return tender;
}

const unequal = ({ checks }: Verification): string[] =>
  checks.filter(({ isEqual }) => !isEqual).map(({ what, bidder }) => `${bidder ?? "-"} ${what.en}`);

/** The record with the bid of a position changed. */
const withBid = (
  record: TenderRecord,
  index: number,
  change: (bid: BidRecord) => Partial<BidRecord>,
): TenderRecord => ({
  ...record,
  bids: record.bids.map((bid, position) => (position === index ? { ...bid, ...change(bid) } : bid)),
});

describe("verifyTender", () => {
  it("agrees with the chain at every stage of a tender", async () => {
    const tender = await networkHelpers.loadFixture(sealed);
    expect(unequal(await verify(tender, await recordOf(tender)))).to.deep.equal([]);
    await openAll(tender);
    expect(unequal(await verify(tender, await recordOf(tender)))).to.deep.equal([]);
    await award(tender);
    const { winner, isVerified } = await verify(tender, await recordOf(tender));
    expect([winner, isVerified]).to.deep.equal([tender.entries[3]!.bidder.id, true]);
  });

  it("makes three awards again, after a lapse and an exclusion, and the contract that was signed", async () => {
    const tender = await networkHelpers.loadFixture(finished);
    const result = await verify(tender, tender.record);
    expect(unequal(result)).to.deep.equal([]);
    expect(tender.record.awards).to.have.length(3);
    expect([result.filed, result.admissible, result.isVerified]).to.deep.equal([5, 4, true]);
    expect(result.checks.map(({ what }) => what.en)).to.include("contract that the terms lead to");
    expect(result.winner).to.equal(tender.record.awards[2]!.winner);
  });

  it("counts a pause that lengthened a window, whatever pauses came after the award had fallen", async () => {
    const tender = await networkHelpers.loadFixture(opened);
    const { stage, id } = tender;
    await award(tender);
    const reason = `0x${"78".repeat(32)}`;
    await stage.publication.connect(stage.guardian).pause(reason);
    await networkHelpers.time.increaseTo((await stage.awards.signatureWindowOf(id)).until + 1n);
    await stage.awards.connect(stage.stranger).lapseSignature(id);
    const early = await recordOf(tender);
    const removal = early.rulings[0]!;
    const plain = { ...early, pauses: [] };
    const rushed = {
      ...early,
      rulings: [{ ...removal, time: removal.time - 2n * 86_400n }],
    };
    expect((await verify(tender, plain)).isVerified).to.equal(true);
    expect(unequal(await verify(tender, rushed)).join("\n")).to.match(/signature window passed/);
    await networkHelpers.time.increase(40n * 86_400n);
    await stage.publication.connect(stage.guardian).pause(reason);
    const late = await recordOf(tender);
    expect(late.pauses).to.have.length(2);
    expect(unequal(await verify(tender, late))).to.deep.equal([]);
    const lied = { ...late, rulings: rushed.rulings };
    expect(unequal(await verify(tender, lied)).join("\n")).to.match(/signature window passed/);
  });

  it("says bid by bid how each point came about", async () => {
    const tender = await networkHelpers.loadFixture(opened);
    const { bids } = await verify(tender, await recordOf(tender));
    const [anne, bert, twin, decoy, failed] = bids;
    expect(anne!.criteria.map(({ score, points }) => [score, points])).to.deep.equal([
      ...[
        [8_000n, 12_000_000n],
        [9_000n, 13_500_000n],
      ],
      ...[
        [8_918n, 4_459_000n],
        [10_000n, 5_000_000n],
      ],
    ]);
    expect([anne!.pricePoints, anne!.total]).to.deep.equal([10_000n, 94_959_000n]);
    expect([bert!.rank, twin!.absence, decoy!.rank]).to.deep.equal([3, "group-lower", 1]);
    expect([failed!.isQualified, failed!.price, failed!.rank]).to.deep.equal([true, null, null]);
    expect(failed!.absence).to.equal("unopened");
  });

  const LIES: readonly (readonly [what: string, lie: (record: TenderRecord) => TenderRecord, found: RegExp])[] = [
    [
      "an opened price",
      (record) => withBid(record, 0, ({ price }) => ({ price: { ...price!, price: 499_999_999n } })),
      /commitment of the opened envelopes/,
    ],
    [
      "a declared figure",
      (record) =>
        withBid(record, 0, ({ technical }) => ({ technical: { ...technical!, declared: [180n, 0n, 0n, 0n] } })),
      /commitment of the opened envelopes/,
    ],
    [
      "a commitment",
      (record) =>
        withBid(record, 1, ({ filings }) => ({
          filings: filings.map((filing) => ({ ...filing, commitment: `0x${"12".repeat(32)}` })),
        })),
      /commitment of the opened envelopes/,
    ],
    [
      "a bidder's size",
      (record) => withBid(record, 1, ({ standing }) => ({ standing: { ...standing!, size: 4n } })),
      /attribute score/,
    ],
    [
      "a bidder's group",
      (record) => withBid(record, 2, ({ standing }) => ({ standing: { ...standing!, group: 77_000_009n } })),
      /what the book keeps of the bid/,
    ],
    [
      "a bidder's eligibility",
      (record) => withBid(record, 1, ({ standing }) => ({ standing: { ...standing!, eligible: false } })),
      /eligible at closing/,
    ],
    [
      "an evaluator's score",
      (record) => ({
        ...record,
        scores: record.scores.map((row) => ({ ...row, scores: row.scores.map((score) => score / 2n) })),
      }),
      /technical score/,
    ],
    [
      "the moment of the scores",
      (record) => ({ ...record, scores: record.scores.map((row) => ({ ...row, time: row.time + 30n * 86_400n })) }),
      /quorum of the panel/,
    ],
    [
      "a bid's result",
      (record) => withBid(record, 1, ({ evaluation }) => ({ evaluation: { ...evaluation!, technical: 30_000_000n } })),
      /technical score/,
    ],
    [
      "the reference price",
      (record) => ({ ...record, awards: record.awards.map((each) => ({ ...each, basis: each.basis + 1n })) }),
      /reference price/,
    ],
    [
      "a winner",
      (record) => ({ ...record, awards: record.awards.map((each) => ({ ...each, winner: each.second })) }),
      /award 0: winner/,
    ],
    [
      "a total",
      (record) => ({ ...record, awards: record.awards.map((each) => ({ ...each, total: each.total + 1n })) }),
      /total score/,
    ],
    [
      "who excluded a bid",
      (record) => ({
        ...record,
        rulings: record.rulings.map((each) => ({ ...each, by: record.versions[0]!.by })),
      }),
      /excluded by the reviewer/,
    ],
    ["why a bid left", (record) => ({ ...record, rulings: [] }), /removed for a cause/],
    [
      "the moment of a lapse",
      (record) => ({
        ...record,
        rulings: record.rulings.map((each) => ({ ...each, time: each.time - 3n * 86_400n })),
      }),
      /signature window passed/,
    ],
    [
      "the contract",
      (record) => ({ ...record, ending: { ...record.ending!, contractId: `0x${"34".repeat(32)}` } }),
      /contract that the terms lead to/,
    ],
    [
      "a tender that ended for no reason",
      (record) => ({ ...record, ending: { ...record.ending!, outcome: 4n } }),
      /ended by the rules/,
    ],
    [
      "the rules",
      (record) => ({
        ...record,
        versions: record.versions.map((each) => ({
          ...each,
          terms: { ...each.terms, rules: { ...each.terms.rules, region: 8n } },
        })),
      }),
      /hash of the rules/,
    ],
    ["another tender", (record) => ({ ...record, id: `0x${"56".repeat(32)}` }), /id of the tender/],
  ];

  for (const [what, lie, found] of LIES) {
    it(`finds a lie about ${what}`, async () => {
      const tender = await networkHelpers.loadFixture(finished);
      const result = await verify(tender, lie(tender.record));
      expect(result.isVerified).to.equal(false);
      expect(unequal(result).join("\n")).to.match(found);
    });
  }

  it("finds a fault that is seeded in its own rules", async () => {
    const tender = await networkHelpers.loadFixture(finished);
    const twin = { countingEvaluators, evaluateBid, rankBids };
    const faults = [
      {
        ...twin,
        rankBids: (...[rules, bids, lot]: Parameters<typeof rankBids>) =>
          rankBids({ ...rules, abnormallyLow: 0n }, bids, lot),
      },
      {
        ...twin,
        evaluateBid: (...[rules, sheets, facts]: Parameters<typeof evaluateBid>) =>
          evaluateBid({ ...rules, minTechnicalBps: 9_000n }, sheets, facts),
      },
    ];
    for (const fault of faults) {
      expect((await verify(tender, tender.record, { twin: fault })).isVerified).to.equal(false);
    }
  });

  it("remarks on envelopes that hold something else than what was opened, which is no difference", async () => {
    const tender = await networkHelpers.loadFixture(locked);
    const record = await recordOf(tender);
    const result = await verify(tender, record, { signatures: signaturesOf(record) });
    expect(unequal(result)).to.deep.equal([]);
    const [, bert, , , noise] = tender.entries.map(({ bidder }) => bidder.id);
    expect(result.remarks.map(({ bidder }) => bidder)).to.include.members([bert, noise]);
    const said = result.remarks.filter(({ bidder }) => bidder === bert).map(({ what }) => what.en);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^An envelope does not open: /);
  });
});
