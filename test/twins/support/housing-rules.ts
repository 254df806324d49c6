import { id } from "ethers";
import fc from "fast-check";

import {
  KIND,
  NO_COMMITTEE,
  SCALE,
  TEST,
  type Attribute,
  type Condition,
  type Factor,
  type Rules,
} from "../../../scripts/lib/housing/rules/types.ts";

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;
/** Caps of three factors fit 64 bits together. */
const MOST_POINTS = 2n ** 62n;

/** Options, a few ten-thousandths around zero, whole numbers, everything that 64 bits hold. */
const DOMAINS = [
  { least: 0n, most: 5n * SCALE, whole: true },
  { least: -12n, most: 12n, whole: false },
  { least: -3n * SCALE, most: 9n * SCALE, whole: true },
  { least: LOWEST, most: HIGHEST, whole: false },
] as const;

const attributes: fc.Arbitrary<Attribute[]> = fc
  .array(fc.constantFrom(...DOMAINS), { minLength: 1, maxLength: 4 })
  .map((domains) => domains.map((domain, index) => ({ ...domain, name: id(`attribute ${index}`) })));

/** A value of the domain: one of its ends, or between. */
const valueOf = ({ least, most, whole }: Attribute): fc.Arbitrary<bigint> => {
  const step = whole ? SCALE : 1n;
  const between = fc.bigInt({ min: least / step, max: most / step }).map((value) => value * step);
  return fc.oneof(
    { arbitrary: between, weight: 8 },
    { arbitrary: fc.constant(least), weight: 1 },
    { arbitrary: fc.constant(most), weight: 1 },
  );
};

const positionIn = (list: readonly unknown[]) => fc.nat({ max: list.length - 1 });
const slope = fc.constantFrom(0n, 1n, 5_000n, 10_000n, 30_000n, 2n ** 64n - 1n);
const points = fc.oneof(fc.bigInt({ min: 1n, max: 40n }), fc.bigInt({ min: 1n, max: MOST_POINTS }));

const condition = (list: readonly Attribute[]): fc.Arbitrary<Condition> =>
  fc.tuple(positionIn(list), positionIn(list), fc.boolean(), slope).chain(([position, further, isRange, rise]) => {
    const [attribute, other] = [list[position]!, list[further]!];
    const isOption = attribute.whole && attribute.least === 0n;
    const drawn = fc.tuple(valueOf(attribute), valueOf(attribute), valueOf(other), fc.bigInt({ min: 1n, max: 63n }));
    return drawn.map(([one, two, beyond, set]): Condition => {
      const none = { attribute: BigInt(position), least: 0n, most: 0n, slope: 0n, other: 0n, beyond: 0n, set: 0n };
      if (isOption && !isRange) return { ...none, test: TEST.oneOf, set };
      const [least, most] = one < two ? [one, two] : [two, one];
      const rising = rise === 0n ? {} : { slope: rise, other: BigInt(further), beyond };
      return { ...none, test: TEST.range, least, most, ...rising };
    });
  });

const factor = (list: readonly Attribute[]): fc.Arbitrary<Factor> =>
  positionIn(list).chain((position) => {
    const value = valueOf(list[position]!);
    const drawn = fc.record({
      kind: fc.constantFrom(KIND.flat, KIND.perUnit, KIND.brackets),
      weight: fc.constantFrom(1n, 3_333n, 10_000n),
      when: fc.array(condition(list), { maxLength: 1 }),
      above: value,
      unit: fc.constantFrom(1n, 3n, 10_000n, 2n ** 64n - 1n),
      each: points,
      most: points,
      bounds: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }),
      earned: fc.array(points, { minLength: 4, maxLength: 4 }),
    });
    return drawn.map(({ kind, weight, when, above, unit, each, most, bounds, earned }): Factor => {
      const none = { kind, weight, when, attribute: 0n, above: 0n, unit: 0n, points: 0n, cap: most, brackets: [] };
      const attribute = BigInt(position);
      if (kind === KIND.flat) return none;
      if (kind === KIND.perUnit) {
        const cap = most < each ? each : most;
        return { ...none, attribute, above, unit, points: each, cap };
      }
      const sorted = [...bounds].sort((a, b) => (a < b ? -1 : 1));
      const brackets = sorted.map((from, index) => ({ from, points: earned[index]! }));
      const cap = brackets.reduce((highest, one) => (one.points > highest ? one.points : highest), 0n);
      return { ...none, attribute, cap, brackets };
    });
  });

const clause = (list: readonly Attribute[]) =>
  fc.record({ anyOf: fc.array(condition(list), { minLength: 1, maxLength: 2 }) });

/** Rules that a call may publish, and a household in their domains. */
export const households = attributes.chain((list) =>
  fc.record({
    rules: fc.record<Rules>({
      attributes: fc.constant(list),
      requirements: fc.array(clause(list), { minLength: 1, maxLength: 3 }),
      factors: fc.array(factor(list), { minLength: 1, maxLength: 3 }),
      reserves: fc.array(clause(list), { maxLength: 1 }),
      committee: fc.constant(NO_COMMITTEE),
    }),
    values: fc.tuple(...list.map(valueOf)).map((values): bigint[] => [...values]),
  }),
);

const share = fc.constantFrom(1n, 3_000n, 3_333n, 5_000n, 6_667n, 7_000n, 10_000n);

/** Committee rules and groups of up to twelve members in few brackets, so that every limit is met exactly. */
export const groups = fc
  .record({
    sizes: fc.tuple(fc.bigInt({ min: 2n, max: 6n }), fc.bigInt({ min: 0n, max: 8n })),
    shares: fc.tuple(share, share),
    brackets: fc.array(fc.constantFrom(400_000n, 400_001n, 700_000n, 900_000n), { maxLength: 12 }),
    over: fc.boolean(),
  })
  .map(({ sizes: [fewest, more], shares: [lowBps, highBps], brackets, over }) => ({
    rule: {
      ...{ attribute: 1n, low: 400_000n, high: over ? 700_000n : 900_000n },
      ...{ fewest, most: fewest + more, lowBps, highBps },
    },
    brackets,
  }));
