/** What a criterion measures, in the order of `Tender.Criterion`. */
export const CRITERION = ["none", "price", "technical", "declared", "social", "local", "smallFirm"] as const;
export type Criterion = (typeof CRITERION)[number];

/** What decides between equal totals, in the order of `Tender.TieBreak`. */
export const TIE_BREAK = ["none", "price", "technical", "attributes", "filing"] as const;
export type TieBreak = (typeof TIE_BREAK)[number];

/** The rules that an award reads. */
export interface AwardRules {
  /** Weight of the price, basis points. */
  readonly priceWeight: bigint;
  /** Prices under it are abnormally low (oferta temeraria), token units. */
  readonly abnormallyLow: bigint;
  readonly tieBreak: readonly TieBreak[];
}

/** A bid that reached the minimum technical score, as the award reads it. */
export interface QualifiedBid {
  readonly bidder: bigint;
  /** Business group, as copied at closing. */
  readonly group: bigint;
  /** When it was last filed, unix seconds. */
  readonly filedAt: bigint;
  /** Whether its price envelope was opened. */
  readonly isOpened: boolean;
  /** Whether a ruling excluded it or its bidder did not sign: then it is as if it had never been made. */
  readonly isRemoved: boolean;
  /** Token units, taxes included; 0 while sealed or if inadmissible. */
  readonly price: bigint;
  /** Sum of weight times median, 10,000 * 10,000 at most. */
  readonly technical: bigint;
  /** The same over the attributes. */
  readonly attributes: bigint;
}

/** Why a qualified bid is not in the ranking. */
export type Absence = "removed" | "unopened" | "inadmissible" | "group-unopened" | "group-lower";

/** A bid in the ranking: the one that stands for its group. */
export interface RankedBid extends QualifiedBid {
  /** Score of the price, basis points. */
  readonly pricePoints: bigint;
  /** Sum of weight times score, 10,000 * 10,000 at most. */
  readonly total: bigint;
  readonly isAbnormallyLow: boolean;
}

/** A ranking and how it came about. */
export interface Ranking {
  /** Price that earns the whole price score, token units. */
  readonly basis: bigint;
  /** Best first; empty where no bid is admissible and the tender is unsuccessful. */
  readonly ranked: readonly RankedBid[];
  /** The qualified bids that are not ranked. */
  readonly absent: readonly { readonly bidder: bigint; readonly why: Absence }[];
}
