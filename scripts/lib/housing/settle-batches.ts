/** Gas of a transaction at most (EIP-7825), and the part of it that a batch is planned to take. */
const CAP = 16_777_216;
const PLANNED = (CAP * 3) / 4;

/** What a settlement costs, gas, as measured of the contract. */
export interface SettleCosts {
  /** A transaction without households. */
  readonly base: number;
  readonly household: number;
  /** Each slot that an application lists. */
  readonly slot: number;
  /** Each word of the common proof. */
  readonly word: number;
}

/** Positions from the first to before the last. */
export interface Batch {
  readonly from: number;
  readonly to: number;
}

/**
 * Words of a common proof at most, wherever its leaves stand: at each level every pair of nodes lacks one sibling at most.
 *
 * @param batch leaves that are proven
 * @param leaves of the whole tree
 * @example mostProofWords(100, 200_000); // 1_199
 */
export function mostProofWords(batch: number, leaves: number): number {
  let words = 0;
  for (let nodes = leaves; nodes > 1; nodes = Math.ceil(nodes / 2)) words += Math.min(batch, Math.ceil(nodes / 2));
  return words;
}

/**
 * Cuts the households of a settlement into the fewest transactions that stay under three quarters of the 16,777,216 gas that one may take.
 *
 * @param lists how many slots each household lists, in the order in which they are settled
 * @param leaves applications of the call
 * @throws RangeError if a household does not fit by itself
 * @example settleBatches(entries.map((row) => listOf(table, row).length), table.count, costs);
 */
export function settleBatches(lists: readonly number[], leaves: number, costs: SettleCosts): Batch[] {
  const batches: Batch[] = [];
  let from = 0;
  let slots = 0;
  const gas = (households: number, listed: number): number =>
    costs.base + households * costs.household + listed * costs.slot + mostProofWords(households, leaves) * costs.word;
  lists.forEach((length, position) => {
    if (gas(1, length) > PLANNED) throw new RangeError(`A household that lists ${length} slots fits no transaction.`);
    if (gas(position + 1 - from, slots + length) > PLANNED) {
      batches.push({ from, to: position });
      from = position;
      slots = 0;
    }
    slots += length;
  });
  if (from < lists.length) batches.push({ from, to: lists.length });
  return batches;
}
