import { InputError } from "../../input/input-error.ts";
import { SCALE, TEST, type Condition, type Rules } from "./types.ts";

/** Highest option of a set of 256 bits. */
const LAST_OPTION = 255n;

/**
 * The fault of a list that is too short or too long, if it is.
 *
 * @param list a value of `RULE_LIST`
 * @example countFault(RULE_LIST.factors, 0, 1, 64)[0]?.code; // "Rules_Count"
 */
export function countFault(list: bigint, given: number, least: number, most: number): InputError[] {
  return given >= least && given <= most ? [] : [new InputError("Rules_Count", { list, given, least, most })];
}

/**
 * The conditions of a rule that name no attribute, can never hold or carry data that their kind does not use.
 *
 * @param list a value of `RULE_LIST`
 * @param index of the rule in it
 * @example conditionFaults(RULE_LIST.factors, 0, factor.when, rules);
 */
export function conditionFaults(
  list: bigint,
  index: number,
  conditions: readonly Condition[],
  rules: Rules,
): InputError[] {
  return conditions.flatMap((condition, position) =>
    isSound(condition, rules)
      ? []
      : [new InputError("Rules_Condition", { list, index: BigInt(index), condition: BigInt(position) })],
  );
}

function isSound(condition: Condition, { attributes }: Rules): boolean {
  const attribute = attributes[Number(condition.attribute)];
  if (!attribute || !attributes[Number(condition.other)]) return false;
  const { test, least, most, slope, other, beyond, set } = condition;
  const unused =
    test === TEST.range ? [set, ...(slope === 0n ? [other, beyond] : [])] : [least, most, slope, other, beyond];
  if (unused.some((word) => word !== 0n)) return false;
  if (test === TEST.range) return least <= most;
  return set !== 0n && attribute.whole && attribute.least >= 0n && attribute.most <= LAST_OPTION * SCALE;
}
