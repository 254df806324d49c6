import fc from "fast-check";

import { DAY } from "../../../scripts/lib/procurement/law.ts";

/** About now, unix seconds. */
export const NOW = 1_800_000_000n;

/** Small, everyday and very large amounts, token units. */
export const amount = (most = 2n ** 112n - 1n): fc.Arbitrary<bigint> =>
  fc.oneof(
    fc.bigInt({ min: 0n, max: most < 100n ? most : 100n }),
    fc.bigInt({ min: 0n, max: most < 10n ** 9n ? most : 10n ** 9n }),
    fc.bigInt({ min: 0n, max: most }),
  );

export const bps = fc.oneof(fc.constantFrom(0n, 1n, 500n, 3_000n, 10_000n), fc.bigInt({ min: 0n, max: 10_000n }));

/** Whole days, one second less or one more: where windows end. */
export const daySpan = (mostDays: number): fc.Arbitrary<bigint> =>
  fc
    .tuple(fc.bigInt({ min: 0n, max: BigInt(mostDays) }), fc.constantFrom(-1n, 0n, 0n, 1n))
    .map(([days, jitter]) => (days * DAY + jitter > 0n ? days * DAY + jitter : 0n));

/** An instant at such a distance from `NOW`. */
export const instant = (mostDays: number): fc.Arbitrary<bigint> => daySpan(mostDays).map((span) => NOW + span);

/** An instant, or 0 for what has not happened. */
export const maybe = (mostDays: number): fc.Arbitrary<bigint> => fc.oneof(fc.constant(0n), instant(mostDays));

export const windowDays = (mostDays: number): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: 1n, max: BigInt(mostDays) }).map((days) => days * DAY);
