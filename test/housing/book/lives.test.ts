import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { NO_SLOT } from "../../../scripts/lib/housing/allocate.ts";
import { applicationAt, applicationTable } from "../../../scripts/lib/housing/application-table.ts";
import { applicationTree } from "../../../scripts/lib/housing/application-tree.ts";
import type { Application } from "../../../scripts/lib/housing/application.ts";
import { drawKeys } from "../../../scripts/lib/housing/keys.ts";
import { FIXED, firstRound, nextRound, OUT, type Round } from "../../../scripts/lib/housing/rounds.ts";
import { bookStage, enterCall, leavesAt, type BookStage } from "../../helpers/housing/call-book.ts";
import type { Connection } from "../../helpers/suite.ts";
import { SEED, smallCall, type SmallCall } from "../support.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;
const stage = () => bookStage(connection);

const CALLS = process.env.ERARIO_DEEP === "1" ? 400 : 24;
const ROUNDS = 4;

/** Homes of every row, so that a household is another one in each call. */
const apart = (applications: readonly Application[], call: number): Application[] =>
  applications.map((one, row) => ({
    ...one,
    nullifier: `0x${(BigInt(one.nullifier) ^ (BigInt(call + 1) << 64n)).toString(16).padStart(64, "0")}`,
    claim: `0x${(row + 1).toString(16).padStart(64, "c")}`,
  }));

/** The same call of households who all want the same, of which there is little, and wait for it. */
const waiting = ({ slots, applications }: SmallCall): SmallCall => ({
  slots: slots.map((slot) => ({ ...slot, isCommittee: false, seats: 1 })),
  applications: applications.map((one) => ({
    ...one,
    ...{ size: 1, eligible: true, keepsWaiting: true },
    slots: slots.map((_, slot) => slot),
  })),
});

/** Plays a call on the chain and in memory, and compares them after each round. */
async function live(at: BookStage, { slots, applications: drawn }: SmallCall, draws: readonly number[], call: number) {
  const { book, modules } = at;
  const offered = slots.map((slot, position) => ({
    ...slot,
    seats: Math.max(slot.seats, 1),
    subsidy: BigInt(100 + position),
  }));
  const applications = applicationTable(apart(drawn, call));
  const id = await enterCall(at, offered);
  const tree = applicationTree(id, applications);
  const rows = Array.from({ length: applications.count }, (_, row) => row);
  await book.connect(modules.intake).setRoot(id, tree.root, tree.count);
  const struck = rows.filter((row) => row % 7 === 6);
  for (const row of struck) await book.connect(modules.intake).strike(id, applicationAt(applications, row).nullifier);
  await book.connect(modules.results).setSeed(id, SEED);
  const keys = drawKeys(applications, SEED);
  const market = { applications, slots: offered, keys };
  const seen = { moved: 0, freed: 0 };
  let round: Round = firstRound(market, struck);
  for (let number = 1; ; number += 1) {
    const entries = round.entries.flat();
    await book.connect(modules.results).fix(id, [...round.cutoffs], entries.length);
    // In the order of the keys, some alone and some together.
    const inOrder = [...keys.order].filter((row) => entries.includes(row));
    const alone = inOrder.slice(0, inOrder.length / 2);
    for (const row of alone) await book.claim(id, row, leavesAt(applications, [row])[0]!, tree.spot(row).path);
    for (let left = rows.length; left > 0 && (await book.getCourse(id)).unsettled > 0n; left -= 1) {
      await book.settle(id, rows, leavesAt(applications, rows), tree.multiproof(rows));
    }
    const course = await book.getCourse(id);
    expect(course.unsettled).to.equal(0n);
    await compare(at, id, round, applications);
    if (number === ROUNDS) return { id, seen, round, applications, offered };

    const offers = rows.filter((row) => entries.includes(row));
    const facts: { fixed: number[]; out: number[] } = { fixed: [], out: [] };
    for (const row of offers) {
      const { nullifier } = applicationAt(applications, row);
      const seat = await book.awardOf(nullifier);
      const draw = draws[(row * number + number) % draws.length]!;
      if (seat.state === 1n) {
        if (draw === 2) await book.connect(modules.benefits).vacate(nullifier, 1);
        else await book.connect(modules.benefits).accept(nullifier, draw !== 1, 4_000_000_000n);
      } else if (draw === 2) {
        await book.connect(modules.benefits).vacate(nullifier, 0);
      } else if (draw === 1 && seat.inLine) {
        await book.connect(modules.benefits).leaveLine(nullifier);
      }
      if (draw === 2) facts.out.push(row);
      if (draw === 1) facts.fixed.push(row);
    }
    seen.freed += facts.out.length;
    if (!(await book.getCourse(id)).freed) return { id, seen, round, applications, offered };
    await book.connect(modules.results).openRound(id);
    const before = round;
    round = nextRound(market, round, facts);
    seen.moved += rows.filter(
      (row) =>
        before.slotOf[row] !== NO_SLOT && round.standing[row] !== OUT && before.slotOf[row] !== round.slotOf[row],
    ).length;
  }
}

/** H1, H2 and H4 against the round in memory: who has which seat, and how many of each are taken. */
async function compare({ book }: BookStage, id: string, round: Round, table: ReturnType<typeof applicationTable>) {
  const taken = round.cutoffs.map(() => 0n);
  for (let row = 0; row < table.count; row += 1) {
    const { nullifier, size } = applicationAt(table, row);
    const seat = await book.awardOf(nullifier);
    const isOut = round.standing[row] === OUT || round.slotOf[row] === NO_SLOT;
    expect(seat.call !== 0n, `row ${row}`).to.equal(!isOut);
    if (isOut) continue;
    expect(seat.slot, `row ${row}`).to.equal(BigInt(round.slotOf[row]!));
    expect(seat.index).to.equal(BigInt(row));
    taken[round.slotOf[row]!]! += BigInt(size);
    if (round.standing[row] === FIXED) expect(seat.inLine).to.equal(false);
  }
  const slots = await book.getSlots(id);
  expect(slots.map((slot) => slot.taken)).to.deep.equal(taken);
  for (const slot of slots) expect(slot.taken <= slot.seats, "H1").to.equal(true);
  expect(slots.map(({ cutoff }) => cutoff)).to.deep.equal(round.cutoffs);
}

describe("Lives of calls", () => {
  it("end as in memory, round by round, and every peso of a call is paid, owed or released", async function () {
    this.timeout(600_000);
    const at = await networkHelpers.loadFixture(stage);
    const { book, modules, treasury, lineId, sellerId } = at;
    const calls = fc.sample(
      fc.record({
        call: smallCall(fc.constantFrom(false, false, true)).filter(({ applications }) => applications.length > 4),
        draws: fc.array(fc.constantFrom(0, 0, 0, 2, 2, 1), { minLength: 5, maxLength: 9 }),
      }),
      { numRuns: CALLS, ...(CALLS > 100 ? {} : { seed: 1983 }) },
    );
    const seen = { moved: 0, freed: 0, paid: 0 };
    for (const [position, { call, draws }] of calls.entries()) {
      const played = position % 2 === 0 ? call : waiting(call);
      const { id, seen: here, round, applications, offered } = await live(at, played, draws, position);
      seen.moved += here.moved;
      seen.freed += here.freed;
      await book.connect(modules.desk).end(id, 1, `0x${"00".repeat(32)}`);
      let owed = 0n;
      for (let row = 0; row < applications.count; row += 1) {
        const { nullifier, size } = applicationAt(applications, row);
        const seat = await book.awardOf(nullifier);
        if (seat.call === 0n) continue;
        const amount = BigInt(size) * offered[round.slotOf[row]!]!.subsidy;
        if (seat.state === 1n) await book.connect(modules.benefits).accept(nullifier, false, 4_000_000_000n);
        else if (seat.inLine) await book.connect(modules.benefits).leaveLine(nullifier);
        if (row % 3 === 0) {
          await book.connect(modules.benefits).vacate(nullifier, 2);
        } else if (row % 3 === 1) {
          await book.connect(modules.benefits).fulfil(nullifier, sellerId);
          seen.paid += 1;
        } else owed += amount;
      }
      expect((await book.getMoney(id)).left).to.equal(owed);
    }
    const { committed } = (await treasury.getLine(lineId)).balance;
    const left = await Promise.all(
      calls.map(async (_, number) => (await book.getMoney(await book.idOf(number + 1))).left),
    );
    expect(committed).to.equal(left.reduce((sum, one) => sum + one, 0n));
    for (const [what, times] of Object.entries(seen)) expect(times, what).to.be.above(3);
  });
});
