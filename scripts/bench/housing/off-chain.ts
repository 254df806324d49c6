import { performance } from "node:perf_hooks";

import { NO_SLOT } from "../../lib/housing/allocate.ts";
import { applicationTable } from "../../lib/housing/application-table.ts";
import { applicationTree } from "../../lib/housing/application-tree.ts";
import { membersDigest } from "../../lib/housing/application.ts";
import { drawKeys } from "../../lib/housing/keys.ts";
import { memberRows, memberTree } from "../../lib/housing/member-tree.ts";
import { firstRound } from "../../lib/housing/rounds.ts";
import { syntheticCall, type SyntheticSize } from "../../lib/housing/synthetic-call.ts";

/** The size that a call must bear: 200,000 applicants, 120 projects of three reserves each, 7,200 homes. */
export const LARGEST_CALL: SyntheticSize = {
  seed: "bench",
  applicants: 200_000,
  projects: 120,
  reserves: [0.08, 0.15],
  seats: [48, 4, 8],
};

/** Households that are settled in one transaction. */
const BATCH = 100;

/** What the work off the chain took, and what came of it. */
export interface OffChainFigures {
  /** From the applications to the root, the matching, the cutoffs and every proof. */
  readonly seconds: number;
  /** Most memory that this process ever held, megabytes of 1,000,000 bytes. */
  readonly megabytes: number;
  /** The digests and the tree of the members. */
  readonly memberSeconds: number;
  readonly root: string;
  readonly membersRoot: string;
  readonly assigned: number;
  /** Words of all proofs: one of each household, and one of each batch of those with a seat. */
  readonly proofWords: number;
}

const secondsSince = (start: number): number => (performance.now() - start) / 1_000;

/**
 * Does once, in this process, all that a call needs off the chain, and measures it.
 *
 * @example measureOffChain(LARGEST_CALL).seconds; // under 20
 */
export function measureOffChain(size: SyntheticSize): OffChainFigures {
  const { slots, applications: given, households } = syntheticCall(size);
  const callId = `0x${"00".repeat(32)}`;

  const start = performance.now();
  const applications = applicationTable(given);
  const tree = applicationTree(callId, applications);
  const { slotOf, cutoffs } = firstRound({ applications, slots, keys: drawKeys(applications, tree.root) });
  if (cutoffs.length !== slots.length) throw new Error("a slot has no cutoff");
  let proofWords = 0;
  for (let row = 0; row < tree.count; row += 1) proofWords += tree.spot(row).path.length;
  const assigned = Array.from(slotOf.keys()).filter((row) => slotOf[row] !== NO_SLOT);
  for (let from = 0; from < assigned.length; from += BATCH) {
    proofWords += tree.multiproof(assigned.slice(from, from + BATCH)).length;
  }
  const seconds = secondsSince(start);
  const megabytes = (process.resourceUsage().maxRSS * 1_024) / 1_000_000;

  const startOfMembers = performance.now();
  const isSame = households.every(({ persons }, index) => given[index]?.members === membersDigest(persons));
  if (!isSame) throw new Error("an application carries other members");
  const membersRoot = memberTree(callId, memberRows(households)).root;
  const memberSeconds = secondsSince(startOfMembers);
  return { seconds, megabytes, memberSeconds, root: tree.root, membersRoot, assigned: assigned.length, proofWords };
}
