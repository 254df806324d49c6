/** `Quotes.Status` by its number. */
export const CONTEST_STATUSES = [
  "unknown",
  "quoting",
  "opening",
  "choice",
  "cheapest",
  "acceptance",
  "silent",
  "ending",
  "contracted",
  "unsuccessful",
  "cancelled",
  "lapsed",
] as const;

export type ContestStatus = (typeof CONTEST_STATUSES)[number];

/** `Quotes.Outcome` by its number, as the status that it leads to. */
const OUTCOMES = ["unknown", "contracted", "unsuccessful", "cancelled", "lapsed"] as const;

/** What the status of a contest follows from; times in unix seconds, windows in seconds. */
export interface ContestFacts {
  readonly closesAt: bigint;
  readonly opensBy: bigint;
  readonly validUntil: bigint;
  /** The buyer may choose after this second. */
  readonly choiceFrom: bigint;
  /** 0 where the buyer has no choice. */
  readonly choiceWindow: bigint;
  /** The chosen supplier, 0 while there is none. */
  readonly chosen: bigint;
  readonly acceptBy: bigint;
  /** Groups with an admissible quote that are needed, that there were, and that are left. */
  readonly minimum: bigint;
  readonly admissible: bigint;
  readonly ranked: bigint;
  /** `Quotes.Outcome`, 0 while it runs. */
  readonly outcome: bigint;
}

/**
 * Where a contest of sealed quotes stands; every window includes its last second.
 *
 * @param time unix seconds
 * @throws RangeError for an outcome that does not exist
 * @example contestStatus(facts, facts.closesAt); // "quoting"
 */
export function contestStatus(facts: ContestFacts, time: bigint): ContestStatus {
  if (facts.outcome !== 0n) {
    const ended = OUTCOMES[Number(facts.outcome)];
    if (ended === undefined) throw new RangeError(`outcome ${facts.outcome}`);
    return ended;
  }
  if (facts.closesAt === 0n) return "unknown";
  if (time <= facts.closesAt) return "quoting";
  if (time <= facts.opensBy) return "opening";
  if (facts.chosen !== 0n) return time <= facts.acceptBy ? "acceptance" : "silent";
  const hopeless = facts.admissible < facts.minimum || facts.ranked === 0n;
  if (hopeless || time > facts.validUntil) return "ending";
  if (facts.choiceWindow === 0n || time > facts.choiceFrom + facts.choiceWindow) return "cheapest";
  return "choice";
}
