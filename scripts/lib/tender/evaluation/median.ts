/**
 * The median of scores; of an even number, the mean of the middle two, rounded down.
 *
 * @returns 0 where there are none
 * @example median([7_000n, 3_000n, 4_001n, 9_000n]); // 5_500n
 */
export function median(scores: readonly bigint[]): bigint {
  const ascending = [...scores].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const [lower, upper] = [ascending[(ascending.length - 1) >> 1], ascending[ascending.length >> 1]];
  return lower === undefined || upper === undefined ? 0n : (lower + upper) / 2n;
}
