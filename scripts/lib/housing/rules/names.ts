/** The lists of the rules, as the contract's errors number them. */
export const RULE_LISTS = {
  es: ["atributos", "requisitos", "factores", "reservas", "condiciones", "tramos"],
  en: ["attributes", "requirements", "factors", "reserves", "conditions", "brackets"],
} as const;

/** Positions in `RULE_LISTS`. */
export const RULE_LIST = {
  attributes: 0n,
  requirements: 1n,
  factors: 2n,
  reserves: 3n,
  conditions: 4n,
  brackets: 5n,
} as const;
