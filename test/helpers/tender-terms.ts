import { ZeroAddress } from "ethers";

import type { Tender } from "../../typechain-types/contracts/procurement/interfaces/IPublicationDesk.js";
import { DAY, documentOf } from "./agreement.ts";
import type { LineFixture, Signer } from "./suite.ts";

export type TenderTerms = Tender.TermsStruct;

export const CRITERION = {
  none: 0n,
  price: 1n,
  technical: 2n,
  declared: 3n,
  social: 4n,
  local: 5n,
  smallFirm: 6n,
} as const;

export const TIE_BREAK = { none: 0n, price: 1n, technical: 2n, attributes: 3n, filing: 4n } as const;

/** Parts of the default terms that a test replaces. */
export type TermsChange = { [Part in keyof TenderTerms]?: Partial<TenderTerms[Part]> };

/** A criterion; the figures matter for declared and social ones only. */
export function rated(kind: bigint, weight: bigint, field = 0n, zeroAt = 0n, fullAt = 0n): Tender.RatedStruct {
  return { kind, weight, field, zeroAt, fullAt };
}

/** Criteria, filled up with empty ones. */
export function criteriaOf(...given: readonly Tender.RatedStruct[]): Tender.RatedStruct[] {
  return [...given, ...Array.from({ length: 8 - given.length }, () => rated(CRITERION.none, 0n))];
}

/** Accounts, filled up with zero to the seven seats. */
export function seatsOf(...accounts: readonly (Signer | string)[]): string[] {
  const given = accounts.map((account) => (typeof account === "string" ? account : account.address));
  return [...given, ...Array.from({ length: 7 - given.length }, () => ZeroAddress)];
}

/** A timetable with a day or more for every stage, from `now` on. */
export function timetableOf(now: bigint): Tender.TimetableStruct {
  const at = (days: bigint): bigint => now + days * DAY;
  return {
    enquiriesUntil: at(2n),
    answersUntil: at(4n),
    closesAt: at(10n),
    technicalFrom: at(13n),
    technicalBy: at(15n),
    scoresBy: at(19n),
    substitutesBy: at(21n),
    pricesFrom: at(23n),
    pricesBy: at(25n),
    validUntil: at(180n),
  };
}

/**
 * Lawful terms of a work of 600 million with a bid bond of 12 million: price 60 %, two technical criteria of 15 %, delivery time 5 %, small
 * firm 5 %. No time lock, so that tests need no beacon.
 */
export function tenderTerms(
  fixture: LineFixture & { evaluators: readonly Signer[]; evaluationSubstitutes: readonly Signer[] },
  now: bigint,
  change: TermsChange = {},
): TenderTerms {
  const lineToken = fixture.token.target as string;
  return {
    call: {
      ocid: documentOf("ocds-213czf-tender-1").digest,
      document: documentOf("terms of the tender").digest,
      lineId: fixture.lineId,
      token: lineToken,
      buyer: fixture.buyerId,
      category: 2n,
      budget: 600_000_000n,
      bidBond: 12_000_000n,
      maxEnquiries: 2n,
      answerExtension: DAY,
      timeLocked: false,
      technicalRound: 0n,
      priceRound: 0n,
      ...change.call,
    },
    timetable: { ...timetableOf(now), ...change.timetable },
    rules: {
      minTechnicalBps: 5_000n,
      abnormallyLow: 300_000_000n,
      region: 13n,
      tieBreak: [TIE_BREAK.price, TIE_BREAK.technical, TIE_BREAK.filing, TIE_BREAK.none],
      criteria: criteriaOf(
        rated(CRITERION.price, 6_000n),
        rated(CRITERION.technical, 1_500n),
        rated(CRITERION.technical, 1_500n),
        rated(CRITERION.declared, 500n, 0n, 365n, 180n),
        rated(CRITERION.smallFirm, 500n),
      ),
      ...change.rules,
    },
    panel: {
      quorum: 2n,
      evaluators: seatsOf(...fixture.evaluators),
      substitutes: seatsOf(...fixture.evaluationSubstitutes),
      ...change.panel,
    },
    procedure: {
      reviewer: fixture.reviewer.address,
      grounds: 5n,
      complaintWindow: 7n * DAY,
      reviewWindow: 7n * DAY,
      suspensionCap: 14n * DAY,
      standstill: 14n * DAY,
      signatureWindow: 10n * DAY,
      ...change.procedure,
    },
    contractTerms: {
      document: documentOf("contract text").digest,
      taxBps: 1_900n,
      advanceBps: 0n,
      advanceBonded: true,
      retentionBps: 1_000n,
      retentionCapBps: 500n,
      inspector: fixture.inspector.address,
      substitute: fixture.substitute.address,
      bondExemption: 0n,
      performanceBps: 500n,
      raisedBps: 1_500n,
      duration: 365n * DAY,
      bondTail: 90n * DAY,
      warranty: 60n * DAY,
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
      arbiter: fixture.arbiter.address,
      fallbackArbiter: fixture.fallbackArbiter.address,
      reviewer: fixture.reviewer.address,
      certifiers: [fixture.certifier.address, ZeroAddress, ZeroAddress],
      ...change.contractTerms,
    },
    schedule: [
      { bps: 3_000n, notBefore: 0n, dueAfter: 90n * DAY, certificates: 0n },
      { bps: 3_000n, notBefore: 0n, dueAfter: 180n * DAY, certificates: 0n },
      { bps: 4_000n, notBefore: 0n, dueAfter: 300n * DAY, certificates: 0n },
    ],
  };
}
