import type { Text } from "../../lang.ts";
import { sentenceInBoth } from "../../messages/render-message.ts";
import { assess } from "./assess.ts";
import type { HousingProgram, RuleSource } from "./program-of-file.ts";
import { SCALE, WHOLE, type Condition } from "./types.ts";
import { showNumber } from "./values.ts";

/** What one rule says about a household: the rule, the values that it looks at, what follows from them. */
export interface ExplainedRule {
  readonly kind: "requirement" | "factor";
  readonly rule: Text;
  readonly source: RuleSource;
  /** The household's values that the rule looks at: attribute and value. */
  readonly values: readonly { readonly attribute: Text; readonly value: Text }[];
  /** A requirement: whether it holds. A factor: whether it gives points. */
  readonly passes: boolean;
  /** Ten-thousandths of a point after the weight; 0 for a requirement. */
  readonly points: bigint;
  /** Whether it holds or what it gives, in words. */
  readonly outcome: Text;
}

/**
 * The explanation of a decision, rule by rule, to which a household has a right (Ley 21.719 art. 8 bis): requirements first, then factors.
 *
 * @param values ten-thousandths, one per attribute
 * @throws InputError `Household_Count`, `Household_Value`
 * @example explainHousehold(ds49, values).find(({ passes }) => !passes)?.rule.es;
 */
export function explainHousehold(program: HousingProgram, values: readonly bigint[]): ExplainedRule[] {
  const { rules } = program;
  const { requirements, points } = assess(rules, values);
  const valuesAt = (positions: readonly bigint[]) =>
    [...new Set(positions)].flatMap((position) => {
      const attribute = program.attributes[Number(position)];
      return attribute ? [{ attribute: attribute.text, value: shown(attribute, values[Number(position)] ?? 0n) }] : [];
    });
  return [
    ...program.requirements.map(({ text, source }, index): ExplainedRule => {
      const passes = requirements[index] ?? false;
      const outcome = sentenceInBoth(passes ? "housing-rule-met" : "housing-rule-unmet", {});
      const looked = valuesAt(positionsOf(rules.requirements[index]?.anyOf ?? []));
      return { kind: "requirement", rule: text, source, values: looked, passes, points: 0n, outcome };
    }),
    ...program.factors.map(({ text, source }, index): ExplainedRule => {
      const factor = rules.factors[index];
      const earned = ((points[index] ?? 0n) * (factor?.weight ?? 0n)) / WHOLE;
      const own = factor && (factor.unit !== 0n || factor.brackets.length > 0) ? [factor.attribute] : [];
      const looked = valuesAt([...own, ...positionsOf(factor?.when ?? [])]);
      const outcome = sentenceInBoth("housing-rule-points", { points: showNumber(earned) });
      return { kind: "factor", rule: text, source, values: looked, passes: earned > 0n, points: earned, outcome };
    }),
  ];
}

const positionsOf = (conditions: readonly Condition[]): bigint[] =>
  conditions.flatMap(({ attribute, slope, other }) => (slope === 0n ? [attribute] : [attribute, other]));

function shown({ unit, options }: HousingProgram["attributes"][number], value: bigint): Text {
  const option = options?.[Number(value / SCALE)];
  if (option !== undefined) return { es: option, en: option };
  const { es, en } = showNumber(value);
  return { es: `${es} ${unit ?? ""}`.trim(), en: `${en} ${unit ?? ""}`.trim() };
}
