import { expect } from "chai";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import type { MilestoneTerms } from "../helpers/agreement.ts";
import { at, latest, ZERO_HASH } from "../helpers/court.ts";
import { draftContract, fundedLine, THRESHOLD } from "../helpers/suite.ts";
import type { Connection } from "../helpers/suite.ts";
import { awardingContract, openChanged } from "../helpers/tender.ts";
import type { TermsChange } from "../helpers/tender.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

/** Three milestones of 30 million: 90 million, above the threshold of 70 million, with the bond that the law asks. */
async function large() {
  const fixture = await fundedLine(connection);
  const tender = await awardingContract(connection, fixture);
  const amounts = [30_000_000n, 30_000_000n, 30_000_000n];
  const draft = await draftContract(fixture, { amounts, annex: { performanceBond: 4_500_000n } });
  return { ...fixture, tender, ...draft };
}

/** A peso below the threshold, without bonds. */
async function small() {
  const fixture = await fundedLine(connection);
  const tender = await awardingContract(connection, fixture);
  return { ...fixture, tender, ...(await draftContract(fixture, { amounts: [THRESHOLD - 1n] })) };
}

/** The first milestone changed. */
const first = (overrides: Partial<MilestoneTerms>) => (rows: MilestoneTerms[]) =>
  rows.map((row, index) => (index === 0 ? { ...row, ...overrides } : row));

const DAYS_30 = 30n * DAY;
const DAYS_180 = 180n * DAY;
const TERM = 20n * 365n * DAY;
const TAIL = 10n * 365n * DAY;
const WHOLE = 10_000n;

const refused: [what: string, change: TermsChange, error: string, args: unknown[]][] = [
  ["without the text of the contract", { annex: { document: ZERO_HASH } }, "Terms_NoDocument", []],
  ["without a process id", { annex: { ocid: ZERO_HASH } }, "Terms_NoDocument", []],
  [
    "with a net price above the price",
    { annex: { netPrice: 90_000_001n } },
    "Terms_NetPrice",
    [90_000_001n, 75_630_252n, 90_000_000n],
  ],
  [
    "with a net price that no tax explains, which would shrink the guarantee",
    { annex: { netPrice: 75_630_251n } },
    "Terms_NetPrice",
    [75_630_251n, 75_630_252n, 90_000_000n],
  ],
  [
    "with more than the whole retained",
    { terms: { retentionBps: 10_001n } },
    "Terms_BasisPoints",
    [10_001n, 0n, WHOLE],
  ],
  [
    "with a retention cap above the price",
    { terms: { retentionCapBps: 10_001n } },
    "Terms_BasisPoints",
    [10_001n, 0n, WHOLE],
  ],
  ["with an advance above the price", { terms: { advance: 90_000_001n } }, "Terms_Advance", [90_000_001n, 90_000_000n]],
  [
    "with an advance that a bond covers in part",
    { terms: { advance: 10n }, annex: { advanceBond: 9n } },
    "Terms_AdvanceBond",
    [9n, 10n],
  ],
  ["with an advance bond without an advance", { annex: { advanceBond: 1n } }, "Terms_AdvanceBond", [1n, 0n]],
  ["with an advance without a bond", { terms: { advance: 10n } }, "Terms_AdvanceBond", [0n, 10n]],
  ["of works that claim an exemption", { annex: { bondExemption: 1n } }, "Terms_BondExemption", [1n, 2n]],
  ["with a fourth exemption", { annex: { bondExemption: 4n, category: 0n } }, "Terms_BondExemption", [4n, 0n]],
  [
    "with a peso less than 5 % of bond",
    { annex: { performanceBond: 4_499_999n } },
    "Terms_PerformanceBond",
    [4_499_999n, 4_500_000n],
  ],
  ["without a bond", { annex: { performanceBond: 0n } }, "Terms_PerformanceBond", [0n, 4_500_000n]],
  ["with fines above 30 %", { annex: { fineCapBps: 3_001n } }, "Terms_BasisPoints", [3_001n, 0n, 3_000n]],
  [
    "with a daily fine above the whole",
    { annex: { fineBpsPerDay: 10_001n } },
    "Terms_BasisPoints",
    [10_001n, 0n, WHOLE],
  ],
  ["with a default below half", { annex: { defaultBps: 4_999n } }, "Terms_BasisPoints", [4_999n, 5_000n, WHOLE]],
  ["with a default above the whole", { annex: { defaultBps: 10_001n } }, "Terms_BasisPoints", [10_001n, 5_000n, WHOLE]],
  ...(["defenceWindow", "appealWindow", "settlementWindow", "certificateWindow"] as const).flatMap(
    (name): [string, TermsChange, string, unknown[]][] => [
      [`with a ${name} below a day`, { annex: { [name]: DAY - 1n } }, "Terms_Window", [DAY - 1n, DAY, DAYS_30]],
      [
        `with a ${name} above 30 days`,
        { annex: { [name]: DAYS_30 + 1n } },
        "Terms_Window",
        [DAYS_30 + 1n, DAY, DAYS_30],
      ],
    ],
  ),
  ...(["decisionWindow", "reviewWindow", "rulingWindow"] as const).flatMap(
    (name): [string, TermsChange, string, unknown[]][] => [
      [`with a ${name} below a day`, { annex: { [name]: DAY - 1n } }, "Terms_Window", [DAY - 1n, DAY, DAYS_180]],
      [
        `with a ${name} above 180 days`,
        { annex: { [name]: DAYS_180 + 1n } },
        "Terms_Window",
        [DAYS_180 + 1n, DAY, DAYS_180],
      ],
    ],
  ),
  ["with a warranty above ten years", { annex: { warranty: TAIL + 1n } }, "Terms_Window", [TAIL + 1n, 0n, TAIL]],
  ["without milestones", { schedule: () => [] }, "Terms_MilestoneCount", [0n, 64n]],
  [
    "with 65 milestones",
    { schedule: ([row]) => Array.from({ length: 65 }, () => row!) },
    "Terms_MilestoneCount",
    [65n, 64n],
  ],
  ["with a milestone of nothing", { schedule: first({ amount: 0n }) }, "Terms_Milestone", [0n]],
  [
    "with a milestone due before it may be delivered",
    { schedule: first({ notBefore: 3_000_000_000n }) },
    "Terms_Milestone",
    [0n],
  ],
  ["with a milestone due after the end", { schedule: first({ dueAt: 3_000_000_000n }) }, "Terms_Milestone", [0n]],
  ["with an unknown kind of certificate", { schedule: first({ certificates: 8n }) }, "Terms_Milestone", [0n]],
  [
    "whose milestones are a peso short",
    { schedule: first({ amount: 29_999_999n }) },
    "Terms_SumMismatch",
    [89_999_999n, 90_000_000n],
  ],
  [
    "whose milestones are a peso too many",
    { schedule: first({ amount: 30_000_001n }) },
    "Terms_SumMismatch",
    [90_000_001n, 90_000_000n],
  ],
  ["with a certificate that no office grants", { schedule: first({ certificates: 4n }) }, "Terms_Certifier", [2n]],
];

describe("OpeningDesk.open, the limits of the law", () => {
  for (const [what, change, error, args] of refused) {
    it(`refuses terms ${what}`, async () => {
      const state = await networkHelpers.loadFixture(large);
      await expect(openChanged(state, change))
        .to.be.revertedWithCustomError(state.opening, error)
        .withArgs(...args);
    });
  }

  it("refuses a supplier that is the buyer", async () => {
    const state = await networkHelpers.loadFixture(large);
    // the accounts are compared first
    await expect(openChanged(state, { terms: { supplier: state.buyerId } }))
      .to.be.revertedWithCustomError(state.opening, "Terms_SameAccount")
      .withArgs(state.buyer);
  });

  it("refuses a price that the record of payments cannot hold", async () => {
    const state = await networkHelpers.loadFixture(large);
    const price = 2n ** 112n;
    const change = {
      annex: { netPrice: price, performanceBond: price },
      terms: { price },
      schedule: (rows: MilestoneTerms[]) => [{ ...rows[0]!, amount: price }],
    };
    await expect(openChanged(state, change))
      .to.be.revertedWithCustomError(state.escrow, "SafeCastOverflowedUintDowncast")
      .withArgs(112, price);
  });

  it("opens what is exactly at the limits", async () => {
    const state = await networkHelpers.loadFixture(large);
    const change: TermsChange = {
      annex: {
        fineCapBps: 3_000n,
        defaultBps: 10_000n,
        defenceWindow: DAY,
        appealWindow: DAYS_30,
        rulingWindow: DAYS_180,
        bondUntil: state.deed.annex.endsAt,
        advanceBond: 90_000_000n,
      },
      terms: { retentionBps: 10_000n, retentionCapBps: 10_000n, advance: 90_000_000n },
      schedule: first({ dueAt: state.deed.annex.endsAt, certificates: 1n }),
    };
    await expect(openChanged(state, change)).to.emit(state.opening, "ContractOpened");
  });
});

describe("OpeningDesk.open, dates", () => {
  it("refuses a contract that ends now and opens one that ends in a second", async () => {
    const state = await networkHelpers.loadFixture(large);
    const now = (await latest(connection)) + 10n;
    const ending = (endsAt: bigint): TermsChange => ({
      annex: { endsAt },
      schedule: (rows) => rows.map((row) => ({ ...row, notBefore: 0n, dueAt: endsAt })),
    });
    await at(connection, now);
    await expect(openChanged(state, ending(now)))
      .to.be.revertedWithCustomError(state.opening, "Terms_Dates")
      .withArgs(now, now);
    await at(connection, now + 1n);
    await expect(openChanged(state, ending(now + 2n))).to.emit(state.opening, "ContractOpened");
  });

  it("opens in the last second of signature and not after it", async () => {
    const state = await networkHelpers.loadFixture(large);
    const signBy = BigInt(state.deed.annex.signBy);
    const snapshot = await networkHelpers.takeSnapshot();
    await at(connection, signBy + 1n);
    await expect(openChanged(state, {}))
      .to.be.revertedWithCustomError(state.opening, "Terms_Dates")
      .withArgs(signBy, signBy + 1n);
    await snapshot.restore();
    await at(connection, signBy);
    await expect(openChanged(state, {})).to.emit(state.opening, "ContractOpened");
  });

  it("opens a contract of twenty years whose bond lasts ten more, and refuses a second more of either", async () => {
    const state = await networkHelpers.loadFixture(large);
    const opening = async (longer: bigint, outlives: bigint) => {
      const now = (await latest(connection)) + 10n;
      const endsAt = now + TERM + longer;
      await at(connection, now);
      return {
        endsAt,
        opened: openChanged(state, { annex: { endsAt, bondUntil: endsAt + outlives, warranty: TAIL } }),
      };
    };
    const late = await opening(1n, 0n);
    await expect(late.opened)
      .to.be.revertedWithCustomError(state.opening, "Terms_TooLate")
      .withArgs(late.endsAt, late.endsAt - 1n);
    const kept = await opening(0n, TAIL + 1n);
    await expect(kept.opened)
      .to.be.revertedWithCustomError(state.opening, "Terms_TooLate")
      .withArgs(kept.endsAt + TAIL + 1n, kept.endsAt + TAIL);
    await expect((await opening(0n, TAIL)).opened).to.emit(state.opening, "ContractOpened");
  });

  it("refuses the last date that a time can hold with its reason, in services as well", async () => {
    const state = await networkHelpers.loadFixture(large);
    const endsAt = 2n ** 40n - 1n;
    const now = (await latest(connection)) + 10n;
    await at(connection, now);
    await expect(openChanged(state, { annex: { category: 1n, endsAt, bondUntil: endsAt } }))
      .to.be.revertedWithCustomError(state.opening, "Terms_TooLate")
      .withArgs(endsAt, now + TERM);
  });

  for (const [what, category, tail] of [
    ["works until the contract ends", 2n, 0n],
    ["services for 60 days more", 1n, 60n * DAY],
  ] as const) {
    it(`asks a bond of ${what}`, async () => {
      const state = await networkHelpers.loadFixture(large);
      const least = BigInt(state.deed.annex.endsAt) + tail;
      await expect(openChanged(state, { annex: { category, bondUntil: least - 1n } }))
        .to.be.revertedWithCustomError(state.opening, "Terms_Dates")
        .withArgs(least - 1n, least);
      await expect(openChanged(state, { annex: { category, bondUntil: least } })).to.emit(
        state.opening,
        "ContractOpened",
      );
    });
  }
});

describe("OpeningDesk.open, guarantees below the threshold and exempt", () => {
  it("needs neither bond below the threshold", async () => {
    const state = await networkHelpers.loadFixture(small);
    await expect(openChanged(state, { terms: { advance: 1_000_000n } })).to.emit(state.opening, "ContractOpened");
  });

  it("refuses a bond below 5 % there as well, where one is given", async () => {
    const state = await networkHelpers.loadFixture(small);
    await expect(openChanged(state, { annex: { performanceBond: 1n } }))
      .to.be.revertedWithCustomError(state.opening, "Terms_PerformanceBond")
      .withArgs(1n, 3_500_000n);
  });

  it("lets goods and services invoke one of the three exemptions", async () => {
    for (const [category, bondExemption] of [
      [0n, 1n],
      [1n, 3n],
    ] as const) {
      const state = await networkHelpers.loadFixture(large);
      await expect(openChanged(state, { annex: { category, bondExemption, performanceBond: 0n } })).to.emit(
        state.opening,
        "ContractOpened",
      );
    }
  });
});
