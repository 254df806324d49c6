import type { ContractTransactionResponse } from "ethers";

import { NO_SLOT } from "../../lib/housing/allocate.ts";
import { applicationAt, applicationTable } from "../../lib/housing/application-table.ts";
import { applicationTree } from "../../lib/housing/application-tree.ts";
import { CLOSED } from "../../lib/housing/application.ts";
import { drawKeys, keyAt } from "../../lib/housing/keys.ts";
import { firstRound } from "../../lib/housing/rounds.ts";
import { syntheticCall } from "../../lib/housing/synthetic-call.ts";
import { digestsOf, postingOf } from "../../lib/housing/results/posting.ts";
import { resultOf } from "../../lib/housing/results/result-of.ts";
import { enterCall, leavesAt } from "../../../test/helpers/housing/call-book.ts";
import { resultStage } from "../../../test/helpers/housing/result-stage.ts";
import type { Connection } from "../../../test/helpers/suite.ts";
import type { Gas } from "../operations.ts";
import { LARGEST_CALL } from "./off-chain.ts";

const BATCH = 100;
/** Batches and single claims that are measured, spread over all 7,200 winners. */
const SAMPLES = { batches: 9, claims: 60 };
const SUBSIDY = 1_000n;
/** What the table in the place of desk and beacon says. */
const DRAW = { round: 7n, fallbackRound: 8n, sealed: 9n, rounds: 3n, window: 86_400n };

const mean = (costs: readonly number[]): number => Math.round(costs.reduce((sum, one) => sum + one, 0) / costs.length);

const gasOf = async (sent: Promise<ContractTransactionResponse>): Promise<number> =>
  Number((await (await sent).wait())?.gasUsed);

/**
 * Posts, fixes and settles the first round of the largest call: 200,000 applicants with lists of 1 to 10 slots, 360 slots, 7,200 winners. Settled are
 * batches of 100 of neighbouring slots, as the commands cut them, and single households; both are means over samples from the most to the
 * least wanted slots.
 *
 * @param connection A fresh in-process chain.
 * @returns Gas used a slot, and a household.
 */
export async function measureSettlements(connection: Connection): Promise<Gas> {
  const stage = await resultStage(connection);
  const { book, modules, mock, results, poster, stranger } = stage;
  const call = syntheticCall(LARGEST_CALL);
  const slots = call.slots.map((slot) => ({ ...slot, subsidy: SUBSIDY }));
  const id = await enterCall(stage, slots);
  const applications = applicationTable(call.applications);
  const tree = applicationTree(id, applications);
  await book.connect(modules.intake).setRoot(id, tree.root, tree.count);
  await mock.setWindows(id, DRAW.window, DRAW.rounds);
  const draw = { beacon: mock, round: DRAW.round, fallbackBeacon: mock, fallbackRound: DRAW.fallbackRound };
  await mock.setDraw(id, draw, DRAW.sealed);
  await results.connect(stranger).drawSeed(id);

  const keys = drawKeys(applications, await book.seedOf(id));
  const round = firstRound({ applications, slots, keys });
  const posting = postingOf(resultOf(round), {
    count: tree.count,
    total: tree.count,
    applicationOf: (index) => applicationAt(applications, index),
    keyOf: (index) => keyAt(keys, index),
    takesPart: () => true,
    slots,
    offers: slots.map(({ seats }) => seats),
    before: slots.map(() => CLOSED),
  });
  const posted = await gasOf(results.connect(poster).post(id, 1, { ...posting, added: [] }));
  await connection.networkHelpers.time.increase(DRAW.window + 1n);
  const { list, misfits } = digestsOf(posting);
  const fixed = await gasOf(results.connect(stranger).fix(id, posting.cutoffs, list, misfits));

  const { slotOf } = round;
  const winners = Array.from(slotOf.keys())
    .filter((row) => slotOf[row] !== NO_SLOT)
    .sort((left, right) => (slotOf[left] ?? 0) - (slotOf[right] ?? 0));

  const settle = async (rows: readonly number[]): Promise<number> => {
    const sorted = [...rows].sort((left, right) => left - right);
    const leaves = leavesAt(applications, sorted);
    return (await gasOf(book.connect(stranger).settle(id, sorted, leaves, tree.multiproof(sorted)))) / rows.length;
  };
  const claim = async (row: number): Promise<number> => {
    const [leaf] = leavesAt(applications, [row]);
    if (leaf === undefined) throw new Error("the row is not there");
    return gasOf(book.connect(stranger).claim(id, row, leaf, tree.spot(row).path));
  };
  const batches: number[] = [];
  const claims: number[] = [];
  const stride = Math.floor(winners.length / SAMPLES.batches);
  for (let from = 0; from + stride <= winners.length; from += stride) {
    batches.push(await settle(winners.slice(from, from + BATCH)));
    for (let place = 1; place <= SAMPLES.claims / SAMPLES.batches; place += 1) {
      claims.push(await claim(winners[from + BATCH * (1 + place)] ?? 0));
    }
  }
  return {
    "housing.cutoffs.per_slot": Math.round((posted + fixed) / slots.length),
    "housing.settle.per_household": mean(batches),
    "housing.claim": mean(claims),
  };
}
