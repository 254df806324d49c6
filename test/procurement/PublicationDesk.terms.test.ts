import { network } from "hardhat";

import { firstRoundFrom, QUICKNET, timeOf } from "../../scripts/lib/randomness/beacon.ts";
import { DAY } from "../helpers/agreement.ts";
import type { Connection } from "../helpers/suite.ts";
import { fixed, itRefuses, these, time } from "../helpers/tender-faults.ts";
import type { Refused, Scene } from "../helpers/tender-faults.ts";
import { lockedCall } from "../helpers/tender-life.ts";
import type { TenderTerms, TermsChange } from "../helpers/tender-terms.ts";
import { tenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();

const stageOf = () => tenderStage(connection);

/** A second of the timetable put `by` seconds before the earliest lawful one. */
const early =
  (stage: keyof TenderTerms["timetable"], given: (scene: Scene) => bigint) =>
  (scene: Scene): TermsChange => ({ timetable: { [stage]: given(scene) } });

const stages: Refused[] = (
  [
    ["enquiries end at once", 0n, "enquiriesUntil", ({ now }) => now],
    ["answers end with the enquiries", 1n, "answersUntil", (scene) => time(scene, "enquiriesUntil")],
    ["bids close with the answers", 2n, "closesAt", (scene) => time(scene, "answersUntil")],
    ["openings begin within the extension", 3n, "technicalFrom", (scene) => time(scene, "closesAt") + DAY],
    ["the technical opening is short", 4n, "technicalBy", (scene) => time(scene, "technicalFrom") + DAY - 1n],
    ["scoring is short", 5n, "scoresBy", (scene) => time(scene, "technicalBy") + DAY - 1n],
    ["the substitutes' window is short", 6n, "substitutesBy", (scene) => time(scene, "scoresBy") + DAY - 1n],
    ["the time to tally is short", 7n, "pricesFrom", (scene) => time(scene, "substitutesBy") + DAY - 1n],
    ["the price opening is short", 8n, "pricesBy", (scene) => time(scene, "pricesFrom") + DAY - 1n],
    ["bids expire before they can be signed", 9n, "validUntil", (scene) => time(scene, "pricesBy") + 53n * DAY - 1n],
  ] as [string, bigint, keyof TenderTerms["timetable"], (scene: Scene) => bigint][]
).map(([what, number, stage, given]) => [
  `when ${what}`,
  early(stage, given),
  "Terms_Stage",
  (scene) => [number, given(scene), given(scene) + 1n],
]);

/** A stage is moved to the second that makes the round of the beacon miss it by one. */
const rounds: Refused[] = (
  [
    ["the technical round can be known in the last second of bidding", "technicalRound", "closesAt", DAY, 0n],
    ["the technical round comes a second after its opening begins", "technicalRound", "technicalFrom", 0n, 1n],
    ["the price round can be known in the last second of scoring", "priceRound", "substitutesBy", 0n, 0n],
    ["the price round comes a second after its opening begins", "priceRound", "pricesFrom", 0n, 1n],
  ] as [string, "technicalRound" | "priceRound", keyof TenderTerms["timetable"], bigint, bigint][]
).map(([what, which, stage, extension, late]) => {
  const round = (scene: Scene): bigint => firstRoundFrom(QUICKNET, time(scene, stage) + extension - 2n + 3n * late);
  const readableAt = (scene: Scene): bigint => timeOf(QUICKNET, round(scene));
  const isTechnical = which === "technicalRound";
  return [
    `when ${what}`,
    (scene) => ({
      call: { ...lockedCall(scene.terms), [which]: round(scene) },
      timetable: { [stage]: readableAt(scene) - extension - late },
    }),
    "Terms_Round",
    (scene) => [
      readableAt(scene),
      late === 0n ? readableAt(scene) : isTechnical ? time(scene, "closesAt") + DAY : time(scene, "substitutesBy"),
      late === 1n ? readableAt(scene) - 1n : time(scene, isTechnical ? "technicalFrom" : "pricesFrom"),
    ],
  ];
});

const windows: Refused[] = (
  [
    [1n, { complaintWindow: 5n * DAY - 1n }, 5n * DAY, 30n * DAY],
    [1n, { complaintWindow: 30n * DAY + 1n }, 5n * DAY, 30n * DAY],
    [2n, { reviewWindow: DAY - 1n }, DAY, 90n * DAY],
    [2n, { reviewWindow: 90n * DAY + 1n }, DAY, 90n * DAY],
    [3n, { suspensionCap: 7n * DAY - 1n }, 7n * DAY, 90n * DAY],
    [3n, { suspensionCap: 90n * DAY + 1n }, 7n * DAY, 90n * DAY],
    [4n, { standstill: 10n * DAY - 1n }, 10n * DAY, 90n * DAY],
    [4n, { standstill: 90n * DAY + 1n }, 10n * DAY, 90n * DAY],
    [5n, { signatureWindow: 2n * DAY - 1n }, 2n * DAY, 30n * DAY],
    [5n, { signatureWindow: 30n * DAY + 1n }, 2n * DAY, 30n * DAY],
  ] as [bigint, Record<string, bigint>, bigint, bigint][]
).map(([which, procedure, least, most]) => {
  const [[name, given]] = Object.entries(procedure) as [[string, bigint]];
  return [`with a ${name} of ${given} seconds`, fixed({ procedure }), "Terms_Term", these(which, given, least, most)];
});

const money: Refused[] = [
  [
    "with a budget that does not fit",
    fixed({ call: { budget: 1n << 112n } }),
    "Terms_Budget",
    these(1n << 112n, (1n << 112n) - 1n),
  ],
  [
    "with a bid bond above 3 %",
    fixed({ call: { bidBond: 18_000_001n } }),
    "Terms_BidBond",
    these(18_000_001n, 18_000_000n),
  ],
  [
    "with a bid bond at 5,000 UTM",
    fixed({ call: { budget: 350_000_000n, bidBond: 1n } }),
    "Terms_BidBond",
    these(1n, 0n),
  ],
  ["with neither bid bond nor time lock", fixed({ call: { bidBond: 0n } }), "Terms_NoTimeLock", these()],
  [
    "with a threshold of abnormally low prices above the budget",
    fixed({ rules: { abnormallyLow: 600_000_001n } }),
    "Terms_Budget",
    these(600_000_001n, 600_000_000n),
  ],
  [
    "when an abnormally low price lowers the bond",
    fixed({ contractTerms: { raisedBps: 499n } }),
    "Terms_RaisedBond",
    these(499n),
  ],
  ["with a bond under 5 %", fixed({ contractTerms: { performanceBps: 499n } }), "Terms_Guarantee", these(499n, 500n)],
  [
    "with a raised bond under 5 % where there is no other",
    fixed({ contractTerms: { performanceBps: 0n, raisedBps: 1n } }),
    "Terms_Guarantee",
    these(1n, 500n),
  ],
  [
    "with a raised bond above the price",
    fixed({ contractTerms: { raisedBps: 10_001n } }),
    "Terms_RaisedBond",
    these(10_001n),
  ],
  [
    "with parts of more than the whole that rounding hides",
    ({ terms }) => ({
      call: { ...lockedCall(terms), budget: 9_000n, bidBond: 0n },
      rules: { abnormallyLow: 0n },
      schedule: [
        { bps: 5_000n, notBefore: 0n, dueAfter: DAY, certificates: 0n },
        { bps: 5_001n, notBefore: 0n, dueAfter: DAY, certificates: 0n },
      ],
    }),
    "Terms_Shares",
    these(10_001n, 10_000n),
  ],
  ["without a schedule", fixed({ schedule: [] as never }), "Terms_MilestoneCount", these(0n, 64n), "opening"],
  [
    "with one account in two offices",
    ({ stage }) => ({ contractTerms: { substitute: stage.inspector.address } }),
    "Terms_SameAccount",
    ({ stage }) => [stage.inspector.address],
    "opening",
  ],
];

const calendar: Refused[] = [
  [
    "when bids close within five days",
    ({ now }) => ({ timetable: { enquiriesUntil: now + 1n, answersUntil: now + 2n, closesAt: now + 5n * DAY - 1n } }),
    "Terms_Stage",
    ({ now }) => [2n, now + 5n * DAY - 1n, now + 5n * DAY],
  ],
  [
    // 730 days, less 53 of one award and 240 of ten that come to nothing
    "when bids, with ten awards that come to nothing, outlive the reservation of the budget",
    ({ now }) => ({ timetable: { validUntil: now + 437n * DAY + 1n } }),
    "Terms_Validity",
    ({ now }) => [now + 437n * DAY + 1n, now + 437n * DAY],
  ],
  ...["technicalRound", "priceRound"].map((which): Refused => [
    `with a ${which} without a time lock`,
    fixed({ call: { [which]: 1n } }),
    "Terms_Round",
    (scene) => [
      QUICKNET.genesis,
      which === "priceRound" ? time(scene, "substitutesBy") : time(scene, "closesAt") + DAY,
      time(scene, which === "priceRound" ? "pricesFrom" : "technicalFrom"),
    ],
  ]),
  [
    "with an extension above thirty days",
    ({ terms: { timetable } }) => ({
      call: { answerExtension: 30n * DAY + 1n },
      timetable: Object.fromEntries(
        Object.entries(timetable).map(([stage, second]) => [
          stage,
          (second as bigint) + (/enquiries|answers|closes/.test(stage) ? 0n : 31n * DAY),
        ]),
      ),
    }),
    "Terms_Term",
    these(0n, 30n * DAY + 1n, 0n, 30n * DAY),
  ],
  [
    "when two pauses could touch complaints, review and signature",
    fixed({ procedure: { complaintWindow: 13n * DAY + 1n } }),
    "Terms_Term",
    these(6n, 30n * DAY + 1n, 0n, 30n * DAY),
  ],
];

describe("PublicationDesk.publish, given one fault in lawful terms", () => {
  describe("in amounts", () => {
    itRefuses(connection, stageOf, money);
  });

  describe("in the timetable", () => {
    itRefuses(connection, stageOf, [...stages, ...calendar]);
  });

  describe("in the rounds of the beacon", () => {
    itRefuses(connection, stageOf, rounds);
  });

  describe("in the windows after the award", () => {
    itRefuses(connection, stageOf, windows);
  });
});
