import { holds } from "./conditions.ts";
import { KIND, type Bracket, type Factor } from "./types.ts";

/**
 * Whether a factor counts for a household: always, or under one of its conditions.
 *
 * @example counts(factor, values);
 */
export const counts = ({ when }: Pick<Factor, "when">, values: readonly bigint[]): boolean =>
  when.length === 0 || when.some((condition) => holds(condition, values));

/**
 * The whole units above a value; none below it.
 *
 * @example unitsAbove(47_500n, 10_000n, 10_000n); // 3n: of 4.75 members above the first, three whole ones
 */
export function unitsAbove(value: bigint, above: bigint, unit: bigint): bigint {
  return value > above ? (value - above) / unit : 0n;
}

/**
 * The bracket that a value falls into: the one with the highest beginning that is not above it.
 *
 * @example bracketOf([{ from: 0n, points: 5n }, { from: 10n, points: 9n }], 9n)?.points; // 5n
 */
export function bracketOf(brackets: readonly Bracket[], value: bigint): Bracket | undefined {
  return brackets.filter(({ from }) => from <= value).at(-1);
}

/**
 * The points of a factor before its weight: what it gives, up to its cap.
 *
 * @param values ten-thousandths, one per attribute
 * @returns ten-thousandths of a point
 * @example factorPoints(perMember, values); // 400_000n: 40 points
 */
export function factorPoints(factor: Factor, values: readonly bigint[]): bigint {
  if (!counts(factor, values)) return 0n;
  const value = values[Number(factor.attribute)] ?? 0n;
  const earned = {
    [String(KIND.flat)]: () => factor.cap,
    [String(KIND.perUnit)]: () => unitsAbove(value, factor.above, factor.unit) * factor.points,
    [String(KIND.brackets)]: () => bracketOf(factor.brackets, value)?.points ?? 0n,
  }[String(factor.kind)]?.();
  if (earned === undefined) throw new RangeError(`no such kind of factor: ${factor.kind}`);
  return earned < factor.cap ? earned : factor.cap;
}
