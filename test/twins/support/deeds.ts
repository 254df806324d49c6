import fc from "fast-check";

import { type Annex, type Deed, type MilestoneTerms, type Terms } from "../../../scripts/lib/procurement/agreement.ts";
import { DAY, shareUp } from "../../../scripts/lib/procurement/law.ts";
import { NOW, windowDays } from "./cases.ts";

/** An account of its own for every office. */
export const account = (number: number): string => `0x${number.toString(16).padStart(40, "0")}`;
const word = (number: number): string => `0x${number.toString(16).padStart(64, "0")}`;

/** What is opened, when, and above or below which threshold. */
export interface Opening {
  readonly deed: Deed;
  readonly schedule: MilestoneTerms[];
  readonly threshold: bigint;
  readonly time: bigint;
}

/** An annex in order; tests override what they are about. */
export const annexWith = (overrides: Partial<Annex> = {}): Annex => ({
  ocid: word(1),
  document: word(2),
  category: 2n,
  bondExemption: 0n,
  netPrice: 0n,
  advanceBond: 0n,
  performanceBond: 0n,
  bondUntil: 0n,
  warranty: 60n * DAY,
  signBy: NOW,
  endsAt: NOW + 365n * DAY,
  fineBpsPerDay: 100n,
  fineCapBps: 3_000n,
  defaultBps: 5_000n,
  defenceWindow: 10n * DAY,
  decisionWindow: 20n * DAY,
  appealWindow: 5n * DAY,
  reviewWindow: 20n * DAY,
  settlementWindow: 5n * DAY,
  rulingWindow: 30n * DAY,
  certificateWindow: 10n * DAY,
  arbiter: account(5),
  fallbackArbiter: account(6),
  reviewer: account(7),
  certifiers: [account(8), account(9), account(0)],
  ...overrides,
});

/** Terms in order, but for the hash of their annex; tests override what they are about. */
export const termsWith = (overrides: Partial<Terms> = {}): Terms => ({
  annex: word(3),
  lineId: 1n,
  token: account(1),
  buyer: 1n,
  supplier: 2n,
  price: 0n,
  advance: 0n,
  retentionBps: 1_000n,
  retentionCapBps: 500n,
  inspector: account(3),
  substitute: account(4),
  ...overrides,
});

const drafts = fc.record({
  amounts: fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 5 }),
  category: fc.constantFrom(0n, 1n, 2n),
  taxed: fc.boolean(),
  isSmall: fc.boolean(),
  advanceShare: fc.bigInt({ min: 0n, max: 10n }),
  bonds: fc.constantFrom("due", "more", "left out"),
  exemption: fc.bigInt({ min: 0n, max: 3n }),
  party: windowDays(30),
  office: windowDays(180),
  certificates: fc.bigInt({ min: 0n, max: 3n }),
});

/** An opening that keeps the law, unless a large contract or works leave out a bond. */
const lawful: fc.Arbitrary<Opening> = drafts.map((draft) => {
  const price = draft.amounts.reduce((sum, item) => sum + item, 0n);
  const netPrice = draft.taxed ? (price * 100n) / 119n : price;
  const advance = (price * draft.advanceShare) / 10n;
  const least = shareUp(netPrice, 500n);
  const performanceBond = { due: least, more: least + 1n, "left out": 0n }[draft.bonds];
  const { category, party, office } = draft;
  const endsAt = NOW + 365n * DAY;
  const annex = annexWith({
    category,
    netPrice,
    bondExemption: category === 2n ? 0n : draft.exemption,
    advanceBond: draft.isSmall && draft.bonds === "left out" ? 0n : advance,
    performanceBond,
    bondUntil: performanceBond === 0n ? 0n : endsAt + (category === 1n ? 60n * DAY : 0n),
    defenceWindow: party,
    certificateWindow: party,
    decisionWindow: office,
    rulingWindow: office,
  });
  const schedule = draft.amounts.map((item, index) => ({
    amount: item,
    notBefore: NOW,
    dueAt: NOW + 30n * DAY * BigInt(index + 1),
    certificates: draft.certificates,
  }));
  const threshold = draft.isSmall ? price + 1n : price;
  return { deed: { terms: termsWith({ price, advance }), annex }, schedule, threshold, time: NOW };
});

type Mutation = (opening: Opening) => Opening;

const inAnnex =
  (field: keyof Annex) =>
  (value: bigint): Mutation =>
  ({ deed, ...rest }) => ({ ...rest, deed: { ...deed, annex: { ...deed.annex, [field]: value } } });
const inTerms =
  (field: keyof Terms) =>
  (value: bigint): Mutation =>
  ({ deed, ...rest }) => ({ ...rest, deed: { ...deed, terms: { ...deed.terms, [field]: value } } });
const inMilestone =
  (field: keyof MilestoneTerms) =>
  (value: bigint): Mutation =>
  ({ schedule, ...rest }) => ({
    ...rest,
    schedule: schedule.map((row, index) => (index === 0 ? { ...row, [field]: value } : row)),
  });

const withWord =
  (field: "ocid" | "document"): Mutation =>
  ({ deed, ...rest }) => ({
    ...rest,
    deed: { ...deed, annex: { ...deed.annex, [field]: word(0) } },
  });

/** The first milestone so many times, where there is one. */
const repeated =
  (length: number): Mutation =>
  ({ schedule, ...rest }) => {
    const first = schedule.slice(0, 1);
    return { ...rest, schedule: first.flatMap((row) => Array.from({ length }, () => row)) };
  };

/** Opened so long after the last day, in seconds. */
const openedAt =
  (after: bigint): Mutation =>
  ({ deed, ...rest }) => {
    const time = deed.annex.endsAt + after;
    return { ...rest, deed: { ...deed, annex: { ...deed.annex, signBy: time } }, time };
  };

/** Values on both sides of each limit. */
const MUTATIONS: Mutation[] = [
  ...[0n, 29n * DAY, 30n * DAY, 30n * DAY + 1n, DAY - 1n, DAY].flatMap((value) =>
    (["defenceWindow", "appealWindow", "settlementWindow", "certificateWindow"] as const).map((name) =>
      inAnnex(name)(value),
    ),
  ),
  ...[DAY - 1n, 180n * DAY, 180n * DAY + 1n].flatMap((value) =>
    (["decisionWindow", "reviewWindow", "rulingWindow"] as const).map((name) => inAnnex(name)(value)),
  ),
  ...[2_999n, 3_000n, 3_001n].map(inAnnex("fineCapBps")),
  ...[0n, 10_000n, 10_001n].flatMap((value) => [
    inAnnex("fineBpsPerDay")(value),
    inTerms("retentionBps")(value),
    inTerms("retentionCapBps")(value),
  ]),
  ...[4_999n, 5_000n, 10_000n, 10_001n].map(inAnnex("defaultBps")),
  ...[3_650n * DAY, 3_650n * DAY + 1n].map(inAnnex("warranty")),
  ...[NOW + 7_300n * DAY, NOW + 7_300n * DAY + 1n, 2n ** 40n - 1n].map(inAnnex("endsAt")),
  ...[NOW + 4_015n * DAY, NOW + 4_015n * DAY + 1n, 2n ** 40n - 1n].map(inAnnex("bondUntil")),
  ...[NOW - 1n, NOW, NOW + 1n].flatMap((value) => [inAnnex("endsAt")(value), inAnnex("signBy")(value)]),
  ...[NOW, NOW + 365n * DAY - 1n, NOW + 425n * DAY - 1n, NOW + 425n * DAY].map(inAnnex("bondUntil")),
  ...[0n, 1n, 3n, 4n].map(inAnnex("bondExemption")),
  ...[0n, 1n, 2n].map(inAnnex("category")),
  ...[0n, 1n, 10n ** 10n].flatMap((value) => [
    inAnnex("netPrice")(value),
    inAnnex("advanceBond")(value),
    inAnnex("performanceBond")(value),
    inTerms("price")(value),
    inTerms("advance")(value),
    inMilestone("amount")(value),
  ]),
  ...[1n, 2n].flatMap((value) => [inTerms("buyer")(value), inTerms("supplier")(value)]),
  ...[3n, 4n, 7n, 8n].map(inMilestone("certificates")),
  ...[NOW, NOW + 366n * DAY].flatMap((value) => [inMilestone("notBefore")(value), inMilestone("dueAt")(value)]),
  ...[-1n, 0n, 1n].map(openedAt),
  withWord("ocid"),
  withWord("document"),
  (opening) => ({ ...opening, schedule: [] }),
  ...[64, 65].map(repeated),
];

/** Openings, most of them off by a little in one or two places. */
export const openings: fc.Arbitrary<Opening> = fc
  .tuple(lawful, fc.array(fc.constantFrom(...MUTATIONS), { maxLength: 2 }))
  .map(([opening, mutations]) => mutations.reduce((changed, mutate) => mutate(changed), opening));
