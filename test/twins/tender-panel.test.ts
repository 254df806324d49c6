import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { countingEvaluators, type ScoreRecord } from "../../scripts/lib/tender/evaluation/counting-evaluators.ts";
import { evaluateBid } from "../../scripts/lib/tender/evaluation/evaluate-bid.ts";
import { ID, publishedPanel, RULES, sheet } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const STORIES = process.env.ERARIO_DEEP === "1" ? 200 : 40;
const FACTS = { declared: [10n, 45n, 50n, 0n], size: 2n, region: 9n };

async function published() {
  return publishedPanel(connection);
}

/** Which of three evaluators and two substitutes declare a conflict, and what each then tries, in either window. */
const score = fc.bigInt({ min: 0n, max: 10_000n });
const attempt = fc.record({
  official: fc.nat({ max: 4 }),
  late: fc.boolean(),
  bids: fc.subarray([11n, 12n, 13n], { minLength: 1 }),
  scores: fc.tuple(score, score),
});
const whole = attempt.map((one) => ({ ...one, bids: [11n, 12n, 13n] }));
const stories = fc.record({
  conflicts: fc.shuffledSubarray([0, 1, 2, 3, 4], { maxLength: 2 }),
  attempts: fc.array(fc.oneof({ weight: 2, arbitrary: whole }, attempt), { maxLength: 8 }),
});

/** Plays a story on the chain, and asks the twin who counts. */
async function play({ conflicts, attempts }: typeof stories extends fc.Arbitrary<infer S> ? S : never) {
  const state = await networkHelpers.loadFixture(published);
  const { panel, book, named, times } = state;
  const officials = [...state.evaluators, ...state.substitutes];
  for (const index of conflicts) await panel.connect(officials[index]).declareConflict(ID, named);
  await time.increaseTo(times.technicalBy);
  const records: ScoreRecord[] = [];
  for (const late of [false, true]) {
    if (late) await time.increaseTo(times.scoresBy);
    for (const { official, bids, scores } of attempts.filter((one) => one.late === late)) {
      const evaluator = officials[official]!;
      const sheets = bids.map(() => sheet(...scores));
      const taken = await panel
        .connect(evaluator)
        .score(ID, named, RULES, bids, sheets)
        .then(
          () => true,
          () => false,
        );
      // What the chain refuses is told to the twin all the same, at the second at which it was tried: it must not count it.
      const at = BigInt(await time.latest()) + (taken ? 0n : 1n);
      const own = { evaluator: evaluator.address, scores: sheet(...scores), time: at };
      records.push(...bids.map((bidder) => ({ ...own, bidder })));
    }
  }
  await time.increaseTo(times.substitutesBy);
  const conflicted = conflicts.map((index) => officials[index]!.address);
  const opened = [11n, 12n, 13n];
  return { panel, book, counting: countingEvaluators({ panel: named, conflicted, opened, records, ...times }), named };
}

describe("countingEvaluators", () => {
  it("agrees with the contract over random stories of a panel", async () => {
    let [reached, failed] = [0, 0];
    for (const story of fc.sample(stories, STORIES)) {
      const { panel, book, named, counting } = await play(story);
      const told = JSON.stringify(story, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
      const [evaluators, substitutes] = await panel.completeOf(ID);
      expect(BigInt(counting.evaluators.length), told).to.equal(evaluators + substitutes);
      if (!counting.quorumReached) {
        failed += 1;
        await expect(panel.tally(ID, named, RULES, [11n])).to.be.revertedWithCustomError(panel, "Panel_NoQuorum");
        const receipt = await (await panel.fail(ID, named)).wait();
        const [event] = await panel.queryFilter(panel.filters.PanelFailed(ID), receipt!.blockNumber);
        expect([...event!.args.silent], told).to.deep.equal(counting.silent);
        continue;
      }
      reached += 1;
      await panel.tally(ID, named, RULES, [11n, 12n, 13n]);
      for (const bidder of [11n, 12n, 13n]) {
        const { technical, attributes, qualified } = evaluateBid(RULES, counting.sheets.get(bidder)!, FACTS);
        const [entry] = await book.getBids(ID, [bidder]);
        expect([entry!.offer.technical, entry!.offer.attributes], told).to.deep.equal([technical, attributes]);
        expect((entry!.offer.flags & 16n) !== 0n, told).to.equal(qualified);
      }
    }
    expect(reached).to.be.above(3);
    expect(failed).to.be.above(3);
  });

  it("counts nobody where no bid was opened", () => {
    const panel = { quorum: 1n, evaluators: ["0xA"], substitutes: ["0xB"] };
    const sitting = {
      panel,
      conflicted: [],
      opened: [],
      records: [],
      technicalBy: 1n,
      scoresBy: 2n,
      substitutesBy: 3n,
    };
    expect(countingEvaluators(sitting).evaluators).to.deep.equal([]);
  });
});
