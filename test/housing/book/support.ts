import { keccak256, ZeroHash } from "ethers";

import { applicationTable } from "../../../scripts/lib/housing/application-table.ts";
import { applicationTree } from "../../../scripts/lib/housing/application-tree.ts";
import { keyOf, type Application, type Slot } from "../../../scripts/lib/housing/application.ts";
import { enterCall, leafOf, type BookStage, type CallChange } from "../../helpers/housing/call-book.ts";
import { SEED } from "../support.ts";

export const SUBSIDY = 1_000n;
export const UNTIL = 4_000_000_000n;
/** Seats of one project. */
export const slot = (seats: number, isCommittee = false, subsidy = SUBSIDY): Slot => ({
  ...{ project: 1, reserve: 0, seats, subsidy, isCommittee },
});
const nullifierOf = (name: string): string => keccak256(new TextEncoder().encode(name));
/** An application under a name. */
export const applicant = (
  name: string,
  score: bigint,
  slots: readonly number[],
  change: Partial<Application> = {},
) => ({
  ...{ nullifier: nullifierOf(name), score, slots, size: 1, keepsWaiting: false, eligible: true },
  ...{ attributes: ZeroHash, members: ZeroHash, claim: nullifierOf(`claim of ${name}`) },
  ...change,
});
export const key = (one: Application): bigint => keyOf(SEED, one.score, one.nullifier);

/** A call that is drawn, its cutoffs still to be fixed. */
export async function drawn(
  at: BookStage,
  slots: readonly Slot[],
  given: readonly Application[],
  change: CallChange = {},
) {
  const { book, modules } = at;
  const id = await enterCall(at, slots, change);
  const table = applicationTable(given);
  const tree = applicationTree(id, table);
  await book.connect(modules.intake).setRoot(id, tree.root, tree.count);
  await book.connect(modules.results).setSeed(id, SEED);
  const indexOf = (one: Application): number => tree.positionOf(one.nullifier);
  const fix = (cutoffs: readonly bigint[], entries: number) =>
    book.connect(modules.results).fix(id, [...cutoffs], entries);
  const claim = (one: Application, as: Application = one) =>
    book.claim(id, indexOf(one), leafOf(as), tree.spot(indexOf(one)).path);
  const settle = (...all: readonly Application[]) => {
    const sorted = [...all].sort((left, right) => indexOf(left) - indexOf(right));
    return book.settle(id, sorted.map(indexOf), sorted.map(leafOf), tree.multiproof(sorted.map(indexOf)));
  };
  return { id, tree, fix, claim, settle, indexOf };
}

/** Three who want the same two slots; Ben waits for the better one. */
export const [ana, ben, cleo] = [
  applicant("ana", 30n, [0, 1]),
  applicant("ben", 20n, [0, 1], { keepsWaiting: true }),
  applicant("cleo", 10n, [0, 1]),
] as const;
