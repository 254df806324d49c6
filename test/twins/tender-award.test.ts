import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { awardPages } from "../../scripts/lib/tender/award/award-pages.ts";
import { rankBids } from "../../scripts/lib/tender/award/rank-bids.ts";
import { AwardMathHarness__factory } from "../../typechain-types/index.js";
import { openedDesk, OUTCOME, podiumOf, TENDER } from "../helpers/award-desk.ts";
import type { Connection } from "../helpers/suite.ts";
import { agree, textOf } from "./support/agree.ts";
import { openedTenders, podium, scanOf, type OpenedTender } from "./support/tenders.ts";

const connection: Connection = await network.create();
const { ethers, networkHelpers } = connection;

async function harness() {
  const [deployer] = await ethers.getSigners();
  return new AwardMathHarness__factory(deployer!).deploy();
}

/** Of the usual number of tenders, where the first test has shown that contract and twin rank alike. */
const FEWER = 0.3;

type Ranked = Awaited<ReturnType<Awaited<ReturnType<typeof harness>>["rankings"]>>[number];

const answerOf = ({ best, total, refusal }: Ranked) =>
  refusal === "0x" ? { best: [...best], total } : { refusal: refusal.slice(0, 10) };

const errors = AwardMathHarness__factory.createInterface();
const refusal = (name: string) => ({ refusal: errors.getError(name)!.selector });

/** The tender without one of its bids. */
const without = (tender: OpenedTender, bidder: bigint): OpenedTender => ({
  ...tender,
  bids: tender.bids.filter((bid) => bid.bidder !== bidder),
});

/** The tender with one of its bids removed by a ruling or by its bidder's refusal. */
const withRemoved = (tender: OpenedTender, bidder: bigint): OpenedTender => ({
  ...tender,
  bids: tender.bids.map((bid) => (bid.bidder === bidder ? { ...bid, isRemoved: true } : bid)),
});

describe("rankBids", () => {
  it("agrees with the contract over random tenders, and its reference price is the only one accepted", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const claims = fc.tuple(openedTenders, fc.constantFrom(0n, 0n, 0n, -1n, 1n, 7n)).map(([tender, off]) => {
      const { basis } = rankBids(tender.rules, tender.bids, tender.lot);
      const claim = basis + off < 0n ? 1n : basis + off;
      return { tender, claim, isRight: claim === basis };
    });
    const answers = await agree(
      claims,
      async (batch) => (await contract.rankings(batch.map(({ tender, claim }) => scanOf(tender, claim)))).map(answerOf),
      ({ tender, isRight }) => (isRight ? podium(tender) : refusal("Award_Reference")),
    );
    const podiums = answers.flatMap((answer) => ("best" in answer ? [answer.best] : []));
    expect(podiums.length).to.be.above(300).and.below(answers.length);
    expect(new Set(podiums.map((best) => best.filter((bidder) => bidder !== 0n).length)).size).to.equal(4);
  });

  it("refuses a scan that leaves out, repeats or disorders a bid, as the contract does", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const wrong = fc
      .tuple(
        openedTenders.filter(({ bids }) => bids.length > 1),
        fc.constantFrom("missing", "doubled", "swapped"),
        fc.nat(),
      )
      .map(([tender, fault, draw]) => {
        const scan = scanOf(tender);
        const at = draw % (scan.bidders.length - 1);
        const places = {
          missing: scan.bidders.map((_, index) => index).filter((index) => index !== at),
          doubled: scan.bidders.flatMap((_, index) => (index === at ? [index, index] : [index])),
          swapped: scan.bidders.map((_, index) => (index === at ? at + 1 : index === at + 1 ? at : index)),
        }[fault];
        return {
          fault,
          refusal: fault === "missing" ? "Award_Incomplete" : "Award_Order",
          scan: {
            ...scan,
            bidders: places.map((place) => scan.bidders[place]!),
            entries: places.map((place) => scan.entries[place]!),
          },
        };
      });
    const named = (data: string) => errors.parseError(data)?.name;
    await agree(
      wrong,
      async (batch) => {
        const answers = await contract.rankings(batch.map(({ scan }) => scan));
        return answers.map((answer, index) => ({
          fault: batch[index]!.fault,
          isRefused: [batch[index]!.refusal, "Award_Reference"].includes(named(answer.refusal) ?? ""),
        }));
      },
      ({ fault }) => ({ fault, isRefused: true }),
      FEWER,
    );
  });

  it("awards without a removed bid as if it had never been made (P4)", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const removals = openedTenders
      .map((tender) => ({ tender, winner: rankBids(tender.rules, tender.bids, tender.lot).ranked[0]?.bidder ?? 0n }))
      .filter(({ winner }) => winner !== 0n);
    await agree(
      removals,
      async (batch) =>
        (await contract.rankings(batch.map(({ tender, winner }) => scanOf(withRemoved(tender, winner))))).map(answerOf),
      ({ tender, winner }) => podium(without(tender, winner)),
      FEWER,
    );
  });

  it("gives a decoy nothing: with any bid added and removed the award is the same (P4)", async () => {
    const contract = await networkHelpers.loadFixture(harness);
    const decoys = fc.record({
      tender: openedTenders,
      price: fc.constantFrom(1n, 50n, 100n),
      group: fc.bigInt({ min: 1n, max: 9n }),
    });
    const withDecoy = ({
      tender,
      price,
      group,
    }: {
      tender: OpenedTender;
      price: bigint;
      group: bigint;
    }): OpenedTender => ({
      ...tender,
      bids: [
        ...tender.bids,
        {
          bidder: 99n,
          group,
          filedAt: 1n,
          isOpened: true,
          isRemoved: true,
          price,
          technical: 60_000_000n,
          attributes: 0n,
        },
      ],
    });
    await agree(
      decoys,
      async (batch) => (await contract.rankings(batch.map((item) => scanOf(withDecoy(item))))).map(answerOf),
      ({ tender }) => podium(tender),
      FEWER,
    );
  });

  it("agrees with whole awards of the desk, in pages of any size", async () => {
    for (const tender of fc.sample(openedTenders, 25)) {
      const { desk, book, rules, basis } = await openedDesk(connection, tender);
      for (const { bidders, first, last } of awardPages(tender.bids, 1 + (tender.bids.length % 4))) {
        await desk.award(TENDER, rules, basis, [...bidders], first, last);
      }
      const { best } = podium(tender);
      expect(await podiumOf({ desk }), textOf(tender)).to.deep.equal(best);
      expect((await book.getDesk(TENDER)).outcome).to.equal(best[0] === 0n ? OUTCOME.unsuccessful : OUTCOME.none);
    }
  });
});

describe("awardPages", () => {
  it("passes every bid once, in order, with both ends marked", () => {
    const bids = [
      { bidder: 9n, group: 1n },
      { bidder: 2n, group: 5n },
      { bidder: 3n, group: 1n },
    ];
    expect(awardPages(bids, 2)).to.deep.equal([
      { bidders: [3n, 9n], first: true, last: false },
      { bidders: [2n], first: false, last: true },
    ]);
    expect(awardPages([])).to.deep.equal([{ bidders: [], first: true, last: true }]);
    expect(() => awardPages(bids, 0)).to.throw(RangeError);
  });
});
