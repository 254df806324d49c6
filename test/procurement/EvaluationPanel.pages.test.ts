import { expect } from "chai";
import { network } from "hardhat";

import { scorePages, tallyPages } from "../../scripts/lib/tender/evaluation/pages.ts";
import { CRITERION } from "../../scripts/lib/tender/evaluation/rules.ts";
import { ID, publishedPanel, rated, RULES } from "../helpers/evaluation.ts";
import type { Sheet } from "../helpers/evaluation.ts";
import type { Connection } from "../helpers/suite.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;
const CAP = 16_777_216n;

/** The dearest rules: a price and seven technical criteria. */
const DEAREST = {
  ...RULES,
  criteria: [rated(CRITERION.price, 3_000n), ...Array.from({ length: 7 }, () => rated(CRITERION.technical, 1_000n))],
};

const many = (count: number): bigint[] => Array.from({ length: count }, (_, index) => BigInt(index + 1));

/** A page of scores in falling and rising order, so that sorting has work. */
const sheets = (count: number, evaluator: number): Sheet[] =>
  many(count).map((bidder) => {
    const score = (k: bigint) => ((bidder * 7n + k * 13n + BigInt(evaluator) * 3_571n) * 97n) % 10_001n;
    return [0n, score(1n), score(2n), score(3n), score(4n), score(5n), score(6n), score(7n)];
  });

describe("tallyPages and scorePages", () => {
  it("keep every bid, in order, and make one page of an everyday tender", () => {
    expect(tallyPages(many(5_000), 7, 7).flat()).to.deep.equal(many(5_000));
    expect(scorePages(many(5_000)).flat()).to.deep.equal(many(5_000));
    expect(tallyPages(many(100), 3, 2)).to.have.length(1);
    expect(scorePages(many(200))).to.have.length(1);
    expect(tallyPages([], 3, 2)).to.deep.equal([]);
  });

  /** Nothing was copied into these bids, so that the results are written into empty slots, which costs most. */
  async function opened(bidders: bigint[]) {
    const state = await publishedPanel(connection, {
      rules: DEAREST,
      quorum: 7n,
      evaluators: 7,
      substitutes: 7,
      bidders: [],
    });
    await state.book.open(ID, bidders);
    await time.increaseTo(state.times.technicalBy);
    return state;
  }

  it("let the largest page of scores fit into a transaction", async () => {
    const [page] = scorePages(many(2_000));
    const { panel, named, evaluators } = await opened(page!);
    const sent = await panel.connect(evaluators[6]).score(ID, named, DEAREST, page!, sheets(page!.length, 1));
    expect((await sent.wait())!.gasUsed).to.be.below(CAP);
    expect(await panel.completeOf(ID)).to.deep.equal([1n, 0n]);
  });

  it("let the largest page of seven evaluators and seven technical criteria fit into a transaction", async () => {
    const [page] = tallyPages(many(2_000), 7, 7);
    const { book, panel, named, evaluators, times } = await opened(page!);
    for (const [index, evaluator] of evaluators.entries()) {
      await panel.connect(evaluator).score(ID, named, DEAREST, page!, sheets(page!.length, index));
    }
    await time.increaseTo(times.scoresBy);
    const receipt = await (await panel.tally(ID, named, DEAREST, page!)).wait();
    expect(receipt!.gasUsed).to.be.below(CAP);
    expect((await book.getOpenings(ID)).tallied).to.equal(BigInt(page!.length));
  });
});
