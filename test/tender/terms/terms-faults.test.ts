import { expect } from "chai";
import { network } from "hardhat";
import { ZeroAddress } from "ethers";

import { isInputError } from "../../../scripts/lib/input/input-error.ts";
import { revertDataOf } from "../../../scripts/lib/messages/error-chain.ts";
import { INTERFACES } from "../../../scripts/lib/tasks/contracts.ts";
import { tenderFaults } from "../../../scripts/lib/tender/terms/terms-faults.ts";
import type { TenderTerms } from "../../../scripts/lib/tender/terms/types.ts";
import { DAY } from "../../helpers/agreement.ts";
import { THRESHOLD, type Connection } from "../../helpers/suite.ts";
import { CRITERION, criteriaOf, rated, seatsOf, tenderTerms } from "../../helpers/tender-terms.ts";
import { tenderStage, type TenderStage } from "../../helpers/tenders.ts";

const connection: Connection = await network.create();
const { networkHelpers } = connection;

async function stage() {
  return tenderStage(connection);
}

type Change = (terms: TenderTerms, stage: TenderStage) => object;

const call =
  (change: object): Change =>
  ({ call: c }) => ({ call: { ...c, ...change } });
const times =
  (change: (t: TenderTerms["timetable"]) => object): Change =>
  ({ timetable }) => ({ timetable: { ...timetable, ...change(timetable) } });
const rules =
  (change: object): Change =>
  (terms) => ({ rules: { ...terms.rules, ...change } });
const procedure =
  (change: object): Change =>
  (terms) => ({ procedure: { ...terms.procedure, ...change } });
const contract =
  (change: object): Change =>
  (terms) => ({ contractTerms: { ...terms.contractTerms, ...change } });
const panel =
  (change: (stage: TenderStage) => object): Change =>
  (terms, at) => ({ panel: { ...terms.panel, ...change(at) } });
const criteria = (...given: readonly ReturnType<typeof rated>[]): Change => rules({ criteria: criteriaOf(...given) });

const { price, technical, declared, social, local, smallFirm } = CRITERION;

const CASES: readonly (readonly [what: string, change: Change, code: string, field: string])[] = [
  ["no budget", call({ budget: 0n }), "Terms_Budget", "call.budget"],
  ["a budget that fits no slot", call({ budget: 1n << 112n }), "Terms_Budget", "call.budget"],
  ["a bid bond above 3 %", call({ bidBond: 18_000_001n }), "Terms_BidBond", "call.bidBond"],
  ["a bid bond at 5,000 UTM", call({ budget: 350_000_000n, bidBond: 1n }), "Terms_BidBond", "call.bidBond"],
  ["neither bond nor time lock", call({ bidBond: 0n }), "Terms_NoTimeLock", "call.timeLocked"],
  ["a time lock without rounds", call({ timeLocked: true }), "Terms_Round", "timetable.technicalFrom"],
  ["rounds without a time lock", call({ priceRound: 7n }), "Terms_Round", "timetable.pricesFrom"],
  ["an extension of 31 days", call({ answerExtension: 31n * DAY }), "Terms_Term", "call.answerExtension"],
  ["enquiries in the past", times(() => ({ enquiriesUntil: 1n })), "Terms_Stage", "timetable.enquiriesUntil"],
  [
    "answers before enquiries",
    times((t) => ({ answersUntil: t.enquiriesUntil })),
    ...(["Terms_Stage", "timetable.answersUntil"] as const),
  ],
  [
    "closing before answers",
    times((t) => ({ closesAt: t.answersUntil })),
    ...(["Terms_Stage", "timetable.closesAt"] as const),
  ],
  [
    "four days of publication",
    times((t) => ({ answersUntil: t.enquiriesUntil + 1n, closesAt: t.enquiriesUntil + 2n })),
    ...(["Terms_Stage", "timetable.closesAt"] as const),
  ],
  [
    "an opening within the extension",
    times((t) => ({ technicalFrom: t.closesAt + DAY })),
    ...(["Terms_Stage", "timetable.technicalFrom"] as const),
  ],
  [
    "an opening of less than a day",
    times((t) => ({ technicalBy: t.technicalFrom + DAY - 1n })),
    ...(["Terms_Stage", "timetable.technicalBy"] as const),
  ],
  [
    "scores within a day",
    times((t) => ({ scoresBy: t.technicalBy + DAY - 1n })),
    ...(["Terms_Stage", "timetable.scoresBy"] as const),
  ],
  [
    "substitutes within a day",
    times((t) => ({ substitutesBy: t.scoresBy + DAY - 1n })),
    ...(["Terms_Stage", "timetable.substitutesBy"] as const),
  ],
  [
    "prices a moment after the scores",
    times((t) => ({ pricesFrom: t.substitutesBy + DAY - 1n })),
    ...(["Terms_Stage", "timetable.pricesFrom"] as const),
  ],
  [
    "a price opening of less than a day",
    times((t) => ({ pricesBy: t.pricesFrom + DAY - 1n })),
    ...(["Terms_Stage", "timetable.pricesBy"] as const),
  ],
  [
    "a validity that complaints outlast",
    times((t) => ({ validUntil: t.pricesBy + 53n * DAY - 1n })),
    ...(["Terms_Stage", "timetable.validUntil"] as const),
  ],
  [
    "a validity beyond the reservation",
    times((t) => ({ validUntil: t.closesAt + 428n * DAY })),
    ...(["Terms_Validity", "timetable.validUntil"] as const),
  ],
  ["weights of 99 %", criteria(rated(price, 9_900n)), "Terms_Weights", "rules.criteria"],
  ["two prices", criteria(rated(price, 5_000n), rated(price, 5_000n)), "Terms_PriceOnly", "rules.criteria"],
  ["no price", criteria(rated(technical, 10_000n)), "Terms_PriceOnly", "rules.criteria"],
  [
    "a preference of one half",
    criteria(rated(price, 5_000n), rated(smallFirm, 5_000n)),
    ...(["Terms_Preference", "rules.criteria"] as const),
  ],
  [
    "a local preference in a large tender",
    criteria(rated(price, 9_000n), rated(local, 1_000n)),
    ...(["Terms_LocalPreference", "rules.criteria[1]"] as const),
  ],
  [
    "a local preference of no region",
    (terms, at) => ({
      ...criteria(rated(price, 9_000n), rated(local, 1_000n))({ ...terms, rules: { ...terms.rules, region: 0n } }, at),
    }),
    ...(["Terms_Criterion", "rules.criteria[1]"] as const),
  ],
  [
    "windows that several pauses may touch",
    procedure({ complaintWindow: 12n * DAY, reviewWindow: 12n * DAY }),
    ...(["Terms_Term", "procedure.signatureWindow"] as const),
  ],
  [
    "a scale without length",
    criteria(rated(price, 9_000n), rated(declared, 1_000n, 0n, 5n, 5n)),
    ...(["Terms_Criterion", "rules.criteria[1]"] as const),
  ],
  [
    "a fifth figure",
    criteria(rated(price, 9_000n), rated(social, 1_000n, 4n, 0n, 5n)),
    ...(["Terms_Criterion", "rules.criteria[1]"] as const),
  ],
  [
    "a criterion without weight",
    criteria(rated(price, 10_000n), rated(technical, 0n)),
    ...(["Terms_Criterion", "rules.criteria[1]"] as const),
  ],
  [
    "a gap between criteria",
    criteria(rated(price, 9_000n), rated(0n, 0n), rated(technical, 1_000n)),
    ...(["Terms_Criterion", "rules.criteria[2]"] as const),
  ],
  ["a minimum above the whole", rules({ minTechnicalBps: 10_001n }), "Terms_Minimum", "rules.minTechnicalBps"],
  ["a threshold above the budget", rules({ abnormallyLow: 600_000_001n }), "Terms_Budget", "rules.abnormallyLow"],
  ["a tie-break said twice", rules({ tieBreak: [1n, 2n, 1n, 0n] }), "Terms_TieBreak", "rules.tieBreak[2]"],
  ["a gap between tie-breaks", rules({ tieBreak: [1n, 0n, 2n, 0n] }), "Terms_TieBreak", "rules.tieBreak[2]"],
  ["no reviewer", procedure({ reviewer: ZeroAddress }), "Terms_Reviewer", "procedure.reviewer"],
  [
    "the buyer on the panel",
    panel(({ buyer }) => ({ evaluators: seatsOf(buyer), quorum: 1n })),
    ...(["Terms_Panel", "panel.evaluators[0]"] as const),
  ],
  [
    "an evaluator who is also a substitute",
    panel(({ evaluators }) => ({ substitutes: seatsOf(evaluators[1]!) })),
    ...(["Terms_Panel", "panel.substitutes[0]"] as const),
  ],
  [
    "a gap on the panel",
    panel(({ evaluators }) => ({ evaluators: seatsOf(ZeroAddress, evaluators[0]!), quorum: 1n })),
    ...(["Terms_Panel", "panel.evaluators[1]"] as const),
  ],
  ["a quorum above the panel", panel(() => ({ quorum: 4n })), "Terms_Quorum", "panel.quorum"],
  ["a panel with nothing to score", criteria(rated(price, 10_000n)), "Terms_Quorum", "panel.quorum"],
  ["complaints in four days", procedure({ complaintWindow: 4n * DAY }), "Terms_Term", "procedure.complaintWindow"],
  ["a review within a day", procedure({ reviewWindow: DAY - 1n }), "Terms_Term", "procedure.reviewWindow"],
  [
    "a suspension shorter than one review",
    procedure({ suspensionCap: 6n * DAY }),
    ...(["Terms_Term", "procedure.suspensionCap"] as const),
  ],
  ["no standstill above 5,000 UTM", procedure({ standstill: 9n * DAY }), "Terms_Term", "procedure.standstill"],
  ["a day to sign", procedure({ signatureWindow: DAY }), "Terms_Term", "procedure.signatureWindow"],
  ["a raised bond that is lower", contract({ raisedBps: 499n }), "Terms_RaisedBond", "contractTerms.raisedBps"],
  ["a bond under 5 %", contract({ performanceBps: 499n }), "Terms_Guarantee", "contractTerms.performanceBps"],
  ["fines above 30 %", contract({ fineCapBps: 3_001n }), "Terms_BasisPoints", "annex.fineCapBps"],
  [
    "an inspector who arbitrates",
    (terms) => contract({ arbiter: terms.contractTerms.inspector })(terms, {} as TenderStage),
    ...(["Terms_SameAccount", "annex.arbiter"] as const),
  ],
  [
    "milestones of 90 %",
    ({ schedule }) => ({ schedule: [schedule[0], schedule[1], { ...schedule[2], bps: 3_000n }] }),
    ...(["Terms_Shares", "schedule"] as const),
  ],
];

describe("tenderFaults", () => {
  async function setUp() {
    const at = await networkHelpers.loadFixture(stage);
    const time = BigInt(await networkHelpers.time.latest());
    const { publication, buyer } = at;
    const beacon = { genesis: await publication.BEACON_GENESIS(), period: await publication.BEACON_PERIOD() };
    const place = { threshold: THRESHOLD, buyer: buyer.address, beacon, time };
    return { at, place, terms: tenderTerms(at, time) as unknown as TenderTerms };
  }

  /** The custom error with which the contract refuses to publish; null where it does not. */
  async function refusalOf({ publication, buyer }: TenderStage, terms: TenderTerms): Promise<string | null> {
    try {
      await publication.connect(buyer).publish.staticCall(terms);
      return null;
    } catch (error) {
      const data = revertDataOf(error) ?? "0x";
      return INTERFACES.map((abi) => abi.parseError(data)?.name).find((name) => name !== undefined) ?? data;
    }
  }

  it("finds none in terms that the contract publishes", async () => {
    const { at, place, terms } = await setUp();
    expect([tenderFaults(terms, place), await refusalOf(at, terms)]).to.deep.equal([[], null]);
  });

  for (const [what, change, code, field] of CASES) {
    it(`names ${what}, and the contract refuses it`, async () => {
      const { at, place, terms } = await setUp();
      const changed = { ...terms, ...change(terms, at) };
      const faults = tenderFaults(changed, place);
      expect(faults.every(isInputError)).to.equal(true);
      expect(faults.map((fault) => `${fault.code} ${fault.place.field}`)).to.include(`${code} ${field}`);
      const refusal = await refusalOf(at, changed);
      const alike = refusal === "Terms_SumMismatch" ? "Terms_Shares" : refusal;
      expect(faults.map((fault) => fault.code as string)).to.include(alike);
    });
  }
});
