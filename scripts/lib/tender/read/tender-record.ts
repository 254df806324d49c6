import type { Document } from "../../documents/document.ts";
import type { TechnicalContent } from "../sealed/envelopes.ts";
import type { TenderTerms } from "../terms/types.ts";

/** When and where something happened. */
export interface Happening {
  /** Position among the events of the tender. */
  readonly order: number;
  readonly block: number;
  /** Unix seconds. */
  readonly time: bigint;
  readonly transaction: string;
  /** Account that did it. */
  readonly by: string;
}

/** A version of the terms as it was published. */
export interface PublishedVersion extends Happening {
  readonly version: bigint;
  readonly terms: TenderTerms;
}

/** A question about the terms; `answer` is null while there is none. */
export interface Enquiry extends Happening {
  readonly number: bigint;
  readonly bidder: bigint;
  readonly question: Document;
  answer: Document | null;
}

/** A sealed bid as it was filed; the ciphertexts are `0x` without a time lock. */
export interface Filing extends Happening {
  readonly version: bigint;
  readonly commitment: string;
  readonly technical: string;
  readonly price: string;
}

/** What the registry said at closing. */
export interface Standing extends Happening {
  readonly eligible: boolean;
  readonly group: bigint;
  readonly size: bigint;
  readonly region: bigint;
}

/** An opened technical envelope; the price commitment is null where the call went through another contract. */
export interface TechnicalOpening extends Happening, TechnicalContent {
  readonly pointer: string;
  readonly priceCommitment: string | null;
}

/** An opened price envelope; salt and technical commitment are null where the call went through another contract. */
export interface PriceOpening extends Happening {
  readonly price: bigint;
  readonly admissible: boolean;
  readonly salt: string | null;
  readonly technicalCommitment: string | null;
}

/** What the panel entered for a bid. */
export interface EnteredEvaluation extends Happening {
  readonly technical: bigint;
  readonly attributes: bigint;
  readonly qualified: boolean;
}

/** Why a bid left the ranking. */
export interface Removal extends Happening {
  /** Whether its bidder did not sign; otherwise a ruling excluded it. */
  readonly declined: boolean;
}

/** A bidder's bid and what became of it. */
export interface BidRecord {
  readonly bidder: bigint;
  /** Every filing, the last one last. */
  readonly filings: readonly Filing[];
  readonly withdrawn: boolean;
  readonly standing: Standing | null;
  readonly technical: TechnicalOpening | null;
  readonly evaluation: EnteredEvaluation | null;
  readonly price: PriceOpening | null;
  readonly removal: Removal | null;
  readonly bond: "none" | "returned" | "forfeited";
}

/** Scores that an evaluator gave a bid, by criterion. */
export interface ScoreEvent extends Happening {
  readonly bidder: bigint;
  readonly scores: readonly bigint[];
}

/** A conflict that an official declared under a version of the terms. */
export interface Conflict extends Happening {
  readonly version: bigint;
}

/** An award, as the desk made it. */
export interface AwardEvent extends Happening {
  readonly round: bigint;
  readonly basis: bigint;
  readonly winner: bigint;
  readonly second: bigint;
  readonly third: bigint;
  readonly total: bigint;
  readonly isAbnormallyLow: boolean;
}

/** A complaint against an award. */
export interface Complaint extends Happening {
  readonly bidder: bigint;
  readonly round: bigint;
  readonly reason: Document;
}

/** A ruling of the reviewer, or the lapse of a signature window (`ruling` 0). */
export interface Ruling extends Happening {
  readonly bidder: bigint;
  readonly round: bigint;
  /** As `Award.Ruling` numbers them. */
  readonly ruling: bigint;
  readonly ground: bigint;
  readonly reason: string;
}

/** A joint bid. */
export interface JointRecord extends Happening {
  readonly lead: bigint;
  readonly members: readonly bigint[];
}

/** How a tender ended. */
export interface Ending extends Happening {
  /** As `Tender.Outcome` numbers them. */
  readonly outcome: bigint;
  readonly contractId: string;
  readonly reason: string;
}

/** A tender as its events tell it, each list in the order in which things happened. */
export interface TenderRecord {
  readonly id: string;
  readonly versions: readonly PublishedVersion[];
  readonly enquiries: readonly Enquiry[];
  /** When it was put on record that enquiries stayed unanswered. */
  readonly silence: Happening | null;
  readonly joints: readonly JointRecord[];
  readonly bids: readonly BidRecord[];
  readonly conflicts: readonly Conflict[];
  readonly scores: readonly ScoreEvent[];
  /** Officials that did not score in time, where the panel failed. */
  readonly silent: readonly string[];
  readonly awards: readonly AwardEvent[];
  readonly complaints: readonly Complaint[];
  readonly rulings: readonly Ruling[];
  readonly ending: Ending | null;
  /** When pauses of the publication desk began, unix seconds. */
  readonly pauses: readonly bigint[];
}
