/** Decimals of every value and of points: 1 UF, one person, one point. */
export const DECIMALS = 4;
/** One unit of a value, and one point. */
export const SCALE = 10_000n;
/** The whole of a weight, basis points. */
export const WHOLE = 10_000n;

/** Kinds of test, as `HousingRules.Test` numbers them. */
export const TEST = { range: 0n, oneOf: 1n } as const;
/** Kinds of factor, as `HousingRules.Kind` numbers them. */
export const KIND = { flat: 0n, perUnit: 1n, brackets: 2n } as const;

/** Most entries of each list of the rules. */
export const MOST_RULES = {
  attributes: 64,
  requirements: 64,
  conditions: 16,
  factors: 64,
  brackets: 32,
  reserves: 16,
} as const;

/** A circumstance of a household. `name` is the keccak256 of its published name; the domain is in ten-thousandths. */
export interface Attribute {
  readonly name: string;
  readonly least: bigint;
  readonly most: bigint;
  readonly whole: boolean;
}

/** A test of one attribute; what its kind does not use is zero. See `HousingRules.Condition`. */
export interface Condition {
  readonly test: bigint;
  readonly attribute: bigint;
  readonly least: bigint;
  readonly most: bigint;
  /** How much `most` rises for each unit of `other` above `beyond`. */
  readonly slope: bigint;
  readonly other: bigint;
  readonly beyond: bigint;
  /** The whole numbers that pass, a bit each. */
  readonly set: bigint;
}

/** Conditions of which one suffices. */
export interface Clause {
  readonly anyOf: Condition[];
}

export interface Bracket {
  readonly from: bigint;
  readonly points: bigint;
}

/** A factor of the score (factor de puntaje); what its kind does not use is zero or empty. See `HousingRules.Factor`. */
export interface Factor {
  readonly kind: bigint;
  readonly attribute: bigint;
  /** Basis points. */
  readonly weight: bigint;
  readonly above: bigint;
  readonly unit: bigint;
  readonly points: bigint;
  readonly cap: bigint;
  readonly when: Condition[];
  readonly brackets: Bracket[];
}

/** The rule of group applications (comités). See `HousingRules.Committee`. */
export interface Committee {
  readonly attribute: bigint;
  readonly fewest: bigint;
  readonly most: bigint;
  readonly low: bigint;
  readonly high: bigint;
  readonly lowBps: bigint;
  readonly highBps: bigint;
}

/** The rules of a call as the contract takes them. */
export interface Rules {
  readonly attributes: Attribute[];
  readonly requirements: Clause[];
  readonly factors: Factor[];
  readonly reserves: Clause[];
  readonly committee: Committee;
}

/** The committee rule of a call that takes no groups. */
export const NO_COMMITTEE: Committee = {
  attribute: 0n,
  fewest: 0n,
  most: 0n,
  low: 0n,
  high: 0n,
  lowBps: 0n,
  highBps: 0n,
};
