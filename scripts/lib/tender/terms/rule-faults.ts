import { InputError } from "../../input/input-error.ts";
import { WHOLE } from "../../procurement/law.ts";
import { CRITERION } from "../evaluation/rules.ts";
import { TENDER_LAW } from "./law.ts";
import type { Rated, TenderTerms } from "./types.ts";

const SERVICES = 1n;
const FIGURES = 4n;
const FIELD = "rules.criteria";

const isScaled = (kind: bigint): boolean => kind === CRITERION.declared || kind === CRITERION.social;

const weightOf = (criteria: readonly Rated[], ...kinds: readonly bigint[]): bigint =>
  criteria.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { weight }) => sum + weight, 0n);

/**
 * What is wrong with the rules of an award: weights that are not the whole, the price not exactly once or alone for services, preferences that
 * outweigh what is bought, a local preference in a large tender, a tie-break with gaps. Source: Ley 19.886 art. 6 and 61.
 *
 * @param threshold 1,000 UTM in smallest units
 * @example ruleFaults(terms, threshold)[0]?.code; // "Terms_Weights"
 */
export function ruleFaults({ rules, call }: TenderTerms, threshold: bigint): InputError[] {
  const { criteria, tieBreak, minTechnicalBps, abnormallyLow } = rules;
  const faults = criterionFaults(criteria, rules.region);
  const used = criteria.filter(({ kind }) => kind !== CRITERION.none);
  const sum = used.reduce((total, { weight }) => total + weight, 0n);
  if (sum !== WHOLE) faults.push(new InputError("Terms_Weights", { sum, expected: WHOLE }, { field: FIELD }));
  const prices = used.filter(({ kind }) => kind === CRITERION.price);
  const price = weightOf(used, CRITERION.price);
  if (prices.length !== 1 || (price === sum && call.category === SERVICES)) {
    faults.push(new InputError("Terms_PriceOnly", { weight: price }, { field: FIELD }));
  }
  const preference = weightOf(used, CRITERION.social, CRITERION.local, CRITERION.smallFirm);
  if (preference * 2n >= sum) {
    faults.push(new InputError("Terms_Preference", { preference, most: sum / 2n - 1n }, { field: FIELD }));
  }
  const below = threshold / TENDER_LAW.localFraction;
  const local = criteria.findIndex(({ kind }) => kind === CRITERION.local);
  if (local >= 0 && weightOf(used, CRITERION.local) !== 0n && call.budget >= below) {
    const params = { budget: call.budget, below };
    faults.push(new InputError("Terms_LocalPreference", params, { field: `${FIELD}[${local}]` }));
  }
  if (minTechnicalBps > WHOLE) {
    const params = { given: minTechnicalBps, most: WHOLE };
    faults.push(new InputError("Terms_Minimum", params, { field: "rules.minTechnicalBps" }));
  }
  if (abnormallyLow > call.budget) {
    const params = { budget: abnormallyLow, most: call.budget };
    faults.push(new InputError("Terms_Budget", params, { field: "rules.abnormallyLow" }));
  }
  tieBreak.forEach((rule, index) => {
    const before = tieBreak.slice(0, index);
    if (rule === 0n || !(before.includes(rule) || before.includes(0n))) return;
    faults.push(new InputError("Terms_TieBreak", { index: BigInt(index) }, { field: `rules.tieBreak[${index}]` }));
  });
  return faults;
}

/** Each criterion weighs something; declared ones have a scale and a figure, local ones a region; empty ones come last. */
function criterionFaults(criteria: readonly Rated[], region: bigint): InputError[] {
  const firstEmpty = criteria.findIndex(({ kind }) => kind === CRITERION.none);
  return criteria.flatMap(({ kind, weight, field, zeroAt, fullAt }, index) => {
    const isEmpty = kind === CRITERION.none;
    const isAfterEmpty = !isEmpty && firstEmpty >= 0 && index > firstEmpty;
    const hasItsScale = (): boolean => !isScaled(kind) || zeroAt !== fullAt;
    const hasItsRegion = (): boolean => kind !== CRITERION.local || region !== 0n;
    const isSound = isEmpty
      ? weight === 0n
      : !isAfterEmpty && weight !== 0n && field < FIGURES && hasItsScale() && hasItsRegion();
    return isSound
      ? []
      : [new InputError("Terms_Criterion", { index: BigInt(index) }, { field: `${FIELD}[${index}]` })];
  });
}
