import { expect } from "chai";
import { ZeroHash } from "ethers";

import { allocate } from "../../scripts/lib/housing/allocate.ts";
import { applicationTable } from "../../scripts/lib/housing/application-table.ts";
import type { Slot } from "../../scripts/lib/housing/application.ts";
import { drawKeys } from "../../scripts/lib/housing/keys.ts";
import { slotList } from "../../scripts/lib/housing/slot-list.ts";
import { blockingPairs, deferredAcceptance, type School } from "./oracles/deferred-acceptance.ts";

const word = (index: number): string => `0x${index.toString(16).padStart(64, "0")}`;

/** Applications of equal score whose rows are their positions. */
const tableOf = (lists: readonly (readonly number[])[]) =>
  applicationTable(
    lists.map((slots, index) => ({
      nullifier: word(index + 1),
      score: 500n,
      slots,
      size: 1,
      keepsWaiting: false,
      eligible: true,
      attributes: ZeroHash,
      members: ZeroHash,
      claim: ZeroHash,
    })),
  );
const slotsOf = (...seats: number[]): Slot[] =>
  seats.map((count, project) => ({ project, reserve: 0, seats: count, subsidy: 1n, isCommittee: false }));

/** Who gets what in this order; letters of the literature are positions here. */
const inOrder = (lists: readonly (readonly number[])[], seats: readonly number[], order: readonly number[]) => [
  ...allocate({ applications: tableOf(lists), slots: slotsOf(...seats), order, seats }).slotOf,
];

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

const oneSeat = (priorities: readonly (readonly number[])[]): School[] =>
  priorities.map((priority) => ({ capacity: 1, priority }));
const stableOf = (preferences: readonly number[][], schools: readonly School[]) =>
  permutations(preferences.map((_, one) => one)).filter(
    (matching) => blockingPairs(preferences, schools, matching).length === 0,
  );

describe("the oracle, on examples whose priorities differ from school to school", () => {
  it("gives each man his first choice where each woman wants him least (Gale and Shapley 1962, example 1)", () => {
    const men = [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ];
    const women = oneSeat([
      [1, 2, 0],
      [2, 0, 1],
      [0, 1, 2],
    ]);
    expect(deferredAcceptance(men, women)).to.deep.equal([0, 1, 2]);
    expect(stableOf(men, women)).to.have.length(3);
  });

  it("finds the only stable set of marriages, in which nobody has a first choice (Gale and Shapley 1962, example 2)", () => {
    const men = [
      [0, 1, 2, 3],
      [0, 3, 2, 1],
      [1, 0, 2, 3],
      [3, 1, 2, 0],
    ];
    const women = oneSeat([
      [3, 2, 0, 1],
      [1, 3, 0, 2],
      [3, 0, 1, 2],
      [2, 1, 0, 3],
    ]);
    const found = deferredAcceptance(men, women);
    expect(found).to.deep.equal([2, 3, 0, 1]);
    expect(stableOf(men, women)).to.deep.equal([found]);
  });

  it("is stable and not efficient (Roth 1982; Abdulkadiroglu and Sonmez 2003, example 1), which one common order cannot be", () => {
    const students = [
      [1, 0, 2],
      [0, 1, 2],
      [0, 1, 2],
    ];
    const schools = oneSeat([
      [0, 2, 1],
      [1, 0, 2],
      [1, 0, 2],
    ]);
    expect(deferredAcceptance(students, schools)).to.deep.equal([0, 1, 2]);
    expect(stableOf(students, schools)).to.deep.equal([[0, 1, 2]]);
    for (const order of permutations([0, 1, 2])) {
      const matching = inOrder(students, [1, 1, 1], order);
      const rank = (given: readonly number[], one: number) => students[one]!.indexOf(given[one]!);
      const better = permutations([0, 1, 2]).filter(
        (other) =>
          [0, 1, 2].every((one) => rank(other, one) <= rank(matching, one)) &&
          [0, 1, 2].some((one) => rank(other, one) < rank(matching, one)),
      );
      expect(better, order.join()).to.deep.equal([]);
    }
  });
});

describe("allocation in one common order, on examples of the literature", () => {
  it("gives by lot what random serial dictatorship gives (Bogomolnaia and Moulin 2001): 5/12, 1/12, 5/12, 1/12", () => {
    const agents = [
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [1, 0, 3, 2],
      [1, 0, 3, 2],
    ];
    const times = agents.map(() => [0, 0, 0, 0]);
    for (const order of permutations([0, 1, 2, 3])) {
      inOrder(agents, [1, 1, 1, 1], order).forEach((slot, agent) => (times[agent]![slot]! += 1));
    }
    expect(times).to.deep.equal([
      [10, 2, 10, 2],
      [10, 2, 10, 2],
      [2, 10, 2, 10],
      [2, 10, 2, 10],
    ]);
  });

  it("has one stable matching only, so that it does not matter who proposes (Gale and Shapley 1962, on the uniqueness of the optimum)", () => {
    const students = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
    ];
    for (const order of permutations([0, 1, 2])) {
      const schools = oneSeat([order, order, order]);
      expect(stableOf(students, schools)).to.deep.equal([inOrder(students, [1, 1, 1], order)]);
    }
  });

  it("leaves whoever lies no better off: no other list brings a better slot (Dubins and Freedman 1981; Roth 1982)", () => {
    const lists = permutations([0, 1, 2]).flatMap((list) => [list, list.slice(0, 2), list.slice(0, 1)]);
    for (const own of permutations([0, 1, 2])) {
      for (const place of [0, 1, 2, 3]) {
        const order = [1, 2, 3];
        order.splice(place, 0, 0);
        const others = [
          [0, 1],
          [0, 2, 1],
          [1, 0],
        ];
        const outcome = (list: readonly number[]) => own.indexOf(inOrder([list, ...others], [1, 1, 1], order)[0]!);
        const honest = outcome(own);
        for (const list of lists) {
          const got = outcome(list);
          if (honest === -1) expect(got).to.equal(-1);
          else if (got !== -1) expect(got).to.be.at.least(honest);
        }
      }
    }
  });

  it("asks the reserves in the published order, and another order makes another winner", () => {
    const slots = [0, 1].map((reserve): Slot => ({ project: 9, reserve, seats: 1, subsidy: 1n, isCommittee: false }));
    const households = [[0, 1], [0, 1], [0]];
    const winners = (order: readonly number[]) => {
      const lists = households.map((reserves) => slotList(slots, [9], reserves, order));
      return [...allocate({ applications: tableOf(lists), slots, order: [0, 2, 1], seats: [1, 1] }).slotOf];
    };
    const none = 0xffff;
    expect(winners([1, 0])).to.deep.equal([1, none, 0]);
    expect(winners([0, 1])).to.deep.equal([0, 1, none]);
  });
});

describe("the lot", () => {
  it("makes every order of five equal households equally likely (chi-square over 120,000 seeds)", () => {
    const table = tableOf(Array.from({ length: 5 }, () => [0]));
    const times = new Map<string, number>();
    const draws = 120_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const order = drawKeys(table, word(draw)).order.join();
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).to.equal(120);
    const expected = draws / 120;
    const chiSquare = [...times.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 119 degrees of freedom: a fair lot stays between these in all but two of a million sets of seeds.
    expect(chiSquare).to.be.within(59, 208);
  });
});
