import { InputError } from "../../input/input-error.ts";
import { factorFaults } from "./factor-faults.ts";
import { conditionFaults, countFault } from "./condition-faults.ts";
import { RULE_LIST } from "./names.ts";
import { MOST_RULES, NO_COMMITTEE, WHOLE, type Clause, type Committee, type Rules } from "./types.ts";

/**
 * What is wrong with rules before they are published, in the order in which the contract looks: lists that are empty or too long, attributes
 * without a name of their own, conditions that can never hold, factors without a cap, brackets out of order, a score above 64 bits.
 *
 * @returns nothing for rules that the contract takes; else errors whose first is the contract's
 * @example ruleFaults(rules)[0]?.code; // "Rules_Bracket"
 */
export function ruleFaults(rules: Rules): InputError[] {
  return [
    ...attributeFaults(rules),
    ...clauseFaults(RULE_LIST.requirements, rules.requirements, rules, 1, MOST_RULES.requirements),
    ...factorFaults(rules),
    ...clauseFaults(RULE_LIST.reserves, rules.reserves, rules, 0, MOST_RULES.reserves),
    ...committeeFaults(rules.committee, rules.attributes.length),
  ];
}

function attributeFaults({ attributes }: Rules): InputError[] {
  const names = attributes.map(({ name }) => name);
  return [
    ...countFault(RULE_LIST.attributes, attributes.length, 1, MOST_RULES.attributes),
    ...attributes.flatMap(({ name, least, most }, index) => {
      const isOwn = BigInt(name) !== 0n && names.indexOf(name) === index;
      return isOwn && least < most ? [] : [new InputError("Rules_Attribute", { attribute: BigInt(index) })];
    }),
  ];
}

function clauseFaults(list: bigint, clauses: readonly Clause[], rules: Rules, least: number, most: number) {
  return [
    ...countFault(list, clauses.length, least, most),
    ...clauses.flatMap(({ anyOf }, index) => [
      ...countFault(RULE_LIST.conditions, anyOf.length, 1, MOST_RULES.conditions),
      ...conditionFaults(list, index, anyOf, rules),
    ]),
  ];
}

function committeeFaults(rule: Committee, attributes: number): InputError[] {
  const keys = Object.keys(NO_COMMITTEE) as (keyof Committee)[];
  if (keys.every((key) => rule[key] === 0n)) return [];
  const isSized = rule.fewest >= 2n && rule.most >= rule.fewest;
  const isShared = rule.lowBps > 0n && rule.lowBps <= WHOLE && rule.highBps <= WHOLE;
  const isRule = isSized && isShared && rule.attribute < attributes && rule.low < rule.high;
  return isRule ? [] : [new InputError("Rules_Committee", {})];
}
