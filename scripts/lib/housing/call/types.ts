/** Seats of one reserve of one project. */
export interface CallSlot {
  readonly project: bigint;
  readonly reserve: bigint;
  readonly seats: bigint;
  /** Which of the call's subsidies a seat carries, from 0. */
  readonly benefit: bigint;
  /** Whether committees compete here. */
  readonly committees: boolean;
}

/** When what may happen until the seed; unix seconds, windows include their last second. */
export interface CallTimetable {
  readonly opensAt: bigint;
  readonly closesAt: bigint;
  readonly receiptsBy: bigint;
  readonly rootBy: bigint;
  readonly challengeBy: bigint;
  readonly answerBy: bigint;
  readonly correctBy: bigint;
  /** No input changes after it. */
  readonly recheckBy: bigint;
  /** From here on only the second beacon counts. */
  readonly fallbackFrom: bigint;
}

/** The facts from which the status of a call follows; `seedBy` in unix seconds. */
export interface CallFacts {
  readonly seedBy: bigint;
  readonly outcome: "none" | "closed" | "cancelled" | "lapsed";
  readonly anchored: boolean;
  readonly attested: boolean;
  readonly drawn: boolean;
}
