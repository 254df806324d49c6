import { keccak256, toBeHex, ZeroHash } from "ethers";
import fc from "fast-check";

import type { Application, Slot } from "../../scripts/lib/housing/application.ts";

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
  size: fc.constantFrom(1, 1, 2, 160, 65_535),
  keepsWaiting: fc.boolean(),
  eligible: fc.boolean(),
  attributes: digest,
  members: digest,
  claim: digest,
});

/** A small call: its slots, and applications that list some of them. */
export interface SmallCall {
  readonly slots: readonly Slot[];
  readonly applications: readonly Application[];
}

const nullifierAt = (index: number): string => keccak256(toBeHex(index, 32));

/** Equal scores, slots without seats and empty lists are frequent. */
export const smallCall = (isCommittee: fc.Arbitrary<boolean>): fc.Arbitrary<SmallCall> =>
  fc
    .array(fc.record({ seats: fc.nat(3), isCommittee }), { minLength: 1, maxLength: 6 })
    .map((drawn) =>
      drawn.map(({ seats, isCommittee: committee }, position): Slot => ({
        project: position >> 1,
        reserve: position & 1,
        seats: committee ? 3 * seats : seats,
        subsidy: 1n,
        isCommittee: committee,
      })),
    )
    .chain((slots) =>
      fc.record({
        slots: fc.constant(slots),
        applications: fc
          .array(
            fc.record({
              score: fc.constantFrom(0n, 1n, 1n, 2n, 2n ** 64n - 1n),
              slots: fc.shuffledSubarray(slots.map((_, slot) => slot)),
              size: fc.constantFrom(1, 1, 1, 2, 3, 4),
              keepsWaiting: fc.constantFrom(true, true, false),
              eligible: fc.constantFrom(true, true, true, false),
            }),
            { maxLength: 14 },
          )
          .map((drawn) =>
            drawn.map((one, index): Application => ({
              ...one,
              nullifier: nullifierAt(index),
              attributes: ZeroHash,
              members: ZeroHash,
              claim: ZeroHash,
            })),
          ),
      }),
    );
