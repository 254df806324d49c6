import { id, ZeroHash } from "ethers";

import {
  KIND,
  NO_COMMITTEE,
  TEST,
  type Clause,
  type Condition,
  type Factor,
  type Rules,
} from "../../../scripts/lib/housing/rules/types.ts";

const NONE = { least: 0n, most: 0n, slope: 0n, other: 0n, beyond: 0n, set: 0n };
const RANGE: Condition = { ...NONE, test: TEST.range, attribute: 0n, most: 400_000n };
const OPTION: Condition = { ...NONE, test: TEST.oneOf, attribute: 1n, set: 2n };
const UNUSED = { weight: 10_000n, attribute: 0n, above: 0n, unit: 0n, points: 0n, when: [], brackets: [] };
export const FLAT: Factor = { ...UNUSED, kind: KIND.flat, cap: 50n };
const PER_UNIT: Factor = { ...UNUSED, kind: KIND.perUnit, cap: 50n, unit: 10_000n, points: 10n };
const BRACKETS: Factor = {
  ...{ ...UNUSED, kind: KIND.brackets, cap: 50n },
  brackets: [
    { from: 0n, points: 50n },
    { from: 10n, points: 20n },
  ],
};
const COMMITTEE = {
  attribute: 0n,
  fewest: 2n,
  most: 160n,
  low: 400_000n,
  high: 900_000n,
  lowBps: 7_000n,
  highBps: 3_000n,
};
/** Rules that a call may publish, with one of each kind. */
export const RULES: Rules = {
  attributes: [
    { name: id("tramo"), least: 0n, most: 1_000_000n, whole: true },
    { name: id("discapacidad"), least: 0n, most: 10_000n, whole: true },
    { name: id("ahorro"), least: -5n, most: 5n, whole: false },
  ],
  requirements: [{ anyOf: [RANGE, OPTION] }],
  factors: [FLAT, PER_UNIT, BRACKETS],
  reserves: [{ anyOf: [OPTION] }],
  committee: COMMITTEE,
};

const requirements = (...anyOf: Condition[]): Rules => ({ ...RULES, requirements: [{ anyOf }] });
export const factors = (...list: Factor[]): Rules => ({ ...RULES, factors: list });
export const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const clauses = (count: number): Clause[] => times(count, { anyOf: [RANGE] });
const [TRAMO, DISABILITY, SAVING] = RULES.attributes as [
  Rules["attributes"][0],
  Rules["attributes"][0],
  Rules["attributes"][0],
];

/** Rules that none may publish: what is wrong, the error and its arguments. */
export const REFUSED: readonly (readonly [string, Rules, string, ...unknown[]])[] = [
  ["no attributes", { ...RULES, attributes: [] }, "Rules_Count", 0n, 0n, 1n, 64n],
  ["no requirements", { ...RULES, requirements: [] }, "Rules_Count", 1n, 0n, 1n, 64n],
  ["too many requirements", { ...RULES, requirements: clauses(65) }, "Rules_Count", 1n, 65n, 1n, 64n],
  ["no factors", factors(), "Rules_Count", 2n, 0n, 1n, 64n],
  ["too many factors", factors(...times(65, FLAT)), "Rules_Count", 2n, 65n, 1n, 64n],
  ["too many reserves", { ...RULES, reserves: clauses(17) }, "Rules_Count", 3n, 17n, 0n, 16n],
  ["a requirement without conditions", requirements(), "Rules_Count", 4n, 0n, 1n, 16n],
  ["too many conditions", requirements(...times(17, RANGE)), "Rules_Count", 4n, 17n, 1n, 16n],
  ["a factor under too many", factors({ ...FLAT, when: times(17, RANGE) }), "Rules_Count", 4n, 17n, 0n, 16n],
  ["no brackets", factors({ ...BRACKETS, brackets: [] }), "Rules_Count", 5n, 0n, 1n, 32n],
  ["an attribute without a name", { ...RULES, attributes: [{ ...TRAMO, name: ZeroHash }] }, "Rules_Attribute", 0n],
  [
    "a repeated name",
    { ...RULES, attributes: [TRAMO, DISABILITY, { ...SAVING, name: TRAMO.name }] },
    "Rules_Attribute",
    2n,
  ],
  ["a domain of one value", { ...RULES, attributes: [{ ...TRAMO, most: 0n }, DISABILITY] }, "Rules_Attribute", 0n],
  ["an unknown attribute", requirements({ ...RANGE, attribute: 3n }), "Rules_Condition", 1n, 0n, 0n],
  [
    "an unknown other attribute",
    requirements(RANGE, { ...RANGE, slope: 1n, other: 3n }),
    "Rules_Condition",
    1n,
    0n,
    1n,
  ],
  ["an inverted range", requirements({ ...RANGE, least: 400_001n }), "Rules_Condition", 1n, 0n, 0n],
  ["a range with options", requirements({ ...RANGE, set: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["a level limit that names another", requirements({ ...RANGE, other: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["a level limit with a beginning", requirements({ ...RANGE, beyond: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["no options", requirements({ ...OPTION, set: 0n }), "Rules_Condition", 1n, 0n, 0n],
  ["options with a least", requirements({ ...OPTION, least: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["options with a most", requirements({ ...OPTION, most: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["options with a slope", requirements({ ...OPTION, slope: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["options of another", requirements({ ...OPTION, other: 1n }), "Rules_Condition", 1n, 0n, 0n],
  ["options of a value with decimals", requirements({ ...OPTION, attribute: 2n }), "Rules_Condition", 1n, 0n, 0n],
  [
    "options beyond 256",
    { ...requirements(OPTION), attributes: [TRAMO, { ...DISABILITY, most: 2_560_000n }] },
    ...(["Rules_Condition", 1n, 0n, 0n] as const),
  ],
  [
    "options below zero",
    { ...requirements(OPTION), attributes: [TRAMO, { ...DISABILITY, least: -10_000n }] },
    ...(["Rules_Condition", 1n, 0n, 0n] as const),
  ],
  [
    "a factor under an unknown",
    factors(FLAT, { ...FLAT, when: [{ ...RANGE, attribute: 9n }] }),
    "Rules_Condition",
    2n,
    1n,
    0n,
  ],
  [
    "a reserve of an unknown",
    { ...RULES, reserves: [{ anyOf: [{ ...RANGE, attribute: 9n }] }] },
    "Rules_Condition",
    3n,
    0n,
    0n,
  ],
  ["a weight of nothing", factors({ ...FLAT, weight: 0n }), "Rules_Factor", 0n],
  ["a weight above the whole", factors({ ...FLAT, weight: 10_001n }), "Rules_Factor", 0n],
  ["a cap of nothing", factors(FLAT, { ...FLAT, cap: 0n }), "Rules_Factor", 1n],
  ["a factor of an unknown", factors({ ...PER_UNIT, attribute: 3n }), "Rules_Factor", 0n],
  ["a flat factor of an attribute", factors({ ...FLAT, attribute: 1n }), "Rules_Factor", 0n],
  ["a flat factor with brackets", factors({ ...FLAT, brackets: BRACKETS.brackets }), "Rules_Factor", 0n],
  ["a flat factor with units", factors({ ...FLAT, unit: 1n }), "Rules_Factor", 0n],
  ["a flat factor with a beginning", factors({ ...FLAT, above: 1n }), "Rules_Factor", 0n],
  ["brackets with points of their own", factors({ ...BRACKETS, points: 1n }), "Rules_Factor", 0n],
  ["a unit without length", factors({ ...PER_UNIT, unit: 0n }), "Rules_Factor", 0n],
  ["a unit that earns nothing", factors({ ...PER_UNIT, points: 0n }), "Rules_Factor", 0n],
  ["a unit above the cap", factors({ ...PER_UNIT, points: 51n }), "Rules_Factor", 0n],
  ["units with brackets", factors({ ...PER_UNIT, brackets: BRACKETS.brackets }), "Rules_Factor", 0n],
  ["brackets below their cap", factors(FLAT, { ...BRACKETS, cap: 51n }), "Rules_Factor", 1n],
  ["equal brackets", factors({ ...BRACKETS, brackets: times(2, { from: 1n, points: 50n }) }), "Rules_Bracket", 0n, 1n],
  ["falling brackets", factors({ ...BRACKETS, brackets: [...BRACKETS.brackets].reverse() }), "Rules_Bracket", 0n, 1n],
  [
    "a total above 64 bits",
    factors({ ...FLAT, cap: 2n ** 64n - 1n }, { ...FLAT, cap: 1n }),
    "Rules_Total",
    2n ** 64n,
    2n ** 64n - 1n,
  ],
  ["a committee of one", { ...RULES, committee: { ...COMMITTEE, fewest: 1n } }, "Rules_Committee"],
  ["a committee without room", { ...RULES, committee: { ...COMMITTEE, most: 1n } }, "Rules_Committee"],
  ["a committee by an unknown", { ...RULES, committee: { ...COMMITTEE, attribute: 3n } }, "Rules_Committee"],
  ["equal committee brackets", { ...RULES, committee: { ...COMMITTEE, low: 900_000n } }, "Rules_Committee"],
  ["a committee share of nothing", { ...RULES, committee: { ...COMMITTEE, lowBps: 0n } }, "Rules_Committee"],
  ["a low share above the whole", { ...RULES, committee: { ...COMMITTEE, lowBps: 10_001n } }, "Rules_Committee"],
  ["a high share above the whole", { ...RULES, committee: { ...COMMITTEE, highBps: 10_001n } }, "Rules_Committee"],
  ["half a committee rule", { ...RULES, committee: { ...NO_COMMITTEE, lowBps: 1n } }, "Rules_Committee"],
  ["a committee of at most none", { ...RULES, committee: { ...NO_COMMITTEE, fewest: 2n } }, "Rules_Committee"],
];
