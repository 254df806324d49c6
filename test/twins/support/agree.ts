import { expect } from "chai";
import fc from "fast-check";

const IS_DEEP = process.env.ERARIO_DEEP === "1";
/** Random cases of one differential test; `ERARIO_DEEP=1` takes five times as many, and others each time. */
const CASES = IS_DEEP ? 5_000 : 1_000;
const SEED = 20_250_731;
/** Cases of one call. */
const BATCH = 100;

/** Text of a case, to repeat it by hand. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? `${item}n` : item));

/**
 * Asks contract and twin about the same random cases.
 *
 * @param ask the contract, a batch at a time
 * @param share of the usual number of cases, where one costs much
 * @returns the contract's answers, so that a test can see that every kind occurred
 */
export async function agree<C, A>(
  cases: fc.Arbitrary<C>,
  ask: (batch: C[]) => Promise<readonly A[]>,
  twin: (item: C) => A,
  share = 1,
): Promise<A[]> {
  const seed = IS_DEEP ? Math.floor(Math.random() * 2 ** 31) : SEED;
  const all = fc.sample(cases, { numRuns: CASES * share, seed });
  const answers: A[] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    const asked = await ask(batch);
    expect(asked.length).to.equal(batch.length);
    batch.forEach((item, index) => {
      expect(twin(item), `seed ${seed}, case ${textOf(item)}`).to.deep.equal(asked[index]);
    });
    answers.push(...asked);
  }
  return answers;
}
