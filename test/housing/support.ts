import fc from "fast-check";

import type { Application } from "../../scripts/lib/housing/application.ts";

export const CALL = `0x${"ca".repeat(32)}`;
export const SEED = `0x${"5e".repeat(32)}`;

export const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`);

/** Whole, wide and narrow scores, so that ties are frequent. */
export const score = fc.oneof(fc.constantFrom(0n, 1n, 2n, 2n ** 64n - 1n), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));

/** Any application, with a list that may repeat a slot or name one that the call has not. */
export const application: fc.Arbitrary<Application> = fc.record({
  nullifier: digest,
  score,
  slots: fc.array(fc.oneof(fc.nat(8), fc.constantFrom(255, 256, 1023, 65_535)), { maxLength: 10 }),
  size: fc.constantFrom(1, 2, 160, 65_535),
  keepsWaiting: fc.boolean(),
  attributes: digest,
  members: digest,
  claim: digest,
});
