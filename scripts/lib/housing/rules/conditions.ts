import { SCALE, TEST, type Clause, type Condition } from "./types.ts";

/** The highest value that passes a range for this household, as a fraction, so that nothing is rounded. */
function limitOf({ most, slope, other, beyond }: Condition, values: readonly bigint[]): bigint {
  const further = (values[Number(other)] ?? 0n) - beyond;
  return most * SCALE + (further > 0n ? further * slope : 0n);
}

/**
 * Whether a condition holds: the value is one of the options, or in a range with both ends, whose upper end may rise with another value (in
 * rent subsidies, the highest income with each member of the household above the third).
 *
 * @param values ten-thousandths, one per attribute
 * @example holds({ ...range, attribute: 0n, least: 180_000n }, [180_000n]); // true: of age at eighteen
 */
export function holds(condition: Condition, values: readonly bigint[]): boolean {
  const value = values[Number(condition.attribute)] ?? 0n;
  if (condition.test === TEST.oneOf) {
    const options = condition.set.toString(2).split("").reverse();
    return value >= 0n && value % SCALE === 0n && options[Number(value / SCALE)] === "1";
  }
  return condition.least <= value && value * SCALE <= limitOf(condition, values);
}

/**
 * Whether a clause holds: one of its conditions suffices.
 *
 * @example meets({ anyOf: [family, olderAdult] }, values); // a person of sixty may apply alone
 */
export const meets = ({ anyOf }: Clause, values: readonly bigint[]): boolean =>
  anyOf.some((condition) => holds(condition, values));
