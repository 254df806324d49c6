import { WHOLE } from "../../procurement/law.ts";
import { CRITERION, type RatedCriterion } from "./rules.ts";

/** What a bid is scored on besides the panel's opinion: its figures, and what the registry said at closing. */
export interface BidFacts {
  /** The four declared figures, in the order of the terms. */
  readonly declared: readonly bigint[];
  /** Size of the firm, as the registry numbers it: micro 1, small 2, medium 3, large 4, cooperative 5. */
  readonly size: bigint;
  readonly region: bigint;
}

/** Sizes that count as small firms (empresas de menor tamaño, Ley 20.416; cooperatives too). */
const SMALL: ReadonlySet<bigint> = new Set([1n, 2n, 3n, 5n]);

/**
 * The score of a figure on its published scale: the part of the way from `zeroAt` to `fullAt`, never under nothing nor over the whole.
 * Rounded down. The scale may fall.
 *
 * @returns basis points
 * @example scaleScore(45n, 90n, 30n); // 7_500n
 */
export function scaleScore(figure: bigint, zeroAt: bigint, fullAt: bigint): bigint {
  const [least, most] = zeroAt < fullAt ? [zeroAt, fullAt] : [fullAt, zeroAt];
  const within = figure < least ? least : figure > most ? most : figure;
  return within === zeroAt ? 0n : ((within - zeroAt) * WHOLE) / (fullAt - zeroAt);
}

/**
 * The score of a bid on a criterion that the rule works out; 0 for the price and for technical criteria.
 *
 * @param favoured region of a local supplier (Ley 19.886 art. 61)
 * @returns basis points
 * @example attributeScore(localCriterion, { declared: [], size: 2n, region: 9n }, 9n); // 10_000n
 */
export function attributeScore(rated: RatedCriterion, bid: BidFacts, favoured: bigint): bigint {
  switch (rated.kind) {
    case CRITERION.declared:
    case CRITERION.social:
      return scaleScore(bid.declared[Number(rated.field)] ?? 0n, rated.zeroAt, rated.fullAt);
    case CRITERION.local:
      return bid.region === favoured ? WHOLE : 0n;
    case CRITERION.smallFirm:
      return SMALL.has(bid.size) ? WHOLE : 0n;
    default:
      return 0n;
  }
}
