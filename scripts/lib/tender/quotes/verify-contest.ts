import { contractId } from "../../procurement/deed.ts";
import { draftOf, leastPrice } from "../terms/draft-of.ts";
import { check, type Check } from "../verify/verification.ts";
import { quoteCommitment, type QuotePlace } from "./commitment.ts";
import { MINIMUM_GROUPS, OUTCOME, type ContestQuote, type ContestRecord } from "./contest-record.ts";
import { rankQuotes, type PriceLimits, type RankedQuote } from "./ranking.ts";

/** What the chain says beside the events. */
export interface ContestViews {
  readonly admissible: bigint;
  readonly closesAt: bigint;
  readonly opensBy: bigint;
  readonly budget: bigint;
  /** What the rule chooses now. */
  readonly cheapest: { readonly supplier: bigint; readonly price: bigint };
  /** What a quote of a competition counts for at most, by supplier. */
  readonly bounds: ReadonlyMap<bigint, bigint>;
  readonly place: Pick<QuotePlace, "chainId" | "book">;
  /** Unix seconds. */
  readonly now: bigint;
}

/** A contest worked out again. */
export interface ContestVerification {
  readonly id: string;
  readonly checks: readonly Check[];
  /** Groups that count, cheapest first, before anyone was passed over. */
  readonly ranking: readonly RankedQuote[];
}

/**
 * Works out a contest again: which quotes count, which is the cheapest, and whether each choice was it or says why not.
 *
 * @example verifyContest(contest, views).checks.every(({ isEqual }) => isEqual);
 */
export function verifyContest(contest: ContestRecord, views: ContestViews): ContestVerification {
  const limits: PriceLimits = { budget: contest.budget, leastPrice: leastPrice(contest.contract.schedule) };
  const quotes = contest.quotes.map(({ supplier, filing, opening }) =>
    opening === null
      ? { supplier, group: filing.group }
      : { supplier, group: filing.group, price: opening.price, salt: opening.salt },
  );
  const ranking = rankQuotes(quotes, limits);
  const { closesAt, opensBy } = contest.timetable;
  const kept = `${views.closesAt} ${views.opensBy} ${views.budget}`;
  const checks = [
    check(null, "check-contest-terms", {}, `${closesAt} ${opensBy} ${contest.budget}`, kept),
    ...contest.quotes.flatMap((quote) => quoteChecks(contest, quote, limits, views)),
    check(null, "check-groups", {}, BigInt(ranking.length), views.admissible),
    ...choiceChecks(contest, ranking),
    ...standingChecks(contest, ranking, views),
    ...endingChecks(contest, ranking),
  ];
  return { id: contest.id, ranking, checks };
}

function quoteChecks(
  { id, timetable }: ContestRecord,
  { supplier, filing, opening }: ContestQuote,
  { budget, leastPrice: least }: PriceLimits,
  { bounds, place }: ContestViews,
): Check[] {
  if (opening === null) return [];
  const { price, salt, time, admissible } = opening;
  const bound = bounds.get(supplier);
  const commitment = quoteCommitment({ ...place, record: id, supplier }, price, salt);
  const isCapped = bound !== undefined && price === bound && commitment !== filing.commitment;
  const inTime = time > timetable.closesAt && time <= timetable.opensBy;
  return [
    // An offer above its supplier's list counts as the list; what it was is then in its envelope alone.
    ...(isCapped ? [] : [check(supplier, "check-quote-commitment", {}, commitment, filing.commitment)]),
    ...(bound === undefined ? [] : [check(supplier, "check-quote-bound", {}, price <= bound, true)]),
    check(supplier, "check-quote-time", {}, inTime, true),
    check(supplier, "check-quote-admissible", {}, price > 0n && price >= least && price <= budget, admissible),
  ];
}

/** The ranking when a choice was made: without the groups passed over before. */
function rankingBefore(contest: ContestRecord, ranking: readonly RankedQuote[], order: number): RankedQuote[] {
  const gone = contest.passedOver.filter((each) => each.order < order).map(({ supplier }) => supplier);
  return ranking.filter(({ supplier }) => !gone.includes(supplier));
}

function choiceChecks(contest: ContestRecord, ranking: readonly RankedQuote[]): Check[] {
  return contest.choices.flatMap((choice, index) => {
    const { supplier, price, isCheapest, justification, time, order } = choice;
    const round = index + 1;
    const left = rankingBefore(contest, ranking, order);
    const counts = left.some((each) => each.supplier === supplier && each.price === price);
    const isJustified = isCheapest || (BigInt(justification.digest) !== 0n && justification.pointer !== "");
    const inTime = time > contest.timetable.opensBy && time <= contest.timetable.validUntil;
    return [
      check(supplier, "check-choice-ranked", { round }, counts, true),
      check(supplier, "check-choice-cheapest", { round }, left[0]?.supplier === supplier, isCheapest),
      check(supplier, "check-choice-justified", { round }, isJustified, true),
      check(supplier, "check-choice-time", { round }, inTime, true),
    ];
  });
}

function standingChecks(contest: ContestRecord, ranking: readonly RankedQuote[], views: ContestViews): Check[] {
  if (views.now <= contest.timetable.opensBy) return [];
  const left = rankingBefore(contest, ranking, Number.MAX_SAFE_INTEGER);
  const [first] = left;
  const shown = `${first?.supplier ?? 0n} ${first?.price ?? 0n}`;
  const { supplier, price } = views.cheapest;
  return [check(null, "check-cheapest", {}, shown, `${supplier} ${price}`)];
}

function endingChecks(contest: ContestRecord, ranking: readonly RankedQuote[]): Check[] {
  const { ending, timetable, contract } = contest;
  if (ending === null) return [];
  const { outcome, time, reason } = ending;
  const chosen = contest.choices.at(-1);
  if (ending.contract) {
    const { supplier, price, id } = ending.contract;
    const { deed } = draftOf(contract, { supplier, price, isAbnormallyLow: false, signedAt: time });
    const isChosen = chosen?.supplier === supplier && chosen.price === price && time <= chosen.acceptBy;
    return [
      check(supplier, "check-contest-ending", {}, isChosen, true),
      check(supplier, "check-contest-contract", {}, contractId(deed.terms), id),
    ];
  }
  const minimum = contest.subject === null ? MINIMUM_GROUPS.request : MINIMUM_GROUPS.competition;
  const left = rankingBefore(contest, ranking, ending.order);
  const none = BigInt(ranking.length) < minimum || left.length === 0;
  const isRight =
    outcome === OUTCOME.cancelled
      ? time <= timetable.closesAt && BigInt(reason) !== 0n
      : outcome === OUTCOME.unsuccessful
        ? time > timetable.opensBy && none
        : outcome === OUTCOME.lapsed && time > timetable.validUntil && !none;
  return [check(null, "check-contest-ending", {}, isRight, true)];
}
