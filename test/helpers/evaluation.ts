import { ZeroAddress, id as digestOf } from "ethers";

import { CRITERION } from "../../scripts/lib/tender/evaluation/rules.ts";
import { EvaluationPanel__factory, MockEvaluationBook__factory } from "../../typechain-types/index.js";
import { DAY } from "./agreement.ts";
import type { Connection, Signer } from "./suite.ts";

export const ID = digestOf("tender");
/** Bidders whose envelopes are opened; the next number filed a bid that nobody opened. */
export const BIDDERS = [11n, 12n, 13n] as const;
export const UNOPENED = 14n;

/** Rules with all kinds of criteria; the technical ones are the second and the third. */
export const RULES = {
  minTechnicalBps: 6_000n,
  abnormallyLow: 0n,
  region: 9n,
  tieBreak: [1n, 2n, 0n, 0n] as [bigint, bigint, bigint, bigint],
  criteria: [
    rated(CRITERION.price, 4_000n),
    rated(CRITERION.technical, 3_000n),
    rated(CRITERION.technical, 1_500n),
    rated(CRITERION.declared, 500n, 1n, 90n, 30n),
    rated(CRITERION.social, 300n, 2n, 0n, 100n),
    rated(CRITERION.local, 400n),
    rated(CRITERION.smallFirm, 300n),
    rated(CRITERION.none, 0n),
  ],
};

/** Rules by which no criterion is technical, so that the quorum is 0. */
export const PLAIN_RULES = {
  ...RULES,
  minTechnicalBps: 0n,
  criteria: [
    rated(CRITERION.price, 8_000n),
    rated(CRITERION.local, 2_000n),
    ...Array<Rated>(6).fill(rated(CRITERION.none, 0n)),
  ],
};

export type Rules = typeof RULES;
type Rated = ReturnType<typeof rated>;
export type Sheet = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

export function rated(kind: bigint, weight: bigint, field = 0n, zeroAt = 0n, fullAt = 0n) {
  return { kind, weight, field, zeroAt, fullAt };
}

/** Scores of the two technical criteria of `RULES`. */
export const sheet = (first: bigint, second: bigint): Sheet => [0n, first, second, 0n, 0n, 0n, 0n, 0n];

/** Seven places of which the first are taken. */
export const places = (accounts: readonly string[]): string[] => [
  ...accounts,
  ...Array<string>(7 - accounts.length).fill(ZeroAddress),
];

/** Times of a tender whose technical opening begins in a day. */
export const timesFrom = (now: bigint) => ({
  enquiriesUntil: now - 4n * DAY,
  answersUntil: now - 3n * DAY,
  closesAt: now - DAY,
  technicalFrom: now + DAY,
  technicalBy: now + 2n * DAY,
  scoresBy: now + 5n * DAY,
  substitutesBy: now + 7n * DAY,
  pricesFrom: now + 8n * DAY,
  pricesBy: now + 9n * DAY,
  validUntil: now + 60n * DAY,
});

/** What a book copied of a bid: figures 10, 45, 50 and 0, a small firm of region 9. */
export const entryOf = (size = 2n, region = 9n) => ({
  bid: { declared: 10n | (45n << 32n) | (50n << 64n), group: 0n, flags: 3n, size, region },
  offer: { price: 0n, technical: 0n, attributes: 0n, filedAt: 1n, flags: 0n },
});

export interface PanelOptions {
  quorum?: bigint;
  rules?: Rules;
  evaluators?: number;
  substitutes?: number;
  bidders?: readonly bigint[];
}

/** A panel of three with two substitutes and a quorum of two over a small book in which the technical opening is about to begin. */
export async function publishedPanel({ ethers, networkHelpers }: Connection, options: PanelOptions = {}) {
  const { quorum = 2n, rules = RULES, bidders = BIDDERS } = options;
  const [deployer, stranger, ...officials] = (await ethers.getSigners()) as [Signer, Signer, ...Signer[]];
  const evaluators = officials.slice(0, options.evaluators ?? 3);
  const substitutes = officials.slice(7, 7 + (options.substitutes ?? 2));
  const book = await new MockEvaluationBook__factory(deployer).deploy();
  const panel = await new EvaluationPanel__factory(deployer).deploy(book);
  const named = {
    quorum,
    evaluators: places(evaluators.map(({ address }) => address)) as Places,
    substitutes: places(substitutes.map(({ address }) => address)) as Places,
  };
  const times = timesFrom(BigInt(await networkHelpers.time.latest()));
  await book.publish(ID, rules, named, times);
  for (const bidder of [...bidders, UNOPENED]) await book.file(ID, bidder, entryOf());
  await book.open(ID, [...bidders]);
  return { book, panel, named, rules, times, evaluators, substitutes, stranger, bidders };
}

type Places = [string, string, string, string, string, string, string];
export type PanelState = Awaited<ReturnType<typeof publishedPanel>>;

/** Has an official give every opened bid the same two scores. */
export function scoreAll({ panel, named, rules, bidders }: PanelState, by: Signer, first = 7_000n, second = 7_000n) {
  const sheets = bidders.map(() => sheet(first, second));
  return panel.connect(by).score(ID, named, rules, [...bidders], sheets);
}
