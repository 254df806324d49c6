import { InputError } from "../../input/input-error.ts";
import { meets } from "./conditions.ts";
import { factorPoints } from "./factor-points.ts";
import { SCALE, WHOLE, type Rules } from "./types.ts";

/** What the rules say about a household, rule by rule. */
export interface Assessment {
  readonly eligible: boolean;
  /** First requirement that does not hold, from 0; the number of requirements if all hold. */
  readonly failed: bigint;
  /** Ten-thousandths of a point, rounded down once; 0 if not eligible. */
  readonly score: bigint;
  /** Whether each requirement holds. */
  readonly requirements: readonly boolean[];
  /** Points of each factor before its weight, whether or not the household is eligible. */
  readonly points: readonly bigint[];
}

/**
 * Checks that there is one value per attribute, each in its published domain.
 *
 * @param values ten-thousandths
 * @throws InputError `Household_Count`, `Household_Value`
 * @example checkValues(rules, [250_000n, 400_000n]);
 */
export function checkValues({ attributes }: Rules, values: readonly bigint[]): void {
  if (values.length !== attributes.length) {
    throw new InputError("Household_Count", { given: values.length, expected: attributes.length });
  }
  attributes.forEach(({ least, most, whole }, index) => {
    const value = values[index] ?? 0n;
    const exists = value >= least && value <= most && (!whole || value % SCALE === 0n);
    if (!exists) throw new InputError("Household_Value", { attribute: BigInt(index) });
  });
}

/**
 * What the published rules say about a household: every requirement must hold; the score is the weighted sum of the factors.
 *
 * @param values ten-thousandths, one per attribute
 * @throws InputError `Household_Count`, `Household_Value`
 * @example assess(rules, values).score; // 1_234_500n: 123.45 points
 */
export function assess(rules: Rules, values: readonly bigint[]): Assessment {
  checkValues(rules, values);
  const requirements = rules.requirements.map((clause) => meets(clause, values));
  const points = rules.factors.map((factor) => factorPoints(factor, values));
  const first = requirements.indexOf(false);
  const weighted = rules.factors.reduce((sum, { weight }, index) => sum + weight * (points[index] ?? 0n), 0n);
  return {
    eligible: first < 0,
    failed: BigInt(first < 0 ? requirements.length : first),
    score: first < 0 ? weighted / WHOLE : 0n,
    requirements,
    points,
  };
}

/**
 * Whether a household may list the slots of a reserve.
 *
 * @param reserve 0 is open to all
 * @throws InputError `Household_NoReserve`
 * @example mayUseReserve(rules, 1, values);
 */
export function mayUseReserve({ reserves }: Rules, reserve: number, values: readonly bigint[]): boolean {
  if (reserve === 0) return true;
  const clause = reserves[reserve - 1];
  if (!clause) throw new InputError("Household_NoReserve", { reserve, reserves: reserves.length });
  return meets(clause, values);
}
