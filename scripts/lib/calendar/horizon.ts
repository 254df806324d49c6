import { InputError } from "../input/input-error.ts";

const YEAR_SECONDS = 31_556_952n;

/**
 * Refuses an instant that is not after `now`, or more than `years` after it: a typing error in a year would else
 * become a deadline that is over, or one that never comes.
 *
 * @param instant Unix seconds
 * @param now Unix seconds of the chain's clock, not of the operator's machine
 * @param years mean Gregorian years
 * @returns the same instant
 * @throws InputError `date-past`, `date-too-far`
 * @example checkHorizon(1_789_754_400n, 1_763_700_000n, 15);
 */
export function checkHorizon(instant: bigint, now: bigint, years: number): bigint {
  const limit = now + BigInt(years) * YEAR_SECONDS;
  if (instant <= now) throw new InputError("date-past", { found: instant, now });
  if (instant > limit) throw new InputError("date-too-far", { found: instant, limit });
  return instant;
}
