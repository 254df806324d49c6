import { SendError } from "./send-error.ts";

/**
 * Cuts a list into batches, in order, each as large as allowed by gas and by number: a batch whose gas is over the
 * limit is halved. Called when a plan is made, with an estimate that does not vary between runs, so that the keys of its
 * steps stay the same.
 *
 * @param most - Items in a batch at most.
 * @param limit - Gas of a batch at most.
 * @param gasOf - Gas of a batch.
 * @throws SendError "gas-over-cap" when one item alone is over the limit.
 * @example await splitByGas(rows, 500, 15_000_000n, (batch) => Promise.resolve(50_000n + 30_000n * BigInt(batch.length)))
 */
export async function splitByGas<T>(
  items: readonly T[],
  most: number,
  limit: bigint,
  gasOf: (batch: readonly T[]) => Promise<bigint>,
): Promise<T[][]> {
  const batches: T[][] = [];
  for (let start = 0; start < items.length;) {
    let size = Math.min(most, items.length - start);
    while ((await gasOf(items.slice(start, start + size))) > limit) {
      if (size === 1) throw new SendError("gas-over-cap", { key: start.toString(), cap: limit });
      size = Math.ceil(size / 2);
    }
    batches.push(items.slice(start, start + size));
    start += size;
  }
  return batches;
}
