import { InputError } from "../../input/input-error.ts";
import { conditionFaults, countFault } from "./condition-faults.ts";
import { RULE_LIST } from "./names.ts";
import { KIND, MOST_RULES, WHOLE, type Factor, type Rules } from "./types.ts";

/** The score is the upper part of the key of order; more bits would reach into the draw's. */
const HIGHEST_SCORE = 2n ** 64n - 1n;

/**
 * What is wrong with the factors of a score: a weight or cap of zero, a unit without length, brackets that do not ascend or do not reach the
 * cap, a highest score that does not fit 64 bits.
 *
 * @example factorFaults(rules).map(({ code }) => code); // ["Rules_Total"]
 */
export function factorFaults(rules: Rules): InputError[] {
  const { factors } = rules;
  const total = factors.reduce((sum, { cap, weight }) => sum + cap * weight, 0n) / WHOLE;
  return [
    ...countFault(RULE_LIST.factors, factors.length, 1, MOST_RULES.factors),
    ...factors.flatMap((factor, index) => [
      ...(isSound(factor, rules.attributes.length) ? [] : [new InputError("Rules_Factor", { factor: BigInt(index) })]),
      ...countFault(RULE_LIST.conditions, factor.when.length, 0, MOST_RULES.conditions),
      ...conditionFaults(RULE_LIST.factors, index, factor.when, rules),
      ...bracketFaults(factor, index),
    ]),
    ...(total > HIGHEST_SCORE ? [new InputError("Rules_Total", { total, most: HIGHEST_SCORE })] : []),
  ];
}

function isSound(factor: Factor, attributes: number): boolean {
  const { kind, attribute, weight, above, unit, points, cap, brackets } = factor;
  if (weight <= 0n || weight > WHOLE || cap <= 0n || attribute >= attributes) return false;
  if (kind === KIND.perUnit) return unit > 0n && points > 0n && points <= cap && brackets.length === 0;
  const hasUnits = [above, unit, points].some((word) => word !== 0n);
  return !hasUnits && (kind === KIND.brackets || (attribute === 0n && brackets.length === 0));
}

function bracketFaults({ kind, brackets, cap }: Factor, index: number): InputError[] {
  if (kind !== KIND.brackets) return [];
  const factor = BigInt(index);
  const unordered = brackets.flatMap(({ from }, position) => {
    const before = brackets[position - 1];
    return before && before.from >= from
      ? [new InputError("Rules_Bracket", { factor, bracket: BigInt(position) })]
      : [];
  });
  const highest = brackets.reduce((most, { points }) => (points > most ? points : most), 0n);
  return [
    ...countFault(RULE_LIST.brackets, brackets.length, 1, MOST_RULES.brackets),
    ...unordered,
    ...(highest === cap ? [] : [new InputError("Rules_Factor", { factor })]),
  ];
}
