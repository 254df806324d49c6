import type { Result } from "ethers";

import type { Rated, Share, TenderTerms } from "./types.ts";

const CALL = [
  ...["ocid", "document", "lineId", "token", "buyer", "category", "budget", "bidBond", "maxEnquiries"],
  ...["answerExtension", "timeLocked", "technicalRound", "priceRound"],
];

/**
 * The terms that a tender published, from the event that tells them.
 *
 * @param terms argument `terms` of a decoded `TenderPublished`
 * @throws TypeError where the result is no such argument
 * @example termsOfEvent(event.args.getValue("terms")).call.budget;
 */
export function termsOfEvent(terms: Result): TenderTerms {
  const part = (name: string): Record<string, unknown> => plain(terms.getValue(name) as Result);
  const rules = terms.getValue("rules") as Result;
  const call = part("call");
  if (!CALL.every((name) => name in call)) throw new TypeError("not the terms of a tender");
  return {
    call,
    timetable: part("timetable"),
    rules: {
      ...plain(rules),
      tieBreak: listOf(rules.getValue("tieBreak")),
      criteria: listOf<Result>(rules.getValue("criteria")).map((rated) => plain(rated) as unknown as Rated),
    },
    panel: part("panel"),
    procedure: part("procedure"),
    ...contractOfEvent(terms),
  } as unknown as TenderTerms;
}

/**
 * The contract to come that an event published: its arguments `contractTerms` and `schedule`.
 *
 * @throws TypeError where the result has no such arguments
 * @example contractOfEvent(event.args).schedule.length;
 */
export function contractOfEvent(args: Result): Pick<TenderTerms, "contractTerms" | "schedule"> {
  const [terms, schedule] = [args.getValue("contractTerms") as Result, args.getValue("schedule") as Result];
  return {
    contractTerms: plain(terms) as unknown as TenderTerms["contractTerms"],
    schedule: listOf<Result>(schedule).map((share) => plain(share) as unknown as Share),
  };
}

/**
 * Named values of a struct; lists of words become arrays.
 *
 * @example plain(event.args.getValue("timetable") as Result).round;
 */
export function plain(result: Result): Record<string, unknown> {
  const entries = Object.entries(result.toObject());
  return Object.fromEntries(entries.map(([name, value]) => [name, isList(value) ? listOf(value) : value]));
}

const isList = (value: unknown): value is Iterable<unknown> => typeof value === "object" && value !== null;

/**
 * A list of an event as an array.
 *
 * @example listOf<bigint>(event.args.getValue("prices"));
 */
export const listOf = <T>(value: unknown): T[] => Array.from(value as Iterable<T>);
