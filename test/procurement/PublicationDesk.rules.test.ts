import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import { DAY } from "../helpers/agreement.ts";
import { at } from "../helpers/court.ts";
import type { Connection } from "../helpers/suite.ts";
import { fixed, itRefuses, sceneOf, these } from "../helpers/tender-faults.ts";
import type { Refused, Scene } from "../helpers/tender-faults.ts";
import { changedTerms, lockedCall, UNSCORED } from "../helpers/tender-life.ts";
import { CRITERION, criteriaOf, rated, seatsOf, TIE_BREAK } from "../helpers/tender-terms.ts";
import type { TermsChange } from "../helpers/tender-terms.ts";
import { tenderStage } from "../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

const stageOf = () => tenderStage(connection);

const price = rated(CRITERION.price, 6_000n);
const technical = rated(CRITERION.technical, 4_000n);
const rules = (...criteria: ReturnType<typeof rated>[]) => fixed({ rules: { criteria: criteriaOf(...criteria) } });
const [P, T, A, F, NONE] = [
  TIE_BREAK.price,
  TIE_BREAK.technical,
  TIE_BREAK.attributes,
  TIE_BREAK.filing,
  TIE_BREAK.none,
];

const criteria: Refused[] = [
  [
    "with a weight that measures nothing",
    rules(price, technical, rated(CRITERION.none, 1n)),
    "Terms_Criterion",
    these(2n),
  ],
  ["with a criterion after the end", rules(price, rated(CRITERION.none, 0n), technical), "Terms_Criterion", these(2n)],
  ["with a criterion of no weight", rules(price, technical, rated(CRITERION.social, 0n)), "Terms_Criterion", these(2n)],
  [
    "with a fifth declared figure",
    rules(price, rated(CRITERION.declared, 4_000n, 4n, 0n, 1n)),
    "Terms_Criterion",
    these(1n),
  ],
  [
    "with a declared scale of one point",
    rules(price, rated(CRITERION.declared, 4_000n, 0n, 7n, 7n)),
    "Terms_Criterion",
    these(1n),
  ],
  ["with a social scale of one point", rules(price, rated(CRITERION.social, 4_000n)), "Terms_Criterion", these(1n)],
  [
    "when it prefers local suppliers of no region",
    fixed({ rules: { region: 0n, criteria: criteriaOf(price, rated(CRITERION.local, 4_000n)) } }),
    "Terms_Criterion",
    these(1n),
  ],
  [
    "when the weights are not the whole",
    rules(price, rated(CRITERION.technical, 3_999n)),
    "Terms_Weights",
    these(9_999n, 10_000n),
  ],
  ["without a price criterion", rules(rated(CRITERION.technical, 10_000n)), "Terms_PriceOnly", these(0n)],
  ["with two price criteria", rules(price, rated(CRITERION.price, 4_000n)), "Terms_PriceOnly", these(10_000n)],
  [
    "when the price alone decides services",
    fixed({ call: { category: 1n }, rules: { criteria: criteriaOf(rated(CRITERION.price, 10_000n)) } }),
    "Terms_PriceOnly",
    these(10_000n),
  ],
  [
    "when preferences weigh as much as what is bought",
    rules(
      rated(CRITERION.price, 5_000n),
      rated(CRITERION.social, 2_500n, 0n, 0n, 1n),
      rated(CRITERION.smallFirm, 2_500n),
    ),
    "Terms_Preference",
    these(5_000n, 4_999n),
  ],
  [
    "when it prefers local suppliers from 500 UTM on",
    rules(price, rated(CRITERION.technical, 3_000n), rated(CRITERION.local, 1_000n)),
    "Terms_LocalPreference",
    these(600_000_000n, 35_000_000n),
  ],
  [
    "with a minimum above the whole",
    fixed({ rules: { minTechnicalBps: 10_001n } }),
    "Terms_Minimum",
    these(10_001n, 10_000n),
  ],
  ["with a rule that breaks ties twice", fixed({ rules: { tieBreak: [P, T, P, NONE] } }), "Terms_TieBreak", these(2n)],
  ["with a tie-break after the end", fixed({ rules: { tieBreak: [P, NONE, T, NONE] } }), "Terms_TieBreak", these(2n)],
];

const panels: Refused[] = [
  ["without a reviewer", fixed({ procedure: { reviewer: ZeroAddress } }), "Terms_Reviewer", these(ZeroAddress)],
  [
    "when the buyer reviews itself",
    ({ stage }) => ({ procedure: { reviewer: stage.buyer.address } }),
    "Terms_Reviewer",
    ({ stage }) => [stage.buyer.address],
  ],
  [
    "when the panel has a gap",
    ({
      stage: {
        evaluators: [first, second],
      },
    }) => ({
      panel: { evaluators: seatsOf(first!.address, ZeroAddress, second!.address) },
    }),
    "Terms_Panel",
    ({ stage }) => [stage.evaluators[1]!.address],
  ],
  [
    "when the substitutes have a gap",
    ({ stage }) => ({ panel: { substitutes: seatsOf(ZeroAddress, stage.evaluationSubstitutes[0]!.address) } }),
    "Terms_Panel",
    ({ stage }) => [stage.evaluationSubstitutes[0]!.address],
  ],
  [
    "when the reviewer evaluates",
    ({ stage }) => ({ panel: { substitutes: seatsOf(stage.reviewer) } }),
    "Terms_Panel",
    ({ stage }) => [stage.reviewer.address],
  ],
  [
    "when the buyer evaluates",
    ({ stage }) => ({ panel: { evaluators: seatsOf(stage.buyer, stage.evaluators[0]!.address) } }),
    "Terms_Panel",
    ({ stage }) => [stage.buyer.address],
  ],
  [
    "when a supplier evaluates",
    ({ stage }) => ({ panel: { substitutes: seatsOf(stage.supplier) } }),
    "Terms_Panel",
    ({ stage }) => [stage.supplier.address],
  ],
  [
    "when a supplier reviews",
    ({ stage }) => ({ procedure: { reviewer: stage.supplier.address } }),
    "Terms_Reviewer",
    ({ stage }) => [stage.supplier.address],
  ],
  [
    "when an evaluator is a substitute too",
    ({ stage }) => ({ panel: { substitutes: seatsOf(stage.evaluators[2]!.address) } }),
    "Terms_Panel",
    ({ stage }) => [stage.evaluators[2]!.address],
  ],
  ["without a quorum", fixed({ panel: { quorum: 0n } }), "Terms_Quorum", these(0n, 3n)],
  ["with a quorum above the panel", fixed({ panel: { quorum: 4n } }), "Terms_Quorum", these(4n, 3n)],
  [
    "with a quorum where nobody scores",
    fixed({ ...UNSCORED, panel: { ...UNSCORED.panel, quorum: 1n } }),
    "Terms_Quorum",
    these(1n, 0n),
  ],
  [
    "with a panel where nobody scores",
    fixed({ rules: UNSCORED.rules!, panel: { quorum: 0n } }),
    "Terms_Quorum",
    these(0n, 3n),
  ],
];

const lawful: [what: string, change: (scene: Scene) => TermsChange][] = [
  ["the terms of the fixtures", fixed({})],
  [
    "a bid bond of exactly 3 % and all four tie-breaks",
    fixed({ call: { bidBond: 18_000_000n }, rules: { tieBreak: [F, A, T, P] } }),
  ],
  ["a time lock instead of a bid bond", ({ terms }) => ({ call: { ...lockedCall(terms), bidBond: 0n } })],
  [
    "the price alone for works, without a panel",
    fixed({ ...UNSCORED, rules: { criteria: criteriaOf(rated(CRITERION.price, 10_000n)) } }),
  ],
  [
    "a local preference below 500 UTM",
    ({ terms }) => ({
      call: { ...lockedCall(terms), budget: 34_999_999n, bidBond: 0n },
      rules: {
        abnormallyLow: 0n,
        criteria: criteriaOf(price, rated(CRITERION.technical, 3_000n), rated(CRITERION.local, 1_000n)),
      },
      procedure: { standstill: 0n },
    }),
  ],
  [
    "every stage at its earliest second",
    ({ now }) => ({
      timetable: {
        enquiriesUntil: now + 1n,
        answersUntil: now + 2n,
        closesAt: now + 5n * DAY,
        technicalFrom: now + 6n * DAY + 1n,
        technicalBy: now + 7n * DAY + 1n,
        scoresBy: now + 8n * DAY + 1n,
        substitutesBy: now + 9n * DAY + 1n,
        pricesFrom: now + 10n * DAY + 1n,
        pricesBy: now + 11n * DAY + 1n,
        validUntil: now + 64n * DAY + 1n,
      },
    }),
  ],
];

describe("PublicationDesk.publish, rules and panel", () => {
  describe("given lawful terms", () => {
    for (const [what, change] of lawful) {
      it(`publishes ${what}`, async () => {
        const given = await sceneOf(connection, await networkHelpers.loadFixture(stageOf));
        const terms = changedTerms(given.terms, change(given));
        await at(connection, given.now);
        await expect(given.stage.publication.connect(given.stage.buyer).publish(terms)).to.emit(
          given.stage.publication,
          "TenderPublished",
        );
      });
    }
  });

  describe("given one fault in the criteria", () => {
    itRefuses(connection, stageOf, criteria);
  });

  describe("given one fault in the panel", () => {
    itRefuses(connection, stageOf, panels);
  });
});
