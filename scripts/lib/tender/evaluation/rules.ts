/** The kinds of criteria, as `Tender.Criterion` numbers them. */
export const CRITERION = {
  none: 0n,
  price: 1n,
  technical: 2n,
  declared: 3n,
  social: 4n,
  local: 5n,
  smallFirm: 6n,
} as const;

/** A criterion of the terms and its weight in basis points. */
export interface RatedCriterion {
  readonly kind: bigint;
  readonly weight: bigint;
  /** Declared and social: which of the four declared figures, from 0. */
  readonly field: bigint;
  /** Declared and social: the figure that earns nothing. */
  readonly zeroAt: bigint;
  /** Declared and social: the figure that earns all. */
  readonly fullAt: bigint;
}

/** What of the rules of an award the evaluation reads. */
export interface EvaluationRules {
  /** Least technical score, of the whole technical weight, basis points. */
  readonly minTechnicalBps: bigint;
  /** Region of a local supplier. */
  readonly region: bigint;
  readonly criteria: readonly RatedCriterion[];
}

/** The evaluation committee (comisión evaluadora); unused places are zero addresses, or left out. */
export interface PanelMembers {
  readonly quorum: bigint;
  readonly evaluators: readonly string[];
  readonly substitutes: readonly string[];
}
