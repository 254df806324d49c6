import assert from "node:assert/strict";

import { expect } from "chai";
import fc from "fast-check";

import { allocate, NO_SLOT } from "../../scripts/lib/housing/allocate.ts";
import { applicationAt, applicationTable, listOf } from "../../scripts/lib/housing/application-table.ts";
import { CLOSED, firstCleared, type Application } from "../../scripts/lib/housing/application.ts";
import { drawKeys, keyAt, orderOf } from "../../scripts/lib/housing/keys.ts";
import { firstRound, FIXED, LIVE, nextRound, type Market, type Round } from "../../scripts/lib/housing/rounds.ts";
import { blockingPairs, deferredAcceptance } from "./oracles/deferred-acceptance.ts";
import { NaiveCall } from "./oracles/naive-call.ts";
import { SEED, smallCall, type SmallCall } from "./support.ts";

const IS_DEEP = process.env.ERARIO_DEEP === "1";
const RUNS = { numRuns: IS_DEEP ? 20_000 : 2_000, ...(IS_DEEP ? {} : { seed: 1962 }) };

function marketOf({ slots, applications }: SmallCall): Market {
  const table = applicationTable(applications);
  return { applications: table, slots, keys: drawKeys(table, SEED) };
}

const rowsOf = ({ applications }: Market): number[] => Array.from({ length: applications.count }, (_, row) => row);
const slotIn = ({ slotOf }: Pick<Round, "slotOf">, row: number): number | undefined =>
  slotOf[row] === NO_SLOT ? undefined : slotOf[row];

/** H1, H2 and H4: what must hold of every round by itself. Asked tens of thousands of times, so without chai. */
function checkRound(market: Market, round: Round): void {
  const { applications, slots, keys } = market;
  slots.forEach(({ seats, isCommittee }, slot) => {
    const holders = rowsOf(market).filter((row) => slotIn(round, row) === slot);
    const taken = holders.reduce((sum, row) => sum + applications.sizes[row]!, 0);
    assert.ok(holders.every((row) => isCommittee === applications.sizes[row]! > 1));
    assert.ok(taken <= seats, "H1");
    assert.equal(taken + round.empty[slot]!, seats, "empty seats");
    const admitted = holders.filter((row) => round.standing[row] === LIVE);
    const inOrder = [...keys.order].filter((row) => admitted.includes(row));
    assert.deepEqual(round.entries[slot], inOrder, "entries in the order of their keys");
  });
  const entries = round.entries.flat();
  assert.equal(new Set(entries).size, entries.length, "H2");
  for (const row of rowsOf(market).filter((one) => round.standing[one] === LIVE)) {
    const one = applicationAt(applications, row);
    const offers = slots.map(({ isCommittee }, slot) => ({ isCommittee, cutoff: round.cutoffs[slot]! }));
    const cleared = one.slots[firstCleared(one, keyAt(keys, row), offers)];
    assert.equal(cleared, slotIn(round, row), "the first slot that the key clears, so H4");
  }
}

describe("allocate", () => {
  it("gives what deferred acceptance gives, and no household and slot would rather have each other", () => {
    let assigned = 0;
    fc.assert(
      fc.property(smallCall(fc.constant(false)), (call) => {
        const market = marketOf(call);
        const lists = ({ eligible, size, slots }: Application) => (eligible && size === 1 ? slots : []);
        const preferences = rowsOf(market).map((row) => lists(applicationAt(market.applications, row)));
        const schools = call.slots.map(({ seats }) => ({ capacity: seats, priority: [...market.keys.order] }));
        const round = firstRound(market);
        const matching = rowsOf(market).map((row) => slotIn(round, row));
        assert.deepEqual(matching, deferredAcceptance(preferences, schools));
        assert.deepEqual(blockingPairs(preferences, schools, matching), []);
        assigned += matching.filter((slot) => slot !== undefined).length;
      }),
      RUNS,
    );
    expect(assigned).to.be.above(RUNS.numRuns);
  });

  it("closes a slot of committees at the first that does not fit, also to a smaller one behind it", () => {
    const [base] = fc.sample(
      smallCall(fc.constant(true)).filter(({ applications }) => applications.length > 3),
      { numRuns: 1, seed: 3 },
    );
    const slots = [{ project: 0, reserve: 0, seats: 10, subsidy: 1n, isCommittee: true }];
    const sizes = [6, 5, 4, 2];
    const applications = sizes.map((size, index) => ({
      ...base!.applications[index]!,
      score: BigInt(10 - index),
      slots: [0],
      size,
      eligible: true,
    }));
    const market = marketOf({ slots, applications });
    const round = firstRound(market);
    const [first, misfit] = market.keys.order;
    expect(round.entries).to.deep.equal([[first]]);
    expect(round.misfits).to.deep.equal([misfit]);
    expect(round.cutoffs).to.deep.equal([keyAt(market.keys, misfit!) + 1n]);
    expect([...round.empty]).to.deep.equal([4]);
  });

  it("passes over a slot that the call does not have", () => {
    const [call] = fc.sample(smallCall(fc.constant(false)), { numRuns: 1, seed: 3 });
    const slots = [{ project: 0, reserve: 0, seats: 1, subsidy: 1n, isCommittee: false }];
    const applications = applicationTable([{ ...call!.applications[0]!, slots: [7, 0], size: 1 }]);
    expect([...allocate({ applications, slots, order: [0], seats: [1] }).slotOf]).to.deep.equal([0]);
  });

  it("orders equal keys by their rows, and the others from high to low", () => {
    const key = (score: number, lot: number): number[] => [0, score, 0, 0, 0, lot];
    const words = Uint32Array.from([key(1, 5), key(2, 1), key(1, 5), key(1, 6), key(0, 9)].flat());
    expect([...orderOf(words)]).to.deep.equal([1, 3, 0, 2, 4]);
  });
});

describe("rounds", () => {
  /** What a household does after a round, by the draw. */
  const life = (market: Market, round: Round, draws: readonly number[]) => {
    const does = (kind: number) => rowsOf(market).filter((row) => draws[row % draws.length] === kind);
    const holders = rowsOf(market).filter((row) => slotIn(round, row) !== undefined);
    return { fixed: does(1).filter((row) => holders.includes(row)), out: does(2) };
  };

  const stories = fc.record({
    call: smallCall(fc.constantFrom(false, false, true)),
    excluded: fc.array(fc.nat(13), { maxLength: 2 }),
    draws: fc.array(fc.array(fc.constantFrom(0, 0, 0, 2, 2, 1), { minLength: 5, maxLength: 14 }), {
      minLength: 3,
      maxLength: 3,
    }),
  });

  it("agree with the naive call, keep what must hold, and leave nobody who takes part worse off", () => {
    const seen = { fell: 0, moved: 0, misfits: 0, closed: 0 };
    fc.assert(
      fc.property(stories, ({ call, excluded, draws }) => {
        const market = marketOf(call);
        const { applications } = market;
        const naive = new NaiveCall(
          rowsOf(market).map((row) => applicationAt(applications, row)),
          call.slots,
          SEED,
        );
        const out = excluded.filter((row) => row < applications.count);
        for (const row of out) naive.households[row]!.state = "out";
        let round = firstRound(market, out);
        for (const draw of [...draws, undefined]) {
          const expected = naive.round();
          const misfits = round.misfits.map((row) =>
            row === undefined ? undefined : applicationAt(applications, row).nullifier,
          );
          const slotOf = rowsOf(market).map((row) => slotIn(round, row));
          assert.deepEqual({ slotOf, cutoffs: round.cutoffs, misfits }, expected);
          checkRound(market, round);
          seen.misfits += misfits.filter((misfit) => misfit !== undefined).length;
          seen.closed += round.cutoffs.filter((cutoff) => cutoff === CLOSED).length;
          if (draw === undefined) break;

          const facts = life(market, round, draw);
          for (const row of facts.fixed) naive.households[row]!.state = "fixed";
          for (const row of facts.out) naive.households[row]!.state = "out";
          for (const one of naive.households) {
            if (one.state !== "live" || one.slot === undefined) continue;
            if (!one.application.keepsWaiting || one.slot === one.application.slots[0]) one.state = "fixed";
          }
          const after = nextRound(market, round, facts);
          after.cutoffs.forEach((cutoff, slot) => {
            assert.ok(cutoff <= round.cutoffs[slot]!, "H3");
            if (cutoff < round.cutoffs[slot]!) seen.fell += 1;
          });
          for (const row of rowsOf(market).filter(
            (one) => slotIn(round, one) !== undefined && !facts.out.includes(one),
          )) {
            const list = [...listOf(applications, row)];
            const [before, now] = [list.indexOf(round.slotOf[row]!), list.indexOf(after.slotOf[row]!)];
            assert.ok(now >= 0 && now <= before, "nobody is worse off");
            if (after.standing[row] === FIXED) assert.equal(now, before);
            if (now < before) seen.moved += 1;
          }
          round = after;
        }
      }),
      RUNS,
    );
    for (const [what, times] of Object.entries(seen).filter(([name]) => name !== "fixedUnderCutoff")) {
      expect(times, what).to.be.above(10);
    }
  });
});
