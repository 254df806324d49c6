/** A criterion and its weight (`Tender.Rated`). */
export interface Rated {
  /** As `CRITERION` numbers them. */
  readonly kind: bigint;
  /** Basis points; all weights together are 10,000. */
  readonly weight: bigint;
  /** Declared and social: which of the four declared figures, from 0. */
  readonly field: bigint;
  /** Declared and social: the figure that earns nothing. */
  readonly zeroAt: bigint;
  /** Declared and social: the figure that earns all. */
  readonly fullAt: bigint;
}

/** What is bought, by whom and how (`Tender.Call`); amounts in smallest units, times in seconds. */
export interface Call {
  readonly ocid: string;
  readonly document: string;
  readonly lineId: bigint;
  readonly token: string;
  readonly buyer: bigint;
  readonly category: bigint;
  readonly budget: bigint;
  readonly bidBond: bigint;
  readonly maxEnquiries: bigint;
  readonly answerExtension: bigint;
  readonly timeLocked: boolean;
  readonly technicalRound: bigint;
  readonly priceRound: bigint;
}

/** The stages of a tender (`Tender.Timetable`), unix seconds. */
export interface Timetable {
  readonly enquiriesUntil: bigint;
  readonly answersUntil: bigint;
  readonly closesAt: bigint;
  readonly technicalFrom: bigint;
  readonly technicalBy: bigint;
  readonly scoresBy: bigint;
  readonly substitutesBy: bigint;
  readonly pricesFrom: bigint;
  readonly pricesBy: bigint;
  readonly validUntil: bigint;
}

/** The rules of the award (`Tender.Rules`); always four tie-breaks and eight criteria, the unused ones empty. */
export interface Rules {
  readonly minTechnicalBps: bigint;
  readonly abnormallyLow: bigint;
  readonly region: bigint;
  readonly tieBreak: [bigint, bigint, bigint, bigint];
  readonly criteria: [Rated, Rated, Rated, Rated, Rated, Rated, Rated, Rated];
}

/** Accounts of a panel, the unused seats at the end zero. */
export type Seats = [string, string, string, string, string, string, string];

/** The evaluation committee (`Tender.Panel`); always seven seats each, the unused ones zero. */
export interface Panel {
  readonly quorum: bigint;
  readonly evaluators: Seats;
  readonly substitutes: Seats;
}

/** Complaints, standstill and signature (`Tender.Procedure`), seconds. */
export interface Procedure {
  readonly reviewer: string;
  readonly grounds: bigint;
  readonly complaintWindow: bigint;
  readonly reviewWindow: bigint;
  readonly suspensionCap: bigint;
  readonly standstill: bigint;
  readonly signatureWindow: bigint;
}

/** The contract to come (`Tender.Contract`): parts of the price in basis points, times in seconds from the signature. */
export interface ContractTerms {
  readonly document: string;
  readonly taxBps: bigint;
  readonly advanceBps: bigint;
  readonly advanceBonded: boolean;
  readonly retentionBps: bigint;
  readonly retentionCapBps: bigint;
  readonly inspector: string;
  readonly substitute: string;
  readonly bondExemption: bigint;
  readonly performanceBps: bigint;
  readonly raisedBps: bigint;
  readonly duration: bigint;
  readonly bondTail: bigint;
  readonly warranty: bigint;
  readonly fineBpsPerDay: bigint;
  readonly fineCapBps: bigint;
  readonly defaultBps: bigint;
  readonly defenceWindow: bigint;
  readonly decisionWindow: bigint;
  readonly appealWindow: bigint;
  readonly reviewWindow: bigint;
  readonly settlementWindow: bigint;
  readonly rulingWindow: bigint;
  readonly certificateWindow: bigint;
  readonly arbiter: string;
  readonly fallbackArbiter: string;
  readonly reviewer: string;
  readonly certifiers: [string, string, string];
}

/** One milestone of the contract to come (`Tender.Share`): a part of the price, seconds from the signature. */
export interface Share {
  readonly bps: bigint;
  readonly notBefore: bigint;
  readonly dueAfter: bigint;
  readonly certificates: bigint;
}

/** Everything that a tender publishes (`Tender.Terms`), as the contracts take it. */
export interface TenderTerms {
  readonly call: Call;
  readonly timetable: Timetable;
  readonly rules: Rules;
  readonly panel: Panel;
  readonly procedure: Procedure;
  readonly contractTerms: ContractTerms;
  readonly schedule: Share[];
}

/** Most criteria, tie-breaks and seats of one kind. */
export const MOST = { criteria: 8, tieBreaks: 4, seats: 7 } as const;
